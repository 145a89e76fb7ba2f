"""Whom a description means: "the minister", "the woman", "a baker".

Comes in:   a phrase whose head is a role or a plain word for a person, and the scene.
Goes out:   the key of the person who is named elsewhere, or of an unnamed one.
"""

from __future__ import annotations

from tellings.attribute.antecedents import antecedent
from tellings.attribute.groups import UNNAMED
from tellings.attribute.lookup import Lookup, described, same_words_before, unnamed
from tellings.attribute.phrases import Phrase
from tellings.attribute.printed_roles import ROLE_NOUNS
from tellings.attribute.roles import age_of, described_gender, key_of, names_an_office, person_by_role
from tellings.attribute.scene import Key, Scene
from tellings.attribute.words import singular, words_of
from tellings.languages.en.sources import PERSON_NOUNS
from tellings.records import Attribution, Span

PLAIN_PERSONS = frozenset(PERSON_NOUNS)
LEAD_PARAGRAPHS = 3
"""An indefinite description in these first paragraphs may be named in the next ones."""
NAMED_WITHIN = 4
"""Sentences within which somebody described in the lead must be named."""


def somebody(phrase: Phrase, attribution: Attribution, scene: Scene, lookup: Lookup) -> Key:
    """Who is meant by a role, an age or a noun like "the woman"."""
    named = _named_behind(phrase, scene, lookup)
    if named is not None:
        return named
    if phrase.is_indefinite:
        return _introduced_later(phrase, scene, lookup) or unnamed(phrase, scene)
    person = person_by_role(phrase, scene, lookup.people, lookup.roles)
    if person is not None:
        return key_of(person)
    return (
        same_words_before(phrase, scene)
        or _like_a_pronoun(phrase, attribution, scene, lookup)
        or _spoke_last(phrase, scene)
        or ("office", described(phrase))
    )


def _named_behind(phrase: Phrase, scene: Scene, lookup: Lookup) -> Key | None:
    """ "Sorland's president, Otto Kranz, said" where only the description was marked as the source."""
    end = phrase.span.end
    for place, person, _ in lookup.people.mentions_before(scene.article, end + 3, end):
        before, behind = scene.text[end : place.start], scene.text[place.end : place.end + 1]
        if before.strip() in ("", ",") and behind in (",", " "):
            return key_of(person)
    return None


def _introduced_later(phrase: Phrase, scene: Scene, lookup: Lookup) -> Key | None:
    """ "A baker says ..." in the lead, and "Edwin Sorrel said" below: they are one."""
    if scene.paragraph_at(phrase.span.start) >= LEAD_PARAGRAPHS or phrase.head in UNNAMED - PLAIN_PERSONS:
        return None
    if lookup.people.mentions_before(scene.article, phrase.span.start):
        return None
    end = scene.sentence_start(scene.sentence_at(phrase.span.start) + NAMED_WITHIN)
    gender = described_gender(phrase)
    for _, person, mention in lookup.people.mentions_before(scene.article, end, phrase.span.end):
        if mention.name.is_full and (gender is None or person.gender in (None, gender)):
            contrary = mention.called and phrase.head not in mention.called
            return None if contrary else key_of(person)
    return None


def _like_a_pronoun(phrase: Phrase, attribution: Attribution, scene: Scene, lookup: Lookup) -> Key | None:
    """ "The man", "the 58-year-old": whoever "he" or "she" would mean."""
    if not phrase.is_definite or not (phrase.head in PLAIN_PERSONS or age_of(phrase)):
        return None
    pronoun = "she" if described_gender(phrase) == "female" else "he"
    return antecedent(pronoun, phrase.span, attribution.content, scene, lookup.people, lookup.bodies)


def _spoke_last(phrase: Phrase, scene: Scene) -> Key | None:
    """ "The carpet fitter said": a second name for whoever spoke last, unless he speaks of another."""
    last = scene.last_said(phrase.span.start)
    if last is None or not phrase.is_definite or names_an_office(phrase) or phrase.head in UNNAMED:
        return None
    if phrase.owner is not None and _is_of_somebody(phrase.owner, scene):
        return None
    inside = scene.around(phrase.span)
    if inside is not None and inside.key == last.key:
        return None
    gender = described_gender(phrase)
    near = scene.paragraph_at(phrase.span.start) - last.paragraph <= 1
    agree = gender is None or last.gender in (None, gender)
    return last.key if near and agree and last.key[0] in ("person", "unnamed") else None


def _is_of_somebody(owner: Span, scene: Scene) -> bool:
    """Whether an owner is a person: "the driver's lawyer" is not the driver, nor who spoke last."""
    return any(
        singular(word.low) in PLAIN_PERSONS | ROLE_NOUNS or word.low.endswith("-year-old")
        for word in words_of(scene.text, owner)
    )
