"""An article goes into the library, whole or not at all.

Comes in:   a reading, prepared.
Goes out:   `Placed`: the article is new, a new version of one that was there, or was there already.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from tellings.collect.duplicates import digest_of, known_to_differ
from tellings.group.arriving import Arrival
from tellings.records import Article
from tellings.store import schema
from tellings.store.backend import Backend
from tellings.store.identity import address_of
from tellings.store.numbers import named, now
from tellings.store.packing import packed_words
from tellings.store.placing import place, refresh
from tellings.store.preparing import Prepared
from tellings.store.shelf import articles_of
from tellings.store.views import Outcome, Placed

_ADDRESSES, _VERSIONS, _ARTICLES = schema.addresses.c, schema.versions.c, schema.articles.c
_AT_ADDRESS = select(_ADDRESSES.article).where(_ADDRESSES.address == bindparam("address"))
_SAME_WORDS = (
    select(_VERSIONS.article)
    .where(_VERSIONS.digest == bindparam("digest"))
    .order_by(_VERSIONS.article)
    .limit(20)
)
_SAME_VERSION = (
    select(_VERSIONS.number)
    .where(_VERSIONS.article == bindparam("article"), _VERSIONS.digest == bindparam("digest"))
    .limit(1)
)
_SHELVE, _WRITE_VERSION = insert(schema.articles), insert(schema.versions)
_WRITE_CODES, _NOTE_ADDRESS = insert(schema.passages), insert(schema.addresses)


@dataclass(frozen=True, slots=True)
class Known:
    """An article that is there already.

    `same_words` where one of its versions has the words given, `same_address` where it is known by the
    address given (or none was given).
    """

    number: int
    same_words: bool
    same_address: bool

    def placed(self) -> Placed:
        """Where it stands: where it stood."""
        return Placed(article=named("a", self.number), outcome="known")


def find_known(
    connection: Connection, article: Article, *, address: str | None, digest: bytes
) -> Known | None:
    """The article of the library that this one is, by its address or by its words."""
    if address is not None:
        found = connection.scalar(_AT_ADDRESS, {"address": address})
        if found is not None:
            same = connection.scalar(_SAME_VERSION, {"article": found, "digest": digest})
            return Known(int(found), same is not None, same_address=True)
    holders = connection.scalars(_SAME_WORDS, {"digest": digest}).all()
    if not holders:
        return None
    for number, other in sorted(articles_of(connection, holders).items()):
        if not known_to_differ(article, other):
            return Known(number, True, same_address=address is None)
    return None


def recognized(connection: Connection, article: Article) -> Known | None:
    """The article where it is there already, in these words."""
    known = find_known(connection, article, address=address_of(article), digest=digest_of(article.text))
    return known if known is not None and known.same_words else None


def note_known(connection: Connection, article: Article) -> Placed | None:
    """Notes the address of an article whose words are there already; None where they are not."""
    known = recognized(connection, article)
    if known is None:
        return None
    _note_address(connection, address_of(article), known)
    return known.placed()


def add_prepared(connection: Connection, backend: Backend, given: Prepared) -> Placed:
    """Puts an article in, in the transaction of this connection."""
    known = find_known(connection, given.article, address=given.address, digest=given.digest)
    if known is None:
        return _add_new(connection, backend, given)
    _note_address(connection, given.address, known)
    if known.same_words:
        return known.placed()
    return _add_version(connection, backend, given, known.number)


def _add_new(connection: Connection, backend: Backend, given: Prepared) -> Placed:
    row = {
        "version": 1,
        "day": given.day,
        "outlet": given.article.outlet,
        "added": now(),
        "words": packed_words(given.vector),
    }
    made = connection.execute(_SHELVE, row).inserted_primary_key
    assert made is not None
    number = int(made[0])
    _write(connection, backend, given, number, 1)
    if given.address is not None:
        connection.execute(_NOTE_ADDRESS, {"address": given.address, "article": number})
    touched = place(connection, Arrival(number, given.vector, given.day), None, articles=number)
    return _placed(number, "new", touched)


def _add_version(connection: Connection, backend: Backend, given: Prepared, number: int) -> Placed:
    """The newest version counts; one that says it was published before that is only kept."""
    numbers = connection.scalars(select(_VERSIONS.number).where(_VERSIONS.article == number)).all()
    version = max(numbers) + 1
    old = articles_of(connection, [number])[number]
    old_day, home = connection.execute(
        select(_ARTICLES.day, _ARTICLES.story).where(_ARTICLES.id == number)
    ).one()
    if given.day is not None and old_day is not None and given.day < old_day:
        connection.execute(_WRITE_VERSION, given.version(number, version))
        return _placed(number, "version", set())
    row = {
        "version": version,
        "day": given.day if given.day is not None else old_day,
        "outlet": given.article.outlet or old.outlet,
        "words": packed_words(given.vector),
    }
    connection.execute(update(schema.articles).where(_ARTICLES.id == number).values(row))
    backend.unindex(connection, number, old.text)
    connection.execute(delete(schema.passages).where(schema.passages.c.article == number))
    _write(connection, backend, given, number, version)
    articles = connection.scalar(select(func.max(_ARTICLES.id)))
    arrival = Arrival(number, given.vector, row["day"])
    touched = place(connection, arrival, home, articles=int(articles or 1))
    if home not in touched:
        refresh(connection, home)
    return _placed(number, "version", touched | {home})


def _write(connection: Connection, backend: Backend, given: Prepared, number: int, version: int) -> None:
    """A version with everything that it is found by."""
    connection.execute(_WRITE_VERSION, given.version(number, version))
    if given.codes:
        connection.execute(_WRITE_CODES, {"article": number, "codes": given.codes})
    backend.index(connection, number, given.article.text)


def _placed(number: int, outcome: Outcome, touched: set[int]) -> Placed:
    stories = tuple(named("s", story) for story in sorted(touched))
    return Placed(article=named("a", number), outcome=outcome, stories=stories)


def _note_address(connection: Connection, address: str | None, known: Known) -> None:
    if address is not None and not known.same_address:
        connection.execute(_NOTE_ADDRESS, {"address": address, "article": known.number})
