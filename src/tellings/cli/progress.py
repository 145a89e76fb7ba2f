"""A bar on stderr while the rooms work, where somebody is watching.

Comes in:   (step, done, total) notices.
Goes out:   a bar, gone when the work is done; nothing when stderr is no terminal.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_STEPS = {
    "collect": "Collecting",
    "read": "Reading",
    "group": "Grouping",
    "compare": "Comparing",
    "add": "Adding",
    "check": "Checking",
    "listen": "Listening",
}


@contextmanager
def progress() -> Iterator[Callable[[str, int, int], None]]:
    """Gives the function to call with each notice."""
    if not sys.stderr.isatty():
        yield lambda step, done, total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(bar_width=30), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        tasks: dict[str, TaskID] = {}

        def notice(step: str, done: int, total: int) -> None:
            if step not in tasks:
                tasks[step] = bar.add_task(_STEPS.get(step, step.capitalize()), total=total or None)
            bar.update(tasks[step], completed=done, total=total or None)

        yield notice
