"""People and bodies under several names.

Comes in:   the speakers of a story with their aliases, and the names printed in the texts.
Goes out:   a `Concept` for everyone who is named in two ways: with and without a title, in full and short, by
            office, in letters ("MTA"), or in two spellings.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from rapidfuzz.distance import Levenshtein

from tellings.compare.assertions import Pool
from tellings.compare.naming.uses import Concept, Use, is_heading, key_of
from tellings.compare.words import folded
from tellings.languages.en.calendar import AMBIGUOUS_MONTHS
from tellings.languages.en.function_words import COUNTS, FUNCTION_WORDS
from tellings.languages.en.labels import STATES
from tellings.languages.en.openers import CLAUSE_OPENERS
from tellings.languages.en.opposites import CALENDAR_WORDS
from tellings.languages.en.titles import FEMALE_HONORIFICS, MALE_HONORIFICS, ROLES, SHORT_NAMES, TITLES
from tellings.records import Span, Speaker

# A run of capitalised words: particles and initials may stand within it.
_RUN = re.compile(
    r"\b[A-Z][\w’'.-]*(?:\s(?:(?:al|bin|de|del|der|di|el|la|of|van|von)[ -])?[A-Z][\w’'.-]*){0,6}",
    re.UNICODE,
)
_HONORIFICS = frozenset(MALE_HONORIFICS) | frozenset(FEMALE_HONORIFICS)
_TITLES = frozenset(TITLES) | {"mr", "mrs", "ms", "miss", "sir", "lord", "lady", "dame"}
_OWNER = re.compile(r"[’']s? ")
# "Sen. Ilse Vardan, D-Ohio": the party and the state of a member of Congress.
_PARTY = re.compile(r",? \(?[DIR]-[A-Z][\w.]*(?: [A-Z][\w.]+)?\)?")
_LETTERS = re.compile(r"^[A-Z]{2,6}$")
_MOST_WORDS = 7
_MOST_FORMS = 200
_FEWEST_LETTERS = 8
_MOST_LETTERS = 40
_FEWEST_LAST = 4
_SHORTEST_ALIAS = 3
_ROLES = frozenset(ROLES) | _TITLES
_ARTICLES = frozenset(("a", "an", "the"))
_ALIKE = 0.6
_OPENERS = (frozenset(FUNCTION_WORDS) | frozenset(COUNTS) | frozenset(CLAUSE_OPENERS)) - _TITLES
_STATES = frozenset(key_of(name) for names in STATES.values() for name in names)
_DAYS = CALENDAR_WORDS - set(AMBIGUOUS_MONTHS)


def find_people(pool: Pool) -> Iterator[Concept]:
    """Concepts of people and bodies."""
    named = _speakers(pool)
    runs = _runs(pool)
    yield from _families(pool, runs)
    people = {key_of(speaker.name) for speaker in pool.story.speakers if speaker.kind == "person"}
    yield from _short_forms([run for run in runs if key_of(run.name) not in people])
    yield from _shortened(pool, runs)
    yield from _respelled(runs)
    yield from _nearly_alike(runs)
    for label, uses in named.items():
        yield Concept(label=label, uses=tuple(uses), interest=1.0, proper=True)


def _speakers(pool: Pool) -> dict[str, list[Use]]:
    """Uses of the aliases of each speaker, wherever they are printed."""
    aliases: dict[str, str] = {}
    for speaker in pool.story.speakers:
        if speaker.kind == "anonymous":
            continue
        for alias in (speaker.name, *speaker.aliases):
            if _is_alias(alias, speaker):
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


def _is_alias(alias: str, speaker: Speaker) -> bool:
    """Whether a printed name can stand for the speaker: letters, a part of the name, or a description."""
    words, name = alias.split(), set(key_of(speaker.name).split())
    if not words or len(alias) < _SHORTEST_ALIAS or "," in alias:
        return False
    first = folded(words[0])
    described = first in _ARTICLES or first.endswith(("'s", "s'"))
    if first in _OPENERS and not described:
        return False
    if speaker.kind == "person":
        named = words[-1][0].isupper() and not described
        return bool(name & set(key_of(alias).split())) if named else len(words) > 1
    if len(words) > 1 and folded(words[0]) == "the" and words[-1].islower():
        return len(words) == 2 and words[-1] not in _ROLES
    return words[-1][0].isupper() and (
        bool(_LETTERS.match(alias)) or set(key_of(alias).removeprefix("the ").split()) <= name
    )


def _runs(pool: Pool) -> list[Use]:
    """Capitalised names of the body text, sentence openers taken off."""
    runs = []
    for assertion in pool.assertions:
        text, heading = pool.readings[assertion.article].article.text, is_heading(assertion)
        begins = assertion.words[0].start
        for found in _RUN.finditer(text, assertion.cite.span.start, assertion.cite.span.end):
            start = found.start()
            words = found.group().split()
            while words and (folded(words[0]) in _OPENERS or (start == begins and _leads_to_title(words))):
                start += len(words[0]) + 1
                words = words[1:]
            while words and folded(words[-1]).strip(".,") in _DAYS:
                words = words[:-1]
            if heading and not _LETTERS.match("".join(words)):
                continue
            if sum(len(word) > 2 and word.isupper() for word in words) > 1:
                continue  # a sign or the head of a caption
            name = re.sub(r"(?:[’']s|[’'.,)(-])+$", "", text[start : start + len(" ".join(words))])
            if name:
                runs.append(Use(name, assertion.article, Span(start, start + len(name))))
    return runs


def _families(pool: Pool, runs: Sequence[Use]) -> Iterator[Concept]:
    """The forms of each person's name: with different titles, and in full and short."""
    by_last: dict[str, list[Use]] = defaultdict(list)
    for run in runs:
        by_last[folded(re.split(r"[\s-]", run.name.split(" of ")[0])[-1])].append(run)
    for last, uses in by_last.items():
        if last in _TITLES or all(use.name == _bare(use).name for use in uses):
            continue  # nobody is titled: perhaps no person
        if _several_people(uses):
            continue
        label = max((_bare(use).name.split(" of ")[0] for use in uses), key=len)
        bare = (short for short in map(_bare, uses) if " " in short.name)
        forms = {(use.article, use.span): use for use in (*uses, *_with_party(pool, uses), *bare)}
        yield Concept(label=label, uses=tuple(forms.values()), interest=1.0, proper=True)


def _leads_to_title(words: Sequence[str]) -> bool:
    """Whether a title stands behind the first word of a sentence, which is none: "Enter Ms. Orlo"."""
    first, second = (folded(word).strip(".,") for word in (*words, "", "")[:2])
    return first not in _ROLES and second in _HONORIFICS


def _with_party(pool: Pool, uses: Sequence[Use]) -> Iterator[Use]:
    """Those names again that a party and a state follow, with both."""
    for use in uses:
        text = pool.readings[use.article].article.text
        if party := _PARTY.match(text, use.span.end):
            span = Span(use.span.start, party.end())
            yield Use(span.words_in(text), use.article, span)


def _several_people(uses: Sequence[Use]) -> bool:
    """Whether a last name goes with first names that are not one name's full, short or initial form."""
    firsts = {folded(name.split()[0]).strip(".") for use in uses if " " in (name := _bare(use).name)}
    full = {SHORT_NAMES.get(first, first) for first in firsts if first}
    return len({first[0] for first in full}) > 1


def _bare(use: Use) -> Use:
    """A name without the titles before it."""
    start = use.span.start
    for found in re.finditer(r"\S+\s+", use.name):
        if folded(found.group()).strip(" .") in _TITLES:
            start = use.span.start + found.end()
    return Use(use.name[start - use.span.start :], use.article, Span(start, use.span.end))


def _short_forms(runs: Sequence[Use]) -> Iterator[Concept]:
    """Letters and the names whose initials they are, alone or before the same words ("UN Council")."""
    by_letters: dict[tuple[str, str], list[Use]] = defaultdict(list)
    for run in runs:
        words = run.name.split()
        plain = re.sub(r"\W", "", words[0])
        if _LETTERS.match(plain):
            by_letters[plain, key_of(" ".join(words[1:]))].append(run)
        capitals = [word for word in words if word[0].isupper()] if _bare(run).name == run.name else []
        for size in range(2, len(capitals) + 1):
            rest = key_of(" ".join(capitals[size:]))
            by_letters["".join(word[0] for word in capitals[:size]), rest].append(run)
    alone = {run.name for run in runs if " " not in run.name}
    for (letters, _), uses in by_letters.items():
        if len(letters) == 2 and any(use.name.split()[-1] in alone - {letters} for use in uses):
            continue  # the initials of a person
        short = [use for use in uses if re.sub(r"\W", "", use.name.split()[0]) == letters]
        if 0 < len(short) < len(uses):
            yield Concept(
                label=max((use.name for use in uses), key=len), uses=tuple(uses), interest=1.0, proper=True
            )


def _shortened(pool: Pool, runs: Sequence[Use]) -> Iterator[Concept]:
    """Names of several words that leave out words of a longer one ("Kessel Port Board", "Kessel Board")."""
    by_name: dict[tuple[str, ...], list[Use]] = defaultdict(list)
    for run in runs:
        words = tuple(key_of(run.name).split())
        if 2 <= len(words) <= _MOST_WORDS and not _OWNER.search(run.name):
            by_name[words].append(run)
    places = {name for name, uses in by_name.items() if any(_lies_in(pool, use) for use in uses)}
    by_ends: dict[tuple[str, str], list[tuple[str, ...]]] = defaultdict(list)
    for name in by_name:
        by_ends["last", name[-1]].append(name)
        by_ends["first", " ".join(name[:2])].append(name)
    for (end, _), names in by_ends.items():
        told: set[tuple[str, ...]] = set()
        for longest in sorted(names[:_MOST_FORMS], key=len, reverse=True):
            family = [name for name in names[:_MOST_FORMS] if _is_within(name, longest)]
            if len(family) == 1 or told.issuperset(family):
                continue
            told.update(family)
            short = min(family, key=len)
            if end == "last" or (short not in places and _goes_on_alike(short, names)):
                uses = tuple(use for name in family for use in by_name[name])
                yield Concept(label=by_name[longest][0].name, uses=uses, interest=0.9, proper=True)


def _lies_in(pool: Pool, use: Use) -> bool:
    """Whether "in" stands before a name: a place, and not short for a body that bears its name."""
    return (
        pool.readings[use.article]
        .article.text[max(0, use.span.start - 4) : use.span.start]
        .lower()
        .endswith(("\nin ", " in "))
    )


def _goes_on_alike(short: tuple[str, ...], names: Sequence[tuple[str, ...]]) -> bool:
    """Whether what follows a short name is always the same, and makes no person of it."""
    following = {name[len(short)] for name in names if len(name) > len(short) and name[: len(short)] == short}
    return len(following) == 1 and not _TITLES & {*short, *following} and " ".join(short) not in _STATES


def _is_within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether the words of one name stand in the other in the same order."""
    rest = iter(long)
    return all(word in rest for word in short)


def _nearly_alike(runs: Sequence[Use]) -> Iterator[Concept]:
    """Full names with one beginning whose last words differ in a few letters ("Orlo Fayen", "Orlo Fain")."""
    by_beginning: dict[tuple[str, ...], dict[str, list[Use]]] = defaultdict(lambda: defaultdict(list))
    for run in runs:
        words = key_of(run.name).split()
        if len(words) > 1 and len(words[-1]) >= _FEWEST_LAST:
            by_beginning[(*words[:-1], words[-1][0])][words[-1]].append(run)
    for lasts in by_beginning.values():
        for one, other in combinations(sorted(lasts)[:_MOST_FORMS], 2):
            if Levenshtein.normalized_similarity(one, other) >= _ALIKE:
                yield Concept(
                    label=lasts[one][0].name, uses=(*lasts[one], *lasts[other]), interest=0.9, proper=True
                )


def _respelled(runs: Sequence[Use]) -> Iterator[Concept]:
    """Names in nearly the same letters: hyphens, spaces, a letter of a transliteration."""
    by_letters: dict[str, list[Use]] = defaultdict(list)
    for run in runs:
        by_letters[re.sub("[^a-z]", "", folded(run.name))].append(run)
    stumps: dict[str, set[str]] = defaultdict(set)
    for letters in by_letters:
        stumps[letters].add(letters)
        if _FEWEST_LETTERS <= len(letters) <= _MOST_LETTERS:
            for place in range(len(letters)):
                stumps[letters[:place] + letters[place + 1 :]].add(letters)
    for alike in stumps.values():
        names = {name for letters in alike for name in (key_of(use.name) for use in by_letters[letters])}
        if len(names) > 1 and not any(name + "s" in alike or name + "n" in alike for name in alike):
            uses = tuple(use for letters in sorted(alike) for use in by_letters[letters])
            yield Concept(label=uses[0].name, uses=uses, interest=0.9, proper=True)
