"""The library: articles that keep coming, and the stories they tell.

Comes in:   articles, and questions.
Goes out:   frozen records, the same from SQLite and from PostgreSQL. Everything that goes in goes in whole or
            not at all, with any number of programs at work on one library.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, select

from tellings.errors import SourceError
from tellings.records import Article, Reading, SetAside
from tellings.store import checking, copying
from tellings.store.adding import add_reading, find_known, note_known
from tellings.store.address import address_of
from tellings.store.answers import OnProgress, unheard
from tellings.store.database import Database
from tellings.store.feeds import FeedStates
from tellings.store.forgetting import forget
from tellings.store.judgements import Judgements
from tellings.store.numbers import named
from tellings.store.schema import articles as articles_table
from tellings.store.shelf import find_article, find_story
from tellings.store.views import Added, Damage, Placed


class Library(Judgements):
    """A library, open. `Library.open` makes one; it is closed at the end of a `with` block.

    Stories are named "s3" and articles "a12"; where a method takes a name, the number alone will do, and for
    an article its address. A name that the library does not know raises `NotInLibrary`; a database that
    cannot be used, another `LibraryError`.
    """

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
        on_progress: OnProgress = unheard,
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

    # ------------------------------------------------------------ its upkeep

    @property
    def feeds(self) -> FeedStates:
        """What is known of each feed that is watched, by its address."""
        return FeedStates(self._database)

    def check(self, *, repair: bool = False, on_progress: OnProgress = unheard) -> tuple[Damage, ...]:
        """What is not as it must be. With `repair` what follows from the articles is made anew first."""
        if repair:
            checking.repair(self._database)
        return tuple(checking.damages(self._database, on_progress))

    def backup(self, target: str | Path) -> None:
        """Copies the library as it is at one moment to a file, or to an empty database."""
        copying.copy_library(self._database, target)

    # ------------------------------------------------------------ behind the door

    def _meant(self, connection: Connection, name: str) -> list[int]:
        if "/" in name or not name.strip().lower().startswith("s"):
            return [find_article(connection, name)]
        columns = articles_table.c
        story = find_story(connection, name)
        return list(connection.scalars(select(columns.id).where(columns.story == story)))
