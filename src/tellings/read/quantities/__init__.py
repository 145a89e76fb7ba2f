"""Quantities of a text: counts, measures, sums of money, shares and ages, with their bounds.

Comes in:   a text and its sentences.
Goes out:   `Quantity` records in order of place.
"""

from tellings.read.quantities.find import find_quantities

__all__ = ["find_quantities"]
