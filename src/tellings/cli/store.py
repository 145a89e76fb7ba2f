"""What the commands of the library share.

Comes in:   --store, and what a library answers.
Goes out:   an open library; articles and sentences as people name them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from tellings.cli.logs import logged
from tellings.cli.running import reported
from tellings.errors import NotInLibrary, TellingsError
from tellings.events import warn

if TYPE_CHECKING:
    from tellings.dossier import Story
    from tellings.records import Span
    from tellings.store import Library

Store = Annotated[
    str | None,
    typer.Option(
        "--store",
        metavar="LIBRARY",
        help="A file, or postgresql://user@host/database. Without it TELLINGS_STORE counts, else a file of "
        "your own.",
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
PERSISTENCE = 6.0
"""Seconds for which a lost database is tried again before the command gives up."""
_PLACE = re.compile(r"([A-Z]+)(\d*)")


@contextmanager
def opened(
    store: str | None, *, must_exist: bool = True, log: str | None = None, persistence: float = PERSISTENCE
) -> Iterator[Library]:
    """The library, with every error turned into a message and an exit code; what happens goes to the log."""
    with reported(), logged(log):
        from tellings.store import Library

        try:
            with Library.open(store, must_exist=must_exist, persistence=persistence) as library:
                yield library
        except TellingsError as error:
            warn("failed", reason=error.message, fix=error.fix)
            raise


def article_named(story: Story, name: str) -> str:
    """The id of an article given by its letter in the report ("B") or by its id ("a12")."""
    from tellings.tell.places import Places

    if name.startswith("a") or "/" in name:
        return name
    letters = {letter: article for article, letter in Places(story).letters.items()}
    if name not in letters:
        raise NotInLibrary(
            f"There is no article {name} in this story.",
            fix=f"Its articles are {', '.join(letters)}; tellings show prints them.",
        )
    return letters[name]


def place_named(story: Story, cite: str) -> tuple[str, Span]:
    """The article and the sentence of a cite such as A7. Raises `NotInLibrary`."""
    from tellings.records import Span

    found = _PLACE.fullmatch(cite)
    article = article_named(story, found[1]) if found and found[2] else None
    told = next((one for one in story.articles if one.id == article), None)
    number = int(found[2]) if found and found[2] else 0
    if told is None or not 1 <= number <= len(told.sentences):
        raise NotInLibrary(
            f"{cite} is no sentence of this story.", fix="Give a place as the report prints it, such as A7."
        )
    return told.id, Span(*told.sentences[number - 1])
