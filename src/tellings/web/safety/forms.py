"""Forms that were sent from a page of this room.

Comes in:   a request that wants to change something.
Goes out:   its fields and files, or an error: 415 for what is no form, 403 for one that a page elsewhere
            sent, 400 for one that is broken or came only by half, 413 for too much.
"""

from __future__ import annotations

from collections.abc import AsyncIterator

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request

from tellings.web.safety.visits import visit_of

FIELD = "visit"
"""The name of the field that holds the visit's token."""
MOST_FILES, MOST_FIELDS, MOST_CHARACTERS = 200, 200, 4_000_000
_KINDS = ("application/x-www-form-urlencoded", "multipart/form-data")


async def form_of(request: Request) -> AsyncIterator[FormData]:
    """The fields of a form (a FastAPI dependency); its files are gone when it has been answered."""
    _require_own_page(request)
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in _KINDS:
        raise HTTPException(415, "Only forms are taken here.")
    try:
        form = await request.form(max_files=MOST_FILES, max_fields=MOST_FIELDS, max_part_size=MOST_CHARACTERS)
    except ClientDisconnect as error:
        raise HTTPException(400, "Only half of it arrived, and nothing was added. Send it again.") from error
    try:
        if not visit_of(request).holds(text_of(form, FIELD)):
            raise HTTPException(
                403,
                "This form is from an earlier visit, or not from this room. Go back, reload, send it again.",
            )
        yield form
    finally:
        await form.close()


def text_of(form: FormData, name: str) -> str:
    """A field's text; empty where there is none."""
    value = form.get(name)
    return value if isinstance(value, str) else ""


def texts_of(form: FormData, name: str) -> list[str]:
    """All texts given under one name."""
    return [value for value in form.getlist(name) if isinstance(value, str)]


def _require_own_page(request: Request) -> None:
    """Browsers say where a form was sent from; programs may leave it out, but they need the token too."""
    origin = request.headers.get("origin")
    if origin is not None and origin.partition("://")[2].lower() != request.headers.get("host", "").lower():
        raise HTTPException(403, "A page elsewhere sent this form. Nothing was changed.")
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        raise HTTPException(403, "A page elsewhere sent this form. Nothing was changed.")
