"""One figure, given plainly and with words that weigh on it.

Comes in:   the quantities read in a story.
Goes out:   a `Concept` for each figure of several articles that they lead in with different words ("2,000
            homes", "some 2,000 homes", "more than 2,000 homes").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from tellings.compare.assertions import Pool
from tellings.compare.naming.uses import Concept, Use
from tellings.records import Quantity, Span

_LEAST = 10


def find_weighed_figures(pool: Pool) -> Iterator[Concept]:
    """Concepts of figures."""
    uses: dict[tuple[float, str, str], dict[tuple[int, Span], Use]] = defaultdict(dict)
    weighed: dict[tuple[float, str, str], set[tuple[bool, bool, bool]]] = defaultdict(set)
    of_article: dict[int, list[Span]] = defaultdict(list)
    for assertion in pool.assertions:
        of_article[assertion.article].append(assertion.cite.span)
    for number, reading in enumerate(pool.readings):
        for quantity in reading.quantities:
            value = quantity.low if quantity.low is not None else quantity.high
            told = any(span.covers(quantity.span) for span in of_article[number])
            if value is None or value < _LEAST or not told or quantity.unit == "year-old":
                continue
            key = (value, quantity.unit, quantity.counted)
            use = Use(quantity.span.words_in(reading.article.text), number, quantity.span)
            uses[key][number, quantity.span] = use
            weighed[key].add(_weight(quantity))
    for key, found in uses.items():
        if len(weighed[key]) > 1:
            printed = tuple(found.values())
            yield Concept(label=min((use.name for use in printed), key=len), uses=printed, interest=0.7)


def _weight(quantity: Quantity) -> tuple[bool, bool, bool]:
    """Whether it is open below, open above, or rough."""
    return quantity.low is None, quantity.high is None, quantity.approximate
