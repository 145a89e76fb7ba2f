"""All dates of a text.

Comes in:   a text, its sentences, the day of its publication if known.
Goes out:   `Date`s in order of place; an expression that nothing fixes gives none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from tellings.read.dates import figures, holidays, printed, ranges, relative, resolve
from tellings.read.dates.anchors import Anchor, find_anchor, nearest_year
from tellings.read.dates.context import count_of_years, years_after
from tellings.read.dates.expression import Expression
from tellings.read.dates.outlook import Outlook, outlook_at
from tellings.records import Date, Sentence, Span

_JOINT = re.compile(r"\s?(?:and|or|to|through|until|[-–—])\s?")
_JOINED_TO_A_YEAR = re.compile(r",?\s(?:(?:in|on)\s)?")
_FORMS = (*printed.FORMS, *figures.FORMS, *holidays.FORMS, *ranges.FORMS, *relative.FORMS)
_STEP_REACH = 600
_NUMERIC_REACH = 3
_YEAR, _DAY = resolve.PRECISIONS["year"], resolve.PRECISIONS["day"]


def find_dates(
    text: str, sentences: Sequence[Sentence], published: str | None, *, anchor: str | None = None
) -> tuple[Date, ...]:
    """The dates of `text`, resolved.

    `published` is the ISO day or time of publication, or None. `anchor` is an ISO day near which the text was
    written, told by something else than the text (the other articles of its story); it is used only where
    neither `published` nor the text itself fixes a day.
    """
    expressions = find_expressions(text)
    return tuple(
        _Resolver(text, sentences, expressions, find_anchor(text, expressions, published, anchor)).dates()
    )


def find_expressions(text: str) -> list[Expression]:
    """All expressions of time in order of place; where two overlap the longer one stands."""
    found = [made for pattern, make in _FORMS for hit in pattern.finditer(text) if (made := make(text, hit))]
    found.sort(key=lambda made: (made.span.start - made.span.end, made.span.start))
    return _sharing_years(text, sorted(_without_overlaps(found), key=lambda made: made.span))


def bare_weekdays(text: str) -> list[tuple[Span, int]]:
    """Weekdays printed without a date, "last" or "next": their places, counted from Monday 0."""
    return [
        (made.span, made.weekday)
        for made in find_expressions(text)
        if made.is_bare_weekday and made.weekday is not None
    ]


def _without_overlaps(found: Sequence[Expression]) -> Iterator[Expression]:
    taken: set[int] = set()
    for made in found:
        if taken.isdisjoint(range(*made.span)):
            taken.update(range(*made.span))
            yield made


def _sharing_years(text: str, found: list[Expression]) -> list[Expression]:
    """The expressions, where a year printed once for two counts for both: "June and July of 2009".

    It is the year of the second: "Dec. 30 to Jan. 2, 2016" begins in 2015.
    """
    for place in range(len(found) - 2, -1, -1):
        made, following = found[place], found[place + 1]
        joined = _JOINT.fullmatch(text, made.span.end, following.span.start) is not None
        if joined and made.month and not made.year and following.month and following.year:
            turned = (made.month, made.day or 0) > (following.month, following.day or 0)
            found[place] = replace(made, year=following.year - turned)
    return found


class _Resolver:
    """Resolves the expressions of one text in order, remembering the last day named."""

    def __init__(
        self,
        text: str,
        sentences: Sequence[Sentence],
        expressions: Sequence[Expression],
        anchor: Anchor | None,
    ) -> None:
        self._text = text
        self._sentences = sentences
        self._starts = [sentence.span.start for sentence in sentences]
        self._expressions = expressions
        self._anchor = anchor
        self._orders = {made.order for made in expressions if made.order}
        self._named: list[Date] = []
        self._ahead = self._weekdays_ahead()

    def dates(self) -> Iterator[Date]:
        """The dates, in order of place."""
        for place, made in enumerate(self._expressions):
            years = self._years_back(place)
            dated = self._in_that_year(made, years) if years else self._date(made)
            if dated is None:
                continue
            self._named.append(dated)
            yield dated

    def _date(self, made: Expression) -> Date | None:
        try:
            match made.kind:
                case "day":
                    return self._day(made)
                case "year":
                    return Date(span=made.span, value=f"{made.year:04}")
                case "decade":
                    return Date(span=made.span, value=f"{(made.year or 0) // 10:03}")
                case "month" if made.year:
                    return Date(span=made.span, value=f"{made.year:04}-{made.month:02}")
                case "step":
                    return self._from_named(made, resolve.step)
                case "weekday" if made.which in ("previous", "following"):
                    return self._from_named(made, resolve.weekday_from)
                case "numeric":
                    return self._figures(made)
                case _:
                    return self._anchored(made, self._anchor) if self._anchor else None
        except OverflowError:
            return None

    def _years_back(self, place: int) -> Expression | Span | None:
        """The "ten years after" or "two years ago" that tells the year of a day or month without one."""
        made = self._expressions[place]
        if made.kind not in ("day", "month") or made.year or made.which:
            return None
        for other in self._expressions[max(0, place - 1) : place + 2]:
            if other.kind == "ago" and other.unit == "year":
                first, second = sorted((made.span, other.span))
                if _JOINED_TO_A_YEAR.fullmatch(self._text, first.end, second.start):
                    return other
        index = bisect_right(self._starts, made.span.start) - 1
        clause = years_after(self._text, self._sentences[index].span, made.span.start) if index >= 0 else None
        told = (other for other in self._expressions[max(0, place - 2) : place] if clause)
        return next((other for other in told if clause and other.span.overlaps(clause)), clause)

    def _in_that_year(self, made: Expression, years: Expression | Span) -> Date | None:
        """A day or month of the year that other words tell; of none where nothing fixes that year."""
        if isinstance(years, Span):
            return self._at_an_anniversary(made, years)
        told = self._date(years)
        if told is None:
            return None
        year = int(told.value[:_YEAR])
        if made.kind == "month":
            return Date(span=made.span, value=f"{year:04}-{made.month:02}", rests_on=told.span)
        day = resolve.day_of(made, year)
        return Date(span=made.span, value=day.isoformat(), rests_on=told.span) if day else None

    def _at_an_anniversary(self, made: Expression, clause: Span) -> Date | None:
        """A day so many years before publication, where that is what the words count from.

        "Two years after women were robbed on New Year's Eve" is of the year before last in the last days of
        a December; in June it may as well be told of something that happened long ago.
        """
        count = count_of_years(clause.words_in(self._text))
        if not (count and self._anchor and made.day and self._is_the_only_time(made)):
            return None
        day = resolve.at_an_anniversary(made, self._anchor, count)
        return Date(span=made.span, value=day.isoformat(), rests_on=self._anchor.span) if day else None

    def _is_the_only_time(self, made: Expression) -> bool:
        """Whether its sentence has no other expression of time."""
        at = bisect_right(self._starts, made.span.start) - 1
        sentence = self._sentences[at].span
        return sum(sentence.covers(other.span) for other in self._expressions) == 1

    def _day(self, made: Expression) -> Date | None:
        if made.year and made.month and made.day:
            day: date | None = date(made.year, made.month, made.day)
            rests_on = None
        elif made.which == "that" and (named := self._last_named(made, _YEAR)):
            day = resolve.day_of(made, int(named.value[:_YEAR]))
            rests_on = named.span
        else:
            anchor = self._anchor or nearest_year(self._expressions, made.span.start)
            day = resolve.day_in_year(made, anchor, self._outlook(made)) if anchor else None
            rests_on = anchor.span if anchor else None
        if day is None:
            return None
        return Date(
            span=made.span, value=day.isoformat(), rests_on=rests_on, misfit=resolve.misfit_of(made, day)
        )

    def _last_named(self, made: Expression, precision: int) -> Date | None:
        """What was named last with that precision, if that is near enough to be meant."""
        for named in reversed(self._named):
            if made.span.start - named.span.end > _STEP_REACH:
                return None
            if len(named.value) >= precision:
                return named
        return None

    def _from_named(self, made: Expression, value_of: Callable[[Expression, str], str | None]) -> Date | None:
        """A value counted from what was named last, as precisely as the expression needs it."""
        named = self._last_named(made, resolve.PRECISIONS.get(made.unit, _DAY))
        value = value_of(made, named.value) if named else None
        return Date(span=made.span, value=value, rests_on=named.span) if named and value else None

    def _figures(self, made: Expression) -> Date | None:
        """ "10/03/2016" in the order of other dates in figures, or where one reading is at hand."""
        year, one, two = made.year or 1, made.month or 1, made.day or 1
        by_month, by_day = date(year, one, two), date(year, two, one)
        if len(self._orders) == 1:
            day = by_day if "day first" in self._orders else by_month
            return Date(span=made.span, value=day.isoformat())
        near = [day for day in (by_month, by_day) if self._is_at_hand(day)]
        return Date(span=made.span, value=near[0].isoformat()) if len(near) == 1 else None

    def _is_at_hand(self, day: date) -> bool:
        """Whether a day is that of the anchor, or close to it, or printed elsewhere in words."""
        close = self._anchor is not None and abs((day - self._anchor.day).days) <= _NUMERIC_REACH
        return close or any(
            (made.kind, made.year, made.month, made.day) == ("day", day.year, day.month, day.day)
            for made in self._expressions
        )

    def _anchored(self, made: Expression, anchor: Anchor) -> Date | None:
        value = self._value(made, anchor)
        return Date(span=made.span, value=value, rests_on=anchor.span) if value else None

    def _value(self, made: Expression, anchor: Anchor) -> str | None:
        match made.kind:
            case "weekday":
                return resolve.weekday_near(made, anchor, self._outlook(made)).isoformat()
            case "near":
                return (anchor.day + timedelta(days=made.count)).isoformat() if anchor.published else None
            case "month":
                return resolve.month_near(made, anchor, self._outlook(made))
            case "period":
                return resolve.period(made, anchor, self._outlook(made))
            case "ago" if anchor.published or made.unit != "day":
                return resolve.ago(made, anchor)
            case "around":
                return resolve.around(made, anchor)
            case "since":
                return resolve.since(made, anchor)
            case _:
                return None

    def _weekdays_ahead(self) -> set[int]:
        """Bare weekdays that some sentence tells as still to come, and none as past."""
        told: dict[int, set[Outlook]] = defaultdict(set)
        for made in self._expressions:
            if made.is_bare_weekday and (outlook := self._told_outlook(made)):
                told[made.weekday or 0].add(outlook)
        return {weekday for weekday, outlooks in told.items() if outlooks == {"future"}}

    def _outlook(self, made: Expression) -> Outlook | None:
        """What the sentence tells, or else other sentences of the same weekday."""
        told = self._told_outlook(made)
        if told is None and made.is_bare_weekday and made.weekday in self._ahead:
            return "future"
        return told

    def _told_outlook(self, made: Expression) -> Outlook | None:
        index = bisect_right(self._starts, made.span.start) - 1
        return outlook_at(self._text, self._sentences[index].span, made.span) if index >= 0 else None
