"""Mentions of people whom a pronoun behind them hardly means.

Comes in:   where somebody is mentioned, where the pronoun stands, and the scene.
Goes out:   whether the mention is set aside: in brackets, in quotation marks or in what is said, in what
            somebody else reports, or in a phrase in front of the subject.
"""

from __future__ import annotations

from tellings.attribute.scene import Key, Scene
from tellings.languages.en.cues import BEFORE_CIRCUMSTANCES
from tellings.languages.en.openers import CLAUSE_OPENERS
from tellings.records import Span

_FRONTING = frozenset((*CLAUSE_OPENERS, *BEFORE_CIRCUMSTANCES)) - {"but"}


def is_fronted(place: Span, following: Span, scene: Scene) -> bool:
    """Whether a mention stands before the subject: "In view of Orlow's letter, Merrow said", not Merrow."""
    start = scene.sentence_start(scene.sentence_at(place.start))
    if scene.sentence_at(following.start) != scene.sentence_at(place.start) or following.start <= place.start:
        return False
    first = scene.text[start : place.start].split(" ", 1)[0].lower()
    return first in _FRONTING and "," in scene.text[place.end : following.start]


def is_reported(key: Key, place: Span, span: Span, scene: Scene) -> bool:
    """Whether a mention stands in what somebody else is said to have said: it is spoken about."""
    around = scene.around(place)
    return around is not None and around.key != key and not any(part.covers(span) for part in around.content)


def in_brackets(place: Span, scene: Scene) -> bool:
    """Whether a mention stands in brackets, as who took a picture does: "(AP Photo/Tobias Merrow, File)"."""
    start = scene.sentence_start(scene.sentence_at(place.start))
    return scene.text.rfind("(", start, place.start) > scene.text.rfind(")", start, place.start)


def in_marks(place: int, span: Span, scene: Scene) -> bool:
    """Whether a place stands within quotation marks that the pronoun stands outside of."""
    quotation = scene.quotation_at(place)
    return bool(quotation) and scene.quotation_at(span.start) != quotation


def is_quoted(place: Span, span: Span, content: tuple[Span, ...], scene: Scene) -> bool:
    """Whether a mention stands inside what is said, or within marks, while the pronoun does not."""
    if any(part.covers(place) and not part.covers(span) for part in content):
        return True
    if in_marks(place.start, span, scene):
        return True
    return any(
        part.covers(place) and not part.covers(span) and scene.text[part.start] in "\"“‘'"
        for said in scene.said[-6:]
        for part in said.content
    )
