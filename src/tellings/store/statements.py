"""Who said what, over all stories.

Comes in:   the dossier of a story; the name of a speaker.
Goes out:   rows to look statements up by name; what somebody is reported to have said, in order of time.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, func, select

from tellings.records import Span
from tellings.store import schema
from tellings.store.numbers import named, number_of
from tellings.store.shelf import articles_of
from tellings.store.views import Said, SpeakerRow

if TYPE_CHECKING:
    from tellings.dossier import StatementModel, Story

_MOST_NAMES = 500


def statement_rows(story: int, dossier: Story) -> list[dict[str, Any]]:
    """One row for each statement of a speaker who is known."""
    speakers = {speaker.id: speaker for speaker in dossier.speakers}
    turning = _turning(dossier)
    rows = []
    for statement in dossier.statements:
        speaker = speakers.get(statement.speaker or "")
        if speaker is None or speaker.kind == "anonymous" or not statement.content:
            continue
        rows.append(
            {
                "story": story,
                "article": number_of("a", statement.article),
                "name": speaker.name,
                "key": name_key(speaker.name),
                "role": speaker.role,
                "said": statement.said_on,
                "spans": json.dumps(statement.content),
                "utterance": statement.utterance,
                "turns": statement.id in turning,
            }
        )
    return rows


def _turning(dossier: Story) -> set[str]:
    """Statements that stand on a side of a change of position."""
    sides = [
        cite
        for conflict in dossier.conflicts
        if conflict.kind == "position" and conflict.nature != "different-scope"
        for side in conflict.sides
        for cite in side.mentions
    ]
    return {
        statement.id
        for statement in dossier.statements
        if any(cite.article == statement.article and _meets(cite.span, statement) for cite in sides)
    }


def _meets(span: tuple[int, int], statement: StatementModel) -> bool:
    return any(start < span[1] and span[0] < end for start, end in statement.content)


def name_key(name: str) -> str:
    """The last word of a name, lower-cased: what two forms of one name share most often."""
    words = name.replace("’", "'").removesuffix("'s").split()
    return words[-1].strip(".,").casefold() if words else ""


def same_speaker(wanted: str, name: str) -> bool:
    """Whether the name asked for can be short for this one: each of its words is one of its words."""
    have = {word.strip(".,").casefold() for word in name.split()}
    return all(word.strip(".,").casefold() in have for word in wanted.split())


def names_like(connection: Connection, wanted: str) -> list[str]:
    """The names under which statements of this speaker are kept."""
    columns = schema.statements.c
    names = connection.scalars(
        select(columns.name).where(columns.key == name_key(wanted)).distinct().limit(_MOST_NAMES)
    )
    return sorted(name for name in names if same_speaker(wanted, name))


def speaker_rows(connection: Connection, wanted: str | None, *, most: int, skip: int = 0) -> list[SpeakerRow]:
    """Who is quoted, those with most statements first; only names that `wanted` can be short for."""
    columns = schema.statements.c
    many = func.count()
    query = select(columns.name, many, func.count(columns.story.distinct())).group_by(columns.name)
    if wanted is not None:
        query = query.where(columns.name.in_(names_like(connection, wanted)))
    rows = connection.execute(query.order_by(many.desc(), columns.name).limit(most).offset(skip))
    return [SpeakerRow(name=name, statements=told, stories=stories) for name, told, stories in rows]


def said_by(connection: Connection, wanted: str) -> tuple[Said, ...]:
    """What somebody is reported to have said, earliest first; one utterance of a story is told once."""
    columns = schema.statements.c
    rows = connection.execute(
        select(schema.statements)
        .where(columns.name.in_(names_like(connection, wanted)))
        .order_by(columns.story, columns.article, columns.id)
    ).all()
    articles = articles_of(connection, sorted({row.article for row in rows}))
    groups: dict[object, list[Any]] = {}
    for row in rows:
        key = (row.story, row.utterance) if row.utterance else row.id
        groups.setdefault(key, []).append(row)
    told = [_said(group, articles) for group in groups.values()]
    return tuple(sorted(told, key=lambda one: (one.said_on or one.published or "9999", one.article)))


def _said(rows: Sequence[Any], articles: dict[int, Any]) -> Said:
    row = min(rows, key=lambda one: (articles[one.article].published or "9999", one.article))
    article = articles[row.article]
    spans = tuple(Span(*span) for span in json.loads(row.spans))
    return Said(
        speaker=row.name,
        role=row.role,
        said_on=next((one.said for one in (row, *rows) if one.said), None),
        article=article.id,
        story=named("s", row.story),
        outlet=article.outlet,
        published=article.published,
        spans=spans,
        words=" … ".join(span.words_in(article.text) for span in spans),
        also=tuple(dict.fromkeys(named("a", one.article) for one in rows if one.article != row.article)),
        turns=any(one.turns for one in rows),
    )
