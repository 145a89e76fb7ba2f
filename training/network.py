"""The reader's network: a six-layer MiniLM encoder with three heads.

Comes in:   word pieces with their features (see `tellings.read.pieces`).
Goes out:   role tags, entity tags, link vectors and sentence-vector terms for each piece.
"""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

from tellings.read.labels import ENTITY_TAGS, HIDDEN, LINK_WIDTH, ROLE_TAGS
from tellings.read.pieces import GAPS, QUOTES, SHAPES

HEADS = 12
POS_TAGS = 18


class Layer(nn.Module):
    """One BERT layer (post-norm)."""

    def __init__(self, hidden: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(hidden, hidden) for _ in range(3))
        self.out = nn.Linear(hidden, hidden)
        self.norm1 = nn.LayerNorm(hidden, eps=1e-12)
        self.up = nn.Linear(hidden, inner)
        self.down = nn.Linear(inner, hidden)
        self.norm2 = nn.LayerNorm(hidden, eps=1e-12)
        self.dropout = dropout

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        b, t, h = x.shape
        q, k, v = (
            f(x).view(b, t, HEADS, h // HEADS).transpose(1, 2) for f in (self.query, self.key, self.value)
        )
        scores = q @ k.transpose(2, 3) * (h // HEADS) ** -0.5 + bias
        weights = F.dropout(scores.softmax(-1), self.dropout, self.training)
        mixed = (weights @ v).transpose(1, 2).reshape(b, t, h)
        x = self.norm1(x + F.dropout(self.out(mixed), self.dropout, self.training))
        return self.norm2(x + F.dropout(self.down(F.gelu(self.up(x))), self.dropout, self.training))


class Encoder(nn.Module):
    """BERT encoder whose input may carry features beside the pieces."""

    def __init__(self, layers: int = 6, vocabulary: int = 30522, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(vocabulary, HIDDEN)
        self.positions = nn.Embedding(512, HIDDEN)
        self.types = nn.Embedding(2, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer(HIDDEN, 4 * HIDDEN, dropout) for _ in range(layers))
        self.dropout = dropout

    def forward(
        self, ids: Tensor, mask: Tensor, types: Tensor | None = None, extra: Tensor | None = None
    ) -> Tensor:
        """Hidden states, float of shape (batch, pieces, 384); `mask` is 1 on pieces and 0 on padding."""
        at = torch.arange(ids.shape[1], device=ids.device)
        x = self.words(ids) + self.positions(at)[None]
        x = x + (self.types.weight[0] if types is None else self.types(types))
        if extra is not None:
            x = x + extra
        x = F.dropout(self.norm(x), self.dropout, self.training)
        bias = (1.0 - mask[:, None, None, :].to(x.dtype)) * -10000.0
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def load(self, folder: Path) -> None:
        """Take the weights of a BERT checkpoint in `folder`/model.safetensors."""
        given = load_file(str(folder / "model.safetensors"))
        given = {k.removeprefix("bert.").removeprefix("model."): v.float() for k, v in given.items()}
        names = {
            "words.weight": "embeddings.word_embeddings.weight",
            "positions.weight": "embeddings.position_embeddings.weight",
            "types.weight": "embeddings.token_type_embeddings.weight",
            "norm.weight": "embeddings.LayerNorm.weight",
            "norm.bias": "embeddings.LayerNorm.bias",
        }
        parts = {
            "query": "attention.self.query",
            "key": "attention.self.key",
            "value": "attention.self.value",
            "out": "attention.output.dense",
            "norm1": "attention.output.LayerNorm",
            "up": "intermediate.dense",
            "down": "output.dense",
            "norm2": "output.LayerNorm",
        }
        for n in range(len(self.layers)):
            for ours, theirs in parts.items():
                for kind in ("weight", "bias"):
                    names[f"layers.{n}.{ours}.{kind}"] = f"encoder.layer.{n}.{theirs}.{kind}"
        self.load_state_dict({ours: given[theirs] for ours, theirs in names.items()})


class Reader(nn.Module):
    """The multi-task reader."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = Encoder(dropout=dropout)
        self.shape = nn.Embedding(SHAPES, HIDDEN)
        self.gap = nn.Embedding(GAPS, HIDDEN)
        self.quote = nn.Embedding(QUOTES, HIDDEN)
        for feature in (self.shape, self.gap, self.quote):
            nn.init.normal_(feature.weight, std=0.005)
        self.role = nn.Linear(HIDDEN, ROLE_TAGS)
        self.entity = nn.Linear(HIDDEN, ENTITY_TAGS)
        self.pos = nn.Linear(HIDDEN, POS_TAGS)
        self.link = nn.Linear(HIDDEN, LINK_WIDTH)
        self.vector = nn.Linear(HIDDEN, HIDDEN)
        nn.init.eye_(self.vector.weight)
        nn.init.zeros_(self.vector.bias)
        self.dropout = dropout

    def hidden(self, ids: Tensor, mask: Tensor, shape: Tensor, gap: Tensor, quote: Tensor) -> Tensor:
        """Hidden states of a batch of windows."""
        extra = self.shape(shape) + self.gap(gap) + self.quote(quote)
        return self.encoder(ids, mask, extra=extra)

    def forward(
        self, ids: Tensor, mask: Tensor, shape: Tensor, gap: Tensor, quote: Tensor
    ) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Role logits, entity logits, link vectors, vector terms; each (batch, pieces, ...)."""
        h = self.hidden(ids, mask, shape, gap, quote)
        self.last = h
        d = F.dropout(h, self.dropout, self.training)
        return self.role(d), self.entity(d), self.link(d), self.vector(h)
