"""Sentences that answer a question, by its words and by what it means.

Comes in:   words (those in double quotes must stand together), and limits on outlet, speaker and date.
Goes out:   `Hit`s, best first: exact sentences of articles.

Articles are found by the database's index of words and by the codes of their passages; the sentences of the
best are then compared one by one.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from sqlalchemy import ColumnElement, Connection, select

from tellings.errors import NotInLibrary
from tellings.group.background import background
from tellings.group.words import stems
from tellings.records import Article, Span
from tellings.store import schema
from tellings.store.backend import Backend
from tellings.store.meaning import Meanings
from tellings.store.numbers import day_of, named
from tellings.store.outlets import outlets_like
from tellings.store.packing import article_from, unpacked_sentences, unpacked_text, unpacked_vectors
from tellings.store.statements import names_like
from tellings.store.views import Hit
from tellings.store.words import phrases_of, query_of, telling_words

if TYPE_CHECKING:
    from numpy.typing import NDArray

_BY_WORDS, _BY_MEANING = 40, 30
_FEW = 10
_PER_ARTICLE = 3
_CLOSE = 0.4
"""Cosine from which a sentence is close in meaning, whatever its words."""
_HELD = 0.5
"""Part of the question's words, weighed by how rare they are, that a sentence must hold otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What to look for. `since` and `until` are ISO dates, both included."""

    words: str
    outlet: str | None = None
    speaker: str | None = None
    since: str | None = None
    until: str | None = None
    most: int = 20

    @property
    def phrases(self) -> tuple[str, ...]:
        """What must stand together, as asked."""
        return phrases_of(self.words)


def search(
    connection: Connection,
    backend: Backend,
    meanings: Meanings,
    question: Question,
    vector: NDArray[np.float32],
) -> tuple[Hit, ...]:
    """The sentences found, best first. `vector` is what the question means."""
    said = _said_by(connection, question.speaker) if question.speaker else None
    among = _among(connection, question, said)
    found = backend.find(connection, query_of(question.words, all_of_them=True), most=_BY_WORDS, among=among)
    if len(found) < _FEW and not question.phrases:
        found += backend.find(
            connection, query_of(question.words, all_of_them=False), most=_BY_WORDS, among=among
        )
    articles = [article for article, _ in found]
    if not question.phrases:
        articles += meanings.closest(connection, vector, most=_BY_MEANING, among=among)
    hits = _hits(connection, list(dict.fromkeys(articles)), question, vector, said)
    best = sorted(hits, key=lambda hit: (-hit.score, hit.article, hit.span))[: question.most]
    return tuple(_with_speaker(connection, best))


# ---------------------------------------------------------------- limits


def _among(
    connection: Connection, question: Question, said: dict[int, list[Span]] | None
) -> list[int] | None:
    """The articles within the limits, None where there are none."""
    columns = schema.articles.c
    limits: list[ColumnElement[bool]] = []
    if question.outlet:
        limits.append(columns.outlet.in_(outlets_like(connection, question.outlet)))
    if question.since:
        limits.append(columns.day >= day_of(question.since))
    if question.until:
        limits.append(columns.day < day_of(question.until) + 1)
    if not limits:
        return None if said is None else sorted(said)
    ids = connection.scalars(select(columns.id).where(*limits)).all()
    return list(ids) if said is None else sorted(set(ids) & set(said))


def _said_by(connection: Connection, speaker: str) -> dict[int, list[Span]]:
    """Where somebody is reported to say something, by article."""
    names = names_like(connection, speaker)
    if not names:
        raise NotInLibrary(
            f"Nobody called {speaker} is reported to say anything.",
            fix="Try the surname alone, as the articles print it.",
        )
    return _spans(connection, schema.statements.c.name.in_(names))


def _spans(connection: Connection, where: ColumnElement[bool]) -> dict[int, list[Span]]:
    found: dict[int, list[Span]] = {}
    columns = schema.statements.c
    for article, spans in connection.execute(select(columns.article, columns.spans).where(where)):
        found.setdefault(article, []).extend(Span(*span) for span in json.loads(spans))
    return found


# ---------------------------------------------------------------- sentences


def _hits(
    connection: Connection,
    articles: Sequence[int],
    question: Question,
    vector: NDArray[np.float32],
    said: dict[int, list[Span]] | None,
) -> list[Hit]:
    weights = _weights(question.words)
    hits: list[Hit] = []
    for row in _rows(connection, articles):
        article = article_from(row.id, row.head, unpacked_text(row.text))
        spans = [sentence.span for sentence in unpacked_sentences(row.reading)]
        closeness = unpacked_vectors(row.vectors) @ vector
        scored = []
        for span, close in zip(spans, closeness.tolist(), strict=True):
            if said is not None and not any(span.overlaps(one) for one in said.get(row.id, ())):
                continue
            score = _score(span.words_in(article.text), close, weights, question.phrases)
            if score > 0:
                scored.append((score, span))
        best = sorted(scored, key=lambda pair: (-pair[0], pair[1]))[:_PER_ARTICLE]
        hits += [_hit(article, row.story, span, score) for score, span in best]
    return hits


def _rows(connection: Connection, articles: Sequence[int]) -> Sequence[Any]:
    shelf, versions = schema.articles, schema.versions.c
    joint = (versions.article == shelf.c.id) & (versions.number == shelf.c.version)
    return connection.execute(
        select(shelf.c.id, shelf.c.story, versions.head, versions.text, versions.reading, versions.vectors)
        .select_from(shelf.join(schema.versions, joint))
        .where(shelf.c.id.in_(articles))
    ).all()


def _score(words: str, close: float, weights: dict[str, float], phrases: Sequence[str]) -> float:
    """0 where the sentence is no answer: without a phrase asked for, or neither close nor in its words."""
    told = " ".join(words.split()).casefold()
    if any(" ".join(phrase.split()).casefold() not in told for phrase in phrases):
        return 0.0
    total = sum(weights.values())
    held = sum(weights[stem] for stem in set(stems(words)) & weights.keys()) / total if total else 0.0
    if not phrases and close < _CLOSE and held < _HELD:
        return 0.0
    return round(0.5 * held + 0.5 * max(0.0, close) + (1e-6 if phrases else 0.0), 6)


def _weights(words: str) -> dict[str, float]:
    """The stems of the question, each as heavy as it is rare."""
    known = background()
    telling = telling_words(words) or [words]
    return {
        stem: math.log((1 + known.documents) / (0.5 + known.counts.get(stem, 0)))
        for stem in stems(" ".join(telling))
    }


def _hit(article: Article, story: int, span: Span, score: float) -> Hit:
    return Hit(
        article=article.id,
        story=named("s", story),
        outlet=article.outlet,
        published=article.published,
        title=article.title,
        span=span,
        words=span.words_in(article.text),
        score=score,
    )


def _with_speaker(connection: Connection, hits: Sequence[Hit]) -> list[Hit]:
    """The hits with whoever says most of the sentence."""
    from dataclasses import replace

    from tellings.store.numbers import number_of

    columns = schema.statements.c
    articles = {number_of("a", hit.article) for hit in hits}
    rows = connection.execute(
        select(columns.article, columns.name, columns.spans).where(columns.article.in_(articles))
    ).all()
    told = [(named("a", article), name, json.loads(spans)) for article, name, spans in rows]
    return [replace(hit, speaker=_speaker_at(hit, told)) for hit in hits]


def _speaker_at(hit: Hit, told: Sequence[tuple[str, str, list[list[int]]]]) -> str | None:
    best, most = None, 0.4 * (hit.span.end - hit.span.start)
    for article, name, spans in told:
        if article == hit.article:
            shared = sum(max(0, min(e, hit.span.end) - max(s, hit.span.start)) for s, e in spans)
            if shared > most:
                best, most = name, shared
    return best
