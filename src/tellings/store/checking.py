"""Damage is found, and what can be made anew is made anew.

Comes in:   a database.
Goes out:   `Damage`s: what the database finds broken in itself; texts whose digest is another; readings that
            do not unpack; stories that miscount; dossiers that do not cite the words they cite.
"""

from __future__ import annotations

import lzma
import struct
import zlib
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from sqlalchemy import Connection, delete, func, insert, select, update

from tellings.collect.duplicates import digest_of
from tellings.group.vectors import lasting_vector
from tellings.records import Article
from tellings.store import schema
from tellings.store.backend import Backend
from tellings.store.codes import codes_of
from tellings.store.database import Database
from tellings.store.dossiers import kept_dossier
from tellings.store.numbers import named
from tellings.store.packing import article_from, packed_words, unpacked_reading, unpacked_text
from tellings.store.placing import refresh
from tellings.store.shelf import articles_of, reading_of_version
from tellings.store.views import Damage

if TYPE_CHECKING:
    from tellings.dossier import Story

OnProgress = Callable[[str, int, int], None]
_BROKEN = (zlib.error, lzma.LZMAError, EOFError, struct.error, ValueError, TypeError, KeyError)
"""What comes of bytes that are not those that were written."""


def damages(database: Database, on_progress: OnProgress) -> list[Damage]:
    """Everything that is not as it must be."""
    found = database.read(partial(_of_database, backend=database.backend))
    versions = database.read(_version_keys)
    for done, (article, number) in enumerate(versions):
        on_progress("check", done, len(versions))
        found += database.read(partial(_of_version, article=article, number=number))
    on_progress("check", len(versions), len(versions))
    found += database.read(_of_articles)
    stories = database.read(lambda c: c.scalars(select(schema.stories.c.id)).all())
    for story in stories:
        found += database.read(partial(_of_story, story=story))
    return found


def repair(database: Database) -> None:
    """Makes anew what follows from the articles: the index of words, the codes, the counts, the dossiers.

    What was given, and what people said, is left as it is.
    """
    database.write(database.backend.settle)
    for number in database.read(lambda c: c.scalars(select(schema.articles.c.id)).all()):
        database.write(partial(_index_anew, backend=database.backend, number=number))
    for story in database.read(lambda c: c.scalars(select(schema.stories.c.id)).all()):
        database.write(partial(_count_anew, story=story))


def _of_database(connection: Connection, backend: Backend) -> list[Damage]:
    return [
        Damage(where="the database", what=line, can_be_made_anew="by its words" in line)
        for line in backend.damage(connection)
    ]


def _version_keys(connection: Connection) -> list[tuple[int, int]]:
    columns = schema.versions.c
    query = select(columns.article, columns.number).order_by(columns.article, columns.number)
    return [(article, number) for article, number in connection.execute(query)]


def _of_version(connection: Connection, article: int, number: int) -> list[Damage]:
    where = f"article {named('a', article)}, version {number}"
    columns = schema.versions.c
    row = connection.execute(
        select(schema.versions).where(columns.article == article, columns.number == number)
    ).one_or_none()
    if row is None:  # forgotten meanwhile
        return []
    try:
        told = article_from(article, row.head, unpacked_text(row.text))
    except _BROKEN as error:
        return [Damage(where=where, what=f"it cannot be read back ({error})")]
    if digest_of(told.text) != row.digest:
        return [Damage(where=where, what="its text is not the one that was put in")]
    try:
        reading = unpacked_reading(told, row.reading, row.vectors)
        whole = len(reading.vectors) == len(reading.sentences)
    except _BROKEN:
        whole = False
    return [] if whole else [Damage(where=where, what="what was found in it cannot be read back")]


def _of_articles(connection: Connection) -> list[Damage]:
    articles, versions = schema.articles.c, schema.versions.c
    joint = (versions.article == articles.id) & (versions.number == articles.version)
    bare = (
        select(articles.id)
        .select_from(schema.articles.outerjoin(schema.versions, joint))
        .where(versions.article.is_(None))
    )
    homeless = select(articles.id).where(articles.story.is_(None))
    twice = select(versions.article).group_by(versions.article, versions.digest).having(func.count() > 1)
    wrong = (
        (bare, "the version that counts is gone"),
        (homeless, "it stands in no story"),
        (twice, "two of its versions have the same words"),
    )
    return [
        Damage(where=f"article {named('a', number)}", what=what)
        for query, what in wrong
        for number in connection.scalars(query)
    ]


def _of_story(connection: Connection, story: int) -> list[Damage]:
    where = f"story {named('s', story)}"
    row = connection.execute(select(schema.stories).where(schema.stories.c.id == story)).one_or_none()
    if row is None:
        return []
    size = connection.scalar(
        select(func.count()).select_from(schema.articles).where(schema.articles.c.story == story)
    )
    told = [] if size == row.size else [f"it counts {row.size} articles and has {size}"]
    try:
        kept = kept_dossier(connection, story)
    except _BROKEN:
        told.append("its dossier cannot be read back")
    else:
        told += _misses(kept.dossier) if kept is not None and kept.current else []
    return [Damage(where=where, what=what, can_be_made_anew=True) for what in told]


def _misses(dossier: Story) -> list[str]:
    """Cites that do not stand in the articles, a few of them."""
    from tellings.verify import verify

    return [f"{miss.where}: {miss.what}" for miss in verify(dossier.model_dump_json()).misses[:3]]


# ---------------------------------------------------------------- made anew


def _index_anew(connection: Connection, backend: Backend, number: int) -> None:
    article: Article | None = articles_of(connection, [number]).get(number)
    if article is None:
        return
    version = connection.scalar(select(schema.articles.c.version).where(schema.articles.c.id == number))
    backend.unindex(connection, number, article.text)
    backend.index(connection, number, article.text)
    connection.execute(delete(schema.passages).where(schema.passages.c.article == number))
    codes = codes_of(reading_of_version(connection, number, int(version or 0)).vectors)
    if codes:
        connection.execute(insert(schema.passages).values(article=number, codes=codes))
    row = {"words": packed_words(lasting_vector(article))}
    connection.execute(update(schema.articles).where(schema.articles.c.id == number).values(row))


def _count_anew(connection: Connection, story: int) -> None:
    heir = connection.scalar(select(schema.stories.c.became).where(schema.stories.c.id == story))
    connection.execute(delete(schema.dossiers).where(schema.dossiers.c.story == story))
    refresh(connection, story, heir=heir)
