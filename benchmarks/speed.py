"""How fast, and with how much memory.

Comes in:   the data folder, and a Python that has spaCy.
Goes out:   one line a measurement, each of whole processes from a cold start: `tellings compare --json` on
            the five articles of one story, `tellings group --json` and `tellings read --json` on many
            articles, and beside the latter a spaCy pipeline of the size of en_core_web_sm with untrained
            weights (the same cost as with trained ones) on the same texts.

Every number is the median of several runs. Reader and baseline take turns, so that whatever else the machine
does falls on both. Seconds are those of the clock; processor seconds, of all cores together, hardly change
when the machine has other work. The baseline has an environment of its own:

    python -m venv /tmp/spacy && /tmp/spacy/bin/pip install "spacy>=3.8,<4"
    python benchmarks/speed.py --data ../shared/data --spacy-python /tmp/spacy/bin/python
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

HERE = Path(__file__).parent
TELLINGS = str(Path(sys.executable).with_name("tellings"))
BASELINE = str(HERE / "plain_pipeline.py")


class Cost(NamedTuple):
    """Seconds by the clock and of the processor, and the largest resident set in megabytes: one process."""

    seconds: float
    processor: float
    megabytes: float


class Texts(NamedTuple):
    """A file of `{id, title, text, …}` lines, and how many articles and words it holds."""

    path: str
    articles: int
    words: int


def cost_of(command: Sequence[str]) -> Cost:
    """Run a command to its end, its output thrown away; ends the benchmark when it fails."""
    begin = time.perf_counter()
    process = os.posix_spawn(
        command[0],
        list(command),
        os.environ,
        file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)],
    )
    _, status, usage = os.wait4(process, 0)
    seconds = time.perf_counter() - begin
    if status != 0:
        raise SystemExit(f"{' '.join(command)} failed")
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return Cost(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit)


def in_turn(runs: int, *commands: Sequence[str]) -> list[Cost]:
    """The median cost of each command; the commands take turns, `runs` times over."""
    costs = [[cost_of(command) for command in commands] for _ in range(runs)]
    return [Cost(*map(median, zip(*of_one, strict=True))) for of_one in zip(*costs, strict=True)]


def some_texts(data: Path, count: int, folder: Path) -> Texts:
    """The first articles of the stories, without saying which story they belong to."""
    lines = (data / "stories" / "articles.jsonl").read_text(encoding="utf-8").splitlines()[:count]
    rows = [{k: v for k, v in json.loads(line).items() if k != "story"} for line in lines]
    rows = [row | {"id": str(number)} for number, row in enumerate(rows)]
    path = folder / "articles.jsonl"
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return Texts(str(path), len(rows), sum(len(row["text"].split()) for row in rows))


def has_spacy(python: str) -> bool:
    """Whether this Python can run the baseline."""
    return subprocess.run([python, "-c", "import spacy"], capture_output=True).returncode == 0


def measured(data: Path, count: int, runs: int, spacy_python: str) -> dict[str, float]:
    """Every number of the table of speed, by name; without spaCy the baseline's are left out."""
    story = sorted(str(path) for path in (data / "dossiers" / "iraq-airstrikes").glob("*.txt"))
    (compare,) = in_turn(runs, [TELLINGS, "compare", "--json", *story])
    found = {
        "compare, five articles: seconds": compare.seconds,
        "compare, five articles: processor seconds": compare.processor,
        "compare, five articles: MB": compare.megabytes,
    }
    with tempfile.TemporaryDirectory() as folder:
        texts = some_texts(data, count, Path(folder))
        (group,) = in_turn(runs, [TELLINGS, "group", "--json", texts.path])
        found |= speeds("group", texts, group)
        reader = [TELLINGS, "read", "--json", texts.path]
        if has_spacy(spacy_python):
            read, plain = in_turn(runs, reader, [spacy_python, BASELINE, texts.path])
            found |= speeds("read", texts, read) | speeds("spaCy, untrained", texts, plain)
            found["read, in times of spaCy's seconds"] = read.seconds / plain.seconds
            found["read, in times of spaCy's processor seconds"] = read.processor / plain.processor
        else:
            (read,) = in_turn(runs, reader)
            found |= speeds("read", texts, read)
    return found


def speeds(name: str, texts: Texts, cost: Cost) -> dict[str, float]:
    """What one process did in a second, and its memory."""
    return {
        f"{name}: articles a second": texts.articles / cost.seconds,
        f"{name}: words a second": texts.words / cost.seconds,
        f"{name}: articles a processor second": texts.articles / cost.processor,
        f"{name}: MB": cost.megabytes,
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="How fast, and with how much memory.")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--count", type=int, default=100, help="how many articles to group and to read")
    parser.add_argument("--runs", type=int, default=3, help="how many times each process is run")
    parser.add_argument("--spacy-python", default=sys.executable, help="a Python that has spaCy")
    asked = parser.parse_args()
    for name, value in measured(asked.data, asked.count, asked.runs, asked.spacy_python).items():
        print(f"{name:44s} {value:10.1f}", flush=True)
    if not has_spacy(asked.spacy_python):
        print("The baseline was left out: name a Python that has spaCy with --spacy-python.")


if __name__ == "__main__":
    main()
