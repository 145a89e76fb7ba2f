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
BYTES, WORDS = WIDTH // 8, WIDTH // 64
_AT_ONCE = 16_384
_ONES = np.array([bin(byte).count("1") for byte in range(1 << 16)], np.uint8)


def codes_of(vectors: NDArray[np.float32]) -> bytes:
    """The codes of an article, one after another, `BYTES` each."""
    passages = [vectors[at : at + _SENTENCES].sum(axis=0) for at in range(0, len(vectors), _SENTENCES)]
    return b"".join(code_of(passage) for passage in passages)


def code_of(vector: NDArray[np.float32]) -> bytes:
    """The code of one vector."""
    return np.packbits(vector > 0).tobytes()


def in_columns(codes: bytes) -> NDArray[np.uint64]:
    """Codes that follow one another, as columns of shape (WORDS, codes), which are quick to compare."""
    return np.ascontiguousarray(np.frombuffer(codes, np.uint64).reshape(-1, WORDS).T)


def bits_apart(codes: NDArray[np.uint64], wanted: bytes) -> NDArray[np.int32]:
    """In how many bits each of the codes (columns) departs from the one wanted.

    Some thousand codes are taken at a time, so that what is worked on stays in the processor's cache.
    """
    words = np.frombuffer(wanted, np.uint64)
    many = codes.shape[1]
    apart = np.zeros(many, np.uint16)
    for start in range(0, many, _AT_ONCE):
        end = min(start + _AT_ONCE, many)
        for column, word in zip(codes, words, strict=True):
            apart[start:end] += _ones(column[start:end] ^ word)
    return apart.astype(np.int32)


def _ones(bits: NDArray[np.uint64]) -> NDArray[np.uint8]:
    """How many bits of each are set."""
    if hasattr(np, "bitwise_count"):
        return np.asarray(np.bitwise_count(bits))
    return np.asarray(_ONES[bits.view(np.uint16)].reshape(-1, 4).sum(axis=1, dtype=np.uint8))
