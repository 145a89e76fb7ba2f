"""Words that stand for one another in assertions that tell the same.

Comes in:   the `Alignment` of a story's assertions.
Goes out:   a `Concept` for each pair of nouns or short phrases that take one another's place between the same
            words ("two ferries collided", "two ferries bumped").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher

from rapidfuzz.distance import Levenshtein

from tellings.compare.assertions import Assertion, Pool
from tellings.compare.naming.uses import Concept, Use, key_of
from tellings.compare.scorer import Alignment
from tellings.compare.words import Word
from tellings.languages.en.function_words import COUNTS
from tellings.records import Span

_SURE = 0.6
_MOST_PAIRS = 4000
_MOST_WORDS = 80
_LONGEST = 3
_LEAST_ALIKE = 0.35
_COUNTS = frozenset(COUNTS)


def find_swaps(alignment: Alignment) -> Iterator[Concept]:
    """Concepts of words that take one another's place."""
    nodes = alignment.nodes
    rows = (alignment.same >= _SURE).nonzero()[0]
    rows = rows[(-alignment.same[rows]).argsort(kind="stable")][:_MOST_PAIRS]
    swaps: dict[tuple[str, str], dict[tuple[int, Span], Use]] = defaultdict(dict)
    for row in rows.tolist():
        one = nodes.first[int(alignment.pairs.left[row])]
        other = nodes.first[int(alignment.pairs.right[row])]
        if one.article == other.article or max(len(one.words), len(other.words)) > _MOST_WORDS:
            continue
        for mine, theirs in _swaps(nodes.pool, one, other):
            key = tuple(sorted((key_of(mine.name), key_of(theirs.name))))
            for use in (mine, theirs):
                swaps[key[0], key[1]][use.article, use.span] = use
    for uses in swaps.values():
        names = sorted({use.name for use in uses.values()}, key=len)
        yield Concept(label=names[0], uses=tuple(uses.values()), interest=0.9 + 0.1 * min(len(uses) - 2, 5))


def _swaps(pool: Pool, one: Assertion, other: Assertion) -> Iterator[tuple[Use, Use]]:
    a, b = [word.lower for word in one.words], [word.lower for word in other.words]
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    if matcher.ratio() < _LEAST_ALIKE:
        return
    for kind, a1, a2, b1, b2 in matcher.get_opcodes():
        if kind != "replace" or max(a2 - a1, b2 - b1) > _LONGEST or not _framed(a, b, a1, a2, b1, b2):
            continue
        mine, theirs = one.words[a1:a2], other.words[b1:b2]
        if _namely(mine) and _namely(theirs) and not _spelling(mine, theirs):
            yield _use(pool, one, mine), _use(pool, other, theirs)


def _framed(a: list[str], b: list[str], a1: int, a2: int, b1: int, b2: int) -> bool:
    """Whether the same words stand on both sides of the change."""
    before = a1 > 0 and b1 > 0 and a[a1 - 1] == b[b1 - 1]
    after = a2 < len(a) and b2 < len(b) and a[a2] == b[b2]
    return before and after


def _namely(words: tuple[Word, ...]) -> bool:
    """Whether the words name something: no numbers, and every one of them tells."""
    return all(
        word.tells and len(word.lower) > 2 and word.lower.isalpha() and word.lower not in _COUNTS
        for word in words
    )


def _spelling(mine: tuple[Word, ...], theirs: tuple[Word, ...]) -> bool:
    one, other = ("".join(word.stem for word in words) for words in (mine, theirs))
    return Levenshtein.normalized_similarity(one, other) > 0.75


def _use(pool: Pool, assertion: Assertion, words: tuple[Word, ...]) -> Use:
    span = Span(words[0].start, words[-1].end)
    return Use(span.words_in(pool.readings[assertion.article].article.text), assertion.article, span)
