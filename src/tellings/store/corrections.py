"""Corrections are made, kept, listed and taken back.

Comes in:   a connection, and what somebody says against the program.
Goes out:   rows of their own, apart from what the program found; stories merged and split; the stories that
            have to be compared again.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from tellings.errors import CannotCorrect, NotInLibrary
from tellings.store import schema
from tellings.store.correcting import Corrections
from tellings.store.numbers import named, now, number_of
from tellings.store.placing import move, open_story, refresh
from tellings.store.views import Correction

_WITHIN_A_STORY = ("link", "unlink", "speaker", "reject")


def listed(connection: Connection, story: int | None = None) -> tuple[Correction, ...]:
    """All corrections, or those made in a story, in the order in which they were made."""
    query = select(schema.corrections).order_by(schema.corrections.c.id)
    if story is not None:
        query = query.where(schema.corrections.c.story == story)
    return tuple(_correction(row) for row in connection.execute(query))


def of_articles(connection: Connection, articles: Sequence[str]) -> Corrections:
    """What was said of these articles, wherever they stood when it was said."""
    wanted = set(articles)
    rows = connection.execute(
        select(schema.corrections)
        .where(schema.corrections.c.kind.in_(_WITHIN_A_STORY))
        .order_by(schema.corrections.c.id)
    )
    made = (_correction(row) for row in rows)
    return Corrections(tuple(one for one in made if wanted & set(_articles_in(one))))


def note(connection: Connection, kind: str, story: int, body: dict[str, Any]) -> Correction:
    """Writes one down; the story has to be compared again."""
    row = {"kind": kind, "story": story, "body": json.dumps(body), "made": now()}
    made = connection.execute(insert(schema.corrections).values(row)).inserted_primary_key
    assert made is not None
    refresh(connection, story)
    return Correction(id=int(made[0]), kind=kind, story=named("s", story), body=body, made=row["made"])  # type: ignore[arg-type]


def merge(connection: Connection, stories: Sequence[int]) -> Correction:
    """Puts all articles of these stories into the first, which the program leaves whole from now on."""
    first, *others = list(dict.fromkeys(stories))
    if not others:
        raise CannotCorrect(
            "It takes two stories to merge.", fix="Name them all: tellings correct merge s3 s8"
        )
    before = _places(connection, [first, *others])
    move(connection, [number_of("a", article) for article in before], first)
    for other in others:
        refresh(connection, other, heir=first)
    _hold(connection, [first])
    return note(connection, "merge", first, {"before": before})


def split(connection: Connection, story: int, articles: Sequence[int]) -> tuple[Correction, int]:
    """Puts these articles of a story into a new one; the program joins the two no more."""
    before = _places(connection, [story])
    leaving = [named("a", number) for number in dict.fromkeys(articles)]
    if not leaving or not set(leaving) < set(before):
        raise CannotCorrect(
            f"A part of story {named('s', story)} is needed, and not all of it.",
            fix="Name some of its articles by their letters or ids: tellings correct split s3 B D",
        )
    new = open_story(connection)
    move(connection, list(articles), new)
    refresh(connection, new)
    _hold(connection, [story, new])
    body = {"before": {article: before[article] for article in leaving}, "new": named("s", new)}
    return note(connection, "split", story, body), new


def take_back(connection: Connection, number: int) -> Correction:
    """Forgets a correction; what it moved goes back where it came from, if it is still where it was put."""
    row = connection.execute(
        select(schema.corrections).where(schema.corrections.c.id == number)
    ).one_or_none()
    if row is None:
        raise NotInLibrary(
            f"There is no correction {number}.", fix="tellings correct list shows them with their numbers."
        )
    correction = _correction(row)
    connection.execute(delete(schema.corrections).where(schema.corrections.c.id == number))
    if correction.kind in ("merge", "split"):
        _move_back(connection, correction)
    elif row.story is not None:
        for story in _stories_of(connection, _articles_in(correction)) | {row.story}:
            refresh(connection, story)
    return correction


def _move_back(connection: Connection, correction: Correction) -> None:
    put = correction.body.get("new") or correction.story
    stories = {number_of("s", story) for story in correction.body["before"].values()}
    if put is not None:
        stories.add(number_of("s", put))
        for article, story in correction.body["before"].items():
            connection.execute(
                update(schema.articles)
                .where(
                    schema.articles.c.id == number_of("a", article),
                    schema.articles.c.story == number_of("s", put),
                )
                .values(story=number_of("s", story))
            )
    _hold(connection, sorted(stories), held=False)
    for number in sorted(stories):
        refresh(connection, number, heir=number_of("s", correction.story) if correction.story else None)


def _hold(connection: Connection, stories: Sequence[int], *, held: bool = True) -> None:
    connection.execute(update(schema.stories).where(schema.stories.c.id.in_(stories)).values(held=held))


def _places(connection: Connection, stories: Sequence[int]) -> dict[str, str]:
    """The story of each article of these stories."""
    columns = schema.articles.c
    rows = connection.execute(
        select(columns.id, columns.story).where(columns.story.in_(stories)).order_by(columns.id)
    )
    return {named("a", article): named("s", story) for article, story in rows}


def _stories_of(connection: Connection, articles: Sequence[str]) -> set[int]:
    columns = schema.articles.c
    numbers = [number_of("a", article) for article in articles]
    return set(connection.scalars(select(columns.story).where(columns.id.in_(numbers))))


def _articles_in(correction: Correction) -> list[str]:
    body = correction.body
    named_alone = [body[part] for part in ("article", "other") if part in body]
    return [*named_alone, *body.get("articles", ()), *body.get("before", ())]


def _correction(row: Any) -> Correction:
    story = None if row.story is None else named("s", row.story)
    return Correction(id=row.id, kind=row.kind, story=story, body=json.loads(row.body), made=row.made)
