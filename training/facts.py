"""Teach the pair model what editors call the same fact, and where they see a conflict.

Comes in:   the dossiers of the data folder, and the pair model as `training.entailment` left it in OUT.
Goes out:   OUT/facts.jsonl (pairs of wordings with the editors' answers), OUT/facts-<n>.safetensors (taught
            on all stories but those of fold n, for honest scores), OUT/facts.safetensors (taught on all), and
            OUT/facts.json (scores on the stories held out).

Folds that are done are not done again.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.torch import save_file
from tokenizers import Tokenizer
from torch.nn import functional as F

from training.data import lines
from training.entailment import BATCH, batches, gather, loss_of
from training.entailment_data import Pair
from training.entailment_network import LENGTH, PairNetwork, encode, load, padded

FOLDS = 3
RATE = 4e-5
OF_A_STORY = 600
"""Pairs of one story at most, so that a long one does not outweigh the others."""
LEAST = 0.03
"""How probable the rules must find a pair that is worth teaching; the program asks about no others."""
UNKNOWN = 0.25
"""Weight of a pair of which one wording holds no fact that the editors marked: nobody marks everything."""
REPLAYED = 800
"""Pairs of the first training among the new ones, so that it is not forgotten."""


@dataclass(frozen=True, slots=True)
class FactPair:
    """Two wordings of a story. `same`: 1, 0, or None where that is not asked; `conflict`: editors saw one."""

    story: str
    left: str
    right: str
    same: int | None
    weight: float
    conflict: bool


def fact_pairs(folder: Path, rng: random.Random) -> Iterator[FactPair]:
    """Pairs of one story folder: all of one fact, the hardest of different ones, and sides of conflicts."""
    from tellings.compare.scorer import load_weights
    from training.claims_weights import lesson_of, places_of_conflicts, story_of

    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    story = story_of(folder)
    lesson = lesson_of(folder.name, story, gold)
    nodes, pairs = lesson.nodes, lesson.pairs
    before = load_weights().same(lesson.features)
    words = [nodes.pool.words_of(node) for node in nodes.first]
    apart = nodes.home[pairs.left] != nodes.home[pairs.right]
    opposed = places_of_conflicts(story, gold, nodes)

    def made(rows: NDArray[np.int64], same: int, weight: float) -> Iterator[FactPair]:
        for row in rows.tolist():
            a, b = int(pairs.left[row]), int(pairs.right[row])
            if (a, b) not in opposed:
                yield FactPair(folder.name, words[a], words[b], same, weight, False)

    positive = np.flatnonzero(apart & lesson.positive)
    yield from made(positive, 1, 1.0)
    for known, times, weight in ((True, 2.5, 1.0), (False, 1.5, UNKNOWN)):
        rows = np.flatnonzero(apart & ~lesson.positive & (lesson.known == known) & (before >= LEAST))
        keys = np.array([rng.random() for _ in rows]) ** (1 / np.maximum(before[rows], 1e-3))
        yield from made(rows[np.argsort(-keys)][: int(times * len(positive))], 0, weight)
    for a, b in sorted(opposed):
        yield FactPair(folder.name, words[a], words[b], None, 1.0, True)


def kept_pairs(args: argparse.Namespace) -> list[FactPair]:
    """The pairs of all stories, from OUT/facts.jsonl where it is there."""
    file = args.out / "facts.jsonl"
    if not file.exists():
        rng = random.Random(args.seed)
        folders = sorted(path.parent for path in (args.data / "dossiers").glob("*/gold.json"))
        found = [asdict(pair) for folder in folders for pair in fact_pairs(folder, rng)]
        file.write_text("".join(json.dumps(row) + "\n" for row in found), "utf-8")
    return [FactPair(**row) for row in lines(file)]


def evened(pairs: list[FactPair], rng: random.Random) -> list[FactPair]:
    """At most so many pairs of each story, chosen by lot."""
    by_story: dict[str, list[FactPair]] = defaultdict(list)
    for pair in rng.sample(pairs, len(pairs)):
        by_story[pair.story].append(pair)
    return [pair for story in sorted(by_story) for pair in by_story[story][:OF_A_STORY]]


def teach(
    network: PairNetwork, tokenizer: Tokenizer, pairs: list[FactPair], old: list[Pair], seed: int
) -> None:
    """One pass over the pairs, with some of the first training's among them."""
    rng = random.Random(seed)
    torch.manual_seed(seed)
    turned = [(p.right, p.left) if rng.random() < 0.5 else (p.left, p.right) for p in pairs]
    replayed = rng.sample(old, min(REPLAYED, len(old)))
    given = encode(tokenizer, turned + [(p.left, p.right) for p in replayed])
    same = torch.tensor([-1 if p.same is None else p.same for p in pairs] + [-1] * len(replayed))
    weight = torch.tensor([p.weight for p in pairs] + [0.0] * len(replayed))
    allowed = torch.ones(len(given), 3, dtype=torch.bool)
    for row, pair in enumerate(pairs):
        if pair.conflict:
            allowed[row] = torch.tensor([False, True, False])
        elif pair.same:
            allowed[row, 1] = False
        elif pair.weight == 1:
            allowed[row] = torch.tensor([False, False, True])
    for row, shown in enumerate(replayed, start=len(pairs)):
        allowed[row] = False
        allowed[row, list(shown.allowed)] = True
    network.encoder.words.weight.requires_grad_(False)
    learned = [p for p in network.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(learned, lr=RATE, weight_decay=0.01)
    plan = batches([len(ids) for ids, _ in given], rng)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=len(plan), pct_start=0.15)
    network.train()
    for numbers in plan:
        scores = network(*padded([given[n] for n in numbers]))
        asked = same[numbers] >= 0
        loss = loss_of(scores, allowed[numbers])
        if asked.any():
            each = F.binary_cross_entropy_with_logits(
                scores[asked, 3], same[numbers][asked].float(), reduction="none"
            )
            loss = loss + 2 * (each * weight[numbers][asked]).mean()
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(learned, 1.0)
        optimizer.step()
        schedule.step()
    network.eval()


def scores_of(network: PairNetwork, tokenizer: Tokenizer, pairs: list[FactPair]) -> NDArray[np.float32]:
    """Raw scores, float32 of shape (pairs, 4)."""
    given = encode(tokenizer, [(p.left, p.right) for p in pairs])
    order = sorted(range(len(given)), key=lambda n: len(given[n][0]))
    out = np.zeros((len(given), 4), np.float32)
    network.eval()
    with torch.no_grad():
        for at in range(0, len(order), 2 * BATCH):
            part = order[at : at + 2 * BATCH]
            out[part] = network(*padded([given[n] for n in part])).numpy()
    return out


def average_precision(scores: NDArray[np.float32], right: NDArray[np.bool_]) -> float:
    """Mean precision at each right pair, in order of score."""
    hits = right[np.argsort(-scores, kind="stable")]
    if not hits.any():
        return 0.0
    return float((np.cumsum(hits) / np.arange(1, len(hits) + 1))[hits].mean())


def report(pairs: list[FactPair], scores: NDArray[np.float32]) -> dict[str, Any]:
    """How well `same` and `contradiction` sort pairs that were not taught."""
    asked = np.array([p.same is not None and p.weight == 1 for p in pairs])
    same = np.array([bool(p.same) for p in pairs])
    opposed = np.array([p.conflict for p in pairs])
    logs = scores[:, :3] - np.logaddexp.reduce(scores[:, :3], axis=1, keepdims=True)
    return {
        "pairs": len(pairs),
        "same_fact": {
            "share": round(float(same[asked].mean()), 3),
            "average_precision": round(average_precision(scores[asked, 3], same[asked]), 3),
            "by_entailment_alone": round(average_precision(logs[asked, 0], same[asked]), 3),
        },
        "conflict": {
            "share": round(float(opposed.mean()), 3),
            "average_precision": round(average_precision(logs[:, 1], opposed), 3),
        },
    }


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help="the data folder")
    parser.add_argument("--out", type=Path, required=True, help="where training.entailment left its weights")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    pairs = kept_pairs(args)
    tokenizer = Tokenizer.from_file(str(args.out / "pairs-tokenizer.json"))
    tokenizer.enable_truncation(LENGTH)
    old, _ = gather(args.data, args.seed)
    stories = sorted({pair.story for pair in pairs})
    fold_of = {story: n % FOLDS for n, story in enumerate(stories)}
    held: dict[str, Any] = {}
    unseen: list[FactPair] = []
    raw = []
    for fold in [*range(FOLDS), None]:
        name = "facts" if fold is None else f"facts-{fold}"
        file = args.out / f"{name}.safetensors"
        if not file.exists():
            network = load(args.out / "pairs.safetensors")
            taught = evened([p for p in pairs if fold_of[p.story] != fold], random.Random(args.seed))
            teach(network, tokenizer, taught, old, args.seed)
            save_file(network.state_dict(), str(file))
        if fold is not None:
            kept = [p for p in pairs if fold_of[p.story] == fold]
            raw.append(scores_of(load(file), tokenizer, kept))
            unseen += kept
            held[name] = report(kept, raw[-1])
            print(name, json.dumps(held[name]), flush=True)
    held["all"] = report(unseen, np.concatenate(raw))
    before = scores_of(load(args.out / "pairs.safetensors"), tokenizer, unseen)
    held["before teaching"] = report(unseen, before)
    by_fold = defaultdict(list)
    for story, fold in fold_of.items():
        by_fold[fold].append(story)
    (args.out / "facts.json").write_text(json.dumps({"folds": by_fold, "held_out": held}, indent=2), "utf-8")
    print(json.dumps(held, indent=2))


if __name__ == "__main__":
    main()
