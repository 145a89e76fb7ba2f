"""Readings made by hand: vectors are made of the words, and nothing is asked of a model."""

from __future__ import annotations

import zlib

import numpy as np

from tellings.read.dates import find_dates
from tellings.read.quantities import find_quantities
from tellings.read.sentences import find_sentences
from tellings.records import Article, Attribution, Reading, Span


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
