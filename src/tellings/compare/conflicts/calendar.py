"""Days compared as values, and weekdays that do not fit their dates.

Comes in:   the dates read in a story and who tells the same as whom.
Goes out:   conflicts of date: a weekday against the date printed beside it, inside one article; one day
            against another, or "this week" against "last week" in papers of one week, in assertions that
            tell the same."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tellings.compare.assertions import Assertion, Pool
from tellings.compare.classes import Classes
from tellings.compare.conflicts.found import Found, FoundSide, Place, listed, whole
from tellings.compare.scorer import Alignment
from tellings.compare.words import Word, stem_of
from tellings.languages.en.cues import REPORTING_VERBS
from tellings.languages.en.function_words import REPORTING_WORDS
from tellings.languages.en.opposites import WEEK_WORDS, WEEKDAYS
from tellings.records import Cite, Date, Span

_SURE = 0.6
_FEWEST_SHARED = 3
_REACH = 3
_REPORTING = frozenset(REPORTING_WORDS)
_REPORTS = frozenset(stem_of(word) for word in (*REPORTING_WORDS, *REPORTING_VERBS))
_CLOSE = 0.55
_WEEK = re.compile(r"\b(?:" + "|".join(sorted(WEEK_WORDS)) + r") week\b", re.IGNORECASE)
_WEEKDAY = re.compile(r"\b(?:" + "|".join(sorted(WEEKDAYS)) + r")\b", re.IGNORECASE)
_MONTH_LENGTH = 31


@dataclass(frozen=True, slots=True)
class _Dated:
    """A day or week that an assertion gives, as a value and as printed."""

    assertion: Assertion
    value: str
    printed: str
    span: Span

    def deed(self, classes: Classes) -> frozenset[str]:
        """Stems of what is dated: the last verb and the last words before it, or the first verb after it."""
        telling = [word for word in self.assertion.words if word.tells and not self._in_date(word)]
        before = [word for word in telling if word.end <= self.span.start]
        verbs = [
            word
            for word in telling
            if classes.of(self.assertion, word) == "verb" and word.lower not in _REPORTING
        ]
        beside = [word for word in verbs if word in before][-1:] or verbs[:1]
        return frozenset(word.stem for word in (*beside, *before[-_REACH:]))

    def _in_date(self, word: Word) -> bool:
        return self.span.start <= word.start < self.span.end


def find_misfits(pool: Pool) -> Iterator[Found]:
    """Weekdays that do not fit the date beside them."""
    by_article: dict[int, list[Assertion]] = defaultdict(list)
    for assertion in pool.assertions:
        by_article[assertion.article].append(assertion)
    for number, reading in enumerate(pool.readings):
        for day in reading.dates:
            around = next((a for a in by_article[number] if a.cite.span.overlaps(day.span)), None)
            parts = _parts(reading.article.text, day)
            if not day.misfit or around is None or parts is None:
                continue
            weekday, printed = (Place(Cite(reading.article.id, span), around) for span in parts)
            yield Found(
                kind="date",
                nature="contradiction",
                reason=day.misfit,
                confidence=0.9,
                sides=tuple(
                    FoundSide(value=place.cite.span.words_in(reading.article.text), places=(place,))
                    for place in (weekday, printed)
                ),
            )


def _parts(text: str, day: Date) -> tuple[Span, Span] | None:
    """The weekday and the rest of an expression like "Tuesday, Oct. 19, 2015"."""
    found = _WEEKDAY.search(text, day.span.start, day.span.end)
    if not found:
        return None
    before, after = Span(day.span.start, found.start()), Span(found.end(), day.span.end)
    rest = max(before, after, key=lambda span: span.end - span.start)
    words = rest.words_in(text)
    start = rest.start + len(words) - len(words.lstrip(" ,(\n"))
    end = rest.end - len(words) + len(words.rstrip(" ,)\n"))
    return (Span(*found.span()), Span(start, end)) if start < end else None


def find_days(alignment: Alignment, classes: Classes) -> Iterator[Found]:
    """Different days, or different weeks, for what is told as one."""
    nodes, pairs = alignment.nodes, alignment.pairs
    groups: dict[tuple[str, str], list[tuple[_Dated, _Dated]]] = defaultdict(list)
    for row in ((alignment.same >= _SURE) & (pairs.cosine >= _CLOSE)).nonzero()[0].tolist():
        one, other = nodes.first[int(pairs.left[row])], nodes.first[int(pairs.right[row])]
        if one.article == other.article or len((one.stems & other.stems) - one.names) < _FEWEST_SHARED:
            continue
        for mine, theirs in (
            (_only_day(nodes.pool, one), _only_day(nodes.pool, other)),
            (_week(nodes.pool, one), _week(nodes.pool, other)),
        ):
            if not mine or not theirs or not _clash(mine.value, theirs.value):
                continue
            if mine.deed(classes) & theirs.deed(classes):
                first, second = sorted((mine, theirs), key=lambda dated: dated.value)
                groups[first.value, second.value].append((first, second))
    for members in groups.values():
        sides = tuple(
            FoundSide(
                value=members[0][number].printed,
                places=tuple(
                    {m[number].assertion.index: whole(m[number].assertion) for m in members}.values()
                ),
            )
            for number in (0, 1)
        )
        yield Found(
            kind="date",
            nature="contradiction",
            reason=f"what is told alike is dated {listed(side.value for side in sides)}",
            confidence=0.5,
            sides=sides,
        )


def _only_day(pool: Pool, assertion: Assertion) -> _Dated | None:
    """The one day that an assertion gives, if it gives just one."""
    reading = pool.readings[assertion.article]
    days = [day for day in reading.dates if assertion.cite.span.covers(day.span)]
    if len(days) != 1 or len(days[0].value) != 10:
        return None
    day = days[0].span
    before = [word for word in assertion.words if word.end <= day.start][-_REACH:]
    behind = [word for word in assertion.words if word.start >= day.end][:1]
    if any(word.lower in _REPORTING for word in before) or any(word.stem in _REPORTS for word in behind):
        return None  # the day of the report, not of what it tells
    return _Dated(assertion, days[0].value, day.words_in(reading.article.text), day)


def _week(pool: Pool, assertion: Assertion) -> _Dated | None:
    """The week that "this week" or "last week" means, by the day of publication."""
    article = pool.readings[assertion.article].article
    found = _WEEK.search(article.text, assertion.cite.span.start, assertion.cite.span.end)
    try:
        year, week, _ = date.fromisoformat((article.published or "")[:10]).isocalendar()
    except ValueError:
        return None
    if not found:
        return None
    shift = {"last": -1, "this": 0, "next": 1}[found.group().split()[0].lower()]
    return _Dated(assertion, f"{year}-W{week + shift:02d}", found.group(), Span(*found.span()))


def _clash(one: str, other: str) -> bool:
    """Whether two values of one precision differ, days by no more than a month."""
    if one == other or ("W" in one) != ("W" in other):
        return False
    if "W" in one:
        return True
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days) <= _MONTH_LENGTH
