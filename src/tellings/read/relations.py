"""Spans become attribution relations.

Comes in:   source, cue and content spans of one text, and the scorers that pair them.
Goes out:   relations: each cue with the source it names and the contents it introduces.

Every relation of the training corpus has exactly one cue, so the cue is the centre: a content belongs to
the cue that it scores highest with, and a cue takes the source it scores highest with, or none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tellings.read.pairing import Landscape, PieceSpan, Scorer

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tellings.read.spans import TaggedSpan

REACH = 300
"""How many pieces apart two spans of one relation may be."""
GIVE_UP = 3.0
"""How much score a content may lose when it goes to a cue that would have none otherwise."""


@dataclass(frozen=True, slots=True)
class PieceRelation:
    """One attribution relation in pieces."""

    cue: PieceSpan
    source: PieceSpan | None
    contents: tuple[PieceSpan, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Choice:
    """The spans from place `low` on that one span may go with, and the features and score of each pair."""

    low: int
    features: NDArray[np.float32]
    scores: NDArray[np.float32]

    @property
    def best(self) -> int:
        """The place of the span that scores highest."""
        return self.low + int(self.scores.argmax())

    def loss(self, place: int) -> float | None:
        """How much less than the best the span at `place` scores; None when it is out of reach."""
        at = place - self.low
        return float(self.scores.max() - self.scores[at]) if 0 <= at < len(self.scores) else None


def choices(
    seeking: list[PieceSpan], sought: list[PieceSpan], role: int, land: Landscape, scorer: Scorer | None
) -> list[Choice | None]:
    """For each seeking span what it may go with, None where nothing is in reach.

    `role` is the link role of the seeking spans; without a scorer all scores are 0.
    """
    if not seeking or not sought:
        return [None] * len(seeking)
    near, starts = np.array(sought), np.array([start for start, _ in sought])
    queries, keys = land.vectors(seeking, role), land.vectors(sought, role + 1)
    found: list[Choice | None] = []
    for span, query in zip(seeking, queries, strict=True):
        low, high = np.searchsorted(starts, (span[0] - REACH, span[1] + REACH)).tolist()
        if low == high:
            found.append(None)
            continue
        features = land.features(span, near[low:high], keys[low:high] @ query)
        scores = scorer.scores(features) if scorer else np.zeros(high - low, np.float32)
        found.append(Choice(low, features, scores))
    return found


def relate(
    spans: list[TaggedSpan], land: Landscape, for_cues: Scorer, for_sources: Scorer
) -> list[PieceRelation]:
    """The relations among source (0), cue (1) and content (2) spans."""
    sources, cues, contents = by_role(spans)
    wishes = choices(contents, cues, 0, land, for_cues)
    taken: list[list[int]] = [[] for _ in cues]
    for at, wish in enumerate(wishes):
        if wish is not None:
            taken[wish.best].append(at)
    for place in range(len(cues)):
        if not taken[place]:
            _claim(place, wishes, taken)
    named = choices(cues, sources, 2, land, for_sources)
    relations = []
    for cue, own, choice in zip(cues, taken, named, strict=True):
        if own:
            known = choice is not None and float(choice.scores.max()) > for_sources.none
            source = sources[choice.best] if choice is not None and known else None
            relations.append(PieceRelation(cue, source, tuple(contents[at] for at in sorted(own))))
    return relations


def by_role(spans: list[TaggedSpan]) -> tuple[list[PieceSpan], list[PieceSpan], list[PieceSpan]]:
    """Sources, cues, contents."""
    sources, cues, contents = ([(a, b) for a, b, kind in spans if kind == role] for role in range(3))
    return sources, cues, contents


def _claim(place: int, wishes: list[Choice | None], taken: list[list[int]]) -> None:
    """A cue without content takes the one that loses least by it, of a cue that keeps another."""
    best: tuple[float, int, int] | None = None
    for at, wish in enumerate(wishes):
        loss = wish.loss(place) if wish is not None else None
        if wish is None or loss is None or loss > GIVE_UP:
            continue
        owner = wish.best
        if at in taken[owner] and len(taken[owner]) > 1 and (best is None or loss < best[0]):
            best = (loss, at, owner)
    if best is not None:
        taken[best[2]].remove(best[1])
        taken[place].append(best[1])
