"""Which day, month or year an expression of time means.

Comes in:   an expression, the anchor of its text, the outlook of its sentence.
Goes out:   an ISO date as precise as can be vouched for, or None.

A bare weekday is the nearest one that has passed, publication day included; but the weekday after
publication is the very next day, even in the past tense: reports run on past midnight, in other time zones,
and nobody calls a day of six days ago by its bare name. A day without a year takes the year that brings it
near the anchor. A week or weekend is told as the month, or else the year, that it lies within.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from tellings.languages.en.calendar import SEASONS_WITHIN_A_YEAR, WEEKDAY_NAMES
from tellings.read.dates.anchors import Anchor
from tellings.read.dates.expression import Expression
from tellings.read.dates.holidays import day_of_holiday
from tellings.read.dates.outlook import Outlook

_QUARTER = 92
_SOON = 21
_JUST_PAST, _YEAR_LESS = 30, 300
"""Nobody calls a day of next year by its bare date so soon after this year's."""
_NEAR_MISFIT = 60
_MONTHS_AHEAD = 3
_SATURDAY = 5
_YEAR, _MONTH, _DAY = 4, 7, 10
PRECISIONS = {"year": _YEAR, "month": _MONTH, "week": _DAY, "day": _DAY}
"""How long an ISO value must be for one of that unit to be counted from it."""
_LAST_YEAR = 10_000
_DAYS_IN_A_YEAR = 365.25
_AROUND_AN_ANNIVERSARY = timedelta(days=45)
"""How far from the day itself something may be told as so many years after it."""


def weekday_near(expression: Expression, anchor: Anchor, outlook: Outlook | None) -> date:
    """The day of a weekday."""
    today, weekday = anchor.day, expression.weekday or 0
    if expression.which in ("last", "next") or (expression.unit == "week"):
        weeks = {"last": -1, "this": 0, "next": 1}[expression.which]
        return today + timedelta(days=7 * weeks + weekday - today.weekday())
    back = (today.weekday() - weekday) % 7
    if expression.which == "past":
        return today - timedelta(days=back or 7)
    if not anchor.published:
        return today - timedelta(days=back if back <= 3 else back - 7)
    ahead = -back % 7
    if outlook == "future" or (expression.which in ("this", "coming") and outlook != "past"):
        return today + timedelta(days=ahead)
    return today + timedelta(days=1) if ahead == 1 else today - timedelta(days=back)


def day_in_year(expression: Expression, anchor: Anchor, outlook: Outlook | None) -> date | None:
    """The day of a date printed without its year."""
    if expression.which in ("last", "next", "this"):
        year = anchor.day.year + {"last": -1, "this": 0, "next": 1}[expression.which]
        return day_of(expression, year)
    years = range(anchor.day.year - 1, anchor.day.year + 2)
    days = [day for year in years if (day := day_of(expression, year))]
    if not days:
        return None
    past = max((day for day in days if day <= anchor.day), default=None)
    ahead = min((day for day in days if day > anchor.day), default=None)
    chosen = _past_or_ahead(past, ahead, anchor, outlook)
    if expression.weekday is None or chosen.weekday() == expression.weekday:
        return chosen
    fitting = [day for day in days if day.weekday() == expression.weekday]
    near = abs((chosen - anchor.day).days) <= _NEAR_MISFIT
    return chosen if near or not fitting else min(fitting, key=lambda day: abs((day - anchor.day).days))


def at_an_anniversary(expression: Expression, anchor: Anchor, years: int) -> date | None:
    """The day of a date that lies so many years back, where the anchor is near its anniversary."""
    if years >= anchor.day.year:
        return None
    told = anchor.day - timedelta(days=_DAYS_IN_A_YEAR * years)
    near = (day_of(expression, year) for year in range(told.year - 1, told.year + 2))
    return next((day for day in near if day and abs(told - day) <= _AROUND_AN_ANNIVERSARY), None)


def _past_or_ahead(past: date | None, ahead: date | None, anchor: Anchor, outlook: Outlook | None) -> date:
    if past is None or ahead is None:
        return past or ahead or anchor.day
    if not anchor.published:
        return min((past, ahead), key=lambda day: abs((day - anchor.day).days))
    days_ahead, days_back = (ahead - anchor.day).days, (anchor.day - past).days
    if outlook == "future":
        return past if not days_back or (days_back <= _JUST_PAST and days_ahead > _YEAR_LESS) else ahead
    soon = days_ahead <= (_QUARTER if outlook is None else _SOON)
    return ahead if soon and days_back > _QUARTER else past


def month_near(expression: Expression, anchor: Anchor, outlook: Outlook | None) -> str | None:
    """The ISO month of a month printed without its year."""
    month, today = expression.month or 1, anchor.day
    if expression.unit == "holidays" and today.month != month:
        return None
    back = (today.month - month) % 12
    ahead = outlook == "future" or (outlook is None and 12 - back <= _MONTHS_AHEAD)
    if expression.which in ("last", "past", "this past", "previous"):
        back = back or 12
    elif expression.which == "next" or (back and (ahead or expression.which == "this coming")):
        back -= 12 if expression.which != "this" else 0
    return _month(today, -back)


def period(expression: Expression, anchor: Anchor, outlook: Outlook | None) -> str | None:
    """ "last week", "this month", "next year", "last summer"."""
    today = anchor.day
    if expression.unit == "weekend" and not expression.which:
        expression = replace(expression, which=_which_weekend(today, outlook))
    shift = {"last": -1, "this": 0, "next": 1, "the": 0}.get(expression.which, -1)
    if expression.unit == "year":
        return f"{today.year + shift:04}" if 0 < today.year + shift < _LAST_YEAR else None
    if expression.unit == "month":
        return _month(today, shift)
    if expression.unit in SEASONS_WITHIN_A_YEAR:
        return _season(expression, shift, today)
    monday = today - timedelta(days=today.weekday()) + timedelta(weeks=shift)
    if expression.unit == "weekend":
        saturday = monday + timedelta(days=5)
        return _around(saturday, saturday + timedelta(days=1))
    return _around(monday, monday + timedelta(days=6))


def _which_weekend(today: date, outlook: Outlook | None) -> str:
    """ "over the weekend" is the one just past, or this one on its days and where the words look ahead."""
    return "this" if outlook == "future" or today.weekday() >= _SATURDAY else "last"


def _season(expression: Expression, shift: int, today: date) -> str | None:
    """ "last summer" is that of last year until this year's is over."""
    last_month = {"spring": 5, "summer": 8}.get(expression.unit, 11)
    if shift == -1 and today.month > last_month:
        shift = 0
    return f"{today.year + shift:04}" if 0 < today.year + shift < _LAST_YEAR else None


def ago(expression: Expression, anchor: Anchor) -> str | None:
    """ "three days ago" is a day; "three weeks ago" a month, if a few days more or less stay within it."""
    today, count = anchor.day, expression.count
    if expression.unit == "day":
        return (today + timedelta(days=count)).isoformat()
    if expression.unit == "week":
        day = today + timedelta(weeks=count)
        return _around(day - timedelta(days=3), day + timedelta(days=3))
    if expression.unit == "month":
        return _month(today, count)
    return f"{today.year + count:04}" if today.year + count > 0 else None


def around(expression: Expression, anchor: Anchor) -> str | None:
    """ "two and a half months ago": the month, or else the year, that a few days more or less stay within."""
    day = anchor.day + timedelta(days=expression.count)
    loose = timedelta(days={"year": 60, "month": 10}.get(expression.unit, 3))
    return _around(day - loose, day + loose)


def since(expression: Expression, anchor: Anchor) -> str | None:
    """ "over the past week": the month, or else the year, that the time from then until now lies within."""
    days = round(expression.count * {"day": 1, "week": 7, "month": 30.44}[expression.unit])
    return _around(anchor.day + timedelta(days=days), anchor.day)


def step(expression: Expression, named: str) -> str | None:
    """ "two days later", "the following month", "that year", counted from a value as precise."""
    count, unit = expression.count, expression.unit
    if unit == "year":
        year = int(named[:_YEAR]) + count
        return f"{year:04}" if 0 < year < _LAST_YEAR else None
    if unit == "month":
        return _month(date.fromisoformat(f"{named[:_MONTH]}-01"), count)
    day = date.fromisoformat(named) + timedelta(days=count * (7 if unit == "week" else 1))
    if unit == "day":
        return day.isoformat()
    return _around(day - timedelta(days=day.weekday()), day + timedelta(days=6 - day.weekday()))


def weekday_from(expression: Expression, named: str) -> str:
    """ "the previous Friday", "the following Monday", counted from a day."""
    day = date.fromisoformat(named)
    ahead = ((expression.weekday or 0) - day.weekday()) % 7
    shift = ahead - 7 if expression.which == "previous" else ahead or 7
    return (day + timedelta(days=shift)).isoformat()


def misfit_of(expression: Expression, day: date) -> str | None:
    """In words, how the printed weekday does not fit the printed date."""
    if expression.weekday is None or day.weekday() == expression.weekday:
        return None
    printed = f"{day:%b}. {day.day}, {day.year}" if day.month != 5 else f"May {day.day}, {day.year}"
    return f"{printed} was a {WEEKDAY_NAMES[day.weekday()]}, not a {WEEKDAY_NAMES[expression.weekday]}"


def day_of(expression: Expression, year: int) -> date | None:
    """The day of a date without a year, or of a holiday, in that year; None where that year has none."""
    try:
        if expression.holiday:
            return day_of_holiday(expression.holiday, year)
        return date(year, expression.month or 1, expression.day or 1)
    except ValueError:
        return None


def _month(today: date, shift: int) -> str | None:
    years, month = divmod(today.month - 1 + shift, 12)
    year = today.year + years
    return f"{year:04}-{month + 1:02}" if 0 < year < _LAST_YEAR else None


def _around(first: date, last: date) -> str | None:
    """The month that holds both days, else the year; None where the year turns between them."""
    if first.year != last.year:
        return None
    return f"{first.year:04}-{first.month:02}" if first.month == last.month else f"{first.year:04}"
