"""How often an article tells what it is cited for: the confidences of mentions against a careful editor.

Comes in:   a folder of story folders with their articles and gold.json, the scoring program (for how it finds
            an excerpt in a text), and the pair models that were each taught without a third of the stories.
Goes out:   on the terminal, for each step of the confidence, how many mentions have it and how many of those
            tell a fact of the words that stand for the claim; the Brier score, beside that of saying the
            overall rate for all. Counted are mentions in other articles than the summary's, where the editor
            notes facts in both places.

    python benchmarks/claims.py DOSSIERS --scorer DOSSIER.PY --folds FOLDER
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

from compare import scorer_of, story_of
from tellings.compare import compare
from tellings.compare.pair_model import PairModel
from tellings.records import SURE_FROM, Attributed, Claim, Mention

STEPS = (0.25, 0.45, 0.6, 0.75, 0.9, 1.01)
_FOLDS = 3


class _Gold:
    """The facts that an editor notes in each place."""

    def __init__(self, folder: Path, story: Attributed, scorer: ModuleType) -> None:
        articles = [reading.article for reading in story.traced.readings]
        self._covers = scorer.covers
        self._texts = {a.id: scorer.Text(a.text) for a in articles}
        named = {Path(a.path or a.id).name: a.id for a in articles}
        self._facts: list[tuple[int, str, Any]] = [
            (number, named[mention["article"]], self._texts[named[mention["article"]]].find(mention["text"]))
            for number, fact in enumerate(json.loads((folder / "gold.json").read_text("utf-8"))["facts"])
            for mention in fact["mentions"]
            if mention["article"] in named
        ]

    def at(self, mention: Mention) -> set[int]:
        """The facts that its words hold."""
        here = self._texts[mention.article].at([tuple(mention.span)])
        return {
            number
            for number, article, places in self._facts
            if article == mention.article and any(self._covers(here, place) for place in places)
        }


def judged(claim: Claim, gold: _Gold) -> Iterator[tuple[float, bool]]:
    """Confidence, and whether the editor bears it out, of each mention that can be judged."""
    own = [
        m
        for m in claim.mentions
        if m.article == claim.summary.article and m.span.overlaps(claim.summary.span)
    ]
    told = set().union(*(gold.at(mention) for mention in own))
    for mention in claim.mentions:
        facts = gold.at(mention)
        if mention.article != claim.summary.article and told and facts:
            yield mention.confidence, bool(told & facts)


def main() -> None:
    """Compare every story with the model that had not seen it, judge, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("dossiers", type=Path)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--folds", type=Path, required=True)
    chosen = parser.parse_args()
    scorer = scorer_of(chosen.scorer)
    models = [chosen.folds / f"fold-{number}" for number in range(_FOLDS)]
    readers = [PairModel(model / "pairs.onnx", model / "pairs-tokenizer.json") for model in models]
    found: list[tuple[float, bool]] = []
    for number, file in enumerate(sorted(chosen.dossiers.glob("*/gold.json"))):
        story = story_of(file.parent)
        gold = _Gold(file.parent, story, scorer)
        for claim in compare(story, model=readers[number % _FOLDS]).claims:
            found += judged(claim, gold)
    sure, right = np.array([f[0] for f in found]), np.array([f[1] for f in found])
    for low, high in pairwise(STEPS):
        step = (sure >= low) & (sure < high)
        print(f"{low:.2f} to {min(high, 1):.2f}  {step.sum():4d} mentions  right {right[step].mean():.2f}")
    counted = sure >= SURE_FROM
    print(f"counted ({SURE_FROM} on): {counted.sum()} of {len(sure)}, right {right[counted].mean():.3f}")
    print(f"all: right {right.mean():.3f}; of the right ones counted {counted[right].mean():.3f}")
    print(f"Brier {np.mean((sure - right) ** 2):.3f}, the overall rate for all {right.var():.3f}")


if __name__ == "__main__":
    main()
