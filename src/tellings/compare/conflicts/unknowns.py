"""Not known to one, told by another.

Comes in:   the assertions of a story and how close they are in meaning.
Goes out:   conflicts (or updates, where the knowing account came later) between an assertion that something
            is unclear or unknown and those of other articles that tell it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from tellings.compare.assertions import Assertion, Pool
from tellings.compare.conflicts.found import Found, FoundSide, Place, is_later, whole
from tellings.compare.conflicts.polarity import is_negator, polarity_of
from tellings.compare.nodes import Nodes
from tellings.compare.scorer import Alignment
from tellings.compare.words import Word
from tellings.languages.en.negation import (
    ASKING_FOR,
    GIVING_CAUSES,
    GIVING_FATES,
    KNOWING_WORDS,
    UNKNOWN_WORDS,
)
from tellings.records import Span

_NEAR = 0.35
_CLOSE = 0.6
_SAME = 0.5
_LEAST_RARITY = 0.3
_MOST_TELLING = 3
_REACH = 2
_KNOWING = frozenset(KNOWING_WORDS)
_UNKNOWN = frozenset(UNKNOWN_WORDS)
_CAUSES = frozenset(GIVING_CAUSES)
_FATES = frozenset(GIVING_FATES)
_EVIDENCE = frozenset(("evidence", "indication", "proof", "sign", "signs"))
_BY_ITSELF = frozenset(("independently",))
"""An outlet that has "not independently confirmed" a report leaves open what it tells."""
_SELF = frozenset(("i", "we", "you"))
"""What bystanders do not know is no news: "we didn't know what was going on"."""


def find_unknowns(alignment: Alignment) -> Iterator[Found]:
    """Conflicts between not knowing and telling."""
    nodes, pairs = alignment.nodes, alignment.pairs
    marks = {n: mark for n, node in enumerate(nodes.first) if (mark := _mark(node))}
    telling: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for row in (pairs.cosine >= _NEAR).nonzero()[0].tolist():
        left, right = int(pairs.left[row]), int(pairs.right[row])
        for unknown, other in ((left, right), (right, left)):
            if unknown not in marks or other in marks or nodes.home[unknown] == nodes.home[other]:
                continue
            asked = _asked(nodes.first[unknown])
            if not _answers(nodes.pool, asked, nodes.first[other]):
                continue
            alike = pairs.cosine[row] >= _CLOSE if asked == "name" else alignment.same[row] >= _SAME
            if asked == "fate" or (
                alike and _shares_topic(nodes, nodes.first[unknown], marks[unknown], nodes.first[other])
            ):
                telling[unknown].append((float(pairs.cosine[row]), other))
    for unknowns in _of_one_thing(nodes, telling):
        others = sorted((told for unknown in unknowns for told in telling[unknown]), reverse=True)
        best = list(dict.fromkeys(n for _, n in others))[:_MOST_TELLING]
        places = [whole(twin) for n in best for twin in nodes.twins[n]]
        yield _conflict(nodes, unknowns, marks[unknowns[0]], places)


def _of_one_thing(nodes: Nodes, unknowns: Iterable[int]) -> list[list[int]]:
    """Each for itself, but for all that ask what became of somebody."""
    groups: dict[str, list[int]] = defaultdict(list)
    for unknown in unknowns:
        asked = _asked(nodes.first[unknown])
        groups[asked if asked == "fate" else f"{asked} {unknown}"].append(unknown)
    return list(groups.values())


def _shares_topic(nodes: Nodes, unknown: Assertion, mark: Span, other: Assertion) -> bool:
    """Whether a rare word beside the mark stands in the other assertion too."""
    shared = _topic(unknown, mark) & other.stems
    return any(nodes.rarity[stem] >= _LEAST_RARITY for stem in shared)


def _mark(assertion: Assertion) -> Span | None:
    """The words that say that something is not known."""
    words = assertion.words
    for place, word in enumerate(words):
        if word.lower in _UNKNOWN:
            denied = any(is_negator(before.lower) for before in words[max(0, place - _REACH) : place])
            return None if denied else Span(word.start, word.end)
        if is_negator(word.lower):
            if any(before.lower in _SELF for before in words[max(0, place - _REACH) : place]):
                continue
            for at, after in enumerate(words[place + 1 : place + 4], start=place + 1):
                if after.lower in _BY_ITSELF:
                    break
                if after.lower in _KNOWING and not _describes(words, at):
                    return Span(word.start, after.end)
    return None


def _describes(words: tuple[Word, ...], place: int) -> bool:
    """Whether a word only describes the next one: "a clear position"."""
    return words[place].lower == "clear" and place + 1 < len(words) and words[place + 1].tells


def _asked(assertion: Assertion) -> str:
    """What kind of thing is not known: "cause", "count", "fate" …, or "" where the words do not say."""
    words = {word.lower for word in assertion.words}
    return next((kind for kind, asking in ASKING_FOR.items() if words & set(asking)), "")


def _answers(pool: Pool, asked: str, other: Assertion) -> bool:
    """Whether an assertion gives a thing of the kind that another does not know."""
    if _finds_no_evidence(other):
        return False
    if asked == "cause":
        return any(word.lower in _CAUSES for word in other.words)
    if asked == "fate":
        possible = polarity_of(other.words).possible
        return any(word.lower in _FATES and word.root not in possible for word in other.words)
    if asked == "count":
        return bool(other.numbers)
    if asked == "day":
        dates = pool.readings[other.article].dates
        return any(other.cite.span.covers(day.span) for day in dates)
    if asked == "name":
        return bool(other.names)
    return True


def _finds_no_evidence(assertion: Assertion) -> bool:
    """ "There is no evidence that": who says so does not know either."""
    words = [word.lower for word in assertion.words]
    return any(is_negator(one) and other in _EVIDENCE for one, other in pairwise(words))


def _topic(assertion: Assertion, mark: Span) -> frozenset[str]:
    """The telling words beside the mark."""
    before = [w for w in assertion.words if w.end <= mark.start and w.tells][-_REACH:]
    after = [w for w in assertion.words if w.start >= mark.end and w.tells][:_REACH]
    return frozenset(word.stem for word in (*before, *after))


def _conflict(nodes: Nodes, unknowns: list[int], mark: Span, telling: list[Place]) -> Found:
    pool = nodes.pool
    printed = mark.words_in(pool.readings[nodes.first[unknowns[0]].article].article.text)
    told = telling[0].cite.span.words_in(pool.readings[telling[0].assertion.article].article.text)
    sides = (
        FoundSide(value=printed, places=tuple(whole(twin) for n in unknowns for twin in nodes.twins[n])),
        FoundSide(
            value=told if len(told) <= 90 else told[:87].rsplit(" ", 1)[0] + " …", places=tuple(telling)
        ),
    )
    return Found(
        kind="cause",
        nature="update" if is_later(sides[1], sides[0], pool) else "contradiction",
        reason=f"one says “{printed}” of what others tell",
        confidence=0.4,
        sides=sides,
    )
