"""What is known of each host: its robots.txt, and when it may be asked again.

Comes in:   addresses about to be asked, what robots.txt says, how long a host asks to be left alone.
Goes out:   the wait before a request, or `TryLater`.

At most 1,000 hosts are kept in mind, those asked last.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tellings.collect.answers import TryLater
from tellings.collect.clock import Clock
from tellings.collect.robots import Robots
from tellings.collect.rules import Rules

if TYPE_CHECKING:
    import httpx

_MOST_HOSTS = 1_000
_LONGEST_DELAY = 30.0
_LONGEST_HOLD = 7 * 86_400.0
# A robots.txt is believed for a day (RFC 9309), a host that did not answer for ten minutes.
_ROBOTS_SECONDS, _NO_ANSWER_SECONDS = 86_400.0, 600.0


@dataclass(slots=True)
class _Host:
    next_turn: float = 0.0
    held_until: float = 0.0
    robots: Robots | None = None
    robots_until: float = 0.0
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)


class Hosts:
    """The hosts asked so far, by scheme, name and port."""

    def __init__(self, rules: Rules, clock: Clock) -> None:
        self._rules, self._clock = rules, clock
        self._hosts: OrderedDict[str, _Host] = OrderedDict()

    def lock(self, url: httpx.URL) -> asyncio.Lock:
        """Held while the robots.txt of the host is being asked for."""
        return self._host(url).lock

    async def turn(self, url: httpx.URL) -> None:
        """Wait until the host may be asked; raises `TryLater` where that is not within one fetch."""
        host, now = self._host(url), self._clock.monotonic()
        if (left := host.held_until - now) > self._rules.total_seconds:
            raise TryLater(
                f"{url.host} asks to be left alone for {left:.0f} more seconds.",
                fix="Nothing needs doing now; try again later.",
                seconds=left,
            )
        turn = max(now, host.held_until, host.next_turn)
        host.next_turn = turn + self._pace(host)
        if turn > now:
            await self._clock.sleep(turn - now)

    def hold(self, url: httpx.URL, seconds: float) -> None:
        """Leave the host alone for a time, a week at most."""
        host = self._host(url)
        host.held_until = max(host.held_until, self._clock.monotonic() + min(seconds, _LONGEST_HOLD))

    def robots(self, url: httpx.URL) -> Robots | None:
        """The rules of the host, None where they must be asked for (again)."""
        host = self._host(url)
        return host.robots if self._clock.monotonic() < host.robots_until else None

    def keep_robots(self, url: httpx.URL, robots: Robots, *, answered: bool) -> None:
        """Remember the rules of the host."""
        host = self._host(url)
        host.robots = robots
        host.robots_until = self._clock.monotonic() + (_ROBOTS_SECONDS if answered else _NO_ANSWER_SECONDS)

    def _pace(self, host: _Host) -> float:
        asked = host.robots.delay(self._rules.user_agent) if host.robots else 0.0
        return max(self._rules.pace_seconds, min(asked, _LONGEST_DELAY))

    def _host(self, url: httpx.URL) -> _Host:
        name = f"{url.scheme}://{url.netloc.decode('ascii')}"
        host = self._hosts.setdefault(name, _Host())
        self._hosts.move_to_end(name)
        while len(self._hosts) > _MOST_HOSTS:
            self._hosts.popitem(last=False)
        return host
