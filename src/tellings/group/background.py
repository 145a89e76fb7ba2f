"""How common each word is in news and other English prose.

Comes in:   nothing; the counts ship with the package (`training/background.py` makes them).
Goes out:   the number of documents counted, and for each stem the number of documents that hold it.

A handful of articles says nothing about which words are rare: in five articles on one fire, "fire" stands in
all and "however" in one. These counts say it for them.
"""

from __future__ import annotations

import gzip
import json
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Background(NamedTuple):
    """Document frequencies: `counts[stem]` of `documents` documents hold it. Rare stems are left out."""

    documents: int
    counts: dict[str, int]


@cache
def background() -> Background:
    """The counts that ship with the package."""
    packed = files("tellings.group").joinpath("background.json.gz").read_bytes()
    content = json.loads(gzip.decompress(packed))
    return Background(documents=content["documents"], counts=content["counts"])
