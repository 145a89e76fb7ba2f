"""One item becomes its articles.

Comes in:   an `Item`: a file, an address, a text, standard input, a record.
Goes out:   its `Article`s (ids still empty) and what is set aside of it; a `SourceError` for the whole item.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from tellings.collect import encodings, files
from tellings.collect.answered import MARKUP, article_from_answer
from tellings.collect.plain import article_from_text
from tellings.collect.rules import Rules
from tellings.collect.sources import FEEDS, PACKAGES, PAGES, TEXTS, WARCS, Item
from tellings.records import Article, SetAside

if TYPE_CHECKING:
    from tellings.collect.answers import Fetched
    from tellings.collect.web import Web

Reach = Callable[[], "Web"]
"""Opens the web, the first time."""


def load(item: Item, web: Reach, rules: Rules) -> Iterator[Article | SetAside]:
    """Every article of the item; `web` is opened only for addresses, feeds and lists of feeds."""
    if item.article is not None:
        text = encodings.without_surrogates(item.article.text)
        yield item.article if text == item.article.text else replace(item.article, text=text)
    elif item.kind == "text":
        yield article_from_text(encodings.without_surrogates(item.label))
    elif item.kind == "address":
        yield from _from_fetched(web().get(item.label), web, rules)
    elif item.kind == "stdin":
        yield from _from_bytes(_standard_input(rules), path="-", web=web, rules=rules)
    else:
        yield from _from_file(item.label, web, rules)


def _from_file(path: str, web: Reach, rules: Rules) -> Iterator[Article | SetAside]:
    lowered = path.lower()
    ending = os.path.splitext(lowered)[1]
    if ending in (".jsonl", ".ndjson"):
        yield from _from_lines(path, rules)
        return
    if lowered.endswith((*WARCS, *PACKAGES)):
        yield from _from_archive(path, rules)
        return
    data = files.read_bytes(Path(path), max_bytes=rules.max_bytes)
    if ending in PAGES:
        yield _page(data, path=path)
    elif ending == ".json":
        yield from _records(data, path=path, web=web, rules=rules)
    elif ending in TEXTS:
        yield _text(data, path=path)
    elif ending in FEEDS and not (ending == ".xml" and MARKUP.match(encodings.decode(data))):
        yield from _from_feed(data, name=path, web=web, rules=rules)
    else:
        yield from _from_bytes(data, path=path, web=web, rules=rules)


def _from_archive(path: str, rules: Rules) -> Iterator[Article | SetAside]:
    from tellings.collect.unpacking import Budget
    from tellings.collect.wacz import articles_of_wacz
    from tellings.collect.warc import articles_of_warc

    try:
        with files.open_regular(Path(path)) as file:
            size = os.fstat(file.fileno()).st_size
            if path.lower().endswith(PACKAGES):
                yield from articles_of_wacz(file, name=path, size=size, rules=rules)
            else:
                yield from articles_of_warc(file, name=path, budget=Budget(size, rules), rules=rules)
    except OSError as error:
        raise files.unreadable(error) from error


def _from_feed(
    data: bytes,
    *,
    name: str,
    web: Reach,
    rules: Rules,
    charset: str | None = None,
    address: str | None = None,
) -> Iterator[Article | SetAside]:
    """The articles of a feed, or of every feed of a list."""
    from tellings.collect.feed import read_feed
    from tellings.collect.feed_articles import articles_of_feed
    from tellings.collect.feed_list import articles_of_list, is_list

    if is_list(data):
        yield from articles_of_list(data, name=name, charset=charset, web=web(), rules=rules)
    else:
        feed = read_feed(data, charset=charset, address=address)
        yield from articles_of_feed(feed, name=name, web=web(), rules=rules)


def _from_lines(path: str, rules: Rules) -> Iterator[Article | SetAside]:
    from tellings.collect.records_by_line import articles_by_line

    try:
        with files.open_regular(Path(path)) as file:
            lines = _utf8_lines(file, rules)
            yield from articles_by_line(lines, path=path, max_bytes=rules.max_bytes)
    except OSError as error:
        raise files.unreadable(error) from error


def _utf8_lines(file: BinaryIO, rules: Rules) -> Iterator[bytes | None]:
    """The lines of a .jsonl of any length; one in UTF-16 is short enough to be recoded whole."""
    start = file.read(4)
    file.seek(0)
    if b"\x00" in start or start.startswith((b"\xff\xfe", b"\xfe\xff")):
        data = file.read(rules.max_bytes + 1)
        if len(data) > rules.max_bytes:
            raise files.too_large(rules.max_bytes)
        yield from encodings.decode(data).encode("utf-8", "replace").split(b"\n")
    else:
        yield from files.bounded_lines(file, max_bytes=rules.max_bytes)


def _from_fetched(page: Fetched, web: Reach, rules: Rules) -> Iterator[Article | SetAside]:
    if _is_feed(page.data):
        yield from _from_feed(
            page.data, name=page.url, charset=page.charset, address=page.url, web=web, rules=rules
        )
    elif page.content_type in ("application/json", "application/feed+json"):
        from tellings.collect.record import articles_from_json

        yield from articles_from_json(encodings.decode(page.data), path=None, url=page.url)
    else:
        yield article_from_answer(
            page.data, content_type=page.content_type, charset=page.charset, url=page.url
        )


def _from_bytes(data: bytes, *, path: str, web: Reach, rules: Rules) -> Iterator[Article | SetAside]:
    """Content without a telling name: a page, a feed, a record, records by line, or a text, as it begins."""
    text = encodings.decode(data)
    if MARKUP.match(text):
        yield _page(data, path=path)
    elif _is_feed(data):
        yield from _from_feed(data, name=path, web=web, rules=rules)
    elif re.match(r"\s*[{\[]\s*[\"{]", text):
        yield from _json_of_some_kind(text, path=path, rules=rules)
    else:
        yield _text(data, path=path)


def _is_feed(data: bytes) -> bool:
    from tellings.collect.feed_list import is_feed, is_list

    return is_feed(data) or is_list(data)


def _json_of_some_kind(text: str, *, path: str, rules: Rules) -> Iterator[Article | SetAside]:
    from tellings.collect.record import articles_from_json
    from tellings.collect.records_by_line import articles_by_line

    lines = [line for line in text.split("\n") if line.strip()]
    if (
        len(lines) > 1
        and all(line.lstrip().startswith("{") for line in lines[:2])
        and lines[0].rstrip().endswith("}")
    ):
        encoded = (line.encode("utf-8", "replace") for line in text.split("\n"))
        yield from articles_by_line(encoded, path=path, max_bytes=rules.max_bytes)
    else:
        yield from articles_from_json(text, path=path)


def _page(data: bytes, *, path: str) -> Article:
    from tellings.collect.page import article_from_page

    text = encodings.decode(data, declared=encodings.declared_charset(data))
    return article_from_page(text, path=path)


def _records(data: bytes, *, path: str, web: Reach, rules: Rules) -> Iterator[Article | SetAside]:
    from tellings.collect.record import articles_from_json

    text = encodings.decode(data)
    if not text.strip():
        yield article_from_text(text, path=path)
    if _is_feed(data):
        yield from _from_feed(data, name=path, web=web, rules=rules)
    else:
        yield from articles_from_json(text, path=path)


def _text(data: bytes, *, path: str) -> Article:
    return article_from_text(encodings.universal_newlines(encodings.decode(data)), path=path)


def _standard_input(rules: Rules) -> bytes:
    data = sys.stdin.buffer.read(rules.max_bytes + 1)
    if len(data) > rules.max_bytes:
        raise files.too_large(rules.max_bytes)
    return data
