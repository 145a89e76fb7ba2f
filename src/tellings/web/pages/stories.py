"""The list of stories, and a story.

Comes in:   what to list; the name of a story.
Goes out:   pages; the report of a story as one file, which holds the dossier and can be verified.
"""

from __future__ import annotations

import re
from typing import Any

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import Response

from tellings.store.listing import Order
from tellings.tell.environment import context
from tellings.tell.page import as_page
from tellings.tell.pictures.activity import activity
from tellings.tell.view import view_of
from tellings.tell.without import without
from tellings.web import asked
from tellings.web.desk import Told
from tellings.web.links import RoomLinks, with_query
from tellings.web.pages.routes import look
from tellings.web.render import page, page_of_story, rendered
from tellings.web.room import InRoom

router = APIRouter()
A_PAGE = 25
MOST_BASIS = 12
"""How much of what an article rests on is listed with the others; its own page has it all."""
LARGE = 20
"""Articles from which the list of links is a page of its own."""
ORDERS: dict[Order, str] = {
    "changed": "latest change",
    "latest": "latest article",
    "largest": "most articles",
}


@look(router, "/")
def stories(
    request: Request,
    room: InRoom,
    words: str = "",
    outlet: str = "",
    since: str = "",
    until: str = "",
    order: str = "",
    contested: str = "",
    page_number: str = Query("", alias="page"),
) -> Response:
    """The list, newest first, or what is asked for."""
    number = asked.page_number(page_number)
    choice: dict[str, Any] = {
        "words": asked.words(words),
        "outlet": asked.words(outlet),
        "since": asked.day(since),
        "until": asked.day(until),
        "with_conflicts": bool(contested),
    }
    chosen_order: Order = next((one for one in ORDERS if one == order), "changed")
    rows = room.library.stories(**choice, order=chosen_order, most=A_PAGE + 1, skip=(number - 1) * A_PAGE)
    fields = {
        "words": words,
        "outlet": outlet,
        "since": since,
        "until": until,
        "order": order,
        "contested": contested,
    }
    return page(
        request,
        "stories.html.j2",
        rows=rows[:A_PAGE],
        activity={row.id: activity(day for day, many in row.activity for _ in range(many)) for row in rows},
        fields=fields,
        filtered=any(choice.values()),
        orders=ORDERS,
        number=number,
        counts=room.library.counts(),
        earlier=with_query("/", fields | {"page": str(number - 1)}) if number > 1 else None,
        later=with_query("/", fields | {"page": str(number + 1)}) if len(rows) > A_PAGE else None,
    )


@look(router, "/stories/{name}")
def story(request: Request, room: InRoom, name: str) -> Response:
    """A story: everything that its report tells, and the forms that put it right."""
    told = room.desk.told(name)
    return page_of_story(request, room, told, "story", lambda: _story(told))


def _story(told: Told) -> str:
    return rendered(
        "story.html.j2",
        **context(told.dossier, RoomLinks(told)),
        **_forms(told),
        ledger_page=f"/stories/{told.id}/origins" if len(told.dossier.articles) > LARGE else None,
    )


def _forms(told: Told) -> dict[str, Any]:
    return {
        "story": told.id,
        "dossier": told.dossier,
        "letters": told.places.letters,
        "most_basis": MOST_BASIS,
    }


@look(router, "/stories/{name}/origins")
def origins(request: Request, room: InRoom, name: str) -> Response:
    """Where the story comes from, link by link, with the forms that cut and add one."""
    told = room.desk.told(name)
    return page_of_story(request, room, told, "origins", lambda: _origins(told))


def _origins(told: Told) -> str:
    return rendered("origins.html.j2", **context(told.dossier, RoomLinks(told)), **_forms(told))


@look(router, "/stories/{name}/without")
def origin_taken_away(request: Request, room: InRoom, name: str, origin: str = "") -> Response:
    """What falls without one origin, what one other is left for, what holds; nothing is changed."""
    told = room.desk.told(name)
    if origin not in [one.id for one in told.dossier.origins]:
        raise HTTPException(404, f"Story {told.id} rests on no such origin.")
    return page_of_story(request, room, told, ("without", origin), lambda: _without(told, origin))


def _without(told: Told, origin: str) -> str:
    return rendered(
        "without.html.j2",
        story=told.id,
        view=view_of(without(told.dossier, origin)),
        link=RoomLinks(told),
        by_origin=told.places.by_origin,
    )


@look(router, "/stories/{name}/report.html")
def report(request: Request, room: InRoom, name: str) -> Response:
    """The report as one file to keep."""
    told = room.desk.told(name)
    answer = page_of_story(request, room, told, "report", lambda: as_page(told.dossier))
    answer.headers["Content-Disposition"] = f'attachment; filename="{file_name(told)}"'
    return answer


def file_name(told: Told) -> str:
    """A name of plain letters that says which story it is."""
    plain = re.sub(r"[^a-z0-9]+", "-", told.dossier.title.lower().encode("ascii", "ignore").decode())
    return f"{plain[:60].strip('-') or told.id}.html"
