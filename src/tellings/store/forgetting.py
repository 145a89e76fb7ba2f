"""Articles leave the library with everything that was found in them.

Comes in:   a connection that writes, and the numbers of articles.
Goes out:   the stories that lost one. Corrections that speak of the articles go with them.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, delete, select

from tellings.store import corrections, schema
from tellings.store.backend import Backend
from tellings.store.numbers import named
from tellings.store.placing import refresh
from tellings.store.shelf import articles_of


def forget(connection: Connection, backend: Backend, articles: Sequence[int]) -> tuple[str, ...]:
    """Takes the articles out; the names of their stories."""
    stories = connection.scalars(
        select(schema.articles.c.story).where(schema.articles.c.id.in_(list(articles))).distinct()
    ).all()
    told = corrections.of_articles(connection, [named("a", number) for number in articles])
    for correction in told.made:
        connection.execute(delete(schema.corrections).where(schema.corrections.c.id == correction.id))
    for number, article in articles_of(connection, articles).items():
        backend.unindex(connection, number, article.text)
    # What hangs on an article goes with it: its versions, addresses, passages and statements.
    connection.execute(delete(schema.articles).where(schema.articles.c.id.in_(list(articles))))
    for story in stories:
        # The old dossier holds words of what is forgotten.
        for kept in (schema.dossiers, schema.statements, schema.scores):
            connection.execute(delete(kept).where(kept.c.story == story))
        refresh(connection, story)
    return tuple(named("s", story) for story in stories)
