"""How often each detector is right.

Comes in:   a conflict as its detector sees it.
Goes out:   its confidence: how often conflicts of that detector that were as sure of themselves were right,
            as measured by `benchmarks/conflicts.py` on annotated stories and on controlled changes
            (confidence.json), drawn, where there were few, to half way between the rate of all detectors and
            what the detector says of itself.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

from tellings.compare.conflicts.found import Found


def calibrated(detector: str, found: Found) -> float:
    """The confidence, 0..1; what is not comparable, or was never measured, keeps its own."""
    if found.nature == "different-scope":
        return found.confidence
    return _rates().get(key_of(detector, found), found.confidence)


def key_of(detector: str, found: Found) -> str:
    """The name under which a rate is kept: detector and how sure it is of itself."""
    return f"{detector} {found.confidence:.2f}"


@cache
def _rates() -> dict[str, float]:
    table = json.loads(files("tellings.compare.conflicts").joinpath("confidence.json").read_text("utf-8"))
    return {key: float(row["confidence"]) for key, row in table["detectors"].items()}
