"""Whose position a sentence tells.

Comes in:   an assertion, and where the verb of a stance begins.
Goes out:   a `Holder`: the country, body or person named right before it, or the speaker whom a pronoun there
            stands for. None where it is not plain who it is.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from tellings.compare.assertions import Assertion, Pool
from tellings.compare.words import folded
from tellings.languages.en.positions import BODIES, NAMED_BEFORE, SPEAKING
from tellings.records import Entity, Reading, Span, Speaker

_HOLDING = frozenset(["person", "organisation", "place", "nationality"])
_BODIES = frozenset(BODIES)
_LAST_WORD = re.compile(r"([^\W_]+)[\s,]*$")
_GIVEN_TO = re.compile(r"\b(?:to|with|for)\s+(?:the\s+)?$", re.IGNORECASE)
_REACH = 90
_LONGEST_ENDING = 3
_SHORTEST_COUNTRY = 4


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a position. `key` is the same for one holder throughout the story; `named` is where the name
    or pronoun stands; `speaker` is the id among the speakers, if the holder is one of them.
    """

    key: str
    named: Span
    speaker: str | None

    @property
    def start(self) -> int:
        """Where the name or pronoun begins."""
        return self.named.start


class Holders:
    """Finds the holders of one story."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool
        self._speakers = {speaker.id: speaker for speaker in pool.story.speakers}
        self._named: dict[str, Speaker] = {}
        for speaker in pool.story.speakers:
            for name in (speaker.name, *speaker.aliases):
                self._named.setdefault(folded(name), speaker)
                if speaker.kind == "person":
                    self._named.setdefault(_key(name), speaker)
        self._countries: list[str] = []

    def before(self, assertion: Assertion, at: int) -> Holder | None:
        """The holder whose name or pronoun ends right before character `at` of the assertion's article."""
        reading = self._pool.readings[assertion.article]
        text, start = reading.article.text, assertion.cite.span.start
        last = _LAST_WORD.search(text, max(start, at - _REACH), at)
        if last is None:
            return None
        word = folded(last.group(1))
        place = Span(*last.span(1))
        if word in SPEAKING and (speaker := self._speaking(assertion, word)) is not None:
            return Holder(_key(speaker.name), place, speaker.id)
        if word in NAMED_BEFORE:
            return self._named_before(reading, start, place)
        end = place.end
        if word in _BODIES:
            behind = _LAST_WORD.search(text, max(start, at - _REACH), place.start)
            end = behind.end(1) if behind else place.end
        entity = _entity_ending(reading, end)
        return self._of(entity, reading) if entity and entity.span.start >= start else None

    def _speaking(self, assertion: Assertion, word: str) -> Speaker | None:
        """The speaker of the statement that the pronoun stands in; "they" only of a body."""
        statement = assertion.statement
        speaker = self._speakers.get(statement.speaker or "") if statement else None
        if speaker is None or (word == "they" and speaker.kind != "organisation"):
            return None
        return speaker

    def _named_before(self, reading: Reading, start: int, pronoun: Span) -> Holder | None:
        """ "Assurances from Velm on Tuesday that it would not ask": the body named last before "that it".

        One to which something is given or said is passed over.
        """
        text = reading.article.text
        if not re.search(r"\bthat\s+$", text[max(start, pronoun.start - 8) : pronoun.start]):
            return None
        first = bisect_left(reading.entities, start, key=lambda entity: entity.span.start)
        named = [
            entity
            for entity in reading.entities[first:]
            if entity.span.end <= pronoun.start and entity.type in ("place", "organisation")
        ]
        for entity in reversed(named):
            if not _GIVEN_TO.search(text[max(start, entity.span.start - 12) : entity.span.start]):
                return self._of(entity, reading)
        return None

    def _of(self, entity: Entity, reading: Reading) -> Holder:
        name = entity.span.words_in(reading.article.text)
        key = _key(name)
        speaker = self._named.get(folded(name)) or (self._named.get(key) if entity.type == "person" else None)
        if speaker is not None:
            return Holder(_key(speaker.name), entity.span, speaker.id)
        return Holder(self._country(key), entity.span, None)

    def _country(self, key: str) -> str:
        """One key for a country and its people: "velm", "velmish"."""
        for known in self._countries:
            short, long = sorted((known, key), key=len)
            alike = long.startswith(short) and len(long) - len(short) <= _LONGEST_ENDING
            if alike and len(short) >= _SHORTEST_COUNTRY:
                return known
        self._countries.append(key)
        return key


def _key(name: str) -> str:
    """The last word of a name, folded."""
    words = re.findall(r"[^\W_]+", folded(name).removesuffix("'s"))
    return words[-1] if words else ""


def _entity_ending(reading: Reading, end: int) -> Entity | None:
    """The entity whose last word ends here."""
    at = bisect_left(reading.entities, end, key=lambda entity: entity.span.start)
    for entity in reversed(reading.entities[max(0, at - 3) : at]):
        if entity.span.end == end and entity.type in _HOLDING:
            return entity
    return None
