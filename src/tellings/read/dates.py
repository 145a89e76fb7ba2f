"""Dates that a text gives, resolved to a day, a month or a year.

Comes in:   a text, its sentences, and the day of its publication if that is known.
Goes out:   `Date`s in order of place.
"""

from __future__ import annotations

from collections.abc import Sequence

from tellings.records import Date, Sentence


def find_dates(
    text: str, sentences: Sequence[Sentence], published: str | None, *, anchor: str | None = None
) -> tuple[Date, ...]:
    """To be filled in."""
    return ()
