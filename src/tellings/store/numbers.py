"""Names of articles and stories: "a12" and "s3".

Comes in:   a name as people give it, or a row's number.
Goes out:   the other of the two.
"""

from __future__ import annotations

from datetime import UTC, date, datetime

from tellings.errors import NotInLibrary

_FIXES = {
    "a": "tellings search finds articles, and tellings export lists them.",
    "s": "tellings stories lists them.",
}
_WHAT = {"a": "article", "s": "story"}


def named(kind: str, number: int) -> str:
    """ "a12" for article 12."""
    return f"{kind}{number}"


def number_of(kind: str, name: str) -> int:
    """The number of "a12" (or of "12"). Raises `NotInLibrary` where it is no such name."""
    digits = name.strip().lower().removeprefix(kind)
    if digits.isascii() and digits.isdigit() and len(digits) < 10:
        return int(digits)
    raise missing(kind, name)


def missing(kind: str, name: str) -> NotInLibrary:
    """The error for a name that the library does not know."""
    return NotInLibrary(f"There is no {_WHAT[kind]} {name} in the library.", fix=_FIXES[kind])


def now() -> str:
    """The time in UTC, to the second."""
    return datetime.now(UTC).replace(tzinfo=None).isoformat(timespec="seconds") + "Z"


def day_name(day: float | None) -> str | None:
    """The ISO date of a day since 1970."""
    if day is None:
        return None
    return datetime.fromtimestamp(day * 86_400.0, UTC).date().isoformat()


def day_of(given: str) -> float:
    """Days since 1970 of an ISO date. Raises `NotInLibrary` for anything else."""
    try:
        return float((date.fromisoformat(given.strip()[:10]) - date(1970, 1, 1)).days)
    except ValueError:
        raise NotInLibrary(f"{given} is no date.", fix="Give it as 2024-03-08.") from None
