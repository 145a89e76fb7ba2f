"""The stories of a library, in a list: only counts and names are read, no article and no dossier.

Comes in:   a connection, and which stories to list.
Goes out:   `StoryRow`s, a part of the list at a time; how long the whole list is.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, func, select

from tellings.records import Article
from tellings.store import schema
from tellings.store.backend import Backend
from tellings.store.numbers import day_name, day_of, named
from tellings.store.outlets import outlets_like
from tellings.store.shelf import articles_of, heads_of
from tellings.store.views import StoryRow
from tellings.store.words import query_of

Order = Literal["changed", "latest", "largest"]
_HEADLINES = 50
_HOLDING = 5_000
"""Of the articles that hold the words asked for, the latest so many decide which stories are listed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Which stories to list, all of them by default.

    `since` and `until` are ISO dates: a story is listed if it had begun by the one and had not ended before
    the other. `words` must stand in one of its articles. `least` is its smallest number of articles.
    """

    since: str | None = None
    until: str | None = None
    outlet: str | None = None
    words: str | None = None
    least: int = 1
    with_conflicts: bool = False

    def conditions(self, connection: Connection, backend: Backend) -> list[ColumnElement[bool]]:
        """The same for the database."""
        stories, articles = schema.stories.c, schema.articles.c
        conditions = [stories.size >= max(1, self.least)]
        if self.since:
            conditions.append(stories.last >= day_of(self.since))
        if self.until:
            conditions.append(stories.first < day_of(self.until) + 1)
        if self.outlet:
            names = outlets_like(connection, self.outlet)
            conditions.append(stories.id.in_(select(articles.story).where(articles.outlet.in_(names))))
        if self.words and self.words.strip():
            query = query_of(self.words, "all")
            found = backend.find(connection, query, most=_HOLDING, ranked=False)
            conditions.append(stories.id.in_(select(articles.story).where(articles.id.in_(found))))
        if self.with_conflicts:
            kept = schema.dossiers.c
            current = (kept.story == stories.id) & (kept.revision == stories.revision)
            conditions.append(select(kept.story).where(current, kept.conflicts > 0).exists())
        return conditions


def story_rows(
    connection: Connection,
    *where: ColumnElement[bool],
    most: int | None,
    skip: int = 0,
    order: Order = "changed",
) -> tuple[StoryRow, ...]:
    """The stories that meet the conditions and have articles, in this order and the latest first."""
    columns = schema.stories.c
    first = {
        "changed": columns.changed.desc(),
        "latest": func.coalesce(columns.last, -1e9).desc(),
        "largest": columns.size.desc(),
    }[order]
    rows = connection.execute(
        select(schema.stories)
        .where(columns.size > 0, *where)
        .order_by(first, columns.id.desc())
        .limit(most)
        .offset(skip)
    ).all()
    articles = _articles(connection, [row.id for row in rows])
    kept = _kept(connection, [row.id for row in rows])
    return tuple(_row(connection, row, articles[row.id], kept.get(row.id)) for row in rows)


def count_stories(connection: Connection, *where: ColumnElement[bool]) -> int:
    """How many stories meet the conditions and have articles."""
    query = select(func.count()).select_from(schema.stories).where(schema.stories.c.size > 0, *where)
    return int(connection.scalar(query) or 0)


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


def _row(connection: Connection, row: Any, articles: Sequence[Any], kept: Any) -> StoryRow:
    current = kept is not None and kept.revision == row.revision
    days = Counter(day_name(article.day) for article in articles if article.day is not None)
    return StoryRow(
        id=named("s", row.id),
        title=kept.title if kept is not None else _title(connection, articles),
        articles=row.size,
        outlets=tuple(dict.fromkeys(article.outlet for article in articles if article.outlet)),
        first=day_name(row.first),
        last=day_name(row.last),
        changed=row.changed,
        origins=kept.origins if current else None,
        conflicts=kept.conflicts if current else None,
        activity=tuple((day, many) for day, many in sorted(days.items()) if day),
    )


def _articles(connection: Connection, stories: Sequence[int]) -> defaultdict[int, list[Any]]:
    """The articles of each story, earliest first: their numbers, outlets and days."""
    columns = schema.articles.c
    query = select(columns.id, columns.story, columns.outlet, columns.day).where(columns.story.in_(stories))
    found: defaultdict[int, list[Any]] = defaultdict(list)
    for row in connection.execute(query.order_by(columns.day.is_(None), columns.day, columns.id)):
        found[row.story].append(row)
    return found


def _kept(connection: Connection, stories: Sequence[int]) -> dict[int, Any]:
    """What is known of each story's dossier, without the dossier."""
    columns = schema.dossiers.c
    rows = connection.execute(
        select(columns.story, columns.revision, columns.title, columns.origins, columns.conflicts).where(
            columns.story.in_(stories)
        )
    )
    return {row.story: row for row in rows}


def _title(connection: Connection, articles: Sequence[Any]) -> str:
    """The headline of a story that has not been compared; texts are read only of articles without a title."""
    from tellings.tell.headline import choose_title

    numbers = [article.id for article in articles[:_HEADLINES]]
    heads = heads_of(connection, numbers)
    bare = [number for number in numbers if not (heads[number].title or "").strip()]
    told: dict[int, Article] = heads | articles_of(connection, bare)
    return choose_title([told[number] for number in numbers])
