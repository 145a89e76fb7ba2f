"""When something was said.

Comes in:   an attribution and the scene with the article's resolved dates.
Goes out:   an ISO day, or None where the text does not tell.
"""

from __future__ import annotations

from tellings.attribute.scene import Scene
from tellings.records import Attribution, Date, Span

REACH = 60
"""How many characters may lie between the cue and the date that tells when it was said."""
ISO_DAY = 10


def said_when(attribution: Attribution, scene: Scene) -> str | None:
    """The day that modifies the cue: "said on Tuesday", "On Monday, the mayor said"."""
    if not attribution.cue:
        return None
    cue = attribution.cue[0]
    number = scene.sentence_at(cue.start)
    start = scene.sentence_start(number)
    end = scene.reading.sentences[number].span.end if scene.reading.sentences else len(scene.text)
    fitting = [
        (abs(_gap(date.span, cue)), date.value)
        for date in scene.reading.dates
        if start <= date.span.start
        and date.span.end <= end
        and _tells_when(date, cue, attribution, scene, start)
    ]
    return min(fitting)[1] if fitting else None


def _tells_when(date: Date, cue: Span, attribution: Attribution, scene: Scene, start: int) -> bool:
    if len(date.value) != ISO_DAY or any(part.overlaps(date.span) for part in attribution.content):
        return False
    if any(part.covers(date.span) for part in attribution.source):
        return False
    opens = date.span.start - start <= len("On the evening of ")
    between = scene.text[min(date.span.end, cue.end) : max(date.span.start, cue.start)]
    apart = any(
        min(date.span.end, cue.end) <= part.start < max(date.span.start, cue.start)
        for part in attribution.content
    )
    return not apart and ";" not in between and (opens or abs(_gap(date.span, cue)) <= REACH)


def _gap(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)
