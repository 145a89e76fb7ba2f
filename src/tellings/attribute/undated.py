"""A source without the day beside it.

Comes in:   the span of a source and the scene.
Goes out:   the span without the day that leads it or trails it: "Two days later Dorn", "the port on Friday".
"""

from __future__ import annotations

from tellings.attribute.scene import Scene
from tellings.attribute.words import words_of
from tellings.records import Span

_LEADING: tuple[list[str], ...] = ([], ["on"], ["in"], ["by"])


def undated(span: Span, scene: Scene) -> Span:
    """The span, cut to what names somebody; a number by itself ("the 2014 report") is no day."""
    for date in scene.reading.dates:
        if date.span.start >= span.end:
            break
        if not span.covers(date.span) or date.span.words_in(scene.text).isdigit():
            continue
        before = Span(span.start, date.span.start).words_in(scene.text).lower().split()
        behind = words_of(scene.text, Span(date.span.end, span.end))
        while behind and not behind[0].is_word:
            behind = behind[1:]
        if behind and before in _LEADING and behind[0].is_name_like:
            span = Span(behind[0].start, span.end)
        elif not behind and len(before) > 1 and before[-1] == "on":
            end = scene.text.rindex("on", span.start, date.span.start)
            span = Span(span.start, span.start + len(scene.text[span.start : end].rstrip()))
    return span
