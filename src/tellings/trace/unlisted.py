"""Outlets that only the way they are used makes known.

Comes in:   the texts of a story.
Goes out:   names of the press that no list need have: "told The Lantern", "a story on The Lantern", "first
            reported by Tidewatch", "a columnist for Tidewatch".
Left open:  names in "told Tidewatch": nothing there tells an outlet from a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from tellings.languages.en.agencies import PLATFORMS
from tellings.languages.en.crediting import (
    BEFORE_TITLES,
    BEFORE_UNLISTED,
    BEHIND_UNLISTED,
    NO_OUTLETS,
)
from tellings.languages.en.labels import STATES

_WORD = r"[A-Z][\w’'&-]{1,25}"
_NAME = rf"{_WORD}(?: {_WORD}){{0,2}}"
_STATES = frozenset(name.lower() for names in STATES.values() for name in names)


def outlets_by_use(texts: Iterable[str]) -> frozenset[str]:
    """The names that these texts use as names of the press; "The Hill" with its article."""
    return frozenset(name for text in texts for name in _used(text) if _may_be_outlet(name))


def _used(text: str) -> Iterator[str]:
    for pattern in _patterns():
        for match in pattern.finditer(text):
            yield re.sub(r"[’']s?$", "", match["name"])


def _may_be_outlet(name: str) -> bool:
    words = {word.lower() for word in name.split()}
    return (
        len(name) > 2
        and not words & set(NO_OUTLETS)
        and name not in PLATFORMS
        and name.removeprefix("The ").lower() not in _STATES
    )


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    ends = r"(?![\w-]| [A-Z]| (?:of|for|at|from|in|on)\b|, an? )"
    titled, unlisted, behind = (
        "|".join(words) for words in (BEFORE_TITLES, BEFORE_UNLISTED, BEHIND_UNLISTED)
    )
    return (
        re.compile(rf"(?:{titled}) (?P<name>The {_NAME})(?![\w’'-]| [A-Z]| (?:of|for)\b)"),
        re.compile(rf"(?:{unlisted}) (?:the )?(?P<name>(?:The )?{_NAME}){ends}"),
        re.compile(rf"(?<=[a-z,] )(?:the )?(?P<name>(?:The )?{_NAME})(?:{behind})"),
    )
