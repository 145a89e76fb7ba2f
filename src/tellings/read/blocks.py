"""Paragraphs of a text, whatever its line breaks mean.

Comes in:   the text of an article.
Goes out:   one span a paragraph, in order, without white space at its ends.

A blank line always ends a paragraph. What a single line break means is a matter of the whole text: where
the lines are hard-wrapped (each as long as fits a width, most of them broken inside a sentence) it is white
space; elsewhere each line is a paragraph, a headline or an item of a list.
"""

from __future__ import annotations

import re
from itertools import pairwise

from tellings.records import Span

_BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_ITEM = re.compile(r"(?:[-*•▪●‣◦■–—]|\(?\d{1,3}[.)]|[QA]:)\s")
_ENDED = re.compile(r"[.!?…:][\"'”’»)\]]*$")
_NARROWEST, _WIDEST = 40, 110
_FEWEST_PAIRS = 3
_SHARE_FULL = 0.75
_SHARE_BROKEN = 0.5


def blocks_of(text: str) -> list[Span]:
    """The paragraphs of `text`."""
    lines = _lines_of(text)
    width = _wrap_width(text, lines)
    blocks: list[Span] = []
    before: Span | None = None
    for line in lines:
        if line and before and _runs_on(text, before, line, width):
            blocks[-1] = Span(blocks[-1].start, line.end)
        elif line:
            blocks.append(line)
        before = line
    return blocks


def _lines_of(text: str) -> list[Span | None]:
    """The lines without the white space around them; None for a blank one."""
    breaks = [found.span() for found in _BREAK.finditer(text)]
    starts = [0, *(end for _, end in breaks)]
    ends = [*(start for start, _ in breaks), len(text)]
    return [trimmed(text, start, end) for start, end in zip(starts, ends, strict=True)]


def trimmed(text: str, start: int, end: int) -> Span | None:
    """The span without white space at its ends, or None if there is nothing else in it."""
    piece = text[start:end]
    span = Span(start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip()))
    return span if span.start < span.end else None


def _wrap_width(text: str, lines: list[Span | None]) -> int | None:
    """The width to which the text is hard-wrapped, or None if its lines are paragraphs.

    In a wrapped text a line ends because the first word of the next one would not have fitted the width.
    """
    pairs = [(one, two) for one, two in pairwise(lines) if one and two]
    lengths = sorted(line.end - line.start for line in lines if line)
    if len(pairs) < _FEWEST_PAIRS:
        return None
    width = lengths[-1 - len(lengths) // 50]
    full = sum(
        _length(one) + 1 + len(text[two.start : two.end].split(None, 1)[0]) > width for one, two in pairs
    )
    broken = sum(not _ENDED.search(text, one.end - 4, one.end) for one, _ in pairs)
    wrapped = full >= _SHARE_FULL * len(pairs) and broken >= _SHARE_BROKEN * len(pairs)
    return width if wrapped and _NARROWEST <= width <= _WIDEST else None


def _length(line: Span) -> int:
    return line.end - line.start


def _runs_on(text: str, line: Span, following: Span, width: int | None) -> bool:
    """Whether the line after `line` continues its paragraph."""
    if _ITEM.match(text, following.start, following.end):
        return False
    ended = _ENDED.search(text, max(line.start, line.end - 4), line.end) is not None
    if width:
        return not (ended and _length(line) < width * 3 // 4)
    return not ended and _length(line) >= _NARROWEST and text[following.start].islower()
