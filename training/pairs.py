"""Fit the scorers that pair contents with cues, and cues with sources.

Comes in:   the data folder, and the exported reader that the program runs.
Goes out:   src/tellings/models/reader.json.

The spans are those that the running reader finds in training articles, so the scorers learn to live with its
slips. Two small networks are fitted by cross-entropy over what each span may go with.
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
from torch.nn import functional as F

from tellings.read.attributions import MORE_CUES
from tellings.read.model import run
from tellings.read.pairing import PAIR_FEATURES, Landscape, PieceSpan
from tellings.read.pieces import Pieces, cut
from tellings.read.relations import Choice, by_role, choices
from tellings.read.spans import tagged_spans
from training.data import Chars, lines

HIDDEN = 24
Lesson = tuple[NDArray[np.float32], int]
"""Features of the pairs of one span, and which of them is right (their number: none)."""


class Network(nn.Module):
    """Two layers, and the score of none."""

    def __init__(self) -> None:
        super().__init__()
        self.inner, self.outer = nn.Linear(PAIR_FEATURES, HIDDEN), nn.Linear(HIDDEN, 1)
        self.none = nn.Parameter(torch.zeros(1))

    def forward(self, x: Tensor) -> Tensor:
        """A score a row."""
        return self.outer(torch.relu(self.inner(x)))[..., 0]


def lessons_of(row: dict[str, Any]) -> tuple[list[Lesson], list[Lesson]]:
    """What one annotated article teaches of cues for contents, and of sources for cues."""
    pieces = cut(row["text"])
    outputs = run(pieces)
    land = Landscape(pieces, outputs.link)
    sources, cues, contents = by_role(tagged_spans(outputs.role, pieces.first, MORE_CUES))
    gold = row["attributions"]
    cue_of = [_relation(_chars(pieces, cue), gold, "cue") for cue in cues]
    for_cues, for_sources = [], []
    for content, choice in zip(contents, choices(contents, cues, 0, land, None), strict=True):
        relation = _relation(_chars(pieces, content), gold, "content")
        if choice is not None and relation is not None:
            right = [at for at in range(len(choice.scores)) if cue_of[choice.low + at] == relation]
            if right:
                for_cues.append((choice.features, right[0]))
    for relation, choice in zip(cue_of, choices(cues, sources, 2, land, None), strict=True):
        if choice is not None and relation is not None:
            at = _source(choice, gold[relation]["source"], sources, pieces)
            if at is not None:
                for_sources.append((choice.features, at))
    return for_cues, for_sources


def _source(choice: Choice, named: list[Any], sources: list[PieceSpan], pieces: Pieces) -> int | None:
    """Which of the choice is the annotated source; their number when there is none; None when not found."""
    if not named:
        return len(choice.scores)
    places = range(len(choice.scores))
    return next((at for at in places if _shared(_chars(pieces, sources[choice.low + at]), named)), None)


def _chars(pieces: Pieces, span: PieceSpan) -> Chars:
    return int(pieces.starts[span[0]]), int(pieces.ends[span[1] - 1])


def _shared(span: Chars, others: list[Any]) -> int:
    """The most characters that the span shares with one of the others."""
    return max((max(0, min(span[1], end) - max(span[0], start)) for start, end in others), default=0)


def _relation(span: Chars, gold: list[dict[str, Any]], role: str) -> int | None:
    """The annotated relation whose `role` shares most with the span."""
    shared = [_shared(span, relation[role]) for relation in gold]
    return int(np.argmax(shared)) if shared and max(shared) > 0 else None


def fit(lessons: list[Lesson], *, may_be_none: bool, epochs: int = 60) -> Network:
    """A scorer that tells the right pair from the others."""
    torch.manual_seed(0)
    widest = max(len(features) for features, _ in lessons)
    x = torch.zeros(len(lessons), widest, PAIR_FEATURES)
    real = torch.zeros(len(lessons), widest, dtype=torch.bool)
    right = torch.zeros(len(lessons), dtype=torch.int64)
    for i, (features, at) in enumerate(lessons):
        x[i, : len(features)], real[i, : len(features)] = torch.from_numpy(features), True
        right[i] = widest if at == len(features) else at
    network = Network()
    optimizer = torch.optim.Adam(network.parameters(), lr=5e-3, weight_decay=1e-5)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, epochs)
    for _ in range(epochs):
        for part in torch.randperm(len(lessons)).split(256):
            scores = network(x[part]).masked_fill(~real[part], -1e4)
            none = network.none.expand(len(part), 1) if may_be_none else torch.full((len(part), 1), -1e4)
            loss = F.cross_entropy(torch.cat([scores, none], 1), right[part])
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            optimizer.step()
        schedule.step()
    print(f"{len(lessons)} spans, loss of the last batch {float(loss.detach()):.3f}")
    return network


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
    parser.add_argument("--articles", type=int, default=280, help="how many training articles to learn from")
    a = parser.parse_args()
    rows = list(lines(a.data / "attribution" / "train.jsonl"))
    for_cues: list[Lesson] = []
    for_sources: list[Lesson] = []
    for row in rows[:: max(1, len(rows) // a.articles)]:
        cues, sources = lessons_of(row)
        for_cues += cues
        for_sources += sources
    pairs = {
        "cue": kept(fit(for_cues, may_be_none=False)),
        "source": kept(fit(for_sources, may_be_none=True)),
    }
    a.out.write_text(json.dumps({"pairs": pairs}) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
