"""`tellings compare`: several articles become a cited dossier."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tellings.cli.ledger import edits_of, taken_away
from tellings.cli.opening import open_reports
from tellings.cli.progress import progress
from tellings.cli.running import FAILED, epilog, put, put_text, reported, say
from tellings.cli.writing import numbered, require_writable, write_whole

if TYPE_CHECKING:
    from tellings.dossier import Story
    from tellings.ledger import LedgerEdits

EPILOG = epilog(
    "tellings compare a.html b.txt https://example.org/report",
    "tellings compare saved-pages/ --html report.html",
    "tellings compare wire.jsonl --one-story --json > dossier.json",
    "tellings compare saved-pages/ --link C=A --without Reuters",
)


def compare(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE",
            help="Files (texts, pages, .json, .jsonl, feeds, .opml, .warc, .wacz), folders, globs, "
            "http(s) addresses, or - for standard input.",
        ),
    ],
    json: Annotated[
        bool, typer.Option("--json", help="Print the dossier as JSON, one object a line for each story.")
    ] = False,
    html: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Also write the report as one self-contained page.")
    ] = None,
    markdown: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Also write the report as Markdown.")
    ] = None,
    open_: Annotated[bool, typer.Option("--open", help="Also open the report in the browser.")] = False,
    one_story: Annotated[
        bool, typer.Option("--one-story", help="Take all articles as tellings of one story.")
    ] = False,
    everything: Annotated[
        bool, typer.Option("--all", help="Print every line instead of the most important ones.")
    ] = False,
    link: Annotated[
        list[str] | None,
        typer.Option(metavar="A=B", help="Article A rests on what B rests on. Can be repeated."),
    ] = None,
    unlink: Annotated[
        list[str] | None,
        typer.Option(metavar="A=B", help="Article A does not rest on what B rests on. Can be repeated."),
    ] = None,
    owners: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="CSV (outlet,owner) or JSON: the own reports of one owner's outlets are one origin.",
        ),
    ] = None,
    without: Annotated[
        str | None,
        typer.Option(metavar="ORIGIN", help="Also say what falls without this origin (number, id or name)."),
    ] = None,
) -> None:
    """Compare several accounts of one event.

    Prints what each account rests on, who said what, what all report, what cannot all be true, what
    changed, and who leaves what out, every line with a cite (A7: article A, sentence 7).

    Articles of several stories are told apart, and each story is compared by itself: its JSON stands on a
    line of its own, and --html report.html writes report.html, report-2.html and so on, the largest story
    first. Nothing is sent anywhere; addresses given as SOURCE are fetched.

    Articles in --link and --unlink are named by the letters of the report, or by file, address or outlet.
    """
    with reported():
        for path in (html, markdown):
            if path is not None:
                require_writable(path)
        edits = edits_of(link or (), unlink or (), owners)
        told = _tell(sources, one_story=one_story, ledger=edits)
        if without is not None:
            told = taken_away(told, without)
        _note(told)
        print_reports(told, json=json, html=html, markdown=markdown, everything=everything)
        if open_:
            open_reports(told)
        if not any(len(story.articles) for story in told):
            raise typer.Exit(FAILED)


def print_reports(
    told: Sequence[Story], *, json: bool, html: Path | None, markdown: Path | None, everything: bool
) -> None:
    """Prints each report, and writes those that were asked for."""
    for story in told:
        if json:
            put(story.model_dump_json())
        else:
            _show(story, everything=everything)
    _write(told, html, markdown)


def _tell(sources: Sequence[str], *, one_story: bool, ledger: LedgerEdits) -> list[Story]:
    from tellings import stories

    with progress() as notice:
        told = stories(sources, one_story=one_story, on_progress=notice, ledger=ledger)
    return sorted(told, key=lambda story: -len(story.articles))


def _note(told: Sequence[Story]) -> None:
    """What the reader of the report should know beforehand."""
    if told:
        for gone in told[0].set_aside:
            say(f"{gone.path} is set aside: {gone.reason} {gone.fix}".rstrip())
    if len(told) > 1:
        say(
            f"These articles tell {len(told)} stories; each is compared by itself; "
            "--one-story takes them as one."
        )
    if len(told) == 1 and len(told[0].articles) == 1:
        say("This is one article only, with nothing to compare it with. Give a second account of the event.")


def _show(story: Story, *, everything: bool) -> None:
    from rich.console import Console

    from tellings.tell.terminal import as_text, print_story

    console = Console()
    if console.is_terminal:
        print_story(story, console, everything=everything)
    else:
        put_text(as_text(story, everything=everything))


def _write(told: Sequence[Story], html: Path | None, markdown: Path | None) -> None:
    from tellings.tell.markdown import as_markdown
    from tellings.tell.page import as_page

    renderings: tuple[tuple[Path | None, Callable[[Story], str]], ...] = (
        (html, as_page),
        (markdown, as_markdown),
    )
    for path, render in renderings:
        if path is None:
            continue
        for number, story in enumerate(told, 1):
            write_whole(numbered(path, number), render(story))
            say(f"Wrote {numbered(path, number)}")
