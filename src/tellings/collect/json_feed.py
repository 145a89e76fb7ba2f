"""A JSON feed becomes its items.

Comes in:   the text of a JSON feed (jsonfeed.org, version 1 or 1.1).
Goes out:   a `Feed`; `UnreadableSource` for other JSON.
"""

from __future__ import annotations

import html
import re
from typing import Any

from tellings.collect import dates
from tellings.collect.encodings import without_surrogates
from tellings.collect.feed import NO_FEED, Feed, FeedItem, web_address
from tellings.collect.page_text import line_of_markup
from tellings.collect.record import parse
from tellings.errors import UnreadableSource

_VERSION = re.compile(r"https?://jsonfeed\.org/version/1(?:\.\d)?/?")


def read_json_feed(text: str, *, address: str | None = None) -> Feed:
    """The feed in the text."""
    feed = parse(text)
    if not isinstance(feed, dict) or not _VERSION.fullmatch(str(feed.get("version"))):
        raise UnreadableSource("It is JSON, but no feed.", fix=NO_FEED)
    items = feed.get("items")
    if not isinstance(items, list):
        raise UnreadableSource("The feed has no list of items.", fix=NO_FEED)
    base = web_address(feed.get("home_page_url"), address) or address
    return Feed(
        title=line_of_markup(feed.get("title")),
        items=tuple(
            _item(item, number, base, feed)
            for number, item in enumerate(items, start=1)
            if isinstance(item, dict)
        ),
    )


def _item(item: dict[str, Any], number: int, base: str | None, feed: dict[str, Any]) -> FeedItem:
    content = _string(item.get("content_html")) or html.escape(_string(item.get("content_text")))
    summary = html.escape(_string(item.get("summary")))
    link = web_address(item.get("url"), base)
    identity = item.get("id")
    return FeedItem(
        number=number,
        id=str(identity)[:1_000] if isinstance(identity, str | int | float) else link,
        link=link or web_address(item.get("external_url"), base),
        title=line_of_markup(html.escape(_string(item.get("title")))),
        body=content or summary,
        whole=bool(content),
        byline=_byline(item) or _byline(feed),
        published=dates.of_metadata(item.get("date_published"))
        or dates.of_metadata(item.get("date_modified")),
        language=_string(item.get("language")) or _string(feed.get("language")) or None,
    )


def _byline(holder: dict[str, Any]) -> str | None:
    authors = holder.get("authors")
    listed = authors if isinstance(authors, list) else [holder.get("author")]
    names = [line_of_markup(html.escape(_string(a.get("name")))) for a in listed[:20] if isinstance(a, dict)]
    return ", ".join(name for name in names if name) or None


def _string(value: object) -> str:
    return without_surrogates(value).strip() if isinstance(value, str) else ""
