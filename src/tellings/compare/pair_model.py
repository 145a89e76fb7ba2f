"""The pair model: a small encoder that reads two wordings together.

Comes in:   pairs of wordings.
Goes out:   for each pair, how probable it is that both tell the same fact, that the second follows from the
            first, and that they cannot both be true.

Batches hold pairs of nearly one length, one batch to each core at a time. The weights are made by
`training/entailment.py` and `training/facts.py`; their card is models/CARD-pairs.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from tellings.models import model_file
from tellings.settings import cores

if TYPE_CHECKING:
    from numpy.typing import NDArray

LENGTH = 128
"""Word pieces of both wordings together, end marks included; a longer pair is cut."""
_BATCH = 16
_ENTAILED, _CONTRADICTED, _CLASSES = 0, 1, 3


class PairModel:
    """The network in one file, with its tokenizer in another."""

    def __init__(self, weights: Path, tokenizer: Path) -> None:
        """Load both."""
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.inter_op_num_threads = options.intra_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(
            str(weights), options, providers=["CPUExecutionProvider"]
        )
        self._tokenizer = Tokenizer.from_file(str(tokenizer))
        self._tokenizer.enable_truncation(LENGTH)

    def __call__(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        """Probabilities, float32 of shape (pairs, 3).

        The columns: both tell the same fact; the second follows from the first; they cannot both be true.
        """
        found = np.zeros((len(pairs), 3), dtype=np.float32)
        given = self._tokenizer.encode_batch(list(pairs))
        order = sorted(range(len(given)), key=lambda n: -len(given[n].ids))

        def read(rows: list[int]) -> None:
            found[rows] = _probabilities(self._session.run(None, _inputs([given[n] for n in rows]))[0])

        batches = [order[at : at + _BATCH] for at in range(0, len(order), _BATCH)]
        with ThreadPoolExecutor(max_workers=cores(), thread_name_prefix="pairs") as workers:
            list(workers.map(read, batches))
        return found


@cache
def pair_model() -> PairModel:
    """The model that ships. Raises `ModelMissing` when its weights are not there."""
    return PairModel(model_file("pairs.onnx"), model_file("pairs-tokenizer.json"))


def _probabilities(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    classes = np.exp(scores[:, :_CLASSES] - scores[:, :_CLASSES].max(axis=1, keepdims=True))
    classes /= classes.sum(axis=1, keepdims=True)
    same = 1 / (1 + np.exp(-scores[:, _CLASSES]))
    return np.stack([same, classes[:, _ENTAILED], classes[:, _CONTRADICTED]], axis=1)


def _inputs(given: Sequence[Any]) -> dict[str, NDArray[np.int64]]:
    """Ids, types and mask, each int64 of shape (pairs, pieces of the longest)."""
    width = max(len(each.ids) for each in given)
    table = np.zeros((3, len(given), width), dtype=np.int64)
    for row, each in enumerate(given):
        size = len(each.ids)
        table[0, row, :size], table[1, row, :size], table[2, row, :size] = each.ids, each.type_ids, 1
    return dict(zip(("ids", "types", "mask"), table, strict=True))
