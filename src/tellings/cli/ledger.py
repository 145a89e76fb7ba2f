"""The origin ledger on the command line.

Comes in:   pairs like A=B, and a file that says who owns which outlet.
Goes out:   `LedgerEdits`; dossiers that say what falls without an origin.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tellings.errors import NoSuchArticle, NoSuchOrigin, UnreadableSource

if TYPE_CHECKING:
    from tellings.dossier import Story
    from tellings.ledger import LedgerEdits

_LARGEST = 20_000_000
_FIX = 'Give lines of "outlet,owner", or JSON such as {"Harrow Daily": "Lowe Press"}.'


def edits_of(link: Sequence[str], unlink: Sequence[str], owners: Path | None) -> LedgerEdits:
    """What the options ask for. Raises `NoSuchArticle` for a pair, `UnreadableSource` for a file."""
    from tellings.ledger import LedgerEdits

    return LedgerEdits(
        link=[_pair(words, "--link") for words in link],
        unlink=[_pair(words, "--unlink") for words in unlink],
        owners=read_owners(owners) if owners is not None else {},
    )


def _pair(words: str, option: str) -> tuple[str, str]:
    one, equals, other = (part.strip() for part in words.partition("="))
    if not (one and equals and other):
        raise NoSuchArticle(
            f"{option} {words} names no two articles.", fix=f"Name them with = between: {option} A=B"
        )
    return one, other


def read_owners(path: Path) -> dict[str, str]:
    """Owners by outlet, from CSV (outlet,owner; a heading may stand above) or JSON."""
    try:
        if path.stat().st_size > _LARGEST:
            raise UnreadableSource(f"{path} is larger than {_LARGEST // 1_000_000} MB.", fix=_FIX)
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise UnreadableSource(f"{path} cannot be read: {error.strerror or error}.", fix=_FIX) from None
    except UnicodeDecodeError:
        raise UnreadableSource(f"{path} is no text in UTF-8.", fix=_FIX) from None
    rows = list(_json_rows(text, path) if text.lstrip()[:1] in ("{", "[") else _csv_rows(text, path))
    if not rows:
        raise UnreadableSource(f"{path} names no owner.", fix=_FIX)
    return dict(rows)


def _csv_rows(text: str, path: Path) -> Iterator[tuple[str, str]]:
    reader = csv.reader(io.StringIO(text))
    try:
        for row in reader:
            cells = [cell.strip() for cell in row]
            if not any(cells) or [cell.casefold() for cell in cells[:2]] == ["outlet", "owner"]:
                continue
            if len(cells) < 2 or not cells[0] or not cells[1]:
                raise UnreadableSource(f"Line {reader.line_num} of {path} is no outlet and owner.", fix=_FIX)
            yield cells[0], cells[1]
    except csv.Error as error:
        raise UnreadableSource(f"Line {reader.line_num} of {path} is broken: {error}.", fix=_FIX) from None


def _json_rows(text: str, path: Path) -> Iterator[tuple[str, str]]:
    try:
        given: Any = json.loads(text)
    except (ValueError, RecursionError):
        raise UnreadableSource(f"{path} is broken JSON.", fix=_FIX) from None
    pairs = given.items() if isinstance(given, dict) else [_entry(one) for one in given]
    for outlet, owner in pairs:
        if not (isinstance(outlet, str) and isinstance(owner, str) and outlet.strip() and owner.strip()):
            raise UnreadableSource(f"{path} has an entry that is no outlet and owner.", fix=_FIX)
        yield outlet.strip(), owner.strip()


def _entry(one: Any) -> tuple[Any, Any]:
    return (one.get("outlet"), one.get("owner")) if isinstance(one, dict) else (None, None)


def taken_away(told: Sequence[Story], origin: str) -> list[Story]:
    """The stories that rest on the origin, with what falls without it; the others as they are.

    Raises `NoSuchOrigin` when none rests on it.
    """
    from tellings import without

    found: list[Story] = []
    refused: list[NoSuchOrigin] = []
    for story in told:
        try:
            found.append(without(story, origin))
        except NoSuchOrigin as error:
            found.append(story)
            refused.append(error)
    if told and len(refused) == len(told):
        raise refused[0]
    return found
