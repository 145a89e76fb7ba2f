"""The words that tell what an article is about.

Comes in:   an `Article`.
Goes out:   its words, cut to their stems, each with a weight: how often it stands there (damped), more if it
            stands in the headline or in the opening, where news says what happened. Names have a limit: they
            say of whom the news is, and the same people are in the news for different things.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

from tellings.records import Article

_WORD = re.compile(r"[^\W_]+")
_APOSTROPHE = re.compile(r"['’]s?\b")
_LONGEST_WORD = 40
_WORDS_READ = 3_000
"""What an article is about stands in its first pages; the rest of a very long one is left unread here."""
_OPENING = 80
_OPENING_WEIGHT = 1.0
_HEADLINE_WEIGHT = 3.0
_LONGEST_HEADLINE = 300
_NAME_LIMIT = 3.0


def weighted_words(article: Article) -> dict[str, float]:
    """The stems of the article's words with their weights (>= 1); empty for an article without words."""
    headline = _headline(article)
    read = list(islice(_words(article.text), _WORDS_READ))
    weights = {stem: 1.0 + math.log(times) for stem, times in Counter(stem for stem, _ in read).items()}
    for stem in {stem for stem, _ in read[:_OPENING]}:
        weights[stem] += _OPENING_WEIGHT
    for stem in set(stems(headline)):
        weights[stem] = weights.get(stem, 0.0) + _HEADLINE_WEIGHT
    in_headline = len(list(stems(headline))) if article.text.startswith(headline) else 0
    for stem in _names(read[in_headline:]):
        weights[stem] = min(weights[stem], _NAME_LIMIT)
    return weights


def stems(text: str) -> Iterator[str]:
    """The words of `text` in order, lower-cased, without endings; no single letters, no short numbers."""
    return (stem for stem, _ in _words(text))


def _words(text: str) -> Iterator[tuple[str, bool]]:
    """The stem of each word, and whether the word begins without a capital."""
    for printed in _WORD.findall(_APOSTROPHE.sub("", text[: _WORDS_READ * _LONGEST_WORD])):
        word = _word(printed)
        if word is not None:
            yield word


@lru_cache(maxsize=1 << 16)
def _word(printed: str) -> tuple[str, bool] | None:
    """A word as `_words` gives it; None for what is none."""
    word = printed.lower()
    if len(word) > _LONGEST_WORD or (word.isdigit() and len(word) < 3):
        return None
    stem = _stem(word)
    return (stem, not printed[0].isupper()) if len(stem) > 1 else None


def _names(read: Sequence[tuple[str, bool]]) -> set[str]:
    """The stems that always begin with a capital; headlines, where every word may, are not to be given."""
    return {stem for stem, _ in read} - {stem for stem, is_small in read if is_small}


def _stem(word: str) -> str:
    """Brings "strikes", "striking" and "strike" together; a stem need not be a word."""
    if len(word) <= 4:
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith("ing") and len(word) > 6:
        word = word[:-3]
    elif word.endswith(("ed", "es")) and len(word) > 5:
        word = word[:-2]
    elif word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    return word[:-1] if word.endswith("e") and len(word) > 4 else word


def _headline(article: Article) -> str:
    """The title; without one, the first line, where it is short enough for a headline."""
    if article.title:
        return article.title[:_LONGEST_HEADLINE]
    first = article.text[: 4 * _LONGEST_HEADLINE].lstrip().partition("\n")[0]
    return first if len(first) <= _LONGEST_HEADLINE else ""
