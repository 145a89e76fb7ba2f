"""The application: pages, API and the layers that keep them safe.

Comes in:   an open library; who may read; the jobs, if the caller wants to see them end.
Goes out:   an ASGI application.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import anyio.to_thread
from fastapi import FastAPI
from starlette.types import ASGIApp

from tellings import __version__
from tellings.store import Library
from tellings.web import api
from tellings.web.desk import Desk
from tellings.web.jobs import Jobs
from tellings.web.pages import adding, articles, correcting, entrance, speakers, stories
from tellings.web.room import Room
from tellings.web.safety.bounds import MOST_WITH_FILES, Bounds
from tellings.web.safety.gate import Gate, Gated, Tries
from tellings.web.safety.headers import Headers
from tellings.web.safety.hosts import Hosts
from tellings.web.safety.visits import Visits
from tellings.web.trouble import put_up_handlers

_AT_ONCE = 12
"""Pages made at the same time; the others wait. Fewer than the connections that a library opens."""


def reading_room(
    library: Library,
    gate: Gate | None = None,
    *,
    jobs: Jobs | None = None,
    most_bytes: int = MOST_WITH_FILES,
) -> ASGIApp:
    """The reading room over a library.

    Without a `gate` everybody may read who reaches it, so it should listen on loopback only. `most_bytes` may
    be sent in one form. Jobs that are handed in are started here, and are the caller's to finish.
    """
    gate = gate or Gate()
    own_jobs = jobs is None
    jobs = jobs or Jobs(library)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        anyio.to_thread.current_default_thread_limiter().total_tokens = _AT_ONCE
        jobs.start()
        yield
        if own_jobs:
            await anyio.to_thread.run_sync(jobs.finish)

    app = FastAPI(
        title="tellings",
        version=__version__,
        summary="Stories, their articles, who says what in them; everything that the pages show.",
        lifespan=lifespan,
        openapi_url="/api/openapi.json",
        docs_url=None,  # both would load scripts from elsewhere; /api is a plain page
        redoc_url=None,
    )
    app.state.room = Room(library, Desk(library), jobs, gate, Tries())
    for part in (stories, articles, speakers, adding, correcting, entrance, api):
        app.include_router(part.router)
    put_up_handlers(app)
    return _guarded(app, gate, most_bytes)


def _guarded(app: ASGIApp, gate: Gate, most_bytes: int) -> ASGIApp:
    """The application inside its layers; the last one here is the first to see a request."""
    app = Bounds(app, most_bytes)
    app = Gated(app, gate)
    app = Visits(app)
    app = Hosts(app, gate.names)
    return Headers(app)
