"""Phrases that stand for one another in assertions that tell the same.

Comes in:   the `Alignment` of a story's assertions and their noun phrases.
Goes out:   a `Concept` for each pair of phrases that take one another's place between the same words: two
            noun phrases ("two ferries collided in the strait", "… in the narrows"), or what is told of the
            same things ("collided", "bumped").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from rapidfuzz.distance import Levenshtein

from tellings.compare.assertions import Assertion, Pool
from tellings.compare.naming.descriptions import printed
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
_LONGEST = 3
_LEAST_ALIKE = 0.35
_COUNTS = frozenset(COUNTS)
_DETERMINERS = frozenset(DETERMINERS)


@dataclass(frozen=True, slots=True)
class _Item:
    """A noun phrase, or a word outside of one; items with one `key` are the same."""

    key: str
    words: tuple[Word, ...]
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
        for left, right in _swaps(nodes.pool, (one, mine), (other, theirs)):
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
            items.append(_Item(key, phrase.words, phrase))
            place = phrase.last + 1
            continue
        word = assertion.words[place]
        if word.lower not in _DETERMINERS:
            items.append(_Item(word.stem, (word,)))
        place += 1
    return items


def _swaps(
    pool: Pool, one: tuple[Assertion, list[_Item]], other: tuple[Assertion, list[_Item]]
) -> Iterator[tuple[Use, Use]]:
    a, b = [item.key for item in one[1]], [item.key for item in other[1]]
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    if matcher.ratio() < _LEAST_ALIKE:
        return
    for kind, a1, a2, b1, b2 in matcher.get_opcodes():
        if kind != "replace" or max(a2 - a1, b2 - b1) > _LONGEST:
            continue
        mine, theirs = one[1][a1:a2], other[1][b1:b2]
        before, after = a1 > 0 and b1 > 0, a2 < len(a) and b2 < len(b)
        if mine[0].phrase and theirs[0].phrase and len(mine) == len(theirs) == 1:
            if before and after and _one_kind(mine[0].phrase, theirs[0].phrase):
                yield printed(pool, mine[0].phrase), printed(pool, theirs[0].phrase)
        elif before and after and not (len(mine) + len(theirs) > 2 and _any_phrase(mine, theirs)):
            left, right = _words(mine), _words(theirs)
            if _namely(left) and _namely(right) and not _is_one_wording(left, right):
                yield _use(pool, one[0], left), _use(pool, other[0], right)


def _any_phrase(*sides: Sequence[_Item]) -> bool:
    return any(item.phrase for side in sides for item in side)


def _words(items: Sequence[_Item]) -> tuple[Word, ...]:
    return tuple(word for item in items for word in item.words)


def _one_kind(one: Phrase, other: Phrase) -> bool:
    """Whether two phrases can name one thing: nouns or names alike, no numbers, no days."""
    if one.proper != other.proper or one.proper:
        return False
    words = (*one.words, *other.words)
    if any(word.is_number or word.lower in _COUNTS or word.lower in CALENDAR_WORDS for word in words):
        return False
    return not _is_one_wording(one.words, other.words)


def _namely(words: tuple[Word, ...]) -> bool:
    """Whether the words name something: few, no numbers, and every one of them tells."""
    return len(words) <= _LONGEST and all(
        word.tells
        and not word.capital
        and len(word.lower) > 2
        and word.lower.isalpha()
        and word.lower not in _COUNTS
        for word in words
    )


def _is_one_wording(mine: tuple[Word, ...], theirs: tuple[Word, ...]) -> bool:
    """Whether two wordings differ in spelling or inflection only, or one is the other with words to it."""
    verbs, others = ({VERB_OF.get(word.lower, word.stem) for word in words} for words in (mine, theirs))
    if verbs <= others or others <= verbs:
        return True
    one, other = ("".join(word.stem for word in words) for words in (mine, theirs))
    return Levenshtein.normalized_similarity(one, other) > 0.75


def _use(pool: Pool, assertion: Assertion, words: tuple[Word, ...]) -> Use:
    span = Span(words[0].start, words[-1].end)
    return Use(span.words_in(pool.readings[assertion.article].article.text), assertion.article, span)
