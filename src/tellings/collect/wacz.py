"""A packaged web archive becomes articles.

Comes in:   an open WACZ file: a zip of WARC files, with a list of the pages visited and the digests of its
            parts.
Goes out:   the articles of the pages listed (of all, where none are), and what is set aside: parts whose
            digest is not the one stated, encrypted ones, archives within it, names that lead out of it.

Nothing is unpacked to disk.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from tellings.collect.captured_pages import Wanted, listed_pages
from tellings.collect.files import bounded_lines
from tellings.collect.rules import Rules
from tellings.collect.unpacking import Budget
from tellings.collect.wacz_digests import Digests
from tellings.collect.warc import articles_of_warc
from tellings.errors import SourceError, UnreadableSource
from tellings.records import Article, SetAside

_PAGES = ("pages/pages.jsonl", "pages/extraPages.jsonl")
_WARC = (".warc", ".warc.gz")
_NESTED = (".zip", ".wacz")
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError)
_AGAIN = "Get the file again from where it came."


def articles_of_wacz(file: BinaryIO, *, name: str, size: int, rules: Rules) -> Iterator[Article | SetAside]:
    """Every article of the archive; records are named `name/PART:NUMBER`."""
    try:
        archive = zipfile.ZipFile(file)
    except _BROKEN as error:
        raise UnreadableSource(f"It is no whole zip archive ({error}).", fix=_AGAIN) from error
    with archive:
        yield from _Package(archive, name, Budget(size, rules), rules).articles()


class _Package:
    """One archive, its usable parts by name."""

    def __init__(self, archive: zipfile.ZipFile, name: str, budget: Budget, rules: Rules) -> None:
        self._archive, self._name, self._budget, self._rules = archive, name, budget, rules
        self._set_aside: list[SetAside] = []
        self._parts = {part.filename: part for part in archive.infolist() if self._may_read(part)}
        self._digests = Digests(self._read_small)

    def articles(self) -> Iterator[Article | SetAside]:
        yield from self._set_aside
        warcs = sorted(name for name in self._parts if name.lower().endswith(_WARC))
        if not warcs:
            raise UnreadableSource(
                "It is a zip archive without a WARC file that can be read, no web archive.",
                fix="Unpack it and give the articles in it.",
            )
        if (problem := self._digests.problem) is not None:
            yield SetAside(path=self._name, reason=problem, fix=_AGAIN)
        wanted = self._wanted()
        for part in warcs:
            yield from self._of_part(part, wanted)
        for address in wanted.missing():
            yield SetAside(
                path=f"{self._name} {address[:500]}",
                reason="It is in the archive's list of pages, but no capture of it as a page is there.",
                fix="Give the page itself, or its address.",
            )

    def _of_part(self, part: str, wanted: Wanted) -> Iterator[Article | SetAside]:
        name = f"{self._name}/{part}"
        try:
            self._require_digest(part)
            with self._archive.open(self._parts[part]) as file:
                yield from articles_of_warc(
                    file,  # type: ignore[arg-type] # it reads as a binary file does
                    name=name,
                    budget=self._budget,
                    rules=self._rules,
                    wanted=wanted,
                )
        except SourceError as error:
            yield SetAside(path=name, reason=error.message, fix=error.fix)
        except _BROKEN as error:
            yield SetAside(path=name, reason=f"This part of the archive is damaged ({error}).", fix=_AGAIN)

    def _require_digest(self, part: str) -> None:
        if not self._digests.states(part):
            return
        with self._archive.open(self._parts[part]) as file:
            blocks = iter(lambda: self._counted(file.read(65_536)), b"")
            if not self._digests.agree(part, blocks):
                raise UnreadableSource(
                    "Its digest is not the one that the archive states: it was changed or damaged after the "
                    "capture, and is not read.",
                    fix=f"{_AGAIN} To read it all the same, unpack the archive and give {part} itself.",
                )

    def _counted(self, data: bytes) -> bytes:
        self._budget.spend(len(data))
        return data

    def _wanted(self) -> Wanted:
        addresses: list[str] = []
        listed = [name for name in _PAGES if name in self._parts]
        for part in listed:
            try:
                with self._archive.open(self._parts[part]) as file:
                    lines = bounded_lines(file, max_bytes=self._rules.max_bytes)  # type: ignore[arg-type]
                    addresses += listed_pages(self._each_counted(lines))
            except _BROKEN:
                continue
        return Wanted(addresses) if addresses else Wanted()

    def _each_counted(self, lines: Iterator[bytes | None]) -> Iterator[bytes | None]:
        for line in lines:
            self._budget.spend(len(line) if line is not None else self._rules.max_bytes)
            yield line

    def _read_small(self, part: str) -> bytes | None:
        """The whole of a part that should be small, None where it is not there or damaged."""
        if part not in self._parts:
            return None
        try:
            with self._archive.open(self._parts[part]) as file:
                data = self._counted(file.read(self._rules.max_bytes + 1))
        except _BROKEN:
            return None
        return data if len(data) <= self._rules.max_bytes else None

    def _may_read(self, part: zipfile.ZipInfo) -> bool:
        name, reason = part.filename, None
        if part.is_dir():
            return False
        if name.startswith(("/", "\\")) or re.match(r"[A-Za-z]:", name) or ".." in re.split(r"[/\\]", name):
            reason = "Its name leads out of the archive, and it is not read."
        elif part.flag_bits & 0x1:
            reason = "It is encrypted, and is not read."
        elif name.lower().endswith(_NESTED):
            reason = "It is an archive within the archive, and is not read."
        if reason is not None:
            fix = "Unpack it, if you trust where it comes from, and give what is in it."
            self._set_aside.append(SetAside(path=f"{self._name}/{name[:300]}", reason=reason, fix=fix))
        return reason is None
