"""Addresses are fetched: politely, boundedly, and never from a private network.

Comes in:   http(s) addresses.
Goes out:   for each a future `Fetched` page, or the `FetchRefused` that says why not.
"""

from __future__ import annotations

import asyncio
import threading
import zlib
from collections.abc import AsyncIterator, Mapping
from concurrent.futures import Future
from contextlib import asynccontextmanager
from dataclasses import replace
from http import HTTPStatus
from typing import TYPE_CHECKING

from tellings.collect.addresses import SAVE_PAGE, checked_ips, parse
from tellings.collect.answers import (
    ACCEPTED,
    MOVED_FOR_GOOD,
    REDIRECTS,
    Fetched,
    RefusedByHost,
    TryLater,
    read_answer,
    read_body,
)
from tellings.collect.clock import SYSTEM_CLOCK, Clock
from tellings.collect.hosts import Hosts
from tellings.collect.robots import EVERYTHING_ALLOWED, Robots
from tellings.collect.rules import Rules
from tellings.errors import FetchRefused

if TYPE_CHECKING:
    import ssl

    import httpx

_NOTHING: Mapping[str, str] = {}


class Fetcher:
    """Fetches a few addresses at the same time, in a thread of its own that starts with the first one.

    Each host is asked at its own pace and after its robots.txt, which is read once. Close it, or use it in a
    `with` statement. A `transport` stands in for the network in tests; addresses are checked all the same.
    """

    def __init__(
        self, rules: Rules, *, clock: Clock = SYSTEM_CLOCK, transport: httpx.AsyncBaseTransport | None = None
    ) -> None:
        self._rules, self._clock, self._transport = rules, clock, transport
        self._hosts = Hosts(rules, clock)
        self._at_once = asyncio.Semaphore(rules.at_once)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._trust: ssl.SSLContext | None = None

    def __enter__(self) -> Fetcher:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def start(self, address: str, headers: Mapping[str, str] = _NOTHING) -> Future[Fetched]:
        """Begin to fetch an address; the future holds the page or raises `FetchRefused`."""
        if self._loop is None:
            # A thread with its own event loop, because a notebook already runs one in this thread.
            self._loop = asyncio.new_event_loop()
            threading.Thread(target=_run, args=(self._loop,), daemon=True).start()
        return asyncio.run_coroutine_threadsafe(self._fetch(address, headers), self._loop)

    def close(self) -> None:
        """Give up what is still on its way."""
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._loop.stop)
            self._loop = None

    async def _fetch(self, address: str, headers: Mapping[str, str]) -> Fetched:
        import httpx

        url = parse(address)
        await self._hosts.turn(url)
        async with self._at_once:
            try:
                async with asyncio.timeout(self._rules.total_seconds) as deadline:
                    return await self._follow(url, headers, deadline)
            except TimeoutError as error:
                raise TryLater(
                    f"No whole page came within {self._rules.total_seconds:g} seconds.",
                    fix=f"Try again later. {SAVE_PAGE}",
                ) from error
            except (httpx.HTTPError, OSError, ValueError, zlib.error) as error:
                raise TryLater(
                    f"The connection failed ({str(error) or type(error).__name__}).",
                    fix=f"Check the address and the connection. {SAVE_PAGE}",
                ) from error

    async def _follow(self, url: httpx.URL, headers: Mapping[str, str], deadline: asyncio.Timeout) -> Fetched:
        for_good, moved_to = True, None
        for hop in range(self._rules.max_redirects + 1):
            if hop:
                await self._turn(url, deadline)
            if not await self._robots_allow(url):
                raise FetchRefused(
                    f"The robots.txt of {url.host} asks programs not to fetch this page.", fix=SAVE_PAGE
                )
            async with self._answer(url, headers) as response:
                if response.status_code not in REDIRECTS:
                    return await self._read(url, response, moved_to)
                target = response.headers.get("location", "")
            url = parse(str(url.join(target)))
            for_good = for_good and response.status_code in MOVED_FOR_GOOD
            moved_to = str(url) if for_good else moved_to
        raise FetchRefused(f"It redirects more than {self._rules.max_redirects} times.", fix=SAVE_PAGE)

    async def _turn(self, url: httpx.URL, deadline: asyncio.Timeout) -> None:
        """Wait for the host's turn; the time for the answer does not run meanwhile."""
        loop = asyncio.get_running_loop()
        left = (deadline.when() or loop.time()) - loop.time()
        deadline.reschedule(None)
        await self._hosts.turn(url)
        deadline.reschedule(loop.time() + left)

    async def _read(self, url: httpx.URL, response: httpx.Response, moved_to: str | None) -> Fetched:
        try:
            answer = await read_answer(url, response, self._rules, now=self._clock.now())
        except RefusedByHost as error:
            if error.retry_after is not None and error.status in (429, 503):
                self._hosts.hold(url, error.retry_after)
            raise
        return replace(answer, moved_to=moved_to)

    @asynccontextmanager
    async def _answer(self, url: httpx.URL, headers: Mapping[str, str]) -> AsyncIterator[httpx.Response]:
        """The answer of the host, asked at an IP address that was checked."""
        import httpx

        ips = await checked_ips(url, self._rules)
        timeout = httpx.Timeout(self._rules.total_seconds, connect=self._rules.connect_seconds)
        # One connection, one request: a kept one could be reused for another host behind the same IP address.
        limits = httpx.Limits(max_keepalive_connections=0)
        async with httpx.AsyncClient(
            verify=self._certificates() if self._transport is None else False,
            trust_env=False,
            follow_redirects=False,
            timeout=timeout,
            limits=limits,
            transport=self._transport,
        ) as client:
            response = await self._connect(client, url, ips, headers)
            try:
                yield response
            finally:
                await response.aclose()

    async def _connect(
        self, client: httpx.AsyncClient, url: httpx.URL, ips: list[str], headers: Mapping[str, str]
    ) -> httpx.Response:
        import httpx

        asked = {
            "Host": url.netloc.decode("ascii"),
            "User-Agent": self._rules.user_agent,
            "Accept": ACCEPTED,
            "Accept-Language": "en",
            "Accept-Encoding": "gzip",
            **headers,
        }
        failed: httpx.HTTPError | None = None
        for ip in ips[:3]:
            request = client.build_request(
                "GET",
                url.copy_with(host=ip, fragment=None),
                headers=asked,
                extensions={"sni_hostname": url.raw_host.decode("ascii")},
            )
            try:
                return await client.send(request, stream=True)
            except (httpx.ConnectError, httpx.ConnectTimeout) as error:
                failed = error
        raise failed or httpx.ConnectError("no address to connect to")

    async def _robots_allow(self, url: httpx.URL) -> bool:
        async with self._hosts.lock(url):
            robots = self._hosts.robots(url)
            if robots is None:
                robots, answered = await self._ask_robots(url)
                self._hosts.keep_robots(url, robots, answered=answered)
        return robots.allow(self._rules.user_agent, str(url))

    async def _ask_robots(self, url: httpx.URL) -> tuple[Robots, bool]:
        """What the host's robots.txt says, and whether the host answered at all.

        A host without a readable one allows everything.
        """
        import httpx

        here = url.copy_with(raw_path=b"/robots.txt", fragment=None)
        try:
            async with asyncio.timeout(self._rules.connect_seconds):
                for _ in range(self._rules.max_redirects + 1):
                    async with self._answer(here, _NOTHING) as response:
                        if response.status_code in REDIRECTS:
                            here = parse(str(here.join(response.headers.get("location", ""))))
                            continue
                        if response.status_code != HTTPStatus.OK:
                            return EVERYTHING_ALLOWED, response.status_code < 500
                        data, _ = await read_body(response, Robots.MAX_BYTES)
                        return Robots(data), True
        except (FetchRefused, httpx.HTTPError, OSError, ValueError, TimeoutError, zlib.error):
            # A private host is refused again, with its reason, when the page itself is asked for.
            return EVERYTHING_ALLOWED, False
        return EVERYTHING_ALLOWED, True

    def _certificates(self) -> ssl.SSLContext:
        if self._trust is None:
            import ssl

            import certifi

            self._trust = ssl.create_default_context()
            self._trust.load_verify_locations(certifi.where())
        return self._trust


def _run(loop: asyncio.AbstractEventLoop) -> None:
    """Run the loop until it is stopped, then end what it still holds."""
    loop.run_forever()
    left = asyncio.all_tasks(loop)
    for task in left:
        task.cancel()
    if left:
        loop.run_until_complete(asyncio.gather(*left, return_exceptions=True))
    loop.run_until_complete(loop.shutdown_asyncgens())
    loop.close()
