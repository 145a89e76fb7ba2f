"""Not known to one, told by another.

Comes in:   the assertions of a story and how close they are in meaning.
Goes out:   conflicts (or updates, where the knowing account came later) between an assertion that something
            is unclear or unknown and those of other articles that tell it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from tellings.compare.assertions import Assertion, Pool
from tellings.compare.conflicts.found import Found, FoundSide, Place, is_later, whole
from tellings.compare.conflicts.polarity import is_negator
from tellings.compare.scorer import Alignment
from tellings.languages.en.negation import ASKING_FOR, GIVING_CAUSES, KNOWING_WORDS, UNKNOWN_WORDS
from tellings.records import Span

_CLOSE = 0.5
_LEAST_RARITY = 0.3
_MOST_TELLING = 3
_REACH = 2
_KNOWING = frozenset(KNOWING_WORDS)
_UNKNOWN = frozenset(UNKNOWN_WORDS)
_CAUSES = frozenset(GIVING_CAUSES)


def find_unknowns(alignment: Alignment) -> Iterator[Found]:
    """Conflicts between not knowing and telling."""
    nodes, pairs = alignment.nodes, alignment.pairs
    marks = {n: mark for n, node in enumerate(nodes.first) if (mark := _mark(node))}
    telling: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for row in (pairs.cosine >= _CLOSE).nonzero()[0].tolist():
        left, right = int(pairs.left[row]), int(pairs.right[row])
        for unknown, other in ((left, right), (right, left)):
            if unknown in marks and other not in marks and nodes.home[unknown] != nodes.home[other]:
                topic = _topic(nodes.first[unknown], marks[unknown])
                asked = _asked(nodes.first[unknown])
                if not _answers(nodes.pool, asked, nodes.first[other]):
                    continue
                if any(nodes.rarity[stem] >= _LEAST_RARITY for stem in topic & nodes.first[other].stems):
                    telling[unknown].append((float(pairs.cosine[row]), other))
    for unknown, others in telling.items():
        places = [
            whole(twin) for _, n in sorted(others, reverse=True)[:_MOST_TELLING] for twin in nodes.twins[n]
        ]
        yield _conflict(nodes.pool, nodes.first[unknown], marks[unknown], places)


def _mark(assertion: Assertion) -> Span | None:
    """The words that say that something is not known."""
    words = assertion.words
    for place, word in enumerate(words):
        if word.lower in _UNKNOWN:
            return Span(word.start, word.end)
        if is_negator(word.lower):
            for after in words[place + 1 : place + 4]:
                if after.lower in _KNOWING:
                    return Span(word.start, after.end)
    return None


def _asked(assertion: Assertion) -> str:
    """What kind of thing is not known: "cause", "count", "day", "name", or "" where the words do not say."""
    words = {word.lower for word in assertion.words}
    return next((kind for kind, asking in ASKING_FOR.items() if words & set(asking)), "")


def _answers(pool: Pool, asked: str, other: Assertion) -> bool:
    """Whether an assertion gives a thing of the kind that another does not know."""
    if asked == "cause":
        return any(word.lower in _CAUSES for word in other.words)
    if asked == "count":
        return bool(other.numbers)
    if asked == "day":
        dates = pool.readings[other.article].dates
        return any(other.cite.span.covers(day.span) for day in dates)
    if asked == "name":
        return bool(other.names)
    return True


def _topic(assertion: Assertion, mark: Span) -> frozenset[str]:
    """The telling words beside the mark."""
    before = [w for w in assertion.words if w.end <= mark.start and w.tells][-_REACH:]
    after = [w for w in assertion.words if w.start >= mark.end and w.tells][:_REACH]
    return frozenset(word.stem for word in (*before, *after))


def _conflict(pool: Pool, unknown: Assertion, mark: Span, telling: list[Place]) -> Found:
    text = pool.readings[unknown.article].article.text
    printed = mark.words_in(text)
    told = telling[0].cite.span.words_in(pool.readings[telling[0].assertion.article].article.text)
    sides = (
        FoundSide(value=printed, places=(whole(unknown),)),
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
