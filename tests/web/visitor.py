"""Somebody who reads in the room, as a browser would, and looks closely at what comes."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from html.parser import HTMLParser
from typing import Any

from starlette.testclient import TestClient

from tellings.store import Library
from tellings.web import Gate, reading_room

HERE = "http://localhost"
_TOKEN = re.compile(r'name="visit" value="([0-9a-f]{64})"')
_WAIT = threading.Event()

Answer = Any
"""A response of the test client."""


class Visitor:
    """A browser without scripts: keeps cookies, sends forms with their token and where they came from."""

    def __init__(self, client: TestClient) -> None:
        self.client = client

    def get(self, path: str, **headers: str) -> Answer:
        """Looks at a page; redirects are followed."""
        return self.client.get(path, headers={"Accept": "text/html", **headers})

    def token(self) -> str:
        """The token that forms hold for this visit."""
        found = _TOKEN.search(self.client.get("/login" if self.is_shut() else "/add").text)
        assert found is not None
        return found[1]

    def is_shut(self) -> bool:
        """Whether the token of the room is asked for."""
        return self.client.get("/add", follow_redirects=False).status_code == 303

    def send(self, path: str, fields: dict[str, Any], **more: Any) -> Answer:
        """Sends a form of the room; the answer itself, not where it leads."""
        return self.client.post(
            path,
            data={"visit": self.token(), **fields},
            headers={"Origin": HERE, **more.pop("headers", {})},
            follow_redirects=False,
            **more,
        )

    def add(self, *texts: str, files: dict[str, bytes] | None = None, **fields: Any) -> dict[str, Any]:
        """Adds what is given, waits, and gives the job's progress."""
        given = [("files", (name, data)) for name, data in (files or {}).items()]
        answer = self.send(
            "/add", {"text": list(texts), "whole": "1", **fields}, files=given or [("files", ("", b""))]
        )
        assert answer.status_code == 303, answer.text
        return self.finished(answer.headers["location"])

    def finished(self, job: str) -> dict[str, Any]:
        """The progress of a job once it is over."""
        path = "/api" + job.partition("?")[0]
        while True:
            progress: dict[str, Any] = self.client.get(path).json()
            if progress["state"] not in ("waiting", "working"):
                return progress
            _WAIT.wait(0.02)


@contextmanager
def entered(library: Library, gate: Gate | None = None, **given: Any) -> Iterator[Visitor]:
    """A visitor of a room over this library."""
    room = reading_room(library, gate, **given)
    with TestClient(room, base_url=HERE, raise_server_exceptions=False) as client:
        yield Visitor(client)


class _Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.words.append(data)


_ACTIVE = {"iframe", "object", "embed", "frame", "base", "img", "video", "audio", "link", "style", "math"}
_LEADING = ("href", "src", "action", "formaction", "xlink:href", "data", "poster", "srcset")


def text_of(html: str) -> str:
    """The words of a page as a reader sees them."""
    page = _Elements()
    page.feed(html)
    return " ".join(" ".join(page.words).split())


def elements_of(html: str) -> list[tuple[str, dict[str, str]]]:
    """The elements of a page with their attributes."""
    page = _Elements()
    page.feed(html)
    return page.found


def dangers(html: str) -> list[str]:
    """What in a page could run, load or steer anything; empty for an inert one."""
    found = []
    for tag, attributes in elements_of(html):
        own = tag == "link" and attributes.get("href", "").startswith("/static/")
        if tag in _ACTIVE and not own:
            found.append(f"<{tag}>")
        if tag == "script" and not attributes.get("src", "").startswith("/static/"):
            found.append("<script> of somebody else")
        if tag == "meta" and attributes.get("http-equiv", "refresh").lower() != "refresh":
            found.append("<meta> that steers")
        for name, value in attributes.items():
            if name.startswith("on") or name == "style":
                found.append(f"{tag} {name}")
            if name in _LEADING and not re.match(r"(/(?!/)|#|https?://)", value):
                found.append(f"{tag} {name}={value}")
    return found
