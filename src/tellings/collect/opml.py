"""A list of feeds becomes their addresses.

Comes in:   the bytes of an OPML file, its outlines nested however deep.
Goes out:   a `FeedList`: the addresses of its feeds, each once, and what in it is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.parsers import expat

from tellings.collect import xml
from tellings.collect.addresses import parse
from tellings.errors import FetchRefused, SourceError, UnreadableSource
from tellings.records import SetAside

_WHOLE = "Write the whole address, with https://, into the list."
_MOST_FEEDS = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedList:
    """The feeds of a list in its order."""

    feeds: tuple[str, ...]
    set_aside: tuple[SetAside, ...] = ()


def read_opml(data: bytes, *, name: str, charset: str | None = None) -> FeedList:
    """The feeds in the list, which is called `name`; raises `UnreadableSource` where it holds none at all."""
    text, problem = xml.well_formed(xml.decode_xml(data, charset=charset))
    outlines = _Outlines()
    parser = expat.ParserCreate()
    parser.StartElementHandler = outlines.start
    xml.parse(text, parser)
    feeds: dict[str, None] = {}
    set_aside = []
    for address in outlines.addresses[:_MOST_FEEDS]:
        try:
            _require_whole(address)
            feeds.setdefault(address)
        except SourceError as error:
            shown = address if len(address) <= 200 else address[:199] + "…"
            set_aside.append(SetAside(path=f"{name}: {shown}", reason=error.message, fix=error.fix))
    if over := len(outlines.addresses[_MOST_FEEDS:]):
        set_aside.append(
            SetAside(path=name, reason=f"The last {over} of its feeds are not read.", fix="Split the list.")
        )
    if problem is not None:
        if not feeds:
            raise xml.broken(problem)
        broken = xml.broken(problem)
        reason = f"{broken.message} What can be understood of it, {len(feeds)} feeds, is read."
        set_aside.append(SetAside(path=name, reason=reason, fix=broken.fix))
    if not outlines.is_opml or not (feeds or set_aside):
        raise UnreadableSource(
            "It is no list of feeds (OPML) with a single feed in it.",
            fix='Each feed of a list is an outline: <outline type="rss" xmlUrl="https://…"/>.',
        )
    return FeedList(feeds=tuple(feeds), set_aside=tuple(set_aside))


class _Outlines:
    """What the outlines say, gathered while the list is parsed."""

    def __init__(self) -> None:
        self.addresses: list[str] = []
        self.is_opml = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self.is_opml = self.is_opml or tag.lower() == "opml"
        if tag.lower() != "outline":
            return
        for name, value in attributes.items():
            if name.lower() == "xmlurl" and value.strip():
                # "feed:" is an old way to write the address of a feed.
                bare = re.sub(r"^feed:(?://)?(?=https?:)", "", value.strip())
                self.addresses.append(re.sub(r"^feed://", "http://", bare))


def _require_whole(address: str) -> None:
    if not re.match(r"(?i)[a-z][a-z0-9+.-]*:", address):
        raise FetchRefused("The list names only a part of an address.", fix=_WHOLE)
    parse(address)
