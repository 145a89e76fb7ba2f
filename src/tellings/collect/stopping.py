"""Ctrl-C and SIGTERM end long work between two items.

Comes in:   what to call when one of them arrives.
Goes out:   the same process, undisturbed: what is being done is finished. A second Ctrl-C interrupts at once.
"""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

_SIGNALS = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def stopping(stop: Callable[[], None]) -> Iterator[None]:
    """While it lasts, the first Ctrl-C or SIGTERM calls `stop`. For the main thread alone."""
    before = {number: signal.getsignal(number) for number in _SIGNALS}

    def on_signal(number: int, frame: FrameType | None) -> None:
        for each, handler in before.items():
            signal.signal(each, handler)
        stop()

    for each in _SIGNALS:
        signal.signal(each, on_signal)
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)
