"""What the machine gives the program.

Comes in:   nothing.
Goes out:   how many cores may be used.
"""

from __future__ import annotations

import os


def cores() -> int:
    """How many cores this process may use."""
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed else os.cpu_count() or 1
