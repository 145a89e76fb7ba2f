"""Names of people: taking them apart and telling whether two are one person's.

Comes in:   a name as printed, without title.
Goes out:   a `PersonName`, and whether two of them can name one person.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapidfuzz import fuzz

from tellings.attribute.words import fold
from tellings.languages.en.titles import NAME_SUFFIXES, PARTICLES, SHORT_NAMES

SURNAME_ALIKE = 84
"""How alike (0..100) two spellings of a surname must be, where the given names agree."""
SURNAME_ALIKE_TWICE_GIVEN = 60
"""The same, where two given names are printed and equal."""
GIVEN_ALIKE = 80
"""How alike (0..100) two spellings of a given name must be, where the surnames agree."""

_GENERATIONS = {"jr": "jr", "jnr": "jr", "sr": "sr", "snr": "sr", "ii": "ii", "iii": "iii", "iv": "iv"}
_JOINED_PARTICLE = re.compile(r"^(?:al|el|ad|as|ash|an|ul)-", re.IGNORECASE)
_NAME_WORD = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name taken apart; all parts are folded. `given` is empty where only a surname is printed.

    `generation` is "jr" in "Tobias Hale Jr.".
    """

    printed: str
    given: tuple[str, ...]
    surname: str
    generation: str | None = None

    @property
    def is_full(self) -> bool:
        """Whether more than a surname is printed."""
        return bool(self.given)


def take_apart(printed: str) -> PersonName | None:
    """The parts of a printed name; None where it holds no word."""
    found = _NAME_WORD.findall(fold(printed))
    words = [w for w in found if w not in NAME_SUFFIXES]
    bare = [w for w in words if w not in PARTICLES] or words
    if not bare:
        return None
    surname = _JOINED_PARTICLE.sub("", bare[-1])
    generation = _GENERATIONS.get(found[-1])
    return PersonName(" ".join(printed.split()), tuple(bare[:-1]), surname, generation)


def same_surname(one: PersonName, other: PersonName) -> bool:
    """Whether two surnames are equal, or one is the end of a double one."""
    if one.surname == other.surname:
        return True
    long, short = sorted((one.surname, other.surname), key=len, reverse=True)
    return "-" in long and short in long.split("-")


def can_be_one(one: PersonName, other: PersonName) -> bool:
    """Whether two names can be one person's: surnames agree and given names do not speak against it."""
    if same_surname(one, other):
        return not (one.is_full and other.is_full) or _given_agree(one.given, other.given)
    if not (one.is_full and other.is_full) or not _given_agree(one.given, other.given):
        return False
    alike = SURNAME_ALIKE_TWICE_GIVEN if one.given == other.given and len(one.given) > 1 else SURNAME_ALIKE
    return min(len(one.surname), len(other.surname)) >= 4 and fuzz.ratio(one.surname, other.surname) >= alike


def _given_agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Given names agree when the first ones do, or when one of them opens the other's further names."""
    if _one_given(one[0], other[0]):
        return True
    return any(_one_given(one[0], name) for name in other[1:] if len(name) > 1) or any(
        _one_given(other[0], name) for name in one[1:] if len(name) > 1
    )


def _one_given(one: str, other: str) -> bool:
    if one == other or SHORT_NAMES.get(one, one) == SHORT_NAMES.get(other, other):
        return True
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    return min(len(one), len(other)) >= 4 and fuzz.ratio(one, other) >= GIVEN_ALIKE
