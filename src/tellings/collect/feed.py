"""A feed becomes its items.

Comes in:   the bytes of an RSS, Atom or JSON feed, the charset its host declares, and where it was found.
Goes out:   a `Feed`, its items in the order of the feed; `UnreadableSource` for what is no feed.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urljoin

from tellings.collect import dates, outlet, xml
from tellings.collect.encodings import without_surrogates
from tellings.collect.page_text import line_of_markup
from tellings.errors import UnreadableSource

NO_FEED = "Give the address of the feed itself; pages often name it as RSS, Atom or in their source."
_PAGE = re.compile(r"(?i)\s*(?:<!--.{0,2000}?-->\s*)?<(?:!doctype html|html|head|body)\b", re.S)
_ALTERNATE = re.compile(r"(?i)<link\b[^<>]{0,500}application/(?:rss|atom|feed)\+(?:xml|json)[^<>]{0,500}>")
_HREF = re.compile(r"""(?i)\bhref\s*=\s*["']([^"'<>]{1,500})["']""")
_MOST_LETTERS = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedItem:
    """What a feed says of one article. `body` is markup or text; `whole` where the feed calls it content."""

    number: int
    id: str | None = None
    link: str | None = None
    title: str | None = None
    body: str = ""
    whole: bool = False
    outlet: str | None = None
    """The publisher that the item itself names (the `source` element of RSS and Atom)."""
    byline: str | None = None
    published: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed as it was read. `minutes` is how long its publisher asks to wait before the next time."""

    title: str | None
    items: tuple[FeedItem, ...]
    minutes: int | None = None
    problem: str | None = None
    """What was wrong with its XML, where it had to be repaired."""


def read_feed(data: bytes, *, charset: str | None = None, address: str | None = None) -> Feed:
    """The feed in the bytes; raises `UnreadableSource` for a page, broken beyond repair, or anything else."""
    if not data.strip():
        raise UnreadableSource("It is empty, not a feed.", fix=NO_FEED)
    text = xml.decode_xml(data, charset=charset)
    if text.startswith("{"):
        from tellings.collect.json_feed import read_json_feed

        return read_json_feed(text, address=address)
    if _PAGE.match(text):
        raise _is_a_page(text, address)
    if not text.startswith("<"):
        raise UnreadableSource("It is text, not a feed.", fix=NO_FEED)
    sound, problem = xml.well_formed(text)
    found = _parsed(sound, address)
    if problem is not None and not found.entries:
        raise xml.broken(problem)
    if not found.version and not found.entries:
        raise UnreadableSource("It is XML, but no feed.", fix=NO_FEED)
    return Feed(
        title=line_of_markup(found.feed.get("title")),
        items=tuple(_items(found, address)),
        minutes=_minutes(found.feed.get("ttl")),
        problem=problem,
    )


def web_address(value: object, base: str | None) -> str | None:
    """The value as a whole http(s) address, None where it is none."""
    if not isinstance(value, str) or not value.strip() or len(value) > 2_000:
        return None
    try:
        address = urljoin(base or "", value.strip())
    except ValueError:
        return None
    return address if re.match(r"(?i)https?://\S+$", address) else None


def _parsed(text: str, address: str | None) -> Any:
    import feedparser

    # Given as a stream: of a string it would try to open a file or an address of that name.
    return feedparser.parse(
        io.BytesIO(text.encode("utf-8", "replace")),
        response_headers={
            "content-type": "application/xml; charset=utf-8",
            "content-location": address or "",
        },
        sanitize_html=False,  # only the words of it are taken, and nothing is rendered
        resolve_relative_uris=False,
    )


def _items(found: Any, address: str | None) -> Iterator[FeedItem]:
    base = web_address(found.feed.get("link"), address) or address
    for number, entry in enumerate(found.entries, start=1):
        body, whole = _body(entry)
        link = web_address(entry.get("feedburner_origlink") or entry.get("link"), base)
        yield FeedItem(
            number=number,
            id=_text(entry.get("id")) or link,
            link=link,
            title=line_of_markup(entry.get("title")),
            body=body,
            whole=whole,
            outlet=_publisher(entry),
            byline=_byline(entry),
            published=_published(entry),
            language=_text(entry.get("language")) or _text(found.feed.get("language")),
        )


def _body(entry: Any) -> tuple[str, bool]:
    """The longest text of an entry, and whether it stands in an element for the whole content."""
    contents = [c.get("value") or "" for c in entry.get("content") or [] if _is_text(c.get("type"))]
    content = max(contents, key=len, default="")
    summary = entry.get("summary") or ""
    body, whole = (content, True) if len(content) >= len(summary) else (summary, False)
    return without_surrogates(body), whole and bool(content)


def _is_text(kind: object) -> bool:
    return not isinstance(kind, str) or kind.startswith("text/") or kind == "application/xhtml+xml"


def _publisher(entry: Any) -> str | None:
    """The outlet that the item names as its source, as feeds made of many outlets' items do."""
    source = entry.get("source") or {}
    named = line_of_markup(source.get("title")) or line_of_markup(entry.get("publisher"))
    if named:
        return outlet.outlet_of_domain(named) if outlet.looks_like_domain(named) else named
    return outlet.of_address(source.get("href") or source.get("link"))


def _byline(entry: Any) -> str | None:
    authors = [author for author in entry.get("authors") or [] if isinstance(author, dict)]
    names = [_name(author) for author in authors] or [line_of_markup(entry.get("author"))]
    found = [name for name in names if name and "@" not in name and "://" not in name]
    return re.sub(r"(?i)^by ", "", ", ".join(dict.fromkeys(found))) or None


def _name(author: Any) -> str | None:
    name = line_of_markup(author.get("name"))
    # Of an address of mail with a long last part, feedparser leaves the end of that part as the name.
    return name if name and (name[0].isupper() or not author.get("email")) else None


def _published(entry: Any) -> str | None:
    """The date of publication; that of an update only where there is no other."""
    for name in ("published", "created", "updated"):
        if name == "updated" and "updated" not in entry.keys():  # noqa: SIM118 - feedparser answers for others
            continue
        if known := dates.of_metadata(entry.get(name)):
            return known
        if parsed := entry.get(f"{name}_parsed"):
            try:
                return datetime(*parsed[:6]).replace(tzinfo=UTC).isoformat()
            except (ValueError, TypeError):
                continue
    return None


def _minutes(value: object) -> int | None:
    text = str(value or "").strip()
    return int(text) if re.fullmatch(r"[0-9]{1,5}", text) else None


def _text(value: object) -> str | None:
    return value.strip()[:_MOST_LETTERS] or None if isinstance(value, str) else None


def _is_a_page(text: str, address: str | None) -> UnreadableSource:
    link = _ALTERNATE.search(text[:100_000])
    href = _HREF.search(link.group()) if link else None
    named = web_address(href.group(1), address) if href else None
    fix = f"The page names this feed: {named}" if named else NO_FEED
    return UnreadableSource("It is a web page, not a feed.", fix=fix)
