"""A library whose programs are killed, again and again.

Comes in:   how often, and on which kind of database.
Goes out:   how many times a program that adds articles, or one that watches feeds, was killed at a random
            moment; what `check` found after each, and whether anything was lost that it had told of; whether
            a run that is left alone then does exactly the rest: every article there once, in the stories that
            it has in a library to which everything was added undisturbed. The exit code is 1 if not.

Programs are forks of this one, so that kills hit their work and not their start: what they import, and how
the articles read, is there before they begin. The feeds come from a server on this machine. Articles are read
without the network of the reader: it is the library that is in question.
For PostgreSQL a server of its own is started, with its safety (fsync) on.

    python benchmarks/crash.py --kills 200
    python benchmarks/crash.py --kills 40 --store postgresql
"""

from __future__ import annotations

import argparse
import http.server
import importlib
import os
import random
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.store import server as postgres
from tests.store.made import reading_of
from tests.store.workers import readings

from tellings.collect.poll import Poller
from tellings.collect.rules import Rules
from tellings.records import Article, Reading
from tellings.store import Library

ARTICLES, FEEDS = 48, 4
MOST_BEFORE, MOST_WITHIN = 8, 0.05
"""A program is killed after so many new articles at most, and so many seconds into the next."""
Tell = Callable[[], None]
Work = Callable[[str, Tell], None]


@dataclass(frozen=True, slots=True)
class Content:
    """How many articles there are, which stand together, and what is broken."""

    articles: int
    stories: tuple[tuple[str, ...], ...]
    damage: tuple[object, ...]


def content(address: str) -> Content:
    """What is in the library; articles are known by the ends of their addresses."""
    with Library.open(address, patience=60) as library:
        stories: dict[str, list[str]] = {}
        count = 0
        for row in library.export():
            stories.setdefault(row["story"], []).append(row["url"].rpartition("/")[2])
            count += 1
        return Content(
            count, tuple(sorted(tuple(sorted(urls)) for urls in stories.values())), library.check()
        )


# ---------------------------------------------------------------- the two programs


def adding(address: str, tell: Tell) -> None:
    """Adds all articles, a few in a transaction."""
    given = every_reading()
    with Library.open(address, patience=60) as library:
        for start in range(0, len(given), 3):
            for placed in library.add_readings(given[start : start + 3]):
                if placed.outcome == "new":
                    tell()


def watching(feeds: Sequence[str]) -> Work:
    """Asks all feeds once and keeps what is new."""

    importlib.import_module("tellings.read").read = read_without_network  # type: ignore[attr-defined]

    def watch(address: str, tell: Tell) -> None:
        rules = Rules(also_allow=("127.0.0.0/8",), pace_seconds=0.0)
        with (
            Library.open(address, patience=60) as library,
            Poller(feeds, library.feeds, rules=rules, every=0.0) as poller,
        ):
            for kept in library.keep(poller.poll_once()):
                if getattr(kept, "outcome", None) == "new":
                    tell()

    return watch


def read_without_network(articles: Iterator[Article]) -> Iterator[Reading]:
    """Readings in which sentences, dates and quantities are found, and nobody is quoted."""
    for article in articles:
        yield replace(read_once(article.text, article.published), article=article)


@cache
def read_once(text: str, published: str | None) -> Reading:
    """The reading of a text; a program that is forked later has it already."""
    return reading_of(text, published=published)


@cache
def every_reading() -> tuple[Reading, ...]:
    """Of every article that is added."""
    return tuple(readings(ARTICLES))


@contextmanager
def feed_server() -> Iterator[list[str]]:
    """Feeds that together hold all articles, each whole; their addresses."""
    given = [reading.article for reading in every_reading()]
    pages = {
        f"/{number}.rss": rss(given[number * ARTICLES // FEEDS : (number + 1) * ARTICLES // FEEDS])
        for number in range(FEEDS)
    }

    class Answer(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = pages.get(self.path)
            self.send_response(200 if body else 404)
            self.send_header("Content-Length", str(len(body or b"")))
            self.end_headers()
            self.wfile.write(body or b"")

        def log_message(self, *_: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield [f"http://127.0.0.1:{server.server_port}{path}" for path in pages]
    finally:
        server.shutdown()


def rss(articles: Sequence[Article]) -> bytes:
    """A feed of these articles."""
    items = "".join(
        f"<item><title>{escape(article.text.partition(chr(10))[0])}</title><link>{article.url}</link>"
        f"<source url='https://{article.outlet}.example/'>{article.outlet}</source>"
        f"<pubDate>{article.published}</pubDate>"
        f"<content:encoded><![CDATA[{paragraphs(article.text)}]]></content:encoded></item>"
        for article in articles
    )
    space = "http://purl.org/rss/1.0/modules/content/"
    return f'<rss version="2.0" xmlns:content="{space}"><channel>{items}</channel></rss>'.encode()


def paragraphs(text: str) -> str:
    """The text as a page, long enough to be taken for a whole article."""
    return 5 * "".join(f"<p>{escape(part)}</p>" for part in text.split("\n\n")[1:])


# ---------------------------------------------------------------- killing them


def run(work: Work, address: str, dice: random.Random | None) -> tuple[int, bool]:
    """Lets a program work, and kills it somewhere if there are `dice`; of how many new articles it told, and
    whether it was killed before it had done."""
    here, there = os.pipe()
    child = os.fork()
    if child == 0:
        code = 1
        try:
            os.close(here)
            work(address, lambda: os.write(there, b".") and None)
            code = 0
        finally:
            os._exit(code)
    os.close(there)
    told = 0
    if dice is not None:
        before = dice.randrange(MOST_BEFORE)
        while told < before and os.read(here, 1):
            told += 1
        time.sleep(dice.random() * MOST_WITHIN)
        os.kill(child, signal.SIGKILL)
    while some := os.read(here, 1_000):
        told += len(some)
    os.close(here)
    _, status = os.waitpid(child, 0)
    killed = os.WIFSIGNALED(status)
    if not killed and os.WEXITSTATUS(status):
        raise SystemExit("A program that was left alone failed.")
    return told, killed


def disturbed(
    name: str, work: Work, addresses: Iterator[str], kills: int, dice: random.Random
) -> tuple[int, int]:
    """Kills a program so often, on one library after another; how many kills did harm, how many libraries
    were whole at last."""
    done, harm, libraries = 0, 0, 0
    undisturbed = next(addresses)
    work(undisturbed, lambda: None)
    wanted = content(undisturbed)
    if wanted.articles != ARTICLES or wanted.damage:
        raise SystemExit(f"{name}: the library is not whole without any kill: {wanted}")
    while done < kills:
        address, killed, before = next(addresses), True, 0
        while killed and done < kills:
            told, killed = run(work, address, dice)
            found = content(address)
            done += killed
            if found.damage or found.articles < before + told:
                harm += 1
                told_of = f"{before} and {told} told of"
                print(f"{name}, kill {done}: {found.articles} articles, {told_of}, {found.damage}")
            before = found.articles
        run(work, address, None)
        libraries += 1
        if content(address) != wanted:
            harm += 1
            print(f"{name}: library {libraries} is not the one that was not disturbed")
        print(f"{name}: {done} kills, {libraries} libraries", flush=True)
    return harm, libraries


@contextmanager
def stores(kind: str) -> Iterator[Iterator[str]]:
    """Addresses of empty libraries, as many as are asked for."""
    with tempfile.TemporaryDirectory() as folder:
        if kind == "sqlite":
            yield (str(Path(folder) / f"{number}.db") for number in range(1_000))
            return
        with postgres.running(safe=True) as address:

            def databases() -> Iterator[str]:
                for number in range(1_000):
                    postgres.ask(address, f"CREATE DATABASE crash_{number}")
                    yield address.replace("DATABASE", f"crash_{number}")

            yield databases()


def main() -> int:
    """Kill, check, finish; the exit code."""
    parser = argparse.ArgumentParser(description="A library whose programs are killed.")
    parser.add_argument("--kills", type=int, default=200, help="of each program")
    parser.add_argument("--store", choices=("sqlite", "postgresql"), default="sqlite")
    parser.add_argument("--only", choices=("add", "watch"))
    asked = parser.parse_args()
    wrong = 0
    with feed_server() as feeds, stores(asked.store) as addresses:
        for name, work in (("add", adding), ("watch", watching(feeds))):
            if asked.only in (None, name):
                harm, libraries = disturbed(name, work, addresses, asked.kills, random.Random(3))
                wrong += harm
                print(f"{name}, {asked.store}: {asked.kills} kills on {libraries} libraries, {harm} did harm")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
