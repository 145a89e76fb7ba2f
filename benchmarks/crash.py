"""A library whose programs are killed, again and again.

Comes in:   how often; the address of an empty PostgreSQL database, if it is not to be a file.
Goes out:   how many times a program that adds articles was killed at a random moment, what `check` found
            after each, and whether a last run did exactly the rest: every article there once, in the stories
            that it has in a library to which everything was added undisturbed. The exit code is 1 if not.

    python benchmarks/crash.py --kills 200
    python benchmarks/crash.py --kills 200 --store postgresql://me@/empty
"""

from __future__ import annotations

import argparse
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tellings.store import Library

ROOT = Path(__file__).parents[1]
ARTICLES = 150


def run(address: str, seconds: float | None) -> int:
    """Lets a program add, and kills it after so many seconds from its first article; how many it told of."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.store.workers", address, str(ARTICLES)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    told = int(bool(process.stdout.readline()))
    if seconds is not None:
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)
    told += len(process.stdout.read().split())
    process.wait()
    return told


def content(address: str) -> tuple[int, list[list[str]], tuple[object, ...]]:
    """How many articles there are, which stand together, and what damage there is."""
    with Library.open(address, patience=60) as library:
        stories: dict[str, list[str]] = {}
        count = 0
        for row in library.export():
            stories.setdefault(row["story"], []).append(row["url"])
            count += 1
        return count, sorted(sorted(urls) for urls in stories.values()), library.check()


def main() -> int:
    """Kill, check, finish; the exit code."""
    parser = argparse.ArgumentParser(description="A library whose programs are killed.")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--store", help="address of an empty database; without it a file")
    asked = parser.parse_args()
    dice = random.Random(3)
    with tempfile.TemporaryDirectory() as folder:
        undisturbed = str(Path(folder) / "undisturbed.db")
        run(undisturbed, None)
        address = asked.store or str(Path(folder) / "killed.db")
        wrong, before = 0, 0
        for number in range(1, asked.kills + 1):
            told = run(address, dice.random() * 0.5)
            count, _, damage = content(address)
            if damage or count < max(before, told):
                wrong += 1
                print(f"after kill {number}: {count} articles, {told} told of, {damage}", flush=True)
            before = count
            if number % 20 == 0:
                print(f"{number} kills, {count} of {ARTICLES} articles are in", flush=True)
        run(address, None)
        same = content(address) == content(undisturbed)
    print(f"{asked.kills} kills, {wrong} of them did harm; the last run did the rest: {same}")
    return int(bool(wrong) or not same)


if __name__ == "__main__":
    sys.exit(main())
