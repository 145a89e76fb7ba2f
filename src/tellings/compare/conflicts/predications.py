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

from tellings.compare.assertions import Assertion, Pool
from tellings.compare.classes import Classes, WordClass
from tellings.compare.conflicts.polarity import Polarity, is_negator, polarity_of, senses
from tellings.compare.words import Word, stem_of
from tellings.languages.en.negation import DENIALS, EMPTY_HEADS
from tellings.languages.en.opposites import STANCES
from tellings.records import Span

_WINDOW = 5
_HAVING = frozenset(("are", "be", "been", "had", "has", "have", "is", "was", "were"))
_EXCEPTIONS = frozenset(["since", "until", "till", "before", "first", "last", "other", "another"])
_EMPTY_HEADS = frozenset(EMPTY_HEADS)
_STANCES = frozenset(stem_of(word) for word in STANCES)

Key = tuple[str, str]
"""The sense of a head and the stem of its complement."""


@dataclass(frozen=True, slots=True)
class Predication:
    """An assertion with a head word and its complement close by; `negator` when a negation turns them
    round, `kind` is the class of the head.
    """

    assertion: Assertion
    head: Word
    complement: Word
    negator: Word | None = None
    kind: WordClass = "verb"

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


def sense_of(stem: str) -> tuple[str, bool]:
    """The sense that a stem shares with others, and whether it is the reverse of it."""
    return senses().get(stem, (stem, False))


def denials_in(assertion: Assertion, classes: Classes) -> Iterator[tuple[Key, Predication]]:
    """What is denied: a head under a negation, or a word whose sense is the reverse of its group's."""
    if _is_excepted(assertion):
        return
    polarity = polarity_of(assertion.words)
    telling = [word for word in assertion.words if word.tells]
    for place, head in enumerate(telling):
        sense, reverse = sense_of(head.stem)
        denied = head.stem in polarity.denied
        if denied == reverse or _merely_possible(head, polarity) or head.lower in _EMPTY_HEADS:
            continue
        negator = _negator_before(assertion, head) if denied else None
        if denied and (negator is None or _heads_between(assertion, negator, head, classes)):
            continue
        if head.lower == "opposed" and _word_before(assertion, head) == "as":
            continue  # "as opposed to"
        for complement in telling[place + 1 : place + 1 + _WINDOW]:
            if complement.stem != head.stem and not (complement.capital and head.capital):
                yield (sense, complement.stem), Predication(assertion, head, complement, negator)


def _denies_a_deed(holder: Predication) -> bool:
    """Whether a word like "denied" denies the verb: "denied asking", "refused to ask"."""
    if holder.negator is None or holder.negator.lower not in DENIALS or holder.head.lower.endswith("ing"):
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


def _word_before(assertion: Assertion, word: Word) -> str:
    before = [other for other in assertion.words if other.end <= word.start]
    return before[-1].lower if before else ""


def _denied_between(assertion: Assertion, one: Word, other: Word) -> bool:
    """Whether a negator stands between two words: "gave no details"."""
    start, end = min(one.end, other.end), max(one.start, other.start)
    return any(start <= word.start < end and is_negator(word.lower) for word in assertion.words)


def _merely_possible(head: Word, polarity: Polarity) -> bool:
    """Whether the head may or might be so; what somebody would welcome is a stance all the same."""
    return head.stem in polarity.possible and head.stem not in _STANCES


def _negator_before(assertion: Assertion, head: Word) -> Word | None:
    before = [word for word in assertion.words if word.start < head.start and is_negator(word.lower)]
    return before[-1] if before else None


def _heads_between(assertion: Assertion, negator: Word, head: Word, classes: Classes) -> bool:
    """Whether another telling word stands between a negator and what is to be its head.

    After "denied that" only a verb is in the way: "denied that the army had asked" denies the asking.
    """
    between = [word for word in assertion.words if negator.end <= word.start and word.end <= head.start]
    telling = [word for word in between if word.tells]
    if between and between[0].lower == "that":
        return any(classes.of(assertion, word) == "verb" for word in telling)
    return bool(telling)


def affirmed_among(
    assertions: Sequence[Assertion], denying: dict[Key, list[Predication]], classes: Classes
) -> dict[Key, list[Predication]]:
    """For each denied key, the assertions that affirm the head with its complement close by."""
    complements: dict[str, set[str]] = defaultdict(set)
    for sense, complement in denying:
        complements[sense].add(complement)
    holders: dict[Key, list[Predication]] = defaultdict(list)
    for assertion in assertions:
        polarity = polarity_of(assertion.words)
        telling = [word for word in assertion.words if word.tells]
        for place, head in enumerate(telling):
            sense, reverse = sense_of(head.stem)
            if sense not in complements or _merely_possible(head, polarity):
                continue
            denied = head.stem in polarity.denied
            if denied != reverse or (denied and _is_excepted(assertion)):
                continue
            for other in telling[max(0, place - _WINDOW) : place + 1 + _WINDOW]:
                if (
                    other.stem in complements[sense]
                    and other.stem != head.stem
                    and not _denied_between(assertion, head, other)
                ):
                    known = holders[sense, other.stem]
                    if not known or known[-1].assertion is not assertion:
                        known.append(Predication(assertion, head, other, kind=classes.of(assertion, head)))
    return holders
