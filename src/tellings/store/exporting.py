"""The library as JSON lines.

Comes in:   a database.
Goes out:   one object for each article with its earlier versions, which `tellings add` takes again; one for
            each correction, as labelled data: the exact words, what the program is told about them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from sqlalchemy import Connection, select

from tellings.store import corrections, schema
from tellings.store.database import Database
from tellings.store.numbers import named, number_of
from tellings.store.shelf import articles_of, reading_of_version, shelved, versions_of


def exported_articles(database: Database) -> Iterator[dict[str, Any]]:
    """Every article with its story, in the order in which they came in; one at a time."""
    numbers = database.read(
        lambda c: c.scalars(select(schema.articles.c.id).order_by(schema.articles.c.id)).all()
    )
    for number in numbers:
        yield from database.read(partial(_article, number=number))


def _article(connection: Connection, number: int) -> list[dict[str, Any]]:
    if connection.scalar(select(schema.articles.c.id).where(schema.articles.c.id == number)) is None:
        return []  # forgotten meanwhile
    found = shelved(connection, number)
    article = found.article
    row: dict[str, Any] = {
        "id": article.id,
        "story": found.story,
        "url": article.url,
        "outlet": article.outlet,
        "published": article.published,
        "title": article.title,
        "byline": article.byline,
        "added": found.added,
        "text": article.text,
    }
    earlier = [version for version in versions_of(connection, number) if not version.counts]
    if earlier:
        row["versions"] = [
            {
                "seen": version.seen,
                "published": version.published,
                "title": version.title,
                "text": reading_of_version(connection, number, version.number).article.text,
            }
            for version in earlier
        ]
    return [row]


def exported_corrections(database: Database) -> list[dict[str, Any]]:
    """Every correction, with the texts that it speaks of."""
    return database.read(_corrections)


def _corrections(connection: Connection) -> list[dict[str, Any]]:
    rows = []
    for one in corrections.listed(connection):
        names = sorted(
            {one.body[part] for part in ("article", "other") if part in one.body}
            | set(one.body.get("articles", ()))
            | set(one.body.get("before", ()))
        )
        texts = articles_of(connection, [number_of("a", name) for name in names])
        rows.append(
            {
                "id": one.id,
                "kind": one.kind,
                "story": one.story,
                "made": one.made,
                **one.body,
                "texts": {named("a", number): article.text for number, article in texts.items()},
            }
        )
    return rows
