"""Templates into pages.

Comes in:   the name of a template and what it shows.
Goes out:   HTML, everything in it escaped; the response that carries it, with an entity tag where the page
            depends on nothing but a story. The templates of `tell` are at hand too: the room shows the
            sections of the report that they draw.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable, Hashable
from functools import cache
from importlib import resources
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from jinja2 import Environment

from tellings import __version__
from tellings.tell.environment import environment as report_environment
from tellings.tell.page import safe_href
from tellings.tell.places import shown
from tellings.web.desk import Told, tag_of
from tellings.web.room import Room
from tellings.web.safety.forms import FIELD
from tellings.web.safety.visits import visit_of

TOKEN = f"token-of-{secrets.token_hex(16)}"
"""Stands in rendered pages where the visit's own token goes, so that they can be kept for everyone."""
STATIC = {
    "style.css": ("tellings.tell", "templates/style.css", "text/css"),
    "room.css": ("tellings.web", "static/room.css", "text/css"),
    "room.js": ("tellings.web", "static/room.js", "text/javascript"),
    "icon.svg": ("tellings.web", "static/icon.svg", "image/svg+xml"),
}


@cache
def asset(name: str) -> bytes:
    """One of the files that pages load."""
    package, path, _ = STATIC[name]
    return resources.files(package).joinpath(path).read_bytes()


@cache
def asset_url(name: str) -> str:
    """Its address, which changes with its content."""
    return f"/static/{name}?v={hashlib.sha256(asset(name)).hexdigest()[:12]}"


@cache
def environment() -> Environment:
    """The templates of the room over those of the report."""
    made = report_environment("tellings.web")
    made.globals.update(
        asset=asset_url, form_field=FIELD, form_token=TOKEN, href=safe_href, shown=shown, version=__version__
    )
    return made


def rendered(template: str, **context: Any) -> str:
    """A page, with `TOKEN` where its forms hold the visit's token."""
    return environment().get_template(template).render(**context)


def page(request: Request, template: str, *, status: int = 200, **context: Any) -> Response:
    """A page that is made anew each time."""
    return _answer(request, rendered(template, **context), status)


def page_of_story(
    request: Request, room: Room, told: Told, name: Hashable, make: Callable[[], str]
) -> Response:
    """A page that depends on one story and its address alone: made once, and not sent to who has it."""
    tag = tag_of(told.version, str(request.url), visit_of(request).form_token)
    headers = {"ETag": tag, "Cache-Control": "private, no-cache", "Vary": "Cookie"}
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    return _answer(request, room.desk.page(told, name, make), 200, headers)


def onward(path: str) -> Response:
    """To another page, after a form."""
    return RedirectResponse(path, status_code=303)


def _answer(request: Request, html: str, status: int, headers: dict[str, str] | None = None) -> Response:
    own = html.replace(TOKEN, visit_of(request).form_token)
    data = own.encode("utf-8", "replace")
    return HTMLResponse(data, status_code=status, headers=headers or {"Cache-Control": "private, no-cache"})
