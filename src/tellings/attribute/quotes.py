"""Where a text stands in quotation marks.

Comes in:   a text.
Goes out:   the spans between marks (marks included), and how a content stands to them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from tellings.records import Form, Span

DIRECT_SHARE = 0.98
"""The part of a content's letters that must stand in marks for it to be direct."""
MOST_UNMARKED = 8
"""Paragraphs without any mark that may stand within one quotation."""
LONGEST_CAPTION = 16
"""Words of a line that may stand between two paragraphs of one quotation."""
LONGEST_SINGLE, LONGEST_TOLD = 400, 1500
"""Characters between two single marks: anywhere, and where the first stands behind a colon or a comma."""
_DOUBLE = frozenset('"“”„«»')
_SINGLE, _SINGLE_CLOSING = frozenset("‘'"), frozenset("’'")
_LEADING_TO_SPEECH = (": ", ", ")


def quoted_spans(text: str, span: Span | None = None) -> list[Span]:
    """The quotations of a text, in order of place, none over a line break.

    One that is not closed ends with its paragraph, or goes on through paragraphs without marks to where one
    of the next closes it. A single mark that is not closed may be an apostrophe: it opens a quotation only
    if the next paragraph opens with a mark again.
    """
    start, end = span or Span(0, len(text))
    found: list[Span] = []
    unmarked: list[Span] = []
    left_open = False
    for line, following in _with_next(_lines(text, start, end)):
        first = _first_mark(text, line) if left_open else -1
        closes = first > line.start and _is_close(text, first, line.end)
        if left_open and first < 0 and len(unmarked) < MOST_UNMARKED:
            unmarked.append(line)
            continue
        found += [*unmarked, Span(line.start, first + 1)] if closes else []
        opens_again = following is not None and text[following.start] in _DOUBLE | _SINGLE
        inside = _in_paragraph(text, first + 1 if closes else line.start, line.end, opens_again)
        found += inside
        unmarked = []
        left_open = bool(inside) and inside[-1].end == line.end and _is_left_open(text, inside[-1])
    return found


def _with_next(lines: Iterator[Span]) -> Iterator[tuple[Span, Span | None]]:
    """Each line and the one behind it."""
    before: Span | None = None
    for line in lines:
        if before is not None:
            yield before, line
        before = line
    if before is not None:
        yield before, None


def _is_left_open(text: str, quotation: Span) -> bool:
    """Whether a quotation may go on through paragraphs without marks."""
    return text[quotation.start] not in _SINGLE and not is_closed(text, quotation)


def _lines(text: str, start: int, end: int) -> Iterator[Span]:
    """The lines that hold anything, without the white space at their ends."""
    at = start
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        line = text[at:stop]
        if line.strip():
            yield Span(at + len(line) - len(line.lstrip()), at + len(line.rstrip()))
        at = stop + 1


def _first_mark(text: str, line: Span) -> int:
    """Where the first double mark of a line stands, else -1."""
    return next((at for at in range(line.start, line.end) if text[at] in _DOUBLE), -1)


def is_closed(text: str, quotation: Span) -> bool:
    """Whether a quotation ends with a mark that closes it."""
    if text[quotation.start] == "`":
        return text.endswith("''", quotation.start, quotation.end)
    if text[quotation.start] in _SINGLE:
        return quotation.end - 1 > quotation.start and text[quotation.end - 1] in _SINGLE_CLOSING
    return quotation.end - 1 > quotation.start and _is_close(text, quotation.end - 1, quotation.end)


def runs_of(text: str, quoted: Sequence[Span]) -> Iterator[list[Span]]:
    """Each quotation of `quoted_spans` as the spans of its paragraphs, also where it runs over several."""
    run: list[Span] = []
    for span in quoted:
        if run and not _goes_on(run[-1], span, text):
            yield run
            run = []
        run.append(span)
    if run:
        yield run


def _goes_on(before: Span, span: Span, text: str) -> bool:
    """Whether a quotation left open at the end of its paragraph goes on at the beginning of the next.

    The caption of a picture may stand between: a line that is no sentence.
    """
    if is_closed(text, before):
        return False
    between = text[before.end : span.start]
    lines = [line.strip() for line in between.split("\n") if line.strip()]
    caption = len(lines) == 1 and len(lines[0].split()) <= LONGEST_CAPTION and lines[0][-1] not in ".:!?"
    return "\n" in between and between[:1] == "\n" and between[-1:] == "\n" and (not lines or caption)


def _in_paragraph(text: str, start: int, end: int, goes_on: bool) -> list[Span]:
    """The quotations of a paragraph; `goes_on`: the next one opens with a mark."""
    found: list[Span] = []
    at = start
    while at < end:
        if text[at] in _DOUBLE and _opens(text, at, start):
            stop = _double_close(text, at, end)
            found.append(Span(at, stop))
            at = stop - 1
        elif text.startswith("``", at):
            close = text.find("''", at, end)
            stop = close + 2 if close > 0 else end
            found.append(Span(at, stop))
            at = stop - 1
        elif text[at] in _SINGLE and _opens(text, at, start):
            leads = at == start or text[at - 2 : at] in _LEADING_TO_SPEECH
            close = _single_close(text, at, end if at == start else _reach(at, end, leads))
            if close < 0 and goes_on and leads and text[end - 1] in '.!?…"”':
                close = end - 1
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


def _reach(at: int, end: int, leads: bool) -> int:
    return min(end, at + (LONGEST_TOLD if leads else LONGEST_SINGLE))


def _single_close(text: str, at: int, end: int) -> int:
    """The mark that closes a single quotation, else -1.

    It is no apostrophe within a word, nor one behind an s ("the dockers' union") where another closes.
    """
    doubtful = -1
    for close in range(at + 2, end):
        if text[close] not in "‘’'":
            continue
        after = text[close + 1] if close + 1 < end else " "
        if text[close] == "‘" or (text[close - 1].isspace() and after.isalnum()):
            if doubtful > 0:
                return doubtful
        elif not text[close - 1].isspace() and not after.isalnum():
            if text[close - 1] != "s" or not text[close + 1 : close + 3].strip(" ").islower():
                return close
            doubtful = doubtful if doubtful > 0 else close
    return doubtful


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
