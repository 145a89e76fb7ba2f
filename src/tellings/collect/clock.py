"""Time, as it is waited for and as it is written down.

Comes in:   nothing.
Goes out:   a `Clock`; the system's own, unless a test gives another.

Waiting and pacing use the monotonic clock, because that of the wall may be set forward or back at any moment.
"""

from __future__ import annotations

import asyncio
import threading
import time
from typing import Protocol


class Clock(Protocol):
    """What the program knows of time."""

    def now(self) -> float:
        """Seconds since 1970 by the clock on the wall; it may jump."""

    def monotonic(self) -> float:
        """Seconds since some moment; it only ever grows."""

    def wait(self, seconds: float, stopped: threading.Event) -> None:
        """Return after that many seconds, or as soon as `stopped` is set."""

    async def sleep(self, seconds: float) -> None:
        """The same in an event loop, not to be stopped."""


class SystemClock:
    """The clock of this machine."""

    def now(self) -> float:
        """Seconds since 1970."""
        return time.time()

    def monotonic(self) -> float:
        """Seconds since some moment."""
        return time.monotonic()

    def wait(self, seconds: float, stopped: threading.Event) -> None:
        """Return after that many seconds, or as soon as `stopped` is set."""
        stopped.wait(max(0.0, seconds))

    async def sleep(self, seconds: float) -> None:
        """Let the event loop go on for that many seconds."""
        await asyncio.sleep(max(0.0, seconds))


SYSTEM_CLOCK = SystemClock()
