"""Fit the scorers that pair contents with cues, and cues with sources, and what keeps a relation.

Comes in:   the data folder, and the exported reader that the program runs.
Goes out:   src/tellings/models/reader.json.

The spans are those that the running reader finds in training articles that were kept from it, so the scorers
learn to live with its slips. Two small networks are fitted by cross-entropy over what each span may go with.
On the relations that they then put together in the same articles, a logistic regression learns which are
right by the measure of the score (half of the content, the source sharing a word). What is less probable than
the lowest bar that is all but best on articles left out in turn is not kept.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from tellings.read.acceptance import Relation
from tellings.read.acceptance import features as features_of
from tellings.read.model import Outputs, run, scorer
from tellings.read.pairing import PAIR_FEATURES
from tellings.read.pieces import Pieces, cut
from tellings.read.relations import Spans, put_together
from tellings.read.spans import Candidate
from training import data
from training.data import Chars

HIDDEN = 24
SHARED = 0.5
"""The part of both contents together that two must share to be one."""
FOLDS, RIDGE = 5, 5.0
LEAST = (0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4)
"""Probabilities from which on relations might be kept."""
AS_GOOD = 0.012
"""Relation F1 that is given up for keeping more of what is told."""
Lesson = tuple[NDArray[np.float32], NDArray[np.bool_]]
"""Features of the pairs of one span, and which of them are right; the last says whether none is."""


class Network(nn.Module):
    """Two layers, and the score of none."""

    def __init__(self) -> None:
        super().__init__()
        self.inner, self.outer = nn.Linear(PAIR_FEATURES, HIDDEN), nn.Linear(HIDDEN, 1)
        self.none = nn.Parameter(torch.zeros(1))

    def forward(self, x: Tensor) -> Tensor:
        """A score a row."""
        return self.outer(torch.relu(self.inner(x)))[..., 0]


def lessons_of(row: dict[str, Any], pieces: Pieces, outputs: Outputs) -> tuple[list[Lesson], list[Lesson]]:
    """What one annotated article teaches of cues for contents, and of sources for cues."""
    spans = Spans(pieces, outputs.role, outputs.link)
    gold = row["attributions"]
    told_by = [_relation(_chars(pieces, cue), gold, "cue") for cue in spans.cues]
    for_cues, for_sources = [], []
    contents_of: dict[int, list[Candidate]] = {}
    for content in spans.contents:
        relation = _relation(_chars(pieces, content), gold, "content")
        choice = spans.cues_for(content)
        if relation is not None:
            contents_of.setdefault(relation, []).append(content)
        if choice is not None:
            right = [told_by[choice.low + at] == relation for at in range(len(choice.features))]
            if relation is None:
                for_cues.append((choice.features, np.array([*[False] * len(right), True])))
            elif any(right):
                for_cues.append((choice.features, np.array([*right, False])))
    for cue, relation in zip(spans.cues, told_by, strict=True):
        if relation is None or relation not in contents_of:
            continue
        choice = spans.sources_for(cue, contents_of[relation])
        named = gold[relation]["source"]
        if choice is not None:
            near = spans.sources[choice.low : choice.low + len(choice.features)]
            right = [_shared(_chars(pieces, source), named) > 0 for source in near]
            if not named or any(right):
                for_sources.append((choice.features, np.array([*right, not named])))
    return for_cues, for_sources


def _chars(pieces: Pieces, span: Candidate) -> Chars:
    return int(pieces.starts[span.start]), int(pieces.ends[span.end - 1])


def _shared(span: Chars, others: list[Any]) -> int:
    """The most characters that the span shares with one of the others."""
    return max((max(0, min(span[1], end) - max(span[0], start)) for start, end in others), default=0)


def _relation(span: Chars, gold: list[dict[str, Any]], role: str) -> int | None:
    """The annotated relation whose `role` shares most with the span."""
    shared = [_shared(span, relation[role]) for relation in gold]
    return int(np.argmax(shared)) if shared and max(shared) > 0 else None


def fit(lessons: list[Lesson], epochs: int = 80) -> Network:
    """A scorer that tells the right pairs, or none, from the others."""
    torch.manual_seed(0)
    widest = max(len(features) for features, _ in lessons)
    x = torch.zeros(len(lessons), widest, PAIR_FEATURES)
    real = torch.zeros(len(lessons), widest + 1, dtype=torch.bool)
    right = torch.zeros(len(lessons), widest + 1, dtype=torch.bool)
    real[:, widest] = True
    for i, (features, good) in enumerate(lessons):
        n = len(features)
        x[i, :n], real[i, :n] = torch.from_numpy(features), True
        right[i, :n], right[i, widest] = torch.from_numpy(good[:n]), bool(good[n])
    network = Network()
    optimizer = torch.optim.AdamW(network.parameters(), lr=5e-3, weight_decay=1e-2)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, epochs)
    for _ in range(epochs):
        for part in torch.randperm(len(lessons)).split(256):
            scores = torch.cat([network(x[part]), network.none.expand(len(part), 1)], 1)
            whole = scores.masked_fill(~real[part], -1e4).logsumexp(1)
            loss = (whole - scores.masked_fill(~right[part], -1e4).logsumexp(1)).mean()
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            optimizer.step()
        schedule.step()
    print(f"{len(lessons)} spans, loss of the last batch {float(loss.detach()):.3f}")
    return network


def judged(row: dict[str, Any], pieces: Pieces, relations: list[Relation]) -> list[bool]:
    """For each relation that was put together whether it is one that an annotator marked."""
    gold = [
        (_places(pieces, relation["content"]), _places(pieces, relation["source"]))
        for relation in row["attributions"]
    ]
    free = set(range(len(gold)))
    right = []
    for relation in relations:
        content = {at for span in relation.contents for at in range(*span.span)}
        source = set(range(*relation.source.span)) if relation.source else set()
        shares = {
            at: len(content & gold[at][0]) / len(content | gold[at][0])
            for at in free
            if source & gold[at][1] or not (source or gold[at][1])
        }
        best = max(shares, key=lambda at: shares[at], default=None)
        right.append(best is not None and shares[best] >= SHARED)
        if right[-1]:
            free.discard(best)  # type: ignore[arg-type]
    return right


def _places(pieces: Pieces, spans: list[Any]) -> set[int]:
    """The pieces of some character spans."""
    found = (np.searchsorted(pieces.starts, span) for span in spans)
    return {int(at) for start, end in found for at in range(start, end)}


Judged = tuple[NDArray[np.float64], NDArray[np.float64], int]
"""One article: features of its relations, which are right, and how many there are to find."""


def fit_acceptance(articles: list[Judged]) -> dict[str, Any]:
    """The weights of a logistic regression, and the probability from which on relation F1 is best."""
    known = sum(total for _, _, total in articles)
    scored: list[NDArray[np.float64]] = []
    right: list[NDArray[np.float64]] = []
    for fold in range(FOLDS):
        weights = _logistic([a for at, a in enumerate(articles) if at % FOLDS != fold])
        for features, good, _ in articles[fold::FOLDS]:
            scored.append(_probable(features, weights))
            right.append(good)
    p, good = np.concatenate(scored), np.concatenate(right)

    def f1(least: float) -> float:
        return 2 * float(good[p >= least].sum()) / (int((p >= least).sum()) + known)

    for least in LEAST:
        print(f"kept from {least:.2f} on: relation F1 {f1(least):.3f} on articles left out")
    best = max(f1(least) for least in LEAST)
    least = next(least for least in LEAST if f1(least) >= best - AS_GOOD)
    weights = _logistic(articles)
    return {
        "weights": [round(w, 4) for w in weights[:-1].tolist()],
        "bias": round(float(weights[-1]), 4),
        "least": least,
    }


def _logistic(articles: list[Judged], rounds: int = 40) -> NDArray[np.float64]:
    """Weights by Newton's method, held down by RIDGE; the last is the bias."""
    x = np.concatenate([features for features, _, _ in articles])
    y = np.concatenate([right for _, right, _ in articles])
    x = np.c_[x, np.ones(len(x))]
    ridge = RIDGE * np.eye(x.shape[1])
    ridge[-1, -1] = 1e-6
    weights = np.zeros(x.shape[1])
    for _ in range(rounds):
        p = _probable(x[:, :-1], weights)
        slope = x.T @ (p - y) + ridge @ weights
        weights -= np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + ridge, slope)
    return weights


def _probable(features: NDArray[np.float64], weights: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(1 / (1 + np.exp(-(features @ weights[:-1] + weights[-1]))))


def kept(network: Network) -> dict[str, Any]:
    """The numbers of a scorer."""
    state = {name: value.tolist() for name, value in network.state_dict().items()}
    return {
        "inner": [[round(v, 4) for v in row] for row in state["inner.weight"]],
        "inner_bias": [round(v, 4) for v in state["inner.bias"]],
        "outer": [round(v, 4) for v in state["outer.weight"][0]],
        "outer_bias": round(state["outer.bias"][0], 4),
        "none": round(state["none"][0], 4),
    }


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help="the data folder")
    parser.add_argument("--out", type=Path, default=Path("src/tellings/models/reader.json"))
    parser.add_argument("--keep-pairs", action="store_true", help="fit only what keeps a relation")
    a = parser.parse_args()
    rows = list(data.lines(a.data / "attribution" / "train.jsonl"))
    for_cues: list[Lesson] = []
    for_sources: list[Lesson] = []
    read = [(row, pieces, run(pieces)) for row in rows[:: data.ASIDE] for pieces in [cut(row["text"])]]
    for row, pieces, outputs in read:
        cues, sources = lessons_of(row, pieces, outputs)
        for_cues += cues
        for_sources += sources
    if a.keep_pairs:
        pairs = json.loads(a.out.read_text(encoding="utf8"))["pairs"]
    else:
        pairs = {"cue": kept(fit(for_cues)), "source": kept(fit(for_sources))}
    scorers = (scorer(pairs["cue"]), scorer(pairs["source"]))
    articles: list[Judged] = []
    for row, pieces, outputs in read:
        relations = put_together(Spans(pieces, outputs.role, outputs.link), *scorers)
        if relations:
            made = np.array([features_of(relation) for relation in relations])
            right = np.array(judged(row, pieces, relations), dtype=np.float64)
            articles.append((made, right, len(row["attributions"])))
    whole = {"pairs": pairs, "acceptance": fit_acceptance(articles)}
    a.out.write_text(json.dumps(whole) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
