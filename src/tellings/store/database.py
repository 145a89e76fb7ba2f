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

from tellings.errors import LibraryBusy, LibraryError, NoSuchLibrary
from tellings.events import warn
from tellings.store.address import shown_address
from tellings.store.failures import explained, is_passing
from tellings.store.upgrading import is_current, upgrade

if TYPE_CHECKING:
    from tellings.store.backend import Backend

T = TypeVar("T")
_FIRST_WAIT, _LONGEST_WAIT = 0.2, 60.0


class Database:
    """Transactions on one library.

    `patience` is how many seconds to wait for another program's lock, `persistence` for how many a database
    that is lost or stays locked is tried again.
    """

    def __init__(
        self, url: URL, *, patience: float, persistence: float = 6.0, must_exist: bool = False
    ) -> None:
        self.url = url
        self._patience, self._persistence = patience, persistence
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
            self.backend.settle(connection)

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """A transaction that has every other writer waiting."""
        with self._engine.connect() as connection:
            connection = connection.execution_options(tellings_writes=True)
            with connection.begin():
                self.backend.lock(connection)
                yield connection

    def _again(self, once: Callable[[], T]) -> T:
        wait, end = _FIRST_WAIT, time.monotonic() + self._persistence
        while True:
            try:
                with self._explaining():
                    return once()
            except LibraryError as error:
                if not self._may_pass(error) or time.monotonic() + wait > end:
                    raise
                warn("library waited for", library=self.name, reason=error.message, seconds=wait)
            time.sleep(wait)
            wait = min(2 * wait, _LONGEST_WAIT)

    def _may_pass(self, error: LibraryError) -> bool:
        """A lock was waited for already, unless it is to be waited for longer."""
        if isinstance(error, LibraryBusy):
            return self._persistence > self._patience
        return isinstance(error.__cause__, DBAPIError) and is_passing(error.__cause__)

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
