"""An article finds its story in the library.

Comes in:   a connection that writes, and the article with its vector of words.
Goes out:   the stories whose articles have changed. Only the stories that share the heaviest words with the
            article are looked at.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, Integer, bindparam, case, delete, func, insert, select, update

from tellings.group.arriving import Arrival, KnownStory, arrive, candidates
from tellings.store import schema
from tellings.store.numbers import now
from tellings.store.packing import unpacked_words
from tellings.store.wordbook import Wordbook

_LATEST_MEMBERS = 40
"""Of a large story, so many of its latest articles stand for the whole."""
_UNOPENED = 1 << 40
"""Stories that are about to be opened are numbered from here until the database has named them."""

_STORIES, _ARTICLES = schema.stories.c, schema.articles.c
_KNOWN = select(_STORIES.id, _STORIES.held, _STORIES.size).where(
    _STORIES.id.in_(bindparam("stories", expanding=True)), _STORIES.size > 0
)
_LATEST = (
    select(_ARTICLES.id, _ARTICLES.story, _ARTICLES.words, _ARTICLES.day)
    .where(_ARTICLES.story.in_(bindparam("stories", expanding=True)))
    .order_by(_ARTICLES.id.desc())
    .limit(bindparam("most"))
)
_OPEN = insert(schema.stories)
_MOVE = (
    update(schema.articles)
    .where(_ARTICLES.id.in_(bindparam("moved", expanding=True)))
    .values(story=bindparam("to"))
)
_SIZE, _FIRST, _LAST = (
    select(told).where(_ARTICLES.story == _STORIES.id).scalar_subquery()
    for told in (func.count(_ARTICLES.id), func.min(_ARTICLES.day), func.max(_ARTICLES.day))
)
_COUNT_ANEW = (
    update(schema.stories)
    .where(_STORIES.id == bindparam("number"))
    .values(
        revision=_STORIES.revision + 1,
        size=_SIZE,
        first=_FIRST,
        last=_LAST,
        changed=bindparam("at"),
        became=case((_SIZE == 0, bindparam("heir", type_=Integer)), else_=None),
    )
)


def place(connection: Connection, article: Arrival, home: int | None, *, articles: int) -> set[int]:
    """Puts a stored article into its story; moves others where it shows that they belong elsewhere.

    An article that has its `home` already (its text was edited) is looked at again where it stands.
    `articles` is about how many the library holds.
    """
    wordbook = Wordbook(connection, article.vector)
    near = candidates(article.vector, wordbook.told_by())
    known = known_stories(connection, [*near, *([home] if home else [])])
    after = arrive(article, known, articles=articles, first_number=_UNOPENED)
    before = {member.number: story.number for story in known for member in story.members}
    names = {story: open_story(connection) for story in sorted(after) if story >= _UNOPENED}
    settled = {names.get(story, story): members for story, members in after.items()}
    touched = _carry_out(connection, before, settled)
    here = next(story for story, members in settled.items() if article.number in members)
    wordbook.note(here)
    return touched


def known_stories(connection: Connection, stories: Iterable[int]) -> list[KnownStory]:
    """These stories with their latest articles; those that became part of another are left out."""
    wanted = list(dict.fromkeys(stories))
    if not wanted:
        return []
    found = {row.id: row for row in connection.execute(_KNOWN, {"stories": wanted})}
    members = _members(connection, [(number, found[number].size) for number in wanted if number in found])
    return [
        KnownStory(number, tuple(members[number]), held=bool(found[number].held))
        for number in wanted
        if number in members
    ]


def _members(connection: Connection, sizes: Sequence[tuple[int, int]]) -> dict[int, list[Arrival]]:
    """The latest articles of these stories; the small ones are asked for together."""
    members: dict[int, list[Arrival]] = {story: [] for story, _ in sizes}
    small = [story for story, size in sizes if size <= _LATEST_MEMBERS]
    large = [[story] for story, size in sizes if size > _LATEST_MEMBERS]
    for stories in [small, *large] if small else large:
        asked = {"stories": stories, "most": _LATEST_MEMBERS * len(stories)}
        for id, story, words, day in reversed(connection.execute(_LATEST, asked).all()):
            members[story].append(Arrival(int(id), unpacked_words(words), day))
    return members


def _carry_out(connection: Connection, before: Mapping[int, int], after: Mapping[int, list[int]]) -> set[int]:
    """Writes down who moved; the stories that won or lost an article."""
    went: defaultdict[int, Counter[int]] = defaultdict(Counter)
    touched: set[int] = set()
    for story, members in after.items():
        moved = [one for one in members if before.get(one) != story]
        if moved:
            move(connection, moved, story)
            touched.add(story)
        for one in moved:
            if one in before:
                went[before[one]][story] += 1
    for story, places in went.items():
        heir = places.most_common(1)[0][0]
        if story not in after:  # emptied; a large one has more articles than were looked at
            _move_rest(connection, story, heir)
        refresh(connection, story, heir=heir)
    for story in sorted(touched - set(went)):
        refresh(connection, story)
    return touched | set(went)


def _move_rest(connection: Connection, story: int, heir: int) -> None:
    connection.execute(update(schema.articles).where(_ARTICLES.story == story).values(story=heir))
    refresh(connection, heir)


def open_story(connection: Connection) -> int:
    """A new story without articles."""
    row = {"revision": 0, "held": False, "size": 0, "changed": now()}
    made = connection.execute(_OPEN, row).inserted_primary_key
    assert made is not None
    return int(made[0])


def move(connection: Connection, articles: Sequence[int], story: int) -> None:
    """Puts articles into a story."""
    connection.execute(_MOVE, {"moved": list(articles), "to": story})


def refresh(connection: Connection, story: int, *, heir: int | None = None) -> None:
    """Counts a story anew after its articles have changed, and notes that its dossier is out of date.

    A story that lost its articles to an `heir` remembers it, and its dossier goes.
    """
    connection.execute(_COUNT_ANEW, {"number": story, "at": now(), "heir": heir})
    if heir is not None and not connection.scalar(select(_STORIES.size).where(_STORIES.id == story)):
        for kept in (schema.dossiers, schema.statements, schema.scores):
            connection.execute(delete(kept).where(kept.c.story == story))
