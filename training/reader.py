"""Train the reader: attribution tags, links, entities and sentence vectors in one encoder.

Comes in:   the data folder, the folder of the base encoder (model.safetensors).
Goes out:   OUT/reader.safetensors, and its scores on the parts kept aside, in OUT/reader.json.

A run that was stopped goes on from its last checkpoint in OUT. A GPU is used when there is one.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.torch import load_file, save_file
from torch import Tensor
from torch.nn import functional as F

from tellings.read.labels import HIDDEN, LINK, POINTERS
from tellings.read.model import LENGTH, OVERLAP, windows_of
from tellings.read.spans import tagged_spans
from training import data
from training.data import IGNORED, Example
from training.network import Encoder, Reader
from training.scores import role_f1, span_f1
from training.windows import CLS, SEP, Targets, Window, batch, pointer_batch


def teacher_vectors(
    examples: list[Example], base: Path, device: str, kept: Path
) -> dict[str, NDArray[np.float32]]:
    """By example id, the base encoder's unit vectors of its sentences, each read alone; kept in a file."""
    if kept.exists():
        return dict(np.load(kept))
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
    named = {example.id: made for example, made in zip(examples, out, strict=True)}
    np.savez(kept, **named)
    return named


def link_loss(links: Tensor, mask: Tensor, which: int, pointers: tuple[Tensor, Tensor]) -> Tensor:
    """Cross-entropy of the right pieces, taken together, among all pieces of the window and none."""
    seeking, right = pointers
    role = lambda r: links[..., r * LINK : (r + 1) * LINK]  # noqa: E731
    scores = role(2 * which) @ role(2 * which + 1).transpose(1, 2) / LINK**0.5
    scores = scores.masked_fill(mask[:, None, :] == 0, -1e4)
    none = links[..., which - len(POINTERS), None]
    scores = torch.cat([scores, none], -1)[seeking[:, 0], seeking[:, 1]]
    return (scores.logsumexp(-1) - scores.masked_fill(~right, -1e4).logsumexp(-1)).mean()


WEIGHTS = {"role": 1.0, "entity": 0.4, "pos": 0.1, "link": 0.25, "vector": 2.0}


def losses(model: Reader, windows: list[Window], device: str) -> Tensor:
    """The weighted sum of all losses that the windows have targets for."""
    b = batch(windows, device, capitals=0.05)
    role, entity, links, vectors = model(b["ids"], b["mask"], b["shape"], b["gap"], b["quote"])
    total = role.new_zeros((), dtype=torch.float32)
    if (b["role"] != IGNORED).any():
        total = total + WEIGHTS["role"] * F.cross_entropy(
            role.flatten(0, 1).float(), b["role"].flatten(), ignore_index=IGNORED, label_smoothing=0.05
        )
    if (b["entity"] != IGNORED).any():
        total = total + WEIGHTS["entity"] * F.cross_entropy(
            entity.flatten(0, 1).float(), b["entity"].flatten(), ignore_index=IGNORED
        )
    if (b["pos"] != IGNORED).any():
        pos = model.pos(model.last)
        total = total + WEIGHTS["pos"] * F.cross_entropy(
            pos.flatten(0, 1).float(), b["pos"].flatten(), ignore_index=IGNORED
        )
    for which in range(len(POINTERS)):
        if (pointers := pointer_batch(windows, which, device)) is not None:
            total = total + WEIGHTS["link"] * link_loss(links.float(), b["mask"], which, pointers)
    flat = [(i, s, v) for i, w in enumerate(windows) if w.vectors is not None
            for s, v in zip(w.sentences, w.vectors, strict=True)]  # fmt: skip
    if flat:
        sums = torch.cat(
            [vectors.new_zeros(len(windows), 1, HIDDEN, dtype=torch.float32), vectors.float().cumsum(1)], 1
        )
        i = torch.tensor([f[0] for f in flat], device=device)
        s = torch.tensor([f[1][0] for f in flat], device=device)
        e = torch.tensor([f[1][1] for f in flat], device=device)
        ours = F.normalize((sums[i, e] - sums[i, s]) / (e - s)[:, None], dim=-1)
        theirs = torch.from_numpy(np.stack([f[2] for f in flat])).to(device)
        near = (1 - (ours * theirs).sum(-1)).mean()
        alike = ((ours @ ours.T - theirs @ theirs.T) ** 2).mean()
        total = total + WEIGHTS["vector"] * (near + 2 * alike)
    return total


@torch.no_grad()
def outputs(model: Reader, example: Example, device: str) -> dict[str, NDArray[np.float32]]:
    """Outputs for each piece of a whole text, read in overlapping windows as at run time."""
    n = len(example.pieces)
    targets = Targets(Example(example.id, example.text, pieces=example.pieces))
    windows = [targets.window(start, end) for start, end in windows_of(n)]
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


def score(
    model: Reader, examples: list[Example], vectors: dict[str, NDArray[np.float32]], device: str
) -> dict[str, float]:
    """Token F1 of the roles, entity span F1 and faithfulness of the sentence vectors."""
    roles, entity, cosines = [], [], []
    for example in examples:
        out = outputs(model, example, device)
        if example.versions:
            roles.append((example, tagged_spans(out["role"], example.pieces.first)))
        if example.entities is not None:
            entity.append((example, tagged_spans(out["entity"], example.pieces.first)))
        if example.id in vectors:
            for (a, b), v in zip(example.sentences, vectors[example.id], strict=True):
                a, b = data.piece_span(example.pieces, (a, b))
                if b > a:
                    mean = out["vector"][a:b].mean(0)
                    cosines.append(float(mean @ v / (np.linalg.norm(mean) + 1e-9)))
    result = role_f1(roles) if roles else {}
    if entity:
        result["entity"] = span_f1(entity)
    if cosines:
        result["vector cosine"] = float(np.mean(cosines))
    return result


class Trainer:
    """One run of training that can be stopped and gone on with."""

    def __init__(self, model: Reader, steps: int, rate: float, checkpoint: Path, device: str) -> None:
        self.model, self.steps, self.checkpoint, self.device = model.to(device), steps, checkpoint, device
        model.encoder.words.weight.requires_grad_(False)  # frozen: 20 MB of gradients a step for nothing
        slow = [
            p
            for n, p in model.named_parameters()
            if n.startswith(("encoder.", "vector.")) and p.requires_grad
        ]
        fast = [p for n, p in model.named_parameters() if not n.startswith(("encoder.", "vector."))]
        self.optimizer = torch.optim.AdamW(
            [{"params": slow, "lr": rate}, {"params": fast, "lr": rate * 5}],
            weight_decay=0.01,
            betas=(0.9, 0.98),
        )
        self.schedule = torch.optim.lr_scheduler.LambdaLR(
            self.optimizer, lambda s: min(1.0, (s + 1) / (0.05 * steps)) * max(0.0, (steps - s) / steps)
        )
        self.step = 0
        if checkpoint.exists():
            kept = torch.load(checkpoint, map_location=device, weights_only=True)
            model.load_state_dict(kept["model"])
            self.optimizer.load_state_dict(kept["optimizer"])
            self.schedule.load_state_dict(kept["schedule"])
            self.step = kept["step"]
            print(f"going on from step {self.step}", flush=True)

    def save(self) -> None:
        """Keep everything that a later run needs, or nothing at all."""
        fresh = self.checkpoint.with_suffix(".tmp")
        torch.save(
            {
                "model": self.model.state_dict(),
                "optimizer": self.optimizer.state_dict(),
                "schedule": self.schedule.state_dict(),
                "step": self.step,
            },
            fresh,
        )
        fresh.replace(self.checkpoint)

    def run(self, batches: list[list[Window]]) -> None:
        """Train on these batches until they or the steps are used up."""
        self.model.train()
        began, seen = time.time(), 0.0
        for n, part in enumerate(batches, 1):
            if self.step >= self.steps:
                break
            with torch.autocast(device_type=self.device, dtype=torch.bfloat16, enabled=self.device != "cpu"):
                loss = losses(self.model, part, self.device)
            self.optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
            self.optimizer.step()
            self.schedule.step()
            self.step += 1
            seen += float(loss.detach())
            if self.step % 10 == 0:
                pace = (time.time() - began) / n
                left = pace * (self.steps - self.step) / 60
                print(
                    f"step {self.step} of {self.steps}, loss {seen / n:.3f}, {left:.0f} min left",
                    flush=True,
                )
            if self.step % 100 == 0:
                self.save()
        self.save()


def shuffled(chosen: list[Targets], size: int) -> list[list[Window]]:
    """Batches of windows of about the same length, in random order."""
    windows = [w for target in chosen for w in target.windows(LENGTH, random.randrange(0, LENGTH))]
    windows.sort(key=lambda w: (w.end - w.start) // 48 + random.random())
    batches = [windows[i : i + size] for i in range(0, len(windows), size)]
    random.shuffle(batches)
    return batches


def save(model: Reader, path: Path) -> None:
    """The weights in half precision."""
    save_file({k: v.half().contiguous().cpu() for k, v in model.state_dict().items()}, str(path))


def load(path: Path, device: str) -> Reader:
    """A reader saved by `save`."""
    model = Reader()
    model.load_state_dict({k: v.float() for k, v in load_file(str(path)).items()})
    return model.to(device).eval()


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help="the data folder")
    parser.add_argument(
        "--base", type=Path, required=True, help="folder of the base encoder's model.safetensors"
    )
    parser.add_argument("--out", type=Path, required=True, help="where checkpoints and weights go")
    parser.add_argument("--epochs", type=float, default=3.5)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--size", type=int, default=16, help="windows a step")
    parser.add_argument(
        "--limit", type=int, help="use only so many articles of each kind (to try the script)"
    )
    parser.add_argument("--seed", type=int, default=1)
    a = parser.parse_args()
    device = "cuda" if torch.cuda.is_available() else "cpu"
    random.seed(a.seed)
    torch.manual_seed(a.seed)
    a.out.mkdir(parents=True, exist_ok=True)
    marked = data.attribution(a.data, "train")[: a.limit]
    marked = [example for n, example in enumerate(marked) if n % data.ASIDE]
    dev = data.prepared(data.attribution(a.data, "dev")[: a.limit])
    gum, gum_dev = (data.prepared(data.gum(a.data, part)[: a.limit]) for part in ("train", "dev"))
    for n, example in enumerate(marked):  # PolNeAR's outlets print curly marks; others do not
        if n % 3 == 0:
            marked[n] = data.restyled(example, (n // 3) % len(data.QUOTE_STYLES))
    taught = [*data.prepared(marked), *gum[: len(gum) // 3], *dev[:20]]
    vectors = teacher_vectors(taught, a.base, device, a.out / "teacher.npz")
    model = Reader()
    model.encoder.load(a.base)
    per_epoch = (
        sum(len(e.pieces) // LENGTH + 2 for e in marked) + sum(len(e.pieces) // LENGTH + 2 for e in gum) // 4
    )
    trainer = Trainer(model, int(per_epoch * a.epochs / a.size), a.rate, a.out / "checkpoint.pt", device)
    version = 0
    while trainer.step < trainer.steps:
        chosen = [Targets(e, version) for e in [*marked, *random.sample(gum, len(gum) // 4)]]
        for target in chosen:
            target.vectors = vectors.get(target.example.id)
        trainer.run(shuffled(chosen, a.size))
        version += 1
    save(model.eval(), a.out / "reader.safetensors")
    result = {
        "attribution dev": score(model, dev, vectors, device),
        "gum dev": score(model, gum_dev, {}, device),
    }
    print(json.dumps(result, indent=1))
    (a.out / "reader.json").write_text(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
