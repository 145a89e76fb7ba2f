"""Articles and stories in a line: no model is loaded, the sentences are the lines' own."""

from __future__ import annotations

import re
from collections.abc import Callable

import numpy as np
import pytest

from tellings.records import Article, Grouped, Reading, Sentence, Span

MakeReading = Callable[..., Reading]
MakeStory = Callable[..., Grouped]


def sentences_of(text: str) -> tuple[Sentence, ...]:
    found = []
    for paragraph, line in enumerate(re.finditer(r"[^\n]+", text)):
        for match in re.finditer(r"\S.*?(?:[.!?][\"”]?(?=\s+[A-Z“\"])|$)", line.group()):
            span = Span(line.start() + match.start(), line.start() + match.end())
            found.append(Sentence(span=span, paragraph=paragraph))
    return tuple(found)


@pytest.fixture
def reading() -> MakeReading:
    def make(text: str, id: str = "a", **metadata: str) -> Reading:
        sentences = sentences_of(text)
        return Reading(
            article=Article(id=id, text=text, **metadata),  # type: ignore[arg-type]
            sentences=sentences,
            entities=(),
            dates=(),
            quantities=(),
            attributions=(),
            vectors=np.zeros((len(sentences), 0), dtype=np.float32),
        )

    return make


@pytest.fixture
def story() -> MakeStory:
    def make(*readings: Reading) -> Grouped:
        return Grouped(id="story", readings=readings)

    return make
