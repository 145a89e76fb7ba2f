"""Train the pair model: what holds between two wordings.

Comes in:   the data folder, the folder of the base encoder.
Goes out:   OUT/pairs.safetensors, OUT/pairs-tokenizer.json, and in OUT/pairs.json how right it is on what was
            kept aside, set by set, beside simple baselines.

A run that was stopped goes on from its last checkpoint in OUT. A GPU is used when there is one.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import defaultdict
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import save_file
from tokenizers import Tokenizer
from torch import Tensor

from training.data import lines
from training.entailment_data import Pair, claim_pairs, is_aside, relation_pairs
from training.entailment_network import LENGTH, PairNetwork, encode, new_network, padded, small_tokenizer
from training.news_changes import news_pairs, story_pairs

BATCH = 32
RATE = 1e-4
SAVE_EVERY = 150


def gather(folder: Path, seed: int) -> tuple[list[Pair], list[Pair]]:
    """Pairs to learn from, and pairs to score on: of relations by premise, of news by article."""
    rng = random.Random(seed)
    known = relation_pairs(folder, rng) + claim_pairs(folder) + story_pairs(folder, rng)
    learn = [pair for pair in known if not is_aside(pair.left)] + news_pairs(folder, "train", rng)
    aside = [pair for pair in known if is_aside(pair.left)] + news_pairs(folder, "dev", rng)
    return learn, aside


def texts_of(folder: Path, pairs: list[Pair]) -> list[str]:
    """What the vocabulary is chosen by."""
    news = [row["text"] for row in lines(folder / "stories" / "articles.jsonl")]
    news += [row["text"] for row in lines(folder / "attribution" / "train.jsonl")]
    return news + [text for pair in pairs for text in (pair.left, pair.right)]


def batches(lengths: list[int], rng: random.Random) -> list[list[int]]:
    """Numbers of pairs in batches of nearly equal length, in random order."""
    order = sorted(range(len(lengths)), key=lambda n: lengths[n] + rng.random() * 6)
    parts = [order[at : at + BATCH] for at in range(0, len(order), BATCH)]
    rng.shuffle(parts)
    return parts


def loss_of(scores: Tensor, allowed: Tensor) -> Tensor:
    """Minus the logarithm of the probability of the allowed classes together."""
    logs = scores[:, :3].log_softmax(1)
    return -torch.logsumexp(logs.masked_fill(~allowed, -1e4), 1).mean()


def train(args: argparse.Namespace) -> None:
    """The whole run."""
    device = "cuda" if torch.cuda.is_available() else "cpu"
    torch.manual_seed(args.seed)
    args.out.mkdir(parents=True, exist_ok=True)
    learn, aside = gather(args.data, args.seed)
    kept_file, tokenizer_file = args.out / "pairs-kept.json", args.out / "pairs-tokenizer.json"
    if not kept_file.exists():
        table, kept = small_tokenizer(args.base, texts_of(args.data, learn))
        tokenizer_file.write_text(table, "utf-8")
        kept_file.write_text(json.dumps(kept), "utf-8")
    tokenizer = Tokenizer.from_file(str(tokenizer_file))
    tokenizer.enable_truncation(LENGTH)
    given = encode(tokenizer, [(p.left, p.right) for p in learn])
    network = new_network(args.base, json.loads(kept_file.read_text("utf-8"))).to(device)
    network.encoder.words.weight.requires_grad_(False)
    learned = [p for p in network.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(learned, lr=RATE, weight_decay=0.01)
    plan: list[list[int]] = []
    rng = random.Random(args.seed)
    lengths = [len(ids) for ids, _ in given]
    while len(plan) < args.epochs * len(lengths) / BATCH:
        plan += batches(lengths, rng)
    plan = plan[: int(args.epochs * len(lengths) / BATCH)]
    warm = len(plan) // 16
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda n: min((n + 1) / warm, max(0.02, (len(plan) - n) / (len(plan) - warm)))
    )
    done = 0
    checkpoint = args.out / "pairs-checkpoint.pt"
    if checkpoint.exists():
        state = torch.load(checkpoint, map_location=device)
        network.load_state_dict(state["network"])
        optimizer.load_state_dict(state["optimizer"])
        schedule.load_state_dict(state["schedule"])
        done = state["done"]
    print(f"{len(learn)} pairs to learn from, {len(aside)} aside, {len(plan)} steps, {done} done", flush=True)
    network.train()
    began, mean = time.time(), 0.0
    for step in range(done, len(plan)):
        numbers = plan[step]
        ids, types, mask = (t.to(device) for t in padded([given[n] for n in numbers]))
        allowed = torch.zeros(len(numbers), 3, dtype=torch.bool)
        for row, n in enumerate(numbers):
            allowed[row, list(learn[n].allowed)] = True
        loss = loss_of(network(ids, types, mask), allowed.to(device))
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(learned, 1.0)
        optimizer.step()
        schedule.step()
        mean = 0.98 * mean + 0.02 * loss.item() if step > done else loss.item()
        if (step + 1) % 50 == 0:
            speed = (time.time() - began) / (step + 1 - done)
            print(f"step {step + 1}/{len(plan)} loss {mean:.3f} {speed:.2f} s/step", flush=True)
        if (step + 1) % SAVE_EVERY == 0 or step + 1 == len(plan):
            torch.save(
                {
                    "network": network.state_dict(),
                    "optimizer": optimizer.state_dict(),
                    "schedule": schedule.state_dict(),
                    "done": step + 1,
                },
                checkpoint.with_suffix(".new"),
            )
            checkpoint.with_suffix(".new").replace(checkpoint)
    save_file(network.state_dict(), str(args.out / "pairs.safetensors"))
    table = score(network, tokenizer, aside, device)
    (args.out / "pairs.json").write_text(json.dumps(table, indent=2), "utf-8")
    print(json.dumps(table, indent=2))


def score(
    network: PairNetwork, tokenizer: Tokenizer, pairs: list[Pair], device: str
) -> dict[str, dict[str, float]]:
    """By source set: how many pairs, and the share whose likeliest class is allowed."""
    network.eval()
    given = encode(tokenizer, [(p.left, p.right) for p in pairs])
    order = sorted(range(len(pairs)), key=lambda n: len(given[n][0]))
    best = np.zeros(len(pairs), np.int64)
    with torch.no_grad():
        for at in range(0, len(order), 2 * BATCH):
            part = order[at : at + 2 * BATCH]
            scores = network(*(t.to(device) for t in padded([given[n] for n in part])))
            best[part] = scores[:, :3].argmax(1).cpu().numpy()
    rights: dict[str, list[bool]] = defaultdict(list)
    for pair, found in zip(pairs, best.tolist(), strict=True):
        rights[pair.source].append(found in pair.allowed)
    return {
        source: {"pairs": len(right), "accuracy": round(sum(right) / len(right), 3)}
        for source, right in sorted(rights.items())
    }


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help="the data folder")
    parser.add_argument("--base", type=Path, required=True, help="folder of the base encoder")
    parser.add_argument("--out", type=Path, required=True, help="for the weights and checkpoints")
    parser.add_argument("--epochs", type=float, default=1.13)
    parser.add_argument("--seed", type=int, default=1)
    train(parser.parse_args())


if __name__ == "__main__":
    main()
