"""Records as the bytes that a library keeps, and back.

Comes in:   texts, readings, sentence vectors, vectors of words.
Goes out:   compressed bytes; the same records from them. Sentence vectors come back within 1/62 of the
            largest part of each row (the cosine of two of them within .01), everything else exactly.
"""

from __future__ import annotations

import json
import struct
import zlib
from array import array
from collections.abc import Sequence
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any

import numpy as np

from tellings.group.vectors import Vector
from tellings.records import Article, Attribution, Date, Entity, Quantity, Reading, Sentence, Span

if TYPE_CHECKING:
    from numpy.typing import NDArray

_LEVEL = 9
_STEPS = 31.0
_WIDTH = 384
_HEAD = frozenset(field.name for field in fields(Article)) - {"id", "text"}


def packed_text(text: str) -> bytes:
    """The text, compressed."""
    return zlib.compress(text.encode("utf-8", "surrogatepass"), _LEVEL)


def unpacked_text(packed: bytes) -> str:
    """The text."""
    return zlib.decompress(packed).decode("utf-8", "surrogatepass")


def head_of(article: Article) -> str:
    """What is known of an article besides its text, as JSON."""
    head = {name: value for name, value in asdict(article).items() if name in _HEAD}
    return json.dumps(head, ensure_ascii=True)


def article_from(number: int, head: str, text: str) -> Article:
    """The article, with the id that it has in the library."""
    known: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in json.loads(head).items()
        if name in _HEAD
    }
    return Article(id=f"a{number}", text=text, **known)


# ---------------------------------------------------------------- readings


def packed_reading(reading: Reading) -> bytes:
    """Everything of a reading but its article and its vectors; the sentences can be had by themselves."""
    sentences = zlib.compress(
        json.dumps([[*s.span, s.paragraph] for s in reading.sentences]).encode(), _LEVEL
    )
    rows = {
        "entities": [[*e.span, e.type] for e in reading.entities],
        "dates": [[*d.span, d.value, d.rests_on, d.misfit] for d in reading.dates],
        "quantities": [
            [*q.span, q.low, q.high, q.unit, q.counted, q.approximate] for q in reading.quantities
        ],
        "attributions": [[a.source, a.cue, a.content, a.form] for a in reading.attributions],
    }
    rest = zlib.compress(json.dumps(rows, separators=(",", ":")).encode(), _LEVEL)
    return len(sentences).to_bytes(4, "little") + sentences + rest


def unpacked_reading(article: Article, packed: bytes, vectors: bytes) -> Reading:
    """The reading of this article."""
    rows = json.loads(zlib.decompress(packed[4 + int.from_bytes(packed[:4], "little") :]))
    return Reading(
        article=article,
        sentences=unpacked_sentences(packed),
        entities=tuple(Entity(span=Span(s, e), type=type) for s, e, type in rows["entities"]),
        dates=tuple(
            Date(span=Span(s, e), value=value, rests_on=Span(*on) if on else None, misfit=misfit)
            for s, e, value, on, misfit in rows["dates"]
        ),
        quantities=tuple(
            Quantity(span=Span(s, e), low=low, high=high, unit=unit, counted=counted, approximate=about)
            for s, e, low, high, unit, counted, about in rows["quantities"]
        ),
        attributions=tuple(
            Attribution(source=_spans(source), cue=_spans(cue), content=_spans(content), form=form)
            for source, cue, content, form in rows["attributions"]
        ),
        vectors=unpacked_vectors(vectors),
    )


def unpacked_sentences(packed: bytes) -> tuple[Sentence, ...]:
    """Only the sentences of a reading."""
    rows = _sentence_rows(packed)
    return tuple(Sentence(span=Span(start, end), paragraph=paragraph) for start, end, paragraph in rows)


def unpacked_places(packed: bytes) -> list[tuple[int, int]]:
    """Only where the sentences of a reading begin and end."""
    return [(start, end) for start, end, _ in _sentence_rows(packed)]


def _sentence_rows(packed: bytes) -> list[tuple[int, int, int]]:
    rows: list[tuple[int, int, int]] = json.loads(
        zlib.decompress(packed[4 : 4 + int.from_bytes(packed[:4], "little")])
    )
    return rows


def _spans(rows: Sequence[Sequence[int]]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in rows)


# ---------------------------------------------------------------- vectors


def packed_vectors(vectors: NDArray[np.float32]) -> bytes:
    """Rows in whole steps of their largest part: how many rows, a float32 for the step of each, then how many
    steps each part is, in Huffman's code."""
    if not len(vectors):
        return b""
    steps = np.maximum(np.abs(vectors).max(axis=1), 1e-9) / _STEPS
    parts = np.rint(vectors / steps[:, None]).astype(np.int8)
    coder = zlib.compressobj(9, zlib.DEFLATED, 15, 9, zlib.Z_HUFFMAN_ONLY)
    coded = coder.compress(parts.tobytes()) + coder.flush()
    return b"".join((struct.pack("<I", len(vectors)), steps.astype("<f4").tobytes(), coded))


def unpacked_vectors(packed: bytes) -> NDArray[np.float32]:
    """float32 of shape (rows, 384)."""
    if not packed:
        return np.zeros((0, _WIDTH), np.float32)
    (rows,) = struct.unpack_from("<I", packed)
    steps = np.frombuffer(packed, "<f4", rows, 4)
    parts = np.frombuffer(zlib.decompress(packed[4 * (rows + 1) :]), np.int8).reshape(rows, _WIDTH)
    return np.asarray(parts * steps[:, None], dtype=np.float32)


_WORD = np.dtype([("word", "<u4"), ("weight", "<f2")])


def packed_words(vector: Vector) -> bytes:
    """A vector of words: six bytes a word, heaviest first."""
    rows = np.empty(len(vector.words), _WORD)
    rows["word"], rows["weight"] = vector.words, vector.weights
    return rows.tobytes()


def unpacked_words(packed: bytes) -> Vector:
    """The vector of words."""
    rows = np.frombuffer(packed, _WORD)
    words, weights = array("l"), array("f")
    words.frombytes(rows["word"].astype(np.dtype("l")).tobytes())
    weights.frombytes(rows["weight"].astype(np.float32).tobytes())
    return Vector(words, weights)
