"""Invented articles with their attributions marked in the text, made into a traced story.

In "{s1:Tobias Merrow} {c1:said} {q1:the port would close}" the braces mark the source, the cue and the
content of attribution 1; they may be nested, and a role may come more than once.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import numpy as np
import pytest

from tellings.attribute import attribute
from tellings.read.sentences import find_sentences
from tellings.records import (
    Article,
    Attributed,
    Attribution,
    Credit,
    Date,
    Entity,
    Grouped,
    Provenance,
    Reading,
    Span,
    Speaker,
    Statement,
    Traced,
)

_MARK = re.compile(r"\{([scq])(\d+):|\}")
Attribute = Callable[..., "Told"]


class Told:
    """An attributed story that answers by words."""

    def __init__(self, attributed: Attributed) -> None:
        self.attributed = attributed
        self.texts = {r.article.id: r.article.text for r in attributed.traced.readings}

    def words(self, statement: Statement) -> str:
        return " … ".join(span.words_in(self.texts[statement.article]) for span in statement.content)

    def statement(self, words: str, article: str | None = None) -> Statement:
        return next(
            s
            for s in self.attributed.statements
            if words in self.words(s) and (article is None or s.article == article)
        )

    def speaker(self, words: str, article: str | None = None) -> Speaker | None:
        said = self.statement(words, article)
        return next((p for p in self.attributed.speakers if p.id == said.speaker), None)

    def name(self, words: str, article: str | None = None) -> str | None:
        speaker = self.speaker(words, article)
        return speaker.name if speaker else None

    def drift(self) -> list[tuple[str, str, str]]:
        article_of = {s.id: s.article for s in self.attributed.statements}
        return [
            (
                d.kind,
                d.span.words_in(self.texts[article_of[d.statement]]),
                d.other_span.words_in(self.texts[article_of[d.other_statement]]),
            )
            for u in self.attributed.utterances
            for d in u.drift
        ]


def reading_of(
    name: str,
    marked: str,
    days: dict[str, date] | None = None,
    published: str | None = None,
    people: tuple[str, ...] = (),
    places: tuple[str, ...] = (),
) -> Reading:
    """An article from its marked text; `days` are the dates that words of the text stand for.

    A first line that ends in no stop is the title; the reader marked `people` and `places` so.
    """
    text, spans = _unmarked(marked)
    numbers = sorted({number for _, number, _ in spans})
    attributions = tuple(
        Attribution(
            **{
                role: tuple(sorted(s for r, n, s in spans if n == number and r == letter))
                for letter, role in (("s", "source"), ("c", "cue"), ("q", "content"))
            }
        )
        for number in numbers
    )
    first = text.partition("\n\n")[0]
    title = first if len(first) < len(text) and first[-1] not in '.!?”"' else None
    sentences = find_sentences(text)
    entities = tuple(
        Entity(span=Span(m.start(), m.end()), type="place" if words in places else "person")
        for words in (*people, *places)
        for m in re.finditer(rf"\b{re.escape(words)}\b", text)
    )
    dates = tuple(
        Date(span=Span(m.start(), m.end()), value=day.isoformat())
        for words, day in (days or {}).items()
        for m in re.finditer(re.escape(words), text)
    )
    return Reading(
        article=Article(id=name, text=text, title=title, published=published),
        sentences=sentences,
        entities=entities,
        dates=dates,
        quantities=(),
        attributions=attributions,
        vectors=np.zeros((len(sentences), 384), np.float32),
    )


def _unmarked(marked: str) -> tuple[str, list[tuple[str, int, Span]]]:
    text, at = "", 0
    stack: list[tuple[str, int, int]] = []
    spans: list[tuple[str, int, Span]] = []
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        at = mark.end()
        if mark.group(1):
            stack.append((mark.group(1), int(mark.group(2)), len(text)))
        else:
            role, number, start = stack.pop()
            spans.append((role, number, Span(start, len(text))))
    return text + marked[at:], spans


@pytest.fixture
def told() -> Attribute:
    """Attribute a story of marked articles, given by name."""

    def attributed(
        *,
        days: dict[str, date] | None = None,
        boilerplate: dict[str, str] | None = None,
        credits: dict[str, str] | None = None,
        published: dict[str, str] | None = None,
        people: tuple[str, ...] = (),
        places: tuple[str, ...] = (),
        **articles: str,
    ) -> Told:
        readings = tuple(
            reading_of(name, marked, days, (published or {}).get(name), people, places)
            for name, marked in articles.items()
        )
        provenance = {r.article.id: _provenance(r, boilerplate or {}, credits or {}) for r in readings}
        return Told(
            attribute(Traced(story=Grouped(id="g", readings=readings), provenance=provenance, origins=()))
        )

    return attributed


def _provenance(reading: Reading, boilerplate: dict[str, str], credits: dict[str, str]) -> Provenance:
    text, article = reading.article.text, reading.article.id
    gone = [boilerplate[article]] if article in boilerplate else []
    named = [credits[article]] if article in credits else []
    return Provenance(
        article=article,
        boilerplate=tuple(Span(text.index(words), text.index(words) + len(words)) for words in gone),
        credits=tuple(
            Credit(name=name, kind="cited-report", span=Span(m.start(), m.end()))
            for name in named
            for m in re.finditer(re.escape(name), text)
        ),
        derives_from=(),
    )
