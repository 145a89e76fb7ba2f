"""What the pair model said of two wordings is asked for once.

Comes in:   pairs of wordings of a story, a pair model, and what it said the last time.
Goes out:   its probabilities, as it would give them; only pairs that it has not read before are read. What is
            kept is one row a story: for each pair a digest of both wordings and three half floats.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from sqlalchemy import Connection, delete, insert, select

from tellings.store import schema

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tellings.compare.scorer import PairScorer

_ROW = np.dtype([("pair", "S8"), ("says", "<f2", 3)])


class Remembered:
    """A pair model that remembers, for one story. Of pairs not asked for again it forgets."""

    def __init__(self, model: PairScorer, known: bytes) -> None:
        self._model = model
        rows = np.frombuffer(known, _ROW)
        self._known = dict(zip(rows["pair"].tolist(), rows["says"], strict=True))
        self._asked: dict[bytes, NDArray[np.float16]] = {}

    def __call__(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        """Array (pairs, 3), each within a half float's precision, whether it is read now or was before."""
        digests = [_digest(pair) for pair in pairs]
        fresh = {
            digest: pair for digest, pair in zip(digests, pairs, strict=True) if digest not in self._known
        }
        if fresh:
            said = self._model(list(fresh.values())).astype(np.float16)
            self._known |= zip(fresh, said, strict=True)
        self._asked |= {digest: self._known[digest] for digest in digests}
        found = [self._known[digest] for digest in digests]
        return np.asarray(found, np.float32).reshape(-1, 3)

    def packed(self) -> bytes:
        """Everything that was asked for, to be kept."""
        rows = np.empty(len(self._asked), _ROW)
        rows["pair"] = list(self._asked)
        if self._asked:
            rows["says"] = np.stack(list(self._asked.values()))
        return rows.tobytes()


def kept_scores(connection: Connection, story: int, model: str) -> bytes:
    """What a model of this name said of a story's pairs; nothing where another did."""
    columns = schema.scores.c
    query = select(columns.body).where(columns.story == story, columns.model == model)
    return bytes(connection.scalar(query) or b"")


def keep_scores(connection: Connection, story: int, model: str, packed: bytes) -> None:
    """Writes it down in place of what was there."""
    connection.execute(delete(schema.scores).where(schema.scores.c.story == story))
    if packed:
        connection.execute(insert(schema.scores).values(story=story, model=model, body=packed))


def _digest(pair: tuple[str, str]) -> bytes:
    """Eight bytes, none of them 0: numpy cuts zeros off at the end."""
    words = "\0".join(pair).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(words, digest_size=8).digest().replace(b"\0", b"\1")
