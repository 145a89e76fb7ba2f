"""How fast the reading room answers, and whether it holds fifty visitors.

Comes in:   the data folder; how many articles the library is to hold.
Goes out:   for every page of a story of 50 articles: the median time to its first byte, its first time (when
            nothing is drawn up yet), the processor time that the server spends on it (on Linux), and its
            weight with everything that it loads; then, with 50 visitors at once for a minute while `tellings
            add` runs beside them, how many pages they saw, how many failed, and the median and the 95th
            percentile of the time to the first byte.

The library is made as by library.py. The large story's articles draw their sentences from a pool of 150, so
that each of these stands in some six of them. The server is `tellings serve`, a process of its own, asked
over loopback by one that keeps its connections open. A page that another visitor has opened since the story
last changed is kept: the medians are those of kept pages, the first times say what it costs to make one.

    python benchmarks/web.py --data ../shared/data
    python benchmarks/web.py --data ../shared/data --articles 2000 --seconds 20
    python benchmarks/web.py --data ../shared/data --keep library.db    # made once, taken again next time
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median, quantiles

import httpx

from library import Growing, Piece, articles_of, pieces_of, recombined
from tellings.store import Library

LARGE, POOL, SENTENCES = 50, 150, 20
TIMES = 30
VISITORS = 50
THINKS = (0.5, 2.0)
"""Seconds that a visitor looks at a page, from and to."""
_LOADED = re.compile(r'(?:href|src)="(/static/[^"]+)"')


def made(path: Path, data: Path, articles: int) -> None:
    """A library of so many articles, one story of 50 among them."""
    chosen = random.Random(5).sample(articles_of(data), 150)
    pieces = pieces_of([article for article, _ in chosen])
    growing = Growing(path, pieces, 2)
    growing.fill(articles - LARGE)
    add_large_story(growing.library, pieces)
    growing.library.close()


def add_large_story(library: Library, pieces: Sequence[Sequence[Piece]]) -> None:
    """Fifty articles, put together as one story."""
    dice = random.Random(11)
    pool = dice.sample([piece for told in pieces for piece in told], POOL)
    begin = datetime(2025, 3, 1, tzinfo=UTC)
    placed = []
    for number in range(LARGE):
        told = [pool[at] for at in sorted(dice.sample(range(POOL), SENTENCES))]
        published = (begin + timedelta(hours=3 * number)).isoformat(timespec="minutes")
        placed.append(library.add_reading(recombined(told, number, 0, published)).article)
    names = list(dict.fromkeys(library.article(name).story for name in placed))
    if len(names) > 1:
        library.merge(names)


def large_story(library: Library) -> str:
    """The name of the story of 50 articles; compared, as are the ten stories that changed last."""
    row = library.stories(most=1, order="largest")[0]
    begin = time.perf_counter()
    library.show(row.id)
    print(
        f"comparing the story of {row.articles} articles took {time.perf_counter() - begin:.1f} s", flush=True
    )
    library.refresh([story.id for story in library.stories(most=10)])
    return row.id


def pages_of(library: Library, story: str) -> dict[str, str]:
    """Every page that leads into or out of the story."""
    dossier = library.show(story)
    first, second = dossier.articles[0], dossier.articles[1]
    speaker = next((one.name for one in dossier.speakers if one.kind == "person"), "Nobody")
    start, end = first.sentences[3]
    words = " ".join(first.text[start:end].split()[:3])
    return {
        "the list of stories": "/",
        "the list, its tenth page": "/?page=10",
        "the list, by words": f"/?words={words}",
        "the story": f"/stories/{story}",
        "where the story comes from": f"/stories/{story}/origins",
        "what falls without an origin": f"/stories/{story}/without?origin={dossier.origins[0].id}",
        "an article": f"/articles/{first.id}",
        "an article, opened at a sentence": f"/articles/{first.id}?at={start}-{end}",
        "who says this": f"/articles/{first.id}/speaker?at={start}-{end}",
        "two articles side by side": f"/stories/{story}/side-by-side?one={first.id}&other={second.id}",
        "the speakers": "/speakers",
        "a speaker": f"/speaker?name={speaker}",
        "search": f"/search?words={words}",
        "add": "/add",
        "corrections": "/corrections",
        "the dossier as JSON": f"/api/stories/{story}",
        "the story saved as one file": f"/stories/{story}/report.html",
    }


@contextmanager
def served(path: Path) -> Iterator[tuple[str, int]]:
    """The address of a room over the library, and the number of its process."""
    command = [sys.executable, "-m", "tellings", "serve", "--store", str(path), "--port", "0"]
    serving = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert serving.stderr is not None
    try:
        found = re.search(r"http://\S+/", serving.stderr.readline())
        assert found is not None, "the room did not open"
        yield found[0].rstrip("/"), serving.pid
    finally:
        serving.send_signal(signal.SIGINT)
        serving.wait()
        serving.stderr.close()


def first_byte(client: httpx.Client, path: str) -> tuple[float, bytes]:
    """Milliseconds until the head of the answer is there, and its body."""
    begin = time.perf_counter()
    with client.stream("GET", path) as answer:
        taken = 1000 * (time.perf_counter() - begin)
        answer.raise_for_status()
        return taken, answer.read()


def weights(client: httpx.Client, body: bytes) -> int:
    """Bytes of a page with what it loads."""
    loaded = set(_LOADED.findall(body.decode("utf-8", "replace")))
    return len(body) + sum(len(client.get(path).content) for path in sorted(loaded))


def spent(process: int) -> float:
    """Milliseconds of processor time that a process has used; 0 where the system does not tell."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return 1000 * (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def each_page(address: str, process: int, pages: dict[str, str]) -> None:
    """Times and weighs them, one after another."""
    with httpx.Client(base_url=address, timeout=120, follow_redirects=True, trust_env=False) as client:
        print("| page | first byte, median | processor | the first time | all of it |\n|---|---|---|---|---|")
        for name, path in pages.items():
            first, body = first_byte(client, path)
            before = spent(process)
            again = median(first_byte(client, path)[0] for _ in range(TIMES))
            each = (spent(process) - before) / TIMES
            weight = weights(client, body) / 1000
            print(
                f"| {name} | {again:.0f} ms | {each:.0f} ms | {first:.0f} ms | {weight:.0f} KB |", flush=True
            )


async def visit(
    address: str, paths: list[str], until: float, seed: int, seen: list[tuple[float, str]]
) -> None:
    """One visitor, from page to page."""
    dice = random.Random(seed)
    async with httpx.AsyncClient(
        base_url=address, timeout=60, follow_redirects=True, trust_env=False
    ) as client:
        while time.perf_counter() < until:
            path, begin = dice.choice(paths), time.perf_counter()
            try:
                async with client.stream("GET", path) as answer:
                    taken = 1000 * (time.perf_counter() - begin)
                    await answer.aread()
                    seen.append((taken, "" if answer.is_success else f"{answer.status_code} {path}"))
            except httpx.HTTPError as error:
                seen.append((0.0, f"{type(error).__name__} {path}"))
            await asyncio.sleep(dice.uniform(*THINKS))


async def crowd(address: str, pages: dict[str, str], seconds: float) -> list[tuple[float, str]]:
    """All visitors at once: what each page took, and what failed."""
    seen: list[tuple[float, str]] = []
    until = time.perf_counter() + seconds
    paths = list(pages.values())
    await asyncio.gather(*(visit(address, paths, until, seed, seen) for seed in range(VISITORS)))
    return seen


def fifty_visitors(address: str, pages: dict[str, str], path: Path, data: Path, seconds: float) -> None:
    """The crowd, with `tellings add` beside it."""
    articles = data / "stories" / "articles.jsonl"
    command = [sys.executable, "-m", "tellings", "add", "--later", "--store", str(path), str(articles)]
    with tempfile.TemporaryFile("w+") as said:
        adding = subprocess.Popen(command, stdout=said, stderr=said, env=os.environ)
        seen = asyncio.run(crowd(address, pages, seconds))
        still = adding.poll() is None
        adding.send_signal(signal.SIGINT)
        code = adding.wait()
        said.seek(0)
        last = said.read().splitlines()[-1:]
    failed = [what for _, what in seen if what]
    taken = [ms for ms, what in seen if not what]
    print(
        f"{VISITORS} visitors for {seconds:.0f} s saw {len(seen)} pages, {len(failed)} of them failed; "
        f"first byte {median(taken):.0f} ms at the median, {quantiles(taken, n=20)[-1]:.0f} ms at the 95th "
        "percentile"
    )
    print(
        f"meanwhile `tellings add` {'ran all the time' if still else f'ended with {code}'}: {' '.join(last)}"
    )
    for what in sorted(set(failed))[:10]:
        print(f"  failed: {what}")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="How fast the reading room answers.")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--keep", type=Path, help="make the library here, or take the one that is here")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = asked.keep or Path(folder) / "library.db"
        if not path.exists():
            made(path, asked.data, asked.articles)
        with Library.open(path) as library:
            story = large_story(library)
            pages = pages_of(library, story)
            print(f"{library.counts().articles} articles in {library.counts().stories} stories", flush=True)
        with served(path) as (address, process):
            each_page(address, process, pages)
            fifty_visitors(address, pages, path, asked.data, asked.seconds)


if __name__ == "__main__":
    main()
