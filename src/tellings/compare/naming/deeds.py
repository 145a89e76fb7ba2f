"""What is done to one thing, told in different words.

Comes in:   the `Alignment` of a story's assertions and their noun phrases.
Goes out:   a `Concept` for each thing that assertions which tell the same put behind different words ("rammed
            the gate", "drove into the gate"; "full of explosives", "packed with explosives").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from tellings.compare.assertions import Assertion, Pool
from tellings.compare.classes import Classes
from tellings.compare.naming.descriptions import noun_of
from tellings.compare.naming.uses import Concept, Use
from tellings.compare.phrases import Phrase
from tellings.compare.scorer import Alignment
from tellings.compare.words import Word
from tellings.languages.en.function_words import COUNTS, DETERMINERS
from tellings.languages.en.irregular import VERB_OF
from tellings.languages.en.labels import LINKS
from tellings.records import Span

_SURE = 0.5
_MOST_PAIRS = 4000
_REACH = 3
_STEM = 4
_MOST_VERBS = 4
_COUNTS = frozenset(COUNTS)
_DETERMINERS = frozenset(DETERMINERS) - {"that"}
_LINKS = {word: group for group, words in enumerate(LINKS) for word in words}
_TELLING = ("adjective", "verb")


def find_deeds(alignment: Alignment, phrases: Sequence[Sequence[Phrase]]) -> Iterator[Concept]:
    """Concepts of what is done to one thing."""
    nodes = alignment.nodes
    rows = (alignment.same >= _SURE).nonzero()[0]
    rows = rows[(-alignment.same[rows]).argsort(kind="stable")][:_MOST_PAIRS]
    classes = Classes()
    known: dict[int, list[_Deed]] = {}
    found: dict[str, dict[tuple[int, Span], _Deed]] = defaultdict(dict)
    for row in rows.tolist():
        one = nodes.first[int(alignment.pairs.left[row])]
        other = nodes.first[int(alignment.pairs.right[row])]
        if one.article == other.article:
            continue
        for assertion in (one, other):
            if assertion.index not in known:
                known[assertion.index] = _deeds(assertion, phrases[assertion.index], classes)
        for left, right in product(known[one.index], known[other.index]):
            if left.is_like(right):
                for assertion, deed in ((one, left), (other, right)):
                    found[left.thing][assertion.article, deed.span] = deed
    for deeds in found.values():
        plain = {_verb(deed.word) for deed in deeds.values() if deed.link is None}
        if len(plain) <= _MOST_VERBS:  # else something that much is done to
            uses = tuple(_use(nodes.pool, article, span) for article, span in deeds)
            yield Concept(label=min((use.name for use in uses), key=len), uses=uses, interest=0.8)


@dataclass(frozen=True, slots=True)
class _Deed:
    """A word that tells what is done, what links it to the noun it is done to, and where both stand."""

    word: Word
    link: int | None
    thing: str
    span: Span

    def is_like(self, other: _Deed) -> bool:
        """Whether both are done to one thing and in one direction, and told in different words."""
        return (
            self.thing == other.thing
            and _verb(self.word) != _verb(other.word)
            and self.link is not None
            and self.link == other.link
        )


def _deeds(assertion: Assertion, phrases: Sequence[Phrase], classes: Classes) -> list[_Deed]:
    """Words with the noun phrase that follows at once or after an article and a word like "into"."""
    words = assertion.words
    held = {place for phrase in phrases for place in range(phrase.first, phrase.last + 1)}
    deeds = []
    for phrase in phrases:
        place = phrase.first - 1
        link = None
        while place >= 0 and phrase.first - place <= _REACH and _links(words[place]):
            link = _LINKS.get(words[place].lower, link)
            place -= 1
        if phrase.proper or place < 0 or place in held:
            continue
        word, between = words[place], words[place : phrase.first + 1]
        apart = any(b.start - a.end > 1 for a, b in pairwise(between))
        if not word.tells or word.capital or apart or {word.lower, noun_of(phrase).lower} & _COUNTS:
            continue
        if classes.of(assertion, word) in _TELLING:
            deeds.append(_Deed(word, link, noun_of(phrase).stem, Span(word.start, phrase.span.end)))
    return deeds


def _verb(word: Word) -> str:
    return VERB_OF.get(word.lower, word.stem)[:_STEM]


def _links(word: Word) -> bool:
    return word.lower in _LINKS or word.lower in _DETERMINERS


def _use(pool: Pool, article: int, span: Span) -> Use:
    return Use(span.words_in(pool.readings[article].article.text), article, span)
