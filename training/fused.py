"""The reader's network as the processor likes it: the same numbers from fewer and quicker steps.

Comes in:   a trained `Reader`.
Goes out:   `Exported`, for single windows: no mask, for there is no padding; query, key and value from one
            product; layer norms of steps that onnxruntime runs with vector instructions (its own
            LayerNormalization adds number by number).
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from training.network import HEADS, Layer, Reader


class FusedLayer(nn.Module):
    """One layer of the encoder."""

    def __init__(self, layer: Layer) -> None:
        super().__init__()
        hidden = layer.query.in_features
        scale = (hidden // HEADS) ** -0.5
        parts = ((layer.query, scale), (layer.key, 1.0), (layer.value, 1.0))
        self.joint = nn.Linear(hidden, 3 * hidden)
        self.joint.weight.data = torch.cat([part.weight.data * by for part, by in parts])
        self.joint.bias.data = torch.cat([part.bias.data * by for part, by in parts])
        self.out, self.up, self.down = layer.out, layer.up, layer.down
        self.norm1, self.norm2 = layer.norm1, layer.norm2

    def forward(self, x: Tensor, bias: Tensor | None = None) -> Tensor:
        """Hidden states; `bias`, where there is padding, is added to the scores of attention."""
        b, t, h = x.shape
        joint = self.joint(x).view(b, t, 3, HEADS, h // HEADS)
        q, k, v = (joint[:, :, part].transpose(1, 2) for part in range(3))
        scores = q @ k.transpose(2, 3)
        if bias is not None:
            scores = scores + bias
        mixed = (scores.softmax(-1) @ v).transpose(1, 2).reshape(b, t, h)
        x = normed(x + self.out(mixed), self.norm1)
        return normed(x + self.down(F.gelu(self.up(x))), self.norm2)


class Exported(nn.Module):
    """The whole network over one window between its end marks."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader
        self.layers = nn.ModuleList(FusedLayer(layer) for layer in reader.encoder.layers)

    def forward(
        self, ids: Tensor, shape: Tensor, gap: Tensor, quote: Tensor
    ) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Role logits, entity logits, link vectors, vector terms; each (1, pieces, ...)."""
        reader, encoder = self.reader, self.reader.encoder
        at = torch.arange(ids.shape[1], device=ids.device)
        x = encoder.words(ids) + encoder.positions(at)[None] + encoder.types.weight[0]
        x = normed(x + reader.shape(shape) + reader.gap(gap) + reader.quote(quote), encoder.norm)
        for layer in self.layers:
            x = layer(x)
        return reader.role(x), reader.entity(x), reader.link(x), reader.vector(x)


def normed(x: Tensor, norm: nn.LayerNorm) -> Tensor:
    """A layer norm, written so that onnxruntime does not put its own in place."""
    centred = x - x.mean(-1, keepdim=True)
    spread = (centred * centred).sum(-1, keepdim=True) * (1 / x.shape[-1])
    return centred * torch.reciprocal(torch.sqrt(spread + norm.eps)) * norm.weight + norm.bias
