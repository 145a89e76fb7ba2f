"""What figures of one thing are called in a reason: as an editor would put it.

Comes in:   the `Figure`s of one thing.
Goes out:   a name for it, made of fixed words and of words that all its sentences print: "the number of
            jobs", "a share of the ballots", "how long it lasts (trial)", "a sum in euros (loss)".
"""

from __future__ import annotations

from collections.abc import Sequence

from tellings.compare.assertions import Pool
from tellings.compare.conflicts.figures import Figure
from tellings.compare.words import Word
from tellings.languages.en.measured import COMPANIES_NAMED, MEASURED, TIMES
from tellings.languages.en.units import CURRENCY_WORDS, KINDS_OF_MEASURES

_MOST_PHRASES = 2
_VERBAL = ("ed", "ing")
_SILENT = frozenset(TIMES).union(*MEASURED[1].values())
_CURRENCIES = {code: f"{word}s" for word, code in reversed(CURRENCY_WORDS.items())}

_TOLLS = {
    "arrested": "the number of those arrested",
    "dead": "the number of the dead",
    "dead+hurt": "the number of the dead and hurt together",
    "displaced": "the number of those who had to leave",
    "freed": "the number of those freed",
    "hospital": "the number of those taken to hospital",
    "hostage": "the number of hostages",
    "hurt": "the number of the hurt",
    "missing": "the number of the missing",
    "trapped": "the number of those trapped",
}


def toll_named(role: str) -> str:
    """A toll by what became of people."""
    return _TOLLS.get(role, role)


def named(pool: Pool, event: Sequence[Figure]) -> str:
    """The count by its noun, the measure by its kind and the words that all its figures have beside them."""
    first = event[0]
    unit, counted = first.quantity.unit, first.quantity.counted
    if not unit:
        return f"the number of {COMPANIES_NAMED.get(first.head) or counted or first.head}"
    kind = KINDS_OF_MEASURES.get(
        unit, f"a sum in {_currency(unit)}" if unit.isupper() else f"a measure in {unit}"
    )
    if counted and all(figure.quantity.counted == counted for figure in event):
        return f"{kind} of the {counted}"
    told = ", ".join(_beside(pool, event)[:_MOST_PHRASES])
    return f"{kind} ({told})" if told else kind


def _currency(code: str) -> str:
    return _CURRENCIES.get(code, code)


def _beside(pool: Pool, event: Sequence[Figure]) -> list[str]:
    """Phrases that stand beside all the figures, or else in all their assertions, as the first one prints
    them.
    """
    first = event[0].assertion
    beside = frozenset.intersection(*(figure.near for figure in event))
    common = frozenset.intersection(*(figure.assertion.stems for figure in event))
    shared = beside or (common - first.names - first.numbers)
    text = pool.readings[first.article].article.text
    phrases: list[str] = []
    known: set[str] = set()
    figure, end = event[0].quantity.span, -2
    for place, word in enumerate(first.words):
        inside = figure.start <= word.start < figure.end
        if inside or word.stem not in shared or word.stem in known or _is_a_deed(word):
            continue
        known.add(word.stem)
        plain = word.capital and not place and word.stem not in first.names
        printed = word.lower if plain else text[word.start : word.end]
        phrases[-1:] = [f"{phrases[-1]} {printed}"] if word.start == end + 1 else [*phrases[-1:], printed]
        end = word.end
    return phrases


def _is_a_deed(word: Word) -> bool:
    """Whether a word rather tells what was done, or when: no name for what is measured."""
    return word.lower in _SILENT or (not word.capital and word.lower.endswith(_VERBAL))
