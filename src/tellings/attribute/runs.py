"""Runs of capitalised words: what may be a name.

Comes in:   the words of a text.
Goes out:   runs of words that can be one name, with the titles before the name split off.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tellings.attribute.once import once_a_text
from tellings.attribute.words import Word, singular, stands_apart, words_of
from tellings.languages.en.lists import listed
from tellings.languages.en.openers import CLAUSE_OPENERS
from tellings.languages.en.sources import (
    BEFORE_OWN_NAME,
    BODY_NAME_WORDS,
    DEFINITE,
    FEMALE_PRONOUNS,
    FIRST_PERSON,
    INDEFINITE,
    MALE_PRONOUNS,
    NEUTER_PRONOUNS,
    PHRASE_BREAKS,
    PLACE_NAME_STARTS,
    PLURAL_PRONOUNS,
    POSSESSIVE,
)
from tellings.languages.en.titles import (
    FEMALE_GIVEN,
    FEMALE_HONORIFICS,
    MALE_GIVEN,
    MALE_HONORIFICS,
    NAME_SUFFIXES,
    PARTICLES,
    SHORT_TITLES,
    TITLES,
)
from tellings.records import Reading

GIVEN = frozenset(MALE_GIVEN) | frozenset(FEMALE_GIVEN)
HONORIFICS = frozenset(MALE_HONORIFICS) | frozenset(FEMALE_HONORIFICS)
BEFORE_NAMES = frozenset(TITLES) | HONORIFICS
BODY_WORDS = frozenset(BODY_NAME_WORDS)
LONGEST_RUN = 12
"""Words; longer runs are headlines in capitals, not names."""

_CALLED = frozenset(BEFORE_OWN_NAME)
_PARTICLES = frozenset(PARTICLES)
_OPENERS = "and here how no or so there what why yes yet"
_CALENDAR = """monday tuesday wednesday thursday friday saturday sunday january february march april june july
august september october november december"""
_NEVER_NAMES = frozenset(
    (
        *DEFINITE,
        *INDEFINITE,
        *POSSESSIVE,
        *PHRASE_BREAKS,
        *MALE_PRONOUNS,
        *FEMALE_PRONOUNS,
        *PLURAL_PRONOUNS,
        *NEUTER_PRONOUNS,
        *FIRST_PERSON,
        *listed(_OPENERS),
        *CLAUSE_OPENERS,
        *listed(_CALENDAR),
    )
)
DOTTED = frozenset(SHORT_TITLES) | HONORIFICS | frozenset(NAME_SUFFIXES) | {"st"}
"""Words with a stop that ends no sentence."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words `first..last` (inclusive places in a list) printed as one name, which starts at `name_at`."""

    first: int
    name_at: int
    last: int


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """An article with its words and its capitalised runs, found once."""

    reading: Reading
    words: list[Word]
    runs: list[Run]


def page_of(reading: Reading) -> Page:
    """The words and runs of an article."""
    words = words_of(reading.article.text)
    return Page(reading, words, name_runs(reading.article.text, words))


def pages_of(readings: Sequence[Reading]) -> list[Page]:
    """The words and runs of each article, found once for those of one text."""
    pages = zip(readings, once_a_text(readings, page_of), strict=True)
    return [replace(page, reading=reading) for reading, page in pages]


def name_runs(text: str, words: list[Word]) -> list[Run]:
    """The capitalised runs of a text, in order of place."""
    found: list[Run] = []
    at = 0
    while at < len(words):
        if not _can_open(words[at]):
            at += 1
            continue
        last = _run_end(text, words, at)
        if last - at < LONGEST_RUN:
            found.append(Run(at, _name_start(words, at, last), last))
        at = last + 1
    return found


def _can_open(word: Word) -> bool:
    if word.low in _NEVER_NAMES:
        return word.text.isupper() and len(word.text) > 1 and word.low == "us"
    return word.is_name_like or is_joined_particle(word.text)


def is_joined_particle(word: str) -> bool:
    """ "al-Sorani": a surname whose particle is joined to it in lower case."""
    particle, _, rest = word.partition("-")
    return particle in _PARTICLES and rest[:1].isupper()


def _run_end(text: str, words: list[Word], first: int) -> int:
    last = at = first
    while at + 1 < len(words):
        here, then = words[at], words[at + 1]
        if then.text == "." and (len(here.text) == 1 or here.low in DOTTED):
            at += 1
            if here.low in NAME_SUFFIXES:
                break
            continue
        before = here if here.is_word else words[at - 1]
        if stands_apart(text, before, then) or not then.is_word:
            break
        if here.text == "." and then.low in HONORIFICS:
            break
        if _can_open(then) or is_joined_particle(then.text) or _is_initial(words, at + 1):
            last = at + 1
        elif then.low not in _PARTICLES or not _leads_on(text, words, at + 1):
            break
        at += 1
    return last


def _is_initial(words: list[Word], at: int) -> bool:
    """Whether a word is the "A." of "Gregory A. Hale", which is an article or a pronoun elsewhere."""
    if at + 2 >= len(words) or len(words[at].text) > 1 or not words[at].is_name_like:
        return False
    stop, after = words[at + 1], words[at + 2]
    return stop.text == "." and stop.start == words[at].end and after.is_name_like and stop.end < after.start


def _leads_on(text: str, words: list[Word], at: int) -> bool:
    """Whether the particles from `at` on are followed by a capitalised word of the same name."""
    for step in range(at + 1, min(at + 4, len(words))):
        if stands_apart(text, words[step - 1], words[step]):
            return False
        if words[step].is_name_like:
            return True
        if words[step].low not in _PARTICLES:
            return False
    return False


def _name_start(words: list[Word], first: int, last: int) -> int:
    """Where the name begins after titles and the names of bodies; `last + 1` where nothing is left."""
    inner = [at for at in range(first, last + 1) if words[at].is_word and words[at].low not in NAME_SUFFIXES]
    if inner and words[inner[0]].low in GIVEN and len(inner) > 1:
        return first
    start = first
    for at in inner:
        if words[at].low in BEFORE_NAMES or words[at].low in BODY_WORDS:
            start = at + 1
    while start <= last and not words[start].is_word:
        start += 1
    return start


def is_titled(words: list[Word], run: Run) -> bool:
    """Whether the word right before the name is a title or an honorific."""
    before = [w for w in words[run.first : run.name_at] if w.is_word]
    return bool(before) and before[-1].low in BEFORE_NAMES


def looks_like_a_place_or_body(words: list[Word], run: Run) -> bool:
    """Whether the words of a run show that it is no person's name."""
    inner = [w.low for w in words[run.first : run.last + 1] if w.is_word]
    if not inner or inner[0] in PLACE_NAME_STARTS or run.name_at > run.last:
        return True
    return inner[-1] in BODY_WORDS and inner[0] not in GIVEN


def names_next(words: Sequence[Word], at: int) -> bool:
    """Whether a body's noun stands there with its own name behind: "news agency | Tessel"."""
    if not 0 <= at < len(words) - 1 or not is_body_noun_before_name(words[at]):
        return False
    return words[at + 1].is_name_like and words[at + 1].low not in _NEVER_NAMES


def is_body_noun_before_name(word: Word) -> bool:
    """Whether a word is a noun for a body that its own name may follow: "company", "agency"."""
    return word.text.islower() and singular(word.low) in _CALLED
