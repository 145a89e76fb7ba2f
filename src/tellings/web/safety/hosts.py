"""Only requests that were meant for this room.

Comes in:   the Host header.
Goes out:   the requests for localhost, for a numeric address, or for a name that the room was given. A page
            elsewhere whose name suddenly leads to this machine (DNS rebinding) is turned away.
"""

from __future__ import annotations

import ipaddress

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send


def host_of(header: str | None) -> str | None:
    """The host of a Host header without its port, lower-cased; None where it is none."""
    if not header or any(character in header for character in "/\\@ \t,"):
        return None
    if header.startswith("["):
        inside, bracket, port = header[1:].partition("]")
        valid = bracket and (not port or (port[0] == ":" and port[1:].isdecimal()))
        return inside.lower() if valid else None
    host, _, port = header.partition(":")
    return host.lower().rstrip(".") or None if not port or port.isdecimal() else None


def is_numeric(host: str) -> bool:
    """Whether it is an IP address."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches it."""
    return host == "localhost" or (is_numeric(host) and ipaddress.ip_address(host).is_loopback)


class Hosts:
    """Lets requests for these `names` pass, for localhost and for numeric addresses."""

    def __init__(self, app: ASGIApp, names: frozenset[str]) -> None:
        self._app = app
        self._names = names | {"localhost"}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] == "http":
            host = host_of(Headers(scope=scope).get("host"))
            if host is None or not (host in self._names or is_numeric(host)):
                refused = PlainTextResponse(
                    "This reading room does not go by that name. If it should, start it with --name.\n",
                    status_code=421,
                )
                await refused(scope, receive, send)
                return
        await self._app(scope, receive, send)
