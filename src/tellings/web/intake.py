"""What a reader gave on the page, ready to be added.

Comes in:   texts, addresses and uploaded files.
Goes out:   a `Parcel` whose files lie in a folder of its own; its articles, and what was set aside. Nothing
            that was typed is ever taken for the path of a file of this machine.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import BinaryIO

from tellings.collect import collect
from tellings.records import Article, Collection, SetAside

ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_ENDING = re.compile(r"(\.[A-Za-z0-9]{1,10}){1,2}$")

Notice = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pasted:
    """A text, and what the reader knows of it."""

    text: str
    outlet: str | None = None
    published: str | None = None
    url: str | None = None


@dataclass(slots=True, kw_only=True)
class Parcel(AbstractContextManager["Parcel"]):
    """Everything of one sending. The folder of its files is gone when it is closed."""

    texts: Sequence[Pasted] = ()
    addresses: Sequence[str] = ()
    files: list[tuple[Path, str]] = field(default_factory=list)
    """Where each lies, and the name it came with."""
    _folder: Path | None = None

    def __len__(self) -> int:
        return len(self.texts) + len(self.addresses) + len(self.files)

    def put(self, file: BinaryIO, name: str) -> None:
        """Copies an uploaded file into the folder."""
        if self._folder is None:
            self._folder = Path(tempfile.mkdtemp(prefix="tellings-"))
        shown = _base_name(name)
        ending = _ENDING.search(shown)
        path = self._folder / f"{len(self.files)}{ending[0].lower() if ending else ''}"
        with path.open("xb") as out:
            shutil.copyfileobj(file, out)
        self.files.append((path, shown))

    def close(self) -> None:
        """Takes the files away."""
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None

    def __exit__(self, *_: object) -> None:
        self.close()

    def articles(self, notice: Notice) -> Iterator[Article | SetAside]:
        """Its articles, and what is none with the reason, in the order in which they were given."""
        done, total = 0, len(self)
        for one in self.texts:
            notice("collect", done, total)
            yield from _items(_collected_text(one))
            done += 1
        notice("collect", done, total)
        yield from self._fetched()
        done += len(self.addresses)
        for path, name in self.files:
            notice("collect", done, total)
            yield from _items(_renamed(collect([path]), str(path), name))
            done += 1
        notice("collect", total, total)

    def _fetched(self) -> Iterator[Article | SetAside]:
        usable = [address for address in self.addresses if ADDRESS.fullmatch(address)]
        for address in self.addresses:
            if address not in usable:
                yield SetAside(
                    path=address,
                    reason="This is no web address.",
                    fix="Addresses begin with https:// or http://; paste a text into its own field.",
                )
        if usable:
            yield from _items(collect(usable))


def _collected_text(given: Pasted) -> Collection:
    """The text as `collect` reads it; what the reader says of it counts more than what it shows."""
    found = collect([given.text.rstrip() + "\n"])
    return replace(found, articles=tuple(_with_known(article, given) for article in found.articles))


def _with_known(article: Article, given: Pasted) -> Article:
    return replace(
        article,
        outlet=given.outlet or article.outlet,
        published=given.published or article.published,
        url=given.url or article.url,
    )


def _renamed(found: Collection, path: str, name: str) -> Collection:
    """With the name that the file came with, wherever the records tell its place."""

    def told(label: str) -> str:
        return label.replace(path, name)

    return Collection(
        articles=tuple(
            replace(article, path=told(article.path)) if article.path else article
            for article in found.articles
        ),
        set_aside=tuple(replace(gone, path=told(gone.path)) for gone in found.set_aside),
    )


def _items(found: Collection) -> Iterator[Article | SetAside]:
    yield from (replace(article, id="") for article in found.articles)
    yield from found.set_aside


def _base_name(name: str) -> str:
    """The last part of a file's name, whichever system it came from."""
    last = PureWindowsPath(PurePosixPath(name).name).name
    return "".join(character for character in last if character.isprintable())[:200] or "file"
