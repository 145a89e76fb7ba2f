"""Addresses are fetched: politely, boundedly, and never from a private network.

Comes in:   http(s) addresses.
Goes out:   for each a future `Fetched` page, or the `FetchRefused` that says why not.
"""

from __future__ import annotations

import asyncio
import threading
import zlib
from collections.abc import AsyncIterator, Sequence
from concurrent.futures import Future
from contextlib import asynccontextmanager
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING

from tellings.collect.addresses import SAVE_PAGE, checked_ips, parse
from tellings.collect.robots import Robots
from tellings.collect.rules import Rules
from tellings.errors import FetchRefused

if TYPE_CHECKING:
    import ssl

    import httpx

_READABLE = ("text/html", "text/plain", "application/xhtml+xml", "application/json")
_REDIRECTS = (301, 302, 303, 307, 308)
_CHUNK = 65_536


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A page as it came: the address it was found at in the end, its type, charset and bytes."""

    url: str
    content_type: str
    charset: str | None
    data: bytes


def fetch_all(addresses: Sequence[str], rules: Rules) -> dict[str, Future[Fetched]]:
    """Start fetching every address at once, a few at a time; the futures fill in as pages arrive."""
    futures: dict[str, Future[Fetched]] = {address: Future() for address in addresses}
    if futures:
        # A thread with its own event loop, because a notebook already runs one in this thread.
        threading.Thread(target=lambda: asyncio.run(_fetch_each(futures, rules)), daemon=True).start()
    return futures


async def _fetch_each(futures: dict[str, Future[Fetched]], rules: Rules) -> None:
    import ssl

    import certifi

    turn = asyncio.Semaphore(rules.at_once)
    trust = ssl.create_default_context()
    trust.load_verify_locations(certifi.where())

    async def settle(address: str, future: Future[Fetched]) -> None:
        async with turn:
            try:
                future.set_result(await fetch(address, rules, trust))
            except BaseException as error:
                # Whoever waits for the page must hear of it, whatever it was.
                future.set_exception(error)

    await asyncio.gather(*(settle(address, future) for address, future in futures.items()))


async def fetch(address: str, rules: Rules, trust: ssl.SSLContext) -> Fetched:
    """One page, over at most `rules.max_redirects` redirects; raises `FetchRefused`."""
    import httpx

    try:
        async with asyncio.timeout(rules.total_seconds):
            return await _follow(address, rules, trust)
    except TimeoutError as error:
        raise FetchRefused(
            f"No whole page came within {rules.total_seconds:g} seconds.", fix=f"Try again later. {SAVE_PAGE}"
        ) from error
    except (httpx.HTTPError, OSError, ValueError, zlib.error) as error:
        raise FetchRefused(
            f"The connection failed ({str(error) or type(error).__name__}).",
            fix=f"Check the address and the connection. {SAVE_PAGE}",
        ) from error


async def _follow(address: str, rules: Rules, trust: ssl.SSLContext) -> Fetched:
    url = parse(address)
    for _ in range(rules.max_redirects + 1):
        if not await _robots_allow(url, rules, trust):
            raise FetchRefused(
                f"The robots.txt of {url.host} asks programs not to fetch this page.", fix=SAVE_PAGE
            )
        async with _answer(url, rules, trust) as response:
            if response.status_code not in _REDIRECTS:
                return await _page(url, response, rules)
            target = response.headers.get("location", "")
        url = parse(str(url.join(target)))
    raise FetchRefused(f"It redirects more than {rules.max_redirects} times.", fix=SAVE_PAGE)


@asynccontextmanager
async def _answer(url: httpx.URL, rules: Rules, trust: ssl.SSLContext) -> AsyncIterator[httpx.Response]:
    """The answer of the host, asked at an IP address that was checked."""
    import httpx

    ips = await checked_ips(url, rules)
    timeout = httpx.Timeout(rules.total_seconds, connect=rules.connect_seconds)
    # One connection, one request: a kept one could be reused for another host behind the same IP address.
    limits = httpx.Limits(max_keepalive_connections=0)
    async with httpx.AsyncClient(
        verify=trust, trust_env=False, follow_redirects=False, timeout=timeout, limits=limits
    ) as client:
        response = await _connect(client, url, ips, rules)
        try:
            yield response
        finally:
            await response.aclose()


async def _connect(client: httpx.AsyncClient, url: httpx.URL, ips: list[str], rules: Rules) -> httpx.Response:
    import httpx

    headers = {
        "Host": url.netloc.decode("ascii"),
        "User-Agent": rules.user_agent,
        "Accept": "text/html, application/xhtml+xml, text/plain, application/json;q=0.9",
        "Accept-Language": "en",
        "Accept-Encoding": "gzip",
    }
    failed: httpx.HTTPError | None = None
    for ip in ips[:3]:
        request = client.build_request(
            "GET",
            url.copy_with(host=ip, fragment=None),
            headers=headers,
            extensions={"sni_hostname": url.raw_host.decode("ascii")},
        )
        try:
            return await client.send(request, stream=True)
        except (httpx.ConnectError, httpx.ConnectTimeout) as error:
            failed = error
    raise failed or httpx.ConnectError("no address to connect to")


async def _page(url: httpx.URL, response: httpx.Response, rules: Rules) -> Fetched:
    if response.status_code != HTTPStatus.OK:
        raise _refused_by_host(response.status_code)
    content_type = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    if content_type and content_type not in _READABLE:
        raise FetchRefused(
            f"It answers with {content_type}, not with a page or a text.",
            fix="Give the address of the article itself, or save its text.",
        )
    if (response.headers.get("content-length") or "0").isdigit() and int(
        response.headers.get("content-length") or 0
    ) > rules.max_bytes:
        raise _too_large(rules)
    data, whole = await _body(response, rules.max_bytes)
    if not whole:
        raise _too_large(rules)
    return Fetched(url=str(url), content_type=content_type, charset=response.charset_encoding, data=data)


async def _body(response: httpx.Response, max_bytes: int) -> tuple[bytes, bool]:
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


async def _robots_allow(url: httpx.URL, rules: Rules, trust: ssl.SSLContext) -> bool:
    """What the host's robots.txt says; a host without a readable one allows everything."""
    import httpx

    here = url.copy_with(raw_path=b"/robots.txt", fragment=None)
    try:
        async with asyncio.timeout(rules.connect_seconds):
            for _ in range(rules.max_redirects + 1):
                async with _answer(here, rules, trust) as response:
                    if response.status_code in _REDIRECTS:
                        here = parse(str(here.join(response.headers.get("location", ""))))
                        continue
                    if response.status_code != HTTPStatus.OK:
                        return True
                    data, _ = await _body(response, Robots.MAX_BYTES)
                    return Robots(data).allow(rules.user_agent, str(url))
    except (FetchRefused, httpx.HTTPError, OSError, ValueError, TimeoutError, zlib.error):
        # A private host is refused again, with its reason, when the page itself is asked for.
        return True
    return True


def _too_large(rules: Rules) -> FetchRefused:
    return FetchRefused(
        f"It sends more than {rules.max_bytes / 1_000_000:g} MB, more than any article.",
        fix="Give the address of the article itself, or save its text.",
    )


def _refused_by_host(status: int) -> FetchRefused:
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
    return FetchRefused(f"It answers {status}{phrase}.", fix=fix)
