"""Which passages of a library mean something close to a question.

Comes in:   a connection, and the vector of a question.
Goes out:   the articles that hold the closest passages. The database is asked if it keeps an index of them
            (PostgreSQL with pgvector). Otherwise the codes of all passages are kept in memory, 48 bytes each;
            what was added since the last question is fetched first.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from sqlalchemy import Connection, select

from tellings.store import schema
from tellings.store.backend import Backend
from tellings.store.codes import BYTES, WORDS, bits_apart, code_of, in_columns

if TYPE_CHECKING:
    from numpy.typing import NDArray

_FETCHED = 5_000
_PASSAGES_AN_ARTICLE = 4
"""The closest passages are often of the same few articles: so many are looked at for each article wanted."""


class Meanings:
    """The codes of a library's passages, for any number of threads."""

    def __init__(self) -> None:
        self._fetching = threading.Lock()
        self._last = 0
        self._codes = np.zeros((WORDS, 0), np.uint64)
        self._articles = np.zeros(0, np.int32)

    def closest(
        self,
        connection: Connection,
        backend: Backend,
        question: NDArray[np.float32],
        *,
        most: int,
        among: Sequence[int] | None = None,
    ) -> list[int]:
        """The articles with the closest passages, closest first; only `among` these where given.

        One that was forgotten or edited since may still be named: the caller compares with what is there.
        """
        looked_at, code = _PASSAGES_AN_ARTICLE * most, code_of(question)
        found = backend.closest(connection, code, most=looked_at, among=among)
        if found is None:
            found = self._in_memory(connection, code, most=looked_at, among=among)
        return found[:most]

    def _in_memory(
        self, connection: Connection, code: bytes, *, most: int, among: Sequence[int] | None
    ) -> list[int]:
        with self._fetching:
            self._fetch_new(connection)
            codes, articles = self._codes, self._articles
        if among is not None:
            wanted = np.isin(articles, np.fromiter(among, np.int32, len(among)))
            codes, articles = codes[:, wanted], articles[wanted]
        if not len(articles):
            return []
        apart = bits_apart(codes, code)
        nearest = np.argpartition(apart, min(len(apart), most) - 1)[:most]
        in_order = nearest[np.argsort(apart[nearest], kind="stable")]
        return list(dict.fromkeys(articles[in_order].tolist()))

    def _fetch_new(self, connection: Connection) -> None:
        columns = schema.passages.c
        codes, articles = [self._codes], [self._articles]
        while True:
            rows = connection.execute(
                select(columns.id, columns.article, columns.codes)
                .where(columns.id > self._last)
                .order_by(columns.id)
                .limit(_FETCHED)
            ).all()
            if not rows:
                break
            self._last = rows[-1].id
            many = [len(row.codes) // BYTES for row in rows]
            codes.append(in_columns(b"".join(row.codes for row in rows)))
            articles.append(np.repeat(np.array([row.article for row in rows], np.int32), many))
        if len(codes) > 1:
            self._codes, self._articles = np.concatenate(codes, axis=1), np.concatenate(articles)
