"""JSON lines exactly as given.

Comes in:   .jsonl files of articles (id, url, outlet, published, title, text).
Goes out:   each record with its place, untouched: nothing is set aside for its language, as a double, or for
            its length. Broken lines are told on stderr and passed over.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tellings.cli.running import say
from tellings.errors import UnreadableSource

_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\N{REPLACEMENT CHARACTER}")


@dataclass(frozen=True, slots=True)
class Line:
    """One record and where it stands ("wire.jsonl:7")."""

    place: str
    record: dict[str, Any]

    def text_of(self, field: str) -> str | None:
        """A field that holds text, else None. Halves of characters are replaced, at the same length."""
        value = self.record.get(field)
        return value.translate(_SURROGATES) if isinstance(value, str) else None


def split(sources: Sequence[str]) -> tuple[list[str], list[str]]:
    """The .jsonl files among the sources, and all others."""
    lines = [s for s in sources if s.lower().endswith((".jsonl", ".ndjson")) and Path(s).is_file()]
    return lines, [source for source in sources if source not in lines]


def records(path: str) -> Iterator[Line]:
    """The records of one file, one at a time. Raises `UnreadableSource` if it cannot be opened."""
    try:
        with Path(path).open("rb") as file:
            for number, raw in enumerate(file, 1):
                line = _record(raw, f"{path}:{number}")
                if line is not None:
                    yield line
    except OSError as error:
        raise UnreadableSource(
            f"{path} cannot be read: {error.strerror or error}.", fix="Check its path and its permissions."
        ) from error


def _record(raw: bytes, place: str) -> Line | None:
    if not raw.strip(b"\xef\xbb\xbf \t\r\n"):
        return None
    try:
        record = json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        say(f"{place} is passed over: it is no JSON in UTF-8 ({error}). Repair or remove the line.")
        return None
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        say(f'{place} is passed over: it holds no text. Give each line as {{"id": …, "text": …}}.')
        return None
    return Line(place, record)
