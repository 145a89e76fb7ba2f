"""How often a conflict that is printed is one, and whether its confidence says so.

Comes in:   a folder of story folders with gold.json and the scoring program that reads a dossier beside it
            (as for benchmarks/compare.py), and JSON lines of news articles with `title` and `text`.
Goes out:   on the terminal, for each detector how many of its conflicts were right, and a table of
            reliability (confidence said, share right), each story's confidences fitted without it. With
            --write the rates go into src/tellings/compare/conflicts/confidence.json, and the plot of
            reliability into benchmarks/reliability.svg.

    python benchmarks/conflicts.py DOSSIERS --scorer DOSSIER.PY --articles ARTICLES.JSONL [--write]

Three sources of answers:
    annotated stories       a conflict is right when its sides hold the sides of an annotated one
    judged.json             conflicts that were printed of other stories, each judged by reading both sides;
                            the detectors were made more careful with these stories in view
    controlled changes      an article beside a copy in which one sentence is changed: a number, a weekday, a
                            negation, a letter of a name (conflicts, found or missed); or a number led in by
                            "about", a number in words, "may" put before a verb (none: a conflict is false).
                            What is found at a clash that was put there is right whatever the detector is
                            worth, so it tells of recall alone and no confidence rests on it
"""

from __future__ import annotations

import argparse
import itertools
import json
import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from compare import Dossier, cited, scorer_of, story_of
from reliability import bins, brier, picture, table
from tellings.attribute import attribute
from tellings.compare.assertions import find_assertions
from tellings.compare.conflicts.all import find_all
from tellings.compare.conflicts.calibration import key_of
from tellings.compare.conflicts.found import Found
from tellings.compare.nodes import find_nodes
from tellings.compare.scorer import align
from tellings.group import group
from tellings.read.door import read_one
from tellings.records import Article, Attributed, Reading, Span
from tellings.trace import trace

DRAWN_BY = 6.0
"""So many imagined conflicts stand beside those of one detector, right as often as `_expected` says."""
TABLE = Path("src/tellings/compare/conflicts/confidence.json")
JUDGED = Path(__file__).with_name("judged.json")
PLOT = Path("benchmarks/reliability.svg")
ARTICLES = 20
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WORDS = {
    "2": "two",
    "3": "three",
    "4": "four",
    "5": "five",
    "6": "six",
    "7": "seven",
    "8": "eight",
    "9": "nine",
}


@dataclass(frozen=True, slots=True)
class Judged:
    """One conflict found: where, by which detector at which certainty of its own, and whether it is one."""

    story: str
    key: str
    right: bool


@dataclass(frozen=True, slots=True)
class Change:
    """A way to change one sentence; `clashes` says whether the two sentences cannot both be true."""

    name: str
    clashes: bool
    change: Callable[[str, random.Random], str | None]


def _number(sentence: str, rng: random.Random) -> str | None:
    found = re.search(r"(?<![\w$£€.,:-])([2-9]|[1-9]\d{1,2})(?= [a-z]{4,})", sentence)
    if not found:
        return None
    value = int(found.group())
    return (
        sentence[: found.start()]
        + str(value + rng.choice((1, 2)) * max(1, value // 3))
        + sentence[found.end() :]
    )


def _weekday(sentence: str, rng: random.Random) -> str | None:
    found = re.search(r"\b(?:" + "|".join(_WEEKDAYS) + r")\b", sentence)
    if not found:
        return None
    day = rng.choice([d for d in _WEEKDAYS if d != found.group()])
    return sentence[: found.start()] + day + sentence[found.end() :]


def _negation(sentence: str, _: random.Random) -> str | None:
    found = re.search(r"\b(?:was|were|is|are|had|has|have|will)\b(?! not| no )", sentence)
    return sentence[: found.end()] + " not" + sentence[found.end() :] if found else None


def _letter(sentence: str, rng: random.Random) -> str | None:
    found = re.search(r"(?<=[a-z,] )[A-Z][a-z]{6,}(?=[ ,.])", sentence)
    if not found or found.group() in _WEEKDAYS:
        return None
    place = found.start() + rng.randrange(2, 6)
    letter = rng.choice([c for c in "aeioulnrst" if c != sentence[place]])
    return sentence[:place] + letter + sentence[place + 1 :]


def _about(sentence: str, _: random.Random) -> str | None:
    found = re.search(r"(?<![\w$£€.,:-])(?=[1-9]\d*0 [a-z]{4,})", sentence)
    return sentence[: found.start()] + "about " + sentence[found.start() :] if found else None


def _in_words(sentence: str, _: random.Random) -> str | None:
    found = re.search(r"(?<![\w$£€.,:-])[2-9](?= [a-z]{4,})", sentence)
    return sentence[: found.start()] + _WORDS[found.group()] + sentence[found.end() :] if found else None


def _may(sentence: str, _: random.Random) -> str | None:
    found = re.search(r"\b(?:was|were)\b(?! not)", sentence)
    return sentence[: found.start()] + "may have been" + sentence[found.end() :] if found else None


CHANGES = (
    Change("number", True, _number),
    Change("weekday", True, _weekday),
    Change("negation", True, _negation),
    Change("name", True, _letter),
    Change("about", False, _about),
    Change("in words", False, _in_words),
    Change("may", False, _may),
)


def on_annotated(folders: Iterable[Path], scorer: Any) -> Iterator[Judged]:
    """The conflicts of annotated stories; each is scored by itself against the gold."""
    for folder in folders:
        story = story_of(folder)
        gold = json.loads((folder / "gold.json").read_text("utf-8"))
        if not any(conflict["nature"] != "different-scope" for conflict in gold["conflicts"]):
            continue
        for detector, found in _found(story):
            precision = scorer.score(str(folder), _dossier(story, found))["conflicts"][0]
            yield Judged(folder.name, key_of(detector, found), precision > 0)


def by_eye(path: Path = JUDGED) -> list[Judged]:
    """What was judged by reading it."""
    rows = json.loads(path.read_text("utf-8"))["conflicts"]
    return [Judged(story, key, right) for story, key, right in rows]


def remembering(scorer: Any) -> Any:
    """The scoring program, which looks for each excerpt in each text once and not once for every conflict."""

    class Text(scorer.Text):  # type: ignore[misc]
        find = cache(scorer.Text.find)

    scorer.Text = cache(Text)
    return scorer


def _dossier(story: Attributed, found: Found) -> Dossier:
    articles = [reading.article for reading in story.traced.readings]
    sides = [{"mentions": [cited(place.cite) for place in side.places]} for side in found.sides]
    return {
        "articles": [{"id": a.id, "path": a.path, "text": a.text} for a in articles],
        "conflicts": [{"nature": found.nature, "sides": sides}],
    }


def on_changes(articles: Sequence[dict[str, Any]]) -> Iterator[tuple[str, bool, Judged | None]]:
    """Name of each change, whether it clashes, and each conflict found at the changed sentence, else None."""
    for number, article in enumerate(articles):
        plain = _read("a1", article["text"], article.get("published"))
        for change in CHANGES:
            made = _changed(article["text"], change, random.Random(f"{number} {change.name}"))
            if made is None:
                continue
            text, place = made
            story = _story(plain, _read("a2", text, article.get("published")))
            here = [
                Judged(f"changes {number}", key_of(detector, found), change.clashes)
                for detector, found in _found(story)
                if _at(found, place)
            ]
            yield from ((change.name, change.clashes, judged) for judged in here or [None])


def _changed(text: str, change: Change, rng: random.Random) -> tuple[str, tuple[Span, Span]] | None:
    """The text with one sentence changed, and where that stands before and after."""
    sentences = [found.span() for found in re.finditer(r"[^.!?\n]{50,300}[.!?](?=\s)", text)]
    rng.shuffle(sentences)
    for start, end in sentences:
        new = change.change(text[start:end], rng)
        if new:
            return text[:start] + new + text[end:], (Span(start, end), Span(start, start + len(new)))
    return None


def _read(name: str, text: str, published: str | None) -> Reading:
    return read_one(Article(id=name, text=text, published=published and published[:10]))


def _story(*readings: Reading) -> Attributed:
    return attribute(trace(group(readings, one_story=True)[0]))


def _at(found: Found, places: tuple[Span, Span]) -> bool:
    """Whether one side rests on the sentence before and another on the sentence after the change."""
    where = dict(zip(("a1", "a2"), places, strict=True))
    held = [
        {place.cite.article for place in side.places if place.cite.span.overlaps(where[place.cite.article])}
        for side in found.sides
    ]
    return any(a - b and b - a for a, b in itertools.combinations(held, 2))


def _found(story: Attributed) -> Iterator[tuple[str, Found]]:
    for detector, found in find_all(align(find_nodes(find_assertions(story)))):
        if found.nature != "different-scope":
            yield detector, found


def rates(judged: Sequence[Judged]) -> dict[str, dict[str, float]]:
    """For each detector: how many conflicts, how many of them are right, and its confidence."""
    by_key: dict[str, list[bool]] = defaultdict(list)
    for one in judged:
        by_key[one.key].append(one.right)
    return {
        key: {
            "conflicts": len(right),
            "right": sum(right),
            "confidence": round(
                (sum(right) + DRAWN_BY * _expected(key, judged)) / (len(right) + DRAWN_BY), 2
            ),
        }
        for key, right in sorted(by_key.items())
    }


def _expected(key: str, judged: Sequence[Judged]) -> float:
    """How often a detector is thought to be right before any of its conflicts is seen.

    Half way between the rate of all detectors, which were made with these stories in view, and what it says
    of itself, which was said before any was counted.
    """
    overall = sum(one.right for one in judged) / max(1, len(judged))
    return (overall + float(key.rsplit(" ", 1)[1])) / 2


def reliability(judged: Sequence[Judged]) -> list[tuple[float, bool]]:
    """The confidence of each conflict, with rates from all other stories, and whether it is right."""
    told = []
    for story in {one.story for one in judged}:
        others = [one for one in judged if one.story != story]
        known = rates(others)
        told += [
            (known[one.key]["confidence"] if one.key in known else _expected(one.key, others), one.right)
            for one in judged
            if one.story == story
        ]
    return told


def _print(judged: Sequence[Judged], changes: Sequence[tuple[str, bool, Judged | None]]) -> None:
    print("detector, as sure as it is of itself   conflicts  right  confidence")
    for key, row in rates(judged).items():
        print(f"  {key:36s} {row['conflicts']:9.0f} {row['right']:6.0f} {row['confidence']:11.2f}")
    print("\ncontrolled change     made  found at it")
    for name in dict.fromkeys(name for name, _, _ in changes):
        rows = [(clashes, one) for told, clashes, one in changes if told == name]
        kind = "" if rows[0][0] else "   (none is right)"
        print(f"  {name:18s} {len(rows):6d} {sum(one is not None for _, one in rows):12d}{kind}")
    told = reliability(judged)
    print("\nreliability, each story's confidences from all others", *table(bins(told)), sep="\n")
    print("  Brier score {:.3f}; saying the overall rate of each would give {:.3f}".format(*brier(told)))


def main() -> None:
    """Judge, print, and write the rates if asked to."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("dossiers", type=Path)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--articles", type=Path, required=True)
    parser.add_argument("--write", action="store_true")
    chosen = parser.parse_args()
    folders = sorted(path.parent for path in chosen.dossiers.glob("*/gold.json"))
    judged = list(on_annotated(folders, remembering(scorer_of(chosen.scorer))))
    rows = [json.loads(line) for line in chosen.articles.read_text("utf-8").splitlines()]
    picked = random.Random(0).sample(rows, min(ARTICLES, len(rows)))
    changes = list(on_changes(picked))
    judged += [one for _, clashes, one in changes if one is not None and not clashes]
    judged += by_eye()
    _print(judged, changes)
    if chosen.write:
        made = {"made_by": "benchmarks/conflicts.py", "detectors": rates(judged)}
        TABLE.write_text(json.dumps(made, indent=2) + "\n", "utf-8")
        PLOT.write_text(picture(bins(reliability(judged))), "utf-8")


if __name__ == "__main__":
    main()
