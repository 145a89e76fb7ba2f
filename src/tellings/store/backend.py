"""What one kind of database does differently from another.

Comes in:   nothing; this is the interface that `sqlite` and `postgres` keep.
Goes out:   `Backend`, and `WordQuery`, what is asked of the index of words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

from sqlalchemy import URL, Connection, Engine

MOST_BESIDE = 60
"""Connections that one open library may have besides the five it keeps: a thread that asks needs one."""


How = Literal["near", "all", "any"]
"""All of the words and near one another, all of them anywhere in the text, or any of them."""


@dataclass(frozen=True, slots=True)
class WordQuery:
    """Words and phrases (several words that stand together) that a text must hold."""

    phrases: tuple[tuple[str, ...], ...]
    how: How = "all"


def indexable(text: str) -> str:
    """The text as every database can take it: halves of characters and null bytes are no part of a word."""
    return text.encode("utf-8", "replace").decode().replace("\0", " ")


class Backend(Protocol):
    """One kind of database."""

    @property
    def name(self) -> Literal["sqlite", "postgresql"]:
        """Which kind it is."""

    def engine(self, url: URL, *, patience: float) -> Engine:
        """Connections that behave alike on every kind."""

    def lock(self, connection: Connection) -> None:
        """Keeps every other writer waiting until this transaction ends."""

    def settle(self, connection: Connection) -> None:
        """Makes what this database can do beyond the tables, in a transaction that writes."""

    def index(self, connection: Connection, article: int, text: str) -> None:
        """Makes the words of the text findable."""

    def unindex(self, connection: Connection, article: int, text: str) -> None:
        """Takes the words out again; `text` is what was put in."""

    def find(
        self,
        connection: Connection,
        query: WordQuery,
        *,
        most: int,
        among: Sequence[int] | None = None,
        ranked: bool = True,
    ) -> list[int]:
        """The articles that hold the words; only `among` these where given.

        The best of the latest come first where they are `ranked`, and the latest otherwise.
        """

    def closest(
        self, connection: Connection, code: bytes, *, most: int, among: Sequence[int] | None
    ) -> list[int] | None:
        """The articles of so many passages whose codes are closest; None where it keeps no index of them."""

    def damage(self, connection: Connection) -> list[str]:
        """What the database finds broken in itself, in words."""

    def copy(self, connection: Connection, target: Path) -> bool:
        """Writes the whole library to a file in the database's own way; False where it has none."""
