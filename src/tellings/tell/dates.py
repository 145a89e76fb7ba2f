"""Dates as a reader says them.

Comes in:   ISO dates of the dossier, as precise as they are: a decade ("197"), a year, month, day, time.
Goes out:   "the 1970s", "2017", "January 2024", "8 March 2024", "8 March 2024, 13:32"; short forms too.
"""

from __future__ import annotations

import re
from calendar import month_abbr, month_name

_ISO = re.compile(r"(\d{3,4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d):(\d\d).*)?)?)?")
_DECADE = 3
_DAYS_BEFORE_MONTH = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)


def long(iso: str) -> str:
    """The date in full; what is no ISO date is given back as it is."""
    parts = _parts(iso)
    if parts is None:
        return iso
    year, month, day, clock = parts
    if len(year) == _DECADE:
        return f"the {year}0s"
    named = " ".join(part for part in (str(day or ""), month_name[month] if month else "", year) if part)
    return f"{named}, {clock}" if clock and clock != "00:00" else named


def short(iso: str, *, year_too: bool = False) -> str:
    """The date as an axis has room for it: "8 Mar", "Jan 2024", "2017"."""
    parts = _parts(iso)
    if parts is None:
        return iso
    year, month, day, _ = parts
    if len(year) == _DECADE:
        return f"{year}0s"
    if not month:
        return year
    if not day:
        return f"{month_abbr[month]} {year}"
    return f"{day} {month_abbr[month]}" + (f" {year}" if year_too else "")


def in_days(iso: str) -> float | None:
    """Days since the year 0, near enough to set dates in order on an axis; None for what is no date."""
    parts = _parts(iso)
    if parts is None:
        return None
    year, month, day, clock = parts
    whole = int(year.ljust(4, "0")) * 365.25 + _DAYS_BEFORE_MONTH[(month or 1) - 1] + (day or 1) - 1
    if clock:
        hours, _, minutes = clock.partition(":")
        whole += int(hours) / 24 + int(minutes) / 1440
    return whole


def _parts(iso: str) -> tuple[str, int, int, str] | None:
    match = _ISO.fullmatch(iso.strip())
    if match is None:
        return None
    year, month, day, hours, minutes = match.groups()
    if month and not 1 <= int(month) <= 12:
        return None
    return year, int(month or 0), int(day or 0), f"{hours}:{minutes}" if hours else ""
