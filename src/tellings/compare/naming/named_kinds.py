"""Named places and bodies, with and without what they are.

Comes in:   the noun phrases of a story.
Goes out:   a `Concept` for each name that takes different nouns and other names beside it ("Kessel Bay",
            "Kessel Bay Hotel", "the Kessel Bay resort").
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from tellings.compare.assertions import Pool
from tellings.compare.naming.uses import Concept, Use, key_of
from tellings.compare.phrases import Phrase
from tellings.compare.words import Word, folded
from tellings.languages.en.calendar import MONTHS
from tellings.languages.en.demonyms import COUNTRY_OF
from tellings.languages.en.function_words import FUNCTION_WORDS
from tellings.languages.en.labels import KIND_NOUNS, PLACE_KINDS, STATES
from tellings.languages.en.openers import CLAUSE_OPENERS
from tellings.languages.en.opposites import EXCLUSIVES
from tellings.records import Span

_KINDS = {noun: kind for kind, nouns in KIND_NOUNS.items() for noun in nouns}
_COUNTRIES = frozenset(COUNTRY_OF) | frozenset(folded(name) for names in STATES.values() for name in names)
_OPENERS = frozenset(FUNCTION_WORDS) | frozenset(CLAUSE_OPENERS)
_SIGN = re.compile(r"[A-Z]{3,} [A-Z]{3,}\b")  # the head of a caption: "READ MORE Kessel"
_BEFORE_PLACES = ("around", "at", "from", "in", "near", "of", "off", "outside", "to")
_PLACES = frozenset((*PLACE_KINDS, "port"))
_PARTIES = frozenset(("conservative", "democratic", "green", "labour", "liberal", "republican"))
_OTHER_BODIES = frozenset(("board", "police"))  # "Kessel Police" is never called "Kessel"
_REGION = 3
_DIRECTIONS = frozenset(word for group in EXCLUSIVES["direction"] for word in group)


def find_named_kinds(pool: Pool, phrases: Sequence[Sequence[Phrase]]) -> Iterator[Concept]:
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
        if (
            not core
            or kind is None
            or key[0] in _OPENERS
            or key[-1] in _PARTIES
            or _COUNTRIES & {*key, " ".join(key)}
        ):
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
    for key, use in _described_places(pool, phrases):
        if key in forms:
            forms[key][""].append(use)
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


def _described_places(
    pool: Pool, phrases: Sequence[Sequence[Phrase]]
) -> Iterator[tuple[tuple[str, ...], Use]]:
    """ "The northern port of Kessel", for Kessel."""
    for phrase in (phrase for of_one in phrases for phrase in of_one):
        if phrase.proper or phrase.tail is None or _kind_of(phrase.head) not in _PLACES:
            continue
        words = phrase.assertion.words[phrase.last + 2 : phrase.tail + 1]
        if words and all(word.capital for word in words):
            text = pool.readings[phrase.assertion.article].article.text
            key = tuple(word.lower.removesuffix("'s") for word in words)
            yield key, Use(phrase.long_span.words_in(text), phrase.assertion.article, phrase.long_span)


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
