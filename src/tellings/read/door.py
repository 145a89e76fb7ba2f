"""The room's door."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from tellings.records import Article, Reading


def read(
    articles: Iterable[Article], *, on_progress: Callable[[str, int, int], None] | None = None
) -> Iterator[Reading]:
    """To be filled in."""
    raise NotImplementedError
