"""The library: articles that keep coming, and the stories they tell.

Comes in:   articles, and questions.
Goes out:   frozen records, the same from SQLite and from PostgreSQL. Everything that goes in goes in whole or
            not at all, with any number of programs at work on one library.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from functools import partial
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, select

from tellings.compare import pair_model as shipped
from tellings.events import note, warn
from tellings.records import Article, Reading, SetAside
from tellings.store import checking, copying
from tellings.store.adding import Known, add_prepared, note_known, recognized
from tellings.store.address import address_of
from tellings.store.answers import OnProgress, PairModel, unheard
from tellings.store.bunches import bunches
from tellings.store.database import Database
from tellings.store.feeds import FeedStates
from tellings.store.forgetting import forget
from tellings.store.judgements import Judgements
from tellings.store.numbers import named
from tellings.store.preparing import prepared
from tellings.store.schema import articles as articles_table
from tellings.store.shelf import find_article, find_story
from tellings.store.views import Added, Damage, Placed

SHIPPED: PairModel = (shipped.NAME, shipped.read_pairs)
"""The pair model of the package; it is loaded when a story is first compared."""
_AT_ONCE, _SOON = 50, 0.5
"""Of articles that are read quickly, so many share a transaction; none waits longer than so many seconds."""
_LOOKED_UP = 200


class Library(Judgements):
    """A library, open. `Library.open` makes one; it is closed at the end of a `with` block.

    Stories are named "s3" and articles "a12"; where a method takes a name, the number alone will do, and for
    an article its address. A name that the library does not know raises `NotInLibrary`; a database that
    cannot be used, another `LibraryError`.
    """

    @classmethod
    def open(
        cls,
        url: str | Path | None = None,
        *,
        patience: float = 60.0,
        persistence: float = 6.0,
        must_exist: bool = False,
        pair_model: PairModel | None = SHIPPED,
    ) -> Self:
        """Opens a library, makes it where there is none (unless it `must_exist`), and upgrades an older one.

        `url` is a path or postgresql://user@host/database; without it the environment's TELLINGS_STORE
        counts, and else a file in the user's own folder. `patience` is how many seconds to wait for another
        program that is writing, `persistence` for how many a database that is lost is tried again.
        `pair_model` (the name of its weights, and the model; None for none) joins in comparing stories; what
        it said of two wordings is kept, so that it reads only what is new in a story.
        """
        database = Database(
            address_of(url), patience=patience, persistence=persistence, must_exist=must_exist
        )
        return cls(database, pair_model)

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
        """Collects, reads and keeps articles, and groups them into stories; each goes in whole or not at all.

        An article that is there already costs a look-up; one whose words have changed since becomes a new
        version. With `compare` the stories that were touched are compared at the end; otherwise when they
        are first shown.
        """
        from tellings.collect import collect

        given = [sources] if isinstance(sources, str | Path | Article) else list(sources)
        collection = collect(given, on_progress=on_progress)
        for gone in collection.set_aside:
            warn("set aside", **asdict(gone))
        placed = self.add_articles(collection.articles, on_progress=on_progress)
        added = Added(placed=placed, set_aside=collection.set_aside)
        if compare:
            self.refresh(added.stories, on_progress=on_progress)
        return added

    def keep(self, items: Iterable[Article | SetAside]) -> Iterator[Placed | SetAside]:
        """Keeps what comes from elsewhere, such as a poller of feeds, one by one, for as long as it comes.

        The next item is asked for only when the last one is in. What cannot be used comes out as it is.
        """
        for item in items:
            if isinstance(item, SetAside):
                warn("set aside", **asdict(item))
                yield item
            else:
                yield self.add_article(item)

    def add_article(self, article: Article) -> Placed:
        """Reads and keeps one article; one whose words are there already is not read again."""
        return self.add_articles([article])[0]

    def add_articles(
        self, articles: Sequence[Article], *, on_progress: OnProgress = unheard
    ) -> tuple[Placed, ...]:
        """Reads and keeps articles, those that are read at about the same time in one transaction.

        The places come in the order of the articles.
        """
        from tellings.read import read

        placed = self._recognized(articles)
        waiting = [at for at in range(len(articles)) if at not in placed]
        on_progress("add", len(placed), len(articles))
        order = iter(waiting)
        for some in bunches(read(articles[at] for at in waiting), most=_AT_ONCE, seconds=_SOON):
            placed |= zip(islice(order, len(some)), self.add_readings(some), strict=True)
            on_progress("add", len(placed), len(articles))
        return tuple(placed[at] for at in range(len(articles)))

    def add_reading(self, reading: Reading) -> Placed:
        """Keeps an article that was read elsewhere."""
        return self.add_readings([reading])[0]

    def add_readings(self, readings: Iterable[Reading]) -> tuple[Placed, ...]:
        """Keeps articles that were read elsewhere, in one transaction: all of them go in, or none."""
        backend, given = self._database.backend, [prepared(reading) for reading in readings]
        placed = self._database.write(lambda c: tuple(add_prepared(c, backend, one) for one in given))
        for one, article in zip(placed, given, strict=True):
            note("added", **asdict(one), address=article.address)
        return placed

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

    def _recognized(self, articles: Sequence[Article]) -> dict[int, Placed]:
        """The places, by their place in the list, of articles that are there in these words."""
        placed: dict[int, Placed] = {}
        for start in range(0, len(articles), _LOOKED_UP):
            some = articles[start : start + _LOOKED_UP]
            found = self._database.read(partial(_each_recognized, articles=some))
            for at, known in enumerate(found, start):
                if known is not None and known.same_address:
                    placed[at] = known.placed()
                elif known is not None:
                    noted = self._database.write(partial(note_known, article=articles[at]))
                    placed |= {at: noted} if noted else {}
        return placed

    def _meant(self, connection: Connection, name: str) -> list[int]:
        if "/" in name or not name.strip().lower().startswith("s"):
            return [find_article(connection, name)]
        columns = articles_table.c
        story = find_story(connection, name)
        return list(connection.scalars(select(columns.id).where(columns.story == story)))


def _each_recognized(connection: Connection, articles: Sequence[Article]) -> list[Known | None]:
    return [recognized(connection, article) for article in articles]
