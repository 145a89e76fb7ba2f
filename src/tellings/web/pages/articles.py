"""An article, its versions, and two articles side by side.

Comes in:   the names of articles.
Goes out:   pages.
"""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response

from tellings.dossier import ArticleModel
from tellings.tell.marked import marked_article
from tellings.tell.places import Place, shown
from tellings.tell.side_by_side import side_by_side
from tellings.tell.view import Account
from tellings.web import asked
from tellings.web.desk import Told
from tellings.web.links import RoomLinks, speaker_url
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


@dataclass(frozen=True, slots=True)
class Heard:
    """Words that somebody says in an article; without a `speaker` it is not known who."""

    words: str
    place: Place
    speaker: str | None
    url: str | None


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
    key = "article", here.article.id, span
    return page_of_story(request, room, here.told, key, lambda: _article(room, here, span))


def _article(room: Room, here: Open, span: tuple[int, int] | None) -> str:
    versions = room.library.versions(here.article.id)
    return rendered(
        "article.html.j2",
        here=here,
        told=here.told,
        article=here.article,
        account=_account(here.told, here.article.id),
        text=marked_article(here.article, here.told.dossier, here.told.places, here.told.echoes, here=span),
        sayings=_sayings(here),
        versions=versions,
        edits=room.library.edits(here.article.id) if len(versions) > 1 else (),
        link=RoomLinks(here.told),
        by_origin=here.told.places.by_origin,
    )


@look(router, "/stories/{name}/side-by-side")
def beside(request: Request, room: InRoom, name: str, one: str = "", other: str = "") -> Response:
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
        pair=side_by_side(left, right, told.places, told.echoes),
        one=_account(told, left),
        other=_account(told, right),
        link=RoomLinks(told),
        by_origin=told.places.by_origin,
    )


def _account(told: Told, article: str) -> Account:
    return next(one for one in told.view.accounts if one.id == article)


def _sayings(here: Open) -> list[Heard]:
    """What is said in the article, in order, and by whom."""
    at = here.told.places
    heard = []
    for statement in here.told.dossier.statements:
        if statement.article == here.article.id and statement.content:
            place = at.place(here.article.id, statement.content[0])
            speaker = at.speakers.get(statement.speaker or "")
            named = speaker is not None and speaker.kind != "anonymous"
            heard.append(
                Heard(
                    at.words(place),
                    place,
                    shown(speaker.name) if speaker else None,
                    speaker_url(speaker.name) if speaker and named else None,
                )
            )
    return sorted(heard, key=lambda one: one.place.span)
