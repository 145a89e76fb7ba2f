"""An article finds its story in the library.

Comes in:   a connection that writes, and the article with its vector of words.
Goes out:   the stories whose articles have changed. Each word remembers the stories that took an article
            with it lately; only those that share the heaviest words are looked at.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from tellings.group.arriving import Arrival, KnownStory, arrive, candidates
from tellings.group.vectors import Vector
from tellings.store import schema
from tellings.store.numbers import now
from tellings.store.packing import unpacked_words

_WORDS_ASKED = 24
_WORDS_NOTED = 32
_REMEMBERED = 64
_LATEST_MEMBERS = 40
"""Of a large story, so many of its latest articles stand for the whole."""
_ENTRY = np.dtype([("story", "<i4"), ("weight", "<f2")])


def place(connection: Connection, article: Arrival, home: int | None) -> set[int]:
    """Puts a stored article into its story; moves others where it shows that they belong elsewhere.

    An article that has its `home` already (its text was edited) is looked at again where it stands.
    """
    near = candidates(article.vector, _told_by(connection, article.vector.words[:_WORDS_ASKED]))
    known = known_stories(connection, [*near, *([home] if home else [])])
    last_story, last_article = (
        select(func.max(table.c.id)).scalar_subquery() for table in (schema.stories, schema.articles)
    )
    last, many = connection.execute(select(last_story, last_article)).one()
    after = arrive(article, known, articles=many, first_number=(last or 0) + 1)
    before = {member.number: story.number for story in known for member in story.members}
    touched = _carry_out(connection, before, after, opened=set(after) - {story.number for story in known})
    here = connection.scalar(select(schema.articles.c.story).where(schema.articles.c.id == article.number))
    _note(connection, int(here or 0), article.vector)
    return touched


def known_stories(connection: Connection, stories: Iterable[int]) -> list[KnownStory]:
    """These stories with their latest articles; those that became part of another are left out."""
    wanted = list(dict.fromkeys(stories))
    rows = connection.execute(
        select(schema.stories.c.id, schema.stories.c.held, schema.stories.c.size).where(
            schema.stories.c.id.in_(wanted), schema.stories.c.size > 0
        )
    )
    found = {row.id: row for row in rows}
    members = _members(connection, [(number, found[number].size) for number in wanted if number in found])
    return [
        KnownStory(number, tuple(members[number]), held=bool(found[number].held))
        for number in wanted
        if number in members
    ]


def _members(connection: Connection, sizes: Sequence[tuple[int, int]]) -> dict[int, list[Arrival]]:
    """The latest articles of these stories; the small ones are asked for together."""
    members: dict[int, list[Arrival]] = {story: [] for story, _ in sizes}
    columns = schema.articles.c
    small = [story for story, size in sizes if size <= _LATEST_MEMBERS]
    large = [[story] for story, size in sizes if size > _LATEST_MEMBERS]
    for stories in [small, *large] if small else large:
        latest = (
            select(columns.id, columns.story, columns.words, columns.day)
            .where(columns.story.in_(stories))
            .order_by(columns.id.desc())
            .limit(_LATEST_MEMBERS * len(stories))
        )
        for id, story, words, day in reversed(connection.execute(latest).all()):
            members[story].append(Arrival(int(id), unpacked_words(words), day))
    return members


def _carry_out(
    connection: Connection, before: Mapping[int, int], after: Mapping[int, list[int]], opened: set[int]
) -> set[int]:
    """Writes down who moved; the stories that won or lost an article."""
    names = {story: open_story(connection) for story in sorted(opened)}
    went: defaultdict[int, Counter[int]] = defaultdict(Counter)
    touched: set[int] = set()
    for story, members in after.items():
        number = names.get(story, story)
        moved = [one for one in members if before.get(one) != story]
        if moved:
            move(connection, moved, number)
            touched.add(number)
        for one in moved:
            if one in before:
                went[before[one]][number] += 1
    for story, places in went.items():
        heir = places.most_common(1)[0][0]
        if story not in after:  # emptied; a large one has more articles than were looked at
            _move_rest(connection, story, heir)
        refresh(connection, story, heir=heir)
    for story in sorted(touched - set(went)):
        refresh(connection, story)
    return touched | set(went)


def _move_rest(connection: Connection, story: int, heir: int) -> None:
    connection.execute(update(schema.articles).where(schema.articles.c.story == story).values(story=heir))
    refresh(connection, heir)


def open_story(connection: Connection) -> int:
    """A new story without articles."""
    row = {"revision": 0, "held": False, "size": 0, "changed": now()}
    made = connection.execute(insert(schema.stories).values(row)).inserted_primary_key
    assert made is not None
    return int(made[0])


def move(connection: Connection, articles: Sequence[int], story: int) -> None:
    """Puts articles into a story."""
    connection.execute(update(schema.articles).where(schema.articles.c.id.in_(articles)).values(story=story))


def refresh(connection: Connection, story: int, *, heir: int | None = None) -> None:
    """Counts a story anew after its articles have changed, and notes that its dossier is out of date.

    A story without articles remembers its `heir`, the one that took them over.
    """
    columns = schema.articles.c
    size, first, last = connection.execute(
        select(func.count(), func.min(columns.day), func.max(columns.day)).where(columns.story == story)
    ).one()
    row = {
        "revision": schema.stories.c.revision + 1,
        "size": size,
        "first": first,
        "last": last,
        "changed": now(),
        "became": None if size else heir,
    }
    connection.execute(update(schema.stories).where(schema.stories.c.id == story).values(row))
    if not size:
        connection.execute(delete(schema.dossiers).where(schema.dossiers.c.story == story))
        connection.execute(delete(schema.statements).where(schema.statements.c.story == story))


# ---------------------------------------------------------------- which stories print a word


def _told_by(connection: Connection, words: Sequence[int]) -> dict[int, list[tuple[int, float]]]:
    columns = schema.words.c
    rows = connection.execute(select(columns.word, columns.stories).where(columns.word.in_(list(words))))
    return {
        int(word): [(int(s), float(w)) for s, w in np.frombuffer(packed, _ENTRY)] for word, packed in rows
    }


def _note(connection: Connection, story: int, vector: Vector) -> None:
    """Remembers that the story has just taken an article with these words."""
    words = list(vector.words[:_WORDS_NOTED])
    columns = schema.words.c
    rows = connection.execute(select(columns.word, columns.stories).where(columns.word.in_(words)))
    noted = {int(word): np.frombuffer(packed, _ENTRY) for word, packed in rows}
    fresh, kept = [], []
    for word, weight in zip(words, vector.weights, strict=False):
        entry = np.array([(story, weight)], _ENTRY)
        if word in noted:
            others = noted[word][noted[word]["story"] != story]
            kept.append({"w": word, "s": np.concatenate([others, entry])[-_REMEMBERED:].tobytes()})
        else:
            fresh.append({"word": word, "stories": entry.tobytes()})
    if kept:
        connection.execute(
            update(schema.words).where(columns.word == bindparam("w")).values(stories=bindparam("s")), kept
        )
    if fresh:
        connection.execute(insert(schema.words), fresh)
