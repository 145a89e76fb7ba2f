"""Which captures of an archive are pages somebody visited, and which only parts of one.

Comes in:   the `pages.jsonl` of a WACZ, and the redirects met in its records.
Goes out:   whether an address is that of a page; the pages that were never met.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from urllib.parse import urldefrag, urljoin


class Wanted:
    """The addresses of pages, or every address where none were listed."""

    def __init__(self, addresses: Iterable[str] | None = None) -> None:
        self._listed = None if addresses is None else {_bare(address): address for address in addresses}
        self._followed: dict[str, str] = {}
        self._met: set[str] = set()

    def has(self, address: str) -> bool:
        """Whether the address is wanted; it counts as met then."""
        if self._listed is None:
            return True
        listed = self._listed.get(_bare(address)) or self._followed.get(_bare(address))
        if listed is not None:
            self._met.add(listed)
        return listed is not None

    def follow(self, address: str, target: str | None) -> None:
        """A wanted page redirects: where it leads to is wanted in its place."""
        if self._listed is None or not target:
            return
        listed = self._listed.get(_bare(address)) or self._followed.get(_bare(address))
        if listed is not None:
            try:
                self._followed[_bare(urljoin(address, target))] = listed
            except ValueError:
                return

    def missing(self) -> list[str]:
        """The listed pages that were not met."""
        return [address for address in (self._listed or {}).values() if address not in self._met]


def listed_pages(lines: Iterable[bytes | None]) -> list[str]:
    """The addresses in a `pages.jsonl`; its first line is a heading, and broken lines are passed over."""
    found = []
    for line in lines:
        try:
            page = json.loads(line or b"")
        except (ValueError, RecursionError):
            continue
        if isinstance(page, dict) and isinstance(page.get("url"), str):
            found.append(page["url"])
    return found


def _bare(address: str) -> str:
    try:
        return urldefrag(address)[0]
    except ValueError:
        return address
