"""Fit the weights by which two wordings are seen to tell the same fact.

Comes in:   a folder of story folders, each with its articles and a gold.json whose `facts` list the places
            that tell one fact; the pair models that `training.facts` taught without a part of these stories.
Goes out:   src/tellings/compare/weights.json, and on the terminal the scores on each story when the weights
            were fitted on all the others, with the pair model and without.

    python -m training.claims_weights DOSSIERS [--folds FOLDER] [--out src/tellings/compare/weights.json]

What the pair model says of a story goes in from the model that was not taught on that story, so that the
weights trust it as much as it deserves on stories that are new to it.

The fit is a logistic regression (iteratively reweighted least squares, a small ridge) over candidate pairs of
different articles. A pair is positive when both wordings hold a mention of one fact; pairs in which a wording
holds no fact at all count less, since no annotation is complete.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tellings.compare.assertions import find_assertions
from tellings.compare.candidates import Candidates, find_candidates
from tellings.compare.clusters import cluster, near_of
from tellings.compare.features import FEATURES, features_of
from tellings.compare.nodes import Nodes, find_nodes
from tellings.compare.pair_model import PairModel
from tellings.compare.scorer import (
    READ_FEATURES,
    Alignment,
    PairScorer,
    Weights,
    load_weights,
    logits,
    read_pairs,
    worth_reading,
)
from tellings.records import Attributed, Span

SAME_FROM = 0.25
RIDGE = 2.0
UNKNOWN_WEIGHT = 0.15


@dataclass(frozen=True, slots=True, eq=False)
class Lesson:
    """One story: its pairs, their features, which are positive, and which hold a fact on both sides."""

    name: str
    nodes: Nodes
    pairs: Candidates
    features: NDArray[np.float64]
    positive: NDArray[np.bool_]
    known: NDArray[np.bool_]
    facts: list[frozenset[int]]
    """Of each node."""
    rows: NDArray[np.int64]
    """The pairs that the model read."""
    read: NDArray[np.float64]
    """What it said of each, as logits."""

    def inputs(self, kind: str) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        """Numbers and features of the pairs of different articles that weights of this kind are for."""
        if kind == "read":
            return self.rows, np.hstack([self.features[self.rows], self.read])
        rows = np.flatnonzero(self.nodes.home[self.pairs.left] != self.nodes.home[self.pairs.right])
        return rows, self.features[rows]


def lesson_of(name: str, story: Attributed, gold: dict[str, Any], model: PairScorer | None = None) -> Lesson:
    """The pairs of a story with their answers, and what the model says of those worth its time."""
    nodes = find_nodes(find_assertions(story))
    pairs = find_candidates(nodes)
    places = _places(story, gold)
    facts = [
        frozenset(
            fact
            for assertion in twins
            for fact, span in places.get(assertion.cite.article, ())
            if _same_place(assertion.cite.span, span)
        )
        for twins in nodes.twins
    ]
    left, right = pairs.left.tolist(), pairs.right.tolist()
    positive = np.array([bool(facts[a] & facts[b]) for a, b in zip(left, right, strict=True)], dtype=bool)
    known = np.array([bool(facts[a] and facts[b]) for a, b in zip(left, right, strict=True)], dtype=bool)
    features = features_of(nodes, pairs)
    rows = (
        worth_reading(nodes, pairs, load_weights().same(features)) if model else np.zeros(0, dtype=np.int64)
    )
    read = logits(read_pairs(nodes, pairs, rows, model)) if model else np.zeros((0, len(READ_FEATURES)))
    return Lesson(name, nodes, pairs, features, positive, known, facts, rows, read)


def fit(lessons: Sequence[Lesson], kind: str) -> Weights:
    """Weights of one kind."""
    given = [lesson.inputs(kind) for lesson in lessons]
    x = np.concatenate([features for _, features in given])
    y = np.concatenate(
        [lesson.positive[rows] for lesson, (rows, _) in zip(lessons, given, strict=True)]
    ).astype(float)
    weight = np.concatenate(
        [
            np.where(lesson.known[rows], 1.0, UNKNOWN_WEIGHT) / np.sqrt(max(1, len(rows)))
            for lesson, (rows, _) in zip(lessons, given, strict=True)
        ]
    )
    weight /= weight.mean()
    mean, scale = x.mean(axis=0), x.std(axis=0) + 1e-9
    design = np.hstack([(x - mean) / scale, np.ones((len(x), 1))])
    beta = np.zeros(design.shape[1])
    ridge = np.diag([RIDGE] * len(mean) + [0.0])
    for _ in range(30):
        p = 1 / (1 + np.exp(-design @ beta))
        gradient = design.T @ (weight * (y - p)) - ridge @ beta
        hessian = (design * (weight * p * (1 - p))[:, None]).T @ design + ridge
        beta += np.linalg.solve(hessian, gradient)
    weights = beta[:-1] / scale
    return Weights(weights=weights, bias=float(beta[-1] - weights @ mean))


def pair_scores(lesson: Lesson, rules: Weights, read: Weights | None) -> tuple[float, float]:
    """Precision and recall over pairs of nodes of different articles that share a claim."""
    same = rules.same(lesson.features)
    if read is not None:
        rows, features = lesson.inputs("read")
        same[rows] = read.same(features)
    alignment = Alignment(
        nodes=lesson.nodes,
        pairs=lesson.pairs,
        same=same,
        same_from=SAME_FROM,
    )
    told = {
        (min(a, b), max(a, b))
        for group in cluster(near_of(alignment))
        for a in group
        for b in group
        if a != b and lesson.nodes.home[a] != lesson.nodes.home[b] and lesson.facts[a] and lesson.facts[b]
    }
    right = sum(bool(lesson.facts[a] & lesson.facts[b]) for a, b in told)
    count = len(lesson.facts)
    true = sum(
        bool(lesson.facts[a] & lesson.facts[b]) and lesson.nodes.home[a] != lesson.nodes.home[b]
        for a in range(count)
        for b in range(a + 1, count)
    )
    return right / max(1, len(told)), right / max(1, true)


def _places(story: Attributed, gold: dict[str, Any]) -> dict[str, list[tuple[int, Span]]]:
    texts = {Path(r.article.path or r.article.id).name: r.article for r in story.traced.readings}
    places: dict[str, list[tuple[int, Span]]] = {}
    for number, fact in enumerate(gold["facts"]):
        for mention in fact["mentions"]:
            article = texts.get(mention["article"])
            if article is None:
                continue
            pattern = r"\s+".join(re.escape(part) for part in mention["text"].split())
            for found in re.finditer(pattern, article.text):
                places.setdefault(article.id, []).append((number, Span(*found.span())))
    return places


def places_of_conflicts(story: Attributed, gold: dict[str, Any], nodes: Nodes) -> set[tuple[int, int]]:
    """Pairs of nodes, lower number first, that stand on two sides of a contradiction the editors saw."""
    opposed: set[tuple[int, int]] = set()
    for conflict in gold["conflicts"]:
        if conflict["nature"] != "contradiction":
            continue
        sides = []
        for side in conflict["sides"]:
            places = _places(story, {"facts": [side]})
            sides.append(
                {
                    node
                    for node, twins in enumerate(nodes.twins)
                    for assertion in twins
                    for _, span in places.get(assertion.cite.article, ())
                    if _same_place(assertion.cite.span, span)
                }
            )
        for one, other in combinations(sides, 2):
            opposed |= {(min(a, b), max(a, b)) for a in one for b in other if a not in other and b not in one}
    return opposed


def _same_place(one: Span, other: Span) -> bool:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared >= 0.7 * min(one.end - one.start, other.end - other.start)


def story_of(folder: Path) -> Attributed:
    """The articles of a story folder, read and attributed."""
    from tellings.attribute import attribute
    from tellings.collect import collect
    from tellings.group import group
    from tellings.read import read
    from tellings.trace import trace

    sources = sorted(path for path in folder.iterdir() if path.name != "gold.json")
    readings = list(read(collect(sources).articles))
    return attribute(trace(group(readings, one_story=True)[0]))


def main() -> None:
    """Fit, report story by story, write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("dossiers", type=Path)
    parser.add_argument(
        "--folds", type=Path, help="facts.json and the models fold-0, fold-1 … of training.facts"
    )
    parser.add_argument("--out", type=Path, default=Path("src/tellings/compare/weights.json"))
    chosen = parser.parse_args()
    models = unseeing_models(chosen.folds) if chosen.folds else {}
    lessons = [
        lesson_of(
            folder.name,
            story_of(folder),
            json.loads((folder / "gold.json").read_text("utf-8")),
            models.get(folder.name),
        )
        for folder in sorted(path.parent for path in chosen.dossiers.glob("*/gold.json"))
    ]
    write(lessons, ["rules", "read"] if models else ["rules"], chosen.out)


def unseeing_models(folds: Path) -> dict[str, PairModel]:
    """By story, the pair model that was not taught on it."""
    found = {}
    for fold, stories in json.loads((folds / "facts.json").read_text("utf-8"))["folds"].items():
        folder = folds / f"fold-{fold}"
        model = PairModel(folder / "pairs.onnx", folder / "pairs-tokenizer.json")
        found |= dict.fromkeys(stories, model)
    return found


def write(lessons: Sequence[Lesson], kinds: Sequence[str], out: Path) -> None:
    """Report the scores on each story held out, then fit on all and write the tables."""
    pairs = sum(int(lesson.positive.sum()) for lesson in lessons)
    table: dict[str, Any] = {
        "made_by": "training/claims_weights.py",
        "fitted_on": f"{len(lessons)} annotated stories, {pairs} pairs of one fact",
        "same_from": SAME_FROM,
    }
    for kind in kinds:
        names = FEATURES if kind == "rules" else (*FEATURES, *READ_FEATURES)
        whole = fit(lessons, kind)
        table[kind] = {
            "held_out": held_out(lessons, kind),
            "bias": round(whole.bias, 4),
            "weights": {name: round(float(w), 4) for name, w in zip(names, whole.weights, strict=True)},
        }
    out.write_text(json.dumps(table, indent=2) + "\n", "utf-8")


def held_out(lessons: Sequence[Lesson], kind: str) -> dict[str, float]:
    """Mean over the stories, each scored with weights fitted on all the others."""
    scores = []
    for held in lessons:
        others = [lesson for lesson in lessons if lesson is not held]
        p, r = pair_scores(held, fit(others, "rules"), fit(others, "read") if kind == "read" else None)
        scores.append((p, r, 2 * p * r / (p + r) if p + r else 0.0))
        print(f"{kind:6s} {held.name:24s} P {p:.2f}  R {r:.2f}  F1 {scores[-1][2]:.2f}")
    mean = np.mean(scores, axis=0)
    print(f"{kind:6s} {'mean, each held out':24s} P {mean[0]:.2f}  R {mean[1]:.2f}  F1 {mean[2]:.2f}")
    return {
        name: round(float(value), 3) for name, value in zip(("precision", "recall", "f1"), mean, strict=True)
    }


if __name__ == "__main__":
    main()
