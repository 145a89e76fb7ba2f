"""How pages are put up.

Comes in:   a function that makes a page.
Goes out:   the same, at its address. Pages stand outside the description of the API.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Depends
from fastapi.responses import HTMLResponse
from starlette.datastructures import FormData

from tellings.web.safety.forms import form_of

Endpoint = Callable[..., Any]
OwnForm = Annotated[FormData, Depends(form_of)]
"""A form that came from this room."""


def look(router: APIRouter, path: str) -> Callable[[Endpoint], Endpoint]:
    """A page to look at: GET and HEAD, which change nothing."""
    return router.api_route(
        path,
        methods=["GET", "HEAD"],
        include_in_schema=False,
        response_class=HTMLResponse,
        response_model=None,
    )


def send(router: APIRouter, path: str) -> Callable[[Endpoint], Endpoint]:
    """Where a form goes: POST. The function must take an `OwnForm`."""
    return router.post(path, include_in_schema=False, response_model=None)
