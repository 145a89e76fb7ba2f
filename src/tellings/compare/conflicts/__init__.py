"""Where the accounts cannot all be true, where they changed, and what only looks like it.

Comes in:   the `Alignment` of a story's assertions.
Goes out:   `Conflict`s, the surest first, each with the reason why its sides can or cannot be compared.
Left open:  which side is right.
"""

from tellings.compare.conflicts.all import find_conflicts

__all__ = ["find_conflicts"]
