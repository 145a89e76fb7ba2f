"""Holidays, those included that fall on another date each year.

Comes in:   a text, searched with `FORMS`; or the name of a holiday, in lower case, and a year.
Goes out:   `Expression`s of the kinds "day" and "month"; or the day of the holiday.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from tellings.languages.en.calendar import (
    ANOTHER_HOLIDAY_AFTER,
    ANOTHER_HOLIDAY_BEFORE,
    EASTER_HOLIDAYS,
    HOLIDAYS,
    WEEKDAY_HOLIDAYS,
)
from tellings.read.dates.context import ends_a_phrase, words_after, words_before
from tellings.read.dates.expression import BEGIN, GAP, Expression, Form, any_of
from tellings.read.dates.printed import THEIR_YEAR
from tellings.records import Span

NAMES = frozenset((*HOLIDAYS, *WEEKDAY_HOLIDAYS, *EASTER_HOLIDAYS))


def day_of_holiday(name: str, year: int) -> date:
    """The day of the holiday in that year. Raises `KeyError` for a name not in `NAMES`."""
    if name in HOLIDAYS:
        return date(year, *HOLIDAYS[name])
    if name in WEEKDAY_HOLIDAYS:
        return _nth_weekday(year, *WEEKDAY_HOLIDAYS[name])
    return easter_sunday(year) + timedelta(days=EASTER_HOLIDAYS[name])


def easter_sunday(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, by the method of Meeus, Jones and Butcher."""
    golden = year % 19
    century, of_century = divmod(year, 100)
    leap, left = divmod(century, 4)
    corrected = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap - corrected + 15) % 30
    leaps, rest = divmod(of_century, 4)
    weekday = (32 + 2 * left + 2 * leaps - epact - rest) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth such weekday of a month; the last one for -1."""
    if nth > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return last - timedelta(days=(last.weekday() - weekday) % 7)


def _holiday(text: str, hit: re.Match[str]) -> Expression | None:
    """ "Christmas Eve", "New Year's Day 2015", "Good Friday"."""
    before, after = words_before(text, hit.start()), words_after(text, hit.end())
    if before and before[0].lower() in ANOTHER_HOLIDAY_AFTER:
        return None
    if after and after[0].lower().rstrip(".") in ANOTHER_HOLIDAY_BEFORE:
        return None
    name = " ".join(hit["name"].lower().replace("’", "'").split())
    year = int(hit["year"]) if hit["year"] else None
    day = day_of_holiday(name, year) if year else None
    month_and_day = (day.month, day.day) if day else HOLIDAYS.get(name, (None, None))
    return Expression(
        kind="day",
        span=Span(*hit.span()),
        year=year,
        month=month_and_day[0],
        day=month_and_day[1],
        which=(hit["which"] or "").lower(),
        holiday="" if month_and_day[0] else name,
    )


def _christmas(text: str, hit: re.Match[str]) -> Expression | None:
    """ "on Christmas" is a day, "over the Christmas holidays" and "last Christmas" a month."""
    lead, span = " ".join(hit["lead"].lower().split()), Span(*hit.span("name"))
    if not hit["time"] and not ends_a_phrase(text, span.end):
        return None
    if lead.startswith("spen") and not hit["time"]:
        return None
    if lead in ("over", "during", "at", "last", "this", "next") or hit["time"]:
        return Expression(kind="month", span=span, month=12, which=lead if lead in ("last", "next") else "")
    return Expression(kind="day", span=span, month=12, day=25)


_ANY_HOLIDAY = any_of(NAMES).replace("'", "['’]")
_CHRISTMAS = (
    rf"(?P<lead>after|at|before|by|during|last|next|on|over|since|spend|spending|spent|this|until){GAP}(?:the{GAP})?"
    rf"(?P<name>Christmas(?:{GAP}(?P<time>break|holidays?|period|season))?)\b"
)

FORMS: tuple[Form, ...] = tuple(
    (re.compile(BEGIN + pattern, re.IGNORECASE), make)
    for pattern, make in ((rf"(?P<name>{_ANY_HOLIDAY})\b{THEIR_YEAR}", _holiday), (_CHRISTMAS, _christmas))
)
