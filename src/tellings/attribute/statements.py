"""Attributions become statements.

Comes in:   a traced story, and the speaker of every attribution.
Goes out:   `Statement`s in order of article and place: form, date, and the outlet they came through.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tellings.attribute.quotes import form_of, quoted_spans
from tellings.attribute.scene import Scene, begin_of
from tellings.attribute.via import came_through
from tellings.attribute.when import said_when
from tellings.records import Attribution, Provenance, Reading, Span, Speaker, Statement, Traced

BOILERPLATE_SHARE = 0.5
"""A content that lies in boilerplate by more than this is not told by the article."""


def make_statements(
    story: Traced, speakers: Sequence[Speaker], who: Sequence[Sequence[str | None]]
) -> tuple[Statement, ...]:
    """The statements of a story; `who` holds the speaker's id of each attribution of each reading."""
    names = {speaker.id: speaker.name for speaker in speakers}
    found: list[Statement] = []
    for reading, ids in zip(story.readings, who, strict=True):
        found += _of_article(reading, story.provenance.get(reading.article.id), ids, names, len(found))
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
    boilerplate = provenance.boilerplate if provenance else ()
    pairs = [
        (attribution, speaker)
        for attribution, speaker in zip(reading.attributions, ids, strict=True)
        if attribution.content and not _is_boilerplate(attribution.content, boilerplate)
    ]
    pairs.sort(key=lambda pair: begin_of(pair[0]))
    outers = _outers([attribution for attribution, _ in pairs])
    for number, (attribution, speaker) in enumerate(pairs):
        outer = pairs[outers[number]] if outers[number] is not None else None  # type: ignore[index]
        via = came_through(attribution, scene, provenance)
        if outer is not None and outer[1] is not None and outer[1] != speaker:
            via = names[outer[1]]
        yield Statement(
            id=f"s{so_far + number + 1}",
            article=reading.article.id,
            speaker=speaker,
            source=attribution.source,
            cue=attribution.cue,
            content=attribution.content,
            form=form_of(text, attribution.content, quoted, outer[0].content if outer else ()),
            said_on=said_when(attribution, scene),
            via=via,
        )


def _is_boilerplate(content: Sequence[Span], boilerplate: Sequence[Span]) -> bool:
    total = sum(part.end - part.start for part in content)
    inside = sum(
        max(0, min(part.end, gone.end) - max(part.start, gone.start))
        for part in content
        for gone in boilerplate
    )
    return inside > BOILERPLATE_SHARE * total


def _outers(attributions: Sequence[Attribution]) -> list[int | None]:
    """For each attribution the place of the innermost one in whose content it stands."""
    found: list[int | None] = []
    spans = [
        (part.start, -part.end, at)
        for at, attribution in enumerate(attributions)
        for part in attribution.content
    ]
    spans.sort()
    holding: dict[int, int] = {}
    open_parts: list[tuple[int, int]] = []
    for start, minus_end, at in spans:
        while open_parts and open_parts[-1][0] <= start:
            open_parts.pop()
        for end, outer in reversed(open_parts):
            if outer != at and end >= -minus_end and _holds(attributions[outer], attributions[at]):
                holding.setdefault(at, outer)
                break
        open_parts.append((-minus_end, at))
    for at in range(len(attributions)):
        found.append(holding.get(at))
    return found


def _holds(outer: Attribution, inner: Attribution) -> bool:
    anchor = (inner.cue or inner.source or inner.content)[0]
    return any(part.covers(anchor) for part in outer.content)
