"""A PostgreSQL with pgvector finds the passages itself, and finds the same."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import text

from tellings.store import Library
from tellings.store.codes import code_of

from . import server as postgres
from .conftest import database
from .made import meaning, reading_of
from .texts import GATE, GATE_EDITED, GATE_OWN, HONEY, HONEY_TOO
from .workers import readings

COUNT = 24
QUESTIONS = (
    "the ferrymaster and the yard of Merrow",
    "who met in Tarnwick on Tuesday",
    "the granary keeper",
    "hands sent to the loft",
)
WIRE = {"url": "https://norvik.example/gate", "outlet": "Norvik", "published": "2024-06-04"}


@pytest.fixture
def plain(server_with_pgvector: str) -> Iterator[str]:
    """An empty database in which the extension may be made."""
    with database(server_with_pgvector) as address:
        yield address


@pytest.fixture
def ready(server_with_pgvector: str) -> Iterator[str]:
    """An empty database with the extension."""
    with database(server_with_pgvector, pgvector=True) as address:
        yield address


def asked(library: Library, question: str, among: list[int] | None = None) -> list[int] | None:
    """What the database itself finds, by its index."""

    def closest(connection):  # type: ignore[no-untyped-def]
        connection.execute(text("SET LOCAL enable_seqscan = off"))
        connection.execute(text("SET LOCAL enable_sort = off"))
        code = code_of(meaning(question))
        return library._database.backend.closest(connection, code, most=200, among=among)

    return library._database.read(closest)  # type: ignore[no-any-return]


def in_memory(library: Library, question: str, among: list[int] | None = None) -> list[int]:
    """What comparing all codes in memory finds."""
    code = code_of(meaning(question))
    return library._database.read(lambda c: library._meanings._in_memory(c, code, most=200, among=among))


def noted(library: Library) -> int:
    """How many passages the index holds."""
    return int(library._database.read(lambda c: c.scalar(text("SELECT count(*) FROM meanings"))) or 0)


@pytest.mark.parametrize("among", [None, [2, 3, 5, 7, 11]])
def test_the_index_finds_what_is_found_in_memory(ready: str, among: list[int] | None) -> None:
    with Library.open(ready) as library:
        library.add_readings(readings(COUNT))
        for question in QUESTIONS:
            found = asked(library, question, among)
            assert found is not None
            assert sorted(found) == sorted(in_memory(library, question, among))
            assert found[0] in in_memory(library, question, among)[:3]


def test_the_index_follows_edits_and_what_is_forgotten(ready: str) -> None:
    with Library.open(ready) as library:
        library.add_reading(reading_of(HONEY))
        before = noted(library)
        library.add_reading(reading_of(GATE, **WIRE))
        library.add_reading(reading_of(GATE_EDITED, **WIRE))
        library.add_reading(reading_of(GATE_OWN))
        assert sorted(asked(library, "gate") or ()) == [1, 2, 3]
        library.forget(["a2", "a3"])
        assert asked(library, "gate") == [1]
        assert noted(library) == before


def test_an_extension_that_comes_later_is_used_after_a_repair(plain: str) -> None:
    with Library.open(plain) as library:
        library.add_readings([reading_of(HONEY), reading_of(HONEY_TOO)])
        assert asked(library, "honey") is None
        before = library.search("honey")
        postgres.ask(plain, "CREATE EXTENSION vector")
        assert library.check(repair=True) == ()
        assert sorted(asked(library, "honey") or ()) == [1, 2]
        assert library.search("honey") == before
        library.add_reading(reading_of(GATE))
        assert sorted(asked(library, "honey") or ()) == [1, 2, 3]


def test_codes_are_not_fetched_where_the_database_has_an_index(ready: str) -> None:
    with Library.open(ready) as library:
        library.add_readings(readings(6))
        assert library.search("ferrymaster")
        assert library._meanings._last == 0


def test_a_copy_in_a_database_with_the_extension_has_its_own_index(ready: str, tmp_path) -> None:  # type: ignore[no-untyped-def]
    with Library.open(tmp_path / "file.db") as library:
        library.add_readings(readings(6))
        library.backup(ready)
    with Library.open(ready) as copy:
        assert sorted(asked(copy, "ferrymaster") or ()) == [1, 2, 3, 4, 5, 6]
