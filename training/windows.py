"""Examples become padded windows of pieces, ready for the network.

Comes in:   prepared `Example`s.
Goes out:   batches of torch tensors; spans of relations and sentences are given in pieces of the window.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from training.data import IGNORED, Example, entity_tags, piece_span, pos_tags, role_spans, tagged

CLS, SEP = 101, 102
Pointer = tuple[int, int, int, int]
"""Pieces [first, last + 1) of a window that seek, and the pieces [first, last + 1) that they seek, empty for
none."""


@dataclass(slots=True, eq=False)
class Window:
    """Pieces [start, end) of one example with their targets (positions shifted by one for the first mark)."""

    example: Example
    start: int
    end: int
    role: NDArray[np.int64]
    entity: NDArray[np.int64]
    pos: NDArray[np.int64]
    pointers: tuple[Sequence[Pointer], ...] = ((), (), ())
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
            self._point(window)
        inside = [i for i, (s, e) in enumerate(self.sentences) if a <= s < e <= b]
        window.sentences = [(self.sentences[i][0] - a + 1, self.sentences[i][1] - a + 1) for i in inside]
        if self.vectors is not None:
            window.vectors = self.vectors[inside]
        return window

    def _point(self, window: Window) -> None:
        """What content seeks as its cue, cue as its source, content as its source, where both are inside."""
        pieces, a, b = self.example.pieces, window.start, window.end
        assert self.relations is not None
        shift = lambda span: (span[0] - a + 1, span[1] - a + 1)  # noqa: E731
        inside = lambda span: a <= span[0] < span[1] <= b  # noqa: E731
        to_cue: list[Pointer] = []
        to_source: list[Pointer] = []
        past_cue: list[Pointer] = []
        for relation in self.relations:
            cue = piece_span(pieces, relation.cue)
            contents = [c for c in (piece_span(pieces, c) for c in relation.contents) if inside(c)]
            if inside(cue):
                to_cue += [(*shift(content), *shift(cue)) for content in contents]
            if relation.source is None:
                source = (0, 0)
            elif inside(span := piece_span(pieces, relation.source)):
                source = shift(span)
            else:
                continue
            past_cue += [(*shift(content), *source) for content in contents]
            if inside(cue):
                to_source.append((*shift(cue), *source))
        window.pointers = (to_cue, to_source, past_cue)


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


def pointer_batch(windows: list[Window], which: int, device: str) -> tuple[Tensor, Tensor] | None:
    """Which (window, piece) seek, (n, 2), and what of its window is right, or none, (n, pieces + 1)."""
    width = max(w.end - w.start for w in windows) + 2
    seeking: list[tuple[int, int]] = []
    right: list[NDArray[np.bool_]] = []
    for i, w in enumerate(windows):
        for first, last, low, high in w.pointers[which]:
            row = np.zeros(width + 1, bool)
            row[low:high] = True
            row[width] = low == high
            seeking += [(i, at) for at in range(first, last)]
            right += [row] * (last - first)
    if not seeking:
        return None
    return torch.tensor(seeking, device=device), torch.from_numpy(np.stack(right)).to(device)
