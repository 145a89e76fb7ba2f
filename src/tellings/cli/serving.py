"""How the reading room is run.

Comes in:   where to listen, and who may read.
Goes out:   a server with its socket bound, so that what cannot work is said before anything starts.
"""

from __future__ import annotations

import signal
import socket
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tellings.errors import CannotServe

if TYPE_CHECKING:
    import uvicorn

    from tellings.web import Jobs

_SHORTEST = 16
_PATIENCE = 5
"""Seconds that open connections get at the end."""


@dataclass(frozen=True, slots=True)
class Serving:
    """A reading room, ready to run."""

    library: str
    address: str
    jobs: Jobs
    _server: uvicorn.Server
    _socket: socket.socket

    def run(self) -> None:
        """Answers until it is interrupted."""
        ended = signal.signal(signal.SIGTERM, signal.default_int_handler)
        try:
            with suppress(KeyboardInterrupt):  # the server ends in order, and passes the signal on
                self._server.run(sockets=[self._socket])
        finally:
            signal.signal(signal.SIGTERM, ended)


def require_safe(host: str, token: str | None) -> None:
    """Raises `CannotServe` where others could read, and nobody asks who they are."""
    try:
        from tellings.web.safety.hosts import is_loopback
    except ImportError as error:
        raise CannotServe(
            f"The reading room needs more than is installed ({error.name}).",
            fix="pip install 'tellings[web]'",
        ) from error
    if token is not None and len(token) < _SHORTEST:
        raise CannotServe(
            f"The token is shorter than {_SHORTEST} characters; it could be guessed.",
            fix="Make one: python -c 'import secrets; print(secrets.token_urlsafe())'",
        )
    if token is None and not is_loopback(host):
        raise CannotServe(
            f"On {host} others could read the library, and change it.",
            fix="Give a --token that readers must know, or leave --host away and put a reverse proxy "
            "in front that asks who they are.",
        )


@contextmanager
def room_at(
    store: str | None, host: str, port: int, *, token: str | None, names: Sequence[str]
) -> Iterator[Serving]:
    """The room over a library, its socket bound."""
    import uvicorn

    from tellings.store import Library
    from tellings.web import Gate, Jobs, reading_room

    with Library.open(store) as library, _bound(host, port) as listening:
        jobs = Jobs(library)
        known = frozenset(name.lower().rstrip(".") for name in (host, *names))
        config = uvicorn.Config(
            reading_room(library, Gate(token, known), jobs=jobs),
            log_level="warning",
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=_PATIENCE,
        )
        yield Serving(library.name, _address(listening), jobs, uvicorn.Server(config), listening)


def _bound(host: str, port: int) -> socket.socket:
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family, backlog=512)
    except OSError as error:
        raise CannotServe(
            f"Nothing can listen on {host}, port {port}: {error.strerror or error}.",
            fix="Is it open already? Else name another --port or --host.",
        ) from error


def _address(listening: socket.socket) -> str:
    host, port = listening.getsockname()[:2]
    shown = "localhost" if host in ("0.0.0.0", "::") else f"[{host}]" if ":" in host else host
    return f"http://{shown}:{port}/"
