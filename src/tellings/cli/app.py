"""The commands under one name."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from tellings.cli import (
    add,
    backup,
    check,
    compare,
    correct,
    export,
    forget,
    group,
    quotes,
    read,
    schema,
    search,
    serve,
    show,
    speaker,
    stories,
    verify,
    versions,
    watch,
)
from tellings.cli.running import epilog

app = typer.Typer(
    name="tellings",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=epilog("tellings compare a.html b.txt https://example.org/report --html report.html"),
)
_ALONE = (compare, quotes, read, group, verify, schema)
_LIBRARY = (
    add,
    watch,
    stories,
    show,
    search,
    speaker,
    versions,
    correct,
    forget,
    export,
    check,
    backup,
    serve,
)
for command in (*_ALONE, *_LIBRARY):
    app.command(epilog=command.EPILOG)(getattr(command, command.__name__.rpartition(".")[2]))


def _version(wanted: bool) -> None:
    if wanted:
        from tellings import __version__

        print(f"tellings {__version__}")
        raise typer.Exit


@app.callback()
def tellings(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """One story, several tellings.

    See what each account rests on, where they agree, where they cannot all be true, and how the story
    changed, with every line pinned to the exact words it came from.
    """


def main() -> None:
    """Run one command and leave with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    app()
