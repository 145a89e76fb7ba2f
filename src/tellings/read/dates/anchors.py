"""The day from which a text counts: its day of publication, or a date it prints.

Comes in:   a text, its expressions of time, the day of publication if known, a day given by the caller.
Goes out:   `Anchor`: a day, the expression that gave it, and whether the text was published on that day.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tellings.languages.en.calendar import PUBLICATION_LABELS, WEEKDAY_NAMES
from tellings.read.dates.expression import Expression
from tellings.records import Span

_LABELS = frozenset(PUBLICATION_LABELS) | {name.lower() for name in WEEKDAY_NAMES}
_WORD = re.compile(r"[^\W\d_]+")
_DATELINE = re.compile(r"^[\W\d]*[A-Z][A-Z.,'’ -]{2,40}(?:\([^)]{1,40}\))?[,\s]*$")
_AFTER_DATELINE = re.compile(r"^,?\s*(?:\([^)]{1,40}\)\s*)?(?:-{1,2}|–|—|\()")
_LONGEST_LINE = 120


@dataclass(frozen=True, slots=True)
class Anchor:
    """A day to count from.

    `span` is the expression of the text that gave it, None where it came from outside. `published` is
    false where the text was written near that day, and not surely on it.
    """

    day: date
    span: Span | None
    published: bool


def day_of(iso: str | None) -> date | None:
    """The day of an ISO date or date-time; None where it is coarser than a day or no date."""
    try:
        return date.fromisoformat((iso or "")[:10])
    except ValueError:
        return None


def find_anchor(
    text: str, expressions: Sequence[Expression], published: str | None, given: str | None
) -> Anchor | None:
    """The anchor of a text: its publication, a date in a dateline or on a line of its own, a date printed
    with its weekday, a day the caller gives; None where there is none of them.
    """
    if day := day_of(published):
        return Anchor(day, None, True)
    full = [(made, date(made.year, made.month, made.day)) for made in expressions
            if made.kind == "day" and made.year and made.month and made.day]  # fmt: skip
    for made, day in full:
        if _tells_publication(text, made.span):
            return Anchor(day, made.span, True)
    for made, day in full:
        if made.weekday is not None:
            return Anchor(day, made.span, False)
    if day := day_of(given):
        return Anchor(day, None, False)
    return None


def nearest_year(expressions: Sequence[Expression], place: int) -> Anchor | None:
    """The full date printed nearest to a place: good enough for the year of a day without one."""
    full = [made for made in expressions if made.kind == "day" and made.year and made.month and made.day]
    if not full:
        return None
    made = min(full, key=lambda each: abs(each.span.start - place))
    return Anchor(date(made.year or 1, made.month or 1, made.day or 1), made.span, False)


def _tells_publication(text: str, span: Span) -> bool:
    """Whether the date stands in a dateline, or on a line that holds nothing but the time of publication."""
    start, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    before, after = text[start : span.start], text[span.end : end if end >= 0 else len(text)]
    if _DATELINE.match(before[:_LONGEST_LINE]) and _AFTER_DATELINE.match(after[:60]):
        return True
    if len(before) + len(after) > _LONGEST_LINE:
        return False
    return all(word.lower() in _LABELS for word in _WORD.findall(before + " " + after))
