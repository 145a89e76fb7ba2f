"""Names in two spellings, for the list of names.

Comes in:   the assertions of a story and who tells the same as whom.
Goes out:   a `Concept` for each name that is printed in two spellings.
"""

from __future__ import annotations

from collections.abc import Iterator

from tellings.compare.assertions import Pool
from tellings.compare.conflicts.found import Neighbours
from tellings.compare.conflicts.spellings import find_spellings
from tellings.compare.naming.uses import Concept, Use
from tellings.records import Span


def find_spelled_names(pool: Pool, neighbours: Neighbours) -> Iterator[Concept]:
    """Concepts of names in two spellings."""
    for found in find_spellings(pool, neighbours):
        uses = []
        for side in found.sides:
            for place in side.places:
                text = pool.readings[place.assertion.article].article.text
                start = text.find(side.value, place.cite.span.start, place.cite.span.end)
                if start >= 0:
                    span = Span(start, start + len(side.value))
                    uses.append(Use(side.value, place.assertion.article, span))
        yield Concept(label=found.sides[0].value, uses=tuple(uses), interest=1.0, proper=True)
