"""Which stories printed a word lately.

Comes in:   a connection that writes, and an article's vector of words.
Goes out:   for each of its heaviest words, the stories that took an article with it lately; the words noted
            for the story that takes this one. A word remembers so many stories and no more, so that a look-up
            costs the same among a hundred stories and among a hundred thousand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from sqlalchemy import Connection, bindparam, select, text

from tellings.group.vectors import Vector
from tellings.store import schema

if TYPE_CHECKING:
    from numpy.typing import NDArray

_ASKED = 24
_NOTED = 32
_REMEMBERED = 64
_ENTRY = np.dtype([("story", "<i4"), ("weight", "<f2")])
_WORDS = schema.words.c
_PRINTED = select(_WORDS.word, _WORDS.stories).where(_WORDS.word.in_(bindparam("words", expanding=True)))
_NOTE = text(
    "INSERT INTO words (word, stories) VALUES (:word, :stories) "
    "ON CONFLICT (word) DO UPDATE SET stories = excluded.stories"
)


class Wordbook:
    """The heaviest words of one article, with the stories that printed them."""

    def __init__(self, connection: Connection, vector: Vector) -> None:
        self._connection = connection
        self._vector = vector
        words = list(vector.words[:_NOTED])
        found = connection.execute(_PRINTED, {"words": words}).all() if words else []
        self._entries = {int(word): np.frombuffer(packed, _ENTRY) for word, packed in found}

    def told_by(self) -> dict[int, tuple[NDArray[np.int32], NDArray[np.float16]]]:
        """For each of the very heaviest words, the stories that printed it and its weight in each."""
        return {
            word: (self._entries[word]["story"], self._entries[word]["weight"])
            for word in self._vector.words[:_ASKED]
            if word in self._entries
        }

    def note(self, story: int) -> None:
        """Remembers that the story has just taken an article with these words."""
        rows = [
            {"word": word, "stories": self._with(word, story, weight)}
            for word, weight in zip(self._vector.words[:_NOTED], self._vector.weights, strict=False)
        ]
        if rows:
            self._connection.execute(_NOTE, rows)

    def _with(self, word: int, story: int, weight: float) -> bytes:
        entry = np.array([(story, weight)], _ENTRY).tobytes()
        if word not in self._entries:
            return entry
        entries = self._entries[word]
        others = entries[entries["story"] != story]
        return bytes(others[1 - _REMEMBERED :].tobytes() + entry)
