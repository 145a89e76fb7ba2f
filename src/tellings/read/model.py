"""The learned reader: one pass of a small encoder over a whole text.

Comes in:   the pieces of a text.
Goes out:   `Outputs` for each piece: scores of role and entity tags, link vectors, sentence-vector terms.

A text of any length is read in overlapping windows, a few at a time, so memory does not grow with it
beyond the outputs themselves.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from tellings.models import model_file
from tellings.read.labels import ENTITY_TAGS, HIDDEN, LINK, LINKS, ROLE_TAGS
from tellings.read.pairing import Scorer

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tellings.read.pieces import Pieces

LENGTH = 254
"""Pieces in a window, its two end marks not counted."""
OVERLAP = 48
AT_ONCE = 8
"""Windows in one run of the network."""
_CLS, _SEP = 101, 102
_MARK_SHAPE = 7


@dataclass(frozen=True, slots=True, eq=False)
class Outputs:
    """What the network says of each piece of a text.

    All float32: scores of BIO tags in `role` (pieces, ROLE_TAGS) and `entity` (pieces, ENTITY_TAGS);
    `link` (pieces, LINKS * LINK); `vector` (pieces, HIDDEN), whose mean over a sentence, made unit length,
    is its vector.
    """

    role: NDArray[np.float32]
    entity: NDArray[np.float32]
    link: NDArray[np.float32]
    vector: NDArray[np.float32]


@cache
def _session() -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    path = str(model_file("reader.onnx"))
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])


@cache
def scorers() -> tuple[Scorer, Scorer]:
    """The scorers that pair contents with cues, and cues with sources."""
    kept = json.loads(model_file("reader.json").read_text(encoding="utf8"))["pairs"]
    return _scorer(kept["cue"]), _scorer(kept["source"])


def _scorer(kept: dict[str, Any]) -> Scorer:
    inner, bias, outer = (np.array(kept[k], np.float32) for k in ("inner", "inner_bias", "outer"))
    return Scorer(inner=inner, inner_bias=bias, outer=outer, outer_bias=kept["outer_bias"], none=kept["none"])


def run(pieces: Pieces) -> Outputs:
    """Read a whole text."""
    n = len(pieces)
    role, entity = np.zeros((n, ROLE_TAGS), np.float32), np.zeros((n, ENTITY_TAGS), np.float32)
    link, vector = np.zeros((n, LINKS * LINK), np.float32), np.zeros((n, HIDDEN), np.float32)
    windows = windows_of(n)
    for at in range(0, len(windows), AT_ONCE):
        part = windows[at : at + AT_ONCE]
        roles, entities, links, vectors = _session().run(None, _inputs(pieces, part))
        for i, (start, end) in enumerate(part):
            low = start if start == 0 else start + OVERLAP // 2
            rows = slice(1 + low - start, 1 + end - start)
            role[low:end] = roles[i, rows]
            entity[low:end] = entities[i, rows]
            link[low:end] = links[i, rows]
            vector[low:end] = vectors[i, rows]
    return Outputs(role=role, entity=entity, link=link, vector=vector)


def windows_of(n: int) -> list[tuple[int, int]]:
    """Windows over `n` pieces, each with OVERLAP pieces of the one before; the last may be short."""
    return [(a, min(a + LENGTH, n)) for a in range(0, max(n - OVERLAP, 1), LENGTH - OVERLAP)] if n else []


def _inputs(pieces: Pieces, windows: list[tuple[int, int]]) -> dict[str, NDArray[np.int64]]:
    """Padded inputs of some windows, int64 of shape (windows, longest + 2)."""
    width = max(end - start for start, end in windows) + 2
    names = ("ids", "mask", "shape", "gap", "quote")
    inputs = {name: np.zeros((len(windows), width), np.int64) for name in names}
    inputs["shape"][:] = _MARK_SHAPE
    for i, (start, end) in enumerate(windows):
        n = end - start
        inputs["ids"][i, 0], inputs["ids"][i, n + 1] = _CLS, _SEP
        inputs["ids"][i, 1 : n + 1] = pieces.ids[start:end]
        inputs["mask"][i, : n + 2] = 1
        for name in ("shape", "gap", "quote"):
            inputs[name][i, 1 : n + 1] = getattr(pieces, name)[start:end]
    return inputs
