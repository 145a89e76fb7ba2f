"""The trained reader as the program runs it: int8 ONNX.

Comes in:   reader.safetensors of `training.reader`.
Goes out:   OUT/reader.onnx, OUT/tokenizer.json.
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from training.fused import Exported
from training.network import Reader
from training.reader import load

OPSET = 20
"""The first in which Gelu is one step."""


def export(model: Reader, path: Path) -> None:
    """Write the network in single precision, for one window of any length."""
    names = ["ids", "shape", "gap", "quote"]
    inputs = tuple(torch.ones(1, 16, dtype=torch.int64) for _ in names)
    pieces = torch.export.Dim("pieces", min=2, max=512)
    torch.onnx.export(
        Exported(model).eval(),
        inputs,
        str(path),
        input_names=names,
        output_names=["role", "entity", "link", "vector"],
        dynamic_shapes=[{1: pieces}] * len(names),
        opset_version=OPSET,
        dynamo=True,
        external_data=False,
    )


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--weights", type=Path, required=True, help="reader.safetensors")
    parser.add_argument(
        "--base", type=Path, required=True, help="folder of the base encoder's tokenizer.json"
    )
    parser.add_argument("--out", type=Path, required=True, help="src/tellings/models")
    a = parser.parse_args()
    a.out.mkdir(parents=True, exist_ok=True)
    model = load(a.weights, "cpu")
    whole = a.weights.with_suffix(".fp32.onnx")
    export(model, whole)
    quantize_dynamic(
        str(whole),
        str(a.out / "reader.onnx"),
        weight_type=QuantType.QInt8,
        per_channel=True,
        op_types_to_quantize=["MatMul", "Gemm", "Gather"],
    )
    onnx.checker.check_model(str(a.out / "reader.onnx"))
    shutil.copy(a.base / "tokenizer.json", a.out / "tokenizer.json")
    print(f"{(a.out / 'reader.onnx').stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
