"""Two sentences word by word.

Comes in:   two wordings.
Goes out:   both in pieces: what only the first has (cut), only the second (inserted), what stands in both
            places differently (changed). Capitals and marks are no difference; wordings that share little
            are left in one piece each, for then every word would be marked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from tellings.tell.view import Piece

_LEAST_ALIKE = 0.5
_MOST_WORDS = 200
_TOKEN = re.compile(r"\w[\w'’.,-]*\w|\w")


def word_by_word(one: str, other: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """The pieces of each wording; the words of the pieces, joined, are those given."""
    here, there = list(_TOKEN.finditer(one)), list(_TOKEN.finditer(other))
    if max(len(here), len(there)) > _MOST_WORDS:
        return (Piece(one),), (Piece(other),)
    matcher = SequenceMatcher(None, _keys(here), _keys(there), autojunk=False)
    if matcher.ratio() < _LEAST_ALIKE:
        return (Piece(one),), (Piece(other),)
    cuts: list[tuple[int, int, str]] = []
    adds: list[tuple[int, int, str]] = []
    for kind, first, last, first_there, last_there in matcher.get_opcodes():
        if kind == "equal":
            continue
        changed = kind == "replace"
        if last > first:
            cuts.append((here[first].start(), here[last - 1].end(), "changed" if changed else "cut"))
        if last_there > first_there:
            span = there[first_there].start(), there[last_there - 1].end()
            adds.append((*span, "changed" if changed else "inserted"))
    return _pieces(one, cuts), _pieces(other, adds)


def same_words(one: Sequence[Piece], other: Sequence[Piece]) -> bool:
    """Whether two wordings, in the pieces of `word_by_word`, have the same words in the same order."""
    if any(piece.kind for piece in (*one, *other)):
        return False
    keys = (_keys(list(_TOKEN.finditer("".join(piece.text for piece in side)))) for side in (one, other))
    return next(keys) == next(keys)


def _keys(tokens: Sequence[re.Match[str]]) -> list[str]:
    return [token.group().lower().replace("’", "'") for token in tokens]


def _pieces(words: str, marks: Sequence[tuple[int, int, str]]) -> tuple[Piece, ...]:
    found, reached = [], 0
    for start, end, kind in marks:
        if start > reached:
            found.append(Piece(words[reached:start]))
        found.append(Piece(words[start:end], kind))
        reached = end
    if reached < len(words) or not found:
        found.append(Piece(words[reached:]))
    return tuple(found)
