"""What is counted: the head noun that follows a number.

Comes in:   a text and the place where a number ends.
Goes out:   the noun in lower case and the place where it ends, or nothing.

Without a parse the head is the first plural of the noun phrase ("three masked US soldiers"), or the plural
right behind it ("two police officers"). A verb, a preposition or a mark ends the search.
"""

from __future__ import annotations

import re

from tellings.languages.en.calendar import LOOKING_BACK
from tellings.languages.en.function_words import FUNCTION_WORDS, REPORTING_WORDS
from tellings.languages.en.units import (
    COUNTED_STATES,
    NOT_PLURALS,
    PARTICIPLES_BEFORE_A_NOUN,
    PLURALS_WITHOUT_S,
    SINGLE_NOUNS,
)

_TOKEN = re.compile(r"\s{1,2}((?:[A-Z]\.){2,}|[A-Za-zÀ-ÿ][\w'’-]*)")
_OF = re.compile(r"\s(?:or\smore\s)?of\s(?:the\s|its\s|their\s|his\s|her\s|all\s|those\s|these\s)?")
_STATES = frozenset(COUNTED_STATES)
_PLURALS = frozenset(PLURALS_WITHOUT_S)
_SINGLE = frozenset(SINGLE_NOUNS)
_PARTICIPLES = frozenset(PARTICIPLES_BEFORE_A_NOUN)
_STOPS = (frozenset(FUNCTION_WORDS) | frozenset(REPORTING_WORDS) | frozenset(LOOKING_BACK)) - {
    "other",
    "more",
    "own",
}
_NOT_PLURAL = frozenset(NOT_PLURALS)
_FARTHEST = 7


def counted_after(text: str, place: int, *, share: bool = False) -> tuple[str, int]:
    """The noun counted by a number that ends at `place`, and where it ends; ("", place) if there is none.

    It may come after "of the": "dozens of boats"; for a share it may then be singular: "half of the fleet".
    """
    leading = _OF.match(text, place)
    start = leading.end() - 1 if leading else place
    words = _phrase(text, start)
    for index, (word, _) in enumerate(words):
        following = [each for each, _ in words[index + 1 :]]
        if is_plural(word) and not (word[0].isupper() and following and following[0][0].isupper()):
            while following and is_plural(following.pop(0)):
                index += 1
            return words[index][0].lower(), words[index][1]
    if words and words[0][0].lower() in _STATES:
        return words[0][0].lower(), words[0][1]
    if share and leading and words and words[-1][0].islower():
        return words[-1][0], words[-1][1]
    return "", place


def single_after(text: str, place: int) -> tuple[str, int]:
    """The noun of "one person", "one injured man"; ("", place) where "one" counts nothing ("one way")."""
    words = _phrase(text, place)[:3]
    for index, (word, end) in enumerate(words):
        follows = words[index + 1][0] if index + 1 < len(words) else ""
        if word.lower() in _SINGLE and follows.lower() not in _SINGLE:
            return word.lower(), end
        if word.lower() not in _SINGLE | _PARTICIPLES and not word[0].isupper():
            break
    return "", place


def is_plural(word: str) -> bool:
    """Whether a word looks like a noun in the plural."""
    lower = word.lower()
    if lower in _PLURALS:
        return True
    if word.isupper() or lower in _NOT_PLURAL or len(lower) < 4:
        return False
    return lower.endswith("s") and not lower.endswith(("ss", "ous", "is", "us", "'s", "’s"))


def _phrase(text: str, place: int) -> list[tuple[str, int]]:
    """The words after a place that may make up a noun phrase, each with its end."""
    words: list[tuple[str, int]] = []
    while len(words) < _FARTHEST and (hit := _TOKEN.match(text, place)):
        word, lower = hit[1], hit[1].lower()
        verb = lower.endswith("ed") and len(lower) > 4 and lower not in _PARTICIPLES and lower not in _STATES
        if (lower in _STOPS and not word.isupper()) or verb or "\n" in hit[0]:
            break
        words.append((word.removesuffix("'s").removesuffix("’s"), hit.end()))
        place = hit.end()
        if word.endswith(("'s", "’s")):
            break
    return words
