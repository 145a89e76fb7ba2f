"""What an expression of time prints, before anybody asks which day it means.

Comes in:   nothing; this is a definition.
Goes out:   `Expression`, and the pieces that the patterns of `printed` and `relative` share.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from tellings.languages.en.numbers import SMALL_NUMBERS
from tellings.records import Span

Kind = Literal[
    "day", "numeric", "month", "year", "decade", "weekday", "near", "period", "ago", "around", "since", "step"
]
Order = Literal["", "day first", "month first"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """An expression of time.

    `which` is "last", "this", "next", "past", "coming", "previous", "following", "that" or ""; `unit` is
    "day", "week", "weekend", "month", "year", a season or ""; `count` is how many of that unit, negative
    where they lie back; for "around" it counts days, whatever the unit.
    A "numeric" date may as well be read with month and day exchanged; `order` is that of a date in figures
    which can be read in one way only. `holiday` names a day that moves from year to year. `lasts` where the
    words say how long something has gone on: a quantity as well as a date.
    """

    kind: Kind
    span: Span
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    which: str = ""
    unit: str = ""
    count: int = 0
    order: Order = ""
    holiday: str = ""
    lasts: bool = False

    @property
    def is_bare_weekday(self) -> bool:
        """Whether it prints a weekday and no more: "on Monday", not "last Monday"."""
        return self.kind == "weekday" and self.weekday is not None and not self.which and not self.unit


Form = tuple[re.Pattern[str], Callable[[str, "re.Match[str]"], Expression | None]]
"""A pattern, and what makes an expression of a hit in a text (None where the hit means something else)."""

GAP = r"\s{1,3}"
BEGIN = r"(?<![\w$£€./:@#-])"


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of these words, longest first."""
    return "|".join(re.escape(word).replace(r"\ ", GAP) for word in sorted(words, key=lambda w: (-len(w), w)))


NUMBER = rf"(?P<count>\d{{1,3}}|an?|(?:twenty|thirty|forty)-\w{{3,5}}|{any_of(SMALL_NUMBERS)})"


def number_of(printed: str) -> int | None:
    """The value of a word or figure that `NUMBER` has found, None where it is no number ("forty-winks")."""
    if printed.isdecimal():
        return int(printed)
    if printed.lower() in ("a", "an"):
        return 1
    values = [SMALL_NUMBERS.get(word) for word in printed.lower().split("-")]
    return sum(value or 0 for value in values) if None not in values else None


def exists(year: int, month: int, day: int) -> bool:
    """Whether the calendar has this day."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
