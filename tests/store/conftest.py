"""Libraries of both kinds, and readings made by hand: a line is a sentence, a vector is made of its words."""

from __future__ import annotations

import importlib
import itertools
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from tellings.read.dates import find_dates
from tellings.read.quantities import find_quantities
from tellings.read.sentences import find_sentences
from tellings.records import Article, Attribution, Reading, Span
from tellings.store import Library

from . import server as postgres

Open = Callable[..., Library]
VECTORS = importlib.import_module("tellings.read.vectors")
_numbers = itertools.count(1)


def meaning(words: str) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    """A vector that is close for texts with the same words."""
    total = np.full(384, 1e-3, dtype=np.float32)
    for word in words.lower().split():
        total += np.random.default_rng(zlib.crc32(word.strip('.,"').encode())).standard_normal(384)
    return np.asarray(total / np.linalg.norm(total), dtype=np.float32)


def reading_of(text: str, *, said: tuple[str, str, str] | None = None, **known: str | None) -> Reading:
    """A reading of the text; `said` are source, cue and content of one attribution."""
    article = Article(id="", text=text, **known)  # type: ignore[arg-type]
    sentences = find_sentences(text)
    found = [Span(text.index(part), text.index(part) + len(part)) for part in said or ()]
    return Reading(
        article=article,
        sentences=sentences,
        entities=(),
        dates=find_dates(text, sentences, article.published),
        quantities=find_quantities(text, sentences),
        attributions=(
            (Attribution(source=(found[0],), cue=(found[1],), content=(found[2],)),) if found else ()
        ),
        vectors=np.stack([meaning(s.span.words_in(text)) for s in sentences]),
    )


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """A PostgreSQL; tests that need it are skipped, with the reason, where there is none."""
    pytest.importorskip("psycopg", reason='psycopg is not installed (pip install "tellings[postgres]")')
    try:
        with postgres.running() as address:
            yield address
    except postgres.NoServer as error:
        pytest.skip(str(error))


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where a library may be made, once for each kind of database."""
    if request.param == "sqlite":
        yield str(tmp_path / "library.db")
        return
    running: str = request.getfixturevalue("server")
    name = f"library_{next(_numbers)}"
    postgres.ask(running, f"CREATE DATABASE {name}")
    yield running.replace("DATABASE", name)
    postgres.ask(running, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def library(address: str) -> Iterator[Library]:
    """An empty library."""
    with Library.open(address, patience=20) as opened:
        yield opened


@pytest.fixture(autouse=True)
def questions_without_a_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """A question means what its words mean, as in the readings made here."""
    monkeypatch.setattr(VECTORS, "vector_of", meaning)
