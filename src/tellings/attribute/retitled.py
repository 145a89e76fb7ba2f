"""The same words, given to somebody else or to another title.

Comes in:   two statements of one utterance and the texts.
Goes out:   whether the second telling gives the words to another speaker, or presents the speaker by another
            role. A name in full, a surname, an honorific and a pronoun are ways to name one speaker and no
            drift.
"""

from __future__ import annotations

from collections.abc import Mapping

from tellings.attribute.contents import stem
from tellings.attribute.phrases import PRONOUNS
from tellings.attribute.printed_roles import ROLE_NOUNS, written_out
from tellings.attribute.words import singular, words_of
from tellings.languages.en.function_words import FUNCTION_WORDS
from tellings.languages.en.titles import FEMALE_HONORIFICS, MALE_HONORIFICS
from tellings.records import Statement

_PLAIN = frozenset((*FUNCTION_WORDS, *MALE_HONORIFICS, *FEMALE_HONORIFICS, "mr", "mrs", "ms"))


def is_retitled(told: Statement, whole: Statement, texts: Mapping[str, str]) -> bool:
    """Whether the two present their speaker as somebody else.

    Another speaker counts only where both articles quote: two who report the same in the outlets' words may
    both have said it.
    """
    here, there = _source(told, texts), _source(whole, texts)
    if not here or not there or here & PRONOUNS or there & PRONOUNS:
        return False
    if told.speaker != whole.speaker:
        known = told.speaker is not None and whole.speaker is not None
        quoted = told.form == whole.form == "direct"
        names = _telling(here), _telling(there)
        told_apart = not (names[0] <= names[1] or names[1] <= names[0])
        return known and quoted and told_apart and _names(told, texts) and _names(whole, texts)
    roles = _roles(told, texts), _roles(whole, texts)
    return all(roles) and not roles[0] & roles[1]


def _source(statement: Statement, texts: Mapping[str, str]) -> frozenset[str]:
    if not statement.source:
        return frozenset()
    words = words_of(texts[statement.article], statement.source[0])
    return frozenset(word.low for word in words if word.is_word)


def _names(statement: Statement, texts: Mapping[str, str]) -> bool:
    """Whether the source names its speaker: who "the director" is, its own article tells elsewhere."""
    words = [word for word in words_of(texts[statement.article], statement.source[0]) if word.is_word]
    return any(word.is_name_like and word.low not in _PLAIN and word.low not in ROLE_NOUNS for word in words)


def _telling(words: frozenset[str]) -> frozenset[str]:
    return frozenset(stem(singular(written_out(word))) for word in words - _PLAIN)


def _roles(statement: Statement, texts: Mapping[str, str]) -> frozenset[str]:
    """The words of a source that say what its speaker is: "minister", "spokeswoman"."""
    words = (word for word in words_of(texts[statement.article], statement.source[0]) if word.is_word)
    roles = [singular(written_out(part)) for word in words for part in word.low.split("-")]
    named = (role for role in roles if role in ROLE_NOUNS and role not in _PLAIN)
    return frozenset(role.removesuffix("woman").removesuffix("person").removesuffix("man") for role in named)
