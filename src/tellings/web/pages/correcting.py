"""What a person says against what the program found, and takes back again.

Comes in:   forms of the story's page and of an article's.
Goes out:   corrections; the story is compared anew, and the counts before and after are shown.
"""

from __future__ import annotations

from urllib.parse import quote

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import Response

from tellings.errors import CannotCorrect
from tellings.web import asked
from tellings.web.jobs import Counts, counts_of
from tellings.web.links import article_url, with_query
from tellings.web.pages.articles import opened
from tellings.web.pages.routes import OwnForm, look, send
from tellings.web.render import onward, page
from tellings.web.room import InRoom, Room
from tellings.web.safety.forms import text_of, texts_of
from tellings.web.told_corrections import told_corrections

router = APIRouter()
A_PAGE = 50


@look(router, "/corrections")
def corrections(request: Request, room: InRoom, page_number: str = Query("", alias="page")) -> Response:
    """All corrections, the latest first, each with a way to take it back."""
    number = asked.page_number(page_number)
    made = room.library.corrections()[::-1]
    begin = (number - 1) * A_PAGE
    return page(
        request,
        "corrections.html.j2",
        rows=told_corrections(room.library, made[begin : begin + A_PAGE]),
        number=number,
        earlier=with_query("/corrections", {"page": str(number - 1)}) if number > 1 else None,
        later=with_query("/corrections", {"page": str(number + 1)}) if len(made) > begin + A_PAGE else None,
    )


@send(router, "/corrections/{number}/undo")
def undo(room: InRoom, number: int, form: OwnForm) -> Response:
    """Takes a correction back."""
    room.library.take_back(number)
    return onward("/corrections")


@send(router, "/stories/{name}/origins")
def origins(room: InRoom, name: str, form: OwnForm) -> Response:
    """Cuts the link of an article to what another rests on, or adds one."""
    story = room.library.standing(name).story
    cut = text_of(form, "cut").split()
    article, other = cut if len(cut) == 2 else (text_of(form, "article"), text_of(form, "other"))
    if not article or not other:
        raise HTTPException(400, "Say which article, and which other one.")
    change = room.library.unlink if cut else room.library.link
    before = counts_of(room.library, story)
    change(article, other)
    return onward(_compared(room, story, before, f"/stories/{story}#origins"))


@send(router, "/stories/{name}/conflicts")
def conflicts(room: InRoom, name: str, form: OwnForm) -> Response:
    """Says that a conflict is none."""
    story = room.library.standing(name).story
    before = counts_of(room.library, story)
    room.library.reject(story, text_of(form, "conflict"))
    return onward(_compared(room, story, before))


@send(router, "/stories/{name}/merge")
def merge(room: InRoom, name: str, form: OwnForm) -> Response:
    """Another story is the same one."""
    story, other = room.library.standing(name).story, text_of(form, "other").strip()
    before = counts_of(room.library, story)
    room.library.merge([story, room.library.standing(other).story])
    return onward(_compared(room, story, before))


@send(router, "/stories/{name}/split")
def split(room: InRoom, name: str, form: OwnForm) -> Response:
    """Some of its articles are a story of their own."""
    story = room.library.standing(name).story
    before = counts_of(room.library, story)
    room.library.split(story, texts_of(form, "article"))
    return onward(_compared(room, story, before))


@look(router, "/articles/{name}/speaker")
def who(request: Request, room: InRoom, name: str, at: str = "") -> Response:
    """Asks who says these words."""
    here, span = opened(room, name), asked.span(at)
    if span is None or span[1] > len(here.article.text):
        raise HTTPException(400, "Choose the words in the article first.")
    return page(
        request,
        "who.html.j2",
        here=here,
        told=here.told,
        article=here.article,
        span=span,
        words=here.article.text[slice(*span)],
        speaker=here.told.places.speaker_at(here.article.id, span),
        back=article_url(here.article.id, span),
    )


@send(router, "/articles/{name}/speaker")
def name_speaker(room: InRoom, name: str, form: OwnForm) -> Response:
    """Says who says these words."""
    shelved, span = room.library.article(name), asked.span(text_of(form, "at"))
    if span is None:
        raise CannotCorrect("The words are missing.", fix="Choose them in the article.")
    said_by = asked.words(text_of(form, "name"))
    if said_by is None:
        raise CannotCorrect("The name is missing.", fix="Write who says the words.")
    before = counts_of(room.library, shelved.story)
    room.library.name_speaker(shelved.article.id, span, said_by)
    return onward(_compared(room, shelved.story, before, article_url(shelved.article.id, span)))


def _compared(room: Room, story: str, before: Counts, back: str | None = None) -> str:
    """Has the story compared anew; where the counts before and after will stand."""
    job = room.jobs.compare(story, before=before)
    return f"/jobs/{job}?next={quote(back or f'/stories/{story}', safe='')}"
