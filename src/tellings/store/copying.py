"""A copy of a library while others use it.

Comes in:   a database, and the path or address of the copy.
Goes out:   a library of its own, whole or not there at all, as the first was at one moment. From PostgreSQL
            to a file and back the rows are copied table by table, and the index of words is made anew.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from sqlalchemy import Connection, func, select, text

from tellings.errors import CannotCorrect, CannotWrite
from tellings.store import schema
from tellings.store.address import address_of
from tellings.store.database import Database
from tellings.store.shelf import articles_of

_ROWS = 500


def copy_library(database: Database, target: str | Path) -> None:
    """Copies to a file (replaced in one step) or to an empty database. Raises `CannotWrite`."""
    url = address_of(target)
    if url == database.url:
        raise CannotWrite(f"{target} is the library itself.", fix="Name another file for the copy.")
    if url.get_backend_name() != "sqlite":
        copy = Database(url, patience=30)
        try:
            _copy_rows(database, copy)
        finally:
            copy.close()
        return
    path = Path(str(url.database))
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        _write(database, part)
        with part.open("rb") as file:
            os.fsync(file.fileno())
        os.replace(part, path)
    except OSError as error:
        raise CannotWrite(
            f"{path} could not be written: {error.strerror or error}.",
            fix="Name a file in a folder that exists, on a disk with enough room.",
        ) from error
    finally:
        for end in ("", "-wal", "-shm", "-journal"):
            with suppress(OSError):
                os.unlink(f"{part}{end}")


def _write(database: Database, path: Path) -> None:
    if not path.parent.is_dir():
        raise NotADirectoryError(20, "There is no such folder", str(path.parent))
    if not database.read(lambda connection: database.backend.copy(connection, path)):
        copy = Database(address_of(path), patience=30)
        try:
            _copy_rows(database, copy)
            copy.read(lambda connection: None)
        finally:
            copy.close()
        _settle(path)


def _settle(path: Path) -> None:
    """Brings what stands in the log beside the file into the file."""
    import sqlite3

    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        connection.execute("PRAGMA journal_mode = DELETE").fetchall()
    connection.close()


def _copy_rows(source: Database, target: Database) -> None:
    def into(writing: Connection) -> None:
        if writing.scalar(select(func.count()).select_from(schema.stories)):
            raise CannotCorrect(
                f"There are stories in {target.name} already.",
                fix="Copy into an empty database, or add one library's export to the other.",
            )
        source.read(lambda reading: _all_tables(reading, writing, target))

    target.write(into)


def _all_tables(reading: Connection, writing: Connection, target: Database) -> None:
    for table in schema.metadata.sorted_tables:
        keys = list(table.primary_key.columns)
        rows = reading.execution_options(yield_per=_ROWS).execute(select(table).order_by(*keys)).mappings()
        for some in rows.partitions(_ROWS):
            writing.execute(table.insert(), [dict(row) for row in some])
    columns = schema.articles.c
    numbers = reading.scalars(select(columns.id).order_by(columns.id)).all()
    for start in range(0, len(numbers), _ROWS):
        for number, article in sorted(articles_of(writing, numbers[start : start + _ROWS]).items()):
            target.backend.index(writing, number, article.text)
    if target.backend.name == "postgresql":
        for table in schema.metadata.sorted_tables:
            if "id" in table.c:
                writing.execute(
                    text(
                        f"SELECT setval(pg_get_serial_sequence('{table.name}', 'id'), "
                        f"greatest(1, (SELECT max(id) FROM {table.name})))"
                    )
                )
        writing.execute(text("ANALYZE"))  # or the server plans for empty tables until it has looked by itself
