"""What a host asks of programs.

Comes in:   the bytes of a robots.txt.
Goes out:   whether a page may be fetched.
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
