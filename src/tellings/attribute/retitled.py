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
from tellings.attribute.roles import written_out
from tellings.attribute.words import fold, singular, words_of
from tellings.languages.en.function_words import FUNCTION_WORDS
from tellings.languages.en.titles import FEMALE_HONORIFICS, MALE_HONORIFICS, TITLES
from tellings.records import Statement

_PLAIN = frozenset((*FUNCTION_WORDS, *MALE_HONORIFICS, *FEMALE_HONORIFICS, "mr", "mrs", "ms"))
_TITLES = frozenset(TITLES)


def is_retitled(told: Statement, whole: Statement, texts: Mapping[str, str]) -> bool:
    """Whether the two present their speaker as somebody else."""
    here, there = _source(told, texts), _source(whole, texts)
    if not here or not there or here & PRONOUNS or there & PRONOUNS:
        return False
    if told.speaker != whole.speaker:
        known = told.speaker is not None and whole.speaker is not None
        return known and not (_telling(here) <= _telling(there) or _telling(there) <= _telling(here))
    roles = _roles(told, texts), _roles(whole, texts)
    return all(roles) and not roles[0] & roles[1]


def _source(statement: Statement, texts: Mapping[str, str]) -> frozenset[str]:
    if not statement.source:
        return frozenset()
    words = words_of(texts[statement.article], statement.source[0])
    return frozenset(word.low for word in words if word.is_word)


def _telling(words: frozenset[str]) -> frozenset[str]:
    return frozenset(stem(singular(written_out(word))) for word in words - _PLAIN)


def _roles(statement: Statement, texts: Mapping[str, str]) -> frozenset[str]:
    """The words of a source that say what its speaker is: titles, and words in small letters."""
    found = set()
    for word in words_of(texts[statement.article], statement.source[0]):
        low = written_out(fold(word.low))
        if word.is_word and low not in _PLAIN and (low in _TITLES or word.text.islower()):
            found.add(stem(singular(low)))
    return frozenset(found)
