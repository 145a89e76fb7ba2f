"""What a database complains of, in words and with the fix.

Comes in:   an error of SQLite's or PostgreSQL's.
Goes out:   a `LibraryError`; whether trying again may help.
"""

from __future__ import annotations

from sqlalchemy.exc import DBAPIError

from tellings.errors import (
    LibraryBusy,
    LibraryDamaged,
    LibraryError,
    LibraryFull,
    LibraryLost,
    NoSuchLibrary,
)

_KEPT = "What was added before is kept; run the same command again and it does the rest."
_PASSING_STATES = ("40001", "40P01", "57P01", "57P02", "57P03")
"""PostgreSQL: serialization failure, deadlock, server shutting down, crashed, starting."""


def explained(error: DBAPIError, name: str) -> LibraryError:
    """The error in words."""
    said = str(error.orig).strip().partition("\n")[0]
    lower = said.lower()
    state = getattr(error.orig, "sqlstate", None) or ""
    if "is locked" in lower or state == "55P03":
        return LibraryBusy(
            f"Another program keeps the library {name} locked.", fix=f"Wait for it to finish. {_KEPT}"
        )
    if "is full" in lower or "disk i/o error" in lower or state.startswith("53"):
        return LibraryFull(
            f"The library {name} could not be written: {said}.", fix=f"Free some room on its disk. {_KEPT}"
        )
    if "not a database" in lower or "malformed" in lower or state.startswith("XX"):
        return LibraryDamaged(
            f"The library {name} is broken, or is no library: {said}.",
            fix="Put a backup in its place (tellings backup makes them), or name another with --store.",
        )
    if any(words in lower for words in ("unable to open", "readonly", "read-only")) or state in _REFUSALS:
        return NoSuchLibrary(
            f"The library {name} cannot be opened: {said}.",
            fix="Check the address, that its folder or database exists, and that you may write there.",
        )
    if error.connection_invalidated or is_passing(error) or (not state and "connect" in lower):
        return LibraryLost(
            f"The connection to the library {name} is lost: {said}.",
            fix=f"Check that the database runs and can be reached. {_KEPT}",
        )
    return LibraryError(f"The library {name} could not do that: {said}.", fix=_KEPT)


def is_passing(error: DBAPIError) -> bool:
    """Whether the same may succeed in a moment."""
    state = getattr(error.orig, "sqlstate", None) or ""
    return bool(error.connection_invalidated) or state in _PASSING_STATES


_REFUSALS = ("28000", "28P01", "3D000", "42501")
"""PostgreSQL: not allowed in, wrong password, no such database, not permitted."""
