"""`tellings backup`: a copy of the library, while it is in use."""

from __future__ import annotations

from typing import Annotated

import typer

from tellings.cli.running import epilog, put_text
from tellings.cli.store import Store, opened

EPILOG = epilog(
    "tellings backup copy.db",
    "tellings backup --store desk.db postgresql://desk@db.example.org/tellings",
)


def backup(
    target: Annotated[
        str, typer.Argument(metavar="FILE", help="The file to write, or the address of an empty database.")
    ],
    store: Store = None,
) -> None:
    """Copy the library as it is at one moment, whatever others are doing to it.

    The copy is a library itself: open it with --store. A file is put in its place in one step; a library in
    PostgreSQL becomes a file too, and a file can be copied into an empty database of a team.
    """
    with opened(store) as library:
        library.backup(target)
        put_text(f"{library.name} is copied to {target.rpartition('@')[2]}.\n")
