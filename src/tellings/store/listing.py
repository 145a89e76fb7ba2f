"""The stories of a library, the one that changed last first.

Comes in:   a connection, and which stories to list.
Goes out:   `StoryRow`s.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, select

from tellings.records import Article
from tellings.store import schema
from tellings.store.numbers import day_name, named
from tellings.store.shelf import articles_of
from tellings.store.views import StoryRow

_LOOKED_AT = 50


def story_rows(
    connection: Connection, *where: ColumnElement[bool], most: int | None, skip: int = 0
) -> tuple[StoryRow, ...]:
    """The stories that have articles and meet the conditions, the latest changed first."""
    columns = schema.stories.c
    rows = connection.execute(
        select(schema.stories)
        .where(columns.size > 0, *where)
        .order_by(columns.changed.desc(), columns.id.desc())
        .limit(most)
        .offset(skip)
    ).all()
    return tuple(_row(connection, row) for row in rows)


def stale_stories(connection: Connection, among: Sequence[int] | None = None) -> list[tuple[int, int]]:
    """Stories whose dossier is missing or out of date, with their numbers of articles."""
    from tellings import __version__

    stories, kept = schema.stories.c, schema.dossiers.c
    joint = (kept.story == stories.id) & (kept.revision == stories.revision) & (kept.program == __version__)
    query = (
        select(stories.id, stories.size)
        .select_from(schema.stories.outerjoin(schema.dossiers, joint))
        .where(stories.size > 0, kept.story.is_(None))
        .order_by(stories.id)
    )
    if among is not None:
        query = query.where(stories.id.in_(list(among)))
    return [(int(id), int(size)) for id, size in connection.execute(query)]


def _row(connection: Connection, row: Any) -> StoryRow:
    kept = connection.execute(select(schema.dossiers).where(schema.dossiers.c.story == row.id)).one_or_none()
    fresh = kept is not None and kept.revision == row.revision
    articles = _articles(connection, row.id)
    outlets = tuple(dict.fromkeys(article.outlet for article in articles if article.outlet))
    return StoryRow(
        id=named("s", row.id),
        title=kept.title if kept is not None else _title(articles),
        articles=row.size,
        outlets=outlets,
        first=day_name(row.first),
        last=day_name(row.last),
        changed=row.changed,
        origins=kept.origins if kept is not None and fresh else None,
        conflicts=kept.conflicts if kept is not None and fresh else None,
    )


def _articles(connection: Connection, story: int) -> list[Article]:
    columns = schema.articles.c
    numbers = connection.scalars(
        select(columns.id).where(columns.story == story).order_by(columns.day, columns.id).limit(_LOOKED_AT)
    ).all()
    found = articles_of(connection, numbers)
    return [found[number] for number in numbers]


def _title(articles: Sequence[Article]) -> str:
    from tellings.tell.headline import choose_title

    return choose_title(articles)
