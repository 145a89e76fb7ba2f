"""Entity tags become named things in characters.

Comes in:   pieces and the network's entity tags.
Goes out:   `Entity` records in order of place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tellings.read.labels import ENTITY_TYPES
from tellings.read.spans import tagged_spans
from tellings.records import Entity, Span

if TYPE_CHECKING:
    from tellings.read.model import Outputs
    from tellings.read.pieces import Pieces


def find_entities(pieces: Pieces, outputs: Outputs) -> tuple[Entity, ...]:
    """Every named thing of a text, with its type."""
    return tuple(
        Entity(span=Span(int(pieces.starts[a]), int(pieces.ends[b - 1])), type=ENTITY_TYPES[kind])
        for a, b, kind in tagged_spans(outputs.entity, pieces.first)
    )
