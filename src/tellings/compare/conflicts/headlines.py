"""A headline against the article below it.

Comes in:   the assertions of a story, its figures, and how close wordings are in meaning.
Goes out:   conflicts inside one article: a toll in the headline that no toll of the text can be ("12 die",
            "nine people were killed"), and a headline that affirms what the head of the text denies or puts
            in words opposed to its own ("approves the bridge", "rejected the bridge").
Left out:   a headline's toll that the text's tolls add up to, and whatever the text tells both ways.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations

from tellings.compare.assertions import Assertion, Pool
from tellings.compare.conflicts.figures import Figure
from tellings.compare.conflicts.found import Found, FoundSide, Neighbours, whole, within
from tellings.compare.conflicts.scopes import FARTHEST_RATIO, figure_of
from tellings.compare.words import Word, stem_of
from tellings.languages.en.hedges import POSSIBILITY
from tellings.languages.en.negation import NEGATORS
from tellings.languages.en.opposites import OPPOSITES
from tellings.languages.en.positions import OUTCOMES, STANDS
from tellings.records import Quantity, Span

_ROUNDING = 0.07
_MOST_ADDED = 4
_CLOSE = 0.45
_WINDOW = 5
_BEFORE = 3
_NEGATORS = frozenset(NEGATORS)
_POSSIBLE = frozenset(POSSIBILITY)


def find_headline_clashes(pool: Pool, figures: Sequence[Figure], neighbours: Neighbours) -> Iterator[Found]:
    """Headlines that the text below them belies."""
    yield from _tolls(pool, figures)
    told: dict[int, list[Assertion]] = defaultdict(list)
    for assertion in pool.assertions:
        told[assertion.article].append(assertion)
    for assertions in told.values():
        headlines = [assertion for assertion in assertions if assertion.headline]
        below = [assertion for assertion in assertions if not assertion.headline]
        for headline in headlines:
            yield from _reversed(headline, below, pool, neighbours)


# ---------------------------------------------------------------- tolls


def _tolls(pool: Pool, figures: Sequence[Figure]) -> Iterator[Found]:
    by_article: dict[tuple[int, str], list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.role and "+" not in figure.role and not figure.quantity.unit and figure_of(figure.quantity):
            by_article[figure.assertion.article, figure.role].append(figure)
    for (_, role), tolls in by_article.items():
        above = [figure for figure in tolls if figure.assertion.headline and not figure.part]
        below = [figure for figure in tolls if not figure.assertion.headline and not figure.background]
        head = [figure for figure in below if figure.assertion.lead and not figure.part]
        if len(above) == 1 and head and _cannot_be(above[0], below) and not _printed_below(above[0], pool):
            yield Found(
                kind="number",
                nature="contradiction",
                reason=f"the headline gives “{above[0].printed}”, the text below it “{head[0].printed}”",
                confidence=0.6,
                sides=tuple(
                    FoundSide(value=figure.printed, places=(within(figure.assertion, figure.quantity.span),))
                    for figure in (above[0], head[0])
                ),
                about=role,
            )


def _cannot_be(above: Figure, below: Sequence[Figure]) -> bool:
    """Whether no figure of the text, and no sum of a few of them, can be the headline's, though near it."""
    low, high = _bounds(above.quantity)
    values = sorted({figure_of(figure.quantity) or 0.0 for figure in below})
    near = all(
        1 / FARTHEST_RATIO <= (figure_of(above.quantity) or 0.0) / value <= FARTHEST_RATIO for value in values
    )
    sums = {
        sum(some) for size in range(2, _MOST_ADDED) for some in combinations(values[-2 * _MOST_ADDED :], size)
    }
    met = any(
        low <= theirs[1] and theirs[0] <= high for theirs in (_bounds(figure.quantity) for figure in below)
    )
    return near and not met and not any(low <= one <= high for one in sums)


def _printed_below(above: Figure, pool: Pool) -> bool:
    """Whether the text gives the headline's number anywhere, whatever it seems to count there."""
    low, high = _bounds(above.quantity)
    return any(
        theirs.span.start >= above.assertion.cite.span.end
        and low <= _bounds(theirs)[1]
        and _bounds(theirs)[0] <= high
        for theirs in pool.readings[above.assertion.article].quantities
        if theirs.low is not None and not theirs.unit
    )


def _bounds(quantity: Quantity) -> tuple[float, float]:
    """From where to where a number reaches, a twentieth and some given either way."""
    low = float("-inf") if quantity.low is None else quantity.low * (1 - _ROUNDING)
    high = float("inf") if quantity.high is None else quantity.high * (1 + _ROUNDING)
    return low, high


# ---------------------------------------------------------------- opposites


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
