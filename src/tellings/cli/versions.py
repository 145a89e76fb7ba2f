"""`tellings versions`: what an edit changed."""

from __future__ import annotations

import json as json_lines
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from tellings.cli.running import epilog, put, put_text
from tellings.cli.store import AsJson, Store, opened

if TYPE_CHECKING:
    from tellings.store.views import Change

EPILOG = epilog("tellings versions a12", "tellings versions https://example.org/report")
_SIGNS = {"added": "+", "dropped": "−", "changed": "~"}


def versions(
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="An article's id or its address.")],
    store: Store = None,
    json: AsJson = False,
) -> None:
    """Show what each edit of an article added, changed and dropped.

    Beside each sentence stand the claims of the story that it touches, by their ids in the dossier.
    """
    from tellings.tell.places import shown

    with opened(store) as library:
        rows, edits = library.versions(article), library.edits(article)
        if json:
            put(json_lines.dumps({"versions": [asdict(row) for row in rows]}, ensure_ascii=False))
            for edit in edits:
                put(json_lines.dumps(asdict(edit), ensure_ascii=False))
            return
        for row in rows:
            counts = " · the one that counts" if row.counts else ""
            put_text(
                f"version {row.number}  seen {row.seen} · {row.characters} characters{counts}\n"
                f"           {shown(row.title or '')}\n"
            )
        for edit in edits:
            put_text(f"\nfrom version {edit.earlier} to {edit.later}\n")
            put_text("".join(_lines(change) for change in edit.changes))


def _lines(change: Change) -> str:
    from tellings.tell.places import shown

    claims = f"  [{' '.join(change.claims)}]" if change.claims else ""
    sign = _SIGNS[change.kind]
    if change.kind == "changed":
        before, after = shown(change.words_before or ""), shown(change.words_after or "")
        return f"  {sign} {before}\n  → {after}{claims}\n"
    return f"  {sign} {shown(change.words_after or change.words_before or '')}{claims}\n"
