"""Libraries of both kinds."""

from __future__ import annotations

import importlib
import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tellings.store import Library

from . import server as postgres
from .made import meaning

VECTORS = importlib.import_module("tellings.read.vectors")
_numbers = itertools.count(1)


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """A PostgreSQL; tests that need it are skipped, with the reason, where there is none."""
    pytest.importorskip("psycopg", reason='psycopg is not installed (pip install "tellings[postgres]")')
    try:
        with postgres.running() as address:
            yield address
    except postgres.NoServer as error:
        pytest.skip(str(error))


@pytest.fixture(scope="session")
def server_with_pgvector() -> Iterator[str]:
    """A PostgreSQL with pgvector; tests that need it are skipped, with the reason, where there is none."""
    pytest.importorskip("psycopg", reason='psycopg is not installed (pip install "tellings[postgres]")')
    try:
        with postgres.running(postgres.programs_with_pgvector()) as address:
            yield address
    except postgres.NoServer as error:
        pytest.skip(str(error))


@contextmanager
def database(running: str, *, pgvector: bool = False) -> Iterator[str]:
    """The address of an empty database of a server."""
    name = f"library_{next(_numbers)}"
    postgres.ask(running, f"CREATE DATABASE {name}")
    address = running.replace("DATABASE", name)
    if pgvector:
        postgres.ask(address, "CREATE EXTENSION vector")
    yield address
    postgres.ask(running, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgresql", "pgvector"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where a library may be made, once for each kind of database."""
    if request.param == "sqlite":
        yield str(tmp_path / "library.db")
        return
    pgvector = request.param == "pgvector"
    with database(
        request.getfixturevalue("server_with_pgvector" if pgvector else "server"), pgvector=pgvector
    ) as made:
        yield made


@pytest.fixture
def library(address: str) -> Iterator[Library]:
    """An empty library."""
    with Library.open(address, patience=20) as opened:
        yield opened


@pytest.fixture(autouse=True)
def questions_without_a_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """A question means what its words mean, as in the readings made here."""
    monkeypatch.setattr(VECTORS, "vector_of", meaning)
