"""What a visitor asks in the address of a page.

Comes in:   fields of a query.
Goes out:   their values, or a 400 that says how to ask.
"""

from __future__ import annotations

import re
from datetime import date

from fastapi import HTTPException

_SPAN = re.compile(r"(\d{1,9})-(\d{1,9})")
LONGEST = 500
MOST_PAGES = 100_000


def words(given: str) -> str | None:
    """The words of a field; None for none."""
    told = " ".join(given.split())
    if len(told) > LONGEST:
        raise HTTPException(400, f"That is too long to look for: {LONGEST} characters are the most.")
    return told or None


def day(given: str) -> str | None:
    """An ISO date; None for none."""
    if not given.strip():
        return None
    try:
        return date.fromisoformat(given.strip()).isoformat()
    except ValueError as error:
        raise HTTPException(400, f"{given[:40]} is no date. Write it as 2024-03-08.") from error


def page_number(given: str) -> int:
    """Which page of a list, from 1."""
    if not given.strip():
        return 1
    if not (given.isascii() and given.isdecimal() and 1 <= int(given[:9]) <= MOST_PAGES):
        raise HTTPException(400, f"{given[:40]} is no number of a page.")
    return int(given)


def span(given: str) -> tuple[int, int] | None:
    """Characters of an article, as "120-180"; None for none."""
    if not given:
        return None
    found = _SPAN.fullmatch(given)
    if found is None or int(found[1]) >= int(found[2]):
        raise HTTPException(400, f"{given[:40]} is no place of an article. It is written as 120-180.")
    return int(found[1]), int(found[2])
