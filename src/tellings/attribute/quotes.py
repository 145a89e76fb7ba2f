"""Where a text stands in quotation marks.

Comes in:   a text.
Goes out:   the spans between marks (marks included), and how a content stands to them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from tellings.records import Form, Span

OPENING = {"“": "”", "„": "“", "«": "»", '"': '"'}
DIRECT_SHARE = 0.9
"""The part of a content's letters that must stand in marks for it to be direct."""
_SINGLE = {"‘": "’", "'": "'"}


def quoted_spans(text: str, span: Span | None = None) -> list[Span]:
    """The quotations of a text, in order of place; one that is not closed ends with its paragraph."""
    start, end = span or Span(0, len(text))
    found: list[Span] = []
    at = start
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        found += _in_paragraph(text, at, stop)
        at = stop + 1
    return found


def _in_paragraph(text: str, start: int, end: int) -> list[Span]:
    found: list[Span] = []
    at = start
    while at < end:
        mark = text[at]
        if mark in OPENING:
            close = text.find(OPENING[mark], at + 1, end)
            if close < 0 and mark != '"':
                close = text.find('"', at + 1, end)
            stop = end if close < 0 else close + 1
            found.append(Span(at, stop))
            at = stop
        elif mark in _SINGLE and _opens(text, at, start):
            close = _single_close(text, at, end)
            if close > 0:
                found.append(Span(at, close + 1))
                at = close + 1
            else:
                at += 1
        else:
            at += 1
    return found


def _opens(text: str, at: int, start: int) -> bool:
    before = text[at - 1] if at > start else " "
    return not before.isalnum() and at + 1 < len(text) and not text[at + 1].isspace()


def _single_close(text: str, at: int, end: int) -> int:
    """The mark that closes a single quotation: not an apostrophe within or (as far as one sees) after a word."""
    for close in range(at + 2, min(end, at + 400)):
        if text[close] in "’'" and not text[close - 1].isspace():
            after = text[close + 1] if close + 1 < end else " "
            if not after.isalnum() and (text[close - 1] != "s" or text[close - 1 : close + 2].strip() == "s" + text[close]):
                return close
    return -1


def form_of(text: str, content: Sequence[Span], quoted: Sequence[Span], nested_in: Sequence[Span] = ()) -> Form:
    """direct, mixed or indirect; inside `nested_in`, another one's words, only marks within it count."""
    letters = marked = 0
    for part in content:
        inside = _own_marks(text, part, quoted, nested_in)
        for at in range(part.start, part.end):
            if text[at].isalnum():
                letters += 1
                marked += any(span.start <= at < span.end for span in inside)
    if not letters or not marked:
        return "indirect"
    return "direct" if marked >= DIRECT_SHARE * letters else "mixed"


def _own_marks(text: str, part: Span, quoted: Sequence[Span], nested_in: Sequence[Span]) -> list[Span]:
    outer = next((span for span in nested_in if span.covers(part)), None)
    if outer is not None:
        around = Span(max(outer.start + 1, part.start - 1), min(outer.end, part.end + 1))
        return quoted_spans(text, around)
    low = bisect_left(quoted, part.start, key=lambda span: span.end)
    high = bisect_left(quoted, part.end, key=lambda span: span.start)
    return list(quoted[low:high])
