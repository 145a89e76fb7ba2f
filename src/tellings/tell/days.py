"""The days of the story, and which of them are its main ones.

Comes in:   a dossier and its places.
Goes out:   `Day`s of the view, earliest first: what the articles date to each, most widely told first.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from tellings.dossier import EventModel, Story
from tellings.read.closing import told_from
from tellings.records import Span
from tellings.tell.dates import in_days
from tellings.tell.places import Place, Places
from tellings.tell.sentences import awkwardness
from tellings.tell.view import Day, Point, Words
from tellings.tell.wording import hardly_differ

_DECADE, _YEAR = len("197"), len("1970")
_OF_A_YEAR = 0.5
"""What an article counts for that tells of a whole year: "the 2016 vote" names more than it dates."""
_AWKWARD = 2.0
_FEWEST_FOLDED = 3
_LEADING = 2
"""Points of a day that do not lead another day as well, where that has others."""


def days(story: Story, at: Places) -> tuple[Day, ...]:
    """The timeline, a point a sentence, each day with its rank among them.

    A sentence that names two days leads the one of higher rank.
    """
    claims = _Claims(story)
    found = [_day(event, claims, at) for event in story.timeline]
    shown: set[Place] = set()
    for rank, number in enumerate(_most_telling_first(found, at)):
        day = found[number]
        points = sorted(day.points, key=lambda point: point.words.places[0] in shown)
        shown.update(point.words.places[0] for point in points[:_LEADING])
        found[number] = replace(day, points=tuple(points), rank=rank)
    return tuple(found)


def main_days(days: Sequence[Day], most: int | None) -> list[Day]:
    """As many days as may be shown, those of the first ranks, in order of time."""
    return [day for day in days if most is None or day.rank < most]


def stretches(days: Sequence[Day], most: int = 10) -> list[tuple[bool, list[Day]]]:
    """The days in order of time, parted into main ones (true) and stretches of others between them.

    Few others in a row stay with the main ones.
    """
    parts = [(main, list(group)) for main, group in groupby(days, key=lambda day: day.rank < most)]
    found: list[tuple[bool, list[Day]]] = []
    for main, group in parts:
        shown = main or len(group) < _FEWEST_FOLDED
        if found and shown and found[-1][0]:
            found[-1][1].extend(group)
        else:
            found.append((shown, group))
    return found


def spelled(iso: str) -> str:
    """A date of the dossier as readers know it: ISO, but a decade ("197") as "1970s"."""
    return f"{iso}0s" if len(iso) == _DECADE else iso


def _most_telling_first(days: Sequence[Day], at: Places) -> list[int]:
    """Numbers of the days: those of most articles first, then exact ones, then those near the first of all.

    So a story is not crowded out by its history, of which there is often more than of itself.
    """
    if not days:
        return []
    tellers = [
        len({place.letter for point in day.points for place in point.places if not at.is_aside(place)})
        for day in days
    ]
    dates = [day.date.removesuffix("0s") for day in days]
    main = max(range(len(days)), key=lambda n: (tellers[n], len(dates[n]), len(days[n].points)))
    middle = in_days(dates[main]) or 0.0

    def rank(number: int) -> tuple[float, int, float]:
        away = abs((in_days(dates[number]) or 0.0) - middle)
        telling = tellers[number] * (_OF_A_YEAR if len(dates[number]) <= _YEAR else 1)
        return -telling, -len(dates[number]), away

    return sorted(range(len(days)), key=rank)


class _Claims:
    """The claims of several articles, by the places that tell them."""

    def __init__(self, story: Story) -> None:
        told: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
        for claim in story.claims:
            sure = [mention for mention in claim.mentions if mention.is_sure]
            if len({mention.article for mention in sure}) > 1:
                for mention in sure:
                    told[mention.article].append((*mention.span, claim.id))
        self._told = {article: sorted(spans) for article, spans in told.items()}

    def within(self, place: Place) -> set[str]:
        """The claims told within a place."""
        spans = self._told.get(place.article, [])
        first = bisect_right(spans, (place.span[0], -1, ""))
        last = bisect_right(spans, (place.span[1], -1, ""))
        return {claim for _, end, claim in spans[first:last] if end <= place.span[1]}


def _day(event: EventModel, claims: _Claims, at: Places) -> Day:
    """The words of most articles first, then as the articles order them.

    Words that hardly differ, and those that articles tell alike, stand once. What is not part of the story
    (when a text was updated) stands last.
    """
    groups: list[tuple[str, set[str], list[Place]]] = []
    for mention in event.mentions:
        place = at.place(mention.article, mention.span)
        words, told = at.words(place), claims.within(place)
        known = (
            places
            for first, same, places in groups
            if same & told or places[0].label == place.label or hardly_differ(first, words)
        )
        group = next(known, None)
        if group is None:
            groups.append((words, told, [place]))
        else:
            group.append(place)
    points = [_point(places, at) for _, _, places in groups]
    points.sort(
        key=lambda point: (
            at.is_aside(point.places[0]),
            -len({place.article for place in point.places}),
            awkwardness(point.words.text) > _AWKWARD,
            at.depth(point.places[0]),
        )
    )
    return Day(spelled(event.date), tuple(points))


def _point(places: Sequence[Place], at: Places) -> Point:
    """All places that tell one thing, in the words that read best alone, without dateline if can be."""

    def ranked(place: Place) -> float:
        words = at.words(place)
        return awkwardness(words) + (told_from(words, Span(0, len(words))) > 0)

    best = min(places, key=ranked)
    return Point(Words(at.words(best), (best,)), tuple(places))
