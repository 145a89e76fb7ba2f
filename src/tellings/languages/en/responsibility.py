"""How articles tell who says that an attack was theirs, and who sees no sign of it, as data.

Comes in:   nothing.
Goes out:   sorted tuples of lower-case words and phrases.
"""

from __future__ import annotations

# "The Red Hand claimed responsibility for the bombing": verbs, and what they claim.
CLAIMING: tuple[str, ...] = ("asserted", "asserts", "claim", "claimed", "claiming", "claims", "took")
CLAIMED: tuple[str, ...] = ("credit", "responsibility")

# "No group has claimed responsibility", "there was no immediate claim of responsibility": before both.
NOBODY: tuple[str, ...] = ("no", "nobody", "none", "not", "yet")

# "There is no evidence of ties to the group": what is not found, and whom it would lead to.
LEADING_TO: tuple[str, ...] = (
    "connection", "connections", "contact", "contacts", "evidence", "indication", "link", "linked", "links",
    "proof", "sign", "signs", "tie", "ties",
)  # fmt: skip
GROUPS: tuple[str, ...] = (
    "extremism", "extremist", "extremists", "group", "groups", "jihadist", "jihadists", "militant",
    "militants", "network", "networks", "organisation", "organisations", "organization", "organizations",
    "terror", "terrorism", "terrorist", "terrorists",
)  # fmt: skip

# "The sheriff called him a lone wolf".
ALONE: tuple[tuple[str, str], ...] = (
    ("acted", "alone"), ("acting", "alone"), ("lone", "attacker"), ("lone", "wolf"),
)  # fmt: skip
