"""The pair model's network: the base encoder reads two wordings together.

Comes in:   word pieces of both wordings between their end marks.
Goes out:   scores for entailment, contradiction and neutral, and for telling the same fact.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional as F

from tellings.read.labels import HIDDEN
from training.network import Encoder

OUTPUTS = 4
"""entailment, contradiction, neutral; and, on its own, whether both tell the same fact."""

LENGTH = 128
"""Word pieces of both wordings together, end marks included."""

VOCABULARY = 15500
"""Word pieces kept of the base encoder's 30,522: rarer words are spelled with more pieces."""


class PairNetwork(nn.Module):
    """Cross-encoder over two wordings."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = Encoder(vocabulary=VOCABULARY, dropout=dropout)
        self.dropout = dropout
        self.mix = nn.Linear(2 * HIDDEN, HIDDEN)
        self.out = nn.Linear(HIDDEN, OUTPUTS)

    def forward(self, ids: Tensor, types: Tensor, mask: Tensor) -> Tensor:
        """Scores, float of shape (batch, 4)."""
        h = self.encoder(ids, mask, types)
        weight = mask[:, :, None].to(h.dtype)
        pooled = torch.cat([h[:, 0], (h * weight).sum(1) / weight.sum(1)], dim=1)
        pooled = F.dropout(pooled, self.dropout, self.training)
        scores: Tensor = self.out(F.gelu(self.mix(pooled)))
        return scores


def small_tokenizer(base: Path, texts: Iterable[str], size: int = VOCABULARY) -> tuple[str, list[int]]:
    """The base tokenizer with its `size` most used pieces, as JSON, and which pieces of the base they are."""
    whole = Tokenizer.from_file(str(base / "tokenizer.json"))
    whole.no_padding()
    whole.no_truncation()
    used: Counter[int] = Counter()
    for encoded in whole.encode_batch(list(texts), add_special_tokens=False):
        used.update(encoded.ids)
    table: dict[str, Any] = json.loads((base / "tokenizer.json").read_text("utf-8"))
    vocabulary: dict[str, int] = table["model"]["vocab"]
    special = [vocabulary[name] for name in ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")]
    letters = [
        n for piece, n in vocabulary.items() if len(piece.removeprefix("##")) == 1 and ord(piece[-1]) < 0x250
    ]
    kept = list(dict.fromkeys([*special, *sorted(letters)]))
    held = set(kept)
    kept += [n for n, _ in used.most_common() if n not in held][: size - len(kept)]
    held = set(kept)
    kept += [n for n in range(1000, len(vocabulary)) if n not in held][: size - len(kept)]
    names = {n: piece for piece, n in vocabulary.items()}
    table["model"]["vocab"] = {names[old]: new for new, old in enumerate(kept)}
    table["padding"] = table["truncation"] = None
    for added in table["added_tokens"]:
        added["id"] = kept.index(vocabulary[added["content"]])
    for name, entry in table.get("post_processor", {}).get("special_tokens", {}).items():
        entry["ids"] = [kept.index(vocabulary[name])]
    return json.dumps(table, ensure_ascii=False, separators=(",", ":")), kept


def new_network(base: Path, kept: list[int]) -> PairNetwork:
    """The network with the base encoder's weights, its embeddings cut to `kept`."""
    network = PairNetwork()
    whole = Encoder()
    whole.load(base)
    state = whole.state_dict()
    state["words.weight"] = state["words.weight"][kept]
    network.encoder.load_state_dict(state)
    return network


def load(path: Path) -> PairNetwork:
    """A trained network from its safetensors file."""
    network = PairNetwork()
    network.load_state_dict(load_file(str(path)))
    return network


def encode(tokenizer: Tokenizer, pairs: list[tuple[str, str]]) -> list[tuple[list[int], list[int]]]:
    """Ids and types of each pair, cut to `LENGTH`."""
    return [(e.ids, e.type_ids) for e in tokenizer.encode_batch(pairs)]


def padded(given: list[tuple[list[int], list[int]]]) -> tuple[Tensor, Tensor, Tensor]:
    """Ids, types and mask, each int64 of shape (batch, pieces)."""
    width = max(len(ids) for ids, _ in given)
    table = np.zeros((3, len(given), width), np.int64)
    for row, (ids, types) in enumerate(given):
        table[0, row, : len(ids)] = ids
        table[1, row, : len(ids)] = types
        table[2, row, : len(ids)] = 1
    ids_, types_, mask = torch.from_numpy(table)
    return ids_, types_, mask
