"""Stories built by hand: one line of text is one sentence, and vectors are made of the words themselves."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np
import pytest
from numpy.typing import NDArray

from tellings.compare.words import words_in
from tellings.records import (
    Article,
    Attributed,
    Date,
    Grouped,
    Origin,
    Provenance,
    Quantity,
    Reading,
    Sentence,
    Span,
    Speaker,
    Statement,
    Traced,
)


@dataclass
class Account:
    """One article: its lines, and what a reader would have found in them."""

    text: str
    published: str | None = "2031-05-04"
    title: str | None = None
    quantities: dict[str, dict[str, object]] = field(default_factory=dict)
    dates: dict[str, dict[str, object]] = field(default_factory=dict)
    said: Sequence[str] = ()
    boilerplate: Sequence[str] = ()


def _vector(text: str, span: Span) -> NDArray[np.float32]:
    total = np.full(384, 1e-3, dtype=np.float32)
    for word in words_in(text, span):
        if word.tells:
            total += np.random.default_rng(zlib.crc32(word.stem.encode())).standard_normal(384)
    return np.asarray(total / np.linalg.norm(total), dtype=np.float32)


def _at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def _reading(number: int, account: Account) -> Reading:
    text = account.text
    sentences = tuple(
        Sentence(span=Span(*line.span()), paragraph=n) for n, line in enumerate(re.finditer(r"[^\n]+", text))
    )
    quantities = [Quantity(span=_at(text, words), **values) for words, values in account.quantities.items()]  # type: ignore[arg-type]
    dates = [Date(span=_at(text, words), **values) for words, values in account.dates.items()]  # type: ignore[arg-type]
    return Reading(
        article=Article(id=f"a{number}", text=text, title=account.title, published=account.published),
        sentences=sentences,
        entities=(),
        dates=tuple(sorted(dates, key=lambda d: d.span)),
        quantities=tuple(sorted(quantities, key=lambda q: q.span)),
        attributions=(),
        vectors=np.stack([_vector(text, sentence.span) for sentence in sentences]),
    )


@pytest.fixture
def story() -> Callable[..., Attributed]:
    """Builds an `Attributed` story from accounts; every article is an origin of its own."""

    def build(*accounts: Account | str, speakers: Sequence[Speaker] = ()) -> Attributed:
        full = [a if isinstance(a, Account) else Account(a) for a in accounts]
        readings = tuple(_reading(n, account) for n, account in enumerate(full, start=1))
        statements = tuple(
            Statement(
                id=f"s{n}.{k}",
                article=f"a{n}",
                speaker=None,
                source=(),
                cue=(),
                content=(_at(account.text, words),),
                form="indirect",
            )
            for n, account in enumerate(full, start=1)
            for k, words in enumerate(account.said)
        )
        provenance = {
            f"a{n}": Provenance(
                article=f"a{n}",
                boilerplate=tuple(_at(account.text, words) for words in account.boilerplate),
                credits=(),
                derives_from=(),
            )
            for n, account in enumerate(full, start=1)
        }
        origins = tuple(
            Origin(id=f"o{n}", name=f"paper {n}", kind="outlet", articles=(f"a{n}",))
            for n in range(1, len(full) + 1)
        )
        traced = Traced(story=Grouped(id="story", readings=readings), provenance=provenance, origins=origins)
        return Attributed(traced=traced, speakers=tuple(speakers), statements=statements, utterances=())

    return build


@pytest.fixture
def account() -> type[Account]:
    """The class of an account, for those with dates, figures or statements."""
    return Account
