"""A few at a time.

Comes in:   items, one after another, that may take long to come.
Goes out:   lists of them, in order: as many as came within a moment, so that quick items share a transaction
            and slow ones do not wait for one another.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")


def bunches(items: Iterable[T], *, most: int, seconds: float) -> Iterator[list[T]]:
    """Lists of at most so many items; one that took this long is handed on at once."""
    bunch: list[T] = []
    begun = time.monotonic()
    for item in items:
        bunch.append(item)
        if len(bunch) >= most or time.monotonic() - begun >= seconds:
            yield bunch
            bunch, begun = [], time.monotonic()
    if bunch:
        yield bunch
