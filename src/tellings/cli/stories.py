"""`tellings stories`: what the library tells of."""

from __future__ import annotations

import json as json_lines
from dataclasses import asdict
from typing import Annotated

import typer

from tellings.cli.running import epilog, put, put_text
from tellings.cli.store import AsJson, Store, opened

EPILOG = epilog("tellings stories", "tellings stories --since 2024-03-01 --most 200")


def stories(
    store: Store = None,
    most: Annotated[int, typer.Option(metavar="N", min=1, help="How many to list.")] = 50,
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help="Leave out stories that ended before this day.")
    ] = None,
    json: AsJson = False,
) -> None:
    """List the stories of the library, the latest changed first."""
    from tellings.tell.places import shown

    with opened(store) as library:
        for row in library.stories(most=most, since=since):
            if json:
                put(json_lines.dumps(asdict(row), ensure_ascii=False))
                continue
            days = " – ".join(dict.fromkeys(day for day in (row.first, row.last) if day)) or "no date"
            told = [f"{row.articles} article{'s' if row.articles > 1 else ''}"]
            if row.origins is not None:
                told.append(f"{row.origins} origin{'s' if row.origins != 1 else ''}")
            if row.conflicts:
                told.append(f"{row.conflicts} conflict{'s' if row.conflicts > 1 else ''}")
            put_text(f"{row.id:6} {shown(row.title)}\n       {days} · {' · '.join(told)}\n")
