"""What a growing library costs, and whether its stories are the right ones.

Comes in:   the data folder; how many articles; the address of an empty PostgreSQL database, if there is one.
Goes out:   for each database: B-cubed F1 of `stories/` added one article at a time (in the order of the file,
            of time, and shuffled); what one more article costs in a large library beside a small one, the two
            taking turns; the library's size in times of its text; the median of searching it, and of showing
            a story that has not changed.

The articles of the large library are made by recombining real sentences, each with what was read in it: a
story draws its sentences from two or three articles, and gets names and rarer words of its own, so that there
can be thousands of stories; its articles draw their sentences from the story. Dossiers are drawn up for some
stories and counted for all of them in the size.

    python benchmarks/library.py --data ../shared/data --articles 100000
    python benchmarks/library.py --data ../shared/data --keep made --minutes 60
    python benchmarks/library.py --data ../shared/data --articles 10000 --postgres postgresql://me@/empty
"""

from __future__ import annotations

import argparse
import json
import pickle
import random
import re
import tempfile
import time
import zlib
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import mean, median
from typing import TYPE_CHECKING

import numpy as np

from tellings.collect.compose import whole_text
from tellings.group.background import background
from tellings.group.door import days_of, in_order_of_time
from tellings.group.words import stems
from tellings.read import read
from tellings.records import Article, Attribution, Date, Entity, Quantity, Reading, Sentence, Span
from tellings.store import Library
from tellings.store.views import Shelved

if TYPE_CHECKING:
    from numpy.typing import NDArray

SENTENCES_A_STORY, SENTENCES_AN_ARTICLE, ARTICLES_A_STORY = 36, 25, 5
RARE = 0.1
"""Words that stand in less than this part of all documents are replaced in each story."""
WORD = re.compile(r"[^\W\d_]{3,}")
OPEN_AT_ONCE = 200
SMALL = 1_000
BATCH = 200
STATEMENT_BESIDES = 125
TIMED_ADDS, TIMED_SEARCHES, TIMED_SHOWS = 100, 60, 30


@dataclass(frozen=True, slots=True)
class Piece:
    """One real sentence and what was read in it; spans count from its first character."""

    words: str
    entities: tuple[Entity, ...]
    dates: tuple[Date, ...]
    quantities: tuple[Quantity, ...]
    attributions: tuple[Attribution, ...]
    vector: NDArray[np.float32]


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


def pieces_of(articles: Sequence[Article]) -> list[list[Piece]]:
    """The sentences of each of these articles, read."""
    return [
        [
            piece_at(reading, at)
            for at, sentence in enumerate(reading.sentences)
            if 60 <= sentence.span.end - sentence.span.start <= 400
        ]
        for reading in read(articles)
    ]


def piece_at(reading: Reading, at: int) -> Piece:
    """One sentence of a reading, by itself."""
    whole = reading.sentences[at].span
    told = Piece(
        words=whole.words_in(reading.article.text),
        entities=tuple(e for e in reading.entities if whole.covers(e.span)),
        dates=tuple(replace(d, rests_on=None) for d in reading.dates if whole.covers(d.span)),
        quantities=tuple(q for q in reading.quantities if whole.covers(q.span)),
        attributions=tuple(
            a for a in reading.attributions if all(whole.covers(span) for span in spans_of(a))
        ),
        vector=reading.vectors[at],
    )
    return moved(told, lambda place: place - whole.start)


def spans_of(attribution: Attribution) -> tuple[Span, ...]:
    """All its spans."""
    return (*attribution.source, *attribution.cue, *attribution.content)


def moved(piece: Piece, to: Callable[[int], int]) -> Piece:
    """The piece with every place of what was read in it put elsewhere."""

    def all_of(spans: Sequence[Span]) -> tuple[Span, ...]:
        return tuple(Span(to(start), to(end)) for start, end in spans)

    return replace(
        piece,
        entities=tuple(replace(e, span=all_of([e.span])[0]) for e in piece.entities),
        dates=tuple(replace(d, span=all_of([d.span])[0]) for d in piece.dates),
        quantities=tuple(replace(q, span=all_of([q.span])[0]) for q in piece.quantities),
        attributions=tuple(
            replace(a, source=all_of(a.source), cue=all_of(a.cue), content=all_of(a.content))
            for a in piece.attributions
        ),
    )


class Renaming:
    """Gives each story names and rarer words of its own, all of them words of the real articles.

    Without this the stories made of a few hundred articles would share the people and places of these.
    """

    def __init__(self, pieces: Iterable[Piece]) -> None:
        known = background()
        limit = RARE * known.documents
        seen = sorted({word.lower() for piece in pieces for word in WORD.findall(piece.words)})
        self._rare = [word for word in seen if known.counts.get(next(stems(word), ""), 0) < limit]
        self._is_rare = frozenset(self._rare)

    def told_in(self, story: int, piece: Piece) -> Piece:
        """The piece with the words of that story; a word is replaced alike in all its pieces."""
        words, end = "", 0
        before, after = [0], [0]
        for found in WORD.finditer(piece.words):
            if found[0].lower() not in self._is_rare:
                continue
            words += piece.words[end : found.start()]
            before.append(found.start())
            after.append(len(words))
            words += self._instead_of(found[0], story)
            end = found.end()
            before.append(end)
            after.append(len(words))
        words += piece.words[end:]

        def to(place: int) -> int:
            at = bisect_right(before, place) - 1
            return after[at] + min(place - before[at], len(words) - after[at])

        return replace(moved(piece, to), words=words)

    def _instead_of(self, word: str, story: int) -> str:
        chosen = self._rare[zlib.crc32(f"{story} {word.lower()}".encode()) % len(self._rare)]
        return chosen.capitalize() if word[0].isupper() else chosen


def recombined(pieces: Sequence[Piece], number: int, story: int, published: str) -> Reading:
    """An article of these sentences, with what was read in them."""
    text, spans, parts = "", [], []
    for piece in pieces:
        text += "\n\n" if text else ""
        start = len(text)
        text += piece.words
        spans.append(Span(start, len(text)))
        parts.append(moved(piece, lambda place, start=start: place + start))
    article = Article(
        id="",
        text=text,
        url=f"https://outlet-{number % 40}.example/{story}/{number}",
        outlet=f"Outlet {number % 40}",
        published=published,
        title=pieces[0].words[:80],
    )
    return Reading(
        article=article,
        sentences=tuple(Sentence(span=span, paragraph=n) for n, span in enumerate(spans)),
        entities=tuple(e for part in parts for e in part.entities),
        dates=tuple(d for part in parts for d in part.dates),
        quantities=tuple(q for part in parts for q in part.quantities),
        attributions=tuple(a for part in parts for a in part.attributions),
        vectors=np.stack([piece.vector for piece in pieces]),
    )


def stream(pieces: Sequence[Sequence[Piece]], seed: int, told: int) -> Iterator[Reading]:
    """Articles without end, after so many were told; some hundred stories are in the news at a time.

    The number of its story stands in an article's address: see `story_of`.
    """
    dice = random.Random(seed + told)
    renaming = Renaming(piece for told in pieces for piece in told)
    opened = number = told
    running: list[tuple[int, list[Piece], int]] = []
    begin = datetime(2024, 1, 1, tzinfo=UTC)
    while True:
        while len(running) < OPEN_AT_ONCE:
            opened += 1
            chosen = [renaming.told_in(opened, piece) for piece in drawn(pieces, dice)]
            running.append((opened, chosen, ARTICLES_A_STORY))
        place = dice.randrange(len(running))
        story, of_story, left = running[place]
        number += 1
        published = (begin + timedelta(minutes=5 * number)).isoformat(timespec="minutes")
        chosen = [of_story[at] for at in sorted(dice.sample(range(len(of_story)), SENTENCES_AN_ARTICLE))]
        yield recombined(chosen, number, story, published)
        running[place] = (story, of_story, left - 1)
        if left == 1:
            del running[place]


def story_of(article: Article) -> str:
    """Which story a made article tells."""
    return (article.url or "").split("/")[-2]


def drawn(pieces: Sequence[Sequence[Piece]], dice: random.Random) -> list[Piece]:
    """The sentences of a new story: those of a few articles, mostly two or three."""
    found: list[Piece] = []
    for told in dice.sample(pieces, len(pieces)):
        found += told
        if len(found) >= SENTENCES_A_STORY:
            break
    return dice.sample(found, SENTENCES_A_STORY)


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
    print("== stories, one article at a time, B-cubed F1", flush=True)
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
        print(f"{name:<24} {score:.3f}", flush=True)


class Growing:
    """A library that is filled from a stream; one that was filled before gets stories that come after."""

    def __init__(self, url: str | Path, pieces: Sequence[Sequence[Piece]], seed: int) -> None:
        self.library = Library.open(url)
        self.count = self.library.counts().articles
        self._articles = stream(pieces, seed, self.count)

    def fill(self, articles: int, minutes: float = 1e6) -> None:
        """Adds articles until there are so many or the time is up, some hundred in one transaction."""
        begin, before, spent = time.monotonic(), self.count, time.process_time()
        while self.count < articles and time.monotonic() - begin < 60 * minutes:
            thousands = self.count // 1_000
            batch = [next(self._articles) for _ in range(min(BATCH, articles - self.count))]
            self.library.add_readings(batch)
            self.count += len(batch)
            if self.count // 1_000 > thousands:
                each = (time.process_time() - spent) / (self.count - before)
                print(
                    f"  {self.count} articles after {time.monotonic() - begin:.0f} s, {1000 * each:.1f} ms "
                    "of processor time each",
                    flush=True,
                )

    def add_one(self) -> tuple[float, float]:
        """Seconds that one more article takes by itself: by the clock, of the processor."""
        reading = next(self._articles)
        begin, spent = time.perf_counter(), time.process_time()
        self.library.add_reading(reading)
        seconds = time.perf_counter() - begin, time.process_time() - spent
        self.count += 1
        return seconds

    def some(self) -> list[Shelved]:
        """Some two thousand of its articles, from its beginning to its end."""
        return [
            self.library.article(f"a{number + 1}")
            for number in range(0, self.count, max(1, self.count // 2_000))
        ]


@dataclass(frozen=True, slots=True)
class Times:
    """Milliseconds of several runs: by the clock, and of the processor (not of a database's server)."""

    clock: tuple[float, ...] = ()
    processor: tuple[float, ...] = ()

    def __add__(self, other: Times) -> Times:
        return Times(self.clock + other.clock, self.processor + other.processor)

    def __str__(self) -> str:
        return f"{median(self.clock):.0f} ms ({median(self.processor):.0f} ms of processor time)"


def timed(work: Callable[[], object]) -> Times:
    """How long it took."""
    begin, spent = time.perf_counter(), time.process_time()
    work()
    return Times((1000 * (time.perf_counter() - begin),), (1000 * (time.process_time() - spent),))


def costs(
    name: str,
    urls: tuple[str | Path, str | Path],
    pieces: Sequence[Sequence[Piece]],
    articles: int,
    minutes: float,
) -> None:
    """Everything that is measured of one kind of database."""
    small, large = Growing(urls[0], pieces, 1), Growing(urls[1], pieces, 2)
    small.fill(SMALL, minutes)
    large.fill(articles, minutes)
    print(f"{name}: {large.count} articles are in", flush=True)
    turns = [(small.add_one(), large.add_one()) for _ in range(TIMED_ADDS)]
    for kind, of in enumerate(("by the clock", "of processor time")):
        few, many = (1000 * median(one[kind] for one in column) for column in zip(*turns, strict=True))
        print(
            f"{name}: one more article takes {many:.1f} ms {of} beside {large.count} and {few:.1f} ms beside "
            f"{small.count}, {many / few:.2f} times as long",
            flush=True,
        )
    library = large.library
    searches(name, library, [piece for told in pieces for piece in told])
    some = large.some()
    again = bcubed([story_of(one.article) for one in some], [one.story for one in some])
    print(f"{name}: made stories found again, B-cubed F1 {again:.3f}", flush=True)
    stories = list(dict.fromkeys(one.story for one in some))
    shown = random.Random(3).sample(stories, min(TIMED_SHOWS, len(stories)))
    first, unchanged = (
        sum((timed(lambda name=name: library.show(name)) for name in shown), Times()) for _ in range(2)
    )
    print(
        f"{name}: show takes {unchanged} for a story that has not changed, {first} the first time", flush=True
    )
    sizes(name, large.library, large.count * mean(len(one.article.text.encode()) for one in some))
    small.library.close()
    library.close()


def searches(name: str, library: Library, pieces: Sequence[Piece]) -> None:
    """The median of a search, for a few words of a sentence, a phrase, a whole sentence."""
    dice = random.Random(3)
    library.search("warm up")
    taken = Times()
    for kind in ("words", "phrase", "sentence"):
        some = Times()
        for piece in dice.sample(pieces, TIMED_SEARCHES // 3):
            words = piece.words.split()
            at = dice.randrange(max(1, len(words) - 3))
            asked = {
                "words": " ".join(dice.sample(words, min(3, len(words)))),
                "phrase": '"' + " ".join(words[at : at + 3]).replace('"', "") + '"',
                "sentence": piece.words,
            }[kind]
            some += timed(lambda asked=asked: library.search(asked))
        print(f"{name}: search by {kind} takes {some}", flush=True)
        taken += some
    print(f"{name}: search takes {taken} at the median", flush=True)


def sizes(name: str, library: Library, characters: float) -> None:
    """The size of the library in times of its text, as it is, and with a dossier for every story.

    What belongs to a dossier is taken from those that are there: its body, what the pair model said, and the
    statements by speaker, each with some bytes for its numbers and its places in three indexes.
    """
    from sqlalchemy import func, select, text

    from tellings.store import schema

    database = library._database

    def measured(connection: object) -> tuple[int, int, int, int]:
        assert hasattr(connection, "scalar")
        said = schema.statements.c
        text_of = func.length(said.spans) + func.length(said.name) + func.length(func.coalesce(said.role, ""))
        body = sum(
            connection.scalar(select(func.sum(part))) or 0
            for part in (
                func.length(schema.dossiers.c.body),
                func.length(schema.scores.c.body),
                text_of + STATEMENT_BESIDES,
            )
        )
        drawn = connection.scalar(select(func.count()).select_from(schema.dossiers))
        stories = connection.scalar(
            select(func.count()).select_from(schema.stories).where(schema.stories.c.size > 0)
        )
        if database.backend.name == "postgresql":
            whole = connection.scalar(text("SELECT pg_database_size(current_database())"))
        else:
            pages = connection.scalar(text("PRAGMA page_count"))
            pages -= connection.scalar(text("PRAGMA freelist_count"))
            whole = pages * connection.scalar(text("PRAGMA page_size"))
        return int(whole), int(body), int(drawn), int(stories)

    whole, body, drawn, stories = database.read(measured)
    with_all = whole + body / max(1, drawn) * (stories - drawn)
    print(
        f"{name}: {whole / characters:.2f} times its text; with a dossier for all {stories} stories, "
        f"{with_all / characters:.2f} times",
        flush=True,
    )


@contextmanager
def folder_for(kept: Path | None) -> Iterator[Path]:
    """A folder to keep, or one that is gone afterwards."""
    if kept is not None:
        kept.mkdir(parents=True, exist_ok=True)
        yield kept
        return
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


def kept_pieces(data: Path, count: int, path: Path) -> list[list[Piece]]:
    """The sentences of so many articles; read once where the folder is kept."""
    if not path.exists():
        given = articles_of(data)
        chosen = random.Random(5).sample(given, min(count, len(given)))
        path.write_bytes(pickle.dumps(pieces_of([article for article, _ in chosen])))
    found: list[list[Piece]] = pickle.loads(path.read_bytes())
    return found


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
    parser.add_argument("--minutes", type=float, default=1e6, help="measure what was filled after so long")
    parser.add_argument("--keep", type=Path, help="folder for the files; a second run goes on from there")
    asked = parser.parse_args()
    with folder_for(asked.keep) as folder:
        if asked.only in (None, "grouping"):
            grouping(asked.data, folder)
        if asked.only == "grouping":
            return
        pieces = kept_pieces(asked.data, asked.read, folder / "pieces.pickle")
        print(f"{sum(map(len, pieces))} real sentences are recombined", flush=True)
        if asked.only in (None, "sqlite"):
            costs("SQLite", (folder / "small.db", folder / "large.db"), pieces, asked.articles, asked.minutes)
        if asked.postgres and asked.only in (None, "postgresql"):
            urls = (asked.postgres.replace("DATABASE", "small"), asked.postgres.replace("DATABASE", "large"))
            costs("PostgreSQL", urls, pieces, asked.articles, asked.minutes)


if __name__ == "__main__":
    main()
