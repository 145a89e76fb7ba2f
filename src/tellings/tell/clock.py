"""Times of day, and the day they belong to.

Comes in:   a `Reading`.
Goes out:   each clock time and part of the day with the day that the article last named before it, or else
            the day it appeared: "A barge sank on Monday. … At 5:10 a.m. the crew called for help."; and each
            step of an account, with the day named before it: "An hour later she was towed in."
Left open:  times in a sentence that names a day itself: the day dates it already; "in the early hours",
            which may be those of the next day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from tellings.languages.en.numbers import ABOUT, AT_LEAST, SMALL_NUMBERS
from tellings.read.dates.anchors import day_of
from tellings.read.dates.expression import any_of
from tellings.read.dates.outlook import outlook_at
from tellings.records import Reading, Span

_CLOCK = re.compile(
    r"\b(?:(?:about|after|around|as of|at|before|by|from|just|roughly|shortly|since|until)\s+){0,3}"
    r"(?:[01]?\d|2[0-3])(?:[.:][0-5]\d)?\s?(?:[ap]\.?m\b\.?|GMT\b|UTC\b|hours local time)"
    r"|\b(?:about|after|around|as of|at|before|by|from|since|until)\s+(?:[01]?\d|2[0-3]):[0-5]\d\b",
    re.IGNORECASE,
)
_DOTTED = re.compile(r"\b\d{1,2}\.[0-5]\d\s?[ap]\.?m\b", re.IGNORECASE)
"""A time that shows that an article parts hours and minutes with a full stop."""
_BARE_DOTTED = re.compile(
    r"\b(?:about|after|around|at|before|by|from|since|until)\s(?:[01]?\d|2[0-3])\.[0-5]\d\b"
    r"(?!\s?(?:[%\d]|[ap]\.?m|[a-z]*(?:illion|cent|met(?:re|er)s?|miles?|seconds)\b|k?m\b))",
    re.IGNORECASE,
)
_PART_OF_DAY = re.compile(
    r"\b(?:(?:just|shortly|soon|an hour)\s)?(?:after|around|at|before|by|until)\s"
    r"(?:dawn|daybreak|dusk|midday|midnight|nightfall|noon|sunrise|sunset)\b"
    r"|\b(?:during|throughout|through|(?:early|late)\sin|(?:late\s)?into|the\srest\sof|earlier\sin|later\sin)\s"
    r"the\s(?:afternoon|evening|morning|night)\b(?:\s(?:commute|rush(?:\shour)?))?"
    r"|\bthe\srest\sof\sthe\sday\b",
    re.IGNORECASE,
)
_STEP = re.compile(
    rf"\b(?:{any_of((*ABOUT, *AT_LEAST))}\s)?"
    rf"(?:(?:\d{{1,2}}|an?|half\san|a\sfew(?:\smore)?|some|several|{any_of(SMALL_NUMBERS)})(?:\smore)?\s)?"
    r"(?:hours?|minutes?|moments?|seconds?)\s(?:after(?:wards?)?|before|earlier|later|passed)\b"
    r"|\b(?:immediately|shortly)\s(?:afterwards?|thereafter)\b"
    r"|\bthat\s(?:same\s)?(?:afternoon|evening|morning|night)\b"
    r"|\bwithin\s(?:an\shour|hours|minutes|moments|seconds)\sof\b"
    r"|\bat\shalf-?time\b|\bwith\s(?:\w+\s){0,2}\w+\sminutes\s(?:left|remaining|to\sgo)\b"
    r"|\b(?:early|late|midway)\s(?:in|through)\sthe\s(?:first|second|third|fourth)\s(?:half|period|quarter)\b"
    r"|\b(?:by|in\sthe)\s(?:early|late|mid)[-\s](?:afternoon|evening|morning)\b",
    re.IGNORECASE,
)
"""What goes on from a day named before: "Minutes later", "that afternoon", "by late morning"."""
_LOOKS_BACK = re.compile(r"\b(?:ago|before|earlier)$|^the previous\b", re.IGNORECASE)
"""A day that is only looked back to: the account goes on where it was."""
_NIGHT = re.compile(r"midnight|night", re.IGNORECASE)
_HOUR = re.compile(r"\d{4}-\d\d-\d\d[T ](\d\d):\d\d")
_PRINTED_HOUR = re.compile(r"(\d{1,2})(?:[.:]\d\d)?\s?(?:([ap])\.?m)?")
_FAR_OFF = 6
"""Hours, so that a clock of another place does not mislead."""
_RECENT = timedelta(days=7)
"""News tells by the hour of what has just happened; an older day named before is background."""


def clock_times(reading: Reading) -> Iterator[tuple[Span, str]]:
    """Each clock time of the article's text with the ISO day it belongs to, where there is one."""
    of_another_time = any(found.story for found in reading.dates)
    appeared = None if of_another_time else day_of(reading.article.published)
    named = sorted(
        (found.span.start, day)
        for found in reading.dates
        if (day := day_of(found.value)) and not _LOOKS_BACK.search(found.span.words_in(reading.article.text))
    )
    spoken_of = [sentence.span for sentence in reading.sentences]
    dotted = _DOTTED.search(reading.article.text) is not None
    dated = {n for n, span in enumerate(spoken_of) for found in reading.dates if span.covers(found.span)}
    for number, span in enumerate(spoken_of):
        if number in dated:
            continue
        for match in _times(reading.article.text, span, dotted):
            day = _last_named(named, match.start(), appeared)
            if day is None and match.re is not _STEP:
                day = _day_it_appeared(match, appeared)
            if day is not None and day == appeared and _had_not_come(match, span, reading):
                day -= timedelta(days=1)
            if day is not None:
                yield Span(*match.span()), day.isoformat()


def _had_not_come(match: re.Match[str], sentence: Span, reading: Reading) -> bool:
    """Whether a time of day told in the past was still far off when the article appeared."""
    published = _HOUR.match(reading.article.published or "")
    hour = _hour_of(match.group().lower())
    if published is None or hour is None or hour - int(published[1]) < _FAR_OFF:
        return False
    return outlook_at(reading.article.text, sentence, Span(*match.span())) == "past"


def _hour_of(time: str) -> int | None:
    """The hour of the day; None where it is not told."""
    if "before midnight" in time:
        return 22
    printed = _PRINTED_HOUR.search(time)
    if printed is None:
        return None
    hour = int(printed[1])
    return hour % 12 + 12 * (printed[2] == "p") if printed[2] else hour


def _times(text: str, sentence: Span, dotted: bool) -> Iterator[re.Match[str]]:
    """The times of day in a sentence; "at 6.10" only where the article prints times `dotted`."""
    found: list[re.Match[str]] = []
    for pattern in (_CLOCK, _PART_OF_DAY, *((_BARE_DOTTED,) if dotted else ())):
        found += pattern.finditer(text, sentence.start, sentence.end)
    yield from found
    for step in _STEP.finditer(text, sentence.start, sentence.end):
        if not any(Span(*step.span()).overlaps(Span(*time.span())) for time in found):
            yield step


def _day_it_appeared(match: re.Match[str], appeared: date | None) -> date | None:
    """The day of publication; not for the night, which may be the one before."""
    return None if _NIGHT.search(match.group()) else appeared


def _last_named(named: list[tuple[int, date]], before: int, appeared: date | None) -> date | None:
    """The last day named before this place; of an article with a date, one shortly before it appeared."""
    for start, day in reversed(named):
        if start < before and (appeared is None or appeared - _RECENT <= day <= appeared):
            return day
    return None
