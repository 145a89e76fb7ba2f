"""The pair model: a small encoder that reads two wordings together.

Comes in:   pairs of wordings.
Goes out:   for each pair, how probable it is that both tell the same fact, that the second follows from the
            first, and that they cannot both be true.

Each pair is read by itself, one on each core at a time, so what is found for it does not depend on what is
read beside it. The weights are made by `training/entailment.py` and `training/facts.py`; their card is
models/CARD-pairs.md.
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

NAME = "pairs 1"
"""Of the weights that ship: what was kept of what other weights said is read anew."""
LENGTH = 128
"""Word pieces of both wordings together, end marks included; a longer pair is cut."""
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
        given = self._tokenizer.encode_batch(list(pairs))
        with ThreadPoolExecutor(max_workers=cores(), thread_name_prefix="pairs") as workers:
            scores = list(workers.map(self._scores, given))
        return _probabilities(np.concatenate([np.zeros((0, _CLASSES + 1), np.float32), *scores]))

    def _scores(self, pair: Any) -> NDArray[np.float32]:
        """Scores of the three classes and of one fact, float32 of shape (1, 4)."""
        given = {"ids": pair.ids, "types": pair.type_ids, "mask": pair.attention_mask}
        inputs = {name: np.array([values], dtype=np.int64) for name, values in given.items()}
        scores: NDArray[np.float32] = self._session.run(None, inputs)[0]
        return scores


def read_pairs(pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
    """What the model that ships says, see `PairModel`. Raises `ModelMissing` without its weights."""
    return _shipped()(pairs)


@cache
def _shipped() -> PairModel:
    return PairModel(model_file("pairs.onnx"), model_file("pairs-tokenizer.json"))


def _probabilities(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    classes = np.exp(scores[:, :_CLASSES] - scores[:, :_CLASSES].max(axis=1, keepdims=True))
    classes /= classes.sum(axis=1, keepdims=True)
    same = 1 / (1 + np.exp(-scores[:, _CLASSES]))
    return np.stack([same, classes[:, _ENTAILED], classes[:, _CONTRADICTED]], axis=1)
