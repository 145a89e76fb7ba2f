"""What a growing library costs, and whether its stories are the right ones.

Comes in:   the data folder; how many articles; the address of an empty PostgreSQL database, if there is one.
Goes out:   for each database: B-cubed F1 of `stories/` added one article at a time (in the order of the file,
            of time, and shuffled); what one more article costs in a large library beside a small one, the two
            taking turns; the library's size in times of its text; the median of searching it, and of showing
            a story that has not changed.

The articles of the large library are made by recombining real sentences, each with what was read in it: a
story draws its sentences from all over the data, and its articles draw theirs from the story. Dossiers are
drawn up for some stories and counted for all of them in the size.

    python benchmarks/library.py --data ../shared/data --articles 100000
    python benchmarks/library.py --data ../shared/data --articles 10000 --postgres postgresql://me@/empty
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

import numpy as np

from tellings.collect.compose import whole_text
from tellings.group.door import days_of, in_order_of_time
from tellings.read import read
from tellings.records import Article, Attribution, Date, Entity, Quantity, Reading, Sentence, Span
from tellings.store import Library
from tellings.store.adding import add_reading

SENTENCES_A_STORY, SENTENCES_AN_ARTICLE, ARTICLES_A_STORY = 36, 25, 5
OPEN_AT_ONCE = 200
SMALL = 1_000
BATCH = 200
TIMED_ADDS, TIMED_SEARCHES, TIMED_SHOWS = 100, 60, 30


@dataclass(frozen=True, slots=True)
class Piece:
    """One real sentence and what was read in it; spans count from its first character."""

    words: str
    reading: Reading
    at: int


def shifted(spans: Sequence[Span], by: int) -> tuple[Span, ...]:
    """The spans, moved."""
    return tuple(Span(start + by, end + by) for start, end in spans)


def articles_of(data: Path) -> list[tuple[Article, str]]:
    """The articles of `stories/`, each with its story."""
    rows = [json.loads(line) for line in (data / "stories" / "articles.jsonl").read_text().splitlines()]
    return [
        (
            Article(
                id=row["url"],
                url=row["url"],
                text=whole_text(row["title"], row["text"]),
                title=row["title"],
                outlet=row.get("outlet"),
                published=row["published"],
            ),
            row["story"],
        )
        for row in rows
    ]


def pieces_of(articles: Sequence[Article]) -> list[Piece]:
    """The sentences of these articles, read."""
    found = []
    for reading in read(articles):
        for at, sentence in enumerate(reading.sentences):
            words = sentence.span.words_in(reading.article.text)
            if 60 <= len(words) <= 400:
                found.append(Piece(words, reading, at))
    return found


def recombined(pieces: Sequence[Piece], number: int, story: int, published: str) -> Reading:
    """An article of these sentences, with what was read in them."""
    text, starts = "", []
    for piece in pieces:
        text += "\n\n" if text else ""
        starts.append(len(text))
        text += piece.words
    article = Article(
        id="",
        text=text,
        url=f"https://outlet-{number % 40}.example/{story}/{number}",
        outlet=f"Outlet {number % 40}",
        published=published,
        title=pieces[0].words[:80],
    )
    parts = [_part(piece, start) for piece, start in zip(pieces, starts, strict=True)]
    return Reading(
        article=article,
        sentences=tuple(
            Sentence(span=Span(start, start + len(piece.words)), paragraph=n)
            for n, (piece, start) in enumerate(zip(pieces, starts, strict=True))
        ),
        entities=tuple(e for part in parts for e in part[0]),
        dates=tuple(d for part in parts for d in part[1]),
        quantities=tuple(q for part in parts for q in part[2]),
        attributions=tuple(a for part in parts for a in part[3]),
        vectors=np.stack([piece.reading.vectors[piece.at] for piece in pieces]),
    )


def _part(piece: Piece, start: int) -> tuple[list[Entity], list[Date], list[Quantity], list[Attribution]]:
    whole = piece.reading.sentences[piece.at].span
    by = start - whole.start
    entities = [
        replace(e, span=shifted([e.span], by)[0]) for e in piece.reading.entities if whole.covers(e.span)
    ]
    dates = [
        replace(d, span=shifted([d.span], by)[0], rests_on=None)
        for d in piece.reading.dates
        if whole.covers(d.span)
    ]
    quantities = [
        replace(q, span=shifted([q.span], by)[0]) for q in piece.reading.quantities if whole.covers(q.span)
    ]
    said = [
        Attribution(
            source=shifted(a.source, by), cue=shifted(a.cue, by), content=shifted(a.content, by), form=a.form
        )
        for a in piece.reading.attributions
        if all(whole.covers(span) for span in (*a.source, *a.cue, *a.content))
    ]
    return entities, dates, quantities, said


def stream(pieces: Sequence[Piece], seed: int) -> Iterator[tuple[Reading, int]]:
    """Articles without end, each with its story; some hundred stories are in the news at a time."""
    dice = random.Random(seed)
    opened, number = 0, 0
    running: list[tuple[int, list[Piece], int]] = []
    begin = datetime(2024, 1, 1, tzinfo=UTC)
    while True:
        while len(running) < OPEN_AT_ONCE:
            opened += 1
            running.append((opened, dice.sample(pieces, SENTENCES_A_STORY), ARTICLES_A_STORY))
        place = dice.randrange(len(running))
        story, of_story, left = running[place]
        number += 1
        published = (begin + timedelta(minutes=5 * number)).isoformat(timespec="minutes")
        chosen = sorted(dice.sample(range(len(of_story)), SENTENCES_AN_ARTICLE))
        yield recombined([of_story[at] for at in chosen], number, story, published), story
        running[place] = (story, of_story, left - 1)
        if left == 1:
            del running[place]


def bcubed(gold: Sequence[object], found: Sequence[object]) -> float:
    """B-cubed F1, each article counting alike."""
    both, told, put = Counter(zip(gold, found, strict=True)), Counter(gold), Counter(found)
    precision = sum(n * n / put[story] for (_, story), n in both.items()) / len(gold)
    recall = sum(n * n / told[story] for (story, _), n in both.items()) / len(gold)
    return 2 * precision * recall / (precision + recall)


def grouping(data: Path, folder: Path) -> None:
    """B-cubed of `stories/` through a library; grouping needs no reading, so none is done."""
    given = articles_of(data)
    orders: dict[str, list[int]] = {
        "in the order of the file": list(range(len(given))),
        "in order of time": in_order_of_time(days_of([article for article, _ in given])),
        "shuffled": random.Random(7).sample(range(len(given)), len(given)),
    }
    for name, order in orders.items():
        with Library.open(folder / f"{name}.db") as library:
            placed = {
                at: library.add_reading(
                    Reading(
                        article=given[at][0],
                        sentences=(),
                        entities=(),
                        dates=(),
                        quantities=(),
                        attributions=(),
                        vectors=np.zeros((0, 384), np.float32),
                    )
                ).article
                for at in order
            }
            found = [library.article(placed[at]).story for at in range(len(given))]
        score = bcubed([story for _, story in given], found)
        print(f"stories, one article at a time, {name}: B-cubed F1 {score:.3f}", flush=True)


class Growing:
    """A library that is filled from a stream."""

    def __init__(self, url: str | Path, articles: Iterator[tuple[Reading, int]]) -> None:
        self.library = Library.open(url)
        self._articles = articles
        self.count = 0
        self.characters = 0
        self.gold: list[int] = []
        self.placed: list[str] = []

    def fill(self, articles: int) -> None:
        """Adds that many articles, many in one transaction."""
        database = self.library._database
        while self.count < articles:
            batch = [next(self._articles) for _ in range(min(BATCH, articles - self.count))]
            placed = database.write(
                lambda connection, batch=batch: [
                    add_reading(connection, database.backend, reading) for reading, _ in batch
                ]
            )
            for one, (reading, story) in zip(placed, batch, strict=True):
                self._count(reading, story, one.article)
            if self.count % 5_000 == 0:
                print(f"  {self.count} articles", flush=True)

    def add_one(self) -> float:
        """Seconds that one more article takes, in a transaction of its own."""
        reading, story = next(self._articles)
        begin = time.perf_counter()
        placed = self.library.add_reading(reading)
        seconds = time.perf_counter() - begin
        self._count(reading, story, placed.article)
        return seconds

    def score(self) -> float:
        """B-cubed F1 of the made stories."""
        found = [self.library.article(name).story for name in self.placed[:: max(1, self.count // 2_000)]]
        return bcubed(self.gold[:: max(1, self.count // 2_000)], found)

    def _count(self, reading: Reading, story: int, article: str) -> None:
        self.count += 1
        self.characters += len(reading.article.text.encode())
        self.gold.append(story)
        self.placed.append(article)


def timed(work: Callable[[], object]) -> float:
    """Milliseconds."""
    begin = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - begin)


def costs(name: str, urls: tuple[str | Path, str | Path], pieces: Sequence[Piece], articles: int) -> None:
    """Everything that is measured of one kind of database."""
    small, large = Growing(urls[0], stream(pieces, 1)), Growing(urls[1], stream(pieces, 2))
    small.fill(SMALL)
    begin = time.perf_counter()
    large.fill(articles)
    print(f"{name}: {articles} articles loaded in {time.perf_counter() - begin:.0f} s", flush=True)
    turns = [(small.add_one(), large.add_one()) for _ in range(TIMED_ADDS)]
    few, many = (1000 * median(column) for column in zip(*turns, strict=True))
    print(
        f"{name}: one more article takes {many:.1f} ms beside {articles} and {few:.1f} ms beside {SMALL}, "
        f"{many / few:.2f} times as long",
        flush=True,
    )
    library = large.library
    rows = library.stories(most=TIMED_SHOWS, skip=100)
    first = [timed(lambda name=row.id: library.show(name)) for row in rows]
    again = [timed(lambda name=row.id: library.show(name)) for row in rows]
    print(
        f"{name}: show takes {median(again):.0f} ms for a story that has not changed, "
        f"{median(first):.0f} ms the first time",
        flush=True,
    )
    print(f"{name}: made stories found again, B-cubed F1 {large.score():.3f}", flush=True)
    sizes(name, large, len(rows))
    searches(name, library, pieces)
    small.library.close()
    library.close()


def searches(name: str, library: Library, pieces: Sequence[Piece]) -> None:
    """The median of a search, for a few words of a sentence, a phrase, a whole sentence."""
    dice = random.Random(3)
    library.search("warm up")
    taken = []
    for kind in ("words", "phrase", "sentence"):
        some = []
        for piece in dice.sample(pieces, TIMED_SEARCHES // 3):
            words = piece.words.split()
            at = dice.randrange(max(1, len(words) - 3))
            asked = {
                "words": " ".join(dice.sample(words, min(3, len(words)))),
                "phrase": '"' + " ".join(words[at : at + 3]).replace('"', "") + '"',
                "sentence": piece.words,
            }[kind]
            some.append(timed(lambda asked=asked: library.search(asked)))
        print(f"{name}: search by {kind} takes {median(some):.0f} ms", flush=True)
        taken += some
    print(f"{name}: search takes {median(taken):.0f} ms at the median", flush=True)


def sizes(name: str, large: Growing, drawn: int) -> None:
    """The size of the library in times of its text, with a dossier for every story."""
    from sqlalchemy import func, select, text

    from tellings.store import schema

    database = large.library._database

    def measured(connection: object) -> tuple[int, int, int]:
        assert hasattr(connection, "scalar")
        body = connection.scalar(select(func.sum(func.length(schema.dossiers.c.body)))) or 0
        stories = connection.scalar(
            select(func.count()).select_from(schema.stories).where(schema.stories.c.size > 0)
        )
        if database.backend.name == "postgresql":
            whole = connection.scalar(text("SELECT pg_database_size(current_database())"))
        else:
            pages = connection.scalar(text("PRAGMA page_count"))
            whole = pages * connection.scalar(text("PRAGMA page_size"))
        return int(whole), int(body), int(stories)

    whole, body, stories = database.read(measured)
    with_all = whole + body / max(1, drawn) * (stories - drawn)
    print(
        f"{name}: {whole / large.characters:.2f} times its text; with a dossier for all {stories} stories, "
        f"{with_all / large.characters:.2f} times",
        flush=True,
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="What a growing library costs.")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--articles", type=int, default=100_000, help="size of the large library")
    parser.add_argument("--read", type=int, default=150, help="real articles whose sentences are recombined")
    parser.add_argument(
        "--postgres", help="address of a server's database that may be filled, DATABASE in it"
    )
    parser.add_argument("--only", choices=("grouping", "sqlite", "postgresql"), help="measure this alone")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if asked.only in (None, "grouping"):
            grouping(asked.data, Path(folder))
        if asked.only == "grouping":
            return
        given = articles_of(asked.data)
        chosen = random.Random(5).sample(given, min(asked.read, len(given)))
        pieces = pieces_of([article for article, _ in chosen])
        print(f"{len(pieces)} real sentences are recombined", flush=True)
        if asked.only in (None, "sqlite"):
            costs("SQLite", (Path(folder) / "small.db", Path(folder) / "large.db"), pieces, asked.articles)
        if asked.postgres and asked.only in (None, "postgresql"):
            urls = (asked.postgres.replace("DATABASE", "small"), asked.postgres.replace("DATABASE", "large"))
            costs("PostgreSQL", urls, pieces, asked.articles)


if __name__ == "__main__":
    main()
