"""Offices in letters and in words.

Comes in:   the assertions of a story.
Goes out:   a `Concept` for each office that is printed as its initials and in full ("COO", "chief operating
            officer").
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from tellings.compare.assertions import Pool
from tellings.compare.naming.uses import Concept, Use
from tellings.compare.words import Word
from tellings.languages.en.titles import ROLES
from tellings.records import Span

_LETTERS = re.compile(r"[A-Z]{3,4}")
_ROLES = frozenset(ROLES) | {"officer", "technician"}


def find_offices(pool: Pool) -> Iterator[Concept]:
    """Concepts of offices whose initials are printed too."""
    short: dict[str, list[Use]] = defaultdict(list)
    full: dict[str, list[Use]] = defaultdict(list)
    for assertion in pool.assertions:
        text = pool.readings[assertion.article].article.text
        for place, word in enumerate(assertion.words):
            span = Span(word.start, word.end)
            if _LETTERS.fullmatch(letters := span.words_in(text)):
                short[letters.lower()].append(Use(letters, assertion.article, span))
            for size in (3, 4):
                words = assertion.words[max(0, place + 1 - size) : place + 1]
                if len(words) == size and _names_an_office(words, text):
                    span = Span(words[0].start, words[-1].end)
                    initials = "".join(word.lower[0] for word in words)
                    full[initials].append(Use(span.words_in(text), assertion.article, span))
    for letters in short.keys() & full.keys():
        yield Concept(label=full[letters][0].name, uses=(*short[letters], *full[letters]), interest=0.9)


def _names_an_office(words: tuple[Word, ...], text: str) -> bool:
    """Whether words that tell, with spaces between them, lead to the name of an office."""
    between = text[words[0].end : words[-1].start].split()
    return (
        words[-1].lower in _ROLES
        and all(word.tells for word in words)
        and len(between) == len(words) - 2
        and all(part.isalpha() for part in between)
    )
