"""A web archive becomes articles.

Comes in:   an open WARC file, compressed or not, and which of its pages are wanted (all, if not said).
Goes out:   an `Article` (its id still empty) for each captured page, with the time of its capture, and what
            is set aside: pages that are no article, what is no page (counted), and where the file breaks off.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, BinaryIO

from tellings.collect import dates
from tellings.collect.answered import article_from_answer
from tellings.collect.captured_pages import Wanted
from tellings.collect.notices import words_of_story
from tellings.collect.rules import Rules
from tellings.collect.unpacking import Budget, Unpacked, too_large_body, unpack_body
from tellings.collect.warc_records import Cut, records_of
from tellings.errors import NoArticleText, SourceError, UnreadableSource
from tellings.records import Article, SetAside

_PAGE_TYPES = ("text/html", "application/xhtml+xml", "text/plain")
_CHARSET = re.compile(r"""(?i)charset\s*=\s*["']?([\w-]{2,20})""")
_FEWEST_WORDS = 25


def articles_of_warc(
    file: BinaryIO, *, name: str, budget: Budget, rules: Rules, wanted: Wanted | None = None
) -> Iterator[Article | SetAside]:
    """Every article of the archive; records are named `name:NUMBER`."""
    unpacked = Unpacked(file, budget)
    others: Counter[str] = Counter()
    number = 0
    try:
        for number, record in enumerate(records_of(io.BufferedReader(unpacked, 65_536)), start=1):
            yield from _of_record(record, f"{name}:{number}", others, rules, wanted or Wanted())
    except Cut as cut:
        why = unpacked.damage or str(cut)
        yield _broken_off(name, number + 1, why)
    except UnreadableSource as error:
        yield SetAside(path=name, reason=error.message, fix=error.fix)
    else:
        if unpacked.damage:
            yield _broken_off(name, number + 1, unpacked.damage)
        elif not number:
            raise UnreadableSource("It holds no WARC records.", fix="Give a file that a web archiver wrote.")
    if others:
        listed = ", ".join(f"{count} × {kind}" for kind, count in others.most_common(6))
        yield SetAside(
            path=name,
            reason=f"{others.total()} of its records are no pages ({listed}).",
            fix="Nothing needs doing, unless an article is among them: then give it as a page or a text.",
        )


def _of_record(
    record: Any, path: str, others: Counter[str], rules: Rules, wanted: Wanted
) -> Iterator[Article | SetAside]:
    kind, url = record.rec_type, record.rec_headers.get_header("WARC-Target-URI") or ""
    if kind == "revisit":
        others["unchanged since an earlier capture"] += 1
        return
    if kind not in ("response", "resource", "conversion"):
        return
    content_type = _content_type(record)
    media_type = content_type.partition(";")[0].strip().lower()
    status = record.http_headers.get_statuscode() if record.http_headers is not None else "200"
    if status.startswith("3") and record.http_headers is not None:
        wanted.follow(url, record.http_headers.get_header("Location"))
    if status != "200":
        others[f"answer {status[:3]}"] += 1
    elif media_type not in _PAGE_TYPES or not url.startswith(("http://", "https://")):
        others[media_type[:60] or "no type"] += 1
    elif not wanted.has(url):
        others["part of a page"] += 1
    else:
        try:
            yield _article(record, url, path, rules)
        except SourceError as error:
            yield SetAside(path=f"{path} {url[:500]}", reason=error.message, fix=error.fix)


def _article(record: Any, url: str, path: str, rules: Rules) -> Article:
    content_type = _content_type(record)
    charset = _CHARSET.search(content_type)
    media_type = content_type.partition(";")[0].strip().lower()
    article = article_from_answer(
        _body(record, rules),
        content_type=media_type,
        charset=charset.group(1) if charset else None,
        url=url,
        path=path,
    )
    if media_type == "text/plain" and words_of_story(article.text) < _FEWEST_WORDS:
        raise NoArticleText("It is a text of a few words, no article.", fix="Nothing needs doing.")
    return replace(article, captured=dates.of_metadata(record.rec_headers.get_header("WARC-Date")))


def _body(record: Any, rules: Rules) -> bytes:
    """What the host sent, without the encodings it was sent in."""
    data: bytes = record.raw_stream.read(rules.max_bytes + 1)
    if len(data) > rules.max_bytes:
        raise too_large_body(rules.max_bytes)
    if record.raw_stream.limit > 0:
        raise Cut("it ends in the middle of a page")
    if record.http_headers is None:
        return data
    if "chunked" in (record.http_headers.get_header("Transfer-Encoding") or "").lower():
        from warcio.bufferedreaders import ChunkedDataReader

        data = ChunkedDataReader(io.BytesIO(data)).read()
    return unpack_body(
        data, record.http_headers.get_header("Content-Encoding") or "", max_bytes=rules.max_bytes
    )


def _content_type(record: Any) -> str:
    headers = record.http_headers or record.rec_headers
    return (headers.get_header("Content-Type") or "")[:200]


def _broken_off(name: str, number: int, why: str) -> SetAside:
    return SetAside(
        path=f"{name}:{number}",
        reason=f"The archive breaks off here ({why[:200]}); everything before is read, nothing after it.",
        fix="Get the whole file again; its size tells whether a download was cut.",
    )
