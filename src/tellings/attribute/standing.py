"""How two speakers of a story stand to each other.

Comes in:   the story's speakers.
Goes out:   whether two of them are one, may be one, or are two.
"""

from __future__ import annotations

from collections.abc import Sequence

from tellings.attribute.likeness import Standing
from tellings.attribute.printed_roles import written_out
from tellings.attribute.words import fold, singular
from tellings.languages.en.function_words import FUNCTION_WORDS
from tellings.languages.en.sources import SPEAKING_FOR_ONE
from tellings.records import Speaker

_PLAIN = frozenset((*FUNCTION_WORDS, "top", "senior", "former", "local", "member", "people", "person", "new"))
_VOICES = frozenset(SPEAKING_FOR_ONE)


class Standings:
    """Speakers compared by the words of their names, aliases and roles."""

    def __init__(self, speakers: Sequence[Speaker]) -> None:
        self._speakers = {speaker.id: speaker for speaker in speakers}
        self._terms = {speaker.id: _terms(speaker) for speaker in speakers}
        self._roles = {speaker.id: _words(speaker.role or "") for speaker in speakers}

    def known_as(self, speaker: str | None) -> object:
        """What is the same for one speaker, and for unnamed ones who are described in the same words."""
        known = self._speakers.get(speaker or "")
        return known.name if known is not None and known.kind == "anonymous" else (speaker,)

    def between(self, one: str | None, other: str | None) -> Standing:
        """Unnamed sources may be anybody; a body may speak through an officer whose role names
        it, and a candidate through "the Orlow campaign"."""
        if one is None or other is None:
            return "compatible"
        if one == other:
            return "same"
        a, b = self._speakers[one], self._speakers[other]
        if a.kind == "person" and b.kind == "person":
            return "other"
        for person, body in ((a, b), (b, a)):
            if person.kind == "person":
                named = _words(body.name) - _VOICES
                known = self._roles[person.id] | self._terms[person.id]
                return "compatible" if named and named <= known else "other"
        return "compatible" if self._terms[one] & self._terms[other] else "other"


def _terms(speaker: Speaker) -> frozenset[str]:
    return frozenset().union(*(_words(form) for form in (speaker.name, *speaker.aliases)))


def _words(form: str) -> frozenset[str]:
    words = (
        written_out(singular(word.strip(".,;:'\"()"))) for word in fold(form).replace("'s ", " ").split()
    )
    return frozenset(word for word in words if word and word not in _PLAIN)
