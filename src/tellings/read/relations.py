"""Spans become attribution relations.

Comes in:   the tag scores and pointers of one text, and the scorers that pair spans.
Goes out:   relations: each cue with the source it names and the contents it introduces.

Every relation of the training corpus has exactly one cue, so the cue is the centre: a content belongs to
the cue that it scores highest with, and a cue takes the source it scores highest with, or none. Verbs of
doing that also tell, and sources far from their cue, are often tagged by halves; so whatever may be a cue
or a source is a candidate, and what points at it decides. A relation that is improbable as a whole is
left out.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tellings.read.acceptance import Acceptance, Chosen, Relation
from tellings.read.labels import ROLES
from tellings.read.pairing import Landscape, PieceSpan, Scorer, pair_features
from tellings.read.pointers import CUE_OF_CONTENT, SOURCE_OF_CONTENT, SOURCE_OF_CUE, Pointers
from tellings.read.spans import Candidate, candidates

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from tellings.read.pieces import Pieces

REACH = 300
"""How many pieces apart two spans of one relation may be."""
GIVE_UP = 3.0
"""How much score a content may lose when it goes to a cue that would have none otherwise."""
QUOTED = 6.0
"""How much less a content that stands in quotation marks may score with its cue: it was said by somebody."""
LEAST = {"source": 0.2, "cue": 0.15, "content": 1.0}
"""How probable the tags must at least make a span for it to be a candidate that they alone do not choose."""


_Wish = tuple[int, "NDArray[np.float32]"]
"""The first candidate in reach, and the scores of all in reach."""


@dataclass(frozen=True, slots=True)
class PieceRelation:
    """One attribution relation in pieces."""

    cue: PieceSpan
    source: PieceSpan | None
    contents: tuple[PieceSpan, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Choice:
    """The candidates from place `low` on that one span may go with, and the features of each pair."""

    low: int
    features: NDArray[np.float32]


class Spans:
    """The spans of one text that may stand in relations, and what speaks for each pair of them."""

    def __init__(self, pieces: Pieces, role: NDArray[np.float32], link: NDArray[np.floating]) -> None:
        self.sources, self.cues, contents = (
            candidates(role, pieces.first, kind, LEAST[name]) for kind, name in enumerate(ROLES)
        )
        self.contents = [c for c in contents if c.tagged]
        self._cue_starts = np.array([c.start for c in self.cues])
        self._source_starts = np.array([c.start for c in self.sources])
        self._land, self._pointers = Landscape(pieces), Pointers(link)

    def cues_for(self, content: Candidate) -> Choice | None:
        """The cues that a content may belong to; None when none is in reach."""
        low, high = _near(content.span, self._cue_starts)
        if low == high:
            return None
        near = self.cues[low:high]
        pointing = self._pointers.masses(content.span, near, CUE_OF_CONTENT)
        return Choice(low, self._features(content, near, pointing, _nothing(near)))

    def sources_for(self, cue: Candidate, contents: Sequence[Candidate]) -> Choice | None:
        """The sources that a cue with these contents may have; None when none is in reach."""
        low, high = _near(cue.span, self._source_starts)
        if low == high:
            return None
        near = self.sources[low:high]
        longest = max(contents, key=lambda c: c.end - c.start, default=None)
        pointing = self._pointers.masses(cue.span, near, SOURCE_OF_CUE)
        beside = self._pointers.masses(longest.span, near, SOURCE_OF_CONTENT) if longest else _nothing(near)
        return Choice(low, self._features(cue, near, pointing, beside))

    def is_quoted(self, content: Candidate) -> bool:
        """Whether a content stands in quotation marks for the most part."""
        return self._quoted_share([content]) > 0.6

    def seen_whole(
        self,
        cue: Candidate,
        source: Candidate | None,
        contents: Sequence[Candidate],
        cue_chosen: Sequence[Chosen],
        source_chosen: Chosen,
    ) -> Relation:
        """A relation with what is known of it as a whole."""
        within = sum(
            np.searchsorted(self._cue_starts, (c.start, c.end)) @ np.array((-1, 1)) for c in contents
        )
        first, last = min(c.start for c in contents), max(c.end for c in contents) - 1
        return Relation(
            cue,
            source,
            tuple(contents),
            tuple(cue_chosen),
            source_chosen,
            quoted=self._quoted_share(contents),
            lines=int(self._land.breaks[last] - self._land.breaks[first]),
            cues_within=int(within),
        )

    def _quoted_share(self, contents: Sequence[Candidate]) -> float:
        marked = sum(int(self._land.quote[c.start : c.end].sum()) for c in contents)
        return marked / sum(c.end - c.start for c in contents)

    def _features(
        self,
        seeking: Candidate,
        near: Sequence[Candidate],
        pointing: tuple[NDArray[np.float32], float],
        beside: tuple[NDArray[np.float32], float],
    ) -> NDArray[np.float32]:
        places = self._land.places(seeking.span, np.array([c.span for c in near]))
        return pair_features(places, pointing, beside, seeking.trust, near)


def relate(
    spans: Spans, for_cues: Scorer, for_sources: Scorer, acceptance: Acceptance | None = None
) -> list[PieceRelation]:
    """The relations among the spans of one text; those that `acceptance` does not keep are left out."""
    return [
        PieceRelation(
            whole.cue.span,
            whole.source.span if whole.source else None,
            tuple(content.span for content in whole.contents),
        )
        for whole in put_together(spans, for_cues, for_sources)
        if acceptance is None or acceptance.keeps(whole)
    ]


def put_together(spans: Spans, for_cues: Scorer, for_sources: Scorer) -> list[Relation]:
    """The likeliest relations among the spans of one text, each as a whole."""
    taken, wishes = _contents_of_cues(spans, for_cues)
    found = []
    for place, (cue, own) in enumerate(zip(spans.cues, taken, strict=True)):
        if own:
            contents = [spans.contents[at] for at in sorted(own)]
            source, chosen = _best(spans.sources_for(cue, contents), for_sources)
            named = spans.sources[source] if source is not None else None
            cue_chosen = [_chosen(wishes[at], place, for_cues.none) for at in sorted(own)]
            found.append(spans.seen_whole(cue, named, contents, cue_chosen, chosen))
    return found


def _contents_of_cues(spans: Spans, scorer: Scorer) -> tuple[list[list[int]], list[_Wish | None]]:
    """For each cue the places of its contents, and for each content how it scores with each cue."""
    taken: list[list[int]] = [[] for _ in spans.cues]
    wishes: list[_Wish | None] = []
    for at, content in enumerate(spans.contents):
        choice = spans.cues_for(content)
        scores = scorer.scores(choice.features) if choice else None
        wishes.append((choice.low, scores) if choice and scores is not None else None)
        if choice and scores is not None and scores.max() > scorer.none - QUOTED * spans.is_quoted(content):
            taken[choice.low + int(scores.argmax())].append(at)
    starts, ends = [c.start for c in spans.contents], [c.end for c in spans.contents]
    for place, cue in enumerate(spans.cues):
        if cue.tagged and not taken[place]:
            near = range(bisect_left(ends, cue.start - REACH), bisect_right(starts, cue.start + REACH))
            _claim(place, near, wishes, taken)
    return taken, wishes


def _claim(
    place: int,
    contents: range,
    wishes: list[_Wish | None],
    taken: list[list[int]],
) -> None:
    """A cue without content takes the one near it that loses least by it, of a cue that keeps another."""
    best: tuple[float, int, int] | None = None
    for at in contents:
        wish = wishes[at]
        if wish is None or not 0 <= place - wish[0] < len(wish[1]):
            continue
        low, scores = wish
        loss, owner = float(scores.max() - scores[place - low]), low + int(scores.argmax())
        if loss > GIVE_UP or at not in taken[owner] or len(taken[owner]) < 2:
            continue
        if best is None or loss < best[0]:
            best = (loss, at, owner)
    if best is not None:
        taken[best[2]].remove(best[1])
        taken[place].append(best[1])


def _best(choice: Choice | None, scorer: Scorer) -> tuple[int | None, Chosen]:
    """The place of the candidate that scores highest, None when it scores below none; and how clearly."""
    if choice is None:
        return None, Chosen(-math.inf, 0.0)
    scores = scorer.scores(choice.features)
    best = int(scores.argmax())
    chosen = _chosen((choice.low, scores), choice.low + best, scorer.none)
    return (choice.low + best if chosen.above_none > 0 else None), chosen


def _chosen(wish: _Wish | None, place: int, none: float) -> Chosen:
    """How clearly the scores of a wish speak for the candidate at `place`."""
    if wish is None:
        return Chosen(-math.inf, -math.inf)
    low, scores = wish
    own = float(scores[place - low])
    others = np.delete(scores, place - low)
    return Chosen(own - none, own - float(others.max()) if len(others) else math.inf)


def _near(span: PieceSpan, starts: NDArray[np.int64]) -> tuple[int, int]:
    """The first, and the last + 1, of the spans that start within reach."""
    low, high = np.searchsorted(starts, (span[0] - REACH, span[1] + REACH)).tolist()
    return low, high


def _nothing(sought: Sequence[Candidate]) -> tuple[NDArray[np.float32], float]:
    return np.zeros(len(sought), np.float32), 0.0
