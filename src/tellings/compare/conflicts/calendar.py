"""Days compared as values.

Comes in:   the dates read in a story and who tells the same as whom.
Goes out:   conflicts of date: one day against another, or "this week" against "last week" in papers of one
            week, where both date one deed: the same verb of the same somebody or something; or one sentence,
            but for its date.
Left out:   days since or until which something went on, deeds that may be done again, and what each article
            tells as its own news of the day, but for what happens once (one dies, resigns, is sentenced)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from tellings.compare.assertions import Assertion, Pool
from tellings.compare.classes import Classes
from tellings.compare.conflicts.found import Found, FoundSide, listed, whole
from tellings.compare.scorer import Alignment
from tellings.compare.words import Word, root_of, stem_of
from tellings.languages.en.calendar import AGAIN, ONCE_ONLY
from tellings.languages.en.cues import REPORTING_VERBS
from tellings.languages.en.function_words import BOUNDS_OF_TIME, COUNTS, REPORTING_WORDS
from tellings.languages.en.labels import DATED_LABELS, LABELS
from tellings.languages.en.opposites import WEEK_WORDS
from tellings.records import Span

_SURE = 0.6
_FEWEST_SHARED = 3
_REACH = 3
_REPORTING = frozenset(REPORTING_WORDS)
_REPORTS = frozenset(stem_of(word) for word in (*REPORTING_WORDS, *REPORTING_VERBS))
_CLOSE = 0.55
_WEEK = re.compile(r"\b(?:" + "|".join(sorted(WEEK_WORDS)) + r") week\b", re.IGNORECASE)
_MONTH_LENGTH = 31
_BESIDE = 6
_FEWEST_TAKEN_OVER, _TAKEN_OVER = 5, 0.8
"""Telling words, and their share of both, in common to sentences that differ in little but the day."""
_AGAIN = frozenset(AGAIN)
_BOUNDS = frozenset(BOUNDS_OF_TIME)
_ONCE_ONLY = frozenset(root_of(verb) for verb in ONCE_ONLY)
_EVENTS = frozenset(root_of(name.split()[-1]) for label in DATED_LABELS for name in LABELS[label])


@dataclass(frozen=True, slots=True)
class _Dated:
    """A day or week that an assertion gives, as a value and as printed; `news` where it is that of which
    its article, `published` on an ISO day, tells the news.
    """

    assertion: Assertion
    value: str
    printed: str
    span: Span
    news: bool
    published: str

    def deed(self, classes: Classes) -> _Deed | None:
        """What is dated: the last verb before the date, or else the first after it; an attack or a crash
        that stands beside the date.
        """
        words = [word for word in self.assertion.words if not self.in_date(word)]
        verbs = [
            place
            for place, word in enumerate(words)
            if word.tells and classes.of(self.assertion, word) == "verb" and word.lower not in _REPORTING
        ]
        date = sum(word.end <= self.span.start for word in words)
        verb = next((place for place in reversed(verbs) if place < date), None)
        event = next((at for at in range(date - 1, -1, -1) if words[at].root in _EVENTS), None)
        if event is not None and (verb is None or verb < event):
            return _Deed(words[event].root, frozenset(w.root for w in words[event + 1 : date] if w.tells))
        if verb is None:
            verb = next(iter(verbs), None)
        if verb is None:
            return None
        near = (*words[max(0, verb - _BESIDE) : verb], *words[verb + 1 : verb + 1 + _BESIDE])
        return _Deed(words[verb].root, frozenset(word.root for word in near if word.tells))

    def goes_on(self) -> bool:
        """Whether it is told of what goes on, or is done again: "still", "two more", but not "more than"."""
        words = [word.lower for word in self.assertion.words]
        return any(one in _AGAIN and other != "than" for one, other in pairwise([*words, ""]))

    def numbers(self) -> frozenset[str]:
        """What the assertion counts, in digits or in words."""
        words = (word for word in self.assertion.words if not self.in_date(word))
        return frozenset(word.lower for word in words if word.is_number or word.lower in COUNTS)

    def in_date(self, word: Word) -> bool:
        """Whether a word belongs to the date."""
        return self.span.start <= word.start < self.span.end


@dataclass(frozen=True, slots=True)
class _Deed:
    """The root of a verb or of a noun for what happened, and the roots of who and what stands beside it."""

    root: str
    beside: frozenset[str]

    def is_one_with(self, other: _Deed) -> bool:
        """Whether both may be one deed: the same done by or to the same."""
        return self.root == other.root and bool(self.beside & other.beside)


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
            if _one_deed(mine, theirs, classes):
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


def _one_deed(mine: _Dated, theirs: _Dated, classes: Classes) -> bool:
    """Whether both date one thing that is done: what is done again, or more of, is another."""
    counts = mine.numbers(), theirs.numbers()
    if mine.goes_on() or theirs.goes_on() or (all(counts) and counts[0].isdisjoint(counts[1])):
        return False
    if mine.published == theirs.published and _in_the_same_words(mine, theirs):
        return True
    one, other = mine.deed(classes), theirs.deed(classes)
    if one is None or other is None or not one.is_one_with(other):
        return False
    return one.root in _ONCE_ONLY or not (mine.news and theirs.news)


def _in_the_same_words(mine: _Dated, theirs: _Dated) -> bool:
    """Whether all but the same is told, but for the day."""
    one, other = (
        {word.stem for word in dated.assertion.words if word.tells and not dated.in_date(word)}
        for dated in (mine, theirs)
    )
    return len(one & other) >= max(_FEWEST_TAKEN_OVER, _TAKEN_OVER * len(one | other))


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
    if any(word.lower in _BOUNDS for word in before[-1:]):
        return None
    return _Dated(
        assertion,
        days[0].value,
        day.words_in(reading.article.text),
        day,
        news=_is_news(days[0].value, reading.article.published),
        published=(reading.article.published or "")[:10],
    )


def _is_news(day: str, published: str | None) -> bool:
    """Whether an article came out on this day or on the next."""
    try:
        passed = date.fromisoformat((published or "")[:10]) - date.fromisoformat(day)
    except ValueError:
        return False
    return passed.days in (0, 1)


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
    return _Dated(
        assertion,
        f"{year}-W{week + shift:02d}",
        found.group(),
        Span(*found.span()),
        news=shift == 0,
        published=(article.published or "")[:10],
    )


def _clash(one: str, other: str) -> bool:
    """Whether two values of one precision differ, days by no more than a month."""
    if one == other or ("W" in one) != ("W" in other):
        return False
    if "W" in one:
        return True
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days) <= _MONTH_LENGTH
