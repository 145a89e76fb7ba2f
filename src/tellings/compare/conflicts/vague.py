"""Vague numbers: "dozens", "scores of others".

Comes in:   `Figure`s.
Goes out:   whether a figure is vague, and whether it can be meant of a number: "scores" of 53, not of 600.
"""

from __future__ import annotations

from tellings.compare.conflicts.figures import Figure
from tellings.compare.conflicts.scopes import figure_of
from tellings.languages.en.numbers import PLURAL_NUMBERS

_VAGUE = frozenset((*PLURAL_NUMBERS, "several", "tens"))
_ROUNDING = 0.9
_FARTHEST = 5.0
"""So many times its least a vague word still tells: five hundred are no "dozens"."""


def is_vague(figure: Figure) -> bool:
    """ "dozens of divers"."""
    return figure.printed.split()[0].lower() in _VAGUE


def may_be_meant(one: Figure, other: Figure) -> bool:
    """Whether one of two figures is vague and covers the other."""
    return any(is_vague(vague) and _covers(vague, exact) for vague, exact in ((one, other), (other, one)))


def _covers(vague: Figure, exact: Figure) -> bool:
    least, value = figure_of(vague.quantity), figure_of(exact.quantity)
    return bool(least and value and _ROUNDING * least <= value <= _FARTHEST * least)
