"""`tellings speaker`: what somebody said, over time."""

from __future__ import annotations

import json as json_lines
from dataclasses import asdict
from typing import Annotated

import typer

from tellings.cli.progress import progress
from tellings.cli.running import FAILED, epilog, put, put_text, say
from tellings.cli.store import AsJson, Store, opened

EPILOG = epilog("tellings speaker Adair", "tellings speaker 'Gerda Holm' --json")


def speaker(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name or a surname, as articles print it.")],
    store: Store = None,
    json: AsJson = False,
) -> None:
    """Show what somebody is reported to have said, over all stories and in order of time.

    What several articles of a story tell in the same words stands once. Where the articles report that a
    position changed, its statements are marked.
    """
    from tellings.tell.places import shown

    with opened(store) as library:
        with progress() as notice:
            library.refresh(on_progress=notice)
        told = library.speaker(name)
        for said in told:
            if json:
                put(json_lines.dumps(asdict(said), ensure_ascii=False))
                continue
            role = f", {said.role}" if said.role else ""
            marks = " ← the position changes" if said.turns else ""
            put_text(
                f"{said.said_on or said.published or 'no date':10}  {shown(said.words)}{marks}\n"
                f"            {shown(said.speaker + role)} · {said.story} {said.article}"
                f"{' also in ' + ' '.join(said.also) if said.also else ''}\n"
            )
        if not told:
            say(f"Nobody called {name} is reported to say anything.")
            say("Try the surname alone, as the articles print it.")
            raise typer.Exit(FAILED)
