"""The library as one file.

Comes in:   a path, and words to find.
Goes out:   a `Backend` over SQLite: write-ahead log, FTS5, one writer at a time.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import Any, Literal

from sqlalchemy import URL, Connection, Engine, create_engine, event, text

from tellings.store.backend import MOST_BESIDE, WordQuery, indexable

_RANKED = 400
"""Of the texts that hold the words, the latest so many are ranked."""
_NEAR = 25
"""Words between the first and the last of words that stand near one another: about a sentence."""
_BETWEEN_TRIES = 0.05
_LATEST = text("SELECT rowid FROM texts WHERE texts MATCH :wanted ORDER BY rowid DESC")
_BEST = text(
    "SELECT id FROM (SELECT rowid AS id, bm25(texts) AS badness FROM texts WHERE texts MATCH :wanted "
    "ORDER BY rowid DESC LIMIT :ranked) ORDER BY badness, id LIMIT :most"
)


class Sqlite:
    """SQLite 3.35 or newer."""

    name: Literal["sqlite"] = "sqlite"

    def engine(self, url: URL, *, patience: float) -> Engine:
        """Connections wait `patience` seconds for a lock, and a commit is on disk when it returns."""
        Path(str(url.database)).parent.mkdir(parents=True, exist_ok=True)
        engine = create_engine(url, connect_args={"timeout": patience}, max_overflow=MOST_BESIDE)

        @event.listens_for(engine, "connect")
        def _connected(connection: Any, _: object) -> None:
            connection.isolation_level = None  # transactions begin below, and nowhere else
            keep_a_log(connection, patience)
            for pragma in (
                "synchronous = FULL",
                "foreign_keys = ON",
                "secure_delete = ON",
                "cache_size = -65536",
                "temp_store = MEMORY",
            ):
                connection.execute(f"PRAGMA {pragma}").fetchall()

        @event.listens_for(engine, "begin")
        def _begun(connection: Connection) -> None:
            writes = connection.get_execution_options().get("tellings_writes")
            connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

        return engine

    def lock(self, connection: Connection) -> None:
        """Nothing to do: BEGIN IMMEDIATE has taken the lock."""

    def settle(self, connection: Connection) -> None:
        """Nothing to do: the tables are all there is."""

    def index(self, connection: Connection, article: int, text_: str) -> None:
        """Makes the words of the text findable."""
        connection.execute(
            text("INSERT INTO texts(rowid, words) VALUES (:article, :words)"),
            {"article": article, "words": indexable(text_)},
        )

    def unindex(self, connection: Connection, article: int, text_: str) -> None:
        """Takes the words out again."""
        connection.execute(
            text("INSERT INTO texts(texts, rowid, words) VALUES ('delete', :article, :words)"),
            {"article": article, "words": indexable(text_)},
        )

    def find(
        self,
        connection: Connection,
        query: WordQuery,
        *,
        most: int,
        among: Sequence[int] | None = None,
        ranked: bool = True,
    ) -> list[int]:
        """Ranked by BM25; words that stand near one another, or within limits, are found and not ranked."""
        wanted = _match(query)
        if not wanted:
            return []
        if ranked and among is None and query.how != "near":
            rows = connection.execute(_BEST, {"wanted": wanted, "ranked": _RANKED, "most": most})
            return [int(row[0]) for row in rows]
        allowed = None if among is None else set(among)
        found = (int(row[0]) for row in connection.execute(_LATEST, {"wanted": wanted}))
        return list(islice((id for id in found if allowed is None or id in allowed), most))

    def closest(self, connection: Connection, code: bytes, *, most: int, among: Sequence[int] | None) -> None:
        """None: codes are compared in memory."""

    def damage(self, connection: Connection) -> list[str]:
        """The checks of SQLite itself, of the whole file and of the index of words."""
        found = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check")]
        told = [line for line in found if line != "ok"]
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        told += [f"table {row[0]}, row {row[1]}, points at a row of {row[2]} that is gone" for row in broken]
        missing = connection.exec_driver_sql(
            "SELECT id FROM articles WHERE id NOT IN (SELECT id FROM texts_docsize)"
        ).all()
        told += [f"article a{row[0]} cannot be found by its words" for row in missing]
        spare = connection.exec_driver_sql(
            "SELECT id FROM texts_docsize WHERE id NOT IN (SELECT id FROM articles)"
        ).all()
        return told + [f"the words of article a{row[0]} are there without it" for row in spare]

    def copy(self, connection: Connection, target: Path) -> bool:
        """A copy by SQLite's own means, page by page, while others read and write."""
        source = connection.connection.driver_connection
        assert isinstance(source, sqlite3.Connection)
        copied = sqlite3.connect(target)
        try:
            source.backup(copied)
            copied.execute("PRAGMA journal_mode = DELETE").fetchall()
        finally:
            copied.close()
        return True


def keep_a_log(connection: sqlite3.Connection, patience: float) -> None:
    """Turns on the write-ahead log; SQLite itself does not wait where another program is doing the same."""
    until = time.monotonic() + patience
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL").fetchall()
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() >= until:
                raise
            time.sleep(_BETWEEN_TRIES)
        else:
            return


def _match(query: WordQuery) -> str:
    """In the language of FTS5, every word quoted, so that none is taken for an operator."""
    phrases = [" ".join(word.replace('"', "") for word in phrase) for phrase in query.phrases]
    quoted = [f'"{phrase}"' for phrase in phrases if phrase.strip()]
    if query.how == "near" and len(quoted) > 1:
        return f"NEAR({' '.join(quoted)}, {_NEAR})"
    return (" OR " if query.how == "any" else " ").join(quoted)
