"""How a figure or a position moved.

Comes in:   a dossier and its places.
Goes out:   a `Track` for each line of positions, history of a figure that moved, and other change: one lane a
            value in order of time, on it a mark for each article that gives it, at the time it appeared. So
            a later article with an earlier value stands out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from tellings.dossier import (
    CiteModel,
    ConflictModel,
    FigureModel,
    PositionModel,
    PositionStepModel,
    Story,
)
from tellings.tell.contests import around
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
    """Positions, then figures that moved, then what else changed, the surest first."""
    updates = {conflict.id: conflict for conflict in story.conflicts if conflict.nature == "update"}
    figures = [figure for figure in story.figures if figure.conflict in updates]
    told = {figure.conflict for figure in figures}
    rest = sorted((c for c in updates.values() if c.id not in told), key=lambda c: -c.confidence)
    return (
        *(_position(line, at) for line in story.positions),
        *(_figure(figure, updates[str(figure.conflict)], at) for figure in figures),
        *(_conflict(conflict, at) for conflict in rest),
    )


def _conflict(conflict: ConflictModel, at: Places) -> Track:
    sides = [(shown(side.value), _places(side.mentions, at)) for side in conflict.sides if side.mentions]
    axis = axis_of((_published(place, at) for _, places in sides for place in places), _ROOM)
    return Track(
        title=shown(conflict.about),
        about=shown(conflict.reason),
        kind=conflict.kind,
        confidence=conflict.confidence,
        axis=axis,
        lanes=tuple(_lane(value, places, axis, at) for value, places in sides),
    )


def _figure(figure: FigureModel, conflict: ConflictModel, at: Places) -> Track:
    """A figure over time; an article that prints an old value after a newer one was out is late."""
    steps = [(step, _places(step.cites, at)) for step in figure.steps if step.cites]
    axis = axis_of((_published(place, at) for _, places in steps for place in places), _ROOM)
    lanes = tuple(
        _lane(shown(step.value), places, axis, at, late=frozenset(step.late)) for step, places in steps
    )
    title = shown(figure.about)
    return Track(title, shown(conflict.reason), conflict.kind, conflict.confidence, axis, lanes)


def _position(line: PositionModel, at: Places) -> Track:
    """What somebody stood for: marks stand on the days of the positions, not of the articles."""
    holder = at.speakers[line.speaker].name if line.speaker in at.speakers else None
    named = holder or at.words(at.place(line.holder.article, line.holder.span))
    axis = axis_of((stand.held_on or "" for step in line.steps for stand in step.stands), _ROOM)
    return Track(
        title=shown(named),
        about="",
        kind="position",
        confidence=None,
        axis=axis,
        lanes=tuple(_step(step, axis, at) for step in line.steps),
    )


def _step(step: PositionStepModel, axis: Axis, at: Places) -> Lane:
    places = [at.place(stand.article, stand.span) for stand in step.stands]
    days = {place: stand.held_on or "" for place, stand in zip(places, step.stands, strict=True)}
    value = at.place(step.value.article, step.value.span)
    reporters = [at.speakers[s.reporter].name for s in step.stands if s.reporter in at.speakers]
    first = first_told(places or [value], at)
    return Lane(
        value=at.words(value),
        words=Words(at.words(value), (value,)),
        speaker=shown(reporters[0]) if reporters else None,
        places=tuple(places),
        origins=at.origins_behind(place.article for place in places),
        first=first,
        first_on=_published(first, at) or None,
        marks=_marks(places, axis, at, frozenset(), days),
        reverses=step.reverses,
    )


def _lane(
    value: str,
    places: Sequence[Place],
    axis: Axis,
    at: Places,
    *,
    late: frozenset[str] = frozenset(),
) -> Lane:
    """The lane of one value; `late` are ids of articles that print it though a newer one was out."""
    first = first_told(places, at)
    speakers = (at.speaker_at(place.article, place.span) for place in (first, *places))
    days = {place: _published(place, at) for place in places}
    return Lane(
        value=value,
        words=around(places[0], at) or Words(at.words(places[0]), tuple(places[:1])),
        speaker=next((speaker for speaker in speakers if speaker), None),
        places=tuple(places),
        origins=at.origins_behind(place.article for place in places),
        first=first,
        first_on=_published(first, at) or None,
        marks=_marks(places, axis, at, late, days),
    )


def _places(cites: Sequence[CiteModel], at: Places) -> list[Place]:
    return [at.place(cite.article, cite.span) for cite in cites]


def _published(place: Place, at: Places) -> str:
    return at.articles[place.article].published or ""


def _marks(
    places: Sequence[Place], axis: Axis, at: Places, late: frozenset[str], days: Mapping[Place, str]
) -> tuple[Mark, ...]:
    """A mark for the articles of about one time; those of no known day have none."""
    firsts = {place.article: place for place in reversed(places)}
    dated = [(x, place) for place in firsts.values() if (x := axis.x(days[place])) is not None]
    found: list[Mark] = []
    for x, place in sorted(dated, key=lambda one: (one[0], one[1].letter)):
        says = f"{place.letter}, {long(days[place])}"
        near = found[-1] if found and x - found[-1].x < _NEAR else None
        if near is not None and near.late == (place.article in late):
            letters = (*near.letters, place.letter)
            found[-1] = replace(near, letters=letters, says=f"{near.says}; {says}")
        else:
            found.append(Mark(x, (place.letter,), place, says, place.article in late))
    return tuple(found)
