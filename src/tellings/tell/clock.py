"""Times of day, and the day they belong to.

Comes in:   a `Reading`.
Goes out:   each clock time with the day that the article last named before it, or else the day it appeared:
            "A barge sank on Monday. … At 5:10 a.m. the crew called for help."
Left open:  times in a sentence that names a day itself: the day dates it already.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from tellings.records import Reading, Span

_CLOCK = re.compile(
    r"\b(?:(?:about|after|around|as of|at|before|by|from|just|roughly|shortly|since|until)\s+){0,3}"
    r"(?:[01]?\d|2[0-3])(?:[.:][0-5]\d)?\s?(?:[ap]\.?m\b\.?|GMT\b|UTC\b|hours local time)"
    r"|\b(?:about|after|around|as of|at|before|by|from|since|until)\s+(?:[01]?\d|2[0-3]):[0-5]\d\b",
    re.IGNORECASE,
)
_RECENT = timedelta(days=7)
"""News tells by the hour of what has just happened; an older day named before is background."""


def clock_times(reading: Reading) -> Iterator[tuple[Span, str]]:
    """Each clock time of the article's text with the ISO day it belongs to, where there is one."""
    appeared = _day(reading.article.published)
    named = sorted((found.span.start, day) for found in reading.dates if (day := _day(found.value)))
    spoken_of = [sentence.span for sentence in reading.sentences]
    dated = {n for n, span in enumerate(spoken_of) for found in reading.dates if span.covers(found.span)}
    for number, span in enumerate(spoken_of):
        if number in dated:
            continue
        for match in _CLOCK.finditer(reading.article.text, span.start, span.end):
            day = _last_named(named, match.start(), appeared) or appeared
            if day is not None:
                yield Span(*match.span()), day.isoformat()


def _last_named(named: list[tuple[int, date]], before: int, appeared: date | None) -> date | None:
    """The last day named before this place; of an article with a date, one shortly before it appeared."""
    for start, day in reversed(named):
        if start < before and (appeared is None or appeared - _RECENT <= day <= appeared):
            return day
    return None


def _day(value: str | None) -> date | None:
    """A full ISO date, or that of a date-time."""
    try:
        return date.fromisoformat((value or "")[:10])
    except ValueError:
        return None
