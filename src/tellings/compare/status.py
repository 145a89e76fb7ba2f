"""Which claims are disputed, and which have changed.

Comes in:   claims and conflicts of a story.
Goes out:   the claims, with the status that the conflicts give them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tellings.records import Cite, Claim, ClaimStatus, Conflict


def with_status(claims: Sequence[Claim], conflicts: Iterable[Conflict]) -> tuple[Claim, ...]:
    """A claim with a mention that stands on a side of a conflict is disputed; in an update it is changed.

    What is not comparable changes nothing, and a dispute outweighs a change.
    """
    marks: dict[Cite, ClaimStatus] = {}
    for conflict in conflicts:
        if conflict.nature == "different-scope":
            continue
        mark: ClaimStatus = "changed" if conflict.nature == "update" else "disputed"
        for side in conflict.sides:
            for cite in side.mentions:
                if marks.get(cite) != "disputed":
                    marks[cite] = mark
    return tuple(replace(claim, status=_status(claim, marks)) for claim in claims)


def _status(claim: Claim, marks: dict[Cite, ClaimStatus]) -> ClaimStatus:
    found = {marks[mention.cite] for mention in claim.mentions if mention.cite in marks}
    if "disputed" in found:
        return "disputed"
    return "changed" if "changed" in found else claim.status
