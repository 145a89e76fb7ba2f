"""What rests on the text of an article alone is found once for all articles that print the text.

Comes in:   readings, and work to be done on each of them.
Goes out:   what the work gives for each reading. A thousand copies cost little more
            than one article.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

from tellings.records import Reading

T = TypeVar("T")


def once_a_text(
    readings: Sequence[Reading],
    work: Callable[[Reading], T],
    beside: Callable[[Reading], Hashable] = lambda reading: (),
) -> list[T]:
    """What `work` gives for each reading, done once for those that were read alike.

    Besides the text and what was read in it, the work may rest on `beside`, and on nothing else.
    """
    known: dict[Hashable, T] = {}
    found = []
    for reading in readings:
        key = (_as_read(reading), beside(reading))
        if key not in known:
            known[key] = work(reading)
        found.append(known[key])
    return found


def _as_read(reading: Reading) -> Hashable:
    article = reading.article
    return (
        article.text,
        article.title,
        reading.sentences,
        reading.entities,
        reading.dates,
        reading.attributions,
    )
