"""People and bodies under several names.

Comes in:   the speakers of a story with their aliases, and the names printed in the texts.
Goes out:   a `Concept` for everyone who is named in two ways: with and without a title, in full and short, by
            office, in letters, or in two spellings.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from tellings.compare.assertions import Pool
from tellings.compare.naming.aliases import OPENERS, is_alias, is_described, with_honorifics
from tellings.compare.naming.forms import LETTERS, TITLED, bare_name, find_forms
from tellings.compare.naming.uses import Concept, Use, is_heading, key_of
from tellings.compare.words import folded
from tellings.languages.en.calendar import AMBIGUOUS_MONTHS
from tellings.languages.en.opposites import CALENDAR_WORDS
from tellings.languages.en.sources import BODY_NAME_WORDS
from tellings.languages.en.titles import FEMALE_HONORIFICS, MALE_HONORIFICS, ROLES, SHORT_NAMES
from tellings.records import Span

# A run of capitalised words: particles and initials may stand within it.
_RUN = re.compile(
    r"\b[A-Z][\w’'.-]*(?:\s(?:(?:al|bin|de|del|der|di|el|la|of|van|von)[ -])?[A-Z][\w’'.-]*){0,6}",
    re.UNICODE,
)
_OF_BODIES = frozenset(BODY_NAME_WORDS)
_HONORIFICS = frozenset(MALE_HONORIFICS) | frozenset(FEMALE_HONORIFICS)
# "Sen. Ilse Vardan, D-Ohio": the party and the state of a member of Congress.
_PARTY = re.compile(r",? \(?[DIR]-[A-Z][\w.]*(?: [A-Z][\w.]+)?\)?")
_BODY = 2
_ROLES = frozenset(ROLES) | TITLED
_DAYS = CALENDAR_WORDS - set(AMBIGUOUS_MONTHS)


def find_people(pool: Pool) -> Iterator[Concept]:
    """Concepts of people and bodies."""
    named = _speakers(pool)
    runs = _runs(pool)
    yield from _families(pool, runs)
    yield from find_forms(pool, runs)
    for label, uses in named.items():
        yield Concept(label=label, uses=tuple(uses), interest=1.0, proper=True)


def _speakers(pool: Pool) -> dict[str, list[Use]]:
    """Uses of the aliases of each speaker, wherever they are printed."""
    aliases: dict[str, str] = {}
    bearers: Counter[str] = Counter()
    for speaker in with_honorifics(pool):
        if speaker.kind == "anonymous":
            continue
        for alias in (speaker.name, *speaker.aliases):
            if is_alias(alias, speaker):
                aliases.setdefault(alias, speaker.name)
                bearers[alias.lower()] += 1
    aliases = {a: name for a, name in aliases.items() if not is_described(a) or bearers[a.lower()] == 1}
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
        text, heading = pool.readings[assertion.article].article.text, is_heading(assertion)
        begins = assertion.words[0].start
        for found in _RUN.finditer(text, assertion.cite.span.start, assertion.cite.span.end):
            start = found.start()
            words = found.group().split()
            while words and (folded(words[0]) in OPENERS or (start == begins and _leads_to_title(words))):
                start += len(words[0]) + 1
                words = words[1:]
            while words and folded(words[-1]).strip(".,") in _DAYS:
                words = words[:-1]
            if heading and not LETTERS.match("".join(words)):
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
        run = _from_title(run)
        by_last[folded(re.split(r"[\s-]", run.name.split(" of ")[0])[-1])].append(run)
    for last, uses in by_last.items():
        if last in TITLED or last in _OF_BODIES or all(use.name == bare_name(use).name for use in uses):
            continue  # nobody is titled: perhaps no person
        if _several_people(uses):
            continue
        label = max((bare_name(use).name.split(" of ")[0] for use in uses), key=len)
        bare = (short for short in map(bare_name, uses) if " " in short.name and " of " not in short.name)
        forms = {(use.article, use.span): use for use in (*uses, *_with_party(pool, uses), *bare)}
        yield Concept(label=label, uses=tuple(forms.values()), interest=1.0, proper=True)


def _from_title(run: Use) -> Use:
    """A name without the body before its title: "Harbour Committee Rep. Ilse Vardan" is Rep. Ilse Vardan."""
    words = list(re.finditer(r"\S+", run.name))
    called = next(
        (n for n, word in enumerate(words) if n and folded(word.group()).strip(".") in _HONORIFICS), 0
    )
    titles = (
        [called]
        if called
        else [
            n
            for n, word in enumerate(words)
            if word.group().endswith(".") and folded(word.group()).strip(".") in TITLED
        ]
    )
    if not titles or titles[0] < (1 if called else _BODY):
        return run
    start = words[titles[0]].start()
    return Use(run.name[start:], run.article, Span(run.span.start + start, run.span.end))


def _leads_to_title(words: Sequence[str]) -> bool:
    """Whether a title stands behind the first word of a sentence, which is none: "Enter Ms. Orlo"."""
    first, second = (folded(word).strip(".,") for word in (*words, "", "")[:2])
    return first not in _ROLES and (second in _HONORIFICS or (first.endswith("ing") and second in TITLED))


def _with_party(pool: Pool, uses: Sequence[Use]) -> Iterator[Use]:
    """Those names again that a party and a state follow, with both."""
    for use in uses:
        text = pool.readings[use.article].article.text
        if party := _PARTY.match(text, use.span.end):
            span = Span(use.span.start, party.end())
            yield Use(span.words_in(text), use.article, span)


def _several_people(uses: Sequence[Use]) -> bool:
    """Whether a last name goes with first names that are not one name's full, short or initial form."""
    firsts = {folded(name.split()[0]).strip(".") for use in uses if " " in (name := bare_name(use).name)}
    full = {SHORT_NAMES.get(first, first) for first in firsts if first}
    return len({first[0] for first in full}) > 1
