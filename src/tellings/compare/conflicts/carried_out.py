"""Plans that were carried out.

Comes in:   the `Alignment` of a story's wordings.
Goes out:   updates: "the jury was scheduled to begin hearing evidence" in one article, and in one of a later
            day, in a sentence that tells the same otherwise, that it "began hearing evidence".
Left out:   what the later article only describes ("a kiosk staffed by volunteers"), what is denied, and deeds
            that have no noun in common behind the verb.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tellings.compare.assertions import Assertion
from tellings.compare.classes import Classes
from tellings.compare.conflicts.found import Found, FoundSide, listed, whole
from tellings.compare.conflicts.polarity import is_negator
from tellings.compare.nodes import Nodes
from tellings.compare.scorer import Alignment
from tellings.compare.words import Word
from tellings.languages.en.calendar import LOOKING_BACK
from tellings.languages.en.cues import FINITE_HELPERS
from tellings.languages.en.undoing import AHEAD, WILL
from tellings.records import Span

_SAME = 0.45
_BEFORE, _RIGHT_BEFORE = 7, 3
_ISO_DAY = len("2031-05-04")
_AHEAD, _WILL = frozenset(AHEAD), frozenset(WILL)
_BACK = frozenset(LOOKING_BACK)
_HAVE = frozenset(("had", "has", "have"))
_NOT_DONE = frozenset((*FINITE_HELPERS, "be", "being", "to")) - _HAVE - {"that"}


@dataclass(frozen=True, slots=True)
class _Deed:
    """A verb with the nouns behind it, and the words from what leads to it."""

    span: Span
    about: frozenset[str]


def find_carried_out(alignment: Alignment, classes: Classes) -> Iterator[Found]:
    """One update for a verb at most."""
    nodes, pairs = alignment.nodes, alignment.pairs
    told: set[str] = set()
    for row in (alignment.same >= _SAME).nonzero()[0].tolist():
        for one, other in ((pairs.left[row], pairs.right[row]), (pairs.right[row], pairs.left[row])):
            before, after = nodes.first[int(one)], nodes.first[int(other)]
            if not _is_days_later(nodes, after, before):
                continue
            plans, deeds = _plans(before, classes), _deeds(after, classes)
            done = [root for root in plans.keys() & deeds.keys() if plans[root].about & deeds[root].about]
            for root in sorted(set(done) - told):
                told.add(root)
                yield _update(nodes, int(one), plans[root], int(other), deeds[root])


def _is_days_later(nodes: Nodes, late: Assertion, early: Assertion) -> bool:
    days = (nodes.pool.readings[a.article].article.published or "" for a in (late, early))
    after, before = (day[:_ISO_DAY] for day in days)
    return bool(before) and after > before


def _plans(assertion: Assertion, classes: Classes) -> dict[str, _Deed]:
    """By its root, each verb that lies ahead: "was scheduled to begin", "will begin"."""
    words = assertion.words
    found = {}
    for place, word in enumerate(words):
        first = max(0, place - _BEFORE)
        leading = [n for n in range(first, place) if _leads_ahead(assertion, n, place, classes)]
        if leading and _is_verb(assertion, place, classes):
            span = Span(words[leading[0]].start, word.end)
            found[word.root] = _Deed(span, _about(assertion, word, classes))
    return found


def _leads_ahead(assertion: Assertion, leading: int, verb: int, classes: Classes) -> bool:
    """Whether a word makes a verb behind it lie ahead: "scheduled … to begin", "will begin", no noun."""
    words = assertion.words
    low = words[leading].lower
    if low in _WILL:
        return verb - leading <= _RIGHT_BEFORE
    right_before = [word.lower for word in words[max(leading, verb - 2) : verb]]
    return low in _AHEAD and "to" in right_before and classes.of(assertion, words[leading]) != "noun"


def _deeds(assertion: Assertion, classes: Classes) -> dict[str, _Deed]:
    """By its root, each verb that is told as done: "began", "has begun"."""
    words = assertion.words
    found = {}
    for place, word in enumerate(words):
        near = {other.lower for other in words[max(0, place - _RIGHT_BEFORE) : place]}
        is_past = word.lower in _BACK or word.lower.endswith("ed") or bool(near & _HAVE)
        by = place + 1 < len(words) and words[place + 1].lower == "by"
        if is_past and not by and not near & _NOT_DONE and _is_verb(assertion, place, classes):
            found[word.root] = _Deed(Span(word.start, word.end), _about(assertion, word, classes))
    return found


def _is_verb(assertion: Assertion, place: int, classes: Classes) -> bool:
    """Whether a word is a verb that nothing before it denies."""
    words = assertion.words
    before = words[max(0, place - _BEFORE) : place]
    return (
        words[place].tells
        and classes.of(assertion, words[place]) == "verb"
        and not any(is_negator(word.lower) for word in before)
    )


def _about(assertion: Assertion, verb: Word, classes: Classes) -> frozenset[str]:
    """The stems of the nouns and names behind a verb."""
    return frozenset(
        word.stem
        for word in assertion.words
        if word.start > verb.start and word.tells and classes.of(assertion, word) in ("noun", "name")
    )


def _update(nodes: Nodes, before: int, plan: _Deed, after: int, deed: _Deed) -> Found:
    sides = tuple(
        FoundSide(
            value=" ".join(
                told.span.words_in(nodes.pool.readings[nodes.first[node].article].article.text).split()
            ),
            places=tuple(whole(twin) for twin in nodes.twins[node]),
        )
        for node, told in ((before, plan), (after, deed))
    )
    return Found(
        kind="other",
        nature="update",
        reason=f"what was planned was done later: {listed(side.value for side in sides)}",
        confidence=0.55,
        sides=sides,
    )
