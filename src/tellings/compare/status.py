"""Which claims are disputed, and which have changed.

Comes in:   claims and conflicts of a story.
Goes out:   the claims, with the status that the conflicts give them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tellings.records import Cite, Claim, ClaimStatus, Conflict

_ONE_NAME = 70
"""Per cent of the letters that two spellings of one name share at least."""


def with_status(claims: Sequence[Claim], conflicts: Iterable[Conflict]) -> tuple[Claim, ...]:
    """A claim with a mention that stands on a side of a conflict is disputed; in an update it is changed.

    What is not comparable changes nothing, nor does a name that some spell otherwise; a dispute outweighs a
    change.
    """
    marks: dict[Cite, ClaimStatus] = {}
    for conflict in conflicts:
        if conflict.nature == "different-scope" or only_respells(conflict):
            continue
        mark: ClaimStatus = "changed" if conflict.nature == "update" else "disputed"
        for side in conflict.sides:
            for cite in side.mentions:
                if marks.get(cite) != "disputed":
                    marks[cite] = mark
    return tuple(replace(claim, status=_status(claim, marks)) for claim in claims)


def only_respells(conflict: Conflict) -> bool:
    """Whether the sides are one name, spelled in several ways: nothing that is told is in dispute then."""
    from rapidfuzz import fuzz

    first, *others = (side.value.lower() for side in conflict.sides)
    names = conflict.kind in ("person", "place") or (
        conflict.kind == "wording"
        and all(word[0].isupper() for side in conflict.sides for word in side.value.split())
    )
    return names and all(fuzz.partial_ratio(first, other) >= _ONE_NAME for other in others)


def _status(claim: Claim, marks: dict[Cite, ClaimStatus]) -> ClaimStatus:
    found = {marks[mention.cite] for mention in claim.mentions if mention.cite in marks}
    if "disputed" in found:
        return "disputed"
    return "changed" if "changed" in found else claim.status
