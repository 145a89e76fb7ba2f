"""One item becomes its articles.

Comes in:   an `Item`: a file, an address, a text, standard input, a record.
Goes out:   its `Article`s (ids still empty) and what is set aside of it; a `SourceError` for the whole item.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from tellings.collect import encodings, files
from tellings.collect.plain import article_from_text
from tellings.collect.rules import Rules
from tellings.collect.sources import PAGES, Item
from tellings.records import Article, SetAside

if TYPE_CHECKING:
    from concurrent.futures import Future

    from tellings.collect.fetch import Fetched

_MARKUP = re.compile(
    r"(?i)\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype html|html|head|body)\b", re.S
)


def load(item: Item, pages: Mapping[str, Future[Fetched]], rules: Rules) -> Iterator[Article | SetAside]:
    """Every article of the item; `pages` holds what is being fetched, by address."""
    if item.article is not None:
        text = encodings.without_surrogates(item.article.text)
        yield item.article if text == item.article.text else replace(item.article, text=text)
    elif item.kind == "text":
        yield article_from_text(encodings.without_surrogates(item.label))
    elif item.kind == "address":
        yield from _from_fetched(pages[item.label].result())
    elif item.kind == "stdin":
        yield from _from_bytes(_standard_input(rules), path="-", rules=rules)
    else:
        yield from _from_file(item.label, rules)


def _from_file(path: str, rules: Rules) -> Iterator[Article | SetAside]:
    ending = os.path.splitext(path)[1].lower()
    if ending in (".jsonl", ".ndjson"):
        yield from _from_lines(path, rules)
        return
    data = files.read_bytes(Path(path), max_bytes=rules.max_bytes)
    if ending in PAGES:
        yield _page(data, path=path)
    elif ending == ".json":
        yield from _records(data, path=path)
    elif ending in (".txt", ".text", ".md", ".markdown"):
        yield _text(data, path=path)
    else:
        yield from _from_bytes(data, path=path, rules=rules)


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


def _from_fetched(page: Fetched) -> Iterator[Article | SetAside]:
    if page.content_type == "application/json":
        from tellings.collect.record import articles_from_json

        yield from articles_from_json(encodings.decode(page.data), path=None, url=page.url)
        return
    text = encodings.decode(page.data, declared=page.charset or encodings.declared_charset(page.data))
    if page.content_type == "text/plain" or not (page.content_type or _MARKUP.match(text)):
        yield article_from_text(encodings.universal_newlines(text), url=page.url)
        return
    from tellings.collect.page import article_from_page

    yield article_from_page(text, url=page.url)


def _from_bytes(data: bytes, *, path: str, rules: Rules) -> Iterator[Article | SetAside]:
    """Content without a telling name: a page, a record, records by line, or a text, as it begins."""
    text = encodings.decode(data)
    if _MARKUP.match(text):
        yield _page(data, path=path)
    elif re.match(r"\s*[{\[]\s*[\"{]", text):
        yield from _json_of_some_kind(text, path=path, rules=rules)
    else:
        yield _text(data, path=path)


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


def _records(data: bytes, *, path: str) -> Iterator[Article | SetAside]:
    from tellings.collect.record import articles_from_json

    text = encodings.decode(data)
    if not text.strip():
        yield article_from_text(text, path=path)
    yield from articles_from_json(text, path=path)


def _text(data: bytes, *, path: str) -> Article:
    return article_from_text(encodings.universal_newlines(encodings.decode(data)), path=path)


def _standard_input(rules: Rules) -> bytes:
    data = sys.stdin.buffer.read(rules.max_bytes + 1)
    if len(data) > rules.max_bytes:
        raise files.too_large(rules.max_bytes)
    return data
