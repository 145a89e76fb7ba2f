"""The trained pair model as the program runs it: int8 ONNX.

Comes in:   pairs.safetensors and pairs-tokenizer.json of `training.entailment`.
Goes out:   OUT/pairs.onnx, OUT/pairs-tokenizer.json.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional as F

from training.entailment_network import LENGTH, PairNetwork, load
from training.export import OPSET
from training.fused import FusedLayer, normed

WORDS = 13_000
"""Word pieces that ship. The rarest 2,500 of the training's are left out, so that all weights of the
package together stay under 40 MB; words that need them are spelled with others."""


def shorten(network: PairNetwork, tokenizer: Path) -> str:
    """Drop rare pieces and places past `LENGTH`; the tokenizer that goes with the network, as JSON."""
    encoder = network.encoder
    encoder.words.weight.data = encoder.words.weight.data[:WORDS]
    encoder.positions.weight.data = encoder.positions.weight.data[:LENGTH]
    table = json.loads(tokenizer.read_text("utf-8"))
    vocabulary = table["model"]["vocab"]
    table["model"]["vocab"] = {piece: n for piece, n in vocabulary.items() if n < WORDS}
    return json.dumps(table, ensure_ascii=False, separators=(",", ":"))


class ExportedPairs(nn.Module):
    """The network over a batch of padded pairs."""

    def __init__(self, network: PairNetwork) -> None:
        super().__init__()
        self.network = network
        self.layers = nn.ModuleList(FusedLayer(layer) for layer in network.encoder.layers)

    def forward(self, ids: Tensor, types: Tensor, mask: Tensor) -> Tensor:
        """Scores, float of shape (batch, 4)."""
        network, encoder = self.network, self.network.encoder
        weight = mask.to(torch.float32)
        at = torch.arange(ids.shape[1], device=ids.device)
        x = normed(encoder.words(ids) + encoder.positions(at)[None] + encoder.types(types), encoder.norm)
        bias = (1.0 - weight[:, None, None, :]) * -10000.0
        for layer in self.layers:
            x = layer(x, bias)
        mean = (x * weight[:, :, None]).sum(1) / weight.sum(1, keepdim=True)
        pooled = torch.cat([x[:, :1], mean[:, None]], dim=2)
        scores: Tensor = network.out(F.gelu(network.mix(pooled)))[:, 0]
        return scores


def export(network: PairNetwork, path: Path) -> None:
    """Write the network in single precision, for any number of pairs of any length."""
    names = ["ids", "types", "mask"]
    inputs = tuple(torch.ones(4, 16, dtype=torch.int64) for _ in names)
    batch, pieces = torch.export.Dim("batch", min=1, max=4096), torch.export.Dim("pieces", min=3, max=LENGTH)
    torch.onnx.export(
        ExportedPairs(network).eval(),
        inputs,
        str(path),
        input_names=names,
        output_names=["scores"],
        dynamic_shapes=[{0: batch, 1: pieces}] * len(names),
        opset_version=OPSET,
        dynamo=True,
        external_data=False,
    )


def without_notes(path: Path) -> None:
    """Leave out the exporter's notes on where each step came from; they take half a megabyte."""
    model = onnx.load(path)
    for node in model.graph.node:
        del node.metadata_props[:]
        node.doc_string = ""
    for value in (*model.graph.value_info, *model.graph.input, *model.graph.output):
        del value.metadata_props[:]
    onnx.save(model, path)


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--weights", type=Path, required=True, help="pairs.safetensors")
    parser.add_argument("--out", type=Path, required=True, help="src/tellings/models")
    a = parser.parse_args()
    a.out.mkdir(parents=True, exist_ok=True)
    whole = a.weights.with_suffix(".fp32.onnx")
    network = load(a.weights)
    tokenizer = shorten(network, a.weights.parent / "pairs-tokenizer.json")
    export(network, whole)
    quantize_dynamic(
        str(whole),
        str(a.out / "pairs.onnx"),
        weight_type=QuantType.QInt8,
        per_channel=True,
        op_types_to_quantize=["MatMul", "Gemm", "Gather"],
    )
    without_notes(a.out / "pairs.onnx")
    onnx.checker.check_model(str(a.out / "pairs.onnx"))
    (a.out / "pairs-tokenizer.json").write_text(tokenizer, "utf-8")
    print(f"{(a.out / 'pairs.onnx').stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
