"""A headline against the article below it.

Comes in:   the assertions of a story, its figures, and how close wordings are in meaning.
Goes out:   conflicts inside one article: a figure in the headline that none of the text can be, and a
            headline that affirms what the head of the text denies or puts in words opposed to its own
            ("approves the bridge", "rejected the bridge").
Left out:   whatever the text tells both ways.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from tellings.compare.assertions import Assertion, Pool
from tellings.compare.conflicts.figures import Figure
from tellings.compare.conflicts.found import Found, FoundSide, Neighbours, whole
from tellings.compare.conflicts.headline_figures import find_headline_figures
from tellings.compare.words import Word, stem_of
from tellings.languages.en.hedges import POSSIBILITY
from tellings.languages.en.negation import NEGATORS
from tellings.languages.en.opposites import OPPOSITES
from tellings.languages.en.positions import OUTCOMES, STANDS
from tellings.records import Span

_CLOSE = 0.45
_WINDOW = 5
_BEFORE = 3
_NEGATORS = frozenset(NEGATORS)
_POSSIBLE = frozenset(POSSIBILITY)


def find_headline_clashes(pool: Pool, figures: Sequence[Figure], neighbours: Neighbours) -> Iterator[Found]:
    """Headlines that the text below them belies."""
    yield from find_headline_figures(pool, figures, neighbours)
    told: dict[int, list[Assertion]] = defaultdict(list)
    for assertion in pool.assertions:
        told[assertion.article].append(assertion)
    for assertions in told.values():
        headlines = [assertion for assertion in assertions if assertion.headline]
        below = [assertion for assertion in assertions if not assertion.headline]
        for headline in headlines:
            yield from _reversed(headline, below, pool, neighbours)


def _reversed(
    headline: Assertion, below: Sequence[Assertion], pool: Pool, neighbours: Neighbours
) -> Iterator[Found]:
    """The first assertion at the head of the text that says the reverse of the headline."""
    for word, sense, sign in _signs(headline):
        held = [
            (assertion, other, theirs)
            for assertion in below
            for other, same, theirs in _signs(assertion)
            if same == sense and _of_one_thing(headline, word, assertion, other)
        ]
        facing = [
            (assertion, other)
            for assertion, other, _ in held
            if assertion.lead and neighbours.cosine(headline, assertion) >= _CLOSE
        ]
        if facing and all(theirs != sign for _, _, theirs in held):
            assertion, other = facing[0]
            values = [_printed(pool, headline, word), _printed(pool, assertion, other)]
            yield Found(
                kind="position",
                nature="contradiction",
                reason="the headline says the reverse of the text below it: "
                f"“{values[0]}” against “{values[1]}”",
                confidence=0.5,
                sides=tuple(
                    FoundSide(value=value, places=(whole(side),))
                    for value, side in zip(values, (headline, assertion), strict=True)
                ),
            )
            return


def _signs(assertion: Assertion) -> Iterator[tuple[Word, str, bool]]:
    """The words of a known sense, the sense, and whether it is affirmed; what may be is left out."""
    words = assertion.words
    for place, word in enumerate(words):
        before = [other.lower for other in words[max(0, place - _BEFORE) : place]]
        if not _POSSIBLE & set(before):
            denied = any(other in _NEGATORS or other.endswith("n't") for other in before)
            yield from ((word, sense, reverse == denied) for sense, reverse in _senses().get(word.stem, ()))


@cache
def _senses() -> dict[str, set[tuple[str, bool]]]:
    """For each stem the questions that it answers, and whether with no."""
    table: dict[str, set[tuple[str, bool]]] = defaultdict(set)
    for group in (*OPPOSITES, *STANDS, *OUTCOMES):
        for reverse, words in enumerate(group):
            for word in words:
                table[stem_of(word)].add((group[0][0], bool(reverse)))
    return table


def _of_one_thing(one: Assertion, word: Word, other: Assertion, verb: Word) -> bool:
    """Whether both verbs have a word before them and one behind them in common: who does it, and to what."""
    return all(_around(one, word, behind=side) & _around(other, verb, behind=side) for side in (False, True))


def _around(assertion: Assertion, verb: Word, *, behind: bool) -> frozenset[str]:
    """The stems of the telling words on one side of a verb, those close to it."""
    telling = [
        w.stem for w in assertion.words if w.tells and w is not verb and (w.start > verb.start) == behind
    ]
    return frozenset(telling[:_WINDOW] if behind else telling[-_WINDOW:])


def _printed(pool: Pool, assertion: Assertion, verb: Word) -> str:
    """The verb, a negator before it, and what it is about."""
    place = assertion.words.index(verb)
    first = place
    while first > max(0, place - _BEFORE) and any(
        word.lower in _NEGATORS for word in assertion.words[max(0, place - _BEFORE) : first]
    ):
        first -= 1
    last = min(place + _BEFORE, len(assertion.words) - 1)
    span = Span(assertion.words[first].start, assertion.words[last].end)
    return " ".join(span.words_in(pool.readings[assertion.article].article.text).split())
