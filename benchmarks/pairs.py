"""How well the pair model tells what holds between two wordings, beside simple measures of likeness.

Question:   of pairs marked by people (or made by a known change to news text), how many are told right?
Data:       what is kept aside of relations/ and claims/ (one premise in 12, with all its hypotheses), and
            controlled changes to PolNeAR's dev articles and to the stories that no dossier tells.
Baseline:   a threshold on the share of the second wording's words that the first holds, and one on the
            likeness of the reader's vectors; each chosen on pairs to learn from, and asked only whether the
            second follows or not.
Measure:    share of pairs told right: of three classes (model), of two (model and baselines).
Leaves out: sets of one class only; whether people agree (on MultiNLI about .9 of them do).
Run:        python benchmarks/pairs.py --data ../shared/data
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections import defaultdict
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).parents[1]))

from training.entailment_data import Pair, claim_pairs, is_aside, relation_pairs
from training.news_changes import news_pairs, story_pairs

from tellings.compare.pair_model import read_pairs
from tellings.read.vectors import vector_of

_WORD = re.compile(r"\w+")


def gathered(folder: Path, of_a_set: int) -> tuple[list[Pair], list[Pair]]:
    """Pairs to choose thresholds on, and pairs kept aside, at most so many of each set."""
    rng = random.Random(1)
    known = relation_pairs(folder, rng) + claim_pairs(folder) + story_pairs(folder, rng)
    learn = [pair for pair in known if not is_aside(pair.left)] + news_pairs(folder, "train", rng)
    aside = [pair for pair in known if is_aside(pair.left)] + news_pairs(folder, "dev", rng)
    by_source: dict[str, list[Pair]] = defaultdict(list)
    for pair in rng.sample(aside, len(aside)):
        by_source[pair.source].append(pair)
    kept = [pair for source in sorted(by_source) for pair in by_source[source][:of_a_set]]
    return rng.sample(learn, min(1500, len(learn))), kept


def overlap(pairs: list[Pair]) -> NDArray[np.float64]:
    """The share of the second wording's words that the first holds."""
    words = [tuple(set(_WORD.findall(text.lower())) for text in (p.left, p.right)) for p in pairs]
    return np.array([len(a & b) / max(1, len(b)) for a, b in words])


def nearness(pairs: list[Pair]) -> NDArray[np.float64]:
    """Cosine of the reader's vectors."""
    return np.array([float(vector_of(p.left) @ vector_of(p.right)) for p in pairs])


def follows(pairs: list[Pair]) -> NDArray[np.bool_]:
    """Whether the second follows from the first; only asked where the marks decide it."""
    return np.array([p.allowed == (0,) for p in pairs])


def best_threshold(values: NDArray[np.float64], right: NDArray[np.bool_]) -> float:
    """From where on "it follows" is most often right."""
    return max(np.quantile(values, np.linspace(0, 1, 101)), key=lambda bar: ((values >= bar) == right).mean())


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, required=True, help="the data folder")
    parser.add_argument("--of-a-set", type=int, default=200, help="pairs scored of each set at most")
    chosen = parser.parse_args()
    learn, aside = gathered(chosen.data, chosen.of_a_set)
    said = read_pairs([(p.left, p.right) for p in aside])
    classes = np.stack([said[:, 1], said[:, 2], 1 - said[:, 1] - said[:, 2]], axis=1)
    told = {
        "three": np.array([int(best) in p.allowed for best, p in zip(classes.argmax(1), aside, strict=True)]),
        "two": (classes.argmax(1) == 0) == follows(aside),
    }
    for name, measure in (("overlap", overlap), ("vectors", nearness)):
        bar = best_threshold(measure(learn), follows(learn))
        told[name] = (measure(aside) >= bar) == follows(aside)
    print(
        "| set | pairs | three classes | follows or not | word overlap | vectors |\n|---|---|---|---|---|---|"
    )
    for source in sorted({p.source for p in aside}):
        rows = np.array([p.source == source for p in aside])
        decided = rows & np.array([len(p.allowed) == 1 or 0 not in p.allowed for p in aside])
        if not decided.any():
            continue
        cells = [f"{told['three'][rows].mean():.2f}"]
        cells += [f"{told[name][decided].mean():.2f}" for name in ("two", "overlap", "vectors")]
        print(f"| {source} | {rows.sum()} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
