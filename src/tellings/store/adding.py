"""An article goes into the library, whole or not at all.

Comes in:   a reading.
Goes out:   `Placed`: the article is new, a new version of one that was there, or was there already.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select, update

from tellings.collect.duplicates import digest_of, known_to_differ
from tellings.group.arriving import Arrival
from tellings.group.door import days_of
from tellings.group.vectors import Vector, lasting_vector
from tellings.records import Article, Reading
from tellings.store import schema
from tellings.store.backend import Backend
from tellings.store.codes import codes_of
from tellings.store.identity import address_of
from tellings.store.numbers import named, now
from tellings.store.packing import (
    head_of,
    packed_reading,
    packed_text,
    packed_vectors,
    packed_words,
)
from tellings.store.placing import place, refresh
from tellings.store.shelf import articles_of
from tellings.store.views import Outcome, Placed


@dataclass(frozen=True, slots=True)
class Known:
    """An article that is there already; `same_words` where one of its versions has the words given."""

    number: int
    same_words: bool


def find_known(connection: Connection, article: Article) -> Known | None:
    """The article of the library that this one is, by its address or by its words."""
    address, digest = address_of(article), digest_of(article.text)
    if address is not None:
        found = connection.scalar(
            select(schema.addresses.c.article).where(schema.addresses.c.address == address)
        )
        if found is not None:
            columns = schema.versions.c
            same = connection.scalar(
                select(columns.number).where(columns.article == found, columns.digest == digest).limit(1)
            )
            return Known(int(found), same is not None)
    columns = schema.versions.c
    holders = connection.scalars(
        select(columns.article).where(columns.digest == digest).order_by(columns.article).limit(20)
    ).all()
    if not holders:
        return None
    for number, other in sorted(articles_of(connection, holders).items()):
        if not known_to_differ(article, other):
            return Known(number, True)
    return None


def add_reading(connection: Connection, backend: Backend, reading: Reading) -> Placed:
    """Puts a reading in, in the transaction of this connection."""
    known = find_known(connection, reading.article)
    if known is None:
        vector = lasting_vector(reading.article)
        number = _shelve(connection, reading, vector)
        _note_address(connection, reading.article, number)
        backend.index(connection, number, reading.article.text)
        return _placed(connection, number, vector, "new")
    _note_address(connection, reading.article, known.number)
    if known.same_words:
        return Placed(article=named("a", known.number), outcome="known")
    return _add_version(connection, backend, reading, known.number)


def note_known(connection: Connection, article: Article) -> Placed | None:
    """Notes the address of an article whose words are there already; None where they are not."""
    known = find_known(connection, article)
    if known is None or not known.same_words:
        return None
    _note_address(connection, article, known.number)
    return Placed(article=named("a", known.number), outcome="known")


def _shelve(connection: Connection, reading: Reading, vector: Vector) -> int:
    article = reading.article
    row = {
        "version": 1,
        "day": days_of([article])[0],
        "outlet": article.outlet,
        "added": now(),
        "words": packed_words(vector),
    }
    made = connection.execute(insert(schema.articles).values(row)).inserted_primary_key
    assert made is not None
    _write_version(connection, reading, int(made[0]), 1)
    _write_codes(connection, reading, int(made[0]))
    return int(made[0])


def _add_version(connection: Connection, backend: Backend, reading: Reading, number: int) -> Placed:
    """The newest version counts; one that says it was published before that is only kept."""
    columns = schema.versions.c
    numbers = connection.scalars(select(columns.number).where(columns.article == number)).all()
    _write_version(connection, reading, number, max(numbers) + 1)
    old = articles_of(connection, [number])[number]
    day = days_of([reading.article])[0]
    old_day = days_of([old])[0]
    if day is not None and old_day is not None and day < old_day:
        return Placed(article=named("a", number), outcome="version")
    vector = lasting_vector(reading.article)
    row = {
        "version": max(numbers) + 1,
        "day": day if day is not None else old_day,
        "outlet": reading.article.outlet or old.outlet,
        "words": packed_words(vector),
    }
    connection.execute(update(schema.articles).where(schema.articles.c.id == number).values(row))
    backend.unindex(connection, number, old.text)
    backend.index(connection, number, reading.article.text)
    connection.execute(delete(schema.passages).where(schema.passages.c.article == number))
    _write_codes(connection, reading, number)
    return _placed(connection, number, vector, "version")


def _placed(connection: Connection, number: int, vector: Vector, outcome: Outcome) -> Placed:
    columns = schema.articles.c
    home, day = connection.execute(select(columns.story, columns.day).where(columns.id == number)).one()
    touched = place(connection, Arrival(number, vector, day), home)
    if home is not None and home not in touched:
        refresh(connection, home)
        touched.add(home)
    stories = tuple(named("s", story) for story in sorted(touched))
    return Placed(article=named("a", number), outcome=outcome, stories=stories)


def _write_version(connection: Connection, reading: Reading, article: int, number: int) -> None:
    row = {
        "article": article,
        "number": number,
        "digest": digest_of(reading.article.text),
        "seen": now(),
        "head": head_of(reading.article),
        "text": packed_text(reading.article.text),
        "reading": packed_reading(reading),
        "vectors": packed_vectors(reading.vectors),
    }
    connection.execute(insert(schema.versions).values(row))


def _write_codes(connection: Connection, reading: Reading, article: int) -> None:
    codes = codes_of(reading.vectors)
    if codes:
        connection.execute(insert(schema.passages).values(article=article, codes=codes))


def _note_address(connection: Connection, article: Article, number: int) -> None:
    address = address_of(article)
    if address is None:
        return
    columns = schema.addresses.c
    if connection.scalar(select(columns.article).where(columns.address == address)) is None:
        connection.execute(insert(schema.addresses).values(address=address, article=number))
