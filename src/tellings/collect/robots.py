"""What a host asks of programs.

Comes in:   the bytes of a robots.txt.
Goes out:   whether a page may be fetched, and how long to wait between two.
"""

from __future__ import annotations

from typing import ClassVar
from urllib.robotparser import RobotFileParser


class Robots:
    """The rules of one host."""

    MAX_BYTES: ClassVar[int] = 512_000

    def __init__(self, data: bytes) -> None:
        self._parser = RobotFileParser()
        self._parser.parse(data.decode("utf-8", "replace").removeprefix("\ufeff").splitlines())

    def allow(self, user_agent: str, url: str) -> bool:
        """Whether the rules let a program of this name fetch the address."""
        return self._parser.can_fetch(user_agent, url)

    def delay(self, user_agent: str) -> float:
        """Seconds that a program of this name is asked to leave between two requests, 0 where none are."""
        # Without a time of reading, the parser of the standard library answers nothing.
        self._parser.modified()
        delay = self._parser.crawl_delay(user_agent)
        return float(delay) if delay else 0.0


EVERYTHING_ALLOWED = Robots(b"User-agent: *\nDisallow:\n")
