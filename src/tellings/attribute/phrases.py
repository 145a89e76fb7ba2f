"""The words that name a source, taken apart as a noun phrase.

Comes in:   a text and the span of a source.
Goes out:   a `Phrase`: its head, determiner, owner and the places of its parts.
"""

from __future__ import annotations

from dataclasses import dataclass

from tellings.attribute.words import Word, singular, stands_apart, words_of
from tellings.languages.en import sources
from tellings.records import Span

PRONOUNS = frozenset(
    sources.MALE_PRONOUNS
    + sources.FEMALE_PRONOUNS
    + sources.PLURAL_PRONOUNS
    + sources.NEUTER_PRONOUNS
    + sources.FIRST_PERSON
    + sources.RELATIVE_PRONOUNS
)
_BREAKS = frozenset(sources.PHRASE_BREAKS)
_INDEFINITE = frozenset(sources.INDEFINITE)
_DEFINITE = frozenset(sources.DEFINITE)
_POSSESSIVE = frozenset(sources.POSSESSIVE)
_PARTING = frozenset((",", "(", ")", ":", ";", "-", "–", "—"))


@dataclass(frozen=True, slots=True)
class Phrase:
    """A source's words. `core` is the noun phrase up to its first preposition or comma, `tail` what follows.

    `head` is the folded last word of the core, in the singular; `plural` says whether it was one.
    `owner` is the span before a possessive 's or s' ("Vardan" in "Vardan's spokesman").
    """

    span: Span
    words: tuple[Word, ...]
    core: tuple[Word, ...]
    tail: tuple[Word, ...]
    determiner: str
    head: str
    plural: bool
    owner: Span | None

    @property
    def is_pronoun(self) -> bool:
        """Whether the phrase is one pronoun."""
        return len(self.core) == 1 and not self.tail and is_pronoun(self.core[0])

    @property
    def tells(self) -> bool:
        """Whether the phrase is a pronoun or holds a word that can name somebody."""
        if self.is_pronoun:
            return True
        plain = _BREAKS | _DEFINITE | _POSSESSIVE | {"a", "an", "and", "'s"}
        return any(word.is_word and word.low not in plain for word in self.core)

    @property
    def is_indefinite(self) -> bool:
        """ "a spokesman", "some residents", "one witness"."""
        return self.determiner in _INDEFINITE or self.determiner.isdigit()

    @property
    def is_definite(self) -> bool:
        """ "the spokesman", "those residents"."""
        return self.determiner in _DEFINITE

    @property
    def modifiers(self) -> frozenset[str]:
        """The folded words of the phrase that tell something, without determiner and head."""
        skip = _BREAKS | _INDEFINITE | _DEFINITE | _POSSESSIVE
        told = [singular(w.low) for w in self.words if w.is_word and w.low not in skip and w.low != "'s"]
        return frozenset(told) - {self.head}


def is_pronoun(word: Word) -> bool:
    """Whether a word is a pronoun ("US" is not)."""
    bare = word.low.partition("'")[0]  # "I'm", "they've"
    return bare in PRONOUNS and not (len(word.text) > 1 and word.text.isupper())


def take_phrase_apart(text: str, span: Span) -> Phrase | None:
    """The parts of a source's words; None where they hold no word."""
    words = [word for word in words_of(text, span) if word.text not in "[]"]
    while words and not words[0].is_word:
        words.pop(0)
    if not any(word.is_word for word in words):
        return None
    core = _core(text, words)
    tail = tuple(words[len(core) :])
    determiner = (
        core[0].low if core[0].low in _INDEFINITE | _DEFINITE | _POSSESSIVE or core[0].text.isdigit() else ""
    )
    head = next((w.low for w in reversed(core) if w.is_word and w.low != "'s"), core[0].low)
    return Phrase(
        span=span,
        words=tuple(words),
        core=tuple(core),
        tail=tail,
        determiner=determiner if len(core) > 1 else "",
        head=singular(head),
        plural=singular(head) != head,
        owner=_owner(core),
    )


def _core(text: str, words: list[Word]) -> list[Word]:
    """The words up to the first comma, bracket or preposition (at least one)."""
    for at, word in enumerate(words[1:], 1):
        if word.text in _PARTING or word.low in _BREAKS:
            return words[:at]
        if (
            not word.is_word
            and word.text == "."
            and at + 1 < len(words)
            and stands_apart(text, words[at - 1], words[at + 1])
        ):
            return words[:at]
    return words


def _owner(core: list[Word]) -> Span | None:
    for at in range(len(core) - 2, -1, -1):
        word = core[at]
        closes = word.low == "'s" or (word.text in ("'", "’") and at and core[at - 1].low.endswith("s"))
        if closes and at:
            return Span(core[0].start, core[at - 1].end)
    return None
