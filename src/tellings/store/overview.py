"""How much a library holds.

Comes in:   a connection.
Goes out:   `Counts`.
"""

from __future__ import annotations

from sqlalchemy import Column, ColumnElement, Connection, func, select

from tellings.store import schema
from tellings.store.views import Counts


def counts(connection: Connection) -> Counts:
    """How many there are of each."""

    def many(column: Column[int], *where: ColumnElement[bool]) -> int:
        return int(connection.scalar(select(func.count(column)).where(*where)) or 0)

    def distinct(column: Column[str]) -> int:
        return int(connection.scalar(select(func.count(column.distinct()))) or 0)

    return Counts(
        articles=many(schema.articles.c.id),
        stories=many(schema.stories.c.id, schema.stories.c.size > 0),
        outlets=distinct(schema.articles.c.outlet),
        statements=many(schema.statements.c.id),
        speakers=distinct(schema.statements.c.name),
        corrections=many(schema.corrections.c.id),
    )
