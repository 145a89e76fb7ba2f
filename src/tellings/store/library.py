"""The library: articles that keep coming, and the stories they tell.

Comes in:   articles, and questions.
Goes out:   frozen records, the same from SQLite and from PostgreSQL. Everything that goes in goes in whole or
            not at all, with any number of programs at work on one library.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from sqlalchemy import Connection, select

from tellings.errors import CannotCorrect, NotInLibrary, SourceError
from tellings.records import Article, Reading, SetAside
from tellings.store import checking, copying, corrections, exporting
from tellings.store.adding import add_reading, find_known, note_known
from tellings.store.address import address_of
from tellings.store.correcting import conflict_key
from tellings.store.database import Database
from tellings.store.dossiers import draw_up, keep_dossier, kept_dossier
from tellings.store.edits import edit_between
from tellings.store.feeds import FeedStates
from tellings.store.forgetting import forget
from tellings.store.listing import stale_stories, story_rows
from tellings.store.meaning import Meanings
from tellings.store.numbers import missing, named, number_of
from tellings.store.schema import articles as articles_table
from tellings.store.schema import stories as stories_table
from tellings.store.search import Question, search
from tellings.store.shelf import (
    find_article,
    find_story,
    reading_of_version,
    readings_of_story,
    shelved,
    versions_of,
)
from tellings.store.statements import said_by
from tellings.store.views import (
    Added,
    Correction,
    Damage,
    Edit,
    Hit,
    Placed,
    Said,
    Shelved,
    StoryRow,
    VersionRow,
)

if TYPE_CHECKING:
    from tellings.dossier import Story

OnProgress = Callable[[str, int, int], None]
"""Called with the name of the step, how many are done, and how many there are."""


def _unheard(step: str, done: int, total: int) -> None:
    """Nobody is watching."""


class Library:
    """A library, open. `Library.open` makes one; it is closed at the end of a `with` block.

    Stories are named "s3" and articles "a12"; where a method takes a name, the number alone will do, and for
    an article its address. A name that the library does not know raises `NotInLibrary`; a database that
    cannot be used, another `LibraryError`.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._meanings = Meanings()

    @classmethod
    def open(cls, url: str | Path | None = None, *, patience: float = 60.0, must_exist: bool = False) -> Self:
        """Opens a library, makes it where there is none (unless it `must_exist`), and upgrades an older one.

        `url` is a path or postgresql://user@host/database; without it the environment's TELLINGS_STORE
        counts, and else a file in the user's own folder. `patience` is how many seconds to wait for another
        program that is writing.
        """
        return cls(Database(address_of(url), patience=patience, must_exist=must_exist))

    def close(self) -> None:
        """Gives the database back."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def name(self) -> str:
        """Where it is: a path, or an address without its password."""
        return self._database.name

    # ------------------------------------------------------------ what goes in

    def add(
        self,
        sources: str | Path | Article | Sequence[str | Path | Article],
        *,
        compare: bool = True,
        on_progress: OnProgress = _unheard,
    ) -> Added:
        """Collects, reads and keeps articles, each in a transaction of its own, and groups them into stories.

        An article that is there already costs a look-up; one whose words have changed since becomes a new
        version. With `compare` the stories that were touched are compared at the end; otherwise when they
        are first shown.
        """
        from tellings.collect import collect

        given = [sources] if isinstance(sources, str | Path | Article) else list(sources)
        collection = collect(given, on_progress=on_progress)
        placed, gone = [], list(collection.set_aside)
        for done, article in enumerate(collection.articles):
            on_progress("add", done, len(collection.articles))
            try:
                placed.append(self.add_article(article))
            except SourceError as error:
                place = article.path or article.url or article.id
                gone.append(SetAside(path=place, reason=error.message, fix=error.fix))
        on_progress("add", len(collection.articles), len(collection.articles))
        added = Added(placed=tuple(placed), set_aside=tuple(gone))
        if compare:
            self.refresh(added.stories, on_progress=on_progress)
        return added

    def keep(self, items: Iterable[Article | SetAside]) -> Iterator[Placed | SetAside]:
        """Keeps what comes from elsewhere, such as a poller of feeds, one by one, for as long as it comes.

        The next item is asked for only when the last one is in. What cannot be used comes out as it is.
        """
        for item in items:
            if isinstance(item, SetAside):
                yield item
                continue
            try:
                yield self.add_article(item)
            except SourceError as error:
                yield SetAside(path=item.path or item.url or "-", reason=error.message, fix=error.fix)

    def add_article(self, article: Article) -> Placed:
        """Reads and keeps one article; one whose words are there already is not read again."""
        from tellings.read import read

        known = self._database.read(lambda connection: find_known(connection, article))
        if known is not None and known.same_words:
            placed = self._database.write(lambda connection: note_known(connection, article))
            if placed is not None:
                return placed
        return self.add_reading(next(iter(read([article]))))

    def add_reading(self, reading: Reading) -> Placed:
        """Keeps an article that was read elsewhere."""
        backend = self._database.backend
        return self._database.write(lambda connection: add_reading(connection, backend, reading))

    def forget(self, names: Sequence[str]) -> tuple[str, ...]:
        """Takes articles ("a12", an address) and whole stories ("s3") out for good; the articles' names."""

        def gone(connection: Connection) -> tuple[str, ...]:
            numbers = [number for name in names for number in self._meant(connection, name)]
            forget(connection, self._database.backend, numbers)
            return tuple(named("a", number) for number in dict.fromkeys(numbers))

        return self._database.write(gone)

    # ------------------------------------------------------------ what comes out

    def stories(
        self, *, most: int | None = 50, skip: int = 0, since: str | None = None
    ) -> tuple[StoryRow, ...]:
        """The stories, the latest changed first; `since` (an ISO date) leaves out those that ended before."""
        from tellings.store.search import day_of

        where = [] if since is None else [stories_table.c.last >= day_of(since)]
        return self._database.read(lambda connection: story_rows(connection, *where, most=most, skip=skip))

    def story(self, name: str) -> StoryRow:
        """One story as it stands in the list."""

        def row(connection: Connection) -> StoryRow:
            number = find_story(connection, name)
            return story_rows(connection, stories_table.c.id == number, most=1)[0]

        return self._database.read(row)

    def show(self, name: str) -> Story:
        """The dossier of a story as it stands now; compared anew only if the story has changed."""
        number, revision, kept = self._database.read(lambda connection: self._kept(connection, name))
        return kept if kept is not None else self._draw_up(number, revision)

    def refresh(
        self, names: Sequence[str] | None = None, *, on_progress: OnProgress = _unheard
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

    def article(self, name: str) -> Shelved:
        """One article with its place in the library."""
        return self._database.read(lambda connection: shelved(connection, find_article(connection, name)))

    def articles(self, story: str) -> tuple[Article, ...]:
        """The articles of a story, in the order of its report."""
        return self._database.read(
            lambda c: tuple(reading.article for reading in readings_of_story(c, find_story(c, story)))
        )

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

    def speaker(self, name: str) -> tuple[Said, ...]:
        """What somebody is reported to have said, over all stories that have been compared, earliest first.

        A surname or a part of a name will do. Nobody of that name gives nothing.
        """
        return self._database.read(lambda connection: said_by(connection, name))

    def versions(self, article: str) -> tuple[VersionRow, ...]:
        """All versions of an article, earliest first."""
        return self._database.read(lambda c: versions_of(c, find_article(c, article)))

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

    # ------------------------------------------------------------ what people say

    def corrections(self) -> tuple[Correction, ...]:
        """All corrections, in the order in which they were made."""
        return self._database.read(corrections.listed)

    def export_corrections(self) -> list[dict[str, Any]]:
        """All corrections as labelled data, with the texts that they speak of."""
        return exporting.exported_corrections(self._database)

    def merge(self, names: Sequence[str]) -> Correction:
        """These stories are one. Their articles go into the first, and the program parts them no more."""
        return self._database.write(lambda c: corrections.merge(c, [find_story(c, name) for name in names]))

    def split(self, story: str, articles: Sequence[str]) -> tuple[Correction, str]:
        """These articles of a story are another one; the name of that. The program joins them no more."""

        def parted(connection: Connection) -> tuple[Correction, str]:
            number = find_story(connection, story)
            leaving = [find_article(connection, name) for name in articles]
            correction, new = corrections.split(connection, number, leaving)
            return correction, named("s", new)

        return self._database.write(parted)

    def link(self, article: str, other: str) -> Correction:
        """`article` rests on what `other` of the same story rests on."""
        return self._about_origins("link", article, other)

    def unlink(self, article: str, other: str) -> Correction:
        """`article` does not rest on what `other` of the same story rests on."""
        return self._about_origins("unlink", article, other)

    def name_speaker(self, article: str, span: tuple[int, int], name: str) -> Correction:
        """The words `[start, end)` of the article's text are said by the person of this name."""

        def noted(connection: Connection) -> Correction:
            found = shelved(connection, find_article(connection, article))
            words = found.article.text[span[0] : span[1]]
            if not words.strip() or not name.strip():
                raise CannotCorrect(
                    "The words and the name are needed.", fix="Give a place such as A7 and a name."
                )
            body = {"article": found.article.id, "span": list(span), "words": words, "name": name.strip()}
            return corrections.note(connection, "speaker", number_of("s", found.story), body)

        return self._database.write(noted)

    def reject(self, story: str, conflict: str) -> Correction:
        """The conflict with this id in the story's dossier is none."""
        dossier = self.show(story)
        found = next((one for one in dossier.conflicts if one.id == conflict), None)
        if found is None:
            raise NotInLibrary(
                f"There is no conflict {conflict} in story {story}.",
                fix=f"tellings show {story} --json lists them with their ids.",
            )
        body = conflict_key(
            found.kind,
            [side.value for side in found.sides],
            [cite.article for side in found.sides for cite in side.mentions],
        )
        return self._database.write(
            lambda c: corrections.note(c, "reject", find_story(c, story), body | {"reason": found.reason})
        )

    def take_back(self, correction: int) -> Correction:
        """Forgets a correction, and undoes what it did."""
        return self._database.write(lambda connection: corrections.take_back(connection, correction))

    # ------------------------------------------------------------ its upkeep

    @property
    def feeds(self) -> FeedStates:
        """What is known of each feed that is watched, by its address."""
        return FeedStates(self._database)

    def check(self, *, repair: bool = False, on_progress: OnProgress = _unheard) -> tuple[Damage, ...]:
        """What is not as it must be. With `repair` what follows from the articles is made anew first."""
        if repair:
            checking.repair(self._database)
        return tuple(checking.damages(self._database, on_progress))

    def backup(self, target: str | Path) -> None:
        """Copies the library as it is at one moment to a file, or to an empty database."""
        copying.copy_library(self._database, target)

    # ------------------------------------------------------------ behind the door

    def _kept(self, connection: Connection, name: str) -> tuple[int, int, Story | None]:
        number = find_story(connection, name)
        columns = stories_table.c
        revision = int(connection.scalar(select(columns.revision).where(columns.id == number)) or 0)
        return number, revision, kept_dossier(connection, number, revision)

    def _draw_up(self, number: int, revision: int) -> Story:
        """Compares a story as it is now and keeps the dossier, unless the story has changed meanwhile."""

        def given(connection: Connection) -> tuple[int, tuple[Reading, ...], Any]:
            readings = readings_of_story(connection, number)
            columns = stories_table.c
            now = int(connection.scalar(select(columns.revision).where(columns.id == number)) or 0)
            told = corrections.of_articles(connection, [reading.article.id for reading in readings])
            return now, readings, told

        revision, readings, told = self._database.read(given)
        if not readings:  # merged or forgotten meanwhile
            raise missing("s", named("s", number))
        dossier = draw_up(number, readings, told)
        self._database.write(lambda connection: keep_dossier(connection, number, revision, dossier))
        return dossier

    def _meant(self, connection: Connection, name: str) -> list[int]:
        if "/" in name or not name.strip().lower().startswith("s"):
            return [find_article(connection, name)]
        columns = articles_table.c
        story = find_story(connection, name)
        return list(connection.scalars(select(columns.id).where(columns.story == story)))

    def _about_origins(self, kind: str, article: str, other: str) -> Correction:
        def noted(connection: Connection) -> Correction:
            one, two = (shelved(connection, find_article(connection, name)) for name in (article, other))
            if one.story != two.story or one.article.id == two.article.id:
                raise CannotCorrect(
                    f"{one.article.id} and {two.article.id} are not two articles of one story.",
                    fix="Merge their stories first: tellings correct merge s3 s8",
                )
            body = {"article": one.article.id, "other": two.article.id}
            return corrections.note(connection, kind, number_of("s", one.story), body)

        return self._database.write(noted)
