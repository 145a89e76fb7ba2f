"""Where things lead in the room.

Comes in:   a story; places, letters and speakers of its report.
Goes out:   addresses of the room's own pages.
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote, urlencode

from tellings.tell.places import Place
from tellings.web.desk import Told


def with_query(path: str, fields: Mapping[str, str | None]) -> str:
    """The path with the fields that are not empty."""
    told = {name: value for name, value in fields.items() if value}
    return f"{path}?{urlencode(told, errors='replace')}" if told else path


def article_url(article: str, span: tuple[int, int] | None = None) -> str:
    """An article, opened at these of its characters."""
    path = f"/articles/{quote(article, safe='')}"
    return f"{path}?at={span[0]}-{span[1]}#at" if span else path


def speaker_url(name: str) -> str:
    """All that somebody is reported to say."""
    return with_query("/speaker", {"name": name})


class RoomLinks:
    """What the report's templates link to: pages of the room."""

    def __init__(self, told: Told) -> None:
        self._told = told
        self._articles = {letter: article for article, letter in told.places.letters.items()}

    def cite(self, place: Place) -> str:
        """The article, opened at the words."""
        return article_url(place.article, place.span)

    def article(self, letter: str) -> str:
        """The article of a letter."""
        return article_url(self._articles[letter])

    def speaker(self, id: str) -> str | None:
        """The speaker's own page; none for somebody without a name."""
        speaker = self._told.places.speakers.get(id)
        return speaker_url(speaker.name) if speaker and speaker.kind != "anonymous" else None
