"""What a page says of itself: JSON-LD and meta elements.

Comes in:   the parsed tree of a page.
Goes out:   `PageMetadata`, each field None (or empty) unless the page states it.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

from tellings.collect import dates
from tellings.collect.encodings import without_surrogates

Tree: TypeAlias = Any
"""An element of `lxml.html`, which has no type hints of its own."""

_ARTICLE_TYPES = re.compile(r"(?i)(?:.*(?:article|report|blogposting|liveblog.*)|opinion.*|review.*)")
_TITLE = ("og:title", "twitter:title", "parsely-title", "dc.title", "sailthru.title")
_SITE = ("og:site_name", "application-name", "dc.publisher")
_AUTHOR = ("author", "parsely-author", "dc.creator", "sailthru.author", "byl", "article:author")
_PUBLISHED = (
    "article:published_time",
    "article:published",
    "og:published_time",
    "datepublished",
    "date.published",
    "parsely-pub-date",
    "pubdate",
    "publish-date",
    "publishdate",
    "publisheddate",
    "sailthru.date",
    "dc.date.issued",
    "dc.date",
    "dcterms.created",
    "date",
)
_ORIGINAL = ("original-source", "syndication-source")
_MOST_NODES = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMetadata:
    """What is stated; `published` is ISO."""

    title: str | None = None
    site: str | None = None
    byline: str | None = None
    published: str | None = None
    url: str | None = None
    canonical: str | None = None
    """The address that the page calls its original one."""
    language: str | None = None
    based_on: tuple[str, ...] = ()


def metadata_of(tree: Tree) -> PageMetadata:
    """The JSON-LD of the article first, then the meta elements, then the address that the page gives."""
    nodes = list(_linked_data(tree))
    articles = [node for node in nodes if _is_article(node)]
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and "name" in node}
    metas = _metas(tree)
    return PageMetadata(
        title=_first(_line(node.get("headline")) for node in articles) or _meta(metas, _TITLE),
        # A reprinted page keeps the publisher of the original in its JSON-LD; the site names itself here.
        site=_meta(metas, _SITE) or _first(_name(node.get("publisher"), by_id) for node in articles),
        byline=_first(_names(node.get("author"), by_id) for node in articles) or _author(metas),
        published=_first(dates.of_metadata(node.get("datePublished")) for node in articles)
        or _first(dates.of_metadata(metas.get(name)) for name in _PUBLISHED)
        or _published_element(tree),
        url=_address(metas.get("og:url")) or _canonical(tree),
        canonical=_canonical(tree),
        language=_line(tree.get("lang")),
        based_on=_based_on(articles, metas, by_id),
    )


def _linked_data(tree: Tree) -> Iterator[dict[str, Any]]:
    """Every object of the page's JSON-LD: lists and @graph unfolded, broken scripts passed over."""
    waiting: list[Any] = []
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            try:
                waiting.append(json.loads(script.text or "", strict=False))
            except (ValueError, RecursionError):
                continue
    waiting.reverse()
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        value = waiting.pop()
        if isinstance(value, list):
            waiting.extend(reversed(value))
        elif isinstance(value, dict):
            yield value
            waiting.extend(value[name] for name in ("mainEntity", "@graph") if name in value)


def _is_article(node: dict[str, Any]) -> bool:
    kinds = node.get("@type")
    named = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and _ARTICLE_TYPES.fullmatch(kind) for kind in named)


def _metas(tree: Tree) -> dict[str, str]:
    """The first value of each meta element, by its lower-cased name or property."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower()
        content = (meta.get("content") or "").strip()
        if name and content:
            found.setdefault(name, content)
    return found


def _meta(metas: dict[str, str], names: tuple[str, ...]) -> str | None:
    return _first(_line(metas.get(name)) for name in names)


def _author(metas: dict[str, str]) -> str | None:
    """A named author; many sites put the address of a profile there."""
    named = (_byline(metas.get(name)) for name in _AUTHOR)
    return _first(name for name in named if name and "://" not in name)


def _published_element(tree: Tree) -> str | None:
    """The time element marked as that of publication, or the only one of the page."""
    times = [time for time in tree.iter("time") if time.get("datetime")]
    marked = [t for t in times if t.get("pubdate") is not None or t.get("itemprop") == "datePublished"]
    chosen = marked[0] if marked else times[0] if len(times) == 1 else None
    return dates.of_metadata(chosen.get("datetime")) if chosen is not None else None


def _canonical(tree: Tree) -> str | None:
    links = (link for link in tree.iter("link") if (link.get("rel") or "").strip().lower() == "canonical")
    return _first(_address(link.get("href")) for link in links)


def _address(value: str | None) -> str | None:
    address = (value or "").strip()
    return address if re.match(r"https?://\S+$", address) else None


def _based_on(
    articles: list[dict[str, Any]], metas: dict[str, str], by_id: dict[str, dict[str, Any]]
) -> tuple[str, ...]:
    """What isBasedOn, sourceOrganization and the syndication elements name, each once."""
    named: list[str] = []
    for node in articles:
        for field in ("isBasedOn", "isBasedOnUrl", "sourceOrganization"):
            value = node.get(field)
            for one in value if isinstance(value, list) else [value]:
                named.append(_name(one, by_id) or "")
    named.extend(metas.get(name, "") for name in _ORIGINAL)
    return tuple(dict.fromkeys(name for name in named if name))


def _name(value: Any, by_id: dict[str, dict[str, Any]]) -> str | None:
    """The name (or address) of a JSON-LD thing: a string, an object, or a reference to one by @id."""
    if isinstance(value, list):
        return _first(_name(one, by_id) for one in value[:20] if not isinstance(one, list))
    if isinstance(value, dict):
        if "name" not in value and isinstance(value.get("@id"), str):
            value = by_id.get(value["@id"], value)
        return _line(value.get("name")) or _line(value.get("headline")) or _line(value.get("url"))
    return _line(value)


def _names(value: Any, by_id: dict[str, dict[str, Any]]) -> str | None:
    listed = value if isinstance(value, list) else [value]
    named = [_byline(_name(one, by_id)) for one in listed[:20]]
    return ", ".join(dict.fromkeys(name for name in named if name and "://" not in name)) or None


def _byline(value: Any) -> str | None:
    name = _line(value)
    return name[3:] if name and name.lower().startswith("by ") else name


def _line(value: Any) -> str | None:
    """A string on one line, character references resolved."""
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if not isinstance(value, str):
        return None
    return " ".join(without_surrogates(html.unescape(value)).split())[:500] or None


def _first(values: Iterator[str | None]) -> str | None:
    return next((value for value in values if value), None)
