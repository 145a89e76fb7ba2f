"""Sentences that answer a question, by its words and by what it means.

Comes in:   words (those in double quotes must stand together), and limits on outlet, speaker and date.
Goes out:   `Hit`s, best first: exact sentences of articles.

Articles are found by the database's index of words and by the codes of their passages; the sentences of the
best are then compared one by one.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from sqlalchemy import ColumnElement, Connection, select

from tellings.errors import NotInLibrary
from tellings.records import Article, Span
from tellings.store import schema
from tellings.store.backend import Backend, How
from tellings.store.meaning import Meanings
from tellings.store.numbers import day_of, named
from tellings.store.outlets import outlets_like
from tellings.store.packing import article_from, unpacked_places, unpacked_text, unpacked_vectors
from tellings.store.scoring import Scorer
from tellings.store.statements import names_like
from tellings.store.views import Hit
from tellings.store.words import phrases_of, query_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

_BY_WORDS, _BY_MEANING = 40, 30
_FEW = 10
_PER_ARTICLE = 3


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
    articles = _by_words(connection, backend, question, among)
    if not question.phrases:
        articles += meanings.closest(connection, backend, vector, most=_BY_MEANING, among=among)
    hits = _hits(connection, list(dict.fromkeys(articles)), question, vector, said)
    best = sorted(hits, key=lambda hit: (-hit.score, hit.article, hit.span))[: question.most]
    return tuple(_with_speaker(connection, best))


def _by_words(
    connection: Connection, backend: Backend, question: Question, among: Sequence[int] | None
) -> list[int]:
    """Articles with all words in one place, then with all of them anywhere, then with some of the rarest."""
    found: list[int] = []
    hows: tuple[How, ...] = ("near", "all") if question.phrases else ("near", "all", "any")
    for how in hows:
        if len(found) < _FEW:
            found += backend.find(connection, query_of(question.words, how), most=_BY_WORDS, among=among)
    return found


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
    scorer = Scorer(question.words)
    hits: list[Hit] = []
    for row in _rows(connection, articles):
        text = unpacked_text(row.text)
        places = unpacked_places(row.reading)
        closeness = (unpacked_vectors(row.vectors) @ vector).tolist()
        scored = []
        for (start, end), close in zip(places, closeness, strict=True):
            if said is not None and not any(Span(start, end).overlaps(one) for one in said.get(row.id, ())):
                continue
            score = scorer.score(text[start:end], close)
            if score > 0:
                scored.append((-score, start, end))
        if scored:
            article = article_from(row.id, row.head, text)
            for worth, start, end in sorted(scored)[:_PER_ARTICLE]:
                hits.append(_hit(article, row.story, Span(start, end), -worth))
    return hits


def _rows(connection: Connection, articles: Sequence[int]) -> Sequence[Any]:
    shelf, versions = schema.articles, schema.versions.c
    joint = (versions.article == shelf.c.id) & (versions.number == shelf.c.version)
    return connection.execute(
        select(shelf.c.id, shelf.c.story, versions.head, versions.text, versions.reading, versions.vectors)
        .select_from(shelf.join(schema.versions, joint))
        .where(shelf.c.id.in_(articles))
    ).all()


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
