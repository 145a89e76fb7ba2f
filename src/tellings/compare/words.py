"""The words of a piece of text, ready to be compared.

Comes in:   a text and a span of it.
Goes out:   `Word`s with their places, the light stems by which two wordings can be seen to share a word, and
            the roots by which two forms are seen to be of one verb ("withdrew", "withdrawing").
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from tellings.languages.en.function_words import FUNCTION_WORDS, REPORTING_WORDS
from tellings.languages.en.irregular import VERB_OF
from tellings.records import Span

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]{1,3})?|\d+(?:[.,:]\d+)*")
_SILENT = frozenset(FUNCTION_WORDS) | frozenset(REPORTING_WORDS)
_SUFFIXES = ("ings", "ing", "edly", "ied", "ed", "ies", "es", "e", "s", "ly")
_VOWELS = frozenset("aeiouy")


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a number as printed: its place, its form for comparing, its stem and its root.

    `is_number` is set for digits; `tells` for words that carry meaning of their own.
    """

    start: int
    end: int
    lower: str
    stem: str
    root: str
    capital: bool
    is_number: bool
    tells: bool


def words_in(text: str, span: Span) -> tuple[Word, ...]:
    """The words of `text` within `span`, in order."""
    return tuple(_word(found) for found in _WORD.finditer(text, span.start, span.end))


@lru_cache(maxsize=65536)
def folded(printed: str) -> str:
    """Lower case, straight apostrophes, no accents: how two spellings of one word are compared."""
    plain = unicodedata.normalize("NFKD", printed.replace("’", "'"))
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


@lru_cache(maxsize=65536)
def stem_of(printed: str) -> str:
    """A light stem: possessive and the commonest endings taken off, at least four letters left."""
    low = folded(printed)
    if low[0].isdigit():
        return low.replace(",", "")
    low = low.removesuffix("'s").removesuffix("'")
    for suffix in _SUFFIXES:
        if low.endswith(suffix) and len(low) - len(suffix) >= 4:
            return low.removesuffix(suffix)
    return low


@lru_cache(maxsize=65536)
def root_of(printed: str) -> str:
    """What the forms of a verb have in common: "asks" and "asked" are ask, "denied" deny, "sold" sel.

    No word to be shown: the last e is taken off, and a doubled last letter taken once.
    """
    low = folded(printed).removesuffix("'s").removesuffix("'")
    root = VERB_OF.get(low) or _without_ending(low)
    root = root.removesuffix("e") if len(root) > 2 else root
    doubled = len(root) > 2 and root[-1] == root[-2] and root[-1] not in _VOWELS
    return root[:-1] if doubled else root


def _without_ending(low: str) -> str:
    if low.endswith(("ied", "ies")):
        return low[:-3] + "y" if len(low) > 4 else low[:-1]
    for ending in ("ing", "ed"):
        rest = low.removesuffix(ending)
        if rest != low and len(rest) > 1 and not low.endswith("eed") and not _VOWELS.isdisjoint(rest):
            return rest
    if low.endswith("s") and not low.endswith(("ss", "us", "is")) and len(low) > 3:
        return low[:-1]
    return low


def _word(found: re.Match[str]) -> Word:
    return Word(found.start(), found.end(), *_read(found.group()))


@lru_cache(maxsize=65536)
def _read(printed: str) -> tuple[str, str, str, bool, bool, bool]:
    lower = folded(printed)
    number = lower[0].isdigit()
    tells = lower not in _SILENT and (number or len(lower) > 1)
    return lower, stem_of(printed), root_of(printed), printed[0].isupper(), number, tells
