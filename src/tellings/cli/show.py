"""`tellings show`: the dossier of a story, as it stands now."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tellings.cli.running import epilog
from tellings.cli.store import Store, opened
from tellings.cli.writing import require_writable

EPILOG = epilog("tellings show s12", "tellings show s12 --html report.html")


def show(
    story: Annotated[str, typer.Argument(metavar="STORY", help="A story, as tellings stories lists it.")],
    store: Store = None,
    json: Annotated[bool, typer.Option("--json", help="Print the dossier as JSON.")] = False,
    html: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Also write the report as one self-contained page.")
    ] = None,
    markdown: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Also write the report as Markdown.")
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Print every line instead of the most important ones.")
    ] = False,
) -> None:
    """Show a story of the library.

    The report is that of tellings compare. It is kept, and drawn up again only when an article has joined,
    left or been edited, or when something was corrected.
    """
    from tellings.cli.compare import print_reports

    with opened(store) as library:
        for path in (html, markdown):
            if path is not None:
                require_writable(path)
        print_reports([library.show(story)], json=json, html=html, markdown=markdown, everything=everything)
