"""`tellings search`: sentences of the library, by their words and by what they mean."""

from __future__ import annotations

import json as json_lines
from dataclasses import asdict
from typing import Annotated

import typer

from tellings.cli.running import FAILED, epilog, put, put_text, say
from tellings.cli.store import AsJson, Store, opened

EPILOG = epilog(
    "tellings search how many were on board",
    "tellings search '\"within her limits\"' --speaker Holm --since 2024-03-08",
)


def search(
    words: Annotated[
        list[str],
        typer.Argument(metavar="WORDS", help="What to look for; a phrase in double quotes exactly."),
    ],
    store: Store = None,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="Only articles of this outlet.")] = None,
    speaker: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only what this person is reported to have said.")
    ] = None,
    since: Annotated[str | None, typer.Option(metavar="DATE", help="From this day on.")] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="Up to this day.")] = None,
    most: Annotated[int, typer.Option(metavar="N", min=1, help="How many to print.")] = 10,
    json: AsJson = False,
) -> None:
    """Find sentences in the library, by their words and by what they mean.

    Each line is a sentence exactly as an article prints it, with its article and story. Articles without a
    date are left out where --since or --until is given.
    """
    from tellings.tell.places import shown

    with opened(store) as library:
        hits = library.search(
            " ".join(words), outlet=outlet, speaker=speaker, since=since, until=until, most=most
        )
        for hit in hits:
            if json:
                put(json_lines.dumps(asdict(hit), ensure_ascii=False))
                continue
            place = [hit.story, hit.article, hit.outlet or "outlet unknown", hit.published or "no date"]
            said = f" · {hit.speaker} is quoted" if hit.speaker else ""
            put_text(f"{shown(hit.words)}\n  {shown(' · '.join(place) + said)}\n")
        if not hits:
            say("Nothing was found. Try fewer words, or leave out a limit.")
            raise typer.Exit(FAILED)
