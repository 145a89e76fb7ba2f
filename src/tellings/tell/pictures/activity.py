"""How many reports a day.

Comes in:   ISO dates of publication.
Goes out:   an `Activity`: one bar a day from the first to the last, or a week or a month where the days are
            many; and the same in words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from tellings.tell.dates import in_days, long

_MOST_BARS = 40


@dataclass(frozen=True, slots=True)
class Bar:
    """`x` and `width` in per cent of the width, `height` in per cent of the tallest bar."""

    x: float
    width: float
    height: float
    count: int


@dataclass(frozen=True, slots=True)
class Activity:
    """The bars that are not empty, from left to right; `when` is the time they cover, `says` all in words."""

    bars: tuple[Bar, ...]
    when: str
    says: str


def activity(dates: Iterable[str | None]) -> Activity | None:
    """The activity of these dates; None where none of them is a date."""
    dates = list(dates)
    known = sorted((int(days), iso) for iso in dates if iso and (days := in_days(iso)) is not None)
    if not known:
        return None
    first, last = known[0][0], known[-1][0]
    each = -(-(last - first + 1) // _MOST_BARS)
    bars = max((last - first) // each + 1, 7)
    counts = Counter((days - first) // each for days, _ in known)
    width = 100 / bars
    drawn = (
        Bar(round(n * width, 2), round(width * 0.78, 2), round(100 * count / max(counts.values()), 1), count)
        for n, count in sorted(counts.items())
    )
    reports = f"{len(known)} report{'' if len(known) == 1 else 's'}"
    undated = f", {len(dates) - len(known)} undated" if len(known) < len(dates) else ""
    when = _when(known[0][1][:10], known[-1][1][:10]) + undated
    return Activity(tuple(drawn), when, f"{reports}, {when}{_busiest(known)}")


def _when(first: str, last: str) -> str:
    """ "8 to 15 March 2024": what both ends share is said once."""
    if first == last:
        return long(first)
    shared = next((size for size in (7, 4) if first[:size] == last[:size]), 0)
    start = long(first).rsplit(" ", {7: 2, 4: 1, 0: 0}[shared])[0] if shared else long(first)
    return f"{start} to {long(last)}"


def _busiest(known: list[tuple[int, str]]) -> str:
    per_day = Counter(iso[:10] for _, iso in known)
    day, most = max(per_day.items(), key=lambda item: item[1])
    return f", most on {long(day)} ({most})" if 1 < most < len(known) else ""
