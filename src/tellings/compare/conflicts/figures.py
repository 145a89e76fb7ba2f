"""Figures: quantities together with what they count.

Comes in:   the assertions of a story and the quantities read in its articles.
Goes out:   `Figure`s: value, unit, what is counted, what became of them ("dead", "hurt"), whether the figure
            is of a part, and whether it speaks of another event.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise

from tellings.compare.assertions import Assertion, Pool
from tellings.compare.words import Word, stem_of, words_in
from tellings.languages.en.function_words import REPORTING_WORDS
from tellings.languages.en.labels import COUNTED_LABELS, LABELS
from tellings.languages.en.opposites import BESIDE, CALENDAR_WORDS, INSIDE
from tellings.languages.en.outcomes import FORCES, OTHER_EVENT, OUTCOMES, PART_WORDS, PEOPLE, RISING, SEVERITY
from tellings.records import Quantity, Reading

_REACH = 7
_REPORTING = frozenset(REPORTING_WORDS)
_AT = frozenset((*INSIDE, *BESIDE, "around", "at"))
_BACKGROUND_DAYS = 10
_CENTURIES = ("18", "19", "20")
_ROLE_OF = {word: role for role, words in OUTCOMES.items() for word in words}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Figure:
    """A quantity in its assertion.

    `role` is what became of those counted, "" where the words do not say; `head` is the stem of what is
    counted ("" for people in general); `near` are the stems beside it, for telling one measure from another.
    `places` and `days` are those that its assertion names.
    """

    assertion: Assertion
    quantity: Quantity
    printed: str
    role: str
    head: str
    near: frozenset[str]
    part: bool
    background: bool
    places: frozenset[str]
    days: frozenset[str]


def find_figures(pool: Pool) -> list[Figure]:
    """All figures of the story, in order."""
    by_article: dict[int, list[Assertion]] = defaultdict(list)
    for assertion in pool.assertions:
        by_article[assertion.article].append(assertion)
    return [
        figure
        for number, reading in enumerate(pool.readings)
        for assertion in by_article[number]
        for figure in _figures(reading, assertion)
    ]


def _figures(reading: Reading, assertion: Assertion) -> Iterator[Figure]:
    text, span = reading.article.text, assertion.cite.span
    quantities = reading.quantities
    first = bisect_left(quantities, span.start, key=lambda q: q.span.start)
    inside: list[Quantity] = []
    for quantity in quantities[first:]:
        if quantity.span.end > span.end:
            break
        inside.append(quantity)
    if not inside or any(word.lower == "respectively" for word in assertion.words):
        return
    background = _is_background(reading, assertion)
    places = frozenset(_places(assertion, text))
    days = frozenset(day.value for day in reading.dates if span.covers(day.span) and len(day.value) == 10)
    for place, quantity in enumerate(inside):
        after = _words_between(
            text,
            assertion,
            quantity.span.end,
            inside[place + 1].span.start if place + 1 < len(inside) else span.end,
        )
        before = _words_between(
            text,
            assertion,
            inside[place - 1].span.end if place else span.start,
            quantity.span.start,
            backwards=True,
        )
        within = [w for w in assertion.words if quantity.span.start <= w.start < quantity.span.end]
        role, extra = _role(within, after, before)
        if not role and any(word.lower in RISING for word in before[:2]) and "toll" in assertion.stems:
            role = "dead"
        counted = quantity.counted.split()[-1] if quantity.counted else ""
        near = [*after[:4], *before[:3]]
        yield Figure(
            assertion=assertion,
            quantity=quantity,
            printed=quantity.span.words_in(text),
            role=role,
            head=_head(counted),
            near=frozenset(word.stem for word in near if _tells_of_thing(word, assertion, quantity)),
            part=_is_part(within, after, before) or extra,
            background=background,
            places=places,
            days=days,
        )


def _tells_of_thing(word: Word, assertion: Assertion, quantity: Quantity) -> bool:
    """Whether a word beside a figure tells what it is of, and not who says it."""
    content = assertion.statement.content if assertion.statement else ()
    told = [span for span in content if span.covers(quantity.span)]
    return (
        word.tells
        and word.lower not in _REPORTING
        and (not told or any(span.start <= word.start < span.end for span in told))
    )


def _places(assertion: Assertion, text: str) -> Iterator[str]:
    """The names that "in", "near" and the like lead to."""
    words = assertion.words
    for before, word in pairwise(words):
        if before.lower not in _AT or not word.capital or word.lower in CALENDAR_WORDS or not word.tells:
            continue
        yield re.sub(r"[’']s$", "", text[word.start : word.end])


def _words_between(
    text: str, assertion: Assertion, start: int, end: int, *, backwards: bool = False
) -> list[Word]:
    """Up to seven words from the quantity outwards, as far as the next stop."""
    words = [word for word in assertion.words if start <= word.start and word.end <= end]
    chosen: list[Word] = []
    edge = end if backwards else start
    for word in reversed(words) if backwards else words:
        gap = text[word.end : edge] if backwards else text[edge : word.start]
        if len(chosen) == _REACH or any(stop in gap for stop in ".;:—") or (len(chosen) > 1 and "," in gap):
            break
        chosen.append(word)
        edge = word.start if backwards else word.end
    return chosen


def _head(counted: str) -> str:
    """What is counted: a stem, or the label that several words for one kind of people share."""
    if not counted or counted in PEOPLE or counted in _ROLE_OF:
        return ""
    return _labels().get(stem_of(counted), stem_of(counted))


@lru_cache(maxsize=1)
def force_heads() -> frozenset[str]:
    """The heads of those and of that which is sent to help, to guard or to fight."""
    return frozenset(_head(word) for word in FORCES)


@lru_cache(maxsize=1)
def _labels() -> dict[str, str]:
    return {stem_of(name): label for label in COUNTED_LABELS for name in LABELS[label]}


def _role(within: list[Word], after: list[Word], before: list[Word]) -> tuple[str, bool]:
    """The role that the words beside a count give it, and whether they name how badly people are hurt."""
    for word in within:
        if word.lower in _ROLE_OF:
            return _ROLE_OF[word.lower], any(w.lower in SEVERITY for w in within)
    if before and before[0].lower in _ROLE_OF:
        return _ROLE_OF[before[0].lower], any(word.lower in SEVERITY for word in after[:3])
    for side in (after, before):
        roles = [
            (place, _ROLE_OF[word.lower])
            for place, word in enumerate(side)
            if word.lower in _ROLE_OF and (side is after or _ROLE_OF[word.lower] != "hospital")
        ]
        if roles:
            place, role = roles[0]
            joined = [r for p, r in roles[1:] if r != role and p - place <= 2 and side is after]
            severe = any(word.lower in SEVERITY for word in side[: place + 1])
            return "+".join(sorted({role, *joined})), severe
    return "", any(word.lower in SEVERITY for word in after)


def _is_part(within: list[Word], after: list[Word], before: list[Word]) -> bool:
    beside = pairwise([*within, *after])
    of_them = any(one.lower == "of" and other.lower in PART_WORDS for one, other in beside)
    return of_them or any(word.lower in PART_WORDS for word in before[:3])


def _is_background(reading: Reading, assertion: Assertion) -> bool:
    """Whether the sentence says that it speaks of another, earlier event."""
    sentence = reading.sentences[assertion.sentence].span
    words = words_in(reading.article.text, sentence)
    if any(word.lower in OTHER_EVENT for word in words):
        return True
    published = (reading.article.published or "")[:10]
    years = {word.lower for word in words if word.is_number and len(word.lower) == 4}
    if any(year[:2] in _CENTURIES and year != published[:4] for year in years):
        return True
    return any(
        _days_before(published, day.value) > _BACKGROUND_DAYS
        for day in reading.dates
        if sentence.covers(day.span)
    )


def _days_before(published: str, day: str) -> int:
    try:
        return abs((date.fromisoformat(published) - date.fromisoformat(day)).days)
    except ValueError:
        return 0
