"""Where a library is.

Comes in:   a path, a database's address, or nothing.
Goes out:   the address as SQLAlchemy takes it, and as people may read it (without a password).
"""

from __future__ import annotations

import os
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from tellings.errors import NoSuchLibrary

VARIABLE = "TELLINGS_STORE"
_FILE = "library.db"
_FIX = f"Give a path, or postgresql://user@host/database, with --store or in {VARIABLE}."


def address_of(given: str | Path | None) -> URL:
    """The address of the library: as given, else of the environment, else a file of the user's own.

    Raises `NoSuchLibrary` for an address of a kind that is not known.
    """
    named = str(given) if given else os.environ.get(VARIABLE, "").strip() or str(_default())
    if "://" not in named:
        return URL.create("sqlite", database=str(Path(named).expanduser().absolute()))
    try:
        url = make_url(named)
        backend = url.get_backend_name()
    except (ArgumentError, ValueError) as error:
        raise NoSuchLibrary(f"The address of the library cannot be read: {error}.", fix=_FIX) from error
    if backend in ("postgresql", "postgres"):
        return url.set(drivername="postgresql+psycopg")
    if backend == "sqlite" and url.database:
        return URL.create("sqlite", database=str(Path(url.database).expanduser().absolute()))
    raise NoSuchLibrary(f"{named.partition('://')[0]}:// is no kind of library.", fix=_FIX)


def shown_address(url: URL) -> str:
    """The address for a message: a path, or the database's address without its password."""
    if url.get_backend_name() == "sqlite":
        return str(url.database)
    return url.set(drivername="postgresql").render_as_string(hide_password=True)


def _default() -> Path:
    from platformdirs import user_data_path

    return user_data_path("tellings", appauthor=False) / _FILE
