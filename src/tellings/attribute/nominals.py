"""People whom an article describes without a name: "an officer on the scene", "another witness".

Comes in:   the scene and a stretch of its text.
Goes out:   the phrases that open a sentence of it and introduce somebody.
"""

from __future__ import annotations

from collections.abc import Iterator

from tellings.attribute.phrases import Phrase, take_phrase_apart
from tellings.attribute.printed_roles import ROLE_NOUNS
from tellings.attribute.scene import Scene
from tellings.attribute.words import Word, words_of
from tellings.languages.en.function_words import FUNCTION_WORDS
from tellings.languages.en.sources import INTRODUCING, PERSON_NOUNS, UNNAMED_PEOPLE
from tellings.records import Span

LONGEST = 6
"""Words of a description up to its noun."""
OPENING = 12
"""Words of a sentence among which the description begins."""
_INTRODUCING = frozenset(INTRODUCING)
_PEOPLE = ROLE_NOUNS | frozenset((*PERSON_NOUNS, *UNNAMED_PEOPLE))
_FUNCTION = frozenset(FUNCTION_WORDS)


def people_described(scene: Scene, start: int, end: int) -> Iterator[Phrase]:
    """The first description of somebody in each sentence of `[start, end)`."""
    for number in range(scene.sentence_at(start), scene.sentence_at(max(start, end - 1)) + 1):
        if not scene.reading.sentences:
            return
        sentence = scene.reading.sentences[number].span
        span = Span(max(start, sentence.start), min(end, sentence.end))
        found = _opening(words_of(scene.text, span)) if span.start < span.end else None
        phrase = take_phrase_apart(scene.text, found) if found is not None else None
        if phrase is not None:
            yield phrase


def _opening(words: list[Word]) -> Span | None:
    """ "an officer" among the first words of a sentence, before anybody is named."""
    for at, word in enumerate(words[:OPENING]):
        if word.low not in _INTRODUCING:
            if at and word.is_name_like:
                return None
            continue
        for step in range(at + 1, min(at + 1 + LONGEST, len(words))):
            if words[step].low in _PEOPLE:
                return Span(word.start, words[step].end)
            if not words[step].is_word or words[step].low in _FUNCTION:
                break
    return None
