"""Whose a statement, a letter or a post is that an article goes on quoting.

Comes in:   a phrase like "the statement", and the scene.
Goes out:   the key of who said so "in a statement" or "issued a statement" shortly before, or None.
"""

from __future__ import annotations

from tellings.attribute.lookup import Lookup
from tellings.attribute.phrases import Phrase
from tellings.attribute.roles import key_of
from tellings.attribute.scene import Key, Scene
from tellings.attribute.words import Word, words_of
from tellings.languages.en.cues import ISSUING_VERBS
from tellings.languages.en.sources import SIGNED_DOCUMENTS
from tellings.records import Span

REACH = 12
"""Sentences back in which the document is named with its author."""
BEFORE = 5
"""Words before "statement" among which "in" or "issued" stands."""
LONGEST = 200
"""Words of a sentence that are looked at."""
_DOCUMENTS = frozenset(SIGNED_DOCUMENTS)
_ISSUING = frozenset(ISSUING_VERBS)
_IN = frozenset(("in", "via", "through"))


def author(phrase: Phrase, scene: Scene, lookup: Lookup) -> Key | None:
    """Whoever said something in that document, or issued it; the last one to do so."""
    if phrase.head not in _DOCUMENTS or not phrase.is_definite or phrase.plural or phrase.modifiers:
        return None
    here = scene.sentence_at(phrase.span.start)
    for number in range(here, max(-1, here - REACH), -1):
        sentence = scene.reading.sentences[number].span
        end = phrase.span.start if number == here else sentence.end
        place = _issued(words_of(scene.text, Span(sentence.start, end))[:LONGEST], phrase.head)
        if place is not None:
            return _speaking_in(sentence, place, scene) or _named_before(sentence, place, scene, lookup)
    return None


def _issued(words: list[Word], document: str) -> int | None:
    """Where "in a statement" or "issued a statement" begins among some words."""
    for at, word in enumerate(words):
        if word.low == document:
            near = words[max(0, at - BEFORE) : at]
            place = next((w.start for w in reversed(near) if w.low in _IN | _ISSUING), None)
            if place is not None:
                return place
    return None


def _speaking_in(sentence: Span, place: int, scene: Scene) -> Key | None:
    """Who speaks in the sentence, outside of what others say."""
    found = [
        said for said in scene.said[-12:] if not said.nested and sentence.start <= said.at < sentence.end
    ]
    found = [said for said in found if not any(part.start <= place < part.end for part in said.content)]
    return found[-1].key if found else None


def _named_before(sentence: Span, place: int, scene: Scene, lookup: Lookup) -> Key | None:
    """The person or body that the sentence names first, before the verb."""
    people = lookup.people.mentions_before(scene.article, place, sentence.start)
    bodies = lookup.bodies.mentions_before(scene.article, place, sentence.start)
    named: list[tuple[int, Key]] = [(span.start, key_of(person)) for span, person, _ in people]
    named += [(span.start, ("body", name)) for span, name in bodies]
    return min(named)[1] if named else None
