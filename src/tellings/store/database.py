"""One library's database: how it is opened, read and written.

Comes in:   an address.
Goes out:   `Database`: transactions for reading and for writing (one writer at a time), tried again when the
            connection was lost, and errors in words.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import URL, Connection
from sqlalchemy.exc import DBAPIError

from tellings.errors import LibraryError, NoSuchLibrary
from tellings.store.address import shown_address
from tellings.store.failures import explained, is_passing
from tellings.store.upgrading import is_current, upgrade

if TYPE_CHECKING:
    from tellings.store.backend import Backend

T = TypeVar("T")
_TRIES = 5
_FIRST_WAIT = 0.2


class Database:
    """Transactions on one library. `patience` is how many seconds to wait for another program's lock."""

    def __init__(self, url: URL, *, patience: float, must_exist: bool = False) -> None:
        self.url = url
        self.name = shown_address(url)
        self.backend = _backend_of(url)
        if must_exist and self.backend.name == "sqlite" and not Path(str(url.database)).exists():
            raise NoSuchLibrary(
                f"There is no library at {self.name}.", fix="Make one with tellings add SOURCE…"
            )
        with self._explaining():
            self._engine = self.backend.engine(url, patience=patience)
        try:
            self._again(self._prepare)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Gives every connection back."""
        self._engine.dispose()

    def read(self, work: Callable[[Connection], T]) -> T:
        """What `work` reads, all of it from one state of the library."""

        def once() -> T:
            with self._engine.connect() as connection, connection.begin():
                return work(connection)

        return self._again(once)

    def write(self, work: Callable[[Connection], T]) -> T:
        """Does `work` whole or not at all, with no other writer beside it.

        `work` may run more than once, each time on the state that is there then: a lost connection does not
        tell whether the last try was kept.
        """

        def once() -> T:
            with self._writing() as connection:
                return work(connection)

        return self._again(once)

    def _prepare(self) -> None:
        with self._engine.connect() as connection, connection.begin():
            if is_current(connection):
                return
        with self._writing() as connection:
            upgrade(connection)

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """A transaction that has every other writer waiting."""
        with self._engine.connect() as connection:
            connection = connection.execution_options(tellings_writes=True)
            with connection.begin():
                self.backend.lock(connection)
                yield connection

    def _again(self, once: Callable[[], T]) -> T:
        wait = _FIRST_WAIT
        for _ in range(_TRIES - 1):
            try:
                with self._explaining():
                    return once()
            except LibraryError as error:
                if not (isinstance(error.__cause__, DBAPIError) and is_passing(error.__cause__)):
                    raise
                time.sleep(wait)
                wait *= 2
        with self._explaining():
            return once()

    @contextmanager
    def _explaining(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            raise explained(error, self.name) from error
        except OSError as error:
            raise NoSuchLibrary(
                f"The library {self.name} cannot be opened: {error.strerror or error}.",
                fix="Check the path and its permissions, or name another with --store.",
            ) from error


def _backend_of(url: URL) -> Backend:
    if url.get_backend_name() == "sqlite":
        from tellings.store.sqlite import Sqlite

        return Sqlite()
    from tellings.store.postgres import Postgres

    return Postgres()
