"""What one tells as possible and another as a fact.

Comes in:   the `Nodes` of a story.
Goes out:   a conflict of wording: the head of one article says that something may have been done ("may have
            found a wreck"), the head of another, in the outlet's own words, that it was ("have found a
            wreck").
Left out:   what speakers say, what stands further down, and hopes and plans: only "may have", "might have"
            and "could have".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from tellings.compare.assertions import Assertion
from tellings.compare.classes import Classes
from tellings.compare.conflicts.found import Found, FoundSide, listed, within
from tellings.compare.conflicts.polarity import is_negator, polarity_of
from tellings.compare.nodes import Nodes
from tellings.compare.words import Word
from tellings.languages.en.cues import FINITE_HELPERS
from tellings.languages.en.function_words import REPORTING_WORDS
from tellings.languages.en.hedges import HEARSAY
from tellings.records import Span

_ALIKE = 0.5
_FEWEST_SHARED = 3
_MOST = 20
_REACH = 4
_MAY = frozenset(("could", "may", "might"))
_BE = frozenset(("are", "be", "been", "is", "was", "were"))
_HELPERS = frozenset((*FINITE_HELPERS, "be", "been")) - {"that"}
_TOLD = frozenset((*HEARSAY, *REPORTING_WORDS, "alleged", "apparent", "apparently", "suspected"))
_AT_THE_HEAD = 1


def find_certainty(nodes: Nodes, classes: Classes) -> Iterator[Found]:
    """At most one conflict for a verb."""
    pool = nodes.pool
    hedged: dict[str, list[tuple[Assertion, Word]]] = defaultdict(list)
    plain: dict[str, list[tuple[Assertion, Word]]] = defaultdict(list)
    for assertion in pool.assertions:
        reading = pool.readings[assertion.article]
        if assertion.statement or not (
            assertion.headline or reading.sentences[assertion.sentence].paragraph <= _AT_THE_HEAD
        ):
            continue
        polarity = polarity_of(assertion.words)
        for place, word in enumerate(assertion.words):
            if not word.tells or classes.of(assertion, word) != "verb" or word.root in polarity.denied:
                continue
            if _may_have(assertion.words, place):
                hedged[word.root].append((assertion, word))
            elif word.root not in polarity.possible and _is_fact(assertion, place):
                plain[word.root].append((assertion, word))
    for root, possible in hedged.items():
        articles = {assertion.article for assertion, _ in possible}
        facts = [
            (fact, word)
            for fact, word in plain[root][:_MOST]
            if fact.article not in articles
            and any(_tells_the_same(fact, other, root, nodes, classes) for other, _ in possible[:_MOST])
        ]
        if facts:
            yield _conflict(nodes, possible, facts)


def _may_have(words: Sequence[Word], place: int) -> bool:
    """Whether "may have", "may have been" stands before a verb."""
    before = [word.lower for word in words[max(0, place - _REACH) : place]]
    while before and (before[-1] == "been" or before[-1].endswith("ly")):
        before.pop()
    return len(before) > 1 and before[-1] == "have" and before[-2] in _MAY


def _is_fact(assertion: Assertion, place: int) -> bool:
    """Whether a verb is told as done in the outlet's own voice: no infinitive, nothing reported."""
    words = assertion.words
    following = words[place + 1].lower if place + 1 < len(words) else ""
    if is_negator(following) or any(word.lower in _TOLD for word in words):
        return False
    before = words[place - 1].lower if place else ""
    word = words[place].lower
    return before != "to" and (before in _HELPERS - _MAY or word.endswith(("ed", "s")) or assertion.headline)


def _tells_the_same(fact: Assertion, possible: Assertion, root: str, nodes: Nodes, classes: Classes) -> bool:
    shared = {word.root for word in fact.words if word.tells} & {w.root for w in possible.words if w.tells}
    vectors = nodes.pool.vectors
    alike = float(vectors[fact.index] @ vectors[possible.index])
    return (
        len(shared - {root}) >= _FEWEST_SHARED
        and alike >= _ALIKE
        and all(_done_to(assertion, root, classes) <= shared for assertion in (fact, possible))
    )


def _done_to(assertion: Assertion, root: str, classes: Classes) -> frozenset[str]:
    """What a verb does something to, as far as that is plain: of "may have found the wreck" the wreck."""
    words = assertion.words
    place = next(n for n, word in enumerate(words) if word.root == root and word.tells)
    behind = next((w for w in words[place + 1 :] if classes.of(assertion, w) in ("noun", "name")), None)
    passive = any(word.lower in _BE for word in words[max(0, place - 2) : place])
    return frozenset() if passive or behind is None else frozenset({behind.root})


def _conflict(
    nodes: Nodes, possible: Sequence[tuple[Assertion, Word]], facts: Sequence[tuple[Assertion, Word]]
) -> Found:
    sides = tuple(_side(nodes, group) for group in (possible, facts))
    return Found(
        kind="wording",
        nature="contradiction",
        reason=f"one tells as possible what another tells as a fact: {listed(s.value for s in sides)}",
        confidence=0.5,
        sides=sides,
    )


def _side(nodes: Nodes, group: Sequence[tuple[Assertion, Word]]) -> FoundSide:
    """The verbs with their auxiliaries: how surely a thing is told is at odds, not the thing."""
    places = [within(assertion, _verb(assertion.words, verb)) for assertion, verb in group]
    first = places[0]
    text = nodes.pool.readings[first.assertion.article].article.text
    return FoundSide(value=" ".join(first.cite.span.words_in(text).split()), places=tuple(places))


def _verb(words: Sequence[Word], verb: Word) -> Span:
    first = place = words.index(verb)
    while first and words[first - 1].lower in _HELPERS | _MAY:
        first -= 1
    return Span(words[first].start, words[place].end)
