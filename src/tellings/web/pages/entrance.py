"""The entrance: login, files that pages load, a sign of life.

Comes in:   the token of the room, where it has one.
Goes out:   a cookie for who gave it.
"""

from __future__ import annotations

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response
from pydantic import BaseModel

from tellings import __version__
from tellings.web.pages.routes import OwnForm, look, send
from tellings.web.render import STATIC, asset, onward, page
from tellings.web.room import InRoom
from tellings.web.safety.forms import text_of
from tellings.web.safety.gate import COOKIE, own_path

router = APIRouter()
_MONTH = 30 * 24 * 3600
_YEAR = 365 * 24 * 3600


class Health(BaseModel):
    """A sign of life."""

    status: str
    version: str


@look(router, "/login")
def login(request: Request, room: InRoom, next: str = "/") -> Response:
    """Asks for the token."""
    if room.gate.lets_in(request):
        return onward(own_path(next))
    return page(request, "login.html.j2", next=own_path(next), wrong=False)


@send(router, "/login")
def enter(request: Request, room: InRoom, form: OwnForm) -> Response:
    """Takes the token, and gives the pass."""
    onwards = own_path(text_of(form, "next") or "/")
    if room.tries.too_many():
        raise HTTPException(429, "Too many wrong tokens. Wait a minute.", headers={"Retry-After": "60"})
    if not room.gate.opens(text_of(form, "token").strip()):
        room.tries.wrong()
        return page(request, "login.html.j2", status=401, next=onwards, wrong=True)
    answer = onward(onwards)
    if room.gate.token is not None:
        answer.set_cookie(
            COOKIE,
            room.gate.pass_,
            max_age=_MONTH,
            httponly=True,
            samesite="strict",
            secure=request.url.scheme == "https",
        )
    return answer


@send(router, "/logout")
def leave(request: Request, form: OwnForm) -> Response:
    """Takes the pass back."""
    answer = onward("/login")
    answer.delete_cookie(COOKIE)
    return answer


@look(router, "/static/{name}")
def static(name: str) -> Response:
    """A style sheet, the script, the icon."""
    if name not in STATIC:
        raise HTTPException(404)
    headers = {"Cache-Control": f"public, max-age={_YEAR}, immutable"}
    return Response(asset(name), media_type=STATIC[name][2], headers=headers)


@look(router, "/favicon.ico")
def icon() -> Response:
    """The icon, where browsers look for one by themselves."""
    return Response(asset("icon.svg"), media_type=STATIC["icon.svg"][2])


@router.get("/health")
def health(room: InRoom) -> Health:
    """Whether the room is open and its library can be read; nothing of what is in it."""
    room.library.stories(most=1)
    return Health(status="ok", version=__version__)
