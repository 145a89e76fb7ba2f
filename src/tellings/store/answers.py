"""What a library can be asked.

Comes in:   names of stories, articles and speakers, words to look for.
Goes out:   `Answers`, a part of `Library`: every method reads one state of the library and gives frozen
            records.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, select

from tellings.compare.scorer import PairScorer
from tellings.errors import NotInLibrary
from tellings.events import note
from tellings.records import Article, Reading
from tellings.store import corrections, exporting
from tellings.store.database import Database
from tellings.store.dossiers import draw_up, keep_dossier, kept_dossier
from tellings.store.edits import edit_between
from tellings.store.listing import Choice, Order, count_stories, stale_stories, story_rows
from tellings.store.meaning import Meanings
from tellings.store.numbers import missing, named, number_of
from tellings.store.overview import counts
from tellings.store.remembering import Remembered, keep_scores, kept_scores
from tellings.store.schema import articles as articles_table
from tellings.store.schema import stories as stories_table
from tellings.store.search import Question, search
from tellings.store.shelf import (
    articles_of_story,
    find_article,
    find_story,
    find_version,
    reading_of_version,
    readings_of_story,
    shelved,
    versions_of,
)
from tellings.store.standing import standing
from tellings.store.statements import said_by, speaker_rows
from tellings.store.views import (
    Counts,
    Edit,
    Hit,
    Kept,
    Said,
    Shelved,
    SpeakerRow,
    Standing,
    StoryRow,
    VersionRow,
)

if TYPE_CHECKING:
    from tellings.dossier import Story

PairModel = tuple[str, PairScorer]
"""A pair model and the name of its weights: what another one said is not used."""

OnProgress = Callable[[str, int, int], None]
"""Called with the name of the step, how many are done, and how many there are."""


def unheard(step: str, done: int, total: int) -> None:
    """Nobody is watching."""


class Answers:
    """Questions to a library. All of them may be asked from many threads at once."""

    def __init__(self, database: Database, pair_model: PairModel | None = None) -> None:
        self._database = database
        self._pair_model = pair_model
        self._meanings = Meanings()
        self._at_work: dict[int, threading.Lock] = {}

    # ------------------------------------------------------------ stories

    def counts(self) -> Counts:
        """How much there is of everything."""
        return self._database.read(counts)

    def stories(
        self,
        *,
        most: int | None = 50,
        skip: int = 0,
        order: Order = "changed",
        since: str | None = None,
        until: str | None = None,
        outlet: str | None = None,
        words: str | None = None,
        least: int = 1,
        with_conflicts: bool = False,
    ) -> tuple[StoryRow, ...]:
        """A part of the list of stories: `most` of them after the first `skip`.

        Listed are stories that had not ended before `since` and had begun by `until` (ISO dates), that hold
        an article of the `outlet`, one with these `words`, at least so many articles, a contradiction.
        `order`: the latest changed first, the latest published first, or the largest first.
        """
        choice = Choice(
            since=since, until=until, outlet=outlet, words=words, least=least, with_conflicts=with_conflicts
        )

        def listed(connection: Connection) -> tuple[StoryRow, ...]:
            where = choice.conditions(connection, self._database.backend)
            return story_rows(connection, *where, most=most, skip=skip, order=order)

        return self._database.read(listed)

    def count_stories(
        self,
        *,
        since: str | None = None,
        until: str | None = None,
        outlet: str | None = None,
        words: str | None = None,
        least: int = 1,
        with_conflicts: bool = False,
    ) -> int:
        """How long the whole list is that `stories` gives a part of."""
        choice = Choice(
            since=since, until=until, outlet=outlet, words=words, least=least, with_conflicts=with_conflicts
        )
        return self._database.read(lambda c: count_stories(c, *choice.conditions(c, self._database.backend)))

    def story(self, name: str) -> StoryRow:
        """One story as it stands in the list."""

        def row(connection: Connection) -> StoryRow:
            number = find_story(connection, name)
            return story_rows(connection, stories_table.c.id == number, most=1)[0]

        return self._database.read(row)

    def kept(self, name: str) -> Kept | None:
        """The dossier that was drawn up last, at once and without comparing anything.

        None where there is none yet, or where an article of it has other words by now.
        """
        return self._database.read(lambda c: kept_dossier(c, find_story(c, name)))

    def standing(self, name: str) -> Standing:
        """How often a story has changed, and whether `show` would have to compare; one row is read."""
        return self._database.read(lambda connection: standing(connection, find_story(connection, name)))

    def show(self, name: str) -> Story:
        """The dossier of a story as it stands now; compared anew only if the story has changed.

        Where two threads ask for the same story, one compares and the other waits for it.
        """
        number = self._database.read(lambda connection: find_story(connection, name))
        kept = self._current(number)
        if kept is None:
            with self._at_work.setdefault(number, threading.Lock()):
                kept = self._current(number) or self._draw_up(number)
            self._at_work.pop(number, None)
        return kept

    def refresh(
        self, names: Sequence[str] | None = None, *, on_progress: OnProgress = unheard
    ) -> tuple[str, ...]:
        """Compares stories whose dossiers are out of date, or those of these names; the names compared."""

        def stale(connection: Connection) -> list[tuple[int, int]]:
            if names is None:
                return stale_stories(connection)
            return stale_stories(connection, [number_of("s", name) for name in names])

        waiting = self._database.read(stale)
        for done, (number, _) in enumerate(waiting):
            on_progress("compare", done, len(waiting))
            try:
                self.show(named("s", number))
            except NotInLibrary:  # another program has merged or forgotten it meanwhile
                continue
        on_progress("compare", len(waiting), len(waiting))
        return tuple(named("s", number) for number, _ in waiting)

    # ------------------------------------------------------------ articles

    def article(self, name: str) -> Shelved:
        """One article with its place in the library."""
        return self._database.read(lambda connection: shelved(connection, find_article(connection, name)))

    def articles(self, story: str) -> tuple[Article, ...]:
        """The articles of a story, in the order of its report."""
        return self._database.read(lambda c: articles_of_story(c, find_story(c, story)))

    def versions(self, article: str) -> tuple[VersionRow, ...]:
        """All versions of an article, earliest first."""
        return self._database.read(lambda c: versions_of(c, find_article(c, article)))

    def version(self, article: str, number: int) -> Article:
        """One version of an article, whole. Raises `NotInLibrary` for a number that is none."""

        def told(connection: Connection) -> Article:
            return find_version(connection, find_article(connection, article), number)

        return self._database.read(told)

    def edits(self, article: str) -> tuple[Edit, ...]:
        """What each edit of an article added, changed and dropped, and the claims that this touches."""
        story = self.show(self.article(article).story)

        def between(connection: Connection) -> tuple[Edit, ...]:
            number = find_article(connection, article)
            rows = versions_of(connection, number)
            home = connection.scalar(select(articles_table.c.story).where(articles_table.c.id == number))
            others = readings_of_story(connection, int(home or 0)) if len(rows) > 1 else ()
            readings = [(row.number, reading_of_version(connection, number, row.number)) for row in rows]
            return tuple(edit_between(one, next_, story, others) for one, next_ in pairwise(readings))

        return self._database.read(between)

    def export(self) -> Iterator[dict[str, Any]]:
        """Every article with its story and its earlier versions, one at a time; `add` takes them again."""
        return exporting.exported_articles(self._database)

    # ------------------------------------------------------------ words and voices

    def search(
        self,
        words: str,
        *,
        outlet: str | None = None,
        speaker: str | None = None,
        since: str | None = None,
        until: str | None = None,
        most: int = 20,
    ) -> tuple[Hit, ...]:
        """Sentences found by their words and by what they mean, best first.

        What stands in double quotes must stand so in the sentence. `since` and `until` are ISO dates, both
        included. With `speaker` only what that person is reported to have said is looked at.
        """
        from tellings.read.vectors import vector_of

        question = Question(words=words, outlet=outlet, speaker=speaker, since=since, until=until, most=most)
        vector = vector_of(words.replace('"', " "))
        return self._database.read(
            lambda connection: search(connection, self._database.backend, self._meanings, question, vector)
        )

    def speakers(self, name: str | None = None, *, most: int = 50, skip: int = 0) -> tuple[SpeakerRow, ...]:
        """Who is quoted in the stories that were compared, those with most statements first.

        With a name or a part of one, only those it may stand for.
        """
        return self._database.read(
            lambda connection: tuple(speaker_rows(connection, name, most=most, skip=skip))
        )

    def speaker(self, name: str) -> tuple[Said, ...]:
        """What somebody is reported to have said, over all stories that have been compared, earliest first.

        A surname or a part of a name will do. Nobody of that name gives nothing.
        """
        return self._database.read(lambda connection: said_by(connection, name))

    # ------------------------------------------------------------ behind the door

    def _current(self, number: int) -> Story | None:
        kept = self._database.read(lambda connection: kept_dossier(connection, number))
        return kept.dossier if kept is not None and kept.current else None

    def _draw_up(self, number: int) -> Story:
        """Compares a story as it is now and keeps the dossier, unless the story has changed meanwhile."""

        model_name = "" if self._pair_model is None else self._pair_model[0]

        def given(connection: Connection) -> tuple[int, tuple[Reading, ...], Any, bytes]:
            readings = readings_of_story(connection, number)
            columns = stories_table.c
            now = int(connection.scalar(select(columns.revision).where(columns.id == number)) or 0)
            told = corrections.of_articles(connection, [reading.article.id for reading in readings])
            return now, readings, told, kept_scores(connection, number, model_name)

        revision, readings, told, scores = self._database.read(given)
        if not readings:  # merged or forgotten meanwhile
            raise missing("s", named("s", number))
        begin = time.monotonic()
        model = None if self._pair_model is None else Remembered(self._pair_model[1], scores)
        dossier = draw_up(number, readings, told, model)
        seconds = round(time.monotonic() - begin, 3)
        note("compared", story=named("s", number), articles=len(readings), seconds=seconds)

        def keep(connection: Connection) -> None:
            if keep_dossier(connection, number, revision, dossier) and model is not None:
                keep_scores(connection, number, model_name, model.packed())

        self._database.write(keep)
        return dossier
