"""An article, its versions, and two articles side by side.

Comes in:   the names of articles.
Goes out:   pages.
"""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response

from tellings.dossier import ArticleModel
from tellings.store.views import Edit, VersionRow
from tellings.web import asked
from tellings.web.desk import Told
from tellings.web.links import RoomLinks
from tellings.web.pages.routes import look
from tellings.web.render import page_of_story, rendered
from tellings.web.room import InRoom, Room

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Open:
    """An article within its story."""

    told: Told
    article: ArticleModel
    letter: str


def opened(room: Room, name: str) -> Open:
    """An article of the library, in its story as it stands."""
    shelved = room.library.article(name)
    told = room.desk.told(shelved.story)
    article = told.places.articles.get(shelved.article.id)
    if article is None:  # it moved to another story between the two looks
        raise HTTPException(404, f"There is no article {name} in story {told.id} any more.")
    return Open(told, article, told.places.letters[article.id])


@look(router, "/articles/{name}")
def article(request: Request, room: InRoom, name: str, at: str = "") -> Response:
    """The whole text, its passages marked, opened at the words asked for."""
    here = opened(room, name)
    span = asked.span(at)
    edits, versions = _history(room, here.article.id)
    return page_of_story(
        request,
        room,
        here.told,
        ("article", here.article.id, span),
        lambda: _article(here, span, versions, edits),
    )


def _history(room: Room, article: str) -> tuple[tuple[Edit, ...], tuple[VersionRow, ...]]:
    """What each edit changed, for an article that was edited."""
    versions = room.library.versions(article)
    return (room.library.edits(article) if len(versions) > 1 else ()), versions


def _article(
    here: Open, span: tuple[int, int] | None, versions: tuple[VersionRow, ...], edits: tuple[Edit, ...]
) -> str:
    return rendered(
        "article.html.j2",
        here=here,
        told=here.told,
        article=here.article,
        account=next(one for one in here.told.view.accounts if one.id == here.article.id),
        versions=versions,
        edits=edits,
        links=RoomLinks(here.told),
        span=span,
    )


@look(router, "/stories/{name}/side-by-side")
def side_by_side(request: Request, room: InRoom, name: str, one: str = "", other: str = "") -> Response:
    """Two articles of a story beside each other."""
    told = room.desk.told(name)
    ids = [article.id for article in told.dossier.articles]
    for given in (one, other):
        if given and given not in ids:
            raise HTTPException(404, f"There is no article {given[:40]} in story {told.id}.")
    if len(ids) < 2:
        raise HTTPException(409, "This story has one article only; there is nothing to put beside it.")
    left = one or next(article for article in ids if article != other)
    right = other or next(article for article in ids if article != left)
    return page_of_story(
        request, room, told, ("side-by-side", left, right), lambda: _side_by_side(told, left, right)
    )


def _side_by_side(told: Told, left: str, right: str) -> str:
    return rendered(
        "side_by_side.html.j2",
        told=told,
        story=told.id,
        view=told.view,
        pair=[told.places.articles[one] for one in (left, right)],
        links=RoomLinks(told),
    )
