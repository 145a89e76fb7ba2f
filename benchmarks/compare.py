"""How well accounts are compared: facts aligned, conflicts found, naming differences found.

Comes in:   a folder of story folders with their articles and gold.json, and the scoring program that reads a
            dossier beside such a gold.json (a Python file with a function `score(folder, dossier)`).
Goes out:   precision, recall and F1 on the terminal, beside two plain baselines on the same articles:
            facts       one cosine threshold between sentence vectors (.6)
            conflicts   any differing number in sentences above that threshold

    python benchmarks/compare.py DOSSIERS --scorer DOSSIER.PY
"""

from __future__ import annotations

import argparse
import importlib.util
import re
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

from tellings.attribute import attribute
from tellings.collect import collect
from tellings.compare import compare
from tellings.compare.assertions import find_assertions
from tellings.group import group
from tellings.read import read
from tellings.records import Attributed, Cite, Compared
from tellings.trace import trace

MEASURES = ("facts aligned, pairs", "conflicts", "naming differences (recall)")
THRESHOLD = 0.6
_NUMBER = re.compile(r"\d[\d,.]*")

Dossier = dict[str, Any]


def story_of(folder: Path) -> Attributed:
    """The articles of a folder, read, traced and attributed, as one story."""
    sources = sorted(path for path in folder.iterdir() if path.name != "gold.json")
    readings = list(read(collect(sources).articles))
    return attribute(trace(group(readings, one_story=True)[0]))


def dossier_of(compared: Compared) -> Dossier:
    """The part of a dossier that these measures read."""
    return {
        **_articles(compared.attributed),
        "claims": [
            {"id": claim.id, "mentions": [cited(mention.cite) for mention in claim.mentions]}
            for claim in compared.claims
        ],
        "conflicts": [
            {
                "nature": conflict.nature,
                "sides": [{"mentions": [cited(cite) for cite in side.mentions]} for side in conflict.sides],
            }
            for conflict in compared.conflicts
        ],
        "naming": [{"variants": [{"name": v.name} for v in naming.variants]} for naming in compared.naming],
    }


def baseline_of(story: Attributed) -> Dossier:
    """One cosine threshold for facts; any differing number above it for conflicts; no naming."""
    pool = find_assertions(story)
    near = pool.vectors @ pool.vectors.T >= THRESHOLD
    homes = np.array([assertion.article for assertion in pool.assertions])
    near &= homes[:, None] != homes[None, :]
    groups = {frozenset([n, *np.flatnonzero(row).tolist()]) for n, row in enumerate(near) if row.any()}
    cites = [cited(assertion.cite) for assertion in pool.assertions]
    numbers = [set(_NUMBER.findall(pool.words_of(assertion))) for assertion in pool.assertions]
    pairs = [(a, b) for a, b in np.argwhere(np.triu(near)).tolist() if numbers[a] and numbers[b]]
    return {
        **_articles(story),
        "claims": [{"id": str(n), "mentions": [cites[k] for k in g]} for n, g in enumerate(groups)],
        "conflicts": [
            {"nature": "contradiction", "sides": [{"mentions": [cites[a]]}, {"mentions": [cites[b]]}]}
            for a, b in pairs
            if not numbers[a] & numbers[b]
        ],
        "naming": [],
    }


def _articles(story: Attributed) -> Dossier:
    articles = [reading.article for reading in story.traced.readings]
    return {"articles": [{"id": a.id, "path": a.path, "text": a.text} for a in articles]}


def cited(cite: Cite) -> Dossier:
    """A citation as a dossier holds it."""
    return {"article": cite.article, "span": list(cite.span)}


def scorer_of(path: Path) -> ModuleType:
    """The scoring program as a module."""
    spec = importlib.util.spec_from_file_location("scorer", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path} is not a Python file.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _mean_scores(
    score: Callable[[str, Dossier], Dossier], told: list[tuple[Path, Dossier]]
) -> dict[str, Any]:
    scores = [score(str(folder), dossier) for folder, dossier in told]
    return {name: np.mean([one[name] for one in scores], axis=0) for name in MEASURES}


def main() -> None:
    """Read every story once, compare it, score both ways, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("dossiers", type=Path)
    parser.add_argument("--scorer", type=Path, required=True)
    chosen = parser.parse_args()
    score = scorer_of(chosen.scorer).score
    stories = [(gold.parent, story_of(gold.parent)) for gold in sorted(chosen.dossiers.glob("*/gold.json"))]
    start = time.perf_counter()
    ours = [(folder, dossier_of(compare(story))) for folder, story in stories]
    seconds = time.perf_counter() - start
    plain = [(folder, baseline_of(story)) for folder, story in stories]
    for title, told in (("tellings", ours), ("baseline", plain)):
        for name, values in _mean_scores(score, told).items():
            print(f"{title:10s}{name:32s}" + "  ".join(f"{value:.3f}" for value in values))
    print(f"compare() took {seconds:.1f} s for {len(stories)} stories")


if __name__ == "__main__":
    main()
