"""What comparing costs as one story grows.

Question:   when a story has four times as many articles, does what follows reading take more than four times
            as long, and how much memory does it need?
Data:       stories made by recombining real sentences with what was read in them: each article has 15 of its
            25 sentences from the 36 that the story shares, the others are its own, in words of its own.
            Beside them: copies of one article, articles that share no sentence, and articles that contradict
            themselves in every line.
Measure:    processor seconds of each room after reading, of this process; peak memory above that of the
            readings, each story in a process of its own; the exponent of growth since the size before (1 is
            growth with the articles, 2 with their pairs). The network has read before.
Run:        python benchmarks/scale.py --data ../shared/data [--sizes 5 20 80 320] [--kinds story copies …]
            [--pair-model] (the model reads with `compare`, on threads whose time is counted too)
"""

from __future__ import annotations

import argparse
import gc
import multiprocessing
import random
import resource
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from math import log
from pathlib import Path
from typing import Any, TypeVar

from library import Piece, Renaming, articles_of, pieces_of, recombined
from tellings.attribute import attribute
from tellings.compare import compare
from tellings.compare.pair_model import read_pairs
from tellings.compare.scorer import PairScorer
from tellings.read.door import read_one
from tellings.records import Article, Grouped, Reading
from tellings.tell import tell
from tellings.trace import trace

SHARED, FROM_SHARED, OWN = 36, 15, 10
SOURCES = 40
"""Real articles whose sentences the stories are made of."""
AT_ODDS = (
    "The mayor of Torvik, Anna Brandt, said on Tuesday that {n} people were killed in the fire.",
    "Anna Brandt, the mayor of Torvik, denied on Wednesday that {n} people were killed in the fire.",
    "The council will allow the march through Torvik on May {n}.",
    "The council will not allow the march through Torvik on May {n}.",
)

T = TypeVar("T")


def made(pieces: Sequence[Sequence[Piece]], size: int, shared: int) -> list[Reading]:
    """A story of so many articles, `shared` of each one's sentences those of the story."""
    dice = random.Random(size)
    renaming = Renaming(piece for told in pieces for piece in told)
    every = [piece for told in pieces for piece in told]
    common = dice.sample(every, SHARED)
    readings = []
    for number in range(size):
        own = dice.sample(every, FROM_SHARED + OWN - shared)
        told = [*dice.sample(common, shared), *(renaming.told_in(number, piece) for piece in own)]
        day = f"2024-03-{1 + number % 28:02d}T{number % 24:02d}:00"
        readings.append(named(recombined(dice.sample(told, len(told)), number, 0, day), number))
    return readings


def named(reading: Reading, number: int) -> Reading:
    """The reading with an id, and an outlet of its own."""
    article = replace(reading.article, id=f"a{number + 1}", outlet=f"Outlet {number + 1}")
    return replace(reading, article=article)


def copies(pieces: Sequence[Sequence[Piece]], size: int) -> list[Reading]:
    """One article, so many times."""
    one = made(pieces, 1, FROM_SHARED)[0]
    return [named(one, number) for number in range(size)]


def at_odds(pieces: Sequence[Sequence[Piece]], size: int) -> list[Reading]:
    """Articles whose every line contradicts the one before."""
    lines = [AT_ODDS[n % len(AT_ODDS)].format(n=2 + n % 27) for n in range(FROM_SHARED + OWN)]
    one = read_one(Article(id="a1", text="\n\n".join(lines), published="2024-03-01"))
    return [named(one, number) for number in range(size)]


KINDS: dict[str, Callable[[Sequence[Sequence[Piece]], int], list[Reading]]] = {
    "story": lambda pieces, size: made(pieces, size, FROM_SHARED),
    "copies": copies,
    "nothing shared": lambda pieces, size: made(pieces, size, 0),
    "at odds": at_odds,
}


def timed(work: Callable[[], T]) -> tuple[float, T]:
    """Processor seconds of this process, and what the work gave."""
    begin = time.process_time()
    done = work()
    return time.process_time() - begin, done


def rooms(readings: Sequence[Reading], model: PairScorer | None = None) -> dict[str, float]:
    """Seconds of each room for one story, the sum, and megabytes at the peak above those before."""
    gc.collect()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    story = Grouped(id="story", readings=tuple(readings))
    cost: dict[str, float] = {}
    cost["trace"], traced = timed(lambda: trace(story))
    cost["attribute"], attributed = timed(lambda: attribute(traced))
    cost["compare"], compared = timed(lambda: compare(attributed, model=model))
    cost["tell"], _ = timed(lambda: tell(compared))
    cost["sum"] = sum(cost.values())
    cost["MB"] = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    return cost


def apart(work: Callable[..., dict[str, float]], *given: Any) -> dict[str, float]:
    """The work done in a process of its own, so that its peak of memory is its own."""
    context = multiprocessing.get_context("fork")
    with context.Pool(1) as pool:
        return pool.apply(work, given)


def main() -> None:
    """Print a table a kind."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--sizes", type=int, nargs="+", default=[5, 20, 80, 320])
    parser.add_argument("--kinds", nargs="+", default=list(KINDS), choices=KINDS)
    parser.add_argument("--pair-model", action="store_true")
    asked = parser.parse_args()
    pieces = pieces_of([article for article, _ in articles_of(asked.data)[:SOURCES]])
    columns = ("trace", "attribute", "compare", "tell", "sum", "MB")
    for kind in asked.kinds:
        print(f"{kind:<16}{'articles':>9}" + "".join(f"{name:>11}" for name in columns) + f"{'exponent':>9}")
        last = None
        for size in asked.sizes:
            cost = apart(rooms, KINDS[kind](pieces, size), read_pairs if asked.pair_model else None)
            grown = f"{log(cost['sum'] / max(last[1], 0.01)) / log(size / last[0]):9.2f}" if last else ""
            last = (size, cost["sum"])
            print(
                f"{'':<16}{size:>9}" + "".join(f"{cost[name]:11.2f}" for name in columns) + grown, flush=True
            )


if __name__ == "__main__":
    main()
