"""`tellings forget`: articles leave the library."""

from __future__ import annotations

from typing import Annotated

import typer

from tellings.cli.running import epilog, put_text
from tellings.cli.store import Store, opened

EPILOG = epilog("tellings forget a12", "tellings forget s3 https://example.org/report")


def forget(
    names: Annotated[
        list[str], typer.Argument(metavar="NAME", help="Articles (a12, an address) or whole stories (s3).")
    ],
    store: Store = None,
) -> None:
    """Take articles out of the library for good.

    With each go all its versions, everything that was found in it, and the corrections that speak of it. Its
    story is told without it from then on.
    """
    with opened(store) as library:
        gone = library.forget(names)
        put_text(f"Forgotten: {' '.join(gone)}\n")
