"""The words that say who tells what stands beside them: "the mayor said on Friday", "according to Ann Orlow".

Comes in:   a text and a place between two commas.
Goes out:   the source and the cue that the place consists of, if it does.

Between three commas it may be a source in two steps: "its editor, Ann Orlow, said".
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from tellings.languages.en.calendar import WEEKDAY_NAMES
from tellings.languages.en.cues import BEHIND_CLOSING_VERBS, CLOSING_VERBS, FINITE_HELPERS
from tellings.languages.en.sources import DEFINITE, INDEFINITE, PERSON_NOUNS, POSSESSIVE
from tellings.languages.en.titles import ROLES
from tellings.records import Span

LONGEST_SOURCE, LONGEST_NAME, LONGEST_BEHIND = 14, 4, 9
"""Words of a source, of a name alone, and words behind its verb."""
_WORD = re.compile(r"[^\s,]+")
_VERBS, _HELPERS = frozenset(CLOSING_VERBS), frozenset(FINITE_HELPERS)
_TOLD = frozenset(("told", "tells"))
_BEHIND = frozenset((*BEHIND_CLOSING_VERBS, *(day.lower() for day in WEEKDAY_NAMES)))
_OPENING = frozenset((*DEFINITE, *INDEFINITE, *POSSESSIVE))
_PRONOUNS = frozenset(("he", "it", "she", "they"))
_ROLES = frozenset((*PERSON_NOUNS, *ROLES))
_SINGLE = frozenset(("authorities", "officials", "police", "prosecutors", "sources", "witnesses"))


def frame_of(text: str, place: Span) -> tuple[Span, Span] | None:
    """The source and the cue that a place between commas consists of, or None: "Ann Orlow said on Friday"."""
    words = _words(place, text)
    lows = [word.words_in(text).lower() for word in words]
    if not words or any(set(low) & set('"“”()') for low in lows):
        return None
    if lows[:2] == ["according", "to"]:
        source = _hull(words[2:])
        return (source, _hull(words[:2])) if source and _is_source(lows[2:], words[2:], text) else None
    at = next((n for n, low in enumerate(lows) if low in _VERBS), -1)
    if at == 0:
        inverted = len(words) > 1 and lows[0] not in _TOLD and _is_source(lows[1:], words[1:], text)
        return (_hull(words[1:]), words[0]) if inverted else None
    if at < 0 or not _is_source(lows[:at], words[:at], text) or not _ends_with(lows[at:]):
        return None
    return _hull(words[:at]), words[at]


def apposed_frame_of(text: str, commas: Sequence[int], end: int) -> tuple[Span, Span] | None:
    """The source and the cue where an apposition stands between: "its editor, Ann Orlow, | said".

    `commas` are the three before the source, within it and behind it; the verb is followed by `end`.
    """
    parts = [Span(one + 1, other) for one, other in itertools.pairwise(commas)]
    source = [_words(part, text) for part in parts]
    verb = _words(Span(commas[-1] + 1, end), text)
    lows = [word.words_in(text).lower() for word in verb]
    if not all(source) or not lows or lows[0] not in _VERBS or not _ends_with(lows):
        return None
    named = [_is_person(words, text) for words in source]
    described = [_is_described(words, text) for words in source]
    if not (named[0] and described[1]) and not (described[0] and named[1]):
        return None
    return Span(source[0][0].start, source[-1][-1].end), verb[0]


def is_description(words: str) -> bool:
    """Whether words say what somebody or something is: "a member of the council", "filed in May"."""
    lows = words.lower().replace(",", " ").split()
    if not lows or not _HELPERS.isdisjoint(lows) or not _VERBS.isdisjoint(lows):
        return False
    return lows[0] in _OPENING or lows[0].endswith("ed") or not _ROLES.isdisjoint(lows[:LONGEST_NAME])


def _is_person(words: Sequence[Span], text: str) -> bool:
    """Whether words are a name and no more: "Ann Orlow"."""
    return 1 < len(words) <= LONGEST_NAME and all(_is_name(word, text) for word in words)


def _is_described(words: Sequence[Span], text: str) -> bool:
    """Whether words are an age or say what somebody is: "its editor", "a member of the council"."""
    lows = [word.words_in(text).lower() for word in words]
    if len(lows) == 1 and lows[0].isdecimal():
        return True
    return lows[0] in _OPENING and not _ROLES.isdisjoint(lows)


def _words(place: Span, text: str) -> list[Span]:
    return [Span(*found.span()) for found in _WORD.finditer(text, place.start, place.end)]


def _hull(words: Sequence[Span]) -> Span:
    return Span(words[0].start, words[-1].end) if words else Span(0, 0)


def _is_source(lows: Sequence[str], words: Sequence[Span], text: str) -> bool:
    """Whether words can name who says something: "he", "the port authority", "Ann Orlow of the port"."""
    if not lows or len(lows) > LONGEST_SOURCE or any(low in _HELPERS or low in _VERBS for low in lows):
        return False
    if len(lows) == 1:
        return lows[0] in _PRONOUNS | _SINGLE or _is_name(words[0], text)
    introduced = _is_name(words[-1], text) and any(low in _ROLES for low in lows[:-1])
    return introduced or lows[0] in _OPENING or lows[-1] in _SINGLE or _is_name(words[0], text)


def _is_name(word: Span, text: str) -> bool:
    return text[word.start].isupper()


def _ends_with(lows: Sequence[str]) -> bool:
    """Whether nothing but whom it was told to, where and when stands behind the verb."""
    behind = list(lows[1:])
    if lows[0] in _TOLD:
        if not behind:
            return False
        behind = next((behind[n:] for n in range(1, len(behind)) if behind[n] in _BEHIND), [])
    if not behind:
        return True
    if len(behind) > LONGEST_BEHIND or behind[0] not in _BEHIND:
        return False
    return not any(low in _HELPERS or low in _PRONOUNS or low.endswith("ed") for low in behind)
