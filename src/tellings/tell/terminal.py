"""The dossier on a screen.

Comes in:   a `Story`.
Goes out:   text of a screenful or two; everything with `everything=True`. Colours only where the console
            has them.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from tellings.dossier import Story
from tellings.tell.rows import Rows
from tellings.tell.rows_over_time import agreed_figure, moved_figure, position, without
from tellings.tell.told import omissions
from tellings.tell.typeset import Limits
from tellings.tell.view import View, view_of

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

WIDTH = 110
_WIDEST = 140
SCREENFUL = Limits()
EVERYTHING = Limits(**dict.fromkeys(Limits.__dataclass_fields__))


def as_text(story: Story, width: int = WIDTH, *, everything: bool = False) -> str:
    """The report as plain text, `width` columns wide."""
    from rich.console import Console

    out = io.StringIO()
    console = Console(file=out, width=width, color_system=None, force_terminal=False, legacy_windows=False)
    print_story(story, console, everything=everything)
    return "\n".join(line.rstrip() for line in out.getvalue().split("\n")).rstrip("\n") + "\n"


def print_story(story: Story, console: Console, *, everything: bool = False) -> None:
    """The report on a rich console."""
    rows = Rows(EVERYTHING if everything else SCREENFUL, min(console.width, _WIDEST))
    for block in _blocks(view_of(story), rows):
        console.print(block, highlight=False, width=rows.width)


def _blocks(view: View, rows: Rows) -> Iterator[RenderableType]:
    """Heading, articles, then every section that has a line, from top to bottom."""
    from rich.text import Text

    yield rows.heading(view.title, view.counts)
    yield from rows.list(view.accounts, rows.most.accounts, rows.account)
    for title, lines in _sections(view, rows):
        first = next(lines, None)
        if first is not None:
            yield Text()
            yield Text(title, style="bold")
            yield first
            yield from lines


def _sections(view: View, rows: Rows) -> Iterator[tuple[str, Iterator[RenderableType]]]:
    most = rows.most
    yield "In brief", rows.list(view.brief, most.brief, rows.brief)
    yield "What cannot all be true", rows.list(view.disputed, most.contests, rows.contest)
    yield "What changed", _changed(view, rows)
    yield "Not comparable", rows.list(view.incomparable, most.incomparable, rows.incomparable)
    yield "Who said what", rows.list(view.voices, most.voices, rows.voice)
    yield "What all report", rows.list(view.all_report, most.points, rows.point)
    yield "What several report", rows.list(view.several_report, most.points, rows.point)
    yield "Only one reports", rows.list(view.only_one, None, rows.lone)
    yield "Who leaves what out", rows.list(omissions(view.left_out), None, rows.left_out)
    agreed = [figure for figure in view.figures if len(figure.steps) == 1]
    yield "Figures they share", rows.list(agreed, most.agreed, partial(agreed_figure, rows))
    yield "When", rows.days(view.days)
    yield "Names", rows.list(view.names, most.names, rows.names)
    if view.without is not None:
        yield f"Without {view.without.name}", without(rows, view.without)
    yield "Set aside", rows.set_aside(view.set_aside, view.marked_off)


def _changed(view: View, rows: Rows) -> Iterator[RenderableType]:
    """Positions that turned, figures that moved, and what else was told otherwise later."""
    moved = [figure for figure in view.figures if figure.moved]
    yield from rows.list(view.positions, rows.most.changed, partial(position, rows))
    yield from rows.list(moved, rows.most.changed, partial(moved_figure, rows))
    yield from rows.list(view.changed, rows.most.changed, rows.change)
