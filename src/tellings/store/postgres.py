"""The library of a team.

Comes in:   the address of a PostgreSQL database, and words to find.
Goes out:   a `Backend` over psycopg: full-text search, one writer at a time by an advisory lock; an index of
            what passages mean, in a database that has pgvector.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from sqlalchemy import URL, Connection, Engine, create_engine, event, text

from tellings.errors import NoSuchLibrary
from tellings.store import pgvector
from tellings.store.backend import MOST_BESIDE, WordQuery, indexable

LOCK = 0x7E111165
"""The number of this program's advisory lock; a database holds one library."""
_RANKED = 400
"""Of the texts that hold the words, the latest so many are ranked."""


class Postgres:
    """PostgreSQL 13 or newer."""

    name: Literal["postgresql"] = "postgresql"

    def engine(self, url: URL, *, patience: float) -> Engine:
        """Connections are looked at before use, so that one that died in the pool is replaced."""
        try:
            import psycopg  # noqa: F401
        except ImportError as error:
            raise NoSuchLibrary(
                "A library in PostgreSQL needs psycopg.", fix='Install it: pip install "tellings[postgres]"'
            ) from error
        engine = create_engine(
            url,
            pool_pre_ping=True,
            max_overflow=MOST_BESIDE,
            isolation_level="REPEATABLE READ",
            connect_args={
                "connect_timeout": max(2, int(patience)),
                "options": f"-c lock_timeout={int(patience * 1000)}",
            },
        )

        @event.listens_for(engine, "begin")
        def _begun(connection: Connection) -> None:
            # A writer sees what was committed before it got the lock, not before it began to wait.
            if connection.get_execution_options().get("tellings_writes"):
                connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL READ COMMITTED")

        return engine

    def lock(self, connection: Connection) -> None:
        """Waits for the advisory lock, which ends with the transaction or with the connection."""
        connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": LOCK})

    def settle(self, connection: Connection) -> None:
        """Makes the index of pgvector, in a database that has the extension."""
        pgvector.make_index(connection)

    def index(self, connection: Connection, article: int, text_: str) -> None:
        """Makes the words of the text findable."""
        connection.execute(
            text("INSERT INTO texts(article, words) VALUES (:article, to_tsvector('english', :words))"),
            {"article": article, "words": indexable(text_)},
        )

    def unindex(self, connection: Connection, article: int, text_: str) -> None:
        """Takes the words out again."""
        connection.execute(text("DELETE FROM texts WHERE article = :article"), {"article": article})

    def find(
        self,
        connection: Connection,
        query: WordQuery,
        *,
        most: int,
        among: Sequence[int] | None = None,
        ranked: bool = True,
    ) -> list[int]:
        """Ranked by how near one another the words stand."""
        phrases = [" ".join(phrase) for phrase in query.phrases if any(phrase)]
        if not phrases:
            return []
        named = {f"p{n}": phrase for n, phrase in enumerate(phrases)}
        joint = " || " if query.how == "any" else " && "
        wanted = joint.join(f"phraseto_tsquery('english', :{name})" for name in named)
        only = "" if among is None else "AND article = ANY(:among) "
        latest = (
            f"SELECT article, words, wanted FROM texts, (SELECT {wanted} AS wanted) AS q "
            f"WHERE words @@ wanted {only}ORDER BY article DESC LIMIT :ranked"
        )
        best = "ts_rank_cd(words, wanted, 1) DESC, article" if ranked else "article DESC"
        found = connection.execute(
            text(f"SELECT article FROM ({latest}) AS latest ORDER BY {best} LIMIT :most"),
            named
            | {"ranked": _RANKED if ranked else most, "most": most}
            | ({} if among is None else {"among": list(among)}),
        )
        return [int(row[0]) for row in found]

    def closest(
        self, connection: Connection, code: bytes, *, most: int, among: Sequence[int] | None
    ) -> list[int] | None:
        """From the index of pgvector, where there is one."""
        return pgvector.closest(connection, code, most=most, among=among)

    def damage(self, connection: Connection) -> list[str]:
        """Articles that cannot be found by their words; of the rest the server itself takes care."""
        missing = connection.execute(
            text("SELECT id FROM articles WHERE id NOT IN (SELECT article FROM texts) ORDER BY id")
        )
        return [f"article a{row[0]} cannot be found by its words" for row in missing]

    def copy(self, connection: Connection, target: Path) -> bool:
        """None: the rows are copied one by one into a file of SQLite's."""
        return False
