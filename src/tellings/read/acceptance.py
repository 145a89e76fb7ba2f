"""Whether a relation that was put together is one that a reader would mark.

Comes in:   the spans of a relation, and how clearly they were chosen for one another.
Goes out:   how probable it is that the relation is right.

Tags and pairing each settle one span; what speaks against a whole relation (a doubtful cue with a short
content, a source that was chosen for want of a better one) shows only when they are seen together.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tellings.read.spans import Candidate

_MARGIN = 6.0
"""How far a margin of a score counts, in either direction."""


class Chosen(NamedTuple):
    """How clearly one span was chosen: its score above that of none, and above that of the next best."""

    above_none: float
    above_next: float


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation as it was put together; `lines` are the line breaks within its contents, `quoted` the share
    of its contents that stands in quotation marks."""

    cue: Candidate
    source: Candidate | None
    contents: tuple[Candidate, ...]
    cue_chosen: tuple[Chosen, ...]
    source_chosen: Chosen
    quoted: float
    lines: int
    cues_within: int


@dataclass(frozen=True, slots=True)
class Acceptance:
    """A logistic model over `features`, and the probability from which on a relation is kept."""

    weights: Sequence[float]
    bias: float
    least: float

    def keeps(self, relation: Relation) -> bool:
        """Whether the relation is probable enough; a quotation was said by somebody and is always kept."""
        return relation.quoted > 0 or self.probability(relation) >= self.least

    def probability(self, relation: Relation) -> float:
        """How probable it is that the relation is right, 0..1."""
        score = self.bias + math.fsum(w * x for w, x in zip(self.weights, features(relation), strict=True))
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


def features(relation: Relation) -> list[float]:
    """What speaks for and against a relation, each number about 0..1."""
    cue, source, contents = relation.cue, relation.source, relation.contents
    sizes = [content.end - content.start for content in contents]
    size = sum(sizes)
    trust = math.fsum(c.trust * n for c, n in zip(contents, sizes, strict=True)) / size
    margins = [_bounded(chosen.above_none) for chosen in relation.cue_chosen]
    first = min(content.start for content in contents)
    apart = min(max(c.start - cue.end, cue.start - c.end, 0) for c in contents)
    return [
        trust,
        min(content.trust for content in contents),
        trust * cue.trust,
        math.log(size) / 4,
        float(size <= 2),
        float(size <= 4),
        float(len(contents) == 1),
        relation.quoted,
        (1 - relation.quoted) * math.log(size) / 4,
        cue.trust,
        float(cue.tagged),
        math.log(cue.end - cue.start),
        source.trust if source else 0.0,
        float(source is not None and source.tagged),
        float(source is not None),
        math.fsum(margins) / len(margins),
        min(margins),
        math.fsum(_bounded(chosen.above_next) for chosen in relation.cue_chosen) / len(margins),
        _bounded(relation.source_chosen.above_none),
        _bounded(relation.source_chosen.above_next),
        min(relation.cues_within, 3) / 3,
        float(any(content.start <= cue.start < content.end for content in contents)),
        min(relation.lines, 3) / 3,
        math.log1p(apart) / 4,
        float(cue.start < first),
    ]


def _bounded(margin: float) -> float:
    return max(-_MARGIN, min(_MARGIN, margin)) / _MARGIN
