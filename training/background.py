"""Makes `src/tellings/group/background.json.gz`: how many documents of ordinary English hold each word.

Comes in:   the articles of `attribution/train.jsonl` and the documents of `syntax/gum-train.conllu.gz`.
Goes out:   a gzipped JSON object {"documents": n, "counts": {stem: documents}}; counts only, no text. The
            same data give the same bytes.

    python -m training.background --data ../shared/data
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tellings.group.words import stems

OUTPUT = Path("src/tellings/group/background.json.gz")
FEWEST_DOCUMENTS = 3
"""A stem that fewer documents hold is left out: it counts as unseen."""


def main() -> None:
    """Counts and writes."""
    parser = argparse.ArgumentParser(description="Count in how many documents each word stands.")
    parser.add_argument(
        "--data", type=Path, required=True, help="the folder that holds attribution/ and syntax/"
    )
    parser.add_argument("--output", type=Path, default=OUTPUT)
    arguments = parser.parse_args()
    documents, counts = count(texts(arguments.data))
    kept = {stem: times for stem, times in sorted(counts.items()) if times >= FEWEST_DOCUMENTS}
    content = json.dumps({"documents": documents, "counts": kept}, ensure_ascii=False, separators=(",", ":"))
    arguments.output.write_bytes(gzip.compress(content.encode("utf-8"), mtime=0))
    print(f"{documents} documents, {len(kept)} stems, {arguments.output.stat().st_size} bytes")


def texts(data: Path) -> Iterator[str]:
    """The text of each document."""
    with (data / "attribution" / "train.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["text"]
    with gzip.open(data / "syntax" / "gum-train.conllu.gz", "rt", encoding="utf-8") as lines:
        yield from _documents(lines)


def count(documents: Iterator[str]) -> tuple[int, Counter[str]]:
    """The number of documents, and of those that hold each stem."""
    total, counts = 0, Counter[str]()
    for text in documents:
        total += 1
        counts.update(set(stems(text)))
    return total, counts


def _documents(lines: Iterator[str]) -> Iterator[str]:
    """The documents of a CoNLL-U file, their words joined by spaces."""
    words: list[str] = []
    for line in lines:
        if line.startswith("# newdoc") and words:
            yield " ".join(words)
            words = []
        number, _, rest = line.partition("\t")
        if number.isdigit():
            words.append(rest.partition("\t")[0])
    if words:
        yield " ".join(words)


if __name__ == "__main__":
    main()
