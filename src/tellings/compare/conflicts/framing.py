"""How the words around a figure frame it: of what it is, of which time, and whether it stays.

Comes in:   the words beside a figure and the text of its sentence.
Goes out:   `Framing`: what a sum or a share is of, whether it is of another time than the one told, a sum
            over years, a share that changes as a count goes on, a figure put right, or the total of a toll.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from tellings.compare.words import Word, words_in
from tellings.languages.en.measured import (
    COMPANIES,
    COMPANY_PHRASES,
    EARLIER,
    GOING_ON,
    MEASURED,
    NOW_SAYS,
    OLDER_OF_TWO,
    OTHERS,
    OVER_YEARS,
    PUT_RIGHT,
    STRETCH,
)
from tellings.languages.en.outcomes import OTHER_EVENT
from tellings.records import Reading, Span

_BEHIND, _BEFORE = 4, 3
_BACKGROUND_DAYS = 10
_CENTURIES = ("18", "19", "20")
_EARLIER = re.compile(EARLIER, re.IGNORECASE)
_OLDER = re.compile(OLDER_OF_TWO, re.IGNORECASE)
_NOW_SAYS = re.compile(NOW_SAYS, re.IGNORECASE)
_OVER_YEARS = re.compile(OVER_YEARS, re.IGNORECASE)
_OTHERS = frozenset(OTHERS)
_STRETCH = tuple(re.compile(pattern, re.IGNORECASE) for pattern in STRETCH)
_PUT_RIGHT = re.compile(PUT_RIGHT, re.IGNORECASE)
_GOING_ON = re.compile(rf"\b(?:{'|'.join(GOING_ON)})\b", re.IGNORECASE)
_KINDS = {
    word: (question, kind)
    for question, kinds in enumerate(MEASURED)
    for kind, words in kinds.items()
    for word in words
}
_COMPANY_OF = {word: company for company, words in COMPANIES.items() for word in words}


@dataclass(frozen=True, slots=True, kw_only=True)
class Framing:
    """What the words around a figure say of it.

    `of` holds pairs of a question and its answer ("loss" and not "profit"); two figures that answer one
    question differently are of two things. `stretch` marks a time in which something else happened, `others`
    those counted beside somebody named.
    """

    of: frozenset[tuple[int, str]] = frozenset()
    earlier: bool = False
    over_years: bool = False
    stretch: bool = False
    others: bool = False
    going_on: bool = False
    put_right: bool = False
    now_says: bool = False
    total: bool = False


def framing_of(
    text: str,
    sentence: str,
    within: Sequence[Word],
    after: Sequence[Word],
    before: Sequence[Word],
    *,
    total: bool,
) -> Framing:
    """The framing of a figure in `text`, `before` running from the figure outwards."""
    ahead = text[before[-1].start : before[0].end] if before else ""
    behind = text[after[0].start : after[-1].end] if after else ""
    beside = [word.lower for word in (*after[:_BEHIND], *before[:_BEFORE])]
    return Framing(
        of=frozenset(_KINDS[word] for word in beside if word in _KINDS),
        earlier=any(_EARLIER.search(words) for words in (ahead, behind)) or bool(_OLDER.search(ahead)),
        over_years=bool(_OVER_YEARS.search(sentence)),
        stretch=bool(_STRETCH[0].search(f"{ahead} ") or _STRETCH[1].search(behind)),
        others=_counts_others([word.lower for word in (*within, *after[:1])]),
        going_on=bool(_GOING_ON.search(sentence)),
        put_right=bool(_PUT_RIGHT.search(sentence)),
        now_says=bool(_NOW_SAYS.search(sentence)),
        total=total,
    )


def _counts_others(words: Sequence[str]) -> bool:
    """ "22 other defendants", "22 more defendants"; not "more than 22 defendants"."""
    return any(
        word in _OTHERS and following != "than"
        for word, following in zip(words, [*words[1:], ""], strict=True)
    )


def measured_apart(one: Framing, other: Framing) -> bool:
    """Whether two figures are of two things or times: a profit and a loss, this year's and last year's."""
    asked = {question for question, _ in one.of} & {question for question, _ in other.of}
    same = {question for question, _ in one.of & other.of}
    return one.earlier != other.earlier or bool(asked - same)


def company_of(after: Sequence[Word], before: Sequence[Word]) -> str:
    """What people are counted as where no noun says it: "crowd", "inhabitants", "staff", or ""."""
    ahead = [word.lower for word in reversed(before)]
    behind = [word.lower for word in after]
    for words in (["people", *behind], ahead):
        for pair in pairwise(words):
            if pair in COMPANY_PHRASES:
                return COMPANY_PHRASES[pair]
    for word in (*behind[:_BEHIND], *reversed(ahead[-_BEHIND:])):
        if word in _COMPANY_OF:
            return _COMPANY_OF[word]
    return ""


def is_background(reading: Reading, sentence: Span) -> bool:
    """Whether a sentence says that it speaks of another, earlier event."""
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
    """How far a day is from that of publication, or the end of a month before it."""
    if len(day) == len("2031-05") and day < published[: len(day)]:
        day += "-28"
    try:
        return abs((date.fromisoformat(published) - date.fromisoformat(day)).days)
    except ValueError:
        return 0
