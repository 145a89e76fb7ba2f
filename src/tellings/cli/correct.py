"""`tellings correct`: what the program found, put right by hand."""

from __future__ import annotations

import json as json_lines
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from tellings.cli.running import epilog, put, put_text
from tellings.cli.store import Store, article_named, opened, place_named
from tellings.errors import CannotCorrect

if TYPE_CHECKING:
    from tellings.store import Library

EPILOG = epilog(
    "tellings correct merge s3 s8",
    "tellings correct split s3 B D",
    "tellings correct speaker s3 A7 'Gerda Holm'",
    "tellings correct link s3 C A",
    "tellings correct reject s3 x2",
    "tellings correct --export > labels.jsonl",
)


def correct(
    what: Annotated[
        str | None,
        typer.Argument(metavar="WHAT", help="merge, split, speaker, link, unlink, reject, undo or list."),
    ] = None,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="WORDS", help="What it is about: a story first, then its parts."),
    ] = None,
    store: Store = None,
    export: Annotated[
        bool, typer.Option("--export", help="Print all corrections as labelled data, one JSON object a line.")
    ] = False,
) -> None:
    """Put right what the program found.

    \b
    merge STORY STORY…          they are one story
    split STORY ARTICLE…        these articles are another story
    speaker STORY CITE NAME     this person says the words at the cite (A7)
    link STORY ARTICLE OTHER    the first article rests on what the other rests on
    unlink STORY ARTICLE OTHER  it does not
    reject STORY CONFLICT       this is no conflict (its id stands in the JSON)
    undo NUMBER                 take a correction back
    list                        all corrections

    Articles are named by their letters in the report or by their ids. Corrections are kept apart from what
    the program finds, and hold at every later run, whatever is added.
    """
    with opened(store) as library:
        if export:
            for row in library.export_corrections():
                put(json_lines.dumps(row, ensure_ascii=False))
            return
        action = _ACTIONS.get(what or "list")
        if action is None:
            raise CannotCorrect(
                f"{what} is nothing that can be corrected.", fix=f"Say {', '.join(_ACTIONS)}."
            )
        put_text(action(library, words or []))


def _merge(library: Library, words: Sequence[str]) -> str:
    correction = library.merge(words) if words else _needs("merge s3 s8")
    return f"Correction {correction.id}: {', '.join(words)} are one story, {correction.story}.\n"


def _split(library: Library, words: Sequence[str]) -> str:
    if len(words) < 2:
        _needs("split s3 B D")
    dossier = library.show(words[0])
    leaving = [article_named(dossier, name) for name in words[1:]]
    correction, new = library.split(words[0], leaving)
    return f"Correction {correction.id}: {', '.join(leaving)} are a story of their own, {new}.\n"


def _speaker(library: Library, words: Sequence[str]) -> str:
    if len(words) < 3:
        _needs("speaker s3 A7 'Gerda Holm'")
    article, span = place_named(library.show(words[0]), words[1])
    name = " ".join(words[2:])
    correction = library.name_speaker(article, span, name)
    return f"Correction {correction.id}: {name} says what stands at {words[1]}.\n"


def _origins(kind: str) -> Callable[[Library, Sequence[str]], str]:
    def change(library: Library, words: Sequence[str]) -> str:
        if len(words) != 3:
            _needs(f"{kind} s3 C A")
        dossier = library.show(words[0])
        one, other = (article_named(dossier, name) for name in words[1:])
        correction = library.link(one, other) if kind == "link" else library.unlink(one, other)
        rests = "rests" if kind == "link" else "does not rest"
        return f"Correction {correction.id}: {words[1]} {rests} on what {words[2]} rests on.\n"

    return change


def _reject(library: Library, words: Sequence[str]) -> str:
    if len(words) != 2:
        _needs("reject s3 x2")
    correction = library.reject(words[0], words[1])
    return f"Correction {correction.id}: {words[1]} is no conflict ({correction.body['reason']}).\n"


def _undo(library: Library, words: Sequence[str]) -> str:
    if len(words) != 1 or not words[0].isdigit():
        _needs("undo 4")
    correction = library.take_back(int(words[0]))
    return f"Correction {correction.id} ({correction.kind}) is taken back.\n"


def _list(library: Library, words: Sequence[str]) -> str:
    made = library.corrections()
    lines = [
        f"{one.id:4}  {one.made}  {one.kind:8} {one.story or '':6} "
        + json_lines.dumps({k: v for k, v in one.body.items() if k != "span"}, ensure_ascii=True)
        for one in made
    ]
    return "\n".join(lines or ["Nothing has been corrected."]) + "\n"


def _needs(example: str) -> NoReturn:
    raise CannotCorrect("Something is missing, or too much is said.", fix=f"Say: tellings correct {example}")


_ACTIONS = {
    "merge": _merge,
    "split": _split,
    "speaker": _speaker,
    "link": _origins("link"),
    "unlink": _origins("unlink"),
    "reject": _reject,
    "undo": _undo,
    "list": _list,
}
