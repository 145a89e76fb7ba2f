"""The reader's label sets.

Comes in:   nothing; these are definitions that training and running share.
Goes out:   tag names and sizes in the order of the network's outputs.
"""

from __future__ import annotations

from tellings.records import EntityType

ROLES = ("source", "cue", "content")
"""Roles of an attribution relation. Role tags: 0 is O, then B and I of each role in this order."""

ENTITY_TYPES: tuple[EntityType, ...] = (
    "person",
    "organisation",
    "place",
    "nationality",
    "event",
    "date",
    "quantity",
    "other",
)
"""Entity tags are laid out like the role tags."""

ROLE_TAGS = 1 + 2 * len(ROLES)
ENTITY_TAGS = 1 + 2 * len(ENTITY_TYPES)
LINK = 64
"""Length of a piece's vector in each of the link roles."""
POINTERS = ("cue of content", "source of cue", "source of content")
"""What points at what. For each in turn a piece has LINK numbers as one that seeks, then LINK as one that is
sought; behind them all stands a score for pointing at nothing, one for each."""
LINK_WIDTH = len(POINTERS) * (2 * LINK + 1)
HIDDEN = 384
