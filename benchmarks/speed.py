"""How fast, and with how much memory.

Comes in:   the data folder.
Goes out:   one line a measurement, each of a whole process from a cold start: `tellings compare` on the five
            articles of one story, `tellings read` on a hundred articles, and a spaCy pipeline of the size of
            en_core_web_sm with untrained weights (the same cost as with trained ones) on the same articles.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
TELLINGS = str(Path(sys.executable).with_name("tellings"))


class Cost(NamedTuple):
    """Wall-clock seconds and the largest resident set in megabytes of one process."""

    seconds: float
    megabytes: float


def cost_of(command: list[str]) -> Cost:
    """Run a command to its end, its output thrown away; raises when it fails."""
    begin = time.perf_counter()
    process = os.posix_spawn(
        command[0],
        command,
        os.environ,
        file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)],
    )
    _, status, usage = os.wait4(process, 0)
    seconds = time.perf_counter() - begin
    if status != 0:
        raise SystemExit(f"{' '.join(command)} failed")
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return Cost(seconds, usage.ru_maxrss / unit)


def best_of(times: int, command: list[str]) -> Cost:
    """The fastest of several runs: what the work costs when nothing else is in its way."""
    return min(cost_of(command) for _ in range(times))


def some_articles(data: Path, count: int, folder: Path) -> Path:
    """The first articles of the development set as a file of `{id, text}` lines."""
    lines = (data / "attribution" / "dev.jsonl").read_text(encoding="utf-8").splitlines()[:count]
    rows = [json.loads(line) for line in lines]
    path = folder / "articles.jsonl"
    kept = [json.dumps({"id": row["id"], "text": row["text"]}, ensure_ascii=False) for row in rows]
    path.write_text("\n".join(kept) + "\n", encoding="utf-8")
    return path


def measured(data: Path, count: int) -> dict[str, float]:
    """Every number of the table of speed, by name."""
    story = sorted(str(path) for path in (data / "dossiers" / "iraq-airstrikes").glob("*.txt"))
    compare = best_of(3, [TELLINGS, "compare", "--one-story", *story])
    with tempfile.TemporaryDirectory() as folder:
        articles = str(some_articles(data, count, Path(folder)))
        read = best_of(2, [TELLINGS, "read", "--json", articles])
        plain = best_of(2, [sys.executable, str(HERE / "plain_pipeline.py"), articles])
    return {
        "compare, five articles: seconds": compare.seconds,
        "compare, five articles: MB": compare.megabytes,
        "read: articles a second": count / read.seconds,
        "read: MB": read.megabytes,
        "spaCy, untrained, on the same: articles a second": count / plain.seconds,
        "spaCy, untrained, on the same: MB": plain.megabytes,
    }


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--count", type=int, default=100, help="how many articles to read")
    asked = parser.parse_args()
    for name, value in measured(asked.data, asked.count).items():
        print(f"{name:52s} {value:8.1f}")
