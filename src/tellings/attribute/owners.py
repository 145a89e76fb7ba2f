"""Sources named by what they belong to: "his campaign", "the port's guidelines", "the boy's uncle".

Comes in:   a phrase and the scene.
Goes out:   the key of the owner's body, document or relative, or None where nothing is owned.
"""

from __future__ import annotations

from tellings.attribute.antecedents import antecedent
from tellings.attribute.authors import author
from tellings.attribute.bodies import is_body_noun
from tellings.attribute.heads import body_before_head, body_behind
from tellings.attribute.lookup import Lookup, described
from tellings.attribute.marks import EntityKinds
from tellings.attribute.phrases import Phrase
from tellings.attribute.roles import key_of, person_by_role
from tellings.attribute.scene import Key, Scene
from tellings.attribute.words import printed, words_of
from tellings.languages.en.sources import DOCUMENTS, POSSESSIVE, SIGNED_DOCUMENTS
from tellings.languages.en.titles import FEMALE_KIN, MALE_KIN
from tellings.records import Span

_KIN = frozenset((*MALE_KIN, *FEMALE_KIN))
_ASKING = frozenset(("poll", "survey"))
"""Documents that name those who were asked behind "of"."""
_DOCUMENTS = frozenset((*DOCUMENTS, *SIGNED_DOCUMENTS))


def owned(phrase: Phrase, scene: Scene, lookup: Lookup) -> Key | None:
    """Who speaks where a body, a document or a relative of somebody does."""
    owner = _owner(phrase, scene, lookup)
    if phrase.head in _DOCUMENTS:
        asked = phrase.head in _ASKING and bool(phrase.tail) and phrase.tail[0].low == "of"
        body = None if asked else body_behind(phrase)
        body = body or _body_in_front(phrase, scene)
        if phrase.owner is not None and owner is not None:
            return owner
        return lookup.body(body) if body is not None else author(phrase, scene, lookup)
    of_somebody = phrase.owner or phrase.determiner in POSSESSIVE or _is_of_a_person(phrase, scene, lookup)
    if phrase.head in _KIN and not phrase.plural and of_somebody:
        return _relative(phrase, scene, lookup)
    if owner is not None and is_body_noun(phrase.head):
        return ("body", "".join(owner[1:]) + "'s " + phrase.head)
    return None


def _is_of_a_person(phrase: Phrase, scene: Scene, lookup: Lookup) -> bool:
    """ "the wife of President Hale"."""
    of = bool(phrase.tail) and phrase.tail[0].low == "of"
    return of and bool(lookup.people.mentions_in(scene.article, Span(phrase.tail[0].end, phrase.span.end)))


def _body_in_front(phrase: Phrase, scene: Scene) -> str | None:
    """The body in "a Marlow Gazette report": the name that stands before the document, not "Recent"."""
    body = None if phrase.core[-1].is_name_like else body_before_head(phrase)
    if body is None or not all(word[0].isupper() for word in body.split()):
        return None
    first = phrase.core[0]
    opens = body == first.text and scene.opens_sentence(first.start)
    return None if opens and EntityKinds(scene.reading).at(first.span) is None else body


def _owner(phrase: Phrase, scene: Scene, lookup: Lookup) -> Key | None:
    if phrase.owner is None:
        if phrase.determiner not in POSSESSIVE:
            return None
        return antecedent(phrase.determiner, phrase.core[0].span, (), scene, lookup.people, lookup.bodies)
    named = lookup.people.mentions_in(scene.article, phrase.owner)
    if named:
        return key_of(named[-1][1])
    if any(word.is_name_like for word in words_of(scene.text, phrase.owner)):
        return ("body", lookup.bodies.key(printed(scene.text, phrase.owner)))
    return None


def _relative(phrase: Phrase, scene: Scene, lookup: Lookup) -> Key:
    """A relative by name where the article gives one, else by the words; "his wife" is one in an article."""
    person = person_by_role(phrase, scene, lookup.people, lookup.roles)
    if person is not None:
        return key_of(person)
    words = described(phrase)
    everywhere = phrase.owner is not None or phrase.determiner not in POSSESSIVE
    return ("kin", words) if everywhere else ("kin", words, scene.article)
