"""Which day, month or year an expression of time means.

Comes in:   an expression, the anchor of its text, the outlook of its sentence.
Goes out:   an ISO date as precise as can be vouched for, or None.

A bare weekday is the nearest one that has passed, publication day included; but the weekday after
publication is the very next day, even in the past tense: reports run on past midnight, in other time zones,
and nobody calls a day of six days ago by its bare name. A day without a year takes the year that brings it
near the anchor. A week or weekend is told as its month, and only if it lies within one.
"""

from __future__ import annotations

from datetime import date, timedelta

from tellings.languages.en.calendar import SEASONS_WITHIN_A_YEAR, WEEKDAY_NAMES
from tellings.read.dates.anchors import Anchor
from tellings.read.dates.expression import Expression
from tellings.read.dates.outlook import Outlook

_QUARTER = 92
_SOON = 21
_NEAR_MISFIT = 60
_MONTHS_AHEAD = 3


def weekday_near(expression: Expression, anchor: Anchor, outlook: Outlook | None) -> date:
    """The day of a weekday."""
    today, weekday = anchor.day, expression.weekday or 0
    if expression.which in ("last", "next") or (expression.unit == "week"):
        weeks = {"last": -1, "this": 0, "next": 1}[expression.which]
        return today + timedelta(days=7 * weeks + weekday - today.weekday())
    back = (today.weekday() - weekday) % 7
    if not anchor.published:
        return today - timedelta(days=back if back <= 3 else back - 7)
    ahead = -back % 7
    if outlook == "future" or (expression.which in ("this", "coming") and outlook != "past"):
        return today + timedelta(days=ahead)
    return today + timedelta(days=1) if ahead == 1 else today - timedelta(days=back)


def day_in_year(expression: Expression, anchor: Anchor, outlook: Outlook | None) -> date | None:
    """The day of a date printed without its year."""
    if expression.which:
        year = anchor.day.year + {"last": -1, "this": 0, "next": 1}[expression.which]
        return _date(year, expression)
    years = range(anchor.day.year - 1, anchor.day.year + 2)
    days = [day for year in years if (day := _date(year, expression))]
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


def _past_or_ahead(past: date | None, ahead: date | None, anchor: Anchor, outlook: Outlook | None) -> date:
    if past is None or ahead is None:
        return past or ahead or anchor.day
    if not anchor.published:
        return min((past, ahead), key=lambda day: abs((day - anchor.day).days))
    if outlook == "future":
        return past if past == anchor.day else ahead
    days_ahead, days_back = (ahead - anchor.day).days, (anchor.day - past).days
    soon = days_ahead <= (_QUARTER if outlook is None else _SOON)
    return ahead if soon and days_back > _QUARTER else past


def month_near(expression: Expression, anchor: Anchor, outlook: Outlook | None) -> str:
    """The ISO month of a month printed without its year."""
    month, today = expression.month or 1, anchor.day
    back = (today.month - month) % 12
    ahead = outlook == "future" or (outlook is None and 12 - back <= _MONTHS_AHEAD)
    if expression.which in ("last", "past", "this past", "previous"):
        back = back or 12
    elif expression.which == "next" or (back and (ahead or expression.which == "this coming")):
        back -= 12 if expression.which != "this" else 0
    return _month(today, -back)


def period(expression: Expression, anchor: Anchor) -> str | None:
    """ "last week", "this month", "next year", "last summer"."""
    shift = {"last": -1, "previous": -1, "this": 0, "next": 1}.get(expression.which, -1)
    today = anchor.day
    if expression.unit == "year":
        return f"{today.year + shift:04}" if today.year + shift > 0 else None
    if expression.unit == "month":
        return _month(today, shift)
    if expression.unit in SEASONS_WITHIN_A_YEAR:
        return _season(expression, shift, today)
    monday = today - timedelta(days=today.weekday()) + timedelta(weeks=shift)
    if expression.unit == "weekend":
        saturday = monday + timedelta(days=5)
        return _one_month(saturday, saturday + timedelta(days=1))
    return _one_month(monday, monday + timedelta(days=6))


def _season(expression: Expression, shift: int, today: date) -> str:
    """ "last summer" is that of last year until this year's is over."""
    last_month = {"spring": 5, "summer": 8}.get(expression.unit, 11)
    if shift == -1 and today.month > last_month:
        shift = 0
    return f"{today.year + shift:04}"


def ago(expression: Expression, anchor: Anchor) -> str | None:
    """ "three days ago" is a day; "three weeks ago" a month, if a few days more or less stay within it."""
    today, count = anchor.day, expression.count
    if expression.unit == "day":
        return (today + timedelta(days=count)).isoformat()
    if expression.unit == "week":
        day = today + timedelta(weeks=count)
        return _one_month(day - timedelta(days=3), day + timedelta(days=3))
    if expression.unit == "month":
        return _month(today, count)
    return f"{today.year + count:04}" if today.year + count > 0 else None


def misfit_of(expression: Expression, day: date) -> str | None:
    """In words, how the printed weekday does not fit the printed date."""
    if expression.weekday is None or day.weekday() == expression.weekday:
        return None
    printed = f"{day:%b}. {day.day}, {day.year}" if day.month != 5 else f"May {day.day}, {day.year}"
    return f"{printed} was a {WEEKDAY_NAMES[day.weekday()]}, not a {WEEKDAY_NAMES[expression.weekday]}"


def _date(year: int, expression: Expression) -> date | None:
    try:
        return date(year, expression.month or 1, expression.day or 1)
    except ValueError:
        return None


def _month(today: date, shift: int) -> str:
    years, month = divmod(today.month - 1 + shift, 12)
    return f"{today.year + years:04}-{month + 1:02}"


def _one_month(first: date, last: date) -> str | None:
    return f"{first:%Y-%m}" if (first.year, first.month) == (last.year, last.month) else None
