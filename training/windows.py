"""Examples become padded windows of pieces, ready for the network.

Comes in:   prepared `Example`s.
Goes out:   batches of torch tensors; spans of relations and sentences are given in pieces of the window.
"""

from __future__ import annotations

import itertools
import random
from dataclasses import dataclass, field

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from training.data import IGNORED, Example, entity_tags, piece_span, pos_tags, role_spans, tagged
from training.geometry import PAIR_FEATURES, link_features

CLS, SEP, PAD = 101, 102, 0
Pairs = tuple[list[tuple[int, int]], list[tuple[int, int]], list[int], NDArray[np.float32]]
"""Seeking spans, sought spans, the index sought for each seeking span (-1: none), pair features."""


@dataclass(slots=True, eq=False)
class Window:
    """Pieces [start, end) of one example with their targets (positions shifted by one for the first mark)."""

    example: Example
    start: int
    end: int
    role: NDArray[np.int64]
    entity: NDArray[np.int64]
    pos: NDArray[np.int64]
    cues: Pairs | None = None
    sources: Pairs | None = None
    sentences: list[tuple[int, int]] = field(default_factory=list)
    vectors: NDArray[np.float32] | None = None


class Targets:
    """The targets of one example, computed once."""

    def __init__(self, example: Example, version: int = 0) -> None:
        self.example = example
        n = len(example.pieces)
        empty = np.full(n, IGNORED, dtype=np.int64)
        self.relations = example.versions[version % len(example.versions)] if example.versions else None
        self.role = (
            tagged(example.pieces, role_spans(self.relations)) if self.relations is not None else empty
        )
        self.entity = entity_tags(example) if example.entities is not None else empty
        self.pos = pos_tags(example) if example.pos is not None else empty
        self.breaks = np.cumsum(example.pieces.gap == 2)
        self.sentences = [piece_span(example.pieces, s) for s in example.sentences]
        self.vectors: NDArray[np.float32] | None = None

    def windows(self, length: int, offset: int) -> list[Window]:
        """Windows of at most `length` pieces, the first one `offset` long if that is > 0."""
        n = len(self.example.pieces)
        edges = sorted({0, *range(offset if 0 < offset < n else 0, n, length), n})
        return [self.window(a, b) for a, b in itertools.pairwise(edges) if b - a >= 8]

    def window(self, a: int, b: int) -> Window:
        window = Window(self.example, a, b, self.role[a:b], self.entity[a:b], self.pos[a:b])
        if self.relations is not None:
            self._pair(window)
        inside = [i for i, (s, e) in enumerate(self.sentences) if a <= s < e <= b]
        window.sentences = [(self.sentences[i][0] - a + 1, self.sentences[i][1] - a + 1) for i in inside]
        if self.vectors is not None:
            window.vectors = self.vectors[inside]
        return window

    def _pair(self, window: Window) -> None:
        pieces, a, b = self.example.pieces, window.start, window.end
        assert self.relations is not None
        inside = []
        for relation in self.relations:
            cue = piece_span(pieces, relation.cue)
            source = piece_span(pieces, relation.source) if relation.source else None
            contents = [piece_span(pieces, c) for c in relation.contents]
            spans = [cue, *contents, *([source] if source else [])]
            if all(a <= s < e <= b for s, e in spans):
                inside.append((cue, source, contents))
        if not inside:
            return
        cues = sorted({cue for cue, _, _ in inside})
        sources = sorted({source for _, source, _ in inside if source})
        seeking = [(content, cues.index(cue)) for cue, _, contents in inside for content in contents]
        window.cues = self._pairs([c for c, _ in seeking], cues, [i for _, i in seeking], a)
        if sources:
            wanted = [sources.index(source) if source else -1 for _, source, _ in inside]
            window.sources = self._pairs([cue for cue, _, _ in inside], sources, wanted, a)

    def _pairs(
        self, seeking: list[tuple[int, int]], sought: list[tuple[int, int]], wanted: list[int], a: int
    ) -> Pairs:
        near = np.array(sought)
        features = np.stack([link_features(span, near, self.breaks) for span in seeking])
        shift = [(s - a + 1, e - a + 1) for s, e in seeking]
        return shift, [(s - a + 1, e - a + 1) for s, e in sought], wanted, features


def batch(windows: list[Window], device: str, capitals: float = 0.0) -> dict[str, Tensor]:
    """Padded tensors of some windows: inputs (batch, pieces) and targets of the same shape."""
    width = max(w.end - w.start for w in windows) + 2
    shape = (len(windows), width)
    out = {k: np.zeros(shape, dtype=np.int64) for k in ("ids", "mask", "shape", "gap", "quote")}
    for k in ("role", "entity", "pos"):
        out[k] = np.full(shape, IGNORED, dtype=np.int64)
    out["shape"][:] = 7
    for i, w in enumerate(windows):
        n, p = w.end - w.start, w.example.pieces
        out["ids"][i, 0], out["ids"][i, 1 : n + 1], out["ids"][i, n + 1] = CLS, p.ids[w.start : w.end], SEP
        out["mask"][i, : n + 2] = 1
        for k in ("shape", "gap", "quote"):
            out[k][i, 1 : n + 1] = getattr(p, k)[w.start : w.end]
        if random.random() < capitals:
            out["shape"][i] = np.where(out["shape"][i] < 4, random.choice((0, 2)), out["shape"][i])
        for k in ("role", "entity", "pos"):
            out[k][i, 1 : n + 1] = getattr(w, k)
    tensors = {k: torch.from_numpy(v).to(device) for k, v in out.items()}
    return tensors


def pair_batch(windows: list[Window], which: str, device: str) -> dict[str, Tensor] | None:
    """Padded: seeking (b, s, 2), sought (b, k, 2), wanted (b, s), features (b, s, k, f), real (b, k)."""
    given = [getattr(w, which) for w in windows]
    if not any(given):
        return None
    s = max(len(g[0]) for g in given if g)
    k = max(len(g[1]) for g in given if g)
    seeking, sought = np.zeros((len(given), s, 2), np.int64), np.zeros((len(given), k, 2), np.int64)
    wanted = np.full((len(given), s), IGNORED, np.int64)
    features = np.zeros((len(given), s, k, PAIR_FEATURES), np.float32)
    real = np.zeros((len(given), k), bool)
    for i, g in enumerate(given):
        if not g:
            continue
        a, b = len(g[0]), len(g[1])
        seeking[i, :a], sought[i, :b], real[i, :b] = g[0], g[1], True
        wanted[i, :a] = [k if index < 0 else index for index in g[2]]
        features[i, :a, :b] = g[3]
    made = {"seeking": seeking, "sought": sought, "wanted": wanted, "features": features, "real": real}
    return {name: torch.from_numpy(array).to(device) for name, array in made.items()}


def span_means(values: Tensor, spans: Tensor) -> Tensor:
    """Mean over pieces of each span: values (b, t, d), spans (b, s, 2) -> (b, s, d); empty spans give 0."""
    sums = torch.cat([values.new_zeros(values.shape[0], 1, values.shape[2]), values.cumsum(1)], 1)
    pick = lambda at: sums.gather(1, at[..., None].expand(-1, -1, values.shape[2]))  # noqa: E731
    length = (spans[..., 1] - spans[..., 0]).clamp(min=1)[..., None]
    return (pick(spans[..., 1]) - pick(spans[..., 0])) / length
