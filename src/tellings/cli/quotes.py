"""`tellings quotes`: who said what, by speaker and in order of time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from tellings.cli.progress import progress
from tellings.cli.running import epilog, put, put_text, reported, say
from tellings.errors import NoSuchSpeaker

if TYPE_CHECKING:
    from tellings.dossier import Story

EPILOG = epilog(
    "tellings quotes saved-pages/",
    "tellings quotes wire.jsonl --csv > quotes.csv",
    'tellings quotes a.html b.txt --speaker "the minister"',
)


def quotes(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE",
            help="Files (texts, pages, .json, .jsonl, feeds, .opml, .warc, .wacz), folders, globs, "
            "http(s) addresses, or - for standard input.",
        ),
    ],
    speaker: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Only this speaker, by any name or role, in capitals or not."),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print JSON, one statement a line.")] = False,
    csv: Annotated[bool, typer.Option("--csv", help="Print CSV with a header, one statement a row.")] = False,
    one_story: Annotated[
        bool, typer.Option("--one-story", help="Take all articles as tellings of one story.")
    ] = False,
) -> None:
    """List all statements by speaker, in order of time.

    Under each speaker (name, role, other names) stand the day it was said, or else printed, the words with
    their cite (A7: article A, sentence 7), the form and the outlets. What several outlets print of one
    utterance stands once, with how it drifted from telling to telling.

    JSON and CSV hold every telling, with its places; those of one utterance share its id within the story.
    In CSV a cell that a spreadsheet could take for a formula has an apostrophe before it.
    """
    if json and csv:
        raise typer.BadParameter("choose one of --json and --csv.")
    with reported(usage=NoSuchSpeaker):
        told = _listen(sources, one_story=one_story)
        from tellings.tell.quotes import as_csv, quotes_of, spoken_by

        chosen = list(zip(told, spoken_by(told, speaker), strict=True))
        if csv:
            put_text(as_csv(quote for story, ids in chosen for quote in quotes_of(story, ids)))
        elif json:
            for story, ids in chosen:
                for quote in quotes_of(story, ids):
                    put(quote.model_dump_json())
        else:
            _show([(story, ids) for story, ids in chosen if ids])


def _listen(sources: Sequence[str], *, one_story: bool) -> list[Story]:
    from tellings.api import listen

    with progress() as notice:
        told = listen(sources, one_story=one_story, on_progress=notice)
    for gone in told[0].set_aside if told else ():
        say(f"{gone.path} is set aside: {gone.reason} {gone.fix}".rstrip())
    if len(told) > 1:
        say(f"These articles tell {len(told)} stories; --one-story takes them as one.")
    return sorted(told, key=lambda story: -len(story.articles))


def _show(chosen: Sequence[tuple[Story, frozenset[str | None]]]) -> None:
    from rich.console import Console

    from tellings.tell.quotes_screen import as_text, print_quotes

    console = Console()
    for number, (story, ids) in enumerate(chosen):
        if console.is_terminal:
            print_quotes(story, ids, console)
        else:
            put_text(("\n" if number else "") + as_text(story, ids))
