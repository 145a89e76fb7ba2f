"""Articles of the library, read back.

Comes in:   a connection, and the numbers of articles or stories.
Goes out:   articles, their readings and versions as they were put in.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Select, and_, func, select

from tellings.errors import NotInLibrary
from tellings.records import Article, Reading
from tellings.store import schema
from tellings.store.numbers import missing, named, number_of
from tellings.store.packing import article_from, unpacked_reading, unpacked_text
from tellings.store.views import Shelved, VersionRow


def find_article(connection: Connection, name: str) -> int:
    """The number of an article named "a12" or by its address. Raises `NotInLibrary`."""
    from tellings.store.identity import address_of

    if "/" in name:
        address = address_of(Article(id="", text="", url=name if "://" in name else f"https://{name}"))
        found = connection.scalar(
            select(schema.addresses.c.article).where(schema.addresses.c.address == address)
        )
        if found is None:
            raise missing("a", name)
        return int(found)
    number = number_of("a", name)
    if connection.scalar(select(schema.articles.c.id).where(schema.articles.c.id == number)) is None:
        raise missing("a", name)
    return number


def find_story(connection: Connection, name: str) -> int:
    """The number of a story named "s3", or of the one that took its articles over. Raises `NotInLibrary`."""
    number, passed = number_of("s", name), set[int]()
    while number not in passed:
        passed.add(number)
        row = connection.execute(
            select(schema.stories.c.size, schema.stories.c.became).where(schema.stories.c.id == number)
        ).one_or_none()
        if row is None or not (row.size or row.became):
            break
        if row.size:
            return number
        number = int(row.became)
    raise missing("s", name)


def articles_of(connection: Connection, articles: Sequence[int]) -> dict[int, Article]:
    """These articles as they stand now, by number."""
    rows = connection.execute(_current().where(schema.articles.c.id.in_(list(articles))))
    return {row.id: article_from(row.id, row.head, unpacked_text(row.text)) for row in rows}


def heads_of(connection: Connection, articles: Sequence[int]) -> dict[int, Article]:
    """These articles as they stand now, by number and without their texts, which are left packed."""
    rows = connection.execute(
        _current(schema.versions.c.head).where(schema.articles.c.id.in_(list(articles)))
    )
    return {row.id: article_from(row.id, row.head, "") for row in rows}


def articles_of_story(connection: Connection, story: int) -> tuple[Article, ...]:
    """A story's articles, earliest first, those without a date last."""
    rows = connection.execute(_in_order(_current().where(schema.articles.c.story == story)))
    return tuple(article_from(row.id, row.head, unpacked_text(row.text)) for row in rows)


def readings_of_story(connection: Connection, story: int) -> tuple[Reading, ...]:
    """The readings of a story's articles, earliest first, those without a date last."""
    rows = connection.execute(_in_order(_current(*_READ).where(schema.articles.c.story == story)))
    return tuple(_reading(row) for row in rows)


def reading_of_version(connection: Connection, article: int, number: int) -> Reading:
    """One version of an article, as read."""
    columns = schema.versions.c
    row = connection.execute(
        select(
            columns.article.label("id"), columns.head, columns.text, columns.reading, columns.vectors
        ).where(columns.article == article, columns.number == number)
    ).one()
    return _reading(row)


def find_version(connection: Connection, article: int, number: int) -> Article:
    """One version of an article. Raises `NotInLibrary`."""
    columns = schema.versions.c
    row = connection.execute(
        select(columns.head, columns.text).where(columns.article == article, columns.number == number)
    ).one_or_none()
    if row is None:
        raise NotInLibrary(
            f"There is no version {number} of article {named('a', article)}.",
            fix=f"tellings versions {named('a', article)} lists them.",
        )
    return article_from(article, row.head, unpacked_text(row.text))


def versions_of(connection: Connection, article: int) -> tuple[VersionRow, ...]:
    """All versions of an article, in the order in which they were published."""
    counts = connection.scalar(select(schema.articles.c.version).where(schema.articles.c.id == article))
    columns = schema.versions.c
    rows = connection.execute(
        select(columns.number, columns.seen, columns.head, columns.text)
        .where(columns.article == article)
        .order_by(columns.number)
    )
    found = []
    for row in rows:
        told = article_from(article, row.head, unpacked_text(row.text))
        found.append(
            VersionRow(
                article=told.id,
                number=row.number,
                seen=row.seen,
                published=told.published,
                title=told.title,
                characters=len(told.text),
                counts=row.number == counts,
            )
        )
    # A version that came in late but was published before the one that counts stands before it.
    late = [one for one in found if counts is not None and one.number > counts]
    on_time = [one for one in found if one not in late]
    return (*on_time[:-1], *late, *on_time[-1:])


def shelved(connection: Connection, article: int) -> Shelved:
    """One article with its place in the library."""
    columns = schema.articles.c
    row = connection.execute(
        _current(*_TOLD, columns.story, columns.added).where(columns.id == article)
    ).one()
    many = connection.scalar(
        select(func.count()).select_from(schema.versions).where(schema.versions.c.article == article)
    )
    return Shelved(
        article=article_from(row.id, row.head, unpacked_text(row.text)),
        story=named("s", row.story),
        versions=int(many or 0),
        added=row.added,
    )


_TOLD = (schema.versions.c.head, schema.versions.c.text)
_READ = (*_TOLD, schema.versions.c.reading, schema.versions.c.vectors)


def _current(*columns: Any) -> Select[Any]:
    """The version of each article that counts now: its head and its text, or these columns."""
    articles, versions = schema.articles, schema.versions
    joint = and_(versions.c.article == articles.c.id, versions.c.number == articles.c.version)
    return select(articles.c.id, *(columns or _TOLD)).select_from(articles.join(versions, joint))


def _in_order(query: Select[Any]) -> Select[Any]:
    columns = schema.articles.c
    return query.order_by(columns.day.is_(None), columns.day, columns.id)


def _reading(row: Any) -> Reading:
    article = article_from(row.id, row.head, unpacked_text(row.text))
    return unpacked_reading(article, row.reading, row.vectors)
