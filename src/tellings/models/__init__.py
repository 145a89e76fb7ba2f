"""The trained weights that ship (ONNX, int8), each with its card.

Comes in:   the name of a file.
Goes out:   where it lies. `TELLINGS_MODELS` names another folder to look in first, for weights of your own.
"""

from __future__ import annotations

import os
from pathlib import Path

from tellings.errors import ModelMissing


def model_file(name: str) -> Path:
    """The path of a weights file; raises `ModelMissing` when it is not there."""
    folders = [Path(__file__).parent]
    if own := os.environ.get("TELLINGS_MODELS"):
        folders.insert(0, Path(own))
    for folder in folders:
        if (path := folder / name).is_file():
            return path
    raise ModelMissing(
        f"The model file {name} is missing from {folders[0]}.",
        fix="Install tellings again (the weights come inside the package), or make them by training/.",
    )
