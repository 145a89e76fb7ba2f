"""Whom the words of a source name.

Comes in:   a `Phrase` and the people named in it.
Goes out:   the person, or the body behind a preposition.
"""

from __future__ import annotations

from tellings.attribute.bodies import is_body_noun
from tellings.attribute.mentions import NameMention
from tellings.attribute.person import Person
from tellings.attribute.phrases import Phrase
from tellings.attribute.words import Word
from tellings.languages.en.titles import FEMALE_KIN, HELPERS, MALE_KIN
from tellings.records import Span

_OF_ANOTHER = frozenset((*MALE_KIN, *FEMALE_KIN, *HELPERS))
_PARTING = frozenset((",", "(", ":", "-", "–"))
_BEFORE_BODIES = frozenset(("at", "by", "for", "from", "of", "with"))
_LINKS = frozenset(("of", "for", "and", "the", "on"))
_KEEPS_APART = frozenset(("a", "an", "at", "for", "in", "of", "on", "the", "who", "'s", "and"))
_LONGEST_NOUN = 4
"""Words behind a name within which a noun like "service" goes on with it."""


def head_person(phrase: Phrase, mentions: list[tuple[Span, Person, NameMention]]) -> Person | None:
    """The person that a phrase names: not an owner, nor somebody named behind a preposition."""
    core_end = next((word.end for word in reversed(phrase.core) if word.is_word), phrase.core[-1].end)
    heads = [entry for entry in mentions if not entry[2].possessive or entry[0].end >= phrase.span.end]
    for place, person, _ in heads:
        if place.start < core_end <= place.end:
            return person
    if phrase.plural:
        return None
    for place, person, mention in heads:
        if _is_apposition(phrase, place, mention):
            return person
    return None


def _is_apposition(phrase: Phrase, place: Span, mention: NameMention) -> bool:
    """ "the boy's uncle, Tobias Merrow", "chairman of the Joint Chiefs of Staff Tobias Merrow"."""
    between = [word for word in phrase.tail if word.end <= place.start]
    plain = [word for word in between if not _is_title(word, mention)]
    while plain and plain[-1].is_name_like:
        plain.pop()
    if plain and plain[-1].text in _PARTING:
        return True
    if phrase.head in _OF_ANOTHER:
        return False  # "the wife of President Hale" is not the president
    # words of a body stand before the name
    return place.end >= phrase.span.end and between[:1] != [] and _of_body(between)


def _of_body(between: list[Word]) -> bool:
    return between[0].low == "of" and between[-1].is_name_like


def _is_title(word: Word, mention: NameMention) -> bool:
    return any(role.start <= word.start < role.end for role in mention.roles)


def body_before_head(phrase: Phrase) -> str | None:
    """The body in "a Harbour Police spokesman"."""
    before = [word for word in phrase.core[:-1] if word.is_word and word.low != "'s"]
    if before and before[0].low == phrase.determiner:
        before = before[1:]
    while before and not before[0].is_name_like:
        before = before[1:]
    return " ".join(word.text for word in before) or None


def body_behind(phrase: Phrase) -> str | None:
    """The body in "a spokesman for the Harbour Police": the name behind the first preposition."""
    tail = [word for word in phrase.tail if word.is_word]
    if not tail or tail[0].low not in _BEFORE_BODIES:
        return None
    rest = tail[2:] if len(tail) > 1 and tail[1].low == "the" else tail[1:]
    stop = next((at for at, w in enumerate(rest) if not w.is_name_like and w.low not in _LINKS), len(rest))
    while stop and not rest[stop - 1].is_name_like:
        stop -= 1
    if stop:
        stop = _end_of_body(rest, stop)
    return " ".join(word.text for word in rest[:stop]) or None


def _end_of_body(words: list[Word], name_end: int) -> int:
    """Behind the last noun like "service" that goes on with a name: "the London ambulance service"."""
    end = name_end
    for at, word in enumerate(words[name_end : name_end + _LONGEST_NOUN], start=name_end):
        if word.low in _KEEPS_APART:
            break
        if is_body_noun(word.low):
            end = at + 1
    return end
