"""Dates that print a day of the month, a month or a year.

Comes in:   a text, searched with `FORMS`.
Goes out:   `Expression`s of the kinds "day", "month", "year" and "decade".
"""

from __future__ import annotations

import re

from tellings.languages.en.calendar import (
    DAYS_WITHOUT_A_YEAR,
    KNOWN_BY_THEIR_DAY,
    MONTHS,
    WEEKDAY_NAMES,
    WEEKDAYS,
)
from tellings.read.dates.context import is_month, is_year, words_after, words_before
from tellings.read.dates.expression import BEGIN, GAP, Expression, Form, any_of, exists
from tellings.records import Span

_FULL_NAMES = [name for name in MONTHS if len(name) > 4 or name in ("july", "june", "may")]
MONTH = rf"(?P<month>(?:{any_of(_FULL_NAMES)})\b|(?:{any_of(set(MONTHS) - set(_FULL_NAMES))})\b\.?)"
_A_DAY = re.compile(r"\s{0,2}\d")
DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\w%]|[.,:/]\d|-(?!\d{1,2}\b)\w)"
YEAR = r"(?P<year>(?:1[5-9]|20|21)\d\d)(?![\w%]|[.,]\d)"
THEIR_YEAR = rf"(?:,?{GAP}{YEAR}|,?{GAP}(?P<which>last|this|next){GAP}year\b)?"
_WEEKDAY = rf"(?:(?P<weekday>(?:{any_of(WEEKDAYS)})\b\.?),?{GAP}\(?(?:the{GAP})?)?"
_PART_OF_MONTH = (
    rf"(?:(?P<part>early|late|mid|the{GAP}(?:end|beginning|start|middle){GAP}of)(?:{GAP}|-)(?:in{GAP})?)?"
)
_WHICH = rf"(?:(?P<before>last|next|this{GAP}past|this{GAP}coming|this|past|previous){GAP})?"


def _day(text: str, hit: re.Match[str]) -> Expression | None:
    """ "Friday, Nov. 11, 2016", "20th of October", "June 12 last year"."""
    month = _month_of(hit)
    if month is None:
        return None
    year, day = int(hit["year"]) if hit["year"] else None, int(hit["day"])
    weekday = hit["weekday"] or hit["weekday_after"]
    if year is None and not hit["which"] and _is_known_by_its_day(text, hit.end()):
        year = DAYS_WITHOUT_A_YEAR.get((month, day))
    if not exists(year or 2000, month, day):
        return None
    return Expression(
        kind="day",
        span=Span(*hit.span()),
        year=year,
        month=month,
        day=day,
        weekday=WEEKDAYS[weekday.rstrip(".").lower()] if weekday else None,
        which=(hit["which"] or "").lower() or _that(text, hit.start()),
    )


def _is_known_by_its_day(text: str, end: int) -> bool:
    """Whether words follow that make "Sept. 11" the one of 2001: "the Sept. 11 attacks"."""
    after = words_after(text, end)
    return bool(after) and after[0].lower().rstrip(".") in KNOWN_BY_THEIR_DAY


def _that(text: str, start: int) -> str:
    """ "that" where the day is told as one known already: "At that March 2 meeting"."""
    before = words_before(text, start)
    shown = [word.lower() for word in before[:2]]
    return "that" if shown[:1] == ["that"] and shown[1:] and shown[1] in _BEFORE_THAT else ""


def _month(text: str, hit: re.Match[str]) -> Expression | None:
    """ "late September", "last November", "March 2008", "in July"."""
    month, qualified = _month_of(hit), bool(hit["before"] or hit["part"] or hit["which"])
    if month is None:
        return None
    if not hit["year"] and (
        _A_DAY.match(text, hit.end("month"))
        or not is_month(text, Span(*hit.span("month")), qualified=qualified)
    ):
        return None
    return Expression(
        kind="month",
        span=Span(*hit.span()),
        year=int(hit["year"]) if hit["year"] else None,
        month=month,
        which=(hit["before"] or hit["which"] or "").lower(),
    )


def _month_of(hit: re.Match[str]) -> int | None:
    """The number of the month; None for the verbs "may" and "march"."""
    printed = hit["month"]
    return MONTHS[printed.rstrip(".").lower()] if printed[0].isupper() else None


def _year(text: str, hit: re.Match[str]) -> Expression | None:
    """ "in 2010", "the 2008 primaries", "mid-2015"."""
    span, printed = Span(*hit.span()), Span(*hit.span("year"))
    qualified = span != printed
    return (
        Expression(kind="year", span=span, year=int(hit["year"]))
        if qualified or is_year(text, printed)
        else None
    )


def _decade(text: str, hit: re.Match[str]) -> Expression | None:
    """ "the early 1970s", "the '80s"; not "the 1800s", which may be a century."""
    before = words_before(text, hit.start())
    if hit["short"] and not (before and before[0].lower() == "the"):
        return None
    year = int(hit["decade"] or f"19{hit['short']}")
    if year % 100 == 0 and year != _DECADE_OF_ITS_OWN:
        return None
    return Expression(kind="decade", span=Span(*hit.span()), year=year)


_BEFORE_THAT = ("after", "at", "before", "during", "from", "in", "on", "since")
_WEEKDAY_AFTER = rf"(?:,?{GAP}(?:\(|a{GAP})(?P<weekday_after>{any_of(WEEKDAY_NAMES)})\b\)?)?"
_DECADE_OF_ITS_OWN = 2000
_DECADE = (
    rf"(?:(?:early|late|mid)(?:-|{GAP}))?(?:(?P<decade>(?:1[5-9]|20)\d0)|['’‘](?P<short>[3-9]0))['’]?s\b"
)

FORMS: tuple[Form, ...] = tuple(
    (re.compile(BEGIN + pattern, re.IGNORECASE), make)
    for pattern, make in (
        (rf"{_WEEKDAY}{MONTH}\s{{0,2}}{DAY}{THEIR_YEAR}{_WEEKDAY_AFTER}", _day),
        (rf"{_WEEKDAY}{DAY}{GAP}(?:of{GAP})?{MONTH}{THEIR_YEAR}{_WEEKDAY_AFTER}", _day),
        (
            rf"{_WHICH}{_PART_OF_MONTH}{MONTH}(?:,?{GAP}(?:of{GAP})?{YEAR}|{GAP}(?P<which>last|this|next){GAP}year\b)?",
            _month,
        ),
        (rf"(?:(?:early|late|mid)[- ])?{YEAR}", _year),
        (_DECADE, _decade),
    )
)
