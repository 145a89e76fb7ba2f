"""The room's door."""

from __future__ import annotations

from collections.abc import Sequence

from tellings.dossier import Story
from tellings.records import Compared, SetAside


def tell(story: Compared, *, set_aside: Sequence[SetAside] = ()) -> Story:
    """To be filled in."""
    raise NotImplementedError
