"""`tellings add`: articles go into the library."""

from __future__ import annotations

import json as json_lines
from dataclasses import asdict
from typing import Annotated

import typer

from tellings.cli.logs import Log
from tellings.cli.progress import progress
from tellings.cli.running import FAILED, epilog, put, put_text, say, say_set_aside
from tellings.cli.store import AsJson, Store, opened

EPILOG = epilog(
    "tellings add saved-pages/ wire.jsonl https://example.org/report",
    "tellings add --store desk.db notes.txt",
)


def add(
    sources: Annotated[list[str], typer.Argument(metavar="SOURCE", help="Articles, as for compare.")],
    store: Store = None,
    later: Annotated[
        bool, typer.Option("--later", help="Leave the comparing to the first tellings show of each story.")
    ] = False,
    json: AsJson = False,
    log: Log = None,
) -> None:
    """Add articles to the library.

    Each article joins the story it tells, or opens one. One that is there already costs nothing; one that
    was edited since becomes a new version of itself. Every article goes in whole or not at all: after
    Ctrl-C, a full disk or a lost connection the same command does the rest.
    """
    with opened(store, must_exist=False, log=log) as library, progress() as notice:
        added = library.add(sources, compare=not later, on_progress=notice)
        say_set_aside(added.set_aside)
        if json:
            for one in added.placed:
                put(json_lines.dumps(asdict(one)))
        else:
            put_text(
                f"{added.count('new')} new, {added.count('version')} edited, "
                f"{added.count('known')} there already, {len(added.set_aside)} set aside"
                + (f" · stories {' '.join(added.stories)}" if added.stories else "")
                + "\n"
            )
        if not added.placed:
            say(f"Nothing was added to {library.name}.")
            raise typer.Exit(FAILED)
