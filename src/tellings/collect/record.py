"""JSON records become articles.

Comes in:   the text of a .json (one article, or a list of them) or a line of a .jsonl: news-please fields
            (title, maintext, source_domain, date_publish, url, authors, language) or plain ones (title, text,
            outlet, published, url).
Goes out:   `Article`s (their ids still empty), or `UnreadableSource` / `NoArticleText`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from tellings.collect import dates, outlet
from tellings.collect.compose import whole_text
from tellings.collect.encodings import without_surrogates
from tellings.collect.plain import with_certain_metadata
from tellings.errors import NoArticleText, SourceError, UnreadableSource
from tellings.records import Article, SetAside

_TITLE = ("title", "headline")
_BODY = ("maintext", "text", "body_text", "body", "articleBody", "content")
_PUBLISHED = (
    "published",
    "date_publish",
    "datePublished",
    "date_published",
    "published_at",
    "versioncreated",
)
_BYLINE = ("byline", "authors", "author")
_OUTLET = ("outlet", "publisher", "site_name")
_DOMAIN = ("source_domain", "domain")
_URL = ("url", "link")
_LANGUAGE = ("language", "lang")

_FIX = 'Give each article as {"title": …, "text": …, "outlet": …, "published": …, "url": …}.'


def articles_from_json(
    text: str, *, path: str | None, url: str | None = None
) -> Iterator[Article | SetAside]:
    """The article of a .json, or those of a list; items of a list are named `path:NUMBER`."""
    value = parse(text)
    if isinstance(value, dict) and isinstance(value.get("articles"), list):
        value = value["articles"]
    if not isinstance(value, list):
        yield article_from_record(value, path=path, url=url)
        return
    if not value:
        raise NoArticleText("The list in it is empty.", fix=_FIX)
    for number, record in enumerate(value, start=1):
        name = f"{path or url}:{number}"
        try:
            yield article_from_record(record, path=name)
        except SourceError as error:
            yield SetAside(path=name, reason=error.message, fix=error.fix)


def parse(text: str) -> object:
    """The JSON value; raises `UnreadableSource` with the place where it breaks."""
    try:
        value: object = json.loads(text)
    except json.JSONDecodeError as error:
        raise UnreadableSource(
            f"Its JSON is broken ({error.msg}, line {error.lineno}, column {error.colno}).",
            fix="Repair it there, or save the article as text.",
        ) from error
    except (RecursionError, ValueError) as error:
        raise UnreadableSource("Its JSON is nested too deep or holds absurd numbers.", fix=_FIX) from error
    return value


def article_from_record(record: object, *, path: str | None, url: str | None = None) -> Article:
    """The article of one JSON object. Unknown fields are passed over; unknown metadata is None."""
    if not isinstance(record, dict):
        raise UnreadableSource("It is JSON, but no object with the fields of an article.", fix=_FIX)
    body = _first_string(record, _BODY)
    if body is None:
        raise NoArticleText(f"It holds no text (looked for {', '.join(_BODY)}).", fix=_FIX)
    title = _line(_first_string(record, _TITLE))
    address = _line(_first_string(record, _URL)) or url
    return with_certain_metadata(
        Article(
            id="",
            text=whole_text(title, body),
            path=path,
            url=address,
            outlet=_outlet(record, address),
            published=_published(record),
            title=title,
            byline=_byline(record),
            language=(_first_string(record, _LANGUAGE) or "en").strip().lower()[:12],
        )
    )


def _first_string(record: dict[Any, Any], names: tuple[str, ...]) -> str | None:
    """The first of the fields that holds a text (or an object with a name)."""
    for name in names:
        value = record.get(name)
        if isinstance(value, dict):
            value = value.get("name")
        if isinstance(value, str) and value.strip():
            return without_surrogates(value)
    return None


def _line(value: str | None) -> str | None:
    return " ".join(value.split()) if value else None


def _outlet(record: dict[Any, Any], url: str | None) -> str | None:
    named = _line(_first_string(record, _OUTLET))
    if named:
        return outlet.outlet_of_domain(named) if outlet.looks_like_domain(named) else named
    domain = _line(_first_string(record, _DOMAIN))
    if domain is None:
        return outlet.of_address(url)
    if outlet.looks_like_domain(domain):
        return outlet.outlet_of_domain(domain)
    # Some collections hold a short code in this field; the address, where well known, says it better.
    by_address = outlet.of_address(url)
    return by_address if by_address and not outlet.looks_like_domain(by_address) else domain


def _published(record: dict[Any, Any]) -> str | None:
    for name in _PUBLISHED:
        if known := dates.of_metadata(record.get(name)):
            return known
    return None


def _byline(record: dict[Any, Any]) -> str | None:
    for name in _BYLINE:
        value = record.get(name)
        names = value if isinstance(value, list) else [value]
        printed = [_author(author) for author in names]
        if joined := ", ".join(author for author in printed if author):
            return joined
    return None


def _author(value: object) -> str | None:
    if isinstance(value, dict):
        value = value.get("name")
    if not isinstance(value, str):
        return None
    name = _line(without_surrogates(value)) or ""
    return name[3:] if name.lower().startswith("by ") else name
