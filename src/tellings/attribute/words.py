"""Words of a text, with their places.

Comes in:   a text and a span of it.
Goes out:   words with their characters' places, folded forms for comparing, and small questions about them.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from tellings.records import Span

_WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W_]+(?:[-’'][^\W_]+)*|[^\w\s]|_")
_DASHES = str.maketrans({"’": "'", "‘": "'", "‐": "-", "‑": "-", "–": "-", "—": "-"})


class Word(NamedTuple):
    """A word or a punctuation mark; `low` is its folded form."""

    text: str
    low: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Its characters."""
        return Span(self.start, self.end)

    @property
    def is_name_like(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def is_word(self) -> bool:
        """Whether it is a word rather than a punctuation mark."""
        return self.text[0].isalnum()


def words_of(text: str, span: Span | None = None) -> list[Word]:
    """The words and marks of `text`, or of `span` of it; a possessive 's is a word of its own."""
    start, end = span or Span(0, len(text))
    found: list[Word] = []
    for match in _WORD.finditer(text, start, end):
        word, at = match.group(), match.start()
        if word[-2:].lower() in ("'s", "’s") and len(word) > 2:
            found.append(_word(word[:-2], at))
            found.append(_word(word[-2:], at + len(word) - 2))
        else:
            found.append(_word(word, at))
    return found


def _word(text: str, at: int) -> Word:
    return Word(text, fold(text).replace(".", "") or text, at, at + len(text))


@lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """Lower case without accents, with plain apostrophes and hyphens."""
    text = text.translate(_DASHES).lower()
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def singular(word: str) -> str:
    """A noun's singular as far as its ending tells: "officials" -> "official", "agencies" -> "agency"."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("men") and len(word) > 3:
        return word[:-3] + "man"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word


def stands_apart(text: str, left: Word, right: Word) -> bool:
    """Whether more than blanks (or the full stop of an abbreviation) lies between two words."""
    between = text[left.end : right.start]
    return "\n" in between or between.strip(" \t\u00a0.") != ""


def printed(text: str, span: Span) -> str:
    """The words of a span on one line."""
    return " ".join(span.words_in(text).split())
