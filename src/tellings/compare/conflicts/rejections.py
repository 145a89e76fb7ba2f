"""What somebody turns back in the next breath.

Comes in:   the `Nodes` of a story.
Goes out:   conflicts of position: "residents said the council knew of the leak", and right behind it "the
            council rejected that claim". What is turned back is the sentence before, or the nearest shortly
            before it that tells of a claim.
Left out:   claims told with their content ("rejected claims of fraud", see `hearsay`), and what is only
            tried or denied ("sought to dismiss", "did not dispute").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tellings.compare.assertions import Assertion
from tellings.compare.conflicts.found import Found, FoundSide, listed, whole
from tellings.compare.conflicts.polarity import is_negator
from tellings.compare.nodes import Nodes
from tellings.compare.words import Word
from tellings.languages.en.openers import PRONOUN_OPENERS
from tellings.languages.en.rejection import CLAIMING, MAY_POINT_BACK, POINTING_BACK, REJECTING, TURNED_BACK
from tellings.records import Span

_FARTHEST = 3
_LONGEST = 3
_BEFORE = 3
_LONGEST_VALUE = 110
_CLAIMING = frozenset(CLAIMING)
_POINTING = frozenset(POINTING_BACK)
_MAY_POINT = frozenset(MAY_POINT_BACK)
_PRONOUNS = frozenset(PRONOUN_OPENERS)
_REJECTING = frozenset(REJECTING)
_TURNED_BACK = frozenset(TURNED_BACK)
_TOLD_BEHIND = frozenset(("about", "against", "by", "from", "in", "made", "of", "on", "that"))


def find_rejections(nodes: Nodes) -> Iterator[Found]:
    """One conflict for each wording that turns something back."""
    assertions = nodes.pool.assertions
    for twins in nodes.twins:
        rejected = _rejected(twins[0].words)
        if rejected is None:
            continue
        span, sure = rejected
        claims = [_claim(assertions, twin, sure=sure) for twin in twins]
        told = [(twin, claim) for twin, claim in zip(twins, claims, strict=True) if claim is not None]
        if told:
            yield _conflict(nodes, told, span)


def _rejected(words: Sequence[Word]) -> tuple[Span, bool] | None:
    """The words "rejected that claim", and whether they surely point back."""
    for place, word in enumerate(words[:-2]):
        pointing = words[place + 1].lower
        if word.lower not in _REJECTING or pointing not in _POINTING | _MAY_POINT:
            continue
        before = [other.lower for other in words[max(0, place - _BEFORE) : place]]
        if "to" in before[-1:] or any(map(is_negator, before)):
            continue
        end = next(
            (n for n in range(place + 2, min(len(words), place + 2 + _LONGEST)) if _ends_here(words, n)), None
        )
        if end is not None:
            return Span(word.start, words[end].end), pointing in _POINTING
    return None


def _ends_here(words: Sequence[Word], place: int) -> bool:
    """Whether what is turned back is named here, and nothing told of what it says."""
    following = words[place + 1] if place + 1 < len(words) else None
    tells_more = (
        following is not None and following.start - words[place].end == 1 and following.lower in _TOLD_BEHIND
    )
    return words[place].lower in _TURNED_BACK and not tells_more


def _claim(assertions: Sequence[Assertion], rejection: Assertion, *, sure: bool) -> Assertion | None:
    """What is turned back: the nearest claim told shortly before, or just what stands before."""
    before = [
        other
        for other in assertions[max(0, rejection.index - 2 * _FARTHEST) : rejection.index]
        if other.article == rejection.article
        and not other.headline
        and rejection.sentence - other.sentence <= _FARTHEST
        and not _one_voice(other, rejection)
        and _rejected(other.words) is None
    ]
    claims = [other for other in before if any(word.lower in _CLAIMING for word in other.words)]
    last = [other for other in before if rejection.sentence - other.sentence <= 1]
    return next(iter((*reversed(claims), *(reversed(last) if sure else ()))), None)


def _with_opening(nodes: Nodes, claim: Assertion) -> Sequence[Assertion]:
    """The claim, and before it what its pronoun goes back to: "Protesters gathered … They argued that"."""
    before = nodes.pool.assertions[claim.index - 1] if claim.index else None
    if before is None or before.article != claim.article or claim.words[0].lower not in _PRONOUNS:
        return (claim,)
    return before, claim


def _one_voice(one: Assertion, other: Assertion) -> bool:
    mine, theirs = (a.statement.speaker if a.statement else None for a in (one, other))
    return mine is not None and mine == theirs


def _conflict(nodes: Nodes, told: Sequence[tuple[Assertion, Assertion]], span: Span) -> Found:
    rejection, claim = told[0]
    text = nodes.pool.readings[rejection.article].article.text
    claimed = " ".join(nodes.pool.words_of(claim).split())
    if len(claimed) > _LONGEST_VALUE:
        claimed = claimed[:_LONGEST_VALUE].rsplit(" ", 1)[0] + " …"
    sides = (
        FoundSide(
            value=claimed, places=tuple(whole(a) for _, claim in told for a in _with_opening(nodes, claim))
        ),
        FoundSide(value=" ".join(span.words_in(text).split()), places=tuple(whole(twin) for twin, _ in told)),
    )
    return Found(
        kind="position",
        nature="contradiction",
        reason=f"what some tell is turned back: {listed(side.value for side in sides)}",
        confidence=0.5,
        sides=sides,
    )
