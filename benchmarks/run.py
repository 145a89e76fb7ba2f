"""All benchmarks in one go, held against their floors.

Comes in:   the data folder and the folder of the scoring programs.
Goes out:   what each scoring program, each room's program and the one for speed prints, and every score that
            fell below its floor in floors.json; the exit code is 1 when one did, or when the data are not
            those the floors belong to.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent
SECTION = re.compile(r"^== (.+)$")
MEASURE = re.compile(r"^(.+?) +(?:P ([\d.]+) +R ([\d.]+) +F1 )?([\d.]+)$")


def scored(program: Path, *arguments: str) -> dict[str, dict[str, float]]:
    """Run a scoring program, show what it prints, and read its last section: measure -> P, R, F1 or value."""
    beside = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    command = [sys.executable, str(program), *arguments]
    print(f"\n$ python {program.name} {' '.join(Path(each).name for each in arguments)}", flush=True)
    done = subprocess.run(
        command, env={**os.environ, "PATH": beside}, stdout=subprocess.PIPE, text=True, check=True
    )
    print(done.stdout, end="", flush=True)
    return read_measures(done.stdout)


def read_measures(printed: str) -> dict[str, dict[str, float]]:
    """The measures of the last section of a scoring program's output."""
    found: dict[str, dict[str, float]] = {}
    for line in printed.splitlines():
        if SECTION.match(line):
            found = {}
        elif measure := MEASURE.match(line):
            name, precision, recall, value = measure.groups()
            found[name] = {"F1": float(value)} if precision else {"value": float(value)}
            if precision:
                found[name] |= {"P": float(precision), "R": float(recall)}
    return found


def quality(data: Path, scoring: Path) -> dict[str, dict[str, dict[str, float]]]:
    """The measures of each scoring program, and those of grouping through a library, by program."""
    stories = sorted(str(path.parent) for path in (data / "dossiers").glob("*/gold.json"))
    return {
        "attribution": scored(scoring / "attribution.py", str(data / "attribution" / "dev.jsonl")),
        "stories": scored(scoring / "stories.py", str(data / "stories" / "articles.jsonl")),
        "dossier": scored(scoring / "dossier.py", *stories),
        "library": scored(HERE / "library.py", "--data", str(data), "--only", "grouping"),
    }


def rooms(data: Path, scoring: Path) -> list[list[str]]:
    """The programs that measure one room each, and the one that measures speed, with their arguments."""
    stories = sorted(str(path.parent) for path in (data / "dossiers").glob("*/gold.json"))
    return [
        ["dates.py", "--data", str(data)],
        ["sentences.py", str(data / "syntax" / "gum-dev.conllu.gz")],
        ["entities.py", "--data", str(data)],
        ["growth.py"],
        ["group.py", "--data", str(data)],
        ["trace.py", *stories],
        ["attribute.py", *stories],
        ["compare.py", str(data / "dossiers"), "--scorer", str(scoring / "dossier.py")],
        ["pairs.py", "--data", str(data)],
        ["speed.py", "--data", str(data)],
    ]


def below(
    floors: dict[str, dict[str, dict[str, float]]], reached: dict[str, dict[str, dict[str, float]]]
) -> Iterator[str]:
    """What fell below its floor, in words."""
    for program, measures in floors.items():
        for measure, least in measures.items():
            for part, floor in least.items():
                value = reached[program].get(measure, {}).get(part)
                if value is None or value < floor:
                    yield f"{program}, {measure}, {part}: {value} is below its floor {floor}"


def digest_of(data: Path) -> str:
    """The first 16 hexadecimal digits of the SHA-256 over all scored files, in order of their paths."""
    files = [data / "attribution" / "dev.jsonl", data / "stories" / "articles.jsonl"]
    files += [path for path in (data / "dossiers").glob("*/*") if path.suffix in {".json", ".txt"}]
    total = hashlib.sha256()
    for path in sorted(files):
        total.update(path.relative_to(data).as_posix().encode() + b"\0" + path.read_bytes())
    return total.hexdigest()[:16]


def main() -> int:
    """Measure everything; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--scoring", type=Path, required=True)
    asked = parser.parse_args()
    if not asked.data.is_dir():
        print(f"There is no data folder {asked.data}. Name yours: make bench DATA=/path/to/data")
        return 1
    floors = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))
    problems = list(below(floors["scores"], quality(asked.data, asked.scoring)))
    if (digest := digest_of(asked.data)) != floors["data"]:
        problems.append(f"the data ({digest}) are not those the floors belong to ({floors['data']})")
    for command in rooms(asked.data, asked.scoring):
        print(f"\n$ python benchmarks/{' '.join(Path(each).name for each in command)}", flush=True)
        subprocess.run([sys.executable, str(HERE / command[0]), *command[1:]], check=True)
    print("\n".join(["", *problems] if problems else ["", "Every score is at or above its floor."]))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
