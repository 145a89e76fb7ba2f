"""Feeds are polled for weeks, politely, and what is new in them comes out one by one.

Comes in:   addresses of feeds, and a `State` that keeps one record for each of them.
Goes out:   each new or edited item as an `Article` (its id empty), or as a `SetAside` that says why not.

A feed is asked whether it changed (ETag, Last-Modified) at its host's pace and after its robots.txt. One that
fails is asked ever more rarely, one that moved for good at its new address, one that is gone no more. An item
counts as seen when the next one is asked for: whoever is killed before that is given it again.
"""

from __future__ import annotations

import heapq
import random
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from typing import TYPE_CHECKING

from tellings.collect.answers import Fetched, RefusedByHost, TryLater
from tellings.collect.clock import SYSTEM_CLOCK, Clock
from tellings.collect.feed import read_feed
from tellings.collect.fetch import Fetcher
from tellings.collect.poll_items import Stopped, new_in_feed
from tellings.collect.poll_memory import DAY, LONGEST_WAIT, Memory, State
from tellings.collect.rules import DEFAULT_RULES, Rules
from tellings.errors import SourceError
from tellings.events import note, warn
from tellings.records import Article, SetAside

if TYPE_CHECKING:
    import httpx

_ACCEPTED = (
    "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5"
)
_FAILURES_AT_NEW_ADDRESS = 5
_LOOKS_FOR_A_STOP = 0.2


class Poller:
    """Polls feeds. Close it, or use it in a `with` statement.

    `every` is the time between two visits of a feed, in seconds; a feed that asks for more (its `ttl`) is
    given it. `stop()` may be called at any time, also from another thread or a signal handler; the iterators
    then end before the next item. `clock`, `transport` and `chance` (a number in [0, 1)) are for tests.
    """

    def __init__(
        self,
        feeds: Iterable[str],
        state: State,
        *,
        rules: Rules = DEFAULT_RULES,
        every: float = 900.0,
        clock: Clock = SYSTEM_CLOCK,
        transport: httpx.AsyncBaseTransport | None = None,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self._feeds = tuple(dict.fromkeys(feeds))
        self._state, self._rules, self._every, self._clock, self._chance = state, rules, every, clock, chance
        self._fetcher = Fetcher(rules, clock=clock, transport=transport)
        self._started: dict[str, Future[Fetched]] = {}
        self._stopped = threading.Event()

    def __enter__(self) -> Poller:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def stop(self) -> None:
        """End the iterators before their next item."""
        self._stopped.set()

    def close(self) -> None:
        """Stop, and give up what is on its way."""
        self.stop()
        self._fetcher.close()

    def poll_once(self) -> Iterator[Article | SetAside]:
        """What is new in every feed; one that failed lately or asked to be left alone is passed over."""
        due = []
        for feed in self._feeds:
            memory = Memory.of(self._state.get(feed))
            left = memory.seconds_left(self._clock.now())
            if memory.failures and left and not memory.gone:
                yield _left_alone(feed, memory, left)
            else:
                due.append(feed)
        for position, feed in enumerate(due):
            if self._stopped.is_set():
                return
            self._start(due[position : position + self._rules.at_once])
            yield from self._visit(feed)

    def poll(self) -> Iterator[Article | SetAside]:
        """What is new, for ever: each feed again when it is due. Ends when stopped, or when all are gone."""
        now, start = self._clock.now(), self._clock.monotonic()
        due = [(start + Memory.of(self._state.get(feed)).seconds_left(now), feed) for feed in self._feeds]
        heapq.heapify(due)
        while due and not self._stopped.is_set():
            self._clock.wait(due[0][0] - self._clock.monotonic(), self._stopped)
            if self._stopped.is_set():
                return
            moment = self._clock.monotonic()
            self._start(feed for when, feed in heapq.nsmallest(self._rules.at_once, due) if when <= moment)
            _, feed = heapq.heappop(due)
            yield from self._visit(feed)
            memory = Memory.of(self._state.get(feed))
            if not memory.gone:
                heapq.heappush(due, (self._clock.monotonic() + memory.wait, feed))

    def _start(self, feeds: Iterable[str]) -> None:
        for feed in feeds:
            memory = Memory.of(self._state.get(feed))
            if feed in self._started or memory.gone:
                continue
            headers = {"Accept": _ACCEPTED}
            if memory.etag:
                headers["If-None-Match"] = memory.etag
            if memory.last_modified:
                headers["If-Modified-Since"] = memory.last_modified
            self._started[feed] = self._fetcher.start(memory.moved_to or feed, headers)

    def _visit(self, feed: str) -> Iterator[Article | SetAside]:
        memory = Memory.of(self._state.get(feed))
        if memory.gone:
            yield _gone(feed)
            return
        try:
            answer = self._result(self._started.pop(feed))
            note("feed asked", feed=feed, status=answer.status, bytes=len(answer.data))
            if answer.status == 304:
                self._succeeded(memory, minutes=None)
            else:
                yield from self._read(feed, memory, answer)
        except Stopped:
            return
        except SourceError as error:
            yield from self._failed(feed, memory, error)
        self._state.put(feed, memory.record())

    def _read(self, feed: str, memory: Memory, answer: Fetched) -> Iterator[Article | SetAside]:
        found = read_feed(answer.data, charset=answer.charset, address=answer.url)
        if answer.moved_to and answer.moved_to != (memory.moved_to or feed):
            memory.moved_to = answer.moved_to
            yield _moved(feed, answer.moved_to)
        complete = yield from new_in_feed(
            found,
            name=feed,
            memory=memory,
            get=lambda address: self._result(self._fetcher.start(address)),
            keep=lambda: self._state.put(feed, memory.record()),
            stopped=self._stopped.is_set,
            now=self._clock.now(),
            rules=self._rules,
        )
        # Told that nothing has changed, the items that are still to come would never be met again.
        memory.etag = answer.etag if complete else None
        memory.last_modified = answer.last_modified if complete else None
        self._succeeded(memory, minutes=found.minutes)

    def _succeeded(self, memory: Memory, *, minutes: int | None) -> None:
        memory.failures = 0
        memory.checked = self._clock.now()
        asked = min((minutes or 0) * 60.0, DAY)
        memory.wait = max(self._every, asked) * (0.9 + 0.2 * self._chance())

    def _failed(self, feed: str, memory: Memory, error: SourceError) -> Iterator[SetAside]:
        """Wait twice as long as after the failure before, a day at most, and as long as the host asks."""
        memory.failures += 1
        memory.checked = self._clock.now()
        backed_off = min(self._every * 2.0 ** min(memory.failures, 20), DAY) * (0.75 + 0.5 * self._chance())
        asked = error.retry_after if isinstance(error, RefusedByHost) else None
        asked = error.seconds if isinstance(error, TryLater) else asked
        memory.wait = min(max(backed_off, asked or 0.0), LONGEST_WAIT)
        warn("feed failed", feed=feed, reason=error.message, times=memory.failures, wait=round(memory.wait))
        if isinstance(error, RefusedByHost) and error.status == 410:
            memory.gone = True
            yield _gone(feed)
            return
        if memory.moved_to and memory.failures == _FAILURES_AT_NEW_ADDRESS:
            memory.moved_to = memory.etag = memory.last_modified = None
        if memory.failures & (memory.failures - 1) == 0:
            yield _failing(feed, memory, error)

    def _result(self, future: Future[Fetched]) -> Fetched:
        """The answer, unless the poller is stopped first."""
        while not self._stopped.is_set():
            try:
                return future.result(timeout=_LOOKS_FOR_A_STOP)
            except TimeoutError:
                continue
        raise Stopped


def _failing(feed: str, memory: Memory, error: SourceError) -> SetAside:
    times = "" if memory.failures == 1 else f" It failed {memory.failures} times in a row."
    return SetAside(
        path=feed,
        reason=f"{error.message}{times} It is asked again in {_in_words(memory.wait)}.",
        fix=error.fix,
    )


def _left_alone(feed: str, memory: Memory, left: float) -> SetAside:
    return SetAside(
        path=feed,
        reason=f"It failed {memory.failures} times in a row, and is left alone for {_in_words(left)}.",
        fix="Nothing needs doing; it is asked again after that.",
    )


def _gone(feed: str) -> SetAside:
    return SetAside(
        path=feed,
        reason="Its host says that it is gone for good (410); it is not asked any more.",
        fix="Take it out of the list, or find its new address on the site.",
    )


def _moved(feed: str, address: str) -> SetAside:
    return SetAside(
        path=feed,
        reason=f"It has moved for good to {address}, and is read from there.",
        fix="Nothing needs doing; the new address may be written into the list.",
    )


def _in_words(seconds: float) -> str:
    minutes = max(1, round(seconds / 60))
    return f"{minutes} minutes" if minutes < 120 else f"{round(minutes / 60)} hours"
