"""A reading made ready for the library, before any lock is taken.

Comes in:   a reading.
Goes out:   `Prepared`: everything that will be written of it, packed. What takes time happens here, so that
            other programs wait for a few writes and for nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tellings.collect.duplicates import digest_of
from tellings.group.door import days_of
from tellings.group.vectors import Vector, lasting_vector
from tellings.records import Article, Reading
from tellings.store.codes import codes_of
from tellings.store.identity import address_of
from tellings.store.numbers import now
from tellings.store.packing import head_of, packed_reading, packed_text, packed_vectors


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """An article with its address, the digest of its words, its vector and day, and its packed version."""

    article: Article
    address: str | None
    digest: bytes
    vector: Vector
    day: float | None
    codes: bytes
    packed: dict[str, Any]

    def version(self, article: int, number: int) -> dict[str, Any]:
        """The row of this version of an article."""
        return {"article": article, "number": number, "digest": self.digest, "seen": now()} | self.packed


def prepared(reading: Reading) -> Prepared:
    """The reading, ready to go in."""
    article = reading.article
    return Prepared(
        article=article,
        address=address_of(article),
        digest=digest_of(article.text),
        vector=lasting_vector(article),
        day=days_of([article])[0],
        codes=codes_of(reading.vectors),
        packed={
            "head": head_of(article),
            "text": packed_text(article.text),
            "reading": packed_reading(reading),
            "vectors": packed_vectors(reading.vectors),
        },
    )
