"""Which organisation, group or document is meant.

Comes in:   a phrase that names no person, and the scene.
Goes out:   the key of a body, a group, or somebody who stays unnamed.
"""

from __future__ import annotations

from functools import partial

from tellings.attribute.bodies import body_name, is_body_noun
from tellings.attribute.lookup import Lookup, described, same_words_before, unnamed
from tellings.attribute.phrases import Phrase
from tellings.attribute.scene import Key, Scene
from tellings.attribute.words import fold, printed
from tellings.languages.en.outlets import OUTLET_NOUNS, OUTLETS, PRESS_NOUNS
from tellings.languages.en.sources import INDEFINITE, NAMED_AS_SUCH, UNNAMED_PEOPLE
from tellings.records import Span

UNNAMED = frozenset(UNNAMED_PEOPLE)
_QUANTIFIERS = frozenset(INDEFINITE)
_NAMED_AS_SUCH = frozenset(NAMED_AS_SUCH)
_OUTLETS = frozenset(fold(name) for _, name in OUTLETS)
_OUTLET_NOUNS = frozenset(OUTLET_NOUNS)
_OF_PRESS = frozenset(PRESS_NOUNS)
_NO_PLACES = frozenset(("airline", "bank", "company", "firm", "maker", "network", "operator", "provider"))
_JOINED = (", and", ", but", "; but", "; and")
SPOKE_WITHIN, NAMED_WITHIN = 4, 2
"""Sentences within which "the company" goes back to one that spoke, or that was named."""


def body_or_group(phrase: Phrase, scene: Scene, lookup: Lookup) -> Key:
    """An organisation, a place that speaks, a group, a document."""
    if phrase.core[0].low in _QUANTIFIERS and len(phrase.core) == 1:
        return unnamed(phrase, scene)
    name = _printed_name(phrase, scene)
    opens = len(phrase.core) == 1 and scene.opens_sentence(phrase.core[0].start)
    if name is not None and not (opens and lookup.is_common_noun(phrase.core[0].text)):
        return lookup.body(name)
    if _is_plain_body(phrase):
        return body_meant(phrase, scene, lookup) or ("group", described(phrase))
    if phrase.head in UNNAMED and not phrase.plural:
        earlier = None if phrase.is_indefinite else same_words_before(phrase, scene)
        return earlier or unnamed(phrase, scene)
    if phrase.is_indefinite and not phrase.plural:
        return unnamed(phrase, scene)
    return ("group", described(phrase))


def _printed_name(phrase: Phrase, scene: Scene) -> str | None:
    """ "The Harbour Police", "the Marlow ambulance service"."""
    span = body_name(phrase)
    if span is not None:
        return printed(scene.text, span)
    capitals = any(word.is_name_like for word in phrase.core[1:])
    if capitals and is_body_noun(phrase.head) and not phrase.plural and phrase.owner is None:
        core = phrase.core[1:] if phrase.determiner else phrase.core
        return printed(scene.text, Span(core[0].start, core[-1].end))
    return None


def _is_plain_body(phrase: Phrase) -> bool:
    """ "the company", "the foreign ministry"."""
    return phrase.is_definite and is_body_noun(phrase.head) and not phrase.plural


def body_meant(phrase: Phrase, scene: Scene, lookup: Lookup) -> Key | None:
    """ "the ministry": the last body whose name or description holds the words; "the company": the body that
    spoke last."""
    before = lookup.bodies.mentions_before(scene.article, phrase.span.start)
    for _, name in reversed(before):
        words = set(name.split())
        if phrase.head in words and phrase.modifiers <= words:
            return ("body", name)
    for said in reversed(scene.said):
        words = set(str(said.key[-1]).split()) if said.key[0] in ("body", "group") else set()
        if phrase.head in words and phrase.modifiers <= words:
            return said.key
    if phrase.modifiers or phrase.head in _NAMED_AS_SUCH:
        return None
    here = scene.sentence_at(phrase.span.start)
    joined = _named_in_clause_before(phrase, scene, lookup)
    if joined is not None:
        return ("body", joined)
    fits = partial(_may_be, phrase.head, lookup)
    last = next((said for said in reversed(scene.said) if said.key[0] == "body" and fits(said.key[1])), None)
    if last is not None and here - scene.sentence_at(last.at) <= SPOKE_WITHIN:
        return last.key
    start = scene.sentence_start(here - NAMED_WITHIN)
    near = [name for place, name in before if place.start >= start and fits(name)]
    if near:
        return ("body", near[0])
    return last.key if last else None


def _may_be(noun: str, lookup: Lookup, name: str) -> bool:
    """Whether a body may be called so: "the company" is not the Gull Times, which somebody told it, nor a
    place, as "the government" may be."""
    if noun in _NO_PLACES and lookup.bodies.is_place(name):
        return False
    words = name.split()
    return noun in _OF_PRESS or not (name in _OUTLETS or words[-1] in _OUTLET_NOUNS or words[0] == "daily")


def _named_in_clause_before(phrase: Phrase, scene: Scene, lookup: Lookup) -> str | None:
    """The one body that the clause before names: "Orlow was fined, and | the company | said"."""
    start = scene.sentence_start(scene.sentence_at(phrase.span.start))
    if not scene.text[start : phrase.span.start].rstrip().endswith(_JOINED):
        return None
    named = lookup.bodies.mentions_before(scene.article, phrase.span.start, start)
    return named[0][1] if len({name for _, name in named}) == 1 else None
