"""Whether the words around a day look back or ahead.

Comes in:   a text, the sentence and the place of an expression of time.
Goes out:   "past", "future", or None where no verb tells.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from tellings.languages.en.calendar import LOOKING_AHEAD, LOOKING_BACK
from tellings.records import Span

Outlook = Literal["past", "future"]

_REACH = 120
_WORD = re.compile(r"n't|['’]ll\b|[a-z]+|[;:]")
_AHEAD = frozenset(LOOKING_AHEAD)
_BACK = frozenset(LOOKING_BACK)
_TO_BE = ("is", "are", "was", "were", "be")
_OPENS_A_CLAUSE = ("before", "once", "until", "when")
_PERFECT = ("are", "had", "have")
_IS = {"is", "are"}
_NOT_VERBS = ("hundred", "indeed", "need", "red", "speed", "united")


def outlook_at(text: str, sentence: Span, span: Span) -> Outlook | None:
    """The outlook of the verb that governs the expression: the nearest before it, else the first after it."""
    before = _words(text[max(sentence.start, span.start - _REACH) : span.start])
    after = _words(text[span.end : min(sentence.end, span.end + _REACH)])
    return _nearest_before(before) or _first_after(after)


def _words(piece: str) -> list[str]:
    return [word.replace("’", "'") for word in _WORD.findall(piece.lower())]


def _nearest_before(words: Sequence[str]) -> Outlook | None:
    for place in range(len(words) - 1, -1, -1):
        word = words[place]
        if word in (";", ":"):
            return None
        if told := _outlook_of(words, place):
            return told
    return None


def _first_after(words: Sequence[str]) -> Outlook | None:
    for place, word in enumerate(words):
        if word in (";", ":"):
            return None
        if told := _outlook_of(words, place):
            return told
    return None


def _is_meant(word: str, following: Sequence[str]) -> bool:
    """Whether it looks ahead here: not "next to the pier" or "set off on Friday", but "set to close"."""
    if word == "next":
        return list(following) != ["to"]
    if word == "set":
        return list(following) in (["to"], ["for"])
    if word == "would":
        return list(following) != ["have"]
    return word != "going" or list(following) == ["to"]


def _of_plain_verb(verb: Sequence[str]) -> Outlook | None:
    """ "When they meet on Monday" looks ahead, "when they met" back."""
    plain = verb and not (verb[0] in _BACK or verb[0] in _PERFECT or verb[0].endswith("ed"))
    return "future" if plain else None


def _outlook_of(words: Sequence[str], place: int) -> Outlook | None:
    word = words[place]
    lead = words[max(0, place - 3) : place]
    if word.endswith("ing") and lead[-1:] == ["after"]:
        return "past"
    if word in _AHEAD and _is_meant(word, words[place + 1 : place + 2]):
        return "future"
    if word == "to" and lead and lead[-1] in _TO_BE:
        return "future"
    if "be" in lead or "to" in lead[-1:]:
        return None  # "will be closed", "due to be heard": the word before tells
    if word in ("they", "we") and lead and lead[-1] in _OPENS_A_CLAUSE:
        return _of_plain_verb(words[place + 1 : place + 2])
    if word in _BACK:
        return "past"
    if word.endswith("ed") and len(word) > 4 and word not in _NOT_VERBS:
        return None if _IS & set(lead[-2:]) else "past"  # "is not prepared" is of today
    return None
