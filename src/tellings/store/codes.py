"""What passages mean, in bits that are quick to compare.

Comes in:   the sentence vectors of an article; the vector of a question.
Goes out:   for every few sentences one code, a bit for the sign of each part of their mean; how many bits of
            a code are those of the question. The closest passages by code are compared exactly afterwards.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_SENTENCES = 4
WIDTH = 384
BYTES = WIDTH // 8
_ONES = np.array([bin(byte).count("1") for byte in range(1 << 16)], np.uint8)


def codes_of(vectors: NDArray[np.float32]) -> bytes:
    """The codes of an article, one after another, `BYTES` each."""
    passages = [vectors[at : at + _SENTENCES].sum(axis=0) for at in range(0, len(vectors), _SENTENCES)]
    return b"".join(code_of(passage) for passage in passages)


def code_of(vector: NDArray[np.float32]) -> bytes:
    """The code of one vector."""
    return np.packbits(vector > 0).tobytes()


def bits_apart(codes: NDArray[np.uint64], wanted: bytes) -> NDArray[np.int32]:
    """In how many bits each code, a row of uint64, departs from the one wanted."""
    apart = codes ^ np.frombuffer(wanted, np.uint64)
    if hasattr(np, "bitwise_count"):
        return np.asarray(np.bitwise_count(apart).sum(axis=1, dtype=np.int32))
    return np.asarray(_ONES[apart.view(np.uint16)].sum(axis=1, dtype=np.int32))
