"""How well a sentence answers a question.

Comes in:   the question's words, once; then sentence after sentence, with how close it is in meaning.
Goes out:   a score, 0 where it is no answer: without a phrase that was asked for, or neither close in meaning
            nor with enough of the words, weighed by how rare they are.
"""

from __future__ import annotations

from tellings.group.words import stems
from tellings.store.words import phrases_of, rarity, telling_words

_CLOSE = 0.4
"""Cosine from which a sentence is close in meaning, whatever its words."""
_HELD = 0.5
"""Part of the question's words, weighed by how rare they are, that a sentence must hold otherwise."""


class Scorer:
    """The words of a question, ready to be looked for."""

    def __init__(self, words: str) -> None:
        self._phrases = [" ".join(phrase.split()).casefold() for phrase in phrases_of(words)]
        telling = telling_words(words) or [words]
        self._weights = {stem: rarity(stem) for stem in stems(" ".join(telling))}
        self._total = sum(self._weights.values())
        # A word begins with all but the last letter of its stem ("stories": "story").
        self._beginnings = [(stem[:-1], weight) for stem, weight in self._weights.items()]

    def score(self, sentence: str, close: float) -> float:
        """From 0 to 1; `close` is the cosine of the two meanings."""
        if self._phrases:
            told = " ".join(sentence.split()).casefold()
            if any(phrase not in told for phrase in self._phrases):
                return 0.0
        elif close < _CLOSE and self._most_held(sentence) < _HELD:
            return 0.0
        held = self._held(sentence)
        if not self._phrases and close < _CLOSE and held < _HELD:
            return 0.0
        return round(0.5 * held + 0.5 * max(0.0, close) + (1e-6 if self._phrases else 0.0), 6)

    def _held(self, sentence: str) -> float:
        there = set(stems(sentence)) & self._weights.keys()
        return sum(self._weights[stem] for stem in there) / self._total if self._total else 0.0

    def _most_held(self, sentence: str) -> float:
        """Not less than `_held`, and found without taking the sentence apart."""
        bare = sentence.lower().replace("'", "").replace("’", "")
        found = sum(weight for beginning, weight in self._beginnings if beginning in bare)
        return found / self._total if self._total else 0.0
