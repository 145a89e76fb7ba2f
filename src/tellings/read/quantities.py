"""Quantities of a text: counts, measures, sums of money, ages, with their bounds.

Comes in:   a text and its sentences.
Goes out:   `Quantity` records in order of place.
"""

from __future__ import annotations

from collections.abc import Sequence

from tellings.records import Quantity, Sentence


def find_quantities(text: str, sentences: Sequence[Sentence]) -> tuple[Quantity, ...]:
    """To be filled in."""
    return ()
