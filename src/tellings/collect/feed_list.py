"""A list of feeds becomes the articles of all of them.

Comes in:   the bytes of a source that may be a feed or a list of feeds, and the web.
Goes out:   which of the two it is; the articles of every feed on a list, and what is set aside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tellings.collect.feed import read_feed
from tellings.collect.feed_articles import articles_of_feed
from tellings.collect.opml import read_opml
from tellings.collect.rules import Rules
from tellings.collect.web import Web
from tellings.errors import SourceError
from tellings.records import Article, SetAside

_BEFORE_THE_ROOT = (
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?.{0,400}?\?>\s*|<!--.{0,2000}?-->\s*|<!DOCTYPE.{0,2000}?>\s*){0,10}"
)
_FEED = re.compile(_BEFORE_THE_ROOT + rb"<(?:rss|feed|(?:\w{1,10}:)?RDF)[\s>]", re.S)
_LIST = re.compile(_BEFORE_THE_ROOT + rb"<opml[\s>]", re.S)
_JSON_FEED = re.compile(rb"\s*\{[^\[]{0,2000}https?:\\?/\\?/jsonfeed\.org\\?/version\\?/1", re.S)


def is_feed(data: bytes) -> bool:
    """Whether a source begins as an RSS, Atom or JSON feed does."""
    head = _narrow(data[:8_000])
    return _FEED.match(head) is not None or _JSON_FEED.match(head) is not None


def is_list(data: bytes) -> bool:
    """Whether a source begins as a list of feeds (OPML) does."""
    return _LIST.match(_narrow(data[:8_000])) is not None


def articles_of_list(
    data: bytes, *, name: str, charset: str | None, web: Web, rules: Rules
) -> Iterator[Article | SetAside]:
    """Every article of every feed on the list; items are named `ADDRESS:NUMBER`."""
    listed = read_opml(data, name=name, charset=charset)
    yield from listed.set_aside
    answers = web.each(list(listed.feeds), at_once=rules.at_once)
    for address, answer in zip(listed.feeds, answers, strict=True):
        try:
            if isinstance(answer, SourceError):
                raise answer
            feed = read_feed(answer.data, charset=answer.charset, address=answer.url)
            yield from articles_of_feed(feed, name=address, web=web, rules=rules)
        except SourceError as error:
            yield SetAside(path=address, reason=error.message, fix=error.fix)


def _narrow(head: bytes) -> bytes:
    """The beginning of a UTF-16 file with one byte a character: enough to know what it is."""
    return head.replace(b"\x00", b"").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
