"""Who may read.

Comes in:   requests; the token of the room, if it has one.
Goes out:   those of people who gave the token, by the login page (a cookie) or as "Authorization: Bearer". A
            page asked for without it leads to the login page; the API answers 401.
"""

from __future__ import annotations

import hashlib
import hmac
import time
from collections import deque
from dataclasses import dataclass, field
from urllib.parse import quote

from starlette.datastructures import Headers
from starlette.requests import HTTPConnection
from starlette.responses import JSONResponse, RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

COOKIE = "tellings-pass"
SHORTEST = 16
_OPEN = ("/login", "/health")
_TRIES, _WITHIN = 10, 60.0


@dataclass(frozen=True, slots=True)
class Gate:
    """How the room is shut: a token that readers must give, and the host names that it goes by."""

    token: str | None = field(default=None, repr=False)
    names: frozenset[str] = frozenset()

    def opens(self, given: str) -> bool:
        """Whether this is the token; compared in constant time."""
        return self.token is None or _same(given, self.token)

    @property
    def pass_(self) -> str:
        """What the cookie holds of somebody who gave the token: nothing that it could be guessed from."""
        key = hashlib.sha256((self.token or "").encode()).digest()
        return hmac.new(key, b"reader's pass", hashlib.sha256).hexdigest()

    def lets_in(self, request: HTTPConnection) -> bool:
        """Whether the request shows the token or the pass."""
        if self.token is None:
            return True
        kind, _, given = request.headers.get("authorization", "").partition(" ")
        if kind.lower() == "bearer" and self.opens(given.strip()):
            return True
        return _same(request.cookies.get(COOKIE, ""), self.pass_)


class Tries:
    """Counts wrong tokens, so that nobody can go through many."""

    def __init__(self) -> None:
        self._wrong: deque[float] = deque(maxlen=_TRIES)

    def too_many(self) -> bool:
        """Whether so many were given of late that no other is looked at."""
        return len(self._wrong) == _TRIES and time.monotonic() - self._wrong[0] < _WITHIN

    def wrong(self) -> None:
        """Another one."""
        self._wrong.append(time.monotonic())


class Gated:
    """Lets those in who may read."""

    def __init__(self, app: ASGIApp, gate: Gate) -> None:
        self._app = app
        self._gate = gate

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http" or self._open(scope) or self._gate.lets_in(HTTPConnection(scope)):
            await self._app(scope, receive, send)
            return
        await self._refusal(scope)(scope, receive, send)

    def _open(self, scope: Scope) -> bool:
        path = scope["path"]
        return path in _OPEN or path.startswith("/static/")

    def _refusal(self, scope: Scope) -> ASGIApp:
        path = scope["path"]
        wants_page = "text/html" in Headers(scope=scope).get("accept", "")
        if path.startswith("/api") and not wants_page:
            body = {"error": "The token is needed.", "fix": "Send it as Authorization: Bearer TOKEN."}
            return JSONResponse(body, status_code=401, headers={"WWW-Authenticate": "Bearer"})
        query = scope["query_string"].decode("latin-1")
        wanted = path + (f"?{query}" if query else "")
        back = f"?next={quote(wanted, safe='')}" if scope["method"] == "GET" and path != "/" else ""
        return RedirectResponse(f"/login{back}", status_code=303)


def own_path(path: str) -> str:
    """A path of this room to go on to; the first page where it would lead elsewhere."""
    safe = path.startswith("/") and not path.startswith("//") and "\\" not in path and path.isprintable()
    return path if safe else "/"


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode("utf-8", "replace"), other.encode("utf-8", "replace"))
