"""Which of a speaker's printed names can stand for him.

Comes in:   an alias and the `Speaker` it was found for.
Goes out:   whether it names him in general, and not only at the one place where he speaks.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import replace

from tellings.compare.assertions import Pool
from tellings.compare.naming.forms import LETTERS, TITLED
from tellings.compare.naming.uses import key_of
from tellings.compare.words import folded
from tellings.languages.en.demonyms import COUNTRY_OF
from tellings.languages.en.function_words import COUNTS, DETERMINERS, FUNCTION_WORDS
from tellings.languages.en.openers import CLAUSE_OPENERS
from tellings.languages.en.sources import BODIES, PERSON_NOUNS
from tellings.languages.en.titles import (
    FEMALE_GIVEN,
    FEMALE_HONORIFICS,
    FEMALE_KIN,
    FEMALE_NOUNS,
    HELPERS,
    MALE_GIVEN,
    MALE_HONORIFICS,
    MALE_KIN,
    MALE_NOUNS,
    NAME_SUFFIXES,
    ROLES,
    SPOKESPEOPLE,
)
from tellings.languages.en.word_choices import EPITHETS
from tellings.records import Speaker

_ONCE = ("following", "now", "then")
OPENERS = frozenset((*FUNCTION_WORDS, *COUNTS, *CLAUSE_OPENERS, *DETERMINERS, *_ONCE)) - TITLED
PERSONS = frozenset(
    (*ROLES, *TITLED, *PERSON_NOUNS, *MALE_KIN, *FEMALE_KIN, *MALE_NOUNS, *FEMALE_NOUNS, *EPITHETS)
)
_NATIONS = frozenset(name.split()[-1] for name in COUNTRY_OF)
_BODIES = frozenset(BODIES)
FOR_OTHERS = frozenset((*SPOKESPEOPLE, *HELPERS, "representative"))
_SUFFIXES = frozenset(NAME_SUFFIXES)
_ROLES = frozenset(ROLES) | TITLED
_HONORED = re.compile(r"\b(?:Mrs?|Ms|Miss)\.? ([A-Z]\w+)")
MANY_ARE = ("the candidate", "the leader")
_INDEFINITE = ("a", "an")
_ARTICLES = (*_INDEFINITE, "the")
_BREAKS = frozenset(("at", "by", "for", "from", "in", "of", "on", "to", "who", "with"))
_SHORTEST = 3
_MALE = frozenset((*MALE_GIVEN, *MALE_HONORIFICS)) - frozenset(FEMALE_GIVEN)
_FEMALE = frozenset((*FEMALE_GIVEN, *FEMALE_HONORIFICS)) - frozenset(MALE_GIVEN)
_MALE_WORDS = frozenset((*MALE_NOUNS, *MALE_KIN)) - frozenset(("chairman", "spokesman"))
_FEMALE_WORDS = frozenset((*FEMALE_NOUNS, *FEMALE_KIN))


def with_honorifics(pool: Pool) -> list[Speaker]:
    """The speakers, each with "Mr. Orlo" among the aliases if an article prints it: it shows the gender."""
    printed: dict[str, set[str]] = defaultdict(set)
    for reading in pool.readings:
        for found in _HONORED.finditer(reading.article.text):
            printed[key_of(found.group(1))].add(found.group())
    return [
        replace(speaker, aliases=(*speaker.aliases, *sorted(printed[_last(speaker.name)])))
        if speaker.kind == "person"
        else speaker
        for speaker in pool.story.speakers
    ]


def _last(name: str) -> str:
    return "".join(key_of(name).split()[-1:])


def is_alias(alias: str, speaker: Speaker) -> bool:
    """Whether a printed name can stand for the speaker: letters, a part of the name, or a description."""
    words, name = alias.split(), set(key_of(speaker.name).split())
    if not words or len(alias) < _SHORTEST or "," in alias:
        return False
    if (set(key_of(alias).split()) ^ name) & _SUFFIXES:
        return False  # "Elizabeth II" is no Elizabeth Warren, "Mr. Orlo" may be no Pavel Orlo Jr.
    if len({*key_of(alias).split()}) < len(key_of(alias).split()):
        return False  # a caption before a sentence: "ADA QUILL Ada Quill said"
    described = is_described(alias)
    if (folded(words[0]) in OPENERS and not described) or key_of(alias) in MANY_ARE:
        return False
    if speaker.kind != "person":
        return _names_a_body(words, name, described=described)
    if described and words[-1][0].isupper() and key_of(words[-1]) in name:
        return bool(_ROLES & {folded(word) for word in words})  # "the time Orlo" is no name
    if not described and words[-1][0].isupper():
        return bool(name & set(key_of(alias).split()))
    return len(words) > 1 and _describes(alias, speaker)


def is_described(alias: str) -> bool:
    """Whether a name is a description: "the mayor", "Kessel's mayor"."""
    first = folded(alias.split()[0])
    return first in _ARTICLES or first.endswith(("'s", "s'"))


def head_of(name: str) -> str:
    """The noun of a description: of "the mayor of Kessel" the mayor."""
    words = folded(name).replace(",", " ,").split()
    stop = next((n for n, word in enumerate(words) if n and (word in _BREAKS or word == ",")), len(words))
    return words[stop - 1]


def _gender(words: Iterable[str], male: AbstractSet[str], female: AbstractSet[str]) -> str | None:
    """The gender that the words show, if they agree."""
    words = frozenset(words)
    shown = bool(words & male), bool(words & female)
    return {(True, False): "male", (False, True): "female"}.get(shown)


def _describes(alias: str, speaker: Speaker) -> bool:
    """Whether a description is of a person, not of the other gender, and no helper's: "a spokesman"."""
    head = head_of(alias)
    if head not in PERSONS and head not in _NATIONS and "-year-old" not in folded(alias):
        return False
    if folded(alias.split()[0]) in _INDEFINITE and head in FOR_OTHERS:
        return False
    return agrees(head, speaker)


def agrees(name: str, speaker: Speaker) -> bool:
    """Whether a name shows no other gender than the speaker's."""
    theirs = (word for known in (speaker.name, *speaker.aliases) for word in key_of(known).split())
    shown = {
        _gender(theirs, _MALE, _FEMALE),
        _gender(key_of(head_of(name)).split(), _MALE_WORDS, _FEMALE_WORDS),
    }
    return len(shown - {None}) < 2


def _names_a_body(words: list[str], name: set[str], *, described: bool) -> bool:
    """Whether words can name a body: "the agency", its letters, or a part of its name."""
    if described and words[-1].islower():
        return len(words) == 2 and folded(words[0]) == "the" and folded(words[-1]) in _BODIES
    alias = " ".join(words)
    return words[-1][0].isupper() and (
        bool(LETTERS.match(alias)) or set(key_of(alias).removeprefix("the ").split()) <= name
    )
