"""The room's door."""

from __future__ import annotations

from collections.abc import Sequence

from tellings.records import Grouped, Reading


def group(readings: Sequence[Reading], *, one_story: bool = False) -> tuple[Grouped, ...]:
    """To be filled in."""
    raise NotImplementedError
