"""Reactions that have no content of their own: "was condemned by the union", "drew criticism from the port".

Comes in:   the attributions of an article and the scene.
Goes out:   the attributions and one for each clause that tells how somebody took something: in the passive,
            with a noun, or with a phrase ("took issue with"). What is told is the clause itself, or what
            the phrase is about; an attribution that had its verb for a cue is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from tellings.attribute.beside import subject_of
from tellings.attribute.edges import MOST_WITH_VERB
from tellings.attribute.marks import Covers
from tellings.attribute.printed_roles import ROLE_NOUNS
from tellings.attribute.scene import Scene
from tellings.attribute.words import Word, singular, words_of
from tellings.languages.en.cues import (
    BE_FORMS,
    DRAWING_VERBS,
    FINITE_HELPERS,
    REACTED,
    REACTING_PHRASES,
    REACTION_NOUNS,
    SUMMONED,
)
from tellings.languages.en.function_words import REPORTING_WORDS
from tellings.languages.en.irregular import VERB_OF
from tellings.languages.en.sources import BODIES, PHRASE_BREAKS, UNNAMED_PEOPLE
from tellings.records import Attribution, Span

LONGEST_SENTENCE = 900
"""Characters; a longer one is a list or a table."""
LONGEST_SOURCE = 6
"""Words of a source that no name opens."""
LONGEST_ITEM = 10
"""Words behind a comma that may be one more of a list."""
FEWEST_TOLD = 4
"""Words of a clause."""
_PHRASES = re.compile(
    rf"\b(?:{'|'.join(map(re.escape, REACTING_PHRASES))})\b(?=\s+\w)(?!\s+(?:{'|'.join(SUMMONED)})\b)"
)
_BY = re.compile(
    rf"\b(?:(?:(?:had|has|have)\s+(?:\w+ly\s+)?)?(?:{'|'.join(BE_FORMS)})\s+(?:\w+ly\s+){{0,2}}(?:{'|'.join(REACTED)})\s+by"
    rf"|(?:{'|'.join(DRAWING_VERBS)})(?:\s+\w+){{0,3}}?\s+(?:{'|'.join(REACTION_NOUNS)})\s+(?:by|from|among))\b"
)
_BORDER = re.compile(r"[,;:()\n]\s?|\s[–—-]\s|--|—")
_LEADING = re.compile(r"[\s–—-]*(?:(?:and|but|while)\s+)?")
_HELPING = frozenset(("had", "has", "have", *BE_FORMS))
_NOUNS = ROLE_NOUNS | frozenset((*BODIES, *UNNAMED_PEOPLE))
_VERBS = frozenset((*FINITE_HELPERS, *VERB_OF, *REPORTING_WORDS)) - {"that"}
_BREAKS = frozenset(PHRASE_BREAKS)


def with_reactions(told: Sequence[Attribution], scene: Scene) -> list[Attribution]:
    """The attributions and the reactions, without those that a reaction tells better."""
    held = Covers(tuple(part for each in told for part in each.content))
    taken = [cue for each in told for cue in each.cue]
    found = [each for each in _reactions(scene) if not held.at(each.cue[0])]
    own = [each for each in found if _is_passive(each) or not _is_taken(each.cue[0], taken)]
    better = [each.cue[0] for each in own]
    return [*(each for each in told if not any(_is_taken(cue, better) for cue in each.cue)), *own]


def _is_passive(reaction: Attribution) -> bool:
    """Whether the source stands behind the cue: "condemned by the union"."""
    return reaction.source[0].start > reaction.cue[0].start


def _is_taken(cue: Span, taken: Sequence[Span]) -> bool:
    return any(cue.overlaps(other) for other in taken)


def _reactions(scene: Scene) -> Iterator[Attribution]:
    for sentence in scene.reading.sentences:
        span = sentence.span
        if span.end - span.start > LONGEST_SENTENCE:
            continue
        for found in _BY.finditer(scene.text, span.start, span.end):
            yield from _told_by(Span(*found.span()), span, scene)
        for found in _PHRASES.finditer(scene.text, span.start, span.end):
            yield from _told_with(Span(*found.span()), span, scene)


def _told_by(cue: Span, sentence: Span, scene: Scene) -> Iterator[Attribution]:
    """ "Was condemned by | the union": the clause from its subject to where it ends behind the source."""
    source = _source_behind(cue, sentence, scene)
    if source is None or scene.quotation_at(cue.start):
        return
    start = _clause_start(cue, sentence, scene.text)
    content = Span(start, _clause_end(source.end, sentence, scene.text))
    if len(content.words_in(scene.text).split()) >= FEWEST_TOLD:
        yield Attribution(source=(source,), cue=(cue,), content=(content,))


def _told_with(cue: Span, sentence: Span, scene: Scene) -> Iterator[Attribution]:
    """ "The union | took issue with | the way the fee was raised": what the phrase is about."""
    source = None if scene.quotation_at(cue.start) else subject_of(cue, (), scene)
    if source is None or source.start > cue.start:
        return
    about = Span(cue.end + 1, _clause_end(cue.end, sentence, scene.text))
    few = len(about.words_in(scene.text).split()) <= MOST_WITH_VERB
    content = Span(cue.start, about.end) if few else about
    if len(content.words_in(scene.text).split()) >= FEWEST_TOLD:
        yield Attribution(source=(source,), cue=(cue,), content=(content,))


def _source_behind(cue: Span, sentence: Span, scene: Scene) -> Span | None:
    """The name behind "by", or a phrase that ends with a body or with several: "gun control advocates"."""
    named = subject_of(cue, (), scene)
    if named is not None and not named.words_in(scene.text).lower().startswith("both "):
        return named
    words = words_of(scene.text, Span(cue.end, sentence.end))
    both = bool(words) and words[0].low == "both"
    within = takewhile(lambda word: _is_within_phrase(word) or (both and word.low == "and"), words)
    phrase = list(within)[:LONGEST_SOURCE]
    ends = [
        at for at, word in enumerate(phrase) if singular(word.low) != word.low or singular(word.low) in _NOUNS
    ]
    return Span(phrase[0].start, phrase[ends[-1]].end) if ends else None


def _is_within_phrase(word: Word) -> bool:
    return word.is_word and word.low not in _BREAKS and word.low != "and"


def _clause_start(cue: Span, sentence: Span, text: str) -> int:
    """Where the clause begins: behind the last comma before its subject."""
    border = sentence.start
    for found in _BORDER.finditer(text, sentence.start, cue.start):
        first = words_of(text, Span(found.end(), cue.end))[:1]
        if first and first[0].low not in _HELPING and first[0].start < cue.start:
            border = found.end()
    words = text[border : cue.start]
    leading = _LEADING.match(words)
    return border + (leading.end() if leading else 0)


def _clause_end(at: int, sentence: Span, text: str) -> int:
    """Where the clause ends: at a comma that a verb follows, but not within "Orl, Velm and Ostrel"."""
    borders = list(_BORDER.finditer(text, at, sentence.end))
    ends = [found.start() for found in borders] + [sentence.end]
    for found, following in zip(borders, ends[1:], strict=True):
        item = words_of(text, Span(found.end(), max(found.end(), following)))
        if found.group()[0] != "," or len(item) > LONGEST_ITEM or any(_is_verb(word) for word in item):
            return at + len(text[at : found.start()].rstrip())
    return at + len(text[at : sentence.end].rstrip(" .!?"))


def _is_verb(word: Word) -> bool:
    return word.low in _VERBS or word.low.endswith(("ed", "ing"))
