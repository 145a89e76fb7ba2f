"""The answer of a host to one request, read boundedly.

Comes in:   a response whose body is still on its way.
Goes out:   `Fetched`, or the `FetchRefused` that says why it is not read.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import TYPE_CHECKING

from tellings.collect.addresses import SAVE_PAGE
from tellings.collect.rules import Rules
from tellings.errors import FetchRefused

if TYPE_CHECKING:
    import httpx

PAGE_TYPES = ("text/html", "text/plain", "application/xhtml+xml", "application/json")
FEED_TYPES = (
    "application/rss+xml",
    "application/atom+xml",
    "application/rdf+xml",
    "application/xml",
    "text/xml",
    "application/feed+json",
    "text/x-opml",
    "application/opml+xml",
)
ACCEPTED = f"{', '.join(PAGE_TYPES[:3])}, {', '.join(FEED_TYPES[:2])}, */*;q=0.8"
REDIRECTS = (301, 302, 303, 307, 308)
MOVED_FOR_GOOD = (301, 308)
_ARCHIVES = ("warc", "wacz", "zip", "gzip", "octet-stream")
_CHUNK = 65_536


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A page as it came: the address it was found at in the end, its type, charset and bytes.

    `status` is 200, or 304 for what has not changed since `etag` or `last_modified`. `moved_to` is the
    address to ask from now on: where the redirects for good, before any other, led to.
    """

    url: str
    content_type: str
    charset: str | None
    data: bytes
    status: int = 200
    moved_to: str | None = None
    etag: str | None = None
    last_modified: str | None = None


class RefusedByHost(FetchRefused):
    """The host answered with the `status` of an error, and may ask to be left alone for some seconds."""

    def __init__(self, message: str, *, fix: str, status: int, retry_after: float | None) -> None:
        super().__init__(message, fix=fix)
        self.status = status
        self.retry_after = retry_after


class TryLater(FetchRefused):
    """Nothing is wrong with the address, but nothing came: it may be asked again, after some `seconds`."""

    def __init__(self, message: str, *, fix: str, seconds: float = 0.0) -> None:
        super().__init__(message, fix=fix)
        self.seconds = seconds


def may_work_later(error: FetchRefused) -> bool:
    """Whether the same request may succeed another time."""
    if isinstance(error, RefusedByHost):
        return error.status >= 500 or error.status in (408, 425, 429)
    return isinstance(error, TryLater)


async def read_answer(url: httpx.URL, response: httpx.Response, rules: Rules, *, now: float) -> Fetched:
    """The whole of an answer that is no redirect. `now` is the time of the wall, in seconds since 1970."""
    if response.status_code == HTTPStatus.NOT_MODIFIED:
        return Fetched(url=str(url), content_type="", charset=None, data=b"", status=304)
    if response.status_code != HTTPStatus.OK:
        raise _refused_by_host(response, now)
    content_type = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    _require_readable(content_type)
    stated = response.headers.get("content-length") or "0"
    if stated.isdigit() and int(stated) > rules.max_bytes:
        raise _too_large(rules)
    data, whole = await read_body(response, rules.max_bytes)
    if not whole:
        raise _too_large(rules)
    return Fetched(
        url=str(url),
        content_type=content_type,
        charset=response.charset_encoding,
        data=data,
        etag=_short(response.headers.get("etag")),
        last_modified=_short(response.headers.get("last-modified")),
    )


async def read_body(response: httpx.Response, max_bytes: int) -> tuple[bytes, bool]:
    """At most `max_bytes` of the decompressed body, and whether that is the whole of it."""
    encoding = response.headers.get("content-encoding", "identity").strip().lower()
    if encoding not in ("identity", "", "gzip", "x-gzip", "deflate"):
        raise FetchRefused(f"It answers compressed as {encoding}, which was not asked for.", fix=SAVE_PAGE)
    inflate = None if encoding in ("identity", "") else zlib.decompressobj(wbits=47)
    body = bytearray()
    async for chunk in response.aiter_raw(_CHUNK):
        # Never more is inflated than fits: a small gzip can hold gigabytes.
        piece = inflate.decompress(chunk, max_bytes + 1 - len(body)) if inflate else chunk
        body += piece
        if len(body) > max_bytes:
            return bytes(body[:max_bytes]), False
    return bytes(body), True


def _require_readable(content_type: str) -> None:
    if not content_type or content_type in PAGE_TYPES or content_type in FEED_TYPES:
        return
    fix = "Give the address of the article itself, or save its text."
    if any(name in content_type for name in _ARCHIVES):
        fix = "If it is an archive, download it and give that file."
    raise FetchRefused(f"It answers with {content_type}, not with a page, a text or a feed.", fix=fix)


def _too_large(rules: Rules) -> FetchRefused:
    return FetchRefused(
        f"It sends more than {rules.max_bytes / 1_000_000:g} MB, more than any article.",
        fix="Give the address of the article itself, or save its text.",
    )


def _refused_by_host(response: httpx.Response, now: float) -> RefusedByHost:
    status = response.status_code
    try:
        phrase = f" {HTTPStatus(status).phrase}"
    except ValueError:
        phrase = ""
    if status in (404, 410):
        fix = "Check the address; an archived copy may exist: save that page and give the file."
    elif status >= 500 or status == 429:
        fix = f"Try again later. {SAVE_PAGE}"
    else:
        fix = SAVE_PAGE
    return RefusedByHost(
        f"It answers {status}{phrase}.",
        fix=fix,
        status=status,
        retry_after=_retry_after(response.headers.get("retry-after"), now),
    )


def _retry_after(value: str | None, now: float) -> float | None:
    """Seconds from a number of them or from a date."""
    value = (value or "").strip()
    if value.isascii() and value.isdigit():
        return float(value[:9])
    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.fromtimestamp(now, UTC)).total_seconds())


def _short(value: str | None) -> str | None:
    return value if value and len(value) <= 1_000 else None
