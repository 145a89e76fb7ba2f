"""Attributions become statements.

Comes in:   readings whose attributions have the content of one statement each, and their speakers.
Goes out:   `Statement`s in order of article and place: form, date, and the outlet they came through.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tellings.attribute.quotes import form_of, quoted_spans
from tellings.attribute.scene import Scene
from tellings.attribute.transcripts import is_turn
from tellings.attribute.via import came_through
from tellings.attribute.when import said_when
from tellings.records import Attribution, Provenance, Reading, Speaker, Statement

DEEPEST = 16
"""How many contents may hold one another."""


def make_statements(
    readings: Sequence[Reading],
    provenance: Mapping[str, Provenance],
    speakers: Sequence[Speaker],
    who: Sequence[Sequence[str | None]],
) -> tuple[Statement, ...]:
    """The statements of a story; `who` holds the speaker's id of each attribution of each reading."""
    names = {speaker.id: speaker.name for speaker in speakers}
    found: list[Statement] = []
    for reading, ids in zip(readings, who, strict=True):
        found += _of_article(reading, provenance.get(reading.article.id), ids, names, len(found))
    return tuple(found)


def _of_article(
    reading: Reading,
    provenance: Provenance | None,
    ids: Sequence[str | None],
    names: Mapping[str, str],
    so_far: int,
) -> Iterator[Statement]:
    text = reading.article.text
    scene = Scene(reading)
    quoted = quoted_spans(text)
    outers = _outers(reading.attributions)
    for number, (attribution, speaker) in enumerate(zip(reading.attributions, ids, strict=True)):
        outer = outers.get(number)
        teller = ids[outer] if outer is not None else None
        via = names[teller] if teller and teller != speaker else came_through(attribution, scene, provenance)
        nested_in = reading.attributions[outer].content if outer is not None else ()
        yield Statement(
            id=f"s{so_far + number + 1}",
            article=reading.article.id,
            speaker=speaker,
            source=attribution.source,
            cue=attribution.cue,
            content=attribution.content,
            form=attribution.form
            if is_turn(attribution)
            else form_of(text, attribution.content, quoted, nested_in),
            said_on=said_when(attribution, scene),
            via=via,
        )


def _outers(attributions: Sequence[Attribution]) -> dict[int, int]:
    """The place of the innermost attribution in whose content another one stands, by the other's place."""
    parts = sorted(
        (part.start, -part.end, at)
        for at, attribution in enumerate(attributions)
        for part in attribution.content
    )
    holding: dict[int, int] = {}
    still_open: list[tuple[int, int]] = []
    for start, minus_end, at in parts:
        still_open = [(end, outer) for end, outer in still_open[-DEEPEST:] if end > start]
        for end, outer in reversed(still_open):
            if outer != at and end >= -minus_end and _holds(attributions[outer], attributions[at]):
                holding.setdefault(at, outer)
                break
        still_open.append((-minus_end, at))
    return holding


def _holds(outer: Attribution, inner: Attribution) -> bool:
    anchor = (inner.cue or inner.source or inner.content)[0]
    return any(part.covers(anchor) for part in outer.content)
