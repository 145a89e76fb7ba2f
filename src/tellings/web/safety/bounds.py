"""How much a visitor may send.

Comes in:   the body of a request, piece by piece.
Goes out:   the same, until it is too large: then 413, whatever its head had promised.
"""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MOST_WITH_FILES = 64_000_000
"""Bytes of one sending of articles: texts and files together."""
MOST_OTHERWISE = 200_000
"""Bytes of any other form."""


class Bounds:
    """Counts what comes in."""

    def __init__(self, app: ASGIApp, most_with_files: int = MOST_WITH_FILES) -> None:
        self._app = app
        self._most_with_files = most_with_files

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        most = self._most_with_files if scope["path"] == "/add" else MOST_OTHERWISE
        promised = Headers(scope=scope).get("content-length", "0")
        came = 0

        async def receiving() -> Message:
            nonlocal came
            if promised.isdecimal() and int(promised) > most:
                raise _too_large(most)
            message = await receive()
            if message["type"] == "http.request":
                came += len(message.get("body", b""))
                if came > most:
                    raise _too_large(most)
            return message

        await self._app(scope, receiving, send)


def _too_large(most: int) -> HTTPException:
    # The rest is not read; the connection cannot be used again.
    return HTTPException(
        413,
        f"That is more than {most / 1_000_000:.3g} MB. Send less at a time, or use tellings add.",
        headers={"Connection": "close"},
    )
