"""The room's door."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tellings.attribute.copies import laid_out_alike
from tellings.attribute.drift import drift_among
from tellings.attribute.laying_out import laid_out
from tellings.attribute.once import once_a_text
from tellings.attribute.speakers import who_speaks
from tellings.attribute.statements import make_statements
from tellings.attribute.unnamed import join_unnamed
from tellings.attribute.utterances import same_words
from tellings.attribute.when import carry_days_on, share_days
from tellings.records import Attributed, Reading, Span, Statement, Traced, Utterance


def attribute(story: Traced) -> Attributed:
    """Who said what: speakers under all their names, statements, and utterances with their drift."""
    readings = _laid_out(laid_out_alike(story.readings), story)
    speakers, who = who_speaks(readings)
    statements = make_statements(readings, story.provenance, speakers, who)
    statements = carry_days_on(statements, readings)
    groups = same_words(statements, speakers, readings)
    statements = share_days(statements, groups)
    speakers, statements = join_unnamed(speakers, statements, groups)
    texts = {reading.article.id: reading.article.text for reading in story.readings}
    statements, utterances = _utterances(statements, groups, texts)
    spoken = {statement.speaker for statement in statements}
    return Attributed(
        traced=story,
        speakers=tuple(speaker for speaker in speakers if speaker.id in spoken),
        statements=statements,
        utterances=utterances,
    )


def _laid_out(readings: Sequence[Reading], story: Traced) -> tuple[Reading, ...]:
    """The readings with their statements told apart."""

    def aside(reading: Reading) -> tuple[Span, ...]:
        return _boilerplate(story, reading.article.id)

    told = once_a_text(readings, lambda reading: laid_out(reading, aside(reading)).attributions, aside)
    return tuple(replace(reading, attributions=own) for reading, own in zip(readings, told, strict=True))


def _boilerplate(story: Traced, article: str) -> tuple[Span, ...]:
    known = story.provenance.get(article)
    return known.boilerplate if known else ()


def _outermost(group: Sequence[int], statements: Sequence[Statement]) -> list[int]:
    """A group without what another of its statements holds: words within words are not told twice."""
    return [
        at
        for at in group
        if not any(_holds(statements[other], statements[at]) for other in group if other != at)
    ]


def _holds(outer: Statement, inner: Statement) -> bool:
    if outer.article != inner.article or outer.content == inner.content:
        return False
    return all(any(part.covers(span) for part in outer.content) for span in inner.content)


def _utterances(
    statements: Sequence[Statement], groups: Sequence[Sequence[int]], texts: Mapping[str, str]
) -> tuple[tuple[Statement, ...], tuple[Utterance, ...]]:
    """Statements that refer to their utterances, and the utterances."""
    told = list(statements)
    utterances: list[Utterance] = []
    for group in (_outermost(each, statements) for each in groups):
        number = f"u{len(utterances) + 1}"
        for at in group:
            told[at] = replace(told[at], utterance=number)
        members = [told[at] for at in group]
        utterances.append(
            Utterance(id=number, statements=tuple(s.id for s in members), drift=drift_among(members, texts))
        )
    return tuple(told), tuple(utterances)
