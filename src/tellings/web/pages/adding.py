"""Adding articles, and how far the work has come.

Comes in:   texts, addresses and files, in one form.
Goes out:   a job; its progress, renewed by the page itself.
"""

from __future__ import annotations

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response
from starlette.datastructures import FormData, UploadFile

from tellings.web import asked
from tellings.web.intake import ADDRESS, Parcel, Pasted
from tellings.web.jobs import Progress
from tellings.web.pages.routes import OwnForm, look, send
from tellings.web.render import onward, page
from tellings.web.room import InRoom
from tellings.web.safety.bounds import MOST_WITH_FILES
from tellings.web.safety.forms import MOST_FILES, text_of, texts_of
from tellings.web.safety.gate import own_path

router = APIRouter()
TEXTS, MOST_TEXTS = 3, 20
MOST_ADDRESSES = 100
END = "whole"
"""The last field of the form: a form without it came only by half."""


@look(router, "/add")
def add(request: Request, texts: str = "") -> Response:
    """The form: a few texts, more where they are asked for."""
    asked_for = int(texts[:4]) if texts.isascii() and texts.isdecimal() else TEXTS
    return page(
        request,
        "add.html.j2",
        texts=max(1, min(asked_for, MOST_TEXTS)),
        most_texts=MOST_TEXTS,
        most_files=MOST_FILES,
        most_bytes=MOST_WITH_FILES,
        end=END,
    )


@send(router, "/add")
def take(request: Request, room: InRoom, form: OwnForm) -> Response:
    """Takes what was given, and leads to its progress."""
    if not text_of(form, END):
        raise HTTPException(400, "Only a part of the form arrived, and nothing was added. Send it again.")
    parcel = _parcel(form)
    if not len(parcel):
        raise HTTPException(400, "There was nothing in the form: no text, no address, no file.")
    try:
        job = room.jobs.add(parcel)
    except BaseException:
        parcel.close()
        raise
    return onward(f"/jobs/{job}")


def _parcel(form: FormData) -> Parcel:
    texts = texts_of(form, "text")
    pasted = [text.strip() for text in texts if ADDRESS.fullmatch(text.strip())]
    addresses = list(dict.fromkeys([*pasted, *text_of(form, "addresses").split()]))
    if len(addresses) > MOST_ADDRESSES:
        raise HTTPException(400, f"That is more than {MOST_ADDRESSES} addresses. Give fewer at a time.")
    known = [texts_of(form, name) for name in ("outlet", "published", "url")]
    parcel = Parcel(texts=_pasted(texts, known), addresses=addresses)
    try:
        for file in form.getlist("files"):
            if isinstance(file, UploadFile) and file.filename:
                parcel.put(file.file, file.filename)
    except BaseException:
        parcel.close()
        raise
    return parcel


def _pasted(texts: list[str], known: list[list[str]]) -> list[Pasted]:
    """Each text with what was said of it; empty fields, and those that hold an address, are left out."""
    pasted = []
    for number, text in enumerate(texts):
        if text.strip() and not ADDRESS.fullmatch(text.strip()):
            outlet, published, url = (
                (told[number].strip() or None) if number < len(told) else None for told in known
            )
            pasted.append(
                Pasted(text=text, outlet=outlet, published=asked.day(published or ""), url=_address(url))
            )
    return pasted


def _address(url: str | None) -> str | None:
    if url is not None and not url.lower().startswith(("http://", "https://")):
        raise HTTPException(400, f"{url[:60]} is no web address: it must begin with https:// or http://.")
    return url


@look(router, "/jobs/{id}")
def progress(request: Request, room: InRoom, id: str, next: str = "") -> Response:
    """How far a job has come; once it is done, what came of it."""
    job = known_job(room.jobs.progress(id))
    onwards = own_path(next) if next else None
    if job.state == "done" and job.kind == "compare" and job.before is None and onwards:
        return onward(onwards)
    return page(request, "job.html.j2", job=job, next=onwards, again=request.url.path + _query(request))


def known_job(job: Progress | None) -> Progress:
    """The job, or 404."""
    if job is None:
        raise HTTPException(404, "Nobody remembers this job. The program may have been started anew since.")
    return job


def _query(request: Request) -> str:
    return f"?{request.url.query}" if request.url.query else ""
