"""Fit the weights by which two wordings are seen to tell the same fact.

Comes in:   a folder of story folders, each with its articles and a gold.json whose `facts` list the places
            that tell one fact.
Goes out:   src/tellings/compare/weights.json, and on the terminal the scores on each story when the weights
            were fitted on all the others.

    python training/claims_weights.py DOSSIERS [--out src/tellings/compare/weights.json]

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
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tellings.compare.assertions import find_assertions
from tellings.compare.candidates import Candidates, find_candidates
from tellings.compare.claims import cluster
from tellings.compare.features import FEATURES, features_of
from tellings.compare.nodes import Nodes, find_nodes
from tellings.compare.scorer import Alignment
from tellings.records import Attributed, Span

SAME_FROM = 0.3
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


@dataclass(frozen=True, slots=True)
class Fit:
    """Weights for raw features, and the bias."""

    weights: NDArray[np.float64]
    bias: float

    def same(self, features: NDArray[np.float64]) -> NDArray[np.float64]:
        """The probability of each row."""
        return np.asarray(1 / (1 + np.exp(-(features @ self.weights + self.bias))))


def lesson_of(name: str, story: Attributed, gold: dict[str, Any]) -> Lesson:
    """The pairs of a story with their answers."""
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
    return Lesson(name, nodes, pairs, features_of(nodes, pairs), positive, known, facts)


def fit(lessons: Sequence[Lesson]) -> Fit:
    """Weights from all pairs of different articles."""
    chosen = [
        lesson.nodes.home[lesson.pairs.left] != lesson.nodes.home[lesson.pairs.right] for lesson in lessons
    ]
    x = np.concatenate([lesson.features[rows] for lesson, rows in zip(lessons, chosen, strict=True)])
    y = np.concatenate([lesson.positive[rows] for lesson, rows in zip(lessons, chosen, strict=True)]).astype(
        float
    )
    weight = np.concatenate(
        [
            np.where(lesson.known[rows], 1.0, UNKNOWN_WEIGHT) / np.sqrt(max(1, rows.sum()))
            for lesson, rows in zip(lessons, chosen, strict=True)
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
    return Fit(weights=weights, bias=float(beta[-1] - weights @ mean))


def pair_scores(lesson: Lesson, found: Fit) -> tuple[float, float]:
    """Precision and recall over pairs of nodes of different articles that share a claim."""
    alignment = Alignment(
        nodes=lesson.nodes,
        pairs=lesson.pairs,
        same=found.same(lesson.features),
        conflict=np.zeros(len(lesson.pairs)),
        same_from=SAME_FROM,
    )
    told = {
        (min(a, b), max(a, b))
        for group in cluster(alignment)
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


def _same_place(one: Span, other: Span) -> bool:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared >= 0.7 * min(one.end - one.start, other.end - other.start)


def _story_of(folder: Path) -> Attributed:
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
    parser.add_argument("--out", type=Path, default=Path("src/tellings/compare/weights.json"))
    chosen = parser.parse_args()
    folders = sorted(path.parent for path in chosen.dossiers.glob("*/gold.json"))
    lessons = [
        lesson_of(folder.name, _story_of(folder), json.loads((folder / "gold.json").read_text("utf-8")))
        for folder in folders
    ]
    write(lessons, chosen.out)


def write(lessons: Sequence[Lesson], out: Path) -> None:
    """Report the score on each story held out, then fit on all and write the table."""
    scores = []
    for held in lessons:
        p, r = pair_scores(held, fit([lesson for lesson in lessons if lesson is not held]))
        scores.append((p, r, 2 * p * r / (p + r) if p + r else 0.0))
        print(f"{held.name:24s} P {p:.2f}  R {r:.2f}  F1 {scores[-1][2]:.2f}")
    mean = np.mean(scores, axis=0)
    print(f"{'mean, each held out':24s} P {mean[0]:.2f}  R {mean[1]:.2f}  F1 {mean[2]:.2f}")
    whole = fit(lessons)
    pairs = sum(int(lesson.positive.sum()) for lesson in lessons)
    table = {
        "made_by": "training/claims_weights.py",
        "fitted_on": f"{len(lessons)} annotated stories, {pairs} pairs of one fact",
        "held_out": {
            "precision": round(float(mean[0]), 3),
            "recall": round(float(mean[1]), 3),
            "f1": round(float(mean[2]), 3),
        },
        "same_from": SAME_FROM,
        "bias": round(whole.bias, 4),
        "weights": {name: round(float(w), 4) for name, w in zip(FEATURES, whole.weights, strict=True)},
    }
    out.write_text(json.dumps(table, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
