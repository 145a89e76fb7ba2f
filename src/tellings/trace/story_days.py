"""Articles without a date take the day they count from out of the other articles of their story.

Comes in:   the readings of a story and their boilerplate.
Goes out:   the readings; where an article has no day of its own to count from, and a dated one tells the same
            of the same weekday ("won assurances on Tuesday"), its expressions are resolved from that day. So
            are those of an article whose given day is that of a copy saved long after: it tells of a bare
            weekday what others tell of it weeks before, and prints a date of those days itself.
Left open:  articles whose weekdays nobody else tells of, or of which two articles tell on different days.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tellings.languages.en.calendar import WEEKDAYS
from tellings.languages.en.function_words import FUNCTION_WORDS, REPORTING_WORDS
from tellings.read.dates import bare_weekdays, find_dates
from tellings.read.dates.anchors import day_of
from tellings.records import Cite, Reading, Span

ALIKE = 0.25
"""Part of the shorter sentence's words that another one must hold to tell the same."""
FEWEST_SHARED = 4
"""Words of substance that the two sentences must share."""
ENOUGH = 6
"""Words that an article's sentences must share with those of one day, taken together."""
CLEARLY = 2
"""How many times more words a day must share than any day of another week."""

FAR = 10
"""Days from which on nobody calls a day by its bare weekday."""
NEAR = 7
"""Days around the day told of in which a date that the article prints bears out that it is of then."""

_WORD = re.compile(r"[^\W_]{3,}")
_EMPTY = frozenset((*FUNCTION_WORDS, *REPORTING_WORDS, *WEEKDAYS))
_ISO_DAY = 10
_WEEK = 7


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence that holds a day, the day's own place, and the words of substance."""

    day: date
    cite: Cite
    words: frozenset[str]


def with_story_days(
    readings: Sequence[Reading], boilerplate: Mapping[str, Sequence[Span]]
) -> tuple[Reading, ...]:
    """The readings, undated ones resolved from dated ones, and from those resolved that way in turn."""
    known = list(readings)
    waiting = {at for at, reading in enumerate(known) if reading.article.published is None}
    told = [told for reading in known for told in _told_days(reading, boilerplate)]
    while found := next(((at, made) for at in sorted(waiting) if (made := _resolved(known[at], told))), None):
        at, known[at] = found
        waiting.discard(at)
        told += _told_days(known[at], boilerplate)
    return tuple(_at_its_own_time(reading, known, told) or reading for reading in known)


def _at_its_own_time(reading: Reading, known: Sequence[Reading], told: Sequence[_Told]) -> Reading | None:
    """The reading of a dated article that is of another time; None where its day may be right."""
    given = day_of(reading.article.published)
    if given is None:
        return None
    others = {other.article.id for other in known if day_of(other.article.published) != given}
    elsewhere = [each for each in told if each.cite.article in others]
    spans = bare_weekdays(reading.article.text)
    if _is_told_of_its_week(reading, [span for span, _ in spans], elsewhere):
        return None
    anchor = _same_told(reading, spans, elsewhere)
    if anchor is None or abs((given - anchor.day).days) <= FAR:
        return None
    printed = list(_printed_days(reading))
    if any(abs((day - given).days) <= FAR for day in printed):
        return None
    if not any(abs((day - anchor.day).days) <= NEAR for day in printed):
        return None
    dates = find_dates(reading.article.text, reading.sentences, None, anchor=anchor.day.isoformat())
    return replace(
        reading, dates=tuple(each if each.rests_on else replace(each, story=anchor.cite) for each in dates)
    )


def _is_told_of_its_week(reading: Reading, spans: Sequence[Span], elsewhere: Sequence[_Told]) -> bool:
    """Whether others tell the same of a weekday as the article's given day has it."""
    days = {each.span: each.value for each in reading.dates}
    return any(
        other.day.isoformat() == days.get(span) and _shared(_words_around(reading, span), other.words)
        for span in spans
        for other in elsewhere
    )


def _printed_days(reading: Reading) -> Iterator[date]:
    """Days that the article prints in full, with their year."""
    for each in reading.dates:
        if len(each.value) == _ISO_DAY and each.value[:4] in each.span.words_in(reading.article.text):
            yield date.fromisoformat(each.value)


def _resolved(reading: Reading, told: Sequence[_Told]) -> Reading | None:
    """The reading with its dates counted from a day of the story; None where none is asked for or told."""
    text = reading.article.text
    dated = {each.span for each in reading.dates}
    waiting = [(span, weekday) for span, weekday in bare_weekdays(text) if span not in dated]
    anchor = _same_told(reading, waiting, told) if waiting else None
    if anchor is None:
        return None
    dates = find_dates(text, reading.sentences, None, anchor=anchor.day.isoformat())
    return replace(
        reading,
        dates=tuple(
            each if each.span in dated or each.rests_on else replace(each, story=anchor.cite)
            for each in dates
        ),
    )


def _same_told(reading: Reading, waiting: Sequence[tuple[Span, int]], told: Sequence[_Told]) -> _Told | None:
    """The sentence most alike on the day of which most is told alike, where no other week is near it."""
    shared: dict[date, int] = defaultdict(int)
    best: dict[date, tuple[int, _Told]] = {}
    for span, weekday in waiting:
        words = _words_around(reading, span)
        alike: dict[date, int] = {}
        for other in told:
            if other.day.weekday() == weekday and other.cite.article != reading.article.id:
                alike[other.day] = max(alike.get(other.day, 0), count := _shared(words, other.words))
                if count > best.get(other.day, (0, other))[0]:
                    best[other.day] = (count, other)
        for day, count in alike.items():
            shared[day] += count
    chosen = max(shared, key=lambda day: (shared[day], day), default=None)
    if chosen is None or shared[chosen] < ENOUGH:
        return None
    rivals = (count for day, count in shared.items() if abs((day - chosen).days) >= _WEEK)
    return best[chosen][1] if shared[chosen] >= CLEARLY * max(rivals, default=0) else None


def _shared(one: frozenset[str], other: frozenset[str]) -> int:
    """How many words two sentences share, 0 where they do not tell the same."""
    shared = len(one & other)
    return shared if shared >= max(FEWEST_SHARED, ALIKE * min(len(one), len(other))) else 0


def _told_days(reading: Reading, boilerplate: Mapping[str, Sequence[Span]]) -> Iterator[_Told]:
    left_out = boilerplate.get(reading.article.id, ())
    for each in reading.dates:
        if len(each.value) == _ISO_DAY and not any(span.overlaps(each.span) for span in left_out):
            yield _Told(
                date.fromisoformat(each.value),
                Cite(reading.article.id, each.span),
                _words_around(reading, each.span),
            )


def _words_around(reading: Reading, span: Span) -> frozenset[str]:
    """The words of substance of the sentence that holds a span."""
    around = next((s.span for s in reading.sentences if s.span.overlaps(span)), span)
    words = _WORD.findall(around.words_in(reading.article.text).lower())
    return frozenset(words) - _EMPTY
