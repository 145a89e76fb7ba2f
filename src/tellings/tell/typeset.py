"""How much of a report is shown, and how its lines are indented.

Comes in:   texts.
Goes out:   rich renderables.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text


@dataclass(frozen=True, slots=True)
class Limits:
    """How many lines of each kind are shown, and how many rows the words of one may fill; None is all."""

    accounts: int | None = 12
    basis: int | None = 3
    brief: int | None = 7
    contests: int | None = 3
    changed: int | None = 3
    sides: int | None = 4
    incomparable: int | None = 2
    voices: int | None = 4
    sayings: int | None = 1
    departures: int | None = 2
    steps: int | None = 3
    points: int | None = 4
    lone: int | None = 1
    left_out: int | None = 1
    names: int | None = 3
    variants: int | None = 5
    days: int | None = 5
    on_a_day: int | None = 2
    agreed: int | None = 3
    set_aside: int | None = 6
    cites: int | None = 5
    rows: int | None = 1


def unquoted(words: str) -> str:
    """Words without the quotation marks around them."""
    return words.removeprefix("“").removeprefix('"').removesuffix("”").removesuffix('"')


def indented(text: RenderableType, by: int = 2) -> RenderableType:
    """Moved to the right."""
    from rich.padding import Padding

    return Padding(text, (0, 0, 0, by))


def hanging(lead: Text, text: RenderableType, lead_width: int, indent: int = 2) -> RenderableType:
    """A mark, and text that keeps to the right of it."""
    from rich.table import Table

    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(width=lead_width, no_wrap=True)
    grid.add_column()
    grid.add_row(lead, text)
    return indented(grid, indent)


def columns(lead: Text, lead_width: int, name: Text, name_width: int, text: Text) -> RenderableType:
    """A mark, a name and text side by side."""
    from rich.table import Table

    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(width=lead_width)
    grid.add_column(width=name_width)
    grid.add_column()
    grid.add_row(lead, name, text)
    return indented(grid)


def letter(name: str) -> Text:
    """The letter of an article."""
    from rich.text import Text

    return Text(name, style="bold cyan")


def cross() -> Text:
    """What stands between two sides."""
    from rich.text import Text

    return Text("✕", style="bold red")


def dim(words: str) -> Text:
    """Words of less weight."""
    from rich.text import Text

    return Text(words, style="dim")
