"""Train the reader: attribution tags, links, entities and sentence vectors in one encoder.

Comes in:   the data folder, the folder of the base encoder (model.safetensors).
Goes out:   OUT/reader.safetensors, and its scores on the parts kept aside, in OUT/reader.json.

Several readers are trained from different seeds; one more is then trained to agree with their mean (and
with the annotators) on the labelled articles and on unlabelled news. Checkpoints lie in OUT; a run that
was stopped goes on from the last finished reader.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import time
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.torch import load_file, save_file
from torch import Tensor
from torch.nn import functional as F

from tellings.read.labels import HIDDEN, LINK
from tellings.read.relations import PairWeights, relate, runs
from training import data
from training.data import IGNORED, Example
from training.network import Encoder, Reader
from training.scores import attribution_f1, span_f1
from training.windows import CLS, SEP, Targets, Window, batch, pair_batch, span_means

LENGTH = 382
OVERLAP = 64


def teacher_vectors(examples: list[Example], base: Path, device: str) -> list[NDArray[np.float32]]:
    """For each example, the base encoder's unit vectors of its sentences, each read alone."""
    encoder = Encoder(dropout=0.0)
    encoder.load(base)
    encoder.to(device).eval()
    jobs = []
    for n, example in enumerate(examples):
        for m, span in enumerate(example.sentences):
            a, b = data.piece_span(example.pieces, span)
            jobs.append((min(b - a, 254), n, m, example.pieces.ids[a : min(b, a + 254)]))
    jobs.sort(key=lambda job: job[0])
    out = [np.zeros((len(e.sentences), HIDDEN), np.float32) for e in examples]
    size = 256 if device != "cpu" else 32
    with torch.no_grad():
        for at in range(0, len(jobs), size):
            part = jobs[at : at + size]
            ids = np.zeros((len(part), part[-1][0] + 2), np.int64)
            mask = np.zeros_like(ids)
            for i, (n_pieces, _, _, given) in enumerate(part):
                ids[i, : n_pieces + 2] = [CLS, *given, SEP]
                mask[i, : n_pieces + 2] = 1
            m = torch.from_numpy(mask).to(device)
            h = encoder(torch.from_numpy(ids).to(device), m)
            mean = (h * m[..., None]).sum(1) / m.sum(1)[:, None]
            for (_, n, k, _), vector in zip(part, F.normalize(mean, dim=-1).cpu().numpy(), strict=True):
                out[n][k] = vector
    return out


def link_loss(links: Tensor, bias: torch.nn.Linear, pairs: dict[str, Tensor], role: int, none: Tensor | None) -> Tensor:
    """Cross-entropy of the sought span for each seeking span."""
    part = lambda r: links[..., r * LINK : (r + 1) * LINK]  # noqa: E731
    query, key = span_means(part(role), pairs["seeking"]), span_means(part(role + 1), pairs["sought"])
    scores = query @ key.transpose(1, 2) / LINK**0.5 + F.linear(pairs["features"], bias.weight)[..., 0]
    scores = scores.masked_fill(~pairs["real"][:, None, :], -1e4)
    absent = scores.new_full((*scores.shape[:2], 1), -1e4) if none is None else none.expand(*scores.shape[:2], 1)
    scores = torch.cat([scores, absent], -1)
    return F.cross_entropy(scores.flatten(0, 1).float(), pairs["wanted"].flatten(), ignore_index=IGNORED)


def losses(model: Reader, windows: list[Window], device: str, weights: dict[str, float]) -> Tensor:
    """The weighted sum of all losses that the windows have targets for."""
    b = batch(windows, device, capitals=0.05)
    role, entity, links, vectors = model(b["ids"], b["mask"], b["shape"], b["gap"], b["quote"])
    total = role.new_zeros((), dtype=torch.float32)
    if "soft" in b:
        mask = b["mask"].bool()
        soft = F.kl_div(role.float().log_softmax(-1), b["soft"], reduction="none").sum(-1)
        total = total + weights["soft"] * (soft * mask).sum() / mask.sum()
    if (b["role"] != IGNORED).any():
        total = total + weights["role"] * F.cross_entropy(
            role.flatten(0, 1).float(), b["role"].flatten(), ignore_index=IGNORED, label_smoothing=weights["smooth"]
        )
    if (b["entity"] != IGNORED).any():
        total = total + weights["entity"] * F.cross_entropy(
            entity.flatten(0, 1).float(), b["entity"].flatten(), ignore_index=IGNORED
        )
    if (b["pos"] != IGNORED).any():
        pos = model.pos(model.last)
        total = total + weights["pos"] * F.cross_entropy(
            pos.flatten(0, 1).float(), b["pos"].flatten(), ignore_index=IGNORED
        )
    for which, bias, first, none in (
        ("cues", model.cue_bias, 0, None),
        ("sources", model.source_bias, 2, model.no_source),
    ):
        if pairs := pair_batch(windows, which, device):
            total = total + weights["link"] * link_loss(links.float(), bias, pairs, first, none)
    flat = [(i, s, v) for i, w in enumerate(windows) if w.vectors is not None
            for s, v in zip(w.sentences, w.vectors, strict=True)]  # fmt: skip
    if flat:
        sums = torch.cat([vectors.new_zeros(len(windows), 1, HIDDEN, dtype=torch.float32), vectors.float().cumsum(1)], 1)
        i = torch.tensor([f[0] for f in flat], device=device)
        s = torch.tensor([f[1][0] for f in flat], device=device)
        e = torch.tensor([f[1][1] for f in flat], device=device)
        ours = F.normalize((sums[i, e] - sums[i, s]) / (e - s)[:, None], dim=-1)
        theirs = torch.from_numpy(np.stack([f[2] for f in flat])).to(device)
        near = (1 - (ours * theirs).sum(-1)).mean()
        alike = ((ours @ ours.T - theirs @ theirs.T) ** 2).mean()
        total = total + weights["vector"] * (near + 2 * alike)
    return total


@torch.no_grad()
def outputs(model: Reader, example: Example, device: str) -> dict[str, NDArray[np.float32]]:
    """Outputs for each piece of a whole text, read in overlapping windows as at run time."""
    n = len(example.pieces)
    targets = Targets(Example(example.id, example.text, pieces=example.pieces))
    step = LENGTH - OVERLAP
    windows = [targets._window(a, min(a + LENGTH, n)) for a in range(0, max(n - OVERLAP, 1), step)]
    model.eval()
    b = batch(windows, device)
    got = [x.float().cpu().numpy() for x in model(b["ids"], b["mask"], b["shape"], b["gap"], b["quote"])]
    names = ("role", "entity", "link", "vector")
    out = {name: np.zeros((n, x.shape[-1]), np.float32) for name, x in zip(names, got, strict=True)}
    for i, w in enumerate(windows):
        low = w.start if i == 0 else w.start + OVERLAP // 2
        for name, x in zip(names, got, strict=True):
            out[name][low : w.end] = x[i, 1 + low - w.start : 1 + w.end - w.start]
    return out


def pair_weights(model: Reader) -> PairWeights:
    """The weights that the running program pairs spans with."""
    return PairWeights(
        cue=model.cue_bias.weight[0].detach().float().cpu().numpy(),
        source=model.source_bias.weight[0].detach().float().cpu().numpy(),
        no_source=float(model.no_source),
    )


def statements(example: Example, role: NDArray[np.float32], link: NDArray[np.float32], weights: PairWeights) -> list[dict[str, Any]]:
    """Relations in characters, in the layout of the scoring program."""
    p = example.pieces
    chars = lambda s: [[int(p.starts[s[0]]), int(p.ends[s[1] - 1])]]  # noqa: E731
    return [
        {
            "cue": chars(r.cue),
            "source": chars(r.source) if r.source else [],
            "content": [c for span in r.contents for c in chars(span)],
        }
        for r in relate(runs(role.argmax(-1), p.first), link, p, weights)
    ]


def score(model: Reader, examples: list[Example], device: str) -> dict[str, float]:
    """Attribution F1s, entity span F1 and faithfulness of the sentence vectors."""
    made, entity, cosines = [], [], []
    for example in examples:
        out = outputs(model, example, device)
        if example.versions:
            made.append((example, statements(example, out["role"], out["link"], pair_weights(model))))
        if example.entities is not None:
            entity.append((example, runs(out["entity"].argmax(-1), example.pieces.first)))
        if (vectors := getattr(score, "vectors", {}).get(example.id)) is not None:
            for (a, b), v in zip(example.sentences, vectors, strict=True):
                a, b = data.piece_span(example.pieces, (a, b))
                if b > a:
                    mean = out["vector"][a:b].mean(0)
                    cosines.append(float(mean @ v / (np.linalg.norm(mean) + 1e-9)))
    result = attribution_f1(made) if made else {}
    if entity:
        result["entity"] = span_f1(entity)
    if cosines:
        result["vector cosine"] = float(np.mean(cosines))
    return result


def fit(
    targets: list[Targets],
    base: Path,
    device: str,
    *,
    epochs: int,
    seed: int,
    rate: float,
    weights: dict[str, float],
    size: int,
    styles: list[list[Targets]] | None = None,
    note: str = "",
) -> Reader:
    """One reader trained on `targets`; `styles` are the same with other quotation marks, mixed in at random."""
    random.seed(seed)
    np.random.seed(seed)
    torch.manual_seed(seed)
    model = Reader(dropout=0.1)
    model.encoder.load(base)
    model.to(device)
    head = [p for n, p in model.named_parameters() if not n.startswith("encoder.") and not n.startswith("vector.")]
    body = [p for n, p in model.named_parameters() if n.startswith("encoder.") or n.startswith("vector.")]
    optimizer = torch.optim.AdamW(
        [{"params": body, "lr": rate}, {"params": head, "lr": rate * 5}], weight_decay=0.01, betas=(0.9, 0.98)
    )
    per_epoch = sum(math.ceil(len(t.example.pieces) / LENGTH) + 1 for t in targets) // size
    steps = max(1, per_epoch * epochs)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min(1.0, s / (0.06 * steps)) * max(0.0, (steps - s) / steps)
    )
    step, began = 0, time.time()
    epoch = 0
    while step < steps:
        model.train()
        windows: list[Window] = []
        for n, target in enumerate(targets):
            chosen = random.choice(styles)[n] if styles and random.random() < 0.35 else target
            windows += chosen.windows(LENGTH, random.randrange(0, LENGTH))
        random.shuffle(windows)
        windows.sort(key=lambda w: (w.end - w.start) // 96 + random.random())
        batches = [windows[i : i + size] for i in range(0, len(windows), size)]
        random.shuffle(batches)
        seen = 0.0
        for part in batches:
            if step >= steps:
                break
            with torch.autocast(device_type=device, dtype=torch.bfloat16, enabled=device != "cpu"):
                loss = losses(model, part, device, weights)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            step += 1
            seen += float(loss.detach())
        epoch += 1
        print(f"{note} epoch {epoch} step {step}/{steps} loss {seen / len(batches):.4f} {time.time() - began:.0f}s", flush=True)
    return model.eval()


WEIGHTS = {"role": 1.0, "entity": 0.4, "pos": 0.1, "link": 0.3, "vector": 2.0, "soft": 0.0, "smooth": 0.05}


def save(model: Reader, path: Path) -> None:
    """The weights in half precision."""
    save_file({k: v.half().contiguous().cpu() for k, v in model.state_dict().items()}, str(path))


def load(path: Path, device: str) -> Reader:
    """A reader saved by `save`."""
    model = Reader()
    model.load_state_dict({k: v.float() for k, v in load_file(str(path)).items()})
    return model.to(device).eval()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--teachers", type=int, default=5)
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--student-epochs", type=int, default=16)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--size", type=int, default=32)
    parser.add_argument("--limit", type=int, help="use only so many articles of each kind (to try the script)")
    a = parser.parse_args()
    device = "cuda" if torch.cuda.is_available() else "cpu"
    a.out.mkdir(parents=True, exist_ok=True)
    began = time.time()
    marked = data.prepared(data.attribution(a.data, "train")[: a.limit])
    dev = data.prepared(data.attribution(a.data, "dev")[: a.limit])
    gum, gum_dev = (data.prepared(data.gum(a.data, part)[: a.limit]) for part in ("train", "dev"))
    plain = data.prepared(data.plain(a.data)[: a.limit])
    print(f"read {len(marked)} + {len(gum)} + {len(plain)} texts in {time.time() - began:.0f}s", flush=True)
    everything = [*marked, *dev, *gum, *gum_dev, *plain]
    vectors = dict(zip([e.id for e in everything], teacher_vectors(everything, a.base, device), strict=True))
    score.vectors = vectors  # type: ignore[attr-defined]
    print(f"teacher vectors after {time.time() - began:.0f}s", flush=True)

    def targets_of(examples: list[Example], version: int = 0) -> list[Targets]:
        made = [Targets(e, version) for e in examples]
        for target in made:
            target.vectors = vectors[target.example.id]
        return made

    variants = [
        data.prepared([data.restyled(e, style) for e in [*marked, *gum, *plain]])
        for style in range(len(data.QUOTE_STYLES))
    ]
    teachers = []
    for seed in range(a.teachers):
        path = a.out / f"teacher-{seed}.safetensors"
        if not path.exists():
            train = [*targets_of(marked, seed), *targets_of(gum)]
            styles = [targets_of(v[: len(marked) + len(gum)], seed) for v in variants]
            model = fit(train, a.base, device, epochs=a.epochs, seed=seed, rate=a.rate, weights=WEIGHTS, size=a.size,
                        styles=styles, note=f"teacher {seed}")  # fmt: skip
            save(model, path)
        teachers.append(load(path, device))
        print(f"teacher {seed}", {k: round(v, 4) for k, v in score(teachers[-1], dev, device).items()}, flush=True)
    if not teachers:
        return
    train = [*targets_of(marked), *targets_of(gum), *targets_of(plain)]
    styles = [targets_of(v) for v in variants]
    for n, target in enumerate(train):
        soft = np.mean([_softmax(outputs(t, target.example, device)["role"]) for t in teachers], 0)
        target.soft = soft
        for style in styles:
            if len(style[n].example.pieces) == len(soft):
                style[n].soft = soft
            else:
                style[n].soft = np.mean([_softmax(outputs(t, style[n].example, device)["role"]) for t in teachers], 0)
        if target.relations is None:
            _pseudo(target, teachers[0], device)
    print(f"soft targets after {time.time() - began:.0f}s", flush=True)
    weights = WEIGHTS | {"role": 0.3, "soft": 1.0}
    model = fit(train, a.base, device, epochs=a.student_epochs, seed=100, rate=a.rate, weights=weights, size=a.size,
                styles=styles, note="student")  # fmt: skip
    save(model, a.out / "reader.safetensors")
    result = {"attribution dev": score(model, dev, device), "gum dev": score(model, gum_dev, device)}
    print(json.dumps(result, indent=1), f"{time.time() - began:.0f}s")
    (a.out / "reader.json").write_text(json.dumps(result, indent=1))


def _softmax(logits: NDArray[np.float32]) -> NDArray[np.float32]:
    e = np.exp(logits - logits.max(-1, keepdims=True))
    return np.asarray(e / e.sum(-1, keepdims=True), dtype=np.float32)


def _pseudo(target: Targets, teacher: Reader, device: str) -> None:
    """Relations that a teacher finds in an unlabelled text, to learn the pairing from."""
    out = outputs(teacher, target.example, device)
    found = statements(target.example, out["role"], out["link"], pair_weights(teacher))
    target.relations = data.relations_of(found)
    target.role = np.full(len(target.example.pieces), IGNORED, dtype=np.int64)


if __name__ == "__main__":
    main()
