"""Everything a story offers for telling who is meant.

Comes in:   the readings of a story.
Goes out:   `Lookup`: its people with their roles, its bodies with the names printed, its texts.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cached_property

from tellings.attribute.bodies import Bodies
from tellings.attribute.people import People
from tellings.attribute.phrases import Phrase
from tellings.attribute.roles import Roles
from tellings.attribute.runs import pages_of
from tellings.attribute.scene import Key, Scene
from tellings.records import Reading

_INSIDE = re.compile(r"\b[a-z]+\b|(?<=[a-z,;]\s)[A-Z][a-z]+\b")


class Lookup:
    """The people and bodies of a story."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        pages = pages_of(readings)
        self.people = People(pages)
        self.bodies = Bodies(pages, self.people)
        self.texts = {reading.article.id: reading.article.text for reading in readings}
        self.roles = Roles(self.people, self.texts)
        self.body_names: dict[Key, Counter[str]] = defaultdict(Counter)

    def body(self, name: str) -> Key:
        """The key of a body by one of its names, which is remembered."""
        key = ("body", self.bodies.key(name))
        self.body_names[key][name] += 1
        return key

    def is_common_noun(self, word: str) -> bool:
        """Whether a story writes a word small more often than with a capital within a sentence."""
        return self._words[word.lower()] > self._words[word.capitalize()]

    @cached_property
    def _words(self) -> Counter[str]:
        """How often words stand small, and how often with a capital within a sentence, each text once."""
        return Counter(word for text in set(self.texts.values()) for word in _INSIDE.findall(text))


def unnamed(phrase: Phrase, scene: Scene) -> Key:
    """The key of somebody who stays unnamed: one for a description in an article."""
    return ("unnamed", scene.article, phrase.head, described(phrase))


def described(phrase: Phrase) -> str:
    """The words of a description without the article in front, folded."""
    words = [word.low for word in phrase.words if word.is_word]
    while len(words) > 1 and words[0] in ("the", "a", "an"):
        words = words[1:]
    return " ".join(words)


def same_words_before(phrase: Phrase, scene: Scene) -> Key | None:
    """ "a senior harbour official ... the official": the last unnamed speaker with the same head."""
    for said in reversed(scene.said):
        if said.key[0] == "unnamed" and said.key[2] == phrase.head and not said.plural:
            return said.key
    return None
