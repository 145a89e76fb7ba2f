"""How a figure or a position moved.

Comes in:   conflicts whose nature is `update`, and a dossier's places.
Goes out:   a `Track` for each: one lane a value in order of time, on it a mark wherever an article gave that
            value, at the time the article appeared. So a later article with an earlier value stands out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tellings.dossier import ConflictModel, Story
from tellings.tell.dates import long
from tellings.tell.pictures.axis import Axis, axis_of
from tellings.tell.places import Place, Places, first_told, shown
from tellings.tell.view import Words

_NEAR = 6.5
_ROOM = 18.0
"""Per cent of the width of a lane: marks nearer than this are drawn as one, and what a label takes."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Articles that gave a value at about one time; `late` where a newer value was out already."""

    x: float
    letters: tuple[str, ...]
    place: Place
    says: str
    late: bool = False


@dataclass(frozen=True, slots=True)
class Lane:
    """A value as printed, the words around it, who says so, and its marks; `places` are all that print it."""

    value: str
    words: Words
    speaker: str | None
    places: tuple[Place, ...]
    origins: int
    first: Place
    first_on: str | None
    marks: tuple[Mark, ...]
    reverses: bool = False


@dataclass(frozen=True, slots=True)
class Track:
    """`title` says what moved and `about` why the values are set in one row; `lanes` are in order of time."""

    title: str
    about: str
    kind: str
    confidence: float | None
    axis: Axis
    lanes: tuple[Lane, ...]


def tracks(story: Story, at: Places) -> tuple[Track, ...]:
    """What changed, the surest first."""
    changed = sorted((c for c in story.conflicts if c.nature == "update"), key=lambda c: -c.confidence)
    return tuple(_track(conflict, at) for conflict in changed)


def _track(conflict: ConflictModel, at: Places) -> Track:
    sides = [
        (shown(side.value), [at.place(m.article, m.span) for m in side.mentions])
        for side in conflict.sides
        if side.mentions
    ]
    published = (at.articles[p.article].published or "" for _, places in sides for p in places)
    axis = axis_of(published, _ROOM)
    lanes = tuple(lane(value, places, axis, at) for value, places in sides)
    return Track("", shown(conflict.reason), conflict.kind, conflict.confidence, axis, lanes)


def lane(
    value: str,
    places: Sequence[Place],
    axis: Axis,
    at: Places,
    *,
    late: frozenset[str] = frozenset(),
    reverses: bool = False,
) -> Lane:
    """The lane of one value; `late` are ids of articles that print it though a newer one was out."""
    first = first_told(places, at)
    published = at.articles[first.article].published
    speakers = (at.speaker_at(place.article, place.span) for place in (first, *places))
    return Lane(
        value=value,
        words=Words(at.words(places[0]), tuple(places[:1])),
        speaker=next((speaker for speaker in speakers if speaker), None),
        places=tuple(places),
        origins=at.origins_behind(place.article for place in places),
        first=first,
        first_on=published,
        marks=_marks(places, axis, at, late),
        reverses=reverses,
    )


def _marks(places: Sequence[Place], axis: Axis, at: Places, late: frozenset[str]) -> tuple[Mark, ...]:
    """A mark for the articles of about one time; undated ones have none."""
    firsts = {place.article: place for place in reversed(places)}
    dated = [
        (x, place)
        for place in firsts.values()
        if (x := axis.x(at.articles[place.article].published or "")) is not None
    ]
    found: list[Mark] = []
    for x, place in sorted(dated, key=lambda one: (one[0], one[1].letter)):
        says = f"{place.letter}, {long(at.articles[place.article].published or '')}"
        near = found[-1] if found and x - found[-1].x < _NEAR else None
        if near is not None and near.late == (place.article in late):
            letters = (*near.letters, place.letter)
            found[-1] = replace(near, letters=letters, says=f"{near.says}; {says}")
        else:
            found.append(Mark(x, (place.letter,), place, says, place.article in late))
    return tuple(found)
