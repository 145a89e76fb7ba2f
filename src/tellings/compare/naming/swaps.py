"""Phrases that stand for one another in assertions that tell the same.

Comes in:   the `Alignment` of a story's assertions and their noun phrases.
Goes out:   a `Concept` for each pair of noun phrases that take one another's place between the same words
            ("two ferries collided in the strait", "… in the narrows").
Left out:   other words: "began" for "started" is a turn of phrase.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from rapidfuzz.distance import Levenshtein

from tellings.compare.assertions import Assertion, Pool
from tellings.compare.naming.descriptions import is_somebody, printed
from tellings.compare.naming.uses import Concept, Use, key_of
from tellings.compare.phrases import Phrase
from tellings.compare.scorer import Alignment
from tellings.compare.words import Word
from tellings.languages.en.function_words import COUNTS, DETERMINERS
from tellings.languages.en.irregular import VERB_OF
from tellings.languages.en.opposites import CALENDAR_WORDS
from tellings.records import Span

_SURE = 0.5
_MOST_PAIRS = 4000
_MOST_WORDS = 80
_LEAST_ALIKE = 0.35
_COUNTS = frozenset(COUNTS)
_DETERMINERS = frozenset(DETERMINERS)


@dataclass(frozen=True, slots=True)
class _Item:
    """A noun phrase, or a word outside of one; items with one `key` are the same."""

    key: str
    phrase: Phrase | None = None


def find_swaps(alignment: Alignment, phrases: Sequence[Sequence[Phrase]]) -> Iterator[Concept]:
    """Concepts of phrases that take one another's place."""
    nodes = alignment.nodes
    rows = (alignment.same >= _SURE).nonzero()[0]
    rows = rows[(-alignment.same[rows]).argsort(kind="stable")][:_MOST_PAIRS]
    swaps: dict[tuple[str, str], dict[tuple[int, Span], Use]] = defaultdict(dict)
    items: dict[int, list[_Item]] = {}
    for row in rows.tolist():
        one = nodes.first[int(alignment.pairs.left[row])]
        other = nodes.first[int(alignment.pairs.right[row])]
        if one.article == other.article or max(len(one.words), len(other.words)) > _MOST_WORDS:
            continue
        for assertion in (one, other):
            if assertion.index not in items:
                items[assertion.index] = _items(assertion, phrases[assertion.index])
        mine, theirs = items[one.index], items[other.index]
        for left, right in _swaps(nodes.pool, mine, theirs):
            key = tuple(sorted((key_of(left.name), key_of(right.name))))
            for use in (left, right):
                swaps[key[0], key[1]][use.article, use.span] = use
    for uses in swaps.values():
        names = sorted({use.name for use in uses.values()}, key=lambda name: (len(name), name))
        yield Concept(label=names[0], uses=tuple(uses.values()), interest=0.9 + 0.1 * min(len(uses) - 2, 5))


def _items(assertion: Assertion, phrases: Sequence[Phrase]) -> list[_Item]:
    """The assertion as phrases and the words between them, articles left out."""
    starts = {phrase.first: phrase for phrase in phrases}
    items, place = [], 0
    while place < len(assertion.words):
        phrase = starts.get(place)
        if phrase:
            key = " ".join(word.stem for word in phrase.words)
            items.append(_Item(key, phrase))
            place = phrase.last + 1
            continue
        word = assertion.words[place]
        if word.lower not in _DETERMINERS:
            items.append(_Item(word.stem))
        place += 1
    return items


def _swaps(pool: Pool, one: Sequence[_Item], other: Sequence[_Item]) -> Iterator[tuple[Use, Use]]:
    a, b = [item.key for item in one], [item.key for item in other]
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    if matcher.ratio() < _LEAST_ALIKE:
        return
    for kind, a1, a2, b1, b2 in matcher.get_opcodes():
        if kind != "replace" or not a2 - a1 == b2 - b1 == 1:
            continue
        left, right = one[a1].phrase, other[b1].phrase
        within = a1 > 0 and b1 > 0 and a2 < len(a) and b2 < len(b)
        if within and left and right and _one_kind(left, right):
            yield printed(pool, left), printed(pool, right)


def _one_kind(one: Phrase, other: Phrase) -> bool:
    """Whether two phrases can name one thing: both of people or neither, no names, numbers or days."""
    if one.proper or other.proper or is_somebody(one) != is_somebody(other):
        return False
    words = (*one.words, *other.words)
    if any(word.is_number or word.lower in _COUNTS or word.lower in CALENDAR_WORDS for word in words):
        return False
    return not _is_one_wording(one.words, other.words)


def _is_one_wording(mine: tuple[Word, ...], theirs: tuple[Word, ...]) -> bool:
    """Whether two wordings differ in spelling or inflection only, or one is the other with words to it."""
    verbs, others = ({VERB_OF.get(word.lower, word.stem) for word in words} for words in (mine, theirs))
    if verbs <= others or others <= verbs:
        return True
    one, other = ("".join(word.stem for word in words) for words in (mine, theirs))
    return Levenshtein.normalized_similarity(one, other) > 0.75
