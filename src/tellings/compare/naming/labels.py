"""Names out of the table of labels and states.

Comes in:   the assertions of a story.
Goes out:   a `Concept` for each group of labels of which the story uses two or more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache

from tellings.compare.assertions import Assertion, Pool
from tellings.compare.naming.alike import Alike
from tellings.compare.naming.descriptions import forms_of, points_elsewhere
from tellings.compare.naming.uses import Concept, Use, by_name, is_heading, name_key
from tellings.compare.phrases import Phrase
from tellings.compare.words import Word, folded
from tellings.languages.en.field_choices import FIELD_CHOICES
from tellings.languages.en.function_words import DETERMINERS
from tellings.languages.en.labels import (
    CAPITAL_LABELS,
    DEED_LABELS,
    LABELS,
    LOOSE_LABELS,
    STATES,
    TELLING_STATES,
)
from tellings.languages.en.word_choices import CHOICES, LOOSE_CHOICES
from tellings.records import Span

_CAPITALS_ONLY = frozenset(("is", "us", "rok", "prc", "the north", "the south", "the states"))
_CAPITALS = frozenset(CAPITAL_LABELS)
_LOOSE = frozenset(LOOSE_LABELS) | LOOSE_CHOICES.keys() | FIELD_CHOICES.keys()
_LONGEST = 4
_WORDY = 5
_REACH = 2
_FEW = 4
_MANY = 4
_INTEREST = 2.0
_OF_STATES = 1.2
_UNSURE = 0.4


def find_labels(pool: Pool, phrases: Sequence[Sequence[Phrase]], alike: Alike) -> Iterator[Concept]:
    """Concepts of the tables, each label with the words that describe it where there are any."""
    table = _table()
    nouns = [frozenset(phrase.head.start for phrase in of_one) for of_one in phrases]
    holders: dict[tuple[int, Span], Assertion] = {}
    uses: dict[str, list[Use]] = defaultdict(list)
    described: dict[str, list[tuple[str, Use]]] = defaultdict(list)
    for assertion in pool.assertions:
        text = pool.readings[assertion.article].article.text
        words = assertion.words
        heading = is_heading(assertion)
        place = 0
        while place < len(words):
            size, concepts = _longest(words, place, table, text)
            for concept in concepts:
                if (
                    concept in FIELD_CHOICES
                    and size == 1
                    and not _is_thing(words[place], nouns[assertion.index])
                ):
                    continue
                if place and not heading and concept not in STATES and _is_name(words[place : place + size]):
                    continue
                span = Span(words[place].start, words[place + size - 1].end)
                uses[concept].append(Use(span.words_in(text), assertion.article, span))
                holders[assertion.article, span] = assertion
                if concept in DEED_LABELS:
                    for deed in _with_object(assertion, phrases[assertion.index], place + size, span, text):
                        described[concept].append((name_key(span.words_in(text)), deed))
                        holders[deed.article, deed.span] = assertion
            place += max(1, size)
    for phrase in (phrase for of_one in phrases for phrase in of_one):
        for concept in table.get((phrase.head.lower,), ()):
            if concept in STATES or phrase.proper or points_elsewhere(phrase):
                continue
            if len(phrase.words) > 1 or phrase.tail:
                key = name_key(phrase.head.lower)
                for form in forms_of(pool, phrase):
                    described[concept].append((key, form))
                    holders[form.article, form.span] = phrase.assertion
    for label, found in uses.items():
        told = _of_one_thing(found, holders, alike)
        if label in _LOOSE or (label in STATES and told):
            found = told
        names = by_name(found)
        if not told and label not in STATES and not _stands_alone(names):
            continue
        if len(names) > 1 and (label not in STATES or names.keys() & _telling_states()):
            forms = [
                form
                for key, form in described[label]
                if (key in names or label not in _LOOSE) and len(form.name.split()) <= _WORDY
            ]
            if label in _LOOSE:
                forms = _told_with(forms, found, holders, alike)
            interest = _UNSURE if not told else _INTEREST if label not in STATES else _OF_STATES
            yield Concept(label=label, uses=(*found, *forms), interest=interest)


def _is_thing(word: Word, nouns: AbstractSet[int]) -> bool:
    """Whether a word is what a noun phrase is about, or is no noun: "supports" may be either."""
    return word.start in nouns or word.lower.endswith("ed")


def _stands_alone(names: dict[str, list[Use]]) -> bool:
    """Whether names are of one thing though no two articles tell the same with them.

    They are of one article and its quotations, or many, or phrases.
    """
    articles = {use.article for uses in names.values() for use in uses}
    return (
        len(articles) == 1
        or max(len(articles), len(names)) >= _MANY
        or sum(" " in name for name in names) > 1
    )


def _is_name(words: tuple[Word, ...]) -> bool:
    """Whether a capital makes a name of a word: "the House", "Senator Orlo"."""
    return len(words) == 1 and words[0].capital and words[0].lower not in _CAPITALS


def _of_one_thing(uses: Sequence[Use], holders: dict[tuple[int, Span], Assertion], alike: Alike) -> list[Use]:
    """The names that stand for another one in an assertion of another article that tells much the same."""
    groups = list(by_name(uses).values())
    told = alike.standing_in([[holders[use.article, use.span] for use in group] for group in groups])
    return [use for place in sorted(told) for use in groups[place]]


def _told_with(
    forms: Sequence[Use], names: Sequence[Use], holders: dict[tuple[int, Span], Assertion], alike: Alike
) -> list[Use]:
    """Those forms of names that an assertion has which is much like one with a name, of another article."""
    groups = [[holders[use.article, use.span]] for use in forms]
    told = alike.standing_in([*groups, [holders[use.article, use.span] for use in names]])
    return [form for place, form in enumerate(forms) if place in told]


def _with_object(
    assertion: Assertion, phrases: Sequence[Phrase], after: int, deed: Span, text: str
) -> Iterator[Use]:
    """What is done together with what it is done to, if that follows at once or after a small word."""
    thing = next((phrase for phrase in phrases if phrase.first >= after), None)
    if thing is None or not 1 <= thing.first - after <= _REACH or thing.last - after > _FEW or thing.proper:
        return
    if assertion.words[after].lower in DETERMINERS:
        return
    span = Span(deed.start, thing.span.end)
    if not any(mark in span.words_in(text) for mark in ',.;:"“”'):
        yield Use(span.words_in(text), assertion.article, span)


def _longest(
    words: tuple[Word, ...], place: int, table: dict[tuple[str, ...], tuple[str, ...]], text: str
) -> tuple[int, tuple[str, ...]]:
    """The longest entry of the table that begins at a word: its length in words, and its concepts."""
    for size in range(min(_LONGEST, len(words) - place), 0, -1):
        key = tuple(word.lower.removesuffix("'s") for word in words[place : place + size])
        if key not in table:
            continue
        printed = text[words[place].start : words[place + size - 1].end]
        if " ".join(key) in _CAPITALS_ONLY and not (printed.isupper() or printed.split()[-1].istitle()):
            continue
        return size, table[key]
    return 0, ()


@lru_cache(maxsize=1)
def _telling_states() -> frozenset[str]:
    return frozenset(map(name_key, TELLING_STATES))


@lru_cache(maxsize=1)
def _table() -> dict[tuple[str, ...], tuple[str, ...]]:
    """Entries as tuples of words, with the plural of their last word, and the concepts they name."""
    table: dict[tuple[str, ...], dict[str, None]] = defaultdict(dict)
    groups = (LABELS, CHOICES, LOOSE_CHOICES, FIELD_CHOICES, STATES)
    for label, names in (group for table_of in groups for group in table_of.items()):
        for name in names:
            words = tuple(folded(name).replace("-", " ").replace(".", " ").split())
            table[words][label] = None
            if label not in STATES and not words[-1].endswith("s"):
                table[(*words[:-1], words[-1] + "s")][label] = None
    return {words: tuple(labels) for words, labels in table.items()}
