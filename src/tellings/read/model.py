"""The learned reader: one pass of a small encoder over a whole text.

Comes in:   the pieces of a text, and which of them make up each of its sentences.
Goes out:   `Outputs`: for each piece scores of role and entity tags and link vectors, for each sentence the
            sum of its pieces' vector terms.

A text of any length is read in overlapping windows, one to each core at a time, so memory does not grow with
it beyond the outputs themselves; the vector terms, wider than all else, are summed as soon as they are there.
A window is read by itself, so what is found in it does not depend on what is read beside it.
"""

from __future__ import annotations

import json
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING, Any

import numpy as np

from tellings.models import model_file
from tellings.read.acceptance import Acceptance
from tellings.read.labels import ENTITY_TAGS, HIDDEN, LINK_WIDTH, ROLE_TAGS
from tellings.read.pairing import Scorer
from tellings.settings import cores

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tellings.read.pieces import Pieces

LENGTH = 254
"""Pieces in a window, its two end marks not counted."""
OVERLAP = 48
_CLS, _SEP = 101, 102
_MARK_SHAPE = 7


_Sums = tuple[int, "NDArray[np.float32]"]


@dataclass(frozen=True, slots=True, eq=False)
class Outputs:
    """What the network says of each piece of a text, and of its sentences.

    float32: scores of BIO tags in `role` (pieces, ROLE_TAGS) and `entity` (pieces, ENTITY_TAGS), and `sums`
    (sentences, HIDDEN), which made unit length are the sentences' vectors. float16: `link` (pieces,
    LINK_WIDTH), see `tellings.read.labels`.
    """

    role: NDArray[np.float32]
    entity: NDArray[np.float32]
    link: NDArray[np.float16]
    sums: NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Stretches:
    """The pieces of each sentence of a text, int64 (sentences,): the first, and the last + 1."""

    first: NDArray[np.int64]
    last: NDArray[np.int64]

    @classmethod
    def none(cls) -> Stretches:
        """Of no sentence."""
        return cls(np.zeros(0, np.int64), np.zeros(0, np.int64))

    def sums(self, low: int, high: int, terms: NDArray[np.float16]) -> tuple[int, NDArray[np.float32]]:
        """The first sentence with a piece in [low, high), and the sums of its and the next ones' terms."""
        start = int(np.searchsorted(self.last, low, side="right"))
        end = max(start, int(np.searchsorted(self.first, high, side="left")))
        sums = np.zeros((end - start, HIDDEN), np.float32)
        for row in range(start, end):
            a, b = max(int(self.first[row]), low) - low, min(int(self.last[row]), high) - low
            terms[a:b].sum(axis=0, dtype=np.float32, out=sums[row - start])
        return start, sums


@cache
def _session() -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.inter_op_num_threads = options.intra_op_num_threads = 1
    options.log_severity_level = 3
    path = str(model_file("reader.onnx"))
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])


@cache
def scorers() -> tuple[Scorer, Scorer]:
    """The scorers that pair contents with cues, and cues with sources."""
    kept = _kept()["pairs"]
    return scorer(kept["cue"]), scorer(kept["source"])


@cache
def acceptance() -> Acceptance:
    """What tells whether a relation that was put together is kept."""
    return Acceptance(**_kept()["acceptance"])


def _kept() -> Any:
    return json.loads(model_file("reader.json").read_text(encoding="utf8"))


def scorer(kept: dict[str, Any]) -> Scorer:
    """A scorer from the numbers that are kept of it."""
    inner, bias, outer = (np.array(kept[k], np.float32) for k in ("inner", "inner_bias", "outer"))
    return Scorer(inner=inner, inner_bias=bias, outer=outer, outer_bias=kept["outer_bias"], none=kept["none"])


class Underway:
    """A text that is being read on the other cores, window by window."""

    def __init__(self, pieces: Pieces, sentences: Stretches | None = None) -> None:
        """Begin to read. Raises `ModelMissing` when the weights are not there."""
        n = len(pieces)
        self._sentences = sentences or Stretches.none()
        self._outputs = Outputs(
            role=np.zeros((n, ROLE_TAGS), np.float32),
            entity=np.zeros((n, ENTITY_TAGS), np.float32),
            link=np.zeros((n, LINK_WIDTH), np.float16),
            sums=np.zeros((len(self._sentences.first), HIDDEN), np.float32),
        )
        read = partial(_read_window, pieces, self._outputs, self._sentences)
        windows = windows_of(n)
        if windows:
            _session()  # loaded here, once, and not by each worker
        self._windows: list[Future[_Sums]] = [_workers().submit(read, window) for window in windows]

    def __len__(self) -> int:
        return len(self._windows)

    def outputs(self) -> Outputs:
        """Wait for the end."""
        for window in self._windows:
            row, sums = window.result()
            self._outputs.sums[row : row + len(sums)] += sums
        self._windows = []
        return self._outputs

    def give_up(self) -> None:
        """Leave unread what has not been begun."""
        for window in self._windows:
            window.cancel()


def run(pieces: Pieces, sentences: Stretches | None = None) -> Outputs:
    """Read a whole text; `sums` are those of `sentences`."""
    return Underway(pieces, sentences).outputs()


@cache
def _workers() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(max_workers=cores(), thread_name_prefix="reader")


def _read_window(pieces: Pieces, outputs: Outputs, sentences: Stretches, window: tuple[int, int]) -> _Sums:
    """Read one window and put down what is its own: of an overlap the half that it sees more around.

    The sums are given back, to be added in order: a sentence may lie in two windows.
    """
    start, end = window
    role, entity, link, vector = _session().run(None, _inputs(pieces, start, end))
    low = start if start == 0 else start + OVERLAP // 2
    high = end if end == len(pieces) else end - OVERLAP // 2
    rows = slice(1 + low - start, 1 + high - start)
    outputs.role[low:high] = role[0, rows]
    outputs.entity[low:high] = entity[0, rows]
    outputs.link[low:high] = link[0, rows]
    return sentences.sums(low, high, vector[0, rows].astype(np.float16))


def windows_of(n: int) -> list[tuple[int, int]]:
    """Windows over `n` pieces, each with OVERLAP pieces of the one before; the last may be short."""
    return [(a, min(a + LENGTH, n)) for a in range(0, max(n - OVERLAP, 1), LENGTH - OVERLAP)] if n else []


def _inputs(pieces: Pieces, start: int, end: int) -> dict[str, NDArray[np.int64]]:
    """The inputs of one window between its end marks, int64 of shape (1, pieces + 2)."""

    def row(values: NDArray[Any], first: int, last: int) -> NDArray[np.int64]:
        return np.concatenate([[first], values[start:end], [last]]).astype(np.int64)[None]

    return {
        "ids": row(pieces.ids, _CLS, _SEP),
        "shape": row(pieces.shape, _MARK_SHAPE, _MARK_SHAPE),
        "gap": row(pieces.gap, 0, 0),
        "quote": row(pieces.quote, 0, 0),
    }
