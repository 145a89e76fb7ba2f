"""How well names, dates and quantities are found, beside a plain rule.

Question:   of the named things marked in a text, how many are found with exactly their words and their type?
Data:       GUM dev (UD English GUM, 30 documents of 16 kinds), where a name is a run of proper nouns with the
            type of the smallest mention around it (types that GUM has: person, organisation, place, event);
            and the dev articles of PolNeAR as CoreNLP tagged them, news of 2015-2016, silver.
Baseline:   a run of capitalised words that is not the first word of its sentence alone is a name, of the type
            that is most frequent (person).
Measure:    precision, recall and F1 of spans with their types; first of spans whatever their type.
Leaves out: nationalities, dates and quantities on GUM, which marks them otherwise. CoreNLP's tags are wrong
            in places ("Trump" an organisation), so no reader reaches 1.
Run:        python benchmarks/entities.py --data ../shared/data
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from training.data import Example, attribution, gum

from tellings.read.door import read_one
from tellings.read.sentences import find_sentences
from tellings.records import Article

Found = tuple[int, int, str]
GUM_TYPES = ("person", "organisation", "place", "event")
SILVER_TYPES = ("person", "organisation", "place", "nationality", "date", "quantity", "other")
_RUN = re.compile(r"\b[A-Z][\w'’.-]*\w(?: [A-Z][\w'’.-]*\w)*")


def ours(text: str) -> list[Found]:
    """What tellings finds."""
    return [(*entity.span, entity.type) for entity in read_one(Article(id="a1", text=text)).entities]


def plain(text: str) -> list[Found]:
    """What the plain rule finds."""
    openings = {sentence.span.start for sentence in find_sentences(text)}
    runs = [found.span() for found in _RUN.finditer(text)]
    return [(a, b, "person") for a, b in runs if a not in openings or " " in text[a:b]]


def counts(
    examples: Iterable[Example], types: tuple[str, ...], find: Callable[[str], list[Found]]
) -> Counter[tuple[str, str]]:
    """How many are right, found and there, by type, of all types, and of spans alone."""
    total: Counter[tuple[str, str]] = Counter()
    for example in examples:
        blank = [*example.blank, *((a, b) for a, b, kind in example.entities or () if _unknown(kind, types))]
        found, there = (_counted(each, types, blank) for each in (find(example.text), example.entities or ()))
        for name, one, two in (
            ("spans", {each[:2] for each in found}, {each[:2] for each in there}),
            ("all", found, there),
            *((kind, _of(kind, found), _of(kind, there)) for kind in types),
        ):
            total.update(
                {(name, "right"): len(one & two), (name, "found"): len(one), (name, "there"): len(two)}
            )
    return total


def _unknown(kind: str, types: tuple[str, ...]) -> bool:
    return kind == "nationality" and kind not in types


def _counted(marks: Iterable[Found], types: tuple[str, ...], blank: list[tuple[int, int]]) -> set[Found]:
    return {
        (start, end, kind)
        for start, end, kind in marks
        if kind in types and not any(a < end and start < b for a, b in blank)
    }


def _of(kind: str, marks: set[Found]) -> set[Found]:
    return {mark for mark in marks if mark[2] == kind}


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    data = parser.parse_args().data
    tagged = [example for example in attribution(data, "dev") if example.entities is not None]
    for name, examples, types in (
        ("GUM dev", gum(data, "dev"), GUM_TYPES),
        ("news, silver", tagged, SILVER_TYPES),
    ):
        print(f"{name}: {len(examples)} texts\n{'type':<14}{'by':<12}{'P':>7}{'R':>7}{'F1':>7}{'there':>7}")
        by = {"tellings": counts(examples, types, ours), "plain rule": counts(examples, types, plain)}
        for kind in ("spans", "all", *types):
            for who, total in by.items():
                right, found, there = (total[kind, what] for what in ("right", "found", "there"))
                precision, recall = right / max(found, 1), right / max(there, 1)
                f1 = 2 * right / max(found + there, 1)
                print(f"{kind:<14}{who:<12}{precision:7.3f}{recall:7.3f}{f1:7.3f}{there:7d}")


if __name__ == "__main__":
    main()
