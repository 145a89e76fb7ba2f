"""What somebody or something with a name is said to be.

Comes in:   the noun phrases of a story.
Goes out:   a `Concept` for each name that is set beside different descriptions ("Tomas Verrin, the mayor of
            Kessel", "local government chief Tomas Verrin") or that takes different nouns and other names
            beside it ("Kessel Bay", "Kessel Bay Hotel", "the Kessel Bay resort").
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from tellings.compare.assertions import Pool
from tellings.compare.naming.aliases import FOR_OTHERS, PERSONS
from tellings.compare.naming.descriptions import printed
from tellings.compare.naming.uses import Concept, Use, key_of
from tellings.compare.phrases import Phrase
from tellings.compare.words import Word, folded
from tellings.languages.en.calendar import MONTHS, PARTS_OF_DAY
from tellings.languages.en.demonyms import COUNTRY_OF
from tellings.languages.en.function_words import FUNCTION_WORDS
from tellings.languages.en.labels import KIND_NOUNS, PLACE_KINDS, STATES
from tellings.languages.en.openers import CLAUSE_OPENERS
from tellings.languages.en.opposites import CALENDAR_WORDS, EXCLUSIVES
from tellings.languages.en.sources import DOCUMENTS
from tellings.languages.en.titles import FEMALE_HONORIFICS, MALE_HONORIFICS, ROLES, TITLES
from tellings.languages.en.word_choices import SOLE_OFFICES
from tellings.records import Span

_HONORIFICS = frozenset(MALE_HONORIFICS) | frozenset(FEMALE_HONORIFICS)
_ROLES = frozenset(ROLES) | frozenset(TITLES)
_BEFORE_NAMES = _ROLES | _HONORIFICS
_KINDS = {noun: kind for kind, nouns in KIND_NOUNS.items() for noun in nouns}
_COUNTRIES = frozenset(COUNTRY_OF) | frozenset(folded(name) for names in STATES.values() for name in names)
_OPENERS = frozenset(FUNCTION_WORDS) | frozenset(CLAUSE_OPENERS)
_CLOSING = re.compile(r"[,;:.\n—]")
_SIGN = re.compile(r"[A-Z]{3,} [A-Z]{3,}\b")  # the head of a caption: "READ MORE Kessel"
_BEFORE_PLACES = ("around", "at", "from", "in", "near", "of", "off", "outside", "to")
_OFFICES = frozenset(SOLE_OFFICES)
_OTHER_BODIES = frozenset(("board", "police"))  # "Kessel Police" is never called "Kessel"
_OF_PERSONS = ("eer", "ian", "ist", "man", "woman")
_CLOSED = (",", ".", ";", "", "\n", "—")
_ARTICLES = ("a", "an", "the")
_NO_PERSON = frozenset((*DOCUMENTS, *CALENDAR_WORDS, "day", "year", "time", "way", "thing", "move"))
_ADDING = ("at", "for", "from", "in", "of", "on", "to", "who", "with")
_MOST_ADDED = 8
_LONGEST = 80
_REGION = 3
_DIRECTIONS = frozenset(word for group in EXCLUSIVES["direction"] for word in group)


def find_roles(pool: Pool, phrases: Sequence[Sequence[Phrase]]) -> Iterator[Concept]:
    """Concepts of people with their descriptions, and of named places and bodies."""
    described: dict[str, list[Use]] = defaultdict(list)
    full: dict[str, Counter[str]] = defaultdict(Counter)
    people = _people(pool)
    for of_one in phrases:
        for place, phrase in enumerate(of_one):
            name = _name_in(phrase)
            if not name:
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
                if text[titled.start - 1 : titled.start] != "-":  # "third-term Governor Orlo"
                    described[last].append(Use(titled.words_in(text), phrase.assertion.article, titled))
            for beside in (of_one[place + 1 : place + 2], of_one[max(0, place - 1) : place]):
                if beside and (span := _apposition(phrase, beside[0], text, of_person=last in people)):
                    described[last].append(Use(span.words_in(text), phrase.assertion.article, span))
    for last, held in _by_office(pool, phrases, described).items():
        described[last] += held
    for last, uses in described.items():
        if full[last] and len({name.split()[0] for name in full[last]}) == 1:  # one surname, one person
            label = full[last].most_common(1)[0][0]
            yield Concept(label=label, uses=tuple(uses), interest=1.1, proper=True)
        elif not full[last] and last in people:
            yield Concept(label=last.title(), uses=tuple(uses), interest=1.1, proper=True)
    yield from _kinds(pool, phrases)


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
    return _is_role(word.lower) or (is_person and not word.capital and word.lower in PERSONS)


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


def _from_capital_title(phrase: Phrase, title: int) -> Span:
    """A described name without the time of day before its title: of "evening Judge Orlo" "Judge Orlo"."""
    if not phrase.words[title].capital or phrase.words[0].lower not in PARTS_OF_DAY:
        return phrase.span
    first = next(n for n, word in enumerate(phrase.words) if word.capital)
    return Span(phrase.words[first].start, phrase.span.end)


def _is_role(word: str) -> bool:
    return word in _ROLES or word.removesuffix("s") in _ROLES


def _apposition(name: Phrase, role: Phrase, text: str, *, of_person: bool) -> Span | None:
    """The description that a comma sets beside a name, with its article and what it goes on to."""
    words = name.assertion.words
    if role.proper or not _can_describe(role, of_person=of_person and role.first > name.last):
        return None
    start = role.first - (1 if role.determiner else 0)
    if start and words[start - 1].lower in ("in", "of"):
        return None  # the end of an office: "editor in chief, Ada Quill"
    while start and words[start].start > role.owned_span.start:
        start -= 1
    if role.first > name.last:
        if text[name.head.end : words[start].start] != ", ":
            return None
        span = Span(words[start].start, role.long_span.end)
        if _goes_on_to_a_name(span, words, text):
            return None  # "a talk on Orlo, the mayor, Ada Quill, said": it may be said of the next
        longer = Span(span.start, _end_of(role, text))
        span = span if _goes_on_to_a_name(longer, words, text) else longer
    else:
        span = Span(words[start].start, role.long_span.end)
        if text[span.end : name.words[0].start] != ", ":
            return None
    said = span.words_in(text).split()
    if len(said) == 1 or (len(said) == 2 and role.head.lower in FOR_OTHERS):
        return None  # "professor", "a spokesman": too little
    if not _is_role(role.head.lower) and text[span.end : span.end + 1] not in _CLOSED:
        return None  # "under Mr. Orlo, the practice went on"
    return span if span.end - span.start <= _LONGEST else None


def _can_describe(role: Phrase, *, of_person: bool) -> bool:
    """Whether a phrase can say what one is: a role, or anything with "a" or "the" behind a person's name."""
    head = role.head.lower
    if head in PERSONS or head.endswith(_OF_PERSONS):
        return True
    return of_person and role.determiner in _ARTICLES and head not in _NO_PERSON and not head.endswith("s")


def _end_of(role: Phrase, text: str) -> int:
    """Where a description ends: with the words that "at", "for" and the like add before the next comma."""
    end = role.long_span.end
    closing = (found.start() for found in _CLOSING.finditer(text, end, end + _LONGEST))
    stop = next((at for at in closing if not _shortens(text[end:at])), end)
    added = text[end:stop].split()
    if added and len(added) <= _MOST_ADDED and added[0] in _ADDING:
        return stop
    return end


def _shortens(before: str) -> bool:
    """Whether a stop is a title's or an initial's, and closes nothing."""
    last = before.split()[-1:]
    return bool(last) and (folded(last[0]) in _ROLES or len(last[0]) == 1)


def _goes_on_to_a_name(span: Span, words: Sequence[Word], text: str) -> bool:
    following = next((word for word in words if word.start >= span.end), None)
    return following is not None and following.capital and text[span.end : following.start] == ", "


def _kinds(pool: Pool, phrases: Sequence[Sequence[Phrase]]) -> Iterator[Concept]:
    """Names that stand alone, and before a word for what they name: "Kessel Bay", "Kessel Bay hotel"."""
    forms: dict[tuple[str, ...], dict[str, list[Use]]] = defaultdict(lambda: defaultdict(list))
    places: set[tuple[str, ...]] = set()
    people = {
        key_of(s.name).split()[-1] for s in pool.story.speakers if s.kind == "person" and key_of(s.name)
    }
    for phrase in (phrase for of_one in phrases for phrase in of_one):
        words = _with_owner(phrase) if _kind_of(phrase.head) else phrase.words
        size = next((n for n, word in enumerate(words) if not word.capital), len(words))
        core = words[: min([size, *(n for n, word in enumerate(words) if n and _kind_of(word))])]
        kind = _kind_of(words[-1]) if len(core) < len(words) else ""
        key = tuple(word.lower.removesuffix("'s") for word in core)
        if not core or kind is None or key[0] in _OPENERS or _COUNTRIES & {*key, " ".join(key)}:
            continue
        text = pool.readings[phrase.assertion.article].article.text
        if _SIGN.match(text, words[0].start):
            continue
        if kind and key[-1] in people:
            continue  # "the Orlo movement" is another thing than Orlo
        span = Span(words[0].start, phrase.span.end) if kind else _with_region(phrase, text)
        if span != phrase.span and not kind and _ends_in(span, text, people):
            span = phrase.span  # "on Kessel Radio, Ada Quill said"
        forms[key][kind].append(Use(span.words_in(text), phrase.assertion.article, span))
        if not kind and (span != phrase.span or _lies_in(phrase)):
            places.add(key)
    for key, by_kind in forms.items():
        alone = by_kind.pop("", [])
        fitting = [
            kind
            for kind in by_kind
            if kind not in _OTHER_BODIES and (key not in places or kind in PLACE_KINDS)
        ]
        own = max(fitting, key=lambda kind: len(by_kind[kind]), default=None)
        for kind, found in (*by_kind.items(), *([("", [])] if own is None else [])):
            uses = (*alone, *found) if kind in (own, "") else found
            if len({key_of(use.name) for use in uses}) > 1:
                label = min((use.name for use in uses), key=len)
                yield Concept(label=label, uses=tuple(uses), interest=0.9, proper=True)


def _ends_in(span: Span, text: str, names: AbstractSet[str]) -> bool:
    return bool(names & set(key_of(span.words_in(text)).split()[-1:]))


def _with_owner(phrase: Phrase) -> tuple[Word, ...]:
    """The words of a phrase after a name that owns it: "St Orlo's Hospital"."""
    words, start = phrase.assertion.words, phrase.first
    while start and words[start - 1].capital and words[start - 1].start >= phrase.owned_span.start:
        start -= 1
    return words[start : phrase.last + 1]


def _lies_in(phrase: Phrase) -> bool:
    """Whether "in" stands before a name: a place, whose police and whose hospital are other things."""
    return phrase.first > 0 and phrase.assertion.words[phrase.first - 1].lower == "in"


def _with_region(phrase: Phrase, text: str) -> Span:
    """A place with the state or region that a comma sets behind it: "Port Ansel, Kelmara"."""
    words, span = phrase.assertion.words, phrase.span
    at = end = phrase.last + 1
    if at == len(words) or text[span.end : words[at].start] != ", ":
        return span
    if phrase.first and words[phrase.first - 1].lower not in _BEFORE_PLACES:
        return span
    if words[at].lower in _DIRECTIONS:
        end += 1
    while end < len(words) and words[end].capital and words[end].lower not in MONTHS and end - at < _REGION:
        end += 1
    after = text[words[end - 1].end : words[end - 1].end + 1]
    if not words[end - 1].capital or after not in (",", ".", "", "\n"):
        return span
    stop = 1 if after == "." and len(words[end - 1].lower) <= _REGION + 1 else 0
    return Span(span.start, words[end - 1].end + stop)


def _kind_of(word: Word) -> str | None:
    """What sort of thing a word says that a name stands for."""
    return _KINDS.get(word.lower.removesuffix("'s"))
