"""Time from left to right.

Comes in:   ISO dates.
Goes out:   an `Axis` on which each has its place in per cent. Long silences are drawn short and shown as
            broken, so that a hearing years before does not press a week of reports into one spot.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tellings.tell.dates import in_days, short

_LEFT, _RIGHT = 6.0, 94.0
_END = 12.0
_BREAK_AFTER = 21.0
_ROOM, _ROOM_NARROW = 9.0, 22.0
"""Per cent of the width between two labels, on a wide screen and on a phone."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A date on the axis; `wide` where there is room for its label only on a wide screen.

    `anchor` says from where the label is set: "start" and "end" at the ends of the axis, else "middle".
    """

    x: float
    label: str
    iso: str
    wide: bool
    anchor: str


@dataclass(frozen=True, slots=True)
class Axis:
    """`places` are (days, per cent) in order; `breaks` are where time is drawn short."""

    places: tuple[tuple[float, float], ...]
    ticks: tuple[Tick, ...]
    breaks: tuple[float, ...]

    def x(self, iso: str) -> float | None:
        """Where a date stands, in per cent; None for what is no date or not on the axis."""
        days = in_days(iso)
        return None if days is None else dict(self.places).get(days)


def axis_of(dates: Iterable[str], room: float = _ROOM) -> Axis:
    """The axis of these dates; an empty one where none is a date. A label takes `room` per cent."""
    known = {days: iso for iso in sorted(dates) if (days := in_days(iso)) is not None}
    order = sorted(known)
    widths = [_width(later - earlier) for earlier, later in pairwise(order)]
    scale = (_RIGHT - _LEFT) / sum(widths) if widths else 0.0
    start = _LEFT if widths else 50.0
    places = tuple(
        (days, round(start + scale * sum(widths[:number]), 2)) for number, days in enumerate(order)
    )
    breaks = tuple(
        round((x + next_x) / 2, 2)
        for (days, x), (next_days, next_x) in pairwise(places)
        if next_days - days > _BREAK_AFTER
    )
    return Axis(places, tuple(_ticks(places, known, room)), breaks)


def _width(gap: float) -> float:
    """Hours as they are, days as they are to a week, then ever shorter."""
    return max(0.3, gap) if gap <= 7 else 7 + 2 * math.log2(gap / 7)


def _ticks(places: Sequence[tuple[float, float]], known: dict[float, str], room: float) -> Iterable[Tick]:
    """A label a day where there is room; the first of each year says its year."""
    free_wide = free_narrow = 0.0
    last_day, last_year = "", ""
    for days, x in places:
        iso = known[days][:10]
        anchor = "start" if x < _END else "end" if x > 100 - _END else "middle"
        before = 0.5 if anchor == "end" and last_day else 0.0
        if iso == last_day or x < free_wide + before * room:
            continue
        fits = x >= free_narrow + before * max(room, _ROOM_NARROW)
        yield Tick(x, short(iso, year_too=iso[:4] != last_year), iso, not fits, anchor)
        last_day, last_year = iso, iso[:4]
        taken = 1.5 if anchor == "start" else 1.0
        free_wide = x + taken * room
        free_narrow = x + taken * max(room, _ROOM_NARROW) if fits else free_narrow
