"""Who says what, over all stories; and sentences found by their words.

Comes in:   the name of a speaker, words to look for.
Goes out:   pages.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import Response

from tellings.store.views import Said
from tellings.tell.view import Voice
from tellings.web import asked
from tellings.web.desk import NotCompared
from tellings.web.links import RoomLinks, article_url, speaker_url, with_query
from tellings.web.pages.routes import look
from tellings.web.render import page
from tellings.web.room import InRoom, Room

router = APIRouter()
A_PAGE = 100
STATEMENTS = 200
STORIES = 6
HITS = 40


@dataclass(frozen=True, slots=True)
class InStory:
    """What somebody says in one story, with the drift from telling to telling."""

    id: str
    title: str
    voices: tuple[Voice, ...]
    link: RoomLinks
    by_origin: Callable[..., object]


@look(router, "/speakers")
def speakers(
    request: Request, room: InRoom, name: str = "", page_number: str = Query("", alias="page")
) -> Response:
    """Everybody who is quoted, those heard most first."""
    number, wanted = asked.page_number(page_number), asked.words(name)
    rows = room.library.speakers(wanted, most=A_PAGE + 1, skip=(number - 1) * A_PAGE)
    return page(
        request,
        "speakers.html.j2",
        rows=rows[:A_PAGE],
        name=name,
        number=number,
        speaker_url=speaker_url,
        earlier=with_query("/speakers", {"name": name, "page": str(number - 1)}) if number > 1 else None,
        later=with_query("/speakers", {"name": name, "page": str(number + 1)})
        if len(rows) > A_PAGE
        else None,
    )


@look(router, "/speaker")
def speaker(request: Request, room: InRoom, name: str = "") -> Response:
    """What somebody is reported to say: over time, by outlet, and how the words drift."""
    wanted = asked.words(name)
    if wanted is None:
        raise HTTPException(400, "Say whom you mean: a name is needed.")
    said = room.library.speaker(wanted)
    if not said:
        raise HTTPException(404, f"Nobody called {wanted} is quoted in a story that was compared.")
    names = list(dict.fromkeys(one.speaker for one in said))
    return page(
        request,
        "speaker.html.j2",
        name=max(names, key=lambda one: sum(s.speaker == one for s in said)),
        names=names,
        roles=list(dict.fromkeys(one.role for one in said if one.role)),
        said=said[-STATEMENTS:],
        left_out=max(0, len(said) - STATEMENTS),
        outlets=_by_outlet(said),
        stories=_in_stories(room, said, set(names)),
        article_url=article_url,
    )


def _by_outlet(said: tuple[Said, ...]) -> list[tuple[str, int]]:
    """How many of the statements each outlet was the first to print."""
    counts: dict[str, int] = {}
    for one in said:
        counts[one.outlet or "unnamed outlet"] = counts.get(one.outlet or "unnamed outlet", 0) + 1
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


def _in_stories(room: Room, said: tuple[Said, ...], names: set[str]) -> list[InStory]:
    """The latest stories in which tellings of the same words can be compared."""
    found = []
    for id in list(dict.fromkeys(one.story for one in reversed(said) if one.also))[:STORIES]:
        try:
            told = room.desk.told(id)
        except NotCompared:
            continue
        voices = tuple(
            voice
            for voice in told.view.voices
            if voice.name in names and any(saying.departures for saying in voice.sayings)
        )
        if voices:
            found.append(InStory(told.id, told.view.title, voices, RoomLinks(told), told.places.by_origin))
    return found


@look(router, "/search")
def search(
    request: Request,
    room: InRoom,
    words: str = "",
    outlet: str = "",
    speaker: str = "",
    since: str = "",
    until: str = "",
) -> Response:
    """Sentences that answer a question, by their words and by what they mean."""
    wanted = asked.words(words)
    hits = (
        room.library.search(
            wanted,
            outlet=asked.words(outlet),
            speaker=asked.words(speaker),
            since=asked.day(since),
            until=asked.day(until),
            most=HITS,
        )
        if wanted
        else ()
    )
    fields = {"words": words, "outlet": outlet, "speaker": speaker, "since": since, "until": until}
    return page(
        request,
        "search.html.j2",
        hits=hits,
        asked=wanted,
        fields=fields,
        article_url=article_url,
        speaker_url=speaker_url,
    )
