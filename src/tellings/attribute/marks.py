"""What the reader marked at a place of the text.

Comes in:   a reading's entities, or spans.
Goes out:   the type of the entity at a place, and whether a place lies in one of many spans.
"""

from __future__ import annotations

from bisect import bisect_left

from tellings.attribute.runs import Run
from tellings.attribute.words import Word
from tellings.records import Entity, Reading, Span

_TRIMMED_FROM = 2
"""Words of a person's name that a run of capitals is cut to."""


class Covers:
    """Whether a place lies in one of many spans."""

    def __init__(self, spans: tuple[Span, ...]) -> None:
        self._spans = sorted(spans)
        self._starts = [span.start for span in self._spans]

    def at(self, span: Span) -> bool:
        before = bisect_left(self._starts, span.start + 1)
        return any(self._spans[at].covers(span) for at in range(max(0, before - 3), before))


class EntityKinds:
    """The type of the entity that a place lies in, as the reader tagged it."""

    def __init__(self, reading: Reading) -> None:
        self._entities = sorted(reading.entities, key=lambda entity: entity.span)
        self._starts = [entity.span.start for entity in self._entities]

    def trimmed(self, run: Run, words: list[Word]) -> Run:
        """A run cut to the person that the reader marked in it ("Marlow Tobias Hale Says"), if two words."""
        span = Span(words[run.name_at].start, words[run.last].end)
        entity = self._best(span)
        if entity is None or entity.type != "person" or entity.span.covers(span):
            return run
        inner = [at for at in range(run.name_at, run.last + 1) if entity.span.overlaps(words[at].span)]
        if len(inner) < _TRIMMED_FROM or len(words[inner[-1]].text) == 1:
            return run  # no name ends in an initial: "Joseph R." goes on
        return Run(run.first, inner[0], inner[-1])

    def at(self, span: Span) -> str | None:
        """The type of the entity that shares most with `span`, or None."""
        entity = self._best(span)
        return entity.type if entity is not None else None

    def _best(self, span: Span) -> Entity | None:
        before = bisect_left(self._starts, span.end)
        best, shared = None, 0
        for entity in self._entities[max(0, before - 4) : before]:
            common = min(entity.span.end, span.end) - max(entity.span.start, span.start)
            if common > shared:
                best, shared = entity, common
        return best
