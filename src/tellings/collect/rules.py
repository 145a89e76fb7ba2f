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
    pace_seconds: float = 1.0
    """Between two requests to one host, robots.txt aside; its own Crawl-delay counts where it is longer."""
    max_items: int = 2_000
    """The most items that are read of one feed."""
    max_linked: int = 200
    """The most pages that are fetched for one feed in one go."""
    max_inflation: int = 200
    """How many times its own size an archive may hold when unpacked."""
    user_agent: str = "tellings/0.1"
    also_allow: tuple[str, ...] = ()
    """Networks ("192.168.7.0/24") that may be fetched from although they are not public."""
    resolve: Resolve | None = None
    """How host names are looked up; None asks the operating system."""


DEFAULT_RULES = Rules()
