"""Figures that count nothing: dates, times of day, telephone numbers, addresses, names with a number.

Comes in:   a text.
Goes out:   the spans in which no quantity is looked for, and a test for names and scores.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from tellings.languages.en.calendar import MONTHS, WEEKDAYS
from tellings.languages.en.units import NUMBERED_THINGS
from tellings.read.dates.find import find_expressions
from tellings.records import Span

_CLOCK = re.compile(
    r"\b\d{1,2}(?:[:.]\d\d){0,2}\s?[ap]\.?m\b\.?|\b\d{1,2}:\d\d(?::\d\d)?\b|\b\d{4}\s?(?:GMT|UTC|hrs)\b"
    r"|\b(?:at|around|about|by|until|from)\s(?:about\s|around\s)?\d{1,2}\.\d\d\b"
    r"(?!\s?(?:%|[a-z]+(?:illion|cent)|m\b|k))"
    r"|\b\w{3,6}\so['’]clock",
    re.IGNORECASE,
)
_DAYS = re.compile(
    rf"\b(?:{'|'.join(MONTHS)})\.?\s\d{{1,2}}(?:,?\s?(?:and|or|to|[-–,])\s?\d{{1,2}}\b)+", re.IGNORECASE
)
_TELEPHONE = re.compile(
    r"\b\d{3}-\d{4}\b|\b\d{3}[-.]\d{3}[-.]\d{4}\b|\(\d{2,5}\)\s?\d{3,5}[\s-]?\d{3,5}\b|\+\d{1,3}[\s\d()-]{6,18}\d"
    r"|\b0\d{2,4}\s\d{3,4}(?:\s\d{3,4})?\b"
)
_ADDRESS = re.compile(r"(?:https?://|www\.|@)[^\s]{1,500}")
_ITEM = re.compile(r"^[ \t]*\(?\d{1,3}[.)](?=\s)", re.MULTILINE)
_PLACE = re.compile(
    r"\b\d{1,3}\s?(?:of|/)\s?\d{1,3}\b(?=\s(?:Photos|Skip|Images|Slides|Last)|\s*$)", re.MULTILINE
)
_BROKEN = re.compile(r"(?<![\d,.])\d{1,3}, \d{3}(?![\d,])")
"""A figure that may be one or two: "some 1, 600 officers"."""
_WORD_BEFORE = re.compile(r"([\w.'’&-]+)[\s(]{1,2}$")
_PLAYED = re.compile(r"\b(?:beat|beaten|lost|lead|led|voted?|won|win|wins|ruled|score|drew)\b[^.;]{0,30}$")
_CALENDAR = frozenset(WEEKDAYS) | frozenset(MONTHS)
_NUMBERED = frozenset(NUMBERED_THINGS)


class Skipped:
    """The places of a text where figures count nothing."""

    def __init__(self, text: str) -> None:
        patterns = (_CLOCK, _DAYS, _TELEPHONE, _ADDRESS, _ITEM, _PLACE, _BROKEN)
        spans = [hit.span() for pattern in patterns for hit in pattern.finditer(text)]
        spans += [made.span for made in find_expressions(text) if not made.lasts]
        self._spans = sorted(spans)
        self._furthest: list[int] = []
        for _, end in self._spans:
            self._furthest.append(max(end, self._furthest[-1] if self._furthest else 0))
        self._starts = [start for start, _ in self._spans]

    def holds(self, span: Span) -> bool:
        """Whether a skipped span overlaps this one."""
        index = bisect_right(self._starts, span.end - 1)
        return index > 0 and self._furthest[index - 1] > span.start


def is_part_of_a_name(text: str, span: Span, counted: str, sentence_starts: frozenset[int]) -> bool:
    """Whether the figure belongs to a name: "Flight 370", "page 4", "Merrow 7"; not "Merrow 7 boats"."""
    before = _WORD_BEFORE.search(text, max(0, span.start - 30), span.start)
    if before is None:
        return False
    word, start = before[1], before.start(1)
    if word.lower().rstrip(".") in _NUMBERED:
        return True
    if counted or start in sentence_starts or start - 1 in sentence_starts:
        return False
    return word[0].isupper() and word[-1].isalnum() and word.lower() not in _CALENDAR


def is_score(text: str, span: Span) -> bool:
    """Whether two figures with a dash between them are the score of a game or a vote."""
    return _PLAYED.search(text, max(0, span.start - 45), span.start) is not None
