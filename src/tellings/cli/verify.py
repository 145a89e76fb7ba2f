"""`tellings verify`: every cited passage, found again."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from tellings.cli.running import FAILED, epilog, put_text, reported

EPILOG = epilog("tellings verify report.html", "tellings compare a.txt b.txt --json | tellings verify -")
_MOST_TOLD = 50


def verify(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="A dossier as JSON or as a page, or - for standard input.")
    ],
) -> None:
    """Find every cited passage of a dossier again.

    Checks that the text of each article is as it was, that every cite points at words that are still the
    same, that the brief quotes them exactly and, for a page, that it shows the same words.
    """
    from tellings.verify import NotADossier
    from tellings.verify import verify as find_again

    with reported(usage=NotADossier):
        found = find_again(_text_of(file))
        lines = [f"{miss.where}: {miss.what}" for miss in found.misses[:_MOST_TOLD]]
        if len(found.misses) > _MOST_TOLD:
            lines.append(f"… and {len(found.misses) - _MOST_TOLD} more")
        lines.append(found.summary)
        put_text("\n".join(lines) + "\n")
        if found.misses:
            raise typer.Exit(FAILED)


def _text_of(file: str) -> str:
    from tellings.verify import NotADossier

    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NotADossier(
            f"{file} is not text in UTF-8.", fix="Give a file that tellings compare wrote."
        ) from None
    except OSError as error:
        raise NotADossier(
            f"{file} cannot be read: {error.strerror or error}.", fix="Check its path and its permissions."
        ) from None
