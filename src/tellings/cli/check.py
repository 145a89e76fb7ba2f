"""`tellings check`: damage in the library."""

from __future__ import annotations

from typing import Annotated

import typer

from tellings.cli.progress import progress
from tellings.cli.running import FAILED, epilog, put_text, say
from tellings.cli.store import Store, opened

EPILOG = epilog("tellings check", "tellings check --repair")


def check(
    store: Store = None,
    repair: Annotated[
        bool,
        typer.Option("--repair", help="First make anew what follows from the articles: indexes, counts."),
    ] = False,
) -> None:
    """Look for damage in the library.

    Every text is compared with the digest it went in with, every reading is unpacked, every kept dossier is
    verified, and the database looks at itself.
    """
    with opened(store) as library:
        with progress() as notice:
            found = library.check(repair=repair, on_progress=notice)
        for damage in found:
            put_text(f"{damage.where}: {damage.what}\n")
        if found:
            if all(damage.can_be_made_anew for damage in found) and not repair:
                say("All of this can be made anew: tellings check --repair")
            else:
                say("Put a backup in its place; tellings backup makes them.")
            raise typer.Exit(FAILED)
        put_text(f"{library.name} is whole.\n")
