"""The other ends of ranges: "May 3 to 5", "3-5 May", "2010-16".

Comes in:   a text, searched with `FORMS`.
Goes out:   `Expression`s of the end that does not name its month, or not its century.
"""

from __future__ import annotations

import re

from tellings.languages.en.calendar import MONTHS
from tellings.read.dates.context import ends_a_phrase, is_year, words_before
from tellings.read.dates.expression import BEGIN, GAP, Expression, Form, exists
from tellings.read.dates.printed import DAY, MONTH, THEIR_YEAR
from tellings.records import Span

_LAST_MONTH = 12
_LEADS = ("and", "between", "from", "of", "on", "the", "(", ",")


def _last_day(text: str, hit: re.Match[str]) -> Expression | None:
    """The "5" of "May 3 to 5" and "May 3-5, 2016"."""
    follows = hit["year"] or hit["joint"].strip() in "-–—" or ends_a_phrase(text, hit.end("day"))
    if hit["month"][0].islower() or not follows or int(hit["day"]) <= int(hit["other"]):
        return None
    return _day(hit, Span(hit.start("day"), hit.end()))


def _first_day(text: str, hit: re.Match[str]) -> Expression | None:
    """The "3" of "from 3 to 5 May" and "3-5 May 2016"."""
    before = words_before(text, hit.start())
    leads = hit["joint"].strip() in "-–—" or (before and before[0].lower() in _LEADS)
    if hit["month"][0].islower() or not leads or int(hit["day"]) >= int(hit["other"]):
        return None
    return _day(hit, Span(*hit.span("day")))


def _day(hit: re.Match[str], span: Span) -> Expression | None:
    year, month, day = hit["year"], MONTHS[hit["month"].rstrip(".").lower()], int(hit["day"])
    if not exists(int(year or 2000), month, day):
        return None
    return Expression(kind="day", span=span, year=int(year) if year else None, month=month, day=day,
                      which=(hit["which"] or "").lower())  # fmt: skip


def _last_year(text: str, hit: re.Match[str]) -> Expression | None:
    """The "16" of "2015-16", the "2009" of "2003-2009"; "2010-11" may be a month as well as "2001-04"."""
    first, short = int(hit["year"]), hit["last"]
    last = int(short) if len(short) > 2 else first - first % 100 + int(short)
    may_be_a_month = len(short) == 2 and int(short) <= _LAST_MONTH and hit["dash"] == "-"
    if last <= first or (may_be_a_month and last != first + 1) or not is_year(text, Span(*hit.span("year"))):
        return None
    return Expression(kind="year", span=Span(*hit.span("last")), year=last)


_JOINT = r"(?P<joint>\s?[-–—]\s?|\s(?:to|through|until|and|or)\s)"
_OTHER_DAY = r"(?P<other>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"

FORMS: tuple[Form, ...] = tuple(
    (re.compile(BEGIN + pattern, re.IGNORECASE), make)
    for pattern, make in (
        (rf"{MONTH}{GAP}{_OTHER_DAY}{_JOINT}{DAY}{THEIR_YEAR}", _last_day),
        (rf"{DAY}{_JOINT}{_OTHER_DAY}{GAP}(?:of{GAP})?{MONTH}{THEIR_YEAR}", _first_day),
        (r"(?P<year>(?:1[5-9]|20)\d\d)(?P<dash>[-–/])(?P<last>(?:1[5-9]|20)\d\d|\d\d)(?![\w/-])", _last_year),
    )
)
