"""The words that tell what an article is about.

Comes in:   an `Article`.
Goes out:   its words, cut to their stems, each with a weight: how often it stands there (damped), more if it
            stands in the headline or in the opening, where news says what happened.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator
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


def weighted_words(article: Article) -> dict[str, float]:
    """The stems of the article's words with their weights (>= 1); empty for an article without words."""
    body = list(islice(stems(article.text), _WORDS_READ))
    weights = {word: 1.0 + math.log(times) for word, times in Counter(body).items()}
    for word in set(body[:_OPENING]):
        weights[word] += _OPENING_WEIGHT
    for word in set(stems(_headline(article))):
        weights[word] = weights.get(word, 0.0) + _HEADLINE_WEIGHT
    return weights


def stems(text: str) -> Iterator[str]:
    """The words of `text` in order, lower-cased, without endings; no single letters, no short numbers."""
    for found in _WORD.finditer(_APOSTROPHE.sub("", text[: _WORDS_READ * _LONGEST_WORD])):
        word = found[0].lower()
        if len(word) > _LONGEST_WORD or (word.isdigit() and len(word) < 3):
            continue
        stem = _stem(word)
        if len(stem) > 1:
            yield stem


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
