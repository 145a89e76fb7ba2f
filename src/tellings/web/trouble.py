"""What a visitor sees when something goes wrong: a plain page, and a way back.

Comes in:   whatever a page raises.
Goes out:   the right status with a page, or with JSON under /api; never a trace of the program's inside.
"""

from __future__ import annotations

from http import HTTPStatus
from urllib.parse import quote

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, RedirectResponse, Response
from starlette.exceptions import HTTPException

from tellings.errors import (
    CannotCorrect,
    LibraryBusy,
    LibraryError,
    LibraryFull,
    LibraryLost,
    NotInLibrary,
    TellingsError,
)
from tellings.web.desk import NotCompared
from tellings.web.jobs import TooMuchWaiting
from tellings.web.render import page
from tellings.web.room import room_of

_STATUS: tuple[tuple[type[TellingsError], int], ...] = (
    (NotInLibrary, 404),
    (CannotCorrect, 409),
    (LibraryBusy, 503),
    (LibraryLost, 503),
    (TooMuchWaiting, 503),
    (LibraryFull, 507),
    (LibraryError, 500),
)
_HELP = {
    400: "Go back, put it right and send it again.",
    404: "It may have been taken out of the library, or the address is wrong.",
    405: "This address does not take that.",
    500: "What went wrong stands in the program's own log. Nothing half-done was kept.",
}


def put_up_handlers(app: FastAPI) -> None:
    """Every kind of trouble gets its answer."""
    app.add_exception_handler(TellingsError, _told_error)
    app.add_exception_handler(NotCompared, _compare_first)
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(RequestValidationError, _not_understood)
    app.add_exception_handler(Exception, _broken)


def _told_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, TellingsError)
    status = next((code for kind, code in _STATUS if isinstance(error, kind)), 500)
    headers = {"Retry-After": "5"} if status == 503 else {}
    fix = _HELP[404] if isinstance(error, NotInLibrary) else error.fix
    return _trouble(request, status, error.message, fix, headers)


def _compare_first(request: Request, error: Exception) -> Response:
    """The story is compared by the jobs, and the visitor sees how far they are."""
    assert isinstance(error, NotCompared)
    job = room_of(request).jobs.compare(error.story)
    if request.url.path.startswith("/api"):
        body = {"state": "comparing", "job": f"/api/jobs/{job}"}
        return JSONResponse(body, status_code=202, headers={"Retry-After": "2"})
    query = f"?{request.url.query}" if request.url.query else ""
    back = quote(request.url.path + query, safe="")
    return RedirectResponse(f"/jobs/{job}?next={back}", status_code=303)


def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    said = str(error.detail)
    if said == HTTPStatus(error.status_code).phrase:  # nobody said more than the code
        said = {404: "There is no such page.", 405: "That cannot be done here."}.get(error.status_code, said)
    return _trouble(request, error.status_code, said, _HELP.get(error.status_code, ""), error.headers or {})


def _not_understood(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    fields = sorted({str(one["loc"][-1]) for one in error.errors() if one.get("loc")})
    said = (
        f"This is not as it should be: {', '.join(fields)}." if fields else "The request is not understood."
    )
    return _trouble(request, 400, said, _HELP[400], {})


def _broken(request: Request, _: Exception) -> Response:
    return _trouble(request, 500, "Something went wrong.", _HELP[500], {})


def _trouble(
    request: Request, status: int, said: str, fix: str, headers: dict[str, str] | object
) -> Response:
    extra = dict(headers) if isinstance(headers, dict) else {}
    if request.url.path.startswith("/api/"):
        return JSONResponse({"error": said, "fix": fix}, status_code=status, headers=extra)
    answer = page(request, "trouble.html.j2", status=status, code=status, said=said, fix=fix)
    answer.headers.update(extra)
    return answer
