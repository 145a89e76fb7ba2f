"""What was given, and what kind of thing it is.

Comes in:   sources as the reader gave them.
Goes out:   one `Item` for each file, address, text or record, folders and globs unfolded in sorted order;
            what cannot be one comes out as `SetAside`.
"""

from __future__ import annotations

import glob
import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from tellings.collect.files import set_aside, unreadable
from tellings.records import Article, SetAside

PAGES = (".htm", ".html", ".xhtml")
TEXTS = (".markdown", ".md", ".text", ".txt")
RECORDS = (".json", ".jsonl", ".ndjson")
FEEDS = (".atom", ".opml", ".rdf", ".rss", ".xml")
WARCS = (".warc", ".warc.gz")
PACKAGES = (".wacz",)
KNOWN_ENDINGS = (*PAGES, *TEXTS, *RECORDS, *FEEDS, *WARCS, *PACKAGES)

_ADDRESS = re.compile(r"(?i)[a-z][a-z0-9+.-]+://")
_GLOB = re.compile(r"[*?\[]")
_KINDS = f"Articles are files ending in {', '.join(KNOWN_ENDINGS[:-1])} or {KNOWN_ENDINGS[-1]}."
# More strange files than this in one folder are told in one line.
_TOLD_ONE_BY_ONE = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing to load. `label` names it as the reader gave it; `article` is set for records alone."""

    kind: Literal["file", "address", "stdin", "text", "article"]
    label: str
    article: Article | None = None


def unfold(sources: Iterable[str | Path | Article]) -> Iterator[Item | SetAside]:
    """Every item that the sources hold, in their order; what is given twice is set aside once."""
    seen: set[str] = set()
    for source in sources:
        for item in _items(source):
            key = _identity(item)
            if key is not None and key in seen:
                yield SetAside(
                    path=item.label if isinstance(item, Item) else item.path,
                    reason="It was given before.",
                    fix="Nothing needs doing: it counts once.",
                )
                continue
            if key is not None:
                seen.add(key)
            yield item


def _items(source: str | Path | Article) -> Iterator[Item | SetAside]:
    if isinstance(source, Article):
        yield Item(kind="article", label=source.path or source.url or source.id, article=source)
    elif isinstance(source, Path):
        yield from _from_path(str(source))
    elif source == "-":
        yield Item(kind="stdin", label="-")
    elif "\n" in source or "\r" in source:
        yield Item(kind="text", label=source)
    elif _ADDRESS.match(source):
        yield Item(kind="address", label=source)
    else:
        yield from _from_path(source)


def _identity(item: Item | SetAside) -> str | None:
    """What makes two items one and the same; texts and records are compared later, by their words."""
    if isinstance(item, SetAside) or item.kind in ("text", "article"):
        return None
    if item.kind == "file":
        return os.path.realpath(item.label)
    return item.label.partition("#")[0]


def _from_path(label: str) -> Iterator[Item | SetAside]:
    path = os.path.expanduser(label)
    try:
        if os.path.isdir(path):
            yield from _from_folder(path)
        elif _GLOB.search(label) and not os.path.lexists(path):
            yield from _from_glob(path)
        elif not label.strip():
            yield SetAside(path=label, reason="This names nothing.", fix="Give a path, an address or a text.")
        else:
            os.lstat(path)
            yield Item(kind="file", label=path)
    except FileNotFoundError:
        yield _missing(label)
    except (OSError, ValueError) as error:
        yield set_aside(_short(label), unreadable(error))


def _missing(label: str) -> SetAside:
    fix = "Check the spelling of the path."
    if re.match(r"(?i)(www\.)?[\w-]+(\.[\w-]+)+/", label) and not label.startswith("."):
        fix = f"If it is an address, begin it with https:// (https://{_short(label)})."
    elif len(label.split()) > 8:
        fix = "If it is a text, it must hold a line break (a title, an empty line, the article)."
    return SetAside(path=_short(label), reason="There is no such file.", fix=fix)


def _short(label: str) -> str:
    return label if len(label) <= 200 else label[:199] + "…"


def _from_glob(pattern: str) -> Iterator[Item | SetAside]:
    matches = sorted(glob.glob(pattern, recursive=True))
    if not matches:
        yield SetAside(
            path=pattern,
            reason="No file matches this pattern.",
            fix="Check the folder and the ending in it, or give the folder itself.",
        )
    for match in matches:
        if os.path.isdir(match):
            yield from _from_folder(match)
        else:
            yield from _from_listed(match)


def _from_listed(path: str) -> Iterator[Item | SetAside]:
    """A file nobody named by itself: only the endings that articles have."""
    if path.lower().endswith(KNOWN_ENDINGS):
        yield Item(kind="file", label=path)
    else:
        yield SetAside(path=path, reason="Its ending is not that of an article.", fix=_KINDS)


def _from_folder(folder: str) -> Iterator[Item | SetAside]:
    """The articles of a folder and its sub-folders, each folder once whatever links lead to it."""
    found = 0
    for entry in _walk(folder, visited=set()):
        found += 1
        yield entry
    if not found:
        yield SetAside(path=folder, reason="The folder holds no files.", fix=_KINDS)


def _walk(folder: str, *, visited: set[str]) -> Iterator[Item | SetAside]:
    home = os.path.realpath(folder)
    if home in visited:
        return
    visited.add(home)
    try:
        names = sorted(name for name in os.listdir(folder) if not name.startswith("."))
    except OSError as error:
        yield set_aside(folder, unreadable(error))
        return
    strange: list[str] = []
    for name in names:
        path = os.path.join(folder, name)
        if os.path.isdir(path):
            if _saved_along(name, names):
                yield _assets(path)
            else:
                yield from _walk(path, visited=visited)
        elif name.lower().endswith(KNOWN_ENDINGS):
            yield Item(kind="file", label=path)
        else:
            strange.append(path)
    yield from _strange_files(folder, strange)


def _saved_along(name: str, names: list[str]) -> bool:
    """Whether a folder holds the pictures and scripts that a browser saves beside a page."""
    stem = re.sub(r"[_-]files$", "", name)
    return stem != name and any(stem + ending in names for ending in PAGES)


def _assets(path: str) -> SetAside:
    return SetAside(
        path=path,
        reason="It holds the pictures and scripts that were saved along with a page.",
        fix="Nothing needs doing: the page itself is read.",
    )


def _strange_files(folder: str, strange: list[str]) -> Iterator[SetAside]:
    if len(strange) <= _TOLD_ONE_BY_ONE:
        for path in strange:
            yield from (item for item in _from_listed(path) if isinstance(item, SetAside))
        return
    endings = Counter(os.path.splitext(path)[1] or "no ending" for path in strange)
    listed = ", ".join(f"{count} × {ending}" for ending, count in endings.most_common(6))
    yield SetAside(path=folder, reason=f"{len(strange)} of its files are no articles ({listed}).", fix=_KINDS)
