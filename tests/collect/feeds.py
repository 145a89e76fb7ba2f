"""Small feeds about invented events, and a small web to find them in."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

import httpx

from tellings.collect import Rules

PARAGRAPHS = (
    "Rescue teams in the port of Maren searched through the night for two sailors who are missing since the "
    "trawler Ines Kall capsized in heavy seas on Sunday, the coastguard said.",
    "Nine people were brought ashore, three of them with broken bones, said Tova Lind, who leads the search. "
    '"We will go on for as long as there is light," she told reporters at the harbour.',
    "The trawler had left for the northern banks on Friday. Its owner said that it had been inspected in "
    "January, and that the crew had trained for such weather. The ministry has opened an inquiry.",
)
STORY = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in PARAGRAPHS)
DATE = "Mon, 04 Mar 2024 10:00:00 GMT"


def story(number: int) -> str:
    """The story with a sentence of its own."""
    return STORY + f"<p>Rescue boat number {number} went back to its station on Monday evening.</p>"


def page(number: int = 0) -> str:
    """A page that holds the story."""
    return (
        f'<!DOCTYPE html><html lang="en"><head><title>Search goes on, day {number}</title></head>'
        f"<body><article><h1>Search goes on, day {number}</h1>{story(number)}</article></body></html>"
    )


def item(
    number: int = 1,
    *,
    id: str | None = None,
    link: str | None = None,
    title: str | None = None,
    body: str | None = None,
    date: str = DATE,
    more: str = "",
) -> str:
    """An item of an RSS feed, whose whole content stands in it unless another body is given."""
    body = f"<content:encoded><![CDATA[{story(number)}]]></content:encoded>" if body is None else body
    return (
        f"<item><title>{title or f'Search goes on, day {number}'}</title>"
        f"<link>{link or f'https://maren.example/{number}'}</link><guid>{id or number}</guid>"
        f"<pubDate>{date}</pubDate>{body}{more}</item>"
    )


def rss(*items: str, more: str = "") -> str:
    """An RSS feed."""
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        f"<title>Maren Post</title><link>https://maren.example/</link>{more}{''.join(items)}</channel></rss>"
    )


@dataclass
class _Stream(httpx.AsyncByteStream):
    """A body on its way."""

    content: bytes

    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield self.content


class Endless(httpx.AsyncByteStream):
    """A body that begins as a feed and goes on until nobody reads any more."""

    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield rss().removesuffix("</channel></rss>").encode()
        while True:
            yield item().encode()


@dataclass
class SmallWeb:
    """Answers by address. A `Page` may be a text, a status, a response or a function of the request."""

    pages: dict[str, object] = field(default_factory=dict)
    asked: list[httpx.Request] = field(default_factory=list)

    def __call__(self, request: httpx.Request) -> httpx.Response:
        address = f"{request.url.scheme}://{request.headers['host']}{request.url.raw_path.decode()}"
        self.asked.append(request)
        answer = self.pages.get(address, 404)
        if callable(answer):
            answer = answer(request)
        if isinstance(answer, int):
            answer = httpx.Response(answer)
        if isinstance(answer, str):
            kind = "text/html" if answer.lstrip().lower().startswith("<!doctype html") else "application/xml"
            answer = httpx.Response(
                200, content=answer.encode(), headers={"content-type": f"{kind}; charset=utf-8"}
            )
        assert isinstance(answer, httpx.Response)
        if isinstance(answer.stream, Endless):
            return answer
        # A response can be read once; the same page may be asked for again.
        return httpx.Response(answer.status_code, headers=answer.headers, stream=_Stream(answer.content))

    @property
    def paths(self) -> list[str]:
        """What was asked for, in order, robots.txt aside."""
        asked = [f"{request.headers['host']}{request.url.raw_path.decode()}" for request in self.asked]
        return [path for path in asked if not path.endswith("/robots.txt")]


@dataclass
class FakeClock:
    """Time that passes when somebody waits, and never otherwise."""

    wall: float = 1_709_600_000.0
    passed: float = 0.0
    waits: list[float] = field(default_factory=list)
    on_wait: Callable[[], None] | None = None

    def now(self) -> float:
        return self.wall

    def monotonic(self) -> float:
        return self.passed

    def wait(self, seconds: float, stopped: threading.Event) -> None:
        if seconds > 0:
            self.waits.append(seconds)
            self.pass_by(seconds)
        if self.on_wait is not None:
            self.on_wait()

    async def sleep(self, seconds: float) -> None:
        self.pass_by(seconds)
        await asyncio.sleep(0)

    def pass_by(self, seconds: float) -> None:
        self.wall += seconds
        self.passed += seconds


def public(host: str, port: int) -> list[str]:
    """Every name is that of one public address."""
    return ["203.0.114.7"]


RULES = Rules(resolve=public, max_bytes=2_000_000, pace_seconds=2.0)
