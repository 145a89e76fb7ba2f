"""What became of those counted: the dead, the hurt, the missing.

Comes in:   the words within, after and before a count.
Goes out:   its role; whether it is a part of a whole; and the role that "the toll stood at" and "the number
            of missing fell to" give to the figure behind them.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from tellings.compare.words import Word
from tellings.languages.en.outcomes import (
    BRINGING,
    OUTCOMES,
    PART_WORDS,
    SEVERITY,
    TO_A_TOTAL,
    TOTAL_VERBS,
    TOTALS,
)

_LONGEST_TOTAL = 20
_ROLE_OF = {word: role for role, words in OUTCOMES.items() for word in words}


def names_a_role(word: str) -> bool:
    """Whether a lower-case word says what became of people."""
    return word in _ROLE_OF


def role_of(within: Sequence[Word], after: Sequence[Word], before: Sequence[Word]) -> tuple[str, bool]:
    """The role that the words beside a count give it, and whether they name how badly people are hurt.

    `before` runs from the count outwards.
    """
    for word in within:
        if word.lower in _ROLE_OF:
            return _ROLE_OF[word.lower], any(w.lower in SEVERITY for w in within)
    if before and before[0].lower in _ROLE_OF:
        return _ROLE_OF[before[0].lower], any(word.lower in SEVERITY for word in after[:3])
    for side in (after, before):
        roles = [
            (place, _ROLE_OF[word.lower])
            for place, word in enumerate(side)
            if word.lower in _ROLE_OF and (side is after or _ROLE_OF[word.lower] != "hospital")
        ]
        if roles:
            place, role = roles[0]
            joined = [r for p, r in roles[1:] if r != role and p - place <= 2 and side is after]
            severe = any(word.lower in SEVERITY for word in side[: place + 1])
            return "+".join(sorted({role, *joined})), severe
    return "", any(word.lower in SEVERITY for word in after)


def total_role(before: Sequence[Word]) -> str | None:
    """The role of a figure that words such as "the number of those killed in the fire stood at" lead to.

    `before` are the words of its sentence in front of it, in order. None where they lead to no total, ""
    where it is the total of something else ("the number of mills fell to").
    """
    nouns = [place for place, word in enumerate(before) if word.lower in TOTALS]
    between = before[nouns[-1] + 1 :] if nouns else ()
    if not 0 < len(between) <= _LONGEST_TOTAL:
        return None
    toll = before[nouns[-1]].lower == "toll"
    last, verbs = between[-1].lower, [word.lower in TOTAL_VERBS for word in between]
    at_once = toll and len(between) == 1 and last in TO_A_TOTAL
    if not (at_once or verbs[-1] or (last in TO_A_TOTAL and any(verbs)) or _brought(before, nouns[-1], last)):
        return None
    roles = [_ROLE_OF[word.lower] for word in between if word.lower in _ROLE_OF]
    named = roles[0] if roles and between[0].lower == "of" else ""
    return named or ("dead" if toll else "")


def _brought(before: Sequence[Word], noun: int, last: str) -> bool:
    """ "bringing the number of the dead to": the verb stands in front of the noun."""
    return last == "to" and any(word.lower in BRINGING for word in before[max(0, noun - 3) : noun])


def is_part(within: Sequence[Word], after: Sequence[Word], before: Sequence[Word]) -> bool:
    """Whether a count is of some among others: "four of whom", "including three children"."""
    beside = pairwise([*within, *after])
    of_them = any(one.lower == "of" and other.lower in PART_WORDS for one, other in beside)
    return of_them or any(word.lower in PART_WORDS for word in before[:3])
