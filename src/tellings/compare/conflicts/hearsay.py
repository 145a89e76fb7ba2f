"""Hearsay, and who says that it is not so.

Comes in:   the assertions of a story and how close they are in meaning.
Goes out:   conflicts of position between a report, rumour or allegation that an assertion calls denied or
            false, and that denial; with the other assertions that tell what the rumour tells.
Left out:   those that deny it too, and those that tell it as an accusation: that somebody was accused and
            that he denies it are both so.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from tellings.compare.assertions import Assertion
from tellings.compare.conflicts.found import Found, FoundSide, Place, listed, whole, within
from tellings.compare.conflicts.polarity import is_negator
from tellings.compare.scorer import Alignment
from tellings.compare.words import Word
from tellings.languages.en.opposites import ACCUSED, HEARSAY, INSIDE, REFUTING
from tellings.records import Span

_HEARSAY = frozenset(HEARSAY)
_REFUTING = frozenset(REFUTING)
_NOT_TOLD_AS_SO = _REFUTING | frozenset(ACCUSED)
_LINKS = frozenset(("about", "of", "that"))
_REACH = 5
_CLOSE = 0.4
_FEWEST_SHARED = 2
_LEAST_RARITY = 0.3
_LONGEST = 14
_MOST_PLACES = 4


def find_hearsay(alignment: Alignment) -> Iterator[Found]:
    """Conflicts of hearsay and its denial."""
    nodes, pairs = alignment.nodes, alignment.pairs
    refuted = {n: found for n, node in enumerate(nodes.first) if (found := _refuted(node))}
    telling: dict[int, list[tuple[float, int]]] = {n: [] for n in refuted}
    for row in (pairs.cosine >= _CLOSE).nonzero()[0].tolist():
        left, right = int(pairs.left[row]), int(pairs.right[row])
        for denial, other in ((left, right), (right, left)):
            if denial in refuted and other not in refuted and _tells_it(alignment, refuted[denial], other):
                telling[denial].append((float(pairs.cosine[row]), other))
    for denial, words in refuted.items():
        node = nodes.first[denial]
        others = [n for _, n in sorted(telling[denial], reverse=True)[:_MOST_PLACES]]
        if not others:
            continue
        rumour = Span(words[0].start, words[-1].end)
        text = nodes.pool.readings[node.article].article.text
        places: list[Place] = [within(node, rumour)]
        places += [whole(twin) for n in others for twin in nodes.twins[n]]
        refutation = _refutation(node)
        sides = (
            FoundSide(value=rumour.words_in(text), places=tuple(places)),
            FoundSide(value=refutation.words_in(text), places=(whole(node),)),
        )
        yield Found(
            kind="position",
            nature="contradiction",
            reason=f"what some tell is said not to be so: {listed(side.value for side in sides)}",
            confidence=0.4,
            sides=sides,
        )


def _refuted(assertion: Assertion) -> tuple[Word, ...]:
    """The words of a rumour that the assertion refutes: "rumours of a second gunman"."""
    words = assertion.words
    for place, word in enumerate(words[:-2]):
        if word.lower not in _HEARSAY or words[place + 1].lower not in _LINKS:
            continue
        before = words[max(0, place - _REACH) : place]
        refuting = [w for w in before if w.lower in _REFUTING]
        if refuting and not any(is_negator(w.lower) and w not in refuting for w in before):
            return _to_the_stop(words[place : place + _LONGEST])
    return ()


def _to_the_stop(words: tuple[Word, ...]) -> tuple[Word, ...]:
    end = 1
    while end < len(words) and words[end].start - words[end - 1].end <= 1:
        end += 1
    return words[:end]


def _refutation(assertion: Assertion) -> Span:
    """From the refuting word to what is refuted."""
    rumour = _refuted(assertion)[0]
    refuting = [w for w in assertion.words if w.lower in _REFUTING and w.end <= rumour.start]
    return Span(refuting[-1].start, rumour.end)


def _tells_it(alignment: Alignment, rumour: tuple[Word, ...], other: int) -> bool:
    """Whether another assertion holds several of the rumour's own words, but for where it was said.

    One that refutes it, or calls it an accusation, does not tell it as so.
    """
    nodes = alignment.nodes
    if any(word.lower in _NOT_TOLD_AS_SO for word in nodes.first[other].words):
        return False
    own = {word.stem for word in rumour[1:] if word.tells}
    words = nodes.first[other].words
    places = {name.stem for before, name in pairwise(words) if before.lower in INSIDE and name.capital}
    shared = (own & nodes.first[other].stems) - places
    rare = [stem for stem in shared if nodes.rarity[stem] >= _LEAST_RARITY]
    return len(shared) >= _FEWEST_SHARED and bool(rare)
