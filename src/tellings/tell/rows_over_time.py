"""Lines of the terminal report that run through time.

Comes in:   figures and positions of a view, and the `Rows` that know the width and how much to show.
Goes out:   rich renderables.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tellings.tell.places import cut, few
from tellings.tell.rows import Rows
from tellings.tell.typeset import dim, hanging, indented
from tellings.tell.view import FigureStepView, FigureView, PositionStepView, PositionView, Without

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

_DATE = 10
_MANY = 3


def moved_figure(rows: Rows, figure: FigureView) -> RenderableType:
    """What is counted, then its values in order of time: who gave each first, who came after, who is late."""
    from rich.console import Group
    from rich.text import Text

    steps = figure.steps[: None if rows.most.sides is None else rows.most.sides + 2]
    lines = [hanging(dim(step.when or "undated"), _figure_step(rows, step), _DATE, 4) for step in steps]
    return Group(indented(Text(figure.about, style="bold")), *lines)


def agreed_figure(rows: Rows, figure: FigureView) -> RenderableType:
    """A figure that several give alike, and a sentence that says what it is of."""
    text = _figure_step(rows, figure.steps[0])
    if figure.around is not None:
        text.append(f"\n{rows.around_value(figure.steps[0].value, figure.around.text)}", style="not bold dim")
    return hanging(dim("="), text, 1)


def position(rows: Rows, line: PositionView) -> RenderableType:
    """The holder, then each position with its day and who reports it; a reversal is marked."""
    from rich.console import Group
    from rich.text import Text

    steps = [
        hanging(dim(step.when or "undated"), _position_step(rows, step), _DATE, 4) for step in line.steps
    ]
    return Group(indented(Text(line.holder, style="bold")), *steps)


def without(rows: Rows, view: Without) -> Iterator[RenderableType]:
    """Who rests on the origin, then what falls, what one origin is left for, what holds without it."""
    from rich.text import Text

    if view.alone:
        yield indented(Text(f"rest on it and nothing else: {' '.join(view.alone)}"))
    if view.partly:
        yield indented(Text(f"rest on others too: {' '.join(view.partly)}"))
    for heading, points in (
        ("fall", view.falls),
        ("rest on one origin only", view.single),
        ("hold", view.holds),
    ):
        yield indented(Text(f"{len(points)} {heading}", style="bold"))
        for line in rows.list(points, rows.most.points, rows.point):
            yield indented(line)
    for contest in view.settled:
        values = " ✕ ".join(rows.fitted(side.value, 0.4) for side in contest.sides)
        yield indented(dim(f"no longer told with two sides: {values}"))


def _figure_step(rows: Rows, step: FigureStepView) -> Text:
    from rich.text import Text

    text = Text(rows.fitted(step.value), style="bold")
    if step.speaker and step.speaker.lower() not in step.value.lower():
        text.append(f" ({cut(step.speaker, 40)})", style="not bold")
    first, *others = step.letters
    text.append(" · first " if others else " · only ", style="not bold dim")
    text.append(first, style="not bold cyan")
    if others:
        text.append(", then ", style="not bold dim")
        text.append(few(others, None if rows.most.rows is None else _MANY), style="not bold cyan")
    text.append(" ").append_text(rows.cites(step.places))
    if step.late:
        text.append(f" · {few(step.late)} after a newer one was out", style="not bold yellow")
    return text


def _position_step(rows: Rows, step: PositionStepView) -> Text:
    from rich.text import Text

    text = Text(rows.fitted(step.words.text, 1.4))
    if step.reporters:
        shown = ", ".join(cut(name, 40) for name in step.reporters[:2])
        text.append(f" (told by {shown}{' …' if len(step.reporters) > 2 else ''})", style="dim")
    text.append(" ").append_text(rows.cites(step.places))
    if step.reverses:
        text.append(" ← reversal", style="yellow")
    return text
