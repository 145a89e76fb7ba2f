"""Text becomes word pieces with what an uncased vocabulary loses.

Comes in:   a text.
Goes out:   `Pieces`: ids, character offsets, and three cheap features of each piece - the shape of its
            word (capitals, digits), the gap before it (none, space, line break), and whether it stands
            inside quotation marks. Training and running use this same code.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Any

import numpy as np

from tellings.models import model_file

if TYPE_CHECKING:
    from numpy.typing import NDArray

SHAPES = 8
"""lower, Capitalised, CAPITALS, mIxed, digits, with digits, closing mark, other mark."""
GAPS = 3
"""none, space, line break."""
QUOTES = 3
"""outside, within double marks, within single marks."""

_MARK = re.compile(r"""["“”„«»‘’']|\n""")
_OPENERS = {"“": "”", "„": "“”", "«": "»"}
_LONGEST_SINGLE = 600
_LONGEST_WORD = 100
"""Characters of a word that its shape is told from; a longer one is no word to the vocabulary either."""
_HALVES = re.compile(r"[\ud800-\udfff]")
"""Surrogates: halves of characters, which are no text by themselves."""


@dataclass(frozen=True, slots=True, eq=False)
class Pieces:
    """Word pieces of one text; every array has one entry a piece.

    `starts` and `ends` are characters of the text; `first` is true where a word begins.
    """

    ids: NDArray[np.int32]
    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    shape: NDArray[np.uint8]
    gap: NDArray[np.uint8]
    quote: NDArray[np.uint8]
    first: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.ids)


@cache
def _tokenizer() -> Any:
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(model_file("tokenizer.json")))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


@cache
def _continuing() -> NDArray[np.bool_]:
    """For each id of the vocabulary: whether the piece goes on with a word ("##ing")."""
    vocabulary: dict[str, int] = _tokenizer().get_vocab()
    continuing = np.zeros(len(vocabulary), dtype=bool)
    continuing[[number for piece, number in vocabulary.items() if piece.startswith("##")]] = True
    return continuing


def cut(text: str) -> Pieces:
    """The pieces of `text`, in order."""
    encoding = _tokenizer().encode(_HALVES.sub("\N{REPLACEMENT CHARACTER}", text), add_special_tokens=False)
    ids = np.array(encoding.ids, dtype=np.int32)
    flat = np.fromiter(chain.from_iterable(encoding.offsets), np.int32, 2 * len(ids))
    starts, ends = flat[::2], flat[1::2]
    glued = np.zeros(len(starts), dtype=bool)
    glued[1:] = starts[1:] == ends[:-1]
    first = ~(_continuing()[ids] & glued)
    return Pieces(
        ids=ids,
        starts=starts,
        ends=ends,
        shape=_shapes(text, starts, ends, first),
        gap=_gaps(text, starts, ends),
        quote=_quote_levels(text)[starts] if len(starts) else np.zeros(0, dtype=np.uint8),
        first=first,
    )


def _shapes(
    text: str, starts: NDArray[np.int32], ends: NDArray[np.int32], first: NDArray[np.bool_]
) -> NDArray[np.uint8]:
    """The shape of the whole word for each of its pieces."""
    heads = np.flatnonzero(first)
    if not len(heads):
        return np.zeros(len(starts), dtype=np.uint8)
    tails = np.append(heads[1:], len(starts))
    until = np.minimum(ends[tails - 1], starts[heads] + _LONGEST_WORD)
    words = zip(starts[heads].tolist(), until.tolist(), strict=True)
    shapes = np.array([_shape(text[start:end]) for start, end in words], dtype=np.uint8)
    return np.repeat(shapes, tails - heads)


@lru_cache(maxsize=1 << 14)
def _shape(word: str) -> int:
    if not word[:1].isalnum():
        return 6 if word[:1] in ".,!?;:)]”’»" else 7
    if word.isalpha():
        if word.islower():
            return 0
        if word.isupper():
            return 2 if len(word) > 1 else 1
        return 1 if word[0].isupper() and word[1:].islower() else 3
    return 4 if word.isdigit() else 5


def _gaps(text: str, starts: NDArray[np.int32], ends: NDArray[np.int32]) -> NDArray[np.uint8]:
    gaps = np.zeros(len(starts), dtype=np.uint8)
    if not len(starts):
        return gaps
    gaps[0] = 2
    spaced = np.flatnonzero(starts[1:] > ends[:-1]) + 1
    for at in spaced.tolist():
        gaps[at] = 2 if "\n" in text[ends[at - 1] : starts[at]] else 1
    return gaps


def _quote_levels(text: str) -> NDArray[np.uint8]:
    """For each character: 0 outside quotation marks, 1 within double marks, 2 within single marks.

    A double mark left open ends with its paragraph; a single mark counts as a quotation only where it
    opens at the start of a word and closes at the end of one, since most are apostrophes.
    """
    levels = np.zeros(len(text) + 1, dtype=np.uint8)
    opened: int | None = None
    closers = ""
    single: int | None = None
    for match in _MARK.finditer(text):
        at, mark = match.start(), match.group()
        if mark == "\n":
            if opened is not None:
                levels[opened:at] = 1
            opened = single = None
        elif mark in "‘’'":
            single = _single(text, at, mark, single, levels) if opened is None else None
        elif opened is not None:
            if mark in closers:
                levels[opened : at + 1] = 1
                opened = None
        elif mark in _OPENERS or mark == '"':
            opened, closers, single = at, _OPENERS.get(mark, '"'), None
    if opened is not None:
        levels[opened : len(text)] = 1
    return levels


def _single(text: str, at: int, mark: str, single: int | None, levels: NDArray[np.uint8]) -> int | None:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    opens = mark in "‘'" and not before.isalnum() and after.isalnum()
    closes = mark in "’'" and not after.isalnum() and before.strip() != ""
    if closes and single is not None and at - single <= _LONGEST_SINGLE:
        levels[single : at + 1] = 2
        return None
    return at if opens else single
