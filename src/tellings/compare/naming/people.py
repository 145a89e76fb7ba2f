"""People and bodies under several names.

Comes in:   the speakers of a story with their aliases, and the names printed in the texts.
Goes out:   a `Concept` for everyone who is named in two ways: with and without a title, in full and short, by
            office, in letters ("MTA"), or in two spellings.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from tellings.compare.assertions import Pool
from tellings.compare.naming.uses import Concept, Use, key_of
from tellings.compare.words import folded
from tellings.languages.en.titles import TITLES
from tellings.records import Span

# A run of capitalised words: particles and initials may stand within it.
_RUN = re.compile(
    r"\b[A-Z][\w’'.-]*(?:\s(?:(?:al|bin|de|del|der|di|el|la|of|van|von)[ -])?[A-Z(][\w’'.)-]*){0,6}",
    re.UNICODE,
)
_TITLES = frozenset(TITLES) | {"mr", "mrs", "ms", "miss", "sir", "lord", "lady", "dame"}
_LOWER_TITLE = re.compile(r"(?:\b[a-z][\w-]+\s){1,2}$")
_LETTERS = re.compile(r"^[A-Z]{2,6}$")
_STOP_NAMES = frozenset(
    [
        "the",
        "a",
        "an",
        "in",
        "on",
        "at",
        "it",
        "he",
        "she",
        "but",
        "and",
        "if",
        "as",
        "for",
        "this",
        "that",
        "we",
        "they",
        "i",
        "his",
        "her",
    ]
)


def find_people(pool: Pool) -> Iterator[Concept]:
    """Concepts of people and bodies."""
    named = _speakers(pool)
    runs = _runs(pool)
    yield from _families(runs, named)
    yield from _short_forms(runs)
    for label, uses in named.items():
        yield Concept(label=label, uses=tuple(uses), interest=1.0)


def _speakers(pool: Pool) -> dict[str, list[Use]]:
    """Uses of the aliases of each speaker, wherever they are printed."""
    aliases: dict[str, str] = {}
    for speaker in pool.story.speakers:
        if speaker.kind == "anonymous":
            continue
        for alias in (speaker.name, *speaker.aliases):
            if (len(alias) > 2 and not alias.islower()) or " " in alias:
                aliases.setdefault(alias, speaker.name)
    if not aliases:
        return {}
    pattern = re.compile(
        r"(?<!\w)(?:"
        + "|".join(re.escape(alias) for alias in sorted(aliases, key=len, reverse=True))
        + r")(?!\w)"
    )
    uses: dict[str, list[Use]] = defaultdict(list)
    for number, reading in enumerate(pool.readings):
        for found in pattern.finditer(reading.article.text):
            uses[aliases[found.group()]].append(Use(found.group(), number, Span(*found.span())))
    return {name: found for name, found in uses.items() if len({key_of(use.name) for use in found}) > 1}


def _runs(pool: Pool) -> list[Use]:
    """Capitalised names of the body text, sentence openers taken off."""
    runs = []
    for assertion in pool.assertions:
        if assertion.headline:
            continue
        text = pool.readings[assertion.article].article.text
        for found in _RUN.finditer(text, assertion.cite.span.start, assertion.cite.span.end):
            start, end = found.span()
            words = found.group().split()
            if words and folded(words[0]) in _STOP_NAMES:
                start += len(words[0]) + 1
                words = words[1:]
            end -= len(found.group()) - len(re.sub(r"(?:[’']s|[’'.,)(-])+$", "", found.group()))
            if words and start < end:
                span = Span(start, end)
                runs.append(Use(span.words_in(text), assertion.article, span))
    return runs


def _families(runs: list[Use], named: dict[str, list[Use]]) -> Iterator[Concept]:
    """Runs with one last word, one of them titled: the forms of one person's name."""
    by_last: dict[str, list[Use]] = defaultdict(list)
    for run in runs:
        words = run.name.split()
        by_last[folded(words[-1])].append(run)
    known = {folded(name.split()[-1]) for name in named}
    for last, uses in by_last.items():
        titled = [
            use for use in uses if folded(use.name.split()[0]).strip(".") in _TITLES and " " in use.name
        ]
        if not titled or last in _TITLES or last in known or len({key_of(use.name) for use in uses}) < 2:
            continue
        yield Concept(label=max((use.name for use in uses), key=len), uses=tuple(uses), interest=1.0)


def _short_forms(runs: list[Use]) -> Iterator[Concept]:
    """Letters and the name whose initials they are."""
    by_letters: dict[str, list[Use]] = defaultdict(list)
    for run in runs:
        words = [word for word in run.name.split() if word[0].isupper()]
        if _LETTERS.match(run.name):
            by_letters[run.name].append(run)
        elif len(words) > 1:
            by_letters["".join(word[0] for word in words)].append(run)
    for letters, uses in by_letters.items():
        forms = {key_of(use.name) for use in uses}
        if key_of(letters) in forms and len(forms) > 1 and len(letters) > 1:
            yield Concept(label=max((use.name for use in uses), key=len), uses=tuple(uses), interest=1.0)
