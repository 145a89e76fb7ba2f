"""Where a text stands in quotation marks.

Comes in:   a text.
Goes out:   the spans between marks (marks included), and how a content stands to them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from tellings.records import Form, Span

DIRECT_SHARE = 0.98
"""The part of a content's letters that must stand in marks for it to be direct."""
_DOUBLE = frozenset('"“”„«»')
_SINGLE = frozenset("‘'")


def quoted_spans(text: str, span: Span | None = None) -> list[Span]:
    """The quotations of a text, in order of place.

    One that is not closed ends with its paragraph, or goes on to where the next paragraph closes it.
    """
    start, end = span or Span(0, len(text))
    found: list[Span] = []
    at, left_open = start, False
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        if text[at:stop].strip():
            closed = _closes_first(text, at, stop) if left_open else -1
            inside = _in_paragraph(text, max(at, closed + 1), stop)
            found += ([Span(at, closed + 1)] if closed >= 0 else []) + inside
            left_open = bool(inside) and inside[-1].end == stop and not _is_close(text, stop - 1, stop)
        at = stop + 1
    return found


def _closes_first(text: str, start: int, end: int) -> int:
    """Where a paragraph closes a quotation before it opens one, else -1."""
    for at in range(start, end):
        if text[at] in _DOUBLE:
            return at if _is_close(text, at, end) and at > start else -1
    return -1


def _in_paragraph(text: str, start: int, end: int) -> list[Span]:
    found: list[Span] = []
    at = start
    while at < end:
        if text[at] in _DOUBLE and _opens(text, at, start):
            stop = _double_close(text, at, end)
            found.append(Span(at, stop))
            at = stop - 1
        elif text[at] in _SINGLE and _opens(text, at, start):
            close = _single_close(text, at, end)
            if close > 0:
                found.append(Span(at, close + 1))
                at = close
        at += 1
    return found


def _double_close(text: str, at: int, end: int) -> int:
    """The end of a quotation opened at `at`: behind its closing mark, or where the next one opens."""
    for close in range(at + 1, end):
        if text[close] in _DOUBLE:
            return close + 1 if _is_close(text, close, end) else close
    return end


def _is_close(text: str, at: int, end: int) -> bool:
    """A mark closes behind a word or a stop, unless a blank stands before it and a word behind."""
    if text[at] not in _DOUBLE:
        return False
    if text[at] in "“„":
        return False
    before, after = text[at - 1 : at], text[at + 1 : at + 2] if at + 1 < end else " "
    return not (before.isspace() and after.isalnum())


def _opens(text: str, at: int, start: int) -> bool:
    before = text[at - 1] if at > start else " "
    if text[at] in "“„«":
        return True
    return not before.isalnum() and at + 1 < len(text) and not text[at + 1].isspace()


def _single_close(text: str, at: int, end: int) -> int:
    """The mark that closes a single quotation: no apostrophe within or (as far as one sees) behind a word."""
    for close in range(at + 2, min(end, at + 400)):
        if text[close] in "’'" and not text[close - 1].isspace():
            after = text[close + 1] if close + 1 < end else " "
            if not after.isalnum() and (
                text[close - 1] != "s" or text[close - 1 : close + 2].strip() == "s" + text[close]
            ):
                return close
    return -1


def form_of(
    text: str, content: Sequence[Span], quoted: Sequence[Span], nested_in: Sequence[Span] = ()
) -> Form:
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
