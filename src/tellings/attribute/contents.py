"""What is said, as words that can be compared.

Comes in:   statements and their articles' texts.
Goes out:   a `Said` each: its words in order, the words that tell something, and how rare those are.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tellings.attribute.compounds import NO_COMPOUNDS, Compounds, compounds_in
from tellings.attribute.quotes import quoted_spans
from tellings.attribute.words import Word, words_of
from tellings.languages.en.cues import NUMBER_WORDS, REPORTING_FRAMES
from tellings.languages.en.demonyms import COUNTRY_OF
from tellings.languages.en.function_words import FUNCTION_WORDS
from tellings.languages.en.irregular import VERB_OF
from tellings.languages.en.negation import DENYING
from tellings.records import Statement

LONGEST = 1500
"""Words of a content that are compared; nobody is quoted at greater length."""
_DENYING = frozenset(DENYING)
_FRAME = frozenset((*FUNCTION_WORDS, *REPORTING_FRAMES))


@dataclass(frozen=True, slots=True, eq=False)
class Content:
    """A statement's content. `words` are its words in order, folded, bracketed ones left out; `terms` the
    stems that tell something; `quoted` the words of each piece within quotation marks. `denied` is set where
    the speaker says that it is not so."""

    statement: Statement
    words: tuple[str, ...]
    terms: frozenset[str]
    quoted: tuple[tuple[str, ...], ...] = ()
    denied: bool = False


def content_of(statement: Statement, text: str, compounds: Compounds = NO_COMPOUNDS) -> Content:
    """The words of what is said; `compounds` are those of the story."""
    whole = said_words(statement, text)[:LONGEST]
    words = _spelled(whole, compounds)
    return Content(
        statement,
        words,
        _terms([part for word in whole for part in compounds.parts(word.low)]),
        _quoted(statement, text, words, compounds),
        any(word.low in _DENYING for span in statement.cue for word in words_of(text, span)),
    )


def _terms(words: Sequence[str]) -> frozenset[str]:
    return frozenset(
        stem(COUNTRY_OF.get(word, word)) for word in words if word not in _FRAME and len(word) > 1
    )


def _quoted(
    statement: Statement, text: str, words: tuple[str, ...], compounds: Compounds
) -> tuple[tuple[str, ...], ...]:
    if statement.form != "mixed":
        return (words,) if statement.form == "direct" else ()
    marked = [span for part in statement.content for span in quoted_spans(text, part)]
    pieces = (
        _spelled((w for w in words_of(text, span) if w.is_word and w.low != "'s"), compounds)
        for span in marked
    )
    return tuple(piece for piece in pieces if piece)


def _spelled(words: Iterable[Word], compounds: Compounds) -> tuple[str, ...]:
    """Words as they are compared: hyphens part them, compounds are parted, small numbers are figures."""
    return tuple(
        NUMBER_WORDS.get(part, part)
        for word in words
        for hyphened in word.low.split("-")
        if hyphened
        for part in compounds.parts(hyphened)
    )


def said_words(statement: Statement, text: str) -> list[Word]:
    """The words of a content in order of place, without marks and without what stands in square brackets."""
    found: list[Word] = []
    bracketed = False
    for part in statement.content:
        for word in words_of(text, part):
            if word.text in "[]":
                bracketed = word.text == "["
            elif not bracketed and word.is_word and word.low != "'s":
                found.append(word)
    return found


def stem(word: str) -> str:
    """A word without its commonest endings: "warned", "warning" and "warns" are one, "sped" is "speed"."""
    if word in VERB_OF or word.endswith("eed"):
        return VERB_OF.get(word, word).rstrip("e")
    for ending, least in (
        ("ations", 4),
        ("ation", 4),
        ("ings", 4),
        ("ing", 4),
        ("ies", 3),
        ("ed", 3),
        ("es", 4),
        ("s", 3),
    ):
        if word.endswith(ending) and len(word) - len(ending) >= least and not word.endswith("ss"):
            return word[: -len(ending)].rstrip("e")
    return word.rstrip("e") if len(word) > 4 else word


class Rarity:
    """How much a term tells within the story: rare terms tell more."""

    def __init__(self, contents: Sequence[Content]) -> None:
        self._total = max(2, len(contents))
        self._count = Counter(term for content in contents for term in content.terms)

    def of(self, term: str) -> float:
        """Inverse document frequency over the story's statements, at least 0.2."""
        return max(0.2, math.log(self._total / (1 + self._count.get(term, 0))) + 0.5)

    def weight(self, terms: Iterable[str]) -> float:
        """The sum over terms."""
        return sum(self.of(term) for term in terms)


def contents_of(statements: Sequence[Statement], texts: Mapping[str, str]) -> list[Content]:
    """The contents of all statements, in their order."""
    compounds = compounds_in(
        [word.low for word in said_words(statement, texts[statement.article])[:LONGEST]]
        for statement in statements
    )
    return [content_of(statement, texts[statement.article], compounds) for statement in statements]
