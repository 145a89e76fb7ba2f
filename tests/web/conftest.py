"""Reading rooms over libraries of invented stories."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tellings.store import Library
from tellings.web import Gate

from .visitor import Visitor, entered


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    """A library of two stories, compared once; tests work on copies."""
    path = tmp_path_factory.mktemp("shelf") / "library.db"
    with Library.open(path) as library:
        library.add([root / "examples" / "ferry-sinking", root / "examples" / "kharrow-dam"])
    return path


@pytest.fixture
def library(shelf: Path, tmp_path: Path) -> Iterator[Library]:
    """A copy of it, which a test may change."""
    copy = tmp_path / "library.db"
    shutil.copy(shelf, copy)
    with Library.open(copy) as opened:
        yield opened


@pytest.fixture
def reader(library: Library) -> Iterator[Visitor]:
    """A visitor of a room over that copy."""
    with entered(library) as visitor:
        yield visitor


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Library]:
    """A library without articles."""
    with Library.open(tmp_path / "empty.db") as opened:
        yield opened


@pytest.fixture
def stranger(empty: Library) -> Iterator[Visitor]:
    """A visitor of a room with nothing in it, where no model is needed."""
    with entered(empty) as visitor:
        yield visitor


TOKEN = "a-long-token-of-the-desk"


@pytest.fixture
def shut(empty: Library) -> Iterator[Visitor]:
    """A visitor before a room that asks for a token."""
    with entered(empty, Gate(TOKEN, frozenset({"desk.example"}))) as visitor:
        yield visitor
