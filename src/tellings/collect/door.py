"""Sources in, a `Collection` out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from tellings.records import Article, Collection


def collect(
    sources: Sequence[str | Path | Article],
    *,
    on_progress: Callable[[str, int, int], None] | None = None,
) -> Collection:
    """Every article that the sources hold."""
    raise NotImplementedError
