"""Every place that a dossier points at.

Comes in:   a dossier.
Goes out:   (section, article id, span) of each cite, and the table of digests by which they can be found
            again years later.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tellings.dossier import (
    ArticleModel,
    ClaimModel,
    ConflictModel,
    PositionModel,
    StatementModel,
    Story,
    digest,
)

Pair = tuple[int, int]


class Cited(NamedTuple):
    """A cite and the line of the dossier that makes it ("brief[0]", "statement q3")."""

    where: str
    article: str
    span: Pair

    @property
    def key(self) -> str:
        """The name of the passage in `Story.passages`."""
        return key_of(self.article, self.span)


def key_of(article: str, span: Pair) -> str:
    """ "a1:120-180" for characters 120 to 180 of article a1."""
    return f"{article}:{span[0]}-{span[1]}"


def digests(story: Story) -> dict[str, str]:
    """The digest of every passage that the dossier cites, in order of place."""
    texts = {article.id: article.text for article in story.articles}
    places = sorted({(cite.article, cite.span) for cite in every_cite(story)})
    return {
        key_of(article, (start, end)): digest(texts[article][start:end]) for article, (start, end) in places
    }


def every_cite(story: Story) -> Iterator[Cited]:
    """Each cite of each section, with the line that makes it."""
    for article in story.articles:
        yield from _of_article(article)
    for origin in story.origins:
        for reason in origin.reasons:
            yield Cited(f"origin {origin.id}", reason.article, reason.span)
            if reason.other_article is not None and reason.other_span is not None:
                yield Cited(f"origin {origin.id}", reason.other_article, reason.other_span)
    for statement in story.statements:
        yield from _of_statement(statement)
    yield from _of_utterances(story)
    for claim in story.claims:
        yield from _of_claim(claim)
    for conflict in story.conflicts:
        yield from _of_conflict(conflict)
    for line in story.positions:
        yield from _of_positions(line)
    for figure in story.figures:
        cites = (cite for step in figure.steps for cite in step.cites)
        yield from _plain(f"figure {figure.id}", ((cite.article, cite.span) for cite in cites))
    yield from _of_rest(story)


def _of_article(article: ArticleModel) -> Iterator[Cited]:
    for span in article.boilerplate:
        yield Cited(f"boilerplate of {article.id}", article.id, span)
    for credit in article.credits:
        yield Cited(f"credits of {article.id}", article.id, credit.span)
    for derivation in article.derives_from:
        for here, there in derivation.passages:
            yield Cited(f"derivations of {article.id}", article.id, here)
            yield Cited(f"derivations of {article.id}", derivation.article, there)


def _of_statement(statement: StatementModel) -> Iterator[Cited]:
    for spans in (statement.source, statement.cue, statement.content):
        for span in spans:
            yield Cited(f"statement {statement.id}", statement.article, span)


def _of_utterances(story: Story) -> Iterator[Cited]:
    article_of = {statement.id: statement.article for statement in story.statements}
    for utterance in story.utterances:
        for drift in utterance.drift:
            sides = ((drift.statement, drift.span), (drift.other_statement, drift.other_span))
            for statement, span in sides:
                yield Cited(f"utterance {utterance.id}", article_of.get(statement, statement), span)


def _of_claim(claim: ClaimModel) -> Iterator[Cited]:
    yield Cited(f"claim {claim.id}", claim.summary.article, claim.summary.span)
    for mention in claim.mentions:
        yield Cited(f"claim {claim.id}", mention.article, mention.span)


def _of_positions(line: PositionModel) -> Iterator[Cited]:
    where = f"position {line.id}"
    yield Cited(where, line.holder.article, line.holder.span)
    for step in line.steps:
        yield Cited(where, step.value.article, step.value.span)
        yield from _plain(where, ((stand.article, stand.span) for stand in step.stands))


def _of_conflict(conflict: ConflictModel) -> Iterator[Cited]:
    for side in conflict.sides:
        yield from _plain(f"conflict {conflict.id}", ((m.article, m.span) for m in side.mentions))


def _of_rest(story: Story) -> Iterator[Cited]:
    for event in story.timeline:
        for mention in event.mentions:
            yield Cited(f"timeline {event.date}", mention.article, mention.span)
            yield Cited(f"timeline {event.date}", mention.article, mention.expression)
    for naming in story.naming:
        for variant in naming.variants:
            yield from _plain(f"name {variant.name}", ((c.article, c.span) for c in variant.cites))
    for number, line in enumerate(story.brief):
        yield from _plain(f"brief[{number}]", ((c.article, c.span) for c in line.cites))


def _plain(where: str, cites: Iterable[tuple[str, Pair]]) -> Iterator[Cited]:
    for article, span in cites:
        yield Cited(where, article, span)
