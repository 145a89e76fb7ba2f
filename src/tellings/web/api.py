"""The JSON API: everything that the pages show.

Comes in:   the same questions as the pages take, under /api.
Goes out:   the library's own records and dossiers as JSON, described by OpenAPI at /api/openapi.json. It only
            reads; what changes something goes through the pages' forms, or through the command line.

A story that has to be compared first answers 202 with the address of the job: ask again when that is done.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, HTTPException, Query, Request, Response
from pydantic import BaseModel

from tellings.dossier import Story, WithoutModel
from tellings.store.views import (
    Correction,
    Counts,
    Edit,
    Hit,
    Said,
    Shelved,
    SpeakerRow,
    StoryRow,
    VersionRow,
)
from tellings.tell.side_by_side import SideBySide, side_by_side
from tellings.tell.without import without
from tellings.web import asked
from tellings.web.desk import tag_of
from tellings.web.jobs import Progress
from tellings.web.pages.adding import known_job
from tellings.web.pages.routes import look
from tellings.web.render import page
from tellings.web.room import InRoom

router = APIRouter()
A_PAGE = 50

Words = Annotated[str, Query(max_length=asked.LONGEST)]
Day = Annotated[str, Query(description="an ISO date: 2024-03-08", max_length=10)]
PageNumber = Annotated[int, Query(ge=1, le=asked.MOST_PAGES, alias="page")]


class Wrong(BaseModel):
    """What every error says."""

    error: str
    fix: str


class Comparing(BaseModel):
    """The story is being compared; ask again when the job is done."""

    state: Literal["comparing"]
    job: str


class Stories(BaseModel):
    """A part of the list of stories."""

    stories: list[StoryRow]
    page: int
    more: bool


class Speakers(BaseModel):
    """A part of the list of speakers."""

    speakers: list[SpeakerRow]
    page: int
    more: bool


class History(BaseModel):
    """The versions of an article, and what each edit changed."""

    versions: list[VersionRow]
    edits: list[Edit]


_MISSING: dict[int | str, dict[str, Any]] = {404: {"model": Wrong}}
_DOSSIER: dict[int | str, dict[str, Any]] = {**_MISSING, 202: {"model": Comparing}}


@look(router, "/api")
def described(request: Request) -> Response:
    """A plain page that lists the addresses below."""
    description = request.app.openapi()
    addresses = [
        (path, method.upper(), told)
        for path, methods in description["paths"].items()
        for method, told in methods.items()
    ]
    return page(request, "api.html.j2", addresses=addresses)


@router.get("/api/counts")
def counts(room: InRoom) -> Counts:
    """How much there is of everything."""
    return room.library.counts()


@router.get("/api/stories")
def stories(
    room: InRoom,
    words: Words = "",
    outlet: Words = "",
    since: Day = "",
    until: Day = "",
    order: Literal["changed", "latest", "largest"] = "changed",
    contested: bool = False,
    number: PageNumber = 1,
) -> Stories:
    """Stories, newest first: articles, independent origins, conflicts, activity by day."""
    rows = room.library.stories(
        words=asked.words(words),
        outlet=asked.words(outlet),
        since=asked.day(since),
        until=asked.day(until),
        order=order,
        with_conflicts=contested,
        most=A_PAGE + 1,
        skip=(number - 1) * A_PAGE,
    )
    return Stories(stories=list(rows[:A_PAGE]), page=number, more=len(rows) > A_PAGE)


@router.get("/api/stories/{name}", responses=_DOSSIER, response_model=Story)
def story(request: Request, room: InRoom, name: str) -> Response:
    """The dossier of a story: brief, origins, statements, claims, conflicts, timeline, coverage, naming."""
    told = room.desk.told(name)
    headers = {"ETag": tag_of(told.version, "json"), "Cache-Control": "private, no-cache"}
    if request.headers.get("if-none-match") == headers["ETag"]:
        return Response(status_code=304, headers=headers)
    body = room.desk.page(told, "json", told.dossier.model_dump_json)
    return Response(body.encode("utf-8", "replace"), media_type="application/json", headers=headers)


@router.get("/api/stories/{name}/side-by-side", responses=_DOSSIER)
def beside(room: InRoom, name: str, one: str, other: str) -> SideBySide:
    """Two articles of a story, sentence by sentence, aligned by what they tell."""
    told = room.desk.told(name)
    if one == other or not {one, other} <= set(told.places.articles):
        raise HTTPException(404, f"Story {told.id} has no two articles of these names.")
    return side_by_side(one, other, told.places, told.echoes)


@router.get("/api/stories/{name}/without", responses=_DOSSIER)
def taken_away(room: InRoom, name: str, origin: str) -> WithoutModel:
    """What falls without one origin of a story; claims and conflicts by their ids in the dossier."""
    told = room.desk.told(name)
    if origin not in [one.id for one in told.dossier.origins]:
        raise HTTPException(404, f"Story {told.id} rests on no such origin.")
    found = without(told.dossier, origin).without
    assert found is not None
    return found


@router.get("/api/articles/{name}", responses=_MISSING)
def article(room: InRoom, name: str) -> Shelved:
    """An article as it was given, and the story it stands in; its dossier marks its passages."""
    return room.library.article(name)


@router.get("/api/articles/{name}/versions", responses=_DOSSIER)
def versions(room: InRoom, name: str) -> History:
    """All versions of an article, and what each edit added, dropped and changed."""
    found = room.library.versions(name)
    room.desk.told(room.library.article(name).story)
    edits = room.library.edits(name) if len(found) > 1 else ()
    return History(versions=list(found), edits=list(edits))


@router.get("/api/search")
def search(
    room: InRoom,
    words: Words,
    outlet: Words = "",
    speaker: Words = "",
    since: Day = "",
    until: Day = "",
    most: Annotated[int, Query(ge=1, le=100)] = 40,
) -> list[Hit]:
    """Sentences found by their words and by what they mean, best first."""
    wanted = asked.words(words)
    if wanted is None:
        raise HTTPException(400, "Say what to look for.")
    return list(
        room.library.search(
            wanted,
            outlet=asked.words(outlet),
            speaker=asked.words(speaker),
            since=asked.day(since),
            until=asked.day(until),
            most=most,
        )
    )


@router.get("/api/speakers")
def speakers(room: InRoom, name: Words = "", number: PageNumber = 1) -> Speakers:
    """Who is quoted, those with most statements first."""
    rows = room.library.speakers(asked.words(name), most=A_PAGE + 1, skip=(number - 1) * A_PAGE)
    return Speakers(speakers=list(rows[:A_PAGE]), page=number, more=len(rows) > A_PAGE)


@router.get("/api/statements")
def statements(room: InRoom, speaker: Words) -> list[Said]:
    """What somebody is reported to say, over all stories, earliest first."""
    wanted = asked.words(speaker)
    return list(room.library.speaker(wanted)) if wanted else []


@router.get("/api/corrections")
def corrections(room: InRoom) -> list[Correction]:
    """What people said against what the program found, in the order in which they said it."""
    return list(room.library.corrections())


@router.get("/api/jobs/{id}", responses=_MISSING)
def job(room: InRoom, id: str) -> Progress:
    """How far a job has come."""
    return known_job(room.jobs.progress(id))
