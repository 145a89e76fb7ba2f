"""How much `collect` reads, and how far it goes for an address.

Comes in:   nothing; these are the defaults.
Goes out:   `Rules`, one frozen record that every reader and fetcher of this room is given.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Resolve = Callable[[str, int], list[str]]
"""Host name and port in, IP addresses out; raises `OSError` when the name is unknown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """Bounds in bytes, seconds and counts."""

    max_bytes: int = 20_000_000
    """The largest file, line of a .jsonl, or (decompressed) page that is read."""
    connect_seconds: float = 10.0
    total_seconds: float = 30.0
    """Wall clock for one address, redirects and robots.txt included."""
    max_redirects: int = 5
    at_once: int = 4
    """How many addresses are fetched at the same time."""
    user_agent: str = "tellings/0.1"
    also_allow: tuple[str, ...] = ()
    """Networks ("192.168.7.0/24") that may be fetched from although they are not public."""
    resolve: Resolve | None = None
    """How host names are looked up; None asks the operating system."""


DEFAULT_RULES = Rules()
