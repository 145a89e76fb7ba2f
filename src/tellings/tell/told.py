"""What all report, what several report, what only one reports, who leaves what out.

Comes in:   a dossier and its places.
Goes out:   points of the view.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from tellings.dossier import BriefModel, ClaimModel, EventModel, Story
from tellings.tell.places import Place, Places
from tellings.tell.view import Day, Point, Words

_DECADE = len("197")
_NEWS = re.compile(r"\d|[\"“]")
_MOST_LEFT_OUT = 40
_HARDLY_DIFFERS = 80
"""Per cent of the letters that two sentences share in order, at which they are shown as one."""


def brief(story: Story, at: Places) -> tuple[Point, ...]:
    """The lines of the brief."""
    return tuple(_brief(line, at) for line in story.brief)


def _brief(line: BriefModel, at: Places) -> Point:
    places = tuple(at.place(cite.article, cite.span) for cite in line.cites)
    words = Words(at.words(places[0]), places[:1])
    origins = at.origins_behind({place.article for place in places})
    return Point(words, places, origins=origins, disputed=line.disputed)


def shared(story: Story, at: Places, *, by_all: bool) -> tuple[Point, ...]:
    """Claims of at least two articles: those that all tell, or those that only some do."""
    claims = [claim for claim in story.claims if len(_tellers(claim)) > 1]
    chosen = [claim for claim in claims if (len(_tellers(claim)) == len(story.articles)) == by_all]
    chosen.sort(key=lambda c: (-at.origins_behind(_tellers(c)), -len(_tellers(c)), _depth(c, at)))
    return tuple(_point(claim, at) for claim in _once(chosen))


def only_one(story: Story, at: Places) -> tuple[tuple[str, tuple[Point, ...]], ...]:
    """Per article, what no other one tells; words with figures or quotations first, then as they stand."""
    if len(story.articles) < 2:
        return ()
    single = [claim for claim in story.claims if len(_tellers(claim)) == 1]
    single.sort(key=lambda claim: (at.letters[claim.summary.article], _depth(claim, at)))
    found = []
    for article, claims in groupby(single, key=lambda claim: claim.summary.article):
        points = [_point(claim, at) for claim in claims]
        points.sort(key=lambda point: _NEWS.search(point.words.text) is None)
        found.append((at.letters[article], tuple(points)))
    return tuple(found)


def left_out(story: Story, at: Places) -> tuple[Point, ...]:
    """Claims that several articles tell and others do not, the most widely told first."""
    reasons: dict[str, dict[str, list[str]]] = {}
    for line in story.coverage:
        if line.told != "told":
            reasons.setdefault(line.claim, {}).setdefault(line.told, []).append(line.article)
    claims = [c for c in story.claims if c.id in reasons and (len(_tellers(c)) > 1 or c.status == "disputed")]
    claims.sort(key=lambda claim: (-len(_tellers(claim)), _depth(claim, at)))
    points = []
    for claim in _once(claims)[:_MOST_LEFT_OUT]:
        why = {told: tuple(at.told_by(articles)) for told, articles in reasons[claim.id].items()}
        points.append(_point(claim, at, why))
    return tuple(points)


def chosen(ids: Iterable[str], story: Story, at: Places) -> tuple[Point, ...]:
    """These claims, the most widely told first."""
    among = set(ids)
    claims = [claim for claim in story.claims if claim.id in among]
    claims.sort(key=lambda c: (-at.origins_behind(_tellers(c)), -len(_tellers(c)), _depth(c, at)))
    return tuple(_point(claim, at) for claim in _once(claims))


def _point(claim: ClaimModel, at: Places, why: dict[str, tuple[str, ...]] | None = None) -> Point:
    why = why or {}
    place = at.place(claim.summary.article, claim.summary.span)
    return Point(
        Words(at.words(place), (place,)),
        tuple(at.place(mention.article, mention.span) for mention in claim.mentions),
        origins=at.origins_behind(_tellers(claim)),
        disputed=claim.status == "disputed",
        changed=claim.status == "changed",
        speaker=at.speaker_at(claim.summary.article, claim.summary.span),
        missing=why.get("not-mentioned", ()),
        before=why.get("published-before", ()),
        partial=why.get("partial-text", ()),
    )


def _once(claims: list[ClaimModel]) -> list[ClaimModel]:
    """The claims without those summed up by words that stand there already."""
    first = {(claim.summary.article, claim.summary.span): claim for claim in reversed(claims)}
    return list(reversed(first.values()))


def _tellers(claim: ClaimModel) -> set[str]:
    return {mention.article for mention in claim.mentions}


def _depth(claim: ClaimModel, at: Places) -> float:
    """How far down its article the claim's summary stands."""
    return claim.summary.span[0] / max(1, len(at.articles[claim.summary.article].text))


def days(story: Story, at: Places) -> tuple[Day, ...]:
    """The timeline, a point a sentence."""
    return tuple(_day(event, at) for event in story.timeline)


def _day(event: EventModel, at: Places) -> Day:
    """The words of most articles first; words that hardly differ stand once, as they are first told."""
    groups: list[tuple[str, list[Place]]] = []
    for mention in event.mentions:
        place = at.place(mention.article, mention.span)
        words = at.words(place)
        group = next((places for first, places in groups if _alike(first, words)), None)
        if group is None:
            groups.append((words, [place]))
        else:
            group.append(place)
    groups.sort(key=lambda group: -len({place.article for place in group[1]}))
    points = tuple(Point(Words(words, tuple(places[:1])), tuple(places)) for words, places in groups)
    return Day(spelled(event.date), points)


def _alike(one: str, other: str) -> bool:
    from rapidfuzz import fuzz

    return one == other or bool(fuzz.ratio(one.lower(), other.lower(), score_cutoff=_HARDLY_DIFFERS))


def spelled(iso: str) -> str:
    """A date of the dossier as readers know it: ISO, but a decade ("197") as "1970s"."""
    return f"{iso}0s" if len(iso) == _DECADE else iso
