"""Times of day compared as values.

Comes in:   the assertions of a story and who tells the same as whom.
Goes out:   conflicts between clock times given for one thing: for the event of the headlines, or in
            assertions that tell the same. "About six" and 6.04 do not clash; "about six" and 6.15 do.
Left out:   times in a named zone, when help was called, and the timetable of one article, whose times
            follow one another."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from tellings.compare.assertions import Assertion, Pool
from tellings.compare.conflicts.found import Found, FoundSide, Neighbours, listed, whole
from tellings.compare.words import stem_of, words_in
from tellings.languages.en.labels import EVENT_LABELS, LABELS
from tellings.records import Span

_CLOCK = re.compile(
    r"(?P<near>\b(?:about|around|approximately|shortly after|shortly before|just after|just before|before|"
    r"after|roughly|nearly|almost|by)\s+)?"
    r"(?:(?P<hour>\b\d{1,2})(?:[.:](?P<minute>\d{2}))?\s*(?P<half>[ap]\.?m\b\.?)"
    r"|(?P<hour24>\b[01]?\d|\b2[0-3]):(?P<minute24>[0-5]\d)\b(?!\s*[ap]\.?m)"
    r"|(?P<word>\b(?:midnight|noon|midday))\b)",
    re.IGNORECASE,
)
_ZONE = re.compile(r"\b(?:GMT|UTC|BST|EST|EDT|ET|PST|PDT|PT|CET|CEST)\b")
_NEAR_MINUTES = 5
_CLOSE = 0.55
_SAME = 0.3
_DAY = 24 * 60
_CALLED = frozenset(stem_of(word) for word in ("alerted", "called", "calls", "dispatched", "summoned"))
_MOST_SIDES = 5
_MOST_TIMES = 5


@dataclass(frozen=True, slots=True)
class _Time:
    assertion: Assertion
    printed: str
    minutes: int
    near: bool
    what: frozenset[str]


def find_clock_times(pool: Pool, neighbours: Neighbours) -> Iterator[Found]:
    """Conflicts of time."""
    times = list(_times(pool))
    events = event_words(pool)
    timetables = _timetables(times)
    told = [
        time
        for time in times
        if time.what & events and not time.what & _CALLED and time.assertion.article not in timetables
    ]
    yield from _conflict(_first_of_each_article(told))
    holders: dict[str, list[int]] = defaultdict(list)
    for number, time in enumerate(times):
        for stem in time.what:
            holders[stem].append(number)
    pairs = {
        pair
        for numbers in holders.values()
        if len(numbers) <= 60
        for pair in combinations(numbers, 2)
        if not (times[pair[0]] in told and times[pair[1]] in told)
        and not {times[number].assertion.article for number in pair} & timetables
        and _same_thing(times[pair[0]], times[pair[1]], neighbours)
    }
    groups: dict[int, set[int]] = defaultdict(set)
    for one, other in pairs:
        groups[one].add(other)
        groups[other].add(one)
    used: set[int] = set()
    for seed in sorted(groups, key=lambda n: (-len(groups[n]), n)):
        if seed in used:
            continue
        members = [seed, *sorted(groups[seed])]
        used.update(members)
        yield from _conflict([times[n] for n in members])


def _timetables(times: list[_Time]) -> frozenset[int]:
    """Articles that tell the event by the clock, one time after another."""
    counts: dict[int, set[int]] = defaultdict(set)
    for time in times:
        counts[time.assertion.article].add(time.minutes)
    return frozenset(article for article, minutes in counts.items() if len(minutes) > _MOST_TIMES)


def event_words(pool: Pool) -> frozenset[str]:
    """Stems for what happened: the words for accidents and attacks, if the headlines tell of one."""
    headlines = {stem for assertion in pool.assertions if assertion.headline for stem in assertion.stems}
    words = frozenset(stem_of(name.split()[0]) for label in EVENT_LABELS for name in LABELS[label])
    return words if words & headlines else frozenset()


def _first_of_each_article(times: list[_Time]) -> list[_Time]:
    """The time that each article gives first, and where it gives the same again."""
    first: dict[int, int] = {}
    for time in times:
        first.setdefault(time.assertion.article, time.minutes)
    return [time for time in times if time.minutes == first[time.assertion.article]]


def _times(pool: Pool) -> Iterator[_Time]:
    for assertion in pool.assertions:
        text, span = pool.readings[assertion.article].article.text, assertion.cite.span
        for found in _CLOCK.finditer(text, span.start, span.end):
            minutes = _minutes(found)
            if minutes is None or _ZONE.search(text, found.end(), min(span.end, found.end() + 6)):
                continue
            yield _Time(
                assertion,
                Span(*found.span()).words_in(text).strip(),
                minutes,
                bool(found["near"]),
                _told_in_sentence(pool, assertion),
            )


def _told_in_sentence(pool: Pool, assertion: Assertion) -> frozenset[str]:
    reading = pool.readings[assertion.article]
    words = words_in(reading.article.text, reading.sentences[assertion.sentence].span)
    return frozenset(word.stem for word in words if word.tells and not word.is_number)


def _minutes(found: re.Match[str]) -> int | None:
    if found["word"]:
        return 0 if found["word"].lower() == "midnight" else 12 * 60
    if found["hour24"]:
        return int(found["hour24"]) * 60 + int(found["minute24"])
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if not 1 <= hour <= 12 or minute > 59:
        return None
    return (hour % 12 + (12 if found["half"][0] in "pP" else 0)) * 60 + minute


def _same_thing(one: _Time, other: _Time, neighbours: Neighbours) -> bool:
    """Told by two articles, of what is told as one, or alike and with several words in common."""
    if one.assertion.article == other.assertion.article:
        return False
    if bool(one.what & _CALLED) != bool(other.what & _CALLED):
        return False
    if neighbours.same(one.assertion, other.assertion) >= _SAME:
        return True
    return len(one.what & other.what) >= 2 and neighbours.cosine(one.assertion, other.assertion) >= _CLOSE


def _clash(one: _Time, other: _Time) -> bool:
    apart = abs(one.minutes - other.minutes)
    apart = min(apart, _DAY - apart)
    return apart > (_NEAR_MINUTES if one.near or other.near else 0)


def _conflict(times: list[_Time]) -> Iterator[Found]:
    groups: dict[int, list[_Time]] = defaultdict(list)
    if not times:
        return
    for time in times:
        if abs(time.minutes - times[0].minutes) <= 120:
            groups[time.minutes].append(time)
    if not 2 <= len(groups) <= _MOST_SIDES:
        return
    if not any(_clash(groups[a][0], groups[b][0]) for a, b in combinations(groups, 2)):
        return
    sides = [
        FoundSide(value=members[0].printed, places=tuple(whole(time.assertion) for time in members))
        for _, members in sorted(groups.items())
    ]
    yield Found(
        kind="time",
        nature="contradiction",
        reason=f"the same event is put at {listed(side.value for side in sides)}",
        confidence=0.65,
        sides=tuple(sides),
    )
