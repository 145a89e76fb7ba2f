from __future__ import annotations

import re
from types import SimpleNamespace

import numpy as np
import pytest

from tellings.read.entities import find_entities
from tellings.read.labels import ENTITY_TAGS, ENTITY_TYPES
from tellings.read.pieces import cut

_TAGGED = re.compile(r"\{(\w+) ([^}]*)\}")


def mended(marked: str) -> str:
    """A text whose entities are marked, with the marks that come back when the network tags them so."""
    text = _TAGGED.sub(r"\2", marked)
    pieces = cut(text)
    scores = np.zeros((len(pieces), ENTITY_TAGS), np.float32)
    scores[:, 0] = 1
    gone = 0
    for found in _TAGGED.finditer(marked):
        start = found.start() - gone
        gone += len(found[0]) - len(found[2])
        inside = np.flatnonzero((pieces.starts >= start) & (pieces.ends <= start + len(found[2])))
        tag = 1 + 2 * ENTITY_TYPES.index(found[1])
        scores[inside, tag + 1] = 5
        scores[inside[0], tag : tag + 2] = 9, 2
    for entity in reversed(find_entities(text, pieces, SimpleNamespace(entity=scores))):
        start, end = entity.span
        text = f"{text[:start]}{{{entity.type} {text[start:end]}}}{text[end:]}"
    return text


@pytest.mark.parametrize(
    ("tagged", "expected"),
    [
        ("The {place U}.N. met in {place Torvik}.", "The {place U.N.} met in {place Torvik}."),
        ("The {organisation S}.E{place .C}. fined it.", "The {organisation S.E.C.} fined it."),
        ("{person Lund} left {other -} at last.", "{person Lund} left - at last."),
        ("the {organisation Library of the} port", "the {organisation Library} of the port"),
        ("the {organisation Bank of Merrow}", "the {organisation Bank of Merrow}"),
        ("{nationality Karvian} {organisation Party} rows", "{organisation Karvian Party} rows"),
        (
            "{nationality Karvian} {organisation party} rows",
            "{nationality Karvian} {organisation party} rows",
        ),
        ("{place Torvik} {organisation Harbour Police}", "{organisation Torvik Harbour Police}"),
        ("{place Torvik}, {organisation Dock Police}", "{place Torvik}, {organisation Dock Police}"),
        ("on {date Monday} {person Lund} left", "on {date Monday} {person Lund} left"),
        (
            "{place New Torvik} burned. In {organisation New} {person Torvik} nobody slept.",
            "{place New Torvik} burned. In {place New Torvik} nobody slept.",
        ),
    ],
)
def test_names_are_mended_where_print_shows_what_they_are(tagged: str, expected: str) -> None:
    assert mended(tagged) == expected
