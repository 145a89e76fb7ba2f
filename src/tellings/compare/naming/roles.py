"""What somebody or something with a name is said to be.

Comes in:   the noun phrases of a story.
Goes out:   a `Concept` for each name that is set beside different descriptions ("Tomas Verrin, the mayor of
            Kessel", "local government chief Tomas Verrin").
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from tellings.compare.assertions import Pool
from tellings.compare.naming.aliases import PERSONS
from tellings.compare.naming.appositions import apposition, is_role
from tellings.compare.naming.descriptions import printed
from tellings.compare.naming.uses import Concept, Use, key_of
from tellings.compare.phrases import Phrase
from tellings.compare.words import Word
from tellings.languages.en.calendar import PARTS_OF_DAY
from tellings.languages.en.function_words import COUNTS
from tellings.languages.en.sources import BODY_NAME_WORDS
from tellings.languages.en.titles import FEMALE_HONORIFICS, MALE_HONORIFICS, ROLES, TITLES
from tellings.languages.en.word_choices import SOLE_OFFICES
from tellings.records import Span

_COUNTS = frozenset(COUNTS)
_OF_BODIES = frozenset(BODY_NAME_WORDS)
_HONORIFICS = frozenset(MALE_HONORIFICS) | frozenset(FEMALE_HONORIFICS)
_ROLES = frozenset(ROLES) | frozenset(TITLES)
_BEFORE_NAMES = _ROLES | _HONORIFICS
_OFFICES = frozenset(SOLE_OFFICES)


def find_roles(pool: Pool, phrases: Sequence[Sequence[Phrase]]) -> Iterator[Concept]:
    """Concepts of people with their descriptions, and of named places and bodies."""
    described: dict[str, list[Use]] = defaultdict(list)
    full: dict[str, Counter[str]] = defaultdict(Counter)
    people = _people(pool)
    for of_one in phrases:
        for place, phrase in enumerate(of_one):
            name = _name_in(phrase)
            if not name or name[-1].lower in _OF_BODIES:
                continue
            last = name[-1].lower
            text = pool.readings[phrase.assertion.article].article.text
            if len(name) > 1:
                full[last][Span(name[0].start, name[-1].end).words_in(text)] += 1
            ends_office = phrase.first and phrase.assertion.words[phrase.first - 1].lower in ("in", "of")
            if (
                len(name) < len(phrase.words)
                and not ends_office
                and _describes(phrase.words[len(phrase.words) - len(name) - 1], last in people)
            ):
                titled = _from_capital_title(phrase, len(phrase.words) - len(name) - 1)
                if not _is_counted(phrase):
                    described[last].append(Use(titled.words_in(text), phrase.assertion.article, titled))
            for beside in (of_one[place + 1 : place + 2], of_one[max(0, place - 1) : place]):
                if beside and (span := apposition(phrase, beside[0], text, of_person=last in people)):
                    described[last].append(Use(span.words_in(text), phrase.assertion.article, span))
    for last, held in _by_office(pool, phrases, described).items():
        described[last] += held
    for last, uses in described.items():
        if full[last] and len({name.split()[0] for name in full[last]}) == 1:  # one surname, one person
            label = full[last].most_common(1)[0][0]
            yield Concept(label=label, uses=tuple(uses), interest=1.1, proper=True)
        elif not full[last] and last in people:
            yield Concept(label=last.title(), uses=tuple(uses), interest=1.1, proper=True)


def _people(pool: Pool) -> set[str]:
    """Last names of those whom most places read as people."""
    read: dict[str, Counter[bool]] = defaultdict(Counter)
    for reading in pool.readings:
        for entity in reading.entities:
            last = key_of(entity.span.words_in(reading.article.text).removesuffix("’s").removesuffix("'s"))
            read[last.split()[-1] if last else ""][entity.type == "person"] += 1
    return {last for last, found in read.items() if found[True] > found[False]}


def _describes(word: Word, is_person: bool) -> bool:
    """Whether a word before a name says what its bearer is: "carpet fitter Orlo", "hometown hero Orlo"."""
    return is_role(word.lower) or (is_person and not word.capital and word.lower in PERSONS)


def _by_office(
    pool: Pool, phrases: Sequence[Sequence[Phrase]], described: dict[str, list[Use]]
) -> dict[str, list[Use]]:
    """ "The mayor", for the one person of the story who is said to be a mayor, by last name."""
    holders: dict[str, set[str]] = defaultdict(set)
    for last, uses in described.items():
        for use in uses:
            for office in _OFFICES & set(key_of(use.name).split()):
                holders[office].add(last)
    found: dict[str, list[Use]] = defaultdict(list)
    for phrase in (phrase for of_one in phrases for phrase in of_one):
        office = phrase.head.lower
        alone = phrase.determiner == "the" and phrase.first == phrase.last and phrase.tail is None
        if alone and len(holders.get(office, ())) == 1:
            (last,) = holders[office]
            found[last].append(printed(pool, phrase))
    return found


def _name_in(phrase: Phrase) -> tuple[Word, ...]:
    """The capitalised words at the end of a phrase whose head is a name."""
    if not phrase.proper:
        return ()
    words = phrase.words
    first = len(words)
    while first and words[first - 1].capital and words[first - 1].lower not in _BEFORE_NAMES:
        first -= 1
    return words[first:]


def _is_counted(phrase: Phrase) -> bool:
    """Whether a number before a phrase belongs to its first word: "three term Governor Orlo"."""
    before = phrase.assertion.words[phrase.first - 1] if phrase.first else None
    return before is not None and before.lower in _COUNTS and not phrase.words[0].capital


def _from_capital_title(phrase: Phrase, title: int) -> Span:
    """A described name without the time of day before its title: of "evening Judge Orlo" "Judge Orlo"."""
    if not phrase.words[title].capital or phrase.words[0].lower not in PARTS_OF_DAY:
        return phrase.span
    first = next(n for n, word in enumerate(phrase.words) if word.capital)
    return Span(phrase.words[first].start, phrase.span.end)
