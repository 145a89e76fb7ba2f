"""Dates that print a day of the month, a month or a year.

Comes in:   a text, searched with `FORMS`.
Goes out:   `Expression`s of the kinds "day", "numeric", "month" and "year".
"""

from __future__ import annotations

import re
from datetime import date

from tellings.languages.en.calendar import HOLIDAYS, MONTHS, WEEKDAYS
from tellings.read.dates.context import is_month, is_year
from tellings.read.dates.expression import BEGIN, GAP, Expression, Form, any_of
from tellings.records import Span

_FULL_NAMES = [name for name in MONTHS if len(name) > 4 or name in ("july", "june", "may")]
_MONTH = rf"(?P<month>(?:{any_of(_FULL_NAMES)})\b|(?:{any_of(set(MONTHS) - set(_FULL_NAMES))})\b\.?)"
_A_DAY = re.compile(r"\s{0,2}\d")
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\w%]|[.,:/]\d|-\w)"
_YEAR = r"(?P<year>(?:1[5-9]|20|21)\d\d)(?![\w%]|[.,]\d)"
_THEIR_YEAR = rf"(?:,?{GAP}{_YEAR}|,?{GAP}(?P<which>last|this|next){GAP}year\b)?"
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
    if not _exists(year or 2000, month, day):
        return None
    return Expression(
        kind="day",
        span=Span(*hit.span()),
        year=year,
        month=month,
        day=day,
        weekday=WEEKDAYS[hit["weekday"].rstrip(".").lower()] if hit["weekday"] else None,
        which=(hit["which"] or "").lower(),
    )


def _iso(text: str, hit: re.Match[str]) -> Expression | None:
    """ "2016-10-20", "2016/10/20"."""
    return _numbered(hit, int(hit["month"]), int(hit["day"]))


def _slashed(text: str, hit: re.Match[str]) -> Expression | None:
    """ "20/10/2016" and "10/20/2016"; "10/11/2016" may be read in two ways."""
    one, two = int(hit["one"]), int(hit["two"])
    if one > 12 or one == two:
        return _numbered(hit, two, one)
    if two > 12:
        return _numbered(hit, one, two)
    return Expression(kind="numeric", span=Span(*hit.span()), year=int(hit["year"]), month=one, day=two)


def _numbered(hit: re.Match[str], month: int, day: int) -> Expression | None:
    year = int(hit["year"])
    if not _exists(year, month, day):
        return None
    return Expression(kind="day", span=Span(*hit.span()), year=year, month=month, day=day)


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
    """ "in 2010", "the 2008 primaries"."""
    span = Span(*hit.span())
    return Expression(kind="year", span=span, year=int(hit["year"])) if is_year(text, span) else None


def _second_year(text: str, hit: re.Match[str]) -> Expression | None:
    """The "16" of "2015-16"."""
    year = int(hit["year"]) + 1
    if year % 100 != int(hit["short"]) or not is_year(text, Span(*hit.span("year"))):
        return None
    return Expression(kind="year", span=Span(*hit.span("short")), year=year)


def _holiday(text: str, hit: re.Match[str]) -> Expression | None:
    """ "Christmas Eve", "New Year's Day 2015"."""
    month, day = HOLIDAYS[" ".join(hit["name"].lower().replace("’", "'").split())]
    year = int(hit["year"]) if hit["year"] else None
    return Expression(
        kind="day",
        span=Span(*hit.span()),
        year=year,
        month=month,
        day=day,
        which=(hit["which"] or "").lower(),
    )


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


_ANY_HOLIDAY = any_of(HOLIDAYS).replace("'", "['’]")
_NUMBERS = r"(?P<one>\d{1,2})(?P<mark>[/.])(?P<two>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d)(?![\d/])"

FORMS: tuple[Form, ...] = tuple(
    (re.compile(BEGIN + pattern, re.IGNORECASE), make)
    for pattern, make in (
        (rf"{_WEEKDAY}{_MONTH}\s{{0,2}}{_DAY}{_THEIR_YEAR}", _day),
        (rf"{_WEEKDAY}{_DAY}{GAP}(?:of{GAP})?{_MONTH}{_THEIR_YEAR}", _day),
        (r"(?P<year>(?:19|20)\d\d)(?P<mark>[-/])(?P<month>\d\d)(?P=mark)(?P<day>\d\d)(?!\d)", _iso),
        (_NUMBERS, _slashed),
        (
            rf"{_WHICH}{_PART_OF_MONTH}{_MONTH}(?:,?{GAP}(?:of{GAP})?{_YEAR}|{GAP}(?P<which>last|this|next){GAP}year\b)?",
            _month,
        ),
        (_YEAR, _year),
        (r"(?P<year>20\d\d)[-–/](?P<short>\d\d)(?![\w/-])", _second_year),
        (rf"(?P<name>{_ANY_HOLIDAY})\b{_THEIR_YEAR}", _holiday),
    )
)
