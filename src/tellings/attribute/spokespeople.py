"""Whom a spokesman speaks for.

Comes in:   a phrase whose head is a spokesman, and the scene.
Goes out:   the spokesman where the article names him; else the body, or the office of the one he speaks for.

A person is never taken for his spokesman: "Vardan's spokesman" is not Vardan.
"""

from __future__ import annotations

from tellings.attribute.bodies import is_body_noun
from tellings.attribute.groups import body_meant
from tellings.attribute.heads import body_before_head, body_behind
from tellings.attribute.lookup import Lookup, described, unnamed
from tellings.attribute.people import People
from tellings.attribute.person import Person
from tellings.attribute.phrases import Phrase, take_phrase_apart
from tellings.attribute.roles import key_of, person_by_role
from tellings.attribute.scene import Key, Scene
from tellings.attribute.words import words_of
from tellings.languages.en.titles import SPOKESPEOPLE
from tellings.records import Span

SPOKESMEN = frozenset(SPOKESPEOPLE)
REACH = 8
"""Sentences within which "a spokesman" speaks for the body that spoke last."""
HEARER = 60
"""Characters behind a spokesman in which it stands whom he told."""
NAMED_WITHIN = 2
"""Sentences within which the body he speaks for is named, where none has spoken."""


def spokesman(phrase: Phrase, scene: Scene, lookup: Lookup) -> Key:
    """Who is meant by "a spokesman", "the ministry's spokeswoman", "a Harbour Police spokesman"."""
    near = lookup.people.mentions_in(scene.article, phrase.span)
    if near:
        named = _named_spokesman(near[-1][1], scene, lookup.people)
        return key_of(named) if named else ("office", str(near[-1][1].number), "spokesman")
    if not phrase.is_indefinite:
        person = person_by_role(phrase, scene, lookup.people, lookup.roles)
        if person is not None:
            return key_of(person)
    principal = _owner_by_role(phrase, scene, lookup)
    if principal is not None:
        return ("office", str(principal.number), "spokesman")
    body = body_before_head(phrase) or body_behind(phrase)
    if body is not None:
        return lookup.body(body)
    if len([word for word in phrase.words if word.is_word]) > 2:
        return _of_described_body(phrase, scene, lookup)
    return _of_last_body(phrase, scene, lookup)


def _owner_by_role(phrase: Phrase, scene: Scene, lookup: Lookup) -> Person | None:
    """The minister in "the minister's spokesman"."""
    owner = take_phrase_apart(scene.text, phrase.owner) if phrase.owner is not None else None
    if owner is None or not owner.is_definite:
        return None
    return person_by_role(owner, scene, lookup.people, lookup.roles)


def _of_described_body(phrase: Phrase, scene: Scene, lookup: Lookup) -> Key:
    """ "a foreign ministry spokesman": the ministry named before, else the ministry as described."""
    if len(phrase.core) > 2:
        body = take_phrase_apart(scene.text, Span(phrase.core[1].start, phrase.core[-2].end))
        if body is not None and is_body_noun(body.head):
            meant = body_meant(body, scene, lookup)
            return meant if meant and not _is_told(meant, phrase, scene) else ("group", described(body))
    return unnamed(phrase, scene)


def _is_told(body: Key, phrase: Phrase, scene: Scene) -> bool:
    """Whether a body is whom the spokesman told it: "an agency spokesman told | the Gull"."""
    behind = [word.low for word in words_of(scene.text, Span(phrase.span.end, phrase.span.end + HEARER))]
    return "told" in behind[:2] and set(str(body[-1]).split()) <= set(behind)


def _of_last_body(phrase: Phrase, scene: Scene, lookup: Lookup) -> Key:
    """A bare "spokesman" speaks for the body that spoke last, else for the one named last."""
    here = scene.sentence_at(phrase.span.start)
    last = next((said for said in reversed(scene.said) if said.key[0] in ("body", "office")), None)
    if last is not None and here - scene.sentence_at(last.at) <= REACH:
        return last.key
    start = scene.sentence_start(here - NAMED_WITHIN)
    before = lookup.bodies.mentions_before(scene.article, phrase.span.start, start)
    return ("body", before[-1][1]) if before else unnamed(phrase, scene)


def _named_spokesman(principal: Person, scene: Scene, people: People) -> Person | None:
    """Whoever the article introduces as the spokesman of `principal`."""
    surnames = {name.surname for name in principal.names}
    for _, person, mention in people.all_in(scene.article):
        for role in mention.roles if person is not principal else ():
            words = {word.low.removeprefix("al-") for word in words_of(scene.text, role)}
            if words & SPOKESMEN and words & surnames:
                return person
    return None
