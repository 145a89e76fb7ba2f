"""Articles that tell of the day after their own.

Comes in:   the assertions of a story and the days its articles are dated.
Goes out:   a conflict of date inside one article, an update: it is dated a Wednesday and again and again
            tells the news of that Wednesday, and yet what was done "on Thursday": its text was written anew
            and its date was not.
Left out:   what is still to come, what somebody else's words say, days with a date of their own, and articles
            that hardly name the day they are dated: their date may be off, by a time zone or altogether.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from tellings.compare.assertions import Assertion, Pool
from tellings.compare.classes import Classes
from tellings.compare.conflicts.found import Found, FoundSide, whole
from tellings.compare.words import Word
from tellings.languages.en.calendar import LOOKING_AHEAD, LOOKING_BACK, WEEKDAY_NAMES
from tellings.languages.en.opposites import CALENDAR_WORDS
from tellings.read.dates.anchors import day_of

_OFTEN = 3
"""So many times an article must name the day it is dated: it was written on that day."""
_MOST_PLACES = 6
_BEFORE, _BEHIND = 8, 6
_BACK = frozenset(LOOKING_BACK)
_NOT_DONE_THEN = frozenset(
    (*LOOKING_AHEAD, "before", "by", "can", "could", "each", "every", "last", "may", "past", "previous",
     "since", "to")
)  # fmt: skip
"""Beside a weekday: what is to come, or a day of another week, of every week, up to which, from which on."""


def find_updated(pool: Pool, classes: Classes) -> Iterator[Found]:
    """One conflict for an article at most."""
    by_article: dict[int, list[Assertion]] = defaultdict(list)
    for assertion in pool.assertions:
        by_article[assertion.article].append(assertion)
    for number, reading in enumerate(pool.readings):
        dated = day_of(reading.article.published)
        if dated is not None:
            yield from _conflict(dated, by_article[number], classes)


def _conflict(dated: date, told: Sequence[Assertion], classes: Classes) -> Iterator[Found]:
    week = len(WEEKDAY_NAMES)
    today, tomorrow = (WEEKDAY_NAMES[(dated.weekday() + days) % week] for days in (0, 1))
    own = [assertion for assertion in told if any(word.lower == today.lower() for word in assertion.words)]
    after = [assertion for assertion in told if _is_past(assertion, tomorrow.lower(), classes)]
    if len(own) < _OFTEN or not after:
        return
    yield Found(
        kind="date",
        nature="update",
        reason=f"dated {dated.isoformat()}, a {today}, and tells what was done on {tomorrow}",
        confidence=0.7,
        sides=(
            FoundSide(value=today, places=tuple(map(whole, own[:_MOST_PLACES]))),
            FoundSide(value=tomorrow, places=tuple(map(whole, after[:_MOST_PLACES]))),
        ),
    )


def _is_past(assertion: Assertion, day: str, classes: Classes) -> bool:
    """Whether an assertion tells of a weekday as past: "on Thursday he told reporters"."""
    if assertion.statement is not None and assertion.statement.form == "direct":
        return False
    words = assertion.words
    return any(
        word.lower == day
        and not {other.lower for other in words[max(0, place - _BEFORE) : place + 1 + _BEHIND]}
        & _NOT_DONE_THEN
        and not _has_a_date(words[place + 1 : place + 2])
        for place, word in enumerate(words)
    ) and any(_tells_the_past(assertion, word, classes) for word in words)


def _has_a_date(behind: Sequence[Word]) -> bool:
    return any(word.is_number or word.lower in CALENDAR_WORDS for word in behind)


def _tells_the_past(assertion: Assertion, word: Word, classes: Classes) -> bool:
    return word.lower in _BACK or (word.lower.endswith("ed") and classes.of(assertion, word) == "verb")
