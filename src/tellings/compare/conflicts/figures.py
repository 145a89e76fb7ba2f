"""Figures: quantities together with what they count.

Comes in:   the assertions of a story and the quantities read in its articles.
Goes out:   `Figure`s: value, unit, what is counted, what became of them ("dead", "hurt"), whether the figure
            is of a part, and whether it speaks of another event.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from tellings.compare.assertions import Assertion, Pool
from tellings.compare.conflicts.fates import is_part, names_a_role, role_of, total_role
from tellings.compare.conflicts.framing import Framing, company_of, framing_of, is_background
from tellings.compare.words import Word, stem_of, words_in
from tellings.languages.en.function_words import REPORTING_WORDS
from tellings.languages.en.labels import COUNTED_LABELS, LABELS
from tellings.languages.en.measured import COMPANIES, TIMES
from tellings.languages.en.opposites import BESIDE, CALENDAR_WORDS, INSIDE
from tellings.languages.en.outcomes import BYSTANDERS, FORCES, PEOPLE
from tellings.records import Quantity, Reading

_REACH = 7
_REPORTING = frozenset(REPORTING_WORDS)
_AT = frozenset((*INSIDE, *BESIDE, "around", "at"))
_TIMES = frozenset(TIMES)
_OF_ALL = re.compile(r"\s+of\s+(?:(?:all|its|the|their)\s+)?$")


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
    framing: Framing
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
        for figure in _beside_totals([f for a in by_article[number] for f in _figures(reading, a)])
    ]


def _beside_totals(figures: Sequence[Figure]) -> list[Figure]:
    """The figures of an article; a toll beside a total in one sentence is a part of it.

    "The toll stood at 27 after four died of their burns."
    """
    totals = {(f.assertion.sentence, f.role) for f in figures if f.framing.total}
    return [
        replace(figure, part=True)
        if not figure.framing.total and (figure.assertion.sentence, figure.role) in totals
        else figure
        for figure in figures
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
    sentence = reading.sentences[assertion.sentence].span
    words = words_in(text, sentence)
    background = is_background(reading, sentence)
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
        role, severe = role_of(within, after, before)
        total = total_role([word for word in words if word.end <= quantity.span.start])
        if total is not None and not quantity.unit and role in ("", "dead", "hurt", "missing"):
            role = total
        near = [*after[:4], *before[:3]]
        yield Figure(
            assertion=assertion,
            quantity=quantity if role else _counting(inside, place, text),
            printed=quantity.span.words_in(text),
            role=role,
            head=_head_of(inside, place, text, bool(role)) or _company(quantity, role, after, before),
            near=frozenset(word.stem for word in near if _tells_of_thing(word, assertion, quantity)),
            part=not total and (is_part(within, after, before) or severe),
            background=background,
            framing=framing_of(text, sentence.words_in(text), within, after, before, total=bool(total)),
            places=places,
            days=days,
        )


def _counting(inside: Sequence[Quantity], place: int, text: str) -> Quantity:
    """The quantity with what it counts, also where that stands behind the whole: "58 of the 165 seats"."""
    quantity = inside[place]
    following = inside[place + 1] if place + 1 < len(inside) else None
    if following and not quantity.counted and _of_all(text, quantity, following):
        return replace(quantity, counted=following.counted)
    return quantity


def _head_of(inside: Sequence[Quantity], place: int, text: str, has_role: bool) -> str:
    """What is counted; "all seats" for the 165 of "58 of the 165 seats"."""
    quantity = _counting(inside, place, text)
    if has_role:
        return (
            "" if quantity.counted in BYSTANDERS or names_a_role(quantity.counted) else _head(quantity, text)
        )
    if place and not inside[place - 1].counted and _of_all(text, inside[place - 1], quantity):
        return f"all {_head(quantity, text)}"
    return _head(quantity, text)


def _of_all(text: str, part: Quantity, whole: Quantity) -> bool:
    plain = not part.unit and not whole.unit and bool(whole.counted)
    return plain and _OF_ALL.fullmatch(text, part.span.end, whole.span.start) is not None


def _company(quantity: Quantity, role: str, after: Sequence[Word], before: Sequence[Word]) -> str:
    """What people are counted as who bear no name of their own: a crowd, inhabitants, staff."""
    people = not quantity.counted or quantity.counted.split()[-1] in PEOPLE
    return company_of(after, before) if people and not role and not quantity.unit else ""


def _tells_of_thing(word: Word, assertion: Assertion, quantity: Quantity) -> bool:
    """Whether a word beside a figure tells what it is of, and not who says it."""
    content = assertion.statement.content if assertion.statement else ()
    told = [span for span in content if span.covers(quantity.span)]
    return (
        word.tells
        and word.lower not in _REPORTING
        and word.lower not in _TIMES
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


def _head(quantity: Quantity, text: str) -> str:
    """What is counted: a stem, or the label that several words for one kind of people share."""
    noun = quantity.counted.split()[-1] if quantity.counted else ""
    if not noun or noun in PEOPLE or names_a_role(noun):
        return ""
    two = stem_of(" ".join(quantity.span.words_in(text).split()[-2:]))
    return _labels().get(two) or head_of(noun)


def head_of(noun: str) -> str:
    """The stem of a noun, or the label that it shares with others."""
    return _labels().get(stem_of(noun), stem_of(noun))


@lru_cache(maxsize=1)
def force_heads() -> frozenset[str]:
    """The heads of those and of that which is sent to help, to guard or to fight."""
    return frozenset(head_of(word) for word in FORCES)


@lru_cache(maxsize=1)
def _labels() -> dict[str, str]:
    labels = {stem_of(name): label for label in COUNTED_LABELS for name in LABELS[label]}
    return labels | {stem_of(name): company for company, names in COMPANIES.items() for name in names}
