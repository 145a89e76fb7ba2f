"""`tellings serve`: the reading room, for a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from tellings.cli.running import FAILED, epilog, reported, say
from tellings.cli.store import Store
from tellings.errors import CannotServe

if TYPE_CHECKING:
    from tellings.web import Jobs

EPILOG = epilog("tellings serve", "tellings serve --store desk.db --port 9000 --open")
HOST, PORT = "127.0.0.1", 8750
_MOMENT = 3.0
"""Seconds for a comparison that is going on: nothing is lost with it, the next reader has it made."""


def serve(
    store: Store = None,
    host: Annotated[str, typer.Option(metavar="ADDRESS", help="Where to listen.")] = HOST,
    port: Annotated[
        int,
        typer.Option(metavar="PORT", min=0, max=65_535, help="Which port to listen on; 0 takes a free one."),
    ] = PORT,
    token: Annotated[
        str | None,
        typer.Option(
            metavar="TOKEN",
            envvar="TELLINGS_TOKEN",
            help="What readers must know to come in; better kept in the environment than typed here.",
        ),
    ] = None,
    name: Annotated[
        list[str] | None,
        typer.Option(metavar="HOST", help="A host name that leads here, such as that of a reverse proxy."),
    ] = None,
    open_: Annotated[bool, typer.Option("--open", help="Open it in the browser.")] = False,
) -> None:
    """Open the reading room: the library as pages, until Ctrl-C.

    Only this machine reaches it. To let others in, give a --token and a --host to listen on, and put a
    reverse proxy with TLS in front: without that, token and pages travel unencrypted. What is being added
    when you press Ctrl-C goes in first; a second Ctrl-C leaves the rest.
    """
    with reported((CannotServe,)):
        from tellings.cli.serving import require_safe, room_at

        require_safe(host, token)
        with room_at(store, host, port, token=token, names=name or ()) as room:
            say(f"The reading room of {room.library} is open at {room.address} (Ctrl-C closes it).")
            if token:
                say("Readers are asked for the token.")
            if open_:
                import webbrowser

                webbrowser.open(room.address)
            room.run()
            _finish(room.jobs)


def _finish(jobs: Jobs) -> None:
    """Lets in what was handed in; a second Ctrl-C leaves the rest."""
    left = jobs.left
    if left:
        say(f"{left} sending{'' if left == 1 else 's'} of articles still to go in; Ctrl-C leaves the rest.")
    try:
        jobs.finish(patience=None if left else _MOMENT)
    except KeyboardInterrupt:
        jobs.stop(_MOMENT)
        say("Left. Every article went in whole or not at all; send the rest again.")
        raise typer.Exit(FAILED) from None
