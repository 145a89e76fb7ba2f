"""The outlets of a library.

Comes in:   a connection, and the name of an outlet as somebody types it.
Goes out:   the names under which the library holds it, whatever their case.
"""

from __future__ import annotations

from sqlalchemy import Connection, select

from tellings.store import schema


def outlets_like(connection: Connection, wanted: str) -> list[str]:
    """The spellings of this name that articles carry; the index of outlets is read, no article."""
    names = connection.scalars(select(schema.articles.c.outlet).distinct())
    return [name for name in names if name and name.casefold() == wanted.strip().casefold()]
