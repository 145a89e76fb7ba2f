"""What an assertion affirms or denies of something: a head word with a complement close by.

Comes in:   an assertion's words.
Goes out:   `Predication`s that are denied ("did not ask … for help", "rejected … the bridge"), and those of
            other assertions that affirm the same.
Left out:   possibilities against facts ("may ask" / "did not ask"), denials that hold only until something
            ("none since the war"), and nouns that are denied to be something ("not a bishop" says nothing of
            bishops), but for those of which it is said that there are none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from tellings.compare.assertions import Assertion, Pool
from tellings.compare.classes import Classes, WordClass
from tellings.compare.conflicts.polarity import (
    Polarity,
    is_denial,
    polarity_of,
    senses,
)
from tellings.compare.conflicts.standing import (
    denied_between,
    heads_between,
    is_gerund,
    is_passive,
    negator_before,
    of_none,
    subjects_of,
    telling_words,
    word_before,
)
from tellings.compare.words import Word, root_of
from tellings.languages.en.cues import STATING_VERBS, TELLING_VERBS
from tellings.languages.en.negation import ANYBODY, EMPTY_HEADS
from tellings.languages.en.opposites import CALENDAR_WORDS, DEEDS_OF_NOUNS, STANCES
from tellings.records import Span

_WINDOW = 5
_HAVING = frozenset(("are", "be", "been", "had", "has", "have", "is", "was", "were"))
_AVERTING = frozenset(("against", "from"))
"""Before a verb: "warned against asking", "kept from asking"."""
_ANYBODY = frozenset(ANYBODY)
_POINTING = frozenset(("that", "these", "this", "those"))
_EXCEPTIONS = frozenset(["since", "until", "till", "before", "first", "last", "other", "another"])
_EMPTY_HEADS = frozenset(EMPTY_HEADS)
_REPORTED = frozenset((*STATING_VERBS, *TELLING_VERBS))
_STANCES = frozenset(root_of(word) for word in STANCES)

Key = tuple[str, str]
"""The sense of a head and the root of its complement."""


@dataclass(frozen=True, slots=True)
class Predication:
    """An assertion with a head word and its complement close by; `negator` when a negation turns them
    round, `kind` is the class of the head, `passive` where its subject is what something is done to.
    """

    assertion: Assertion
    head: Word
    complement: Word
    negator: Word | None = None
    kind: WordClass = "verb"
    passive: bool = False

    @property
    def object_behind(self) -> bool:
        """Whether the complement stands where an object stands: behind the verb, or before a passive."""
        return self.passive or self.head.start < self.complement.start

    def printed(self, pool: Pool) -> str:
        """The words from the first to the last of them."""
        words = [word for word in (self.head, self.complement, self.negator) if word]
        span = Span(min(word.start for word in words), max(word.end for word in words))
        return span.words_in(pool.readings[self.assertion.article].article.text)


def deniable(holder: Predication) -> bool:
    """Whether what is denied is told of somebody: a verb, or a noun after "there is no", "had no"."""
    if holder.kind == "verb":
        return _denies_a_deed(holder)
    if holder.kind != "noun":
        return False
    words = holder.assertion.words
    place = next(n for n, word in enumerate(words) if word is holder.head)
    before = tuple(word.lower for word in words[max(0, place - 2) : place])
    return len(before) == 2 and before[0] in _HAVING and before[1] == "no"


def sense_of(root: str) -> tuple[str, bool]:
    """The sense that a root shares with others, and whether it is the reverse of it."""
    return senses().get(root, (root, False))


@cache
def _deeds_of_nouns() -> dict[str, frozenset[str]]:
    return {root_of(noun): frozenset(map(root_of, verbs)) for noun, verbs in DEEDS_OF_NOUNS.items()}


def deeds_of(noun: str) -> frozenset[str]:
    """The roots of the verbs whose deed a noun, given by its root, names: "request" that of "ask"."""
    return _deeds_of_nouns().get(noun, frozenset())


def is_stance(root: str) -> bool:
    """Whether a root is of a verb of somebody who is for or against something."""
    return root in _STANCES


def polarity_in(assertion: Assertion) -> Polarity:
    """What an assertion affirms and denies; that of indirect speech as it was said."""
    if assertion.statement is not None:
        reported = assertion.statement.form == "indirect"
    else:
        reported = any(word.lower in _REPORTED for word in assertion.words)
    return polarity_of(assertion.words, reported=reported)


def denials_in(assertion: Assertion, classes: Classes) -> Iterator[tuple[Key, Predication]]:
    """What is denied: a head under a negation, or a word whose sense is the reverse of its group's."""
    if _is_excepted(assertion):
        return
    polarity = polarity_in(assertion)
    telling = telling_words(assertion)
    for place, head in enumerate(telling):
        sense, reverse = sense_of(head.root)
        denied = head.root in polarity.denied
        if denied == reverse or merely_possible(head, polarity) or head.lower in _EMPTY_HEADS:
            continue
        negator = negator_before(assertion, head) if denied else None
        if denied and (negator is None or is_gerund(assertion, negator, head)):
            continue
        if head.lower == "opposed" and word_before(assertion, head) == "as":
            continue  # "as opposed to"
        passive = is_passive(assertion, head)
        if negator and heads_between(assertion, negator, head, classes):
            complements = of_none(assertion, negator, head, classes)
        else:
            subjects = subjects_of(assertion, head, classes) if passive else []
            behind = telling[place + 1 : place + 1 + _WINDOW]
            complements = [word for word in subjects if _is_somebody(assertion, word)] if subjects else behind
        for complement in complements:
            if (
                _is_complement(complement)
                and complement.root != head.root
                and not _one_name(complement, head)
            ):
                yield (
                    (sense, complement.root),
                    Predication(assertion, head, complement, negator, passive=passive),
                )


def _is_somebody(assertion: Assertion, word: Word) -> bool:
    """Whether a subject is one that others can mean too: not "people", not "these dockers"."""
    return word.lower not in _ANYBODY and word_before(assertion, word) not in _POINTING


def _is_complement(word: Word) -> bool:
    """Whether a word can be what a deed is done to: no day and no month."""
    return word.lower not in CALENDAR_WORDS


def _one_name(one: Word, other: Word) -> bool:
    return one.capital and other.capital


def _denies_a_deed(holder: Predication) -> bool:
    """Whether a word like "denied" denies the verb: "denied asking", "refused to ask"."""
    if holder.negator is None or not is_denial(holder.negator.lower) or holder.head.lower.endswith("ing"):
        return True
    between = (
        word.lower
        for word in holder.assertion.words
        if holder.negator.end <= word.start and word.end <= holder.head.start
    )
    return not {"that", "to"}.isdisjoint(between)


def _is_excepted(assertion: Assertion) -> bool:
    """Whether a denial in it may hold only for a time or for some: "not the first", "none since"."""
    return any(word.lower in _EXCEPTIONS for word in assertion.words)


def merely_possible(head: Word, polarity: Polarity) -> bool:
    """Whether the head may or might be so; what somebody would welcome is a stance all the same."""
    return head.root in polarity.possible and head.root not in _STANCES


def affirmed_among(
    assertions: Sequence[Assertion], denying: dict[Key, list[Predication]], classes: Classes
) -> dict[Key, list[Predication]]:
    """For each denied key, the assertions that affirm the head with its complement close by."""
    complements: dict[str, set[str]] = defaultdict(set)
    for sense, complement in denying:
        complements[sense].add(complement)
    holders: dict[Key, list[Predication]] = defaultdict(list)
    for assertion in assertions:
        polarity = polarity_in(assertion)
        telling = telling_words(assertion)
        for place, head in enumerate(telling):
            sense, reverse = sense_of(head.root)
            if sense not in complements or merely_possible(head, polarity):
                continue
            if word_before(assertion, head) in _AVERTING:
                continue
            denied = head.root in polarity.denied
            if denied != reverse or (denied and _is_excepted(assertion)):
                continue
            negator = negator_before(assertion, head) if denied else None
            if denied and (negator is None or heads_between(assertion, negator, head, classes)):
                continue
            passive = is_passive(assertion, head)
            for other in telling[max(0, place - _WINDOW) : place + 1 + _WINDOW]:
                if (
                    other.root in complements[sense]
                    and other.root != head.root
                    and not (negator is None and denied_between(assertion, head, other))
                ):
                    known = holders[sense, other.root]
                    if not known or known[-1].assertion is not assertion:
                        kind = classes.of(assertion, head)
                        known.append(Predication(assertion, head, other, negator, kind, passive))
    return holders
