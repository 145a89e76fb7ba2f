"""Pairs of wordings with what holds between them, for the pair model.

Comes in:   the data folder (relations/, claims/).
Goes out:   `Pair`s. A label is the set of classes that are allowed: where a set only says "not entailment",
            contradiction and neutral are both right.
"""

from __future__ import annotations

import hashlib
import random
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from training.data import lines

CLASSES = ("entailment", "contradiction", "neutral")
ENTAILED, CONTRADICTED, NEUTRAL = ((n,) for n in range(len(CLASSES)))
ALLOWED = {
    "entailment": ENTAILED,
    "contradiction": CONTRADICTED,
    "neutral": NEUTRAL,
    "not_entailment": (1, 2),
    "strengthens": (0, 2),
    "weakens": (1, 2),
}
ASIDE = 12
"""One premise in so many is kept from training, with all its hypotheses, to score on."""

AT_MOST = {"dnc-veridicality": 3000, "dnc-factuality": 3000, "scone": 3000, "climate-fever": 3500}
"""Sets made from few patterns, or about one matter, do not outweigh the others."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A premise, a hypothesis and the classes allowed for them."""

    left: str
    right: str
    allowed: tuple[int, ...]
    source: str


def is_aside(text: str) -> bool:
    """Whether pairs with this premise are for scoring only."""
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:4]) % ASIDE == 0


def relation_pairs(folder: Path, rng: random.Random) -> list[Pair]:
    """The sentence pairs of relations/, at most so many of a set."""
    by_source: dict[str, list[Pair]] = defaultdict(list)
    for row in lines(folder / "relations" / "train.jsonl"):
        pair = Pair(row["premise"], row["hypothesis"], ALLOWED[row["label"]], row["source"])
        by_source[pair.source].append(pair)
    kept = []
    for source, pairs in by_source.items():
        rng.shuffle(pairs)
        kept += pairs[: AT_MOST.get(source, len(pairs))]
    return kept


def claim_pairs(folder: Path) -> list[Pair]:
    """Pairs of claims of two outlets: one strengthens the other, or weakens it."""
    found = []
    for name, label in (("strength", "strengthens"), ("weak", "weakens")):
        for row in lines(folder / "claims" / f"claimdiff-{name}-train.jsonl"):
            if row["relation"]:
                found.append(Pair(row["claim_a"], row["claim_b"], ALLOWED[label], f"claimdiff-{name}"))
    return found
