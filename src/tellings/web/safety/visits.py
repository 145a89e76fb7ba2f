"""A visit: what ties a form to the browser that it was sent to.

Comes in:   requests, with or without the cookie.
Goes out:   the same with a `Visit`. Its cookie is same-site strict and hidden from scripts; its `form_token`,
            a signature of it by a key that only this run of the program knows, must come back with every
            form.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from dataclasses import dataclass

from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE = "tellings-visit"
_ID = re.compile(r"[A-Za-z0-9_-]{32}")


@dataclass(frozen=True, slots=True)
class Visit:
    """One browser's visit."""

    id: str
    form_token: str

    def holds(self, token: str) -> bool:
        """Whether a form's token is this visit's; compared in constant time."""
        return hmac.compare_digest(self.form_token.encode(), token.encode("utf-8", "replace"))


def visit_of(request: HTTPConnection) -> Visit:
    """The visit that a request belongs to."""
    visit: Visit = request.scope["tellings.visit"]
    return visit


class Visits:
    """Gives each request its visit, and each new browser its cookie."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._key = secrets.token_bytes(32)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        given = HTTPConnection(scope).cookies.get(COOKIE, "")
        known = _ID.fullmatch(given) is not None
        id = given if known else secrets.token_urlsafe(24)
        scope["tellings.visit"] = Visit(id, hmac.new(self._key, id.encode(), hashlib.sha256).hexdigest())
        secure = "; Secure" if scope["scheme"] == "https" else ""

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start" and not known:
                cookie = f"{COOKIE}={id}; Path=/; HttpOnly; SameSite=Strict{secure}"
                MutableHeaders(scope=message).append("Set-Cookie", cookie)
            await send(message)

        await self._app(scope, receive, sending)
