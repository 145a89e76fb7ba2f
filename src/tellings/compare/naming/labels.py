"""Names out of the table of labels and states.

Comes in:   the assertions of a story.
Goes out:   a `Concept` for each group of labels of which the story uses two or more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from tellings.compare.assertions import Pool
from tellings.compare.naming.uses import Concept, Use
from tellings.compare.words import Word, folded
from tellings.languages.en.labels import LABELS, STATES
from tellings.records import Span

_CAPITALS_ONLY = frozenset(("is", "us", "rok", "prc", "the north", "the south", "the states"))
_LONGEST = 4


def find_labels(pool: Pool) -> Iterator[Concept]:
    """Concepts of the tables."""
    table = _table()
    uses: dict[str, list[Use]] = defaultdict(list)
    for assertion in pool.assertions:
        text = pool.readings[assertion.article].article.text
        words = assertion.words
        place = 0
        while place < len(words):
            size, concepts = _longest(words, place, table, text)
            for concept in concepts:
                span = Span(words[place].start, words[place + size - 1].end)
                uses[concept].append(Use(span.words_in(text), assertion.article, span))
            place += max(1, size)
    for label, found in uses.items():
        yield Concept(label=label, uses=tuple(found), interest=2.0 if label in LABELS else 1.2)


def _longest(
    words: tuple[Word, ...], place: int, table: dict[tuple[str, ...], tuple[str, ...]], text: str
) -> tuple[int, tuple[str, ...]]:
    """The longest entry of the table that begins at a word: its length in words, and its concepts."""
    for size in range(min(_LONGEST, len(words) - place), 0, -1):
        key = tuple(word.lower.removesuffix("'s") for word in words[place : place + size])
        if key not in table:
            continue
        printed = text[words[place].start : words[place + size - 1].end]
        if " ".join(key) in _CAPITALS_ONLY and not (printed.isupper() or printed.split()[-1].istitle()):
            continue
        return size, table[key]
    return 0, ()


@lru_cache(maxsize=1)
def _table() -> dict[tuple[str, ...], tuple[str, ...]]:
    """Entries as tuples of words, with the plural of their last word, and the concepts they name."""
    table: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for label, names in (*LABELS.items(), *STATES.items()):
        for name in names:
            words = tuple(folded(name).replace("-", " ").replace(".", " ").split())
            table[words].append(label)
            if label in LABELS and not words[-1].endswith("s"):
                table[(*words[:-1], words[-1] + "s")].append(label)
    return {words: tuple(labels) for words, labels in table.items()}
