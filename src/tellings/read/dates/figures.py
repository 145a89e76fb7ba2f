"""Dates printed in figures.

Comes in:   a text, searched with `FORMS`.
Goes out:   `Expression`s of the kinds "day" and, where month and day may be exchanged, "numeric".
"""

from __future__ import annotations

import re

from tellings.languages.en.calendar import DAYS_WITHOUT_A_YEAR
from tellings.read.dates.expression import BEGIN, Expression, Form, Order, exists
from tellings.records import Span

_CENTURY_TURNS = 50
"""Years of two figures below this one are of the 2000s."""
_ISO = r"(?P<year>(?:19|20)\d\d)(?P<mark>[-/])(?P<month>\d\d)(?P=mark)(?P<day>\d\d)(?!\d)"
_FIGURES = (
    r"(?P<one>\d{1,2})(?P<mark>[/.])(?P<two>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d|(?<=/)\d\d)(?![\d/])"
)
_BARE = r"(?P<one>9)/(?P<two>11)(?![\w/.]*\d)"


def _iso(text: str, hit: re.Match[str]) -> Expression | None:
    """ "2016-10-20", "2016/10/20"."""
    return _numbered(hit, int(hit["month"]), int(hit["day"]))


def _figures(text: str, hit: re.Match[str]) -> Expression | None:
    """ "20/10/2016", "10/20/16", "20.10.2016"; "10/11/2016" may be read in two ways."""
    one, two = int(hit["one"]), int(hit["two"])
    if one > 12 or hit["mark"] == ".":
        return _numbered(hit, two, one, "day first")
    if two > 12:
        return _numbered(hit, one, two, "month first")
    if len(hit["year"]) < 4:
        return None
    if one == two:
        return _numbered(hit, one, two)
    return Expression(kind="numeric", span=Span(*hit.span()), year=int(hit["year"]), month=one, day=two)


def _numbered(hit: re.Match[str], month: int, day: int, order: Order = "") -> Expression | None:
    year = int(hit["year"])
    if len(hit["year"]) == 2:
        year += 2000 if year < _CENTURY_TURNS else 1900
    if not exists(year, month, day):
        return None
    return Expression(kind="day", span=Span(*hit.span()), year=year, month=month, day=day, order=order)


def _bare(text: str, hit: re.Match[str]) -> Expression | None:
    """ "the 9/11 attacks"."""
    month, day = int(hit["one"]), int(hit["two"])
    year = DAYS_WITHOUT_A_YEAR.get((month, day))
    return Expression(kind="day", span=Span(*hit.span()), year=year, month=month, day=day) if year else None


FORMS: tuple[Form, ...] = tuple(
    (re.compile(BEGIN + pattern), make)
    for pattern, make in ((_ISO, _iso), (_FIGURES, _figures), (_BARE, _bare))
)
