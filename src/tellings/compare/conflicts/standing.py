"""How a word stands in its assertion: behind a negator, in a passive, and with which subject.

Comes in:   an assertion and one of its words.
Goes out:   yes or no, or the words that stand with it.
"""

from __future__ import annotations

from collections.abc import Iterator

from tellings.compare.assertions import Assertion
from tellings.compare.classes import Classes
from tellings.compare.conflicts.polarity import is_negator, turns_round
from tellings.compare.words import Word

_BEING = frozenset(("are", "be", "been", "being", "is", "was", "were"))
_MOST_SUBJECTS = 4


def telling_words(assertion: Assertion) -> list[Word]:
    """The telling words of an assertion but for those that say who says it."""
    statement = assertion.statement
    frame = (*statement.source, *statement.cue) if statement else ()
    return [
        word
        for word in assertion.words
        if word.tells and not any(span.start <= word.start < span.end for span in frame)
    ]


def word_before(assertion: Assertion, word: Word) -> str:
    """The word right before another, in lower case; "" before the first."""
    before = [other for other in assertion.words if other.end <= word.start]
    return before[-1].lower if before else ""


def _negators(assertion: Assertion) -> Iterator[Word]:
    words = assertion.words
    return (word for place, word in enumerate(words) if turns_round(words, place))


def negator_before(assertion: Assertion, head: Word) -> Word | None:
    """The last word before a head that turns something round."""
    before = [word for word in _negators(assertion) if word.start < head.start]
    return before[-1] if before else None


def denied_between(assertion: Assertion, one: Word, other: Word) -> bool:
    """Whether a negator stands between two words: "gave no details"."""
    start, end = min(one.end, other.end), max(one.start, other.start)
    return any(start <= word.start < end for word in _negators(assertion))


def heads_between(assertion: Assertion, negator: Word, head: Word, classes: Classes) -> bool:
    """Whether another telling word stands between a negator and what is to be its head.

    After "denied that" only a verb is in the way: "denied that the army had asked" denies the asking.
    """
    between = [word for word in assertion.words if negator.end <= word.start and word.end <= head.start]
    telling = [word for word in between if word.tells]
    if between and between[0].lower == "that":
        return any(classes.of(assertion, word) == "verb" for word in telling)
    return bool(telling)


def is_gerund(assertion: Assertion, negator: Word, head: Word) -> bool:
    """Whether a verb in -ing is no deed: "not paying would cost more", but "is not paying"."""
    if assertion.headline or not head.lower.endswith("ing") or negator.lower not in ("not", "never"):
        return False
    return word_before(assertion, negator) not in _BEING


def is_passive(assertion: Assertion, head: Word) -> bool:
    """Whether a verb tells what is done to its subject: "has not been searched", "was sold"."""
    if head.lower.endswith("ing"):
        return False
    before = [word.lower for word in assertion.words if word.end <= head.start]
    while before and (before[-1].endswith("ly") or is_negator(before[-1])):
        before.pop()
    return bool(before) and before[-1] in _BEING and not head.capital


def subjects_of(assertion: Assertion, head: Word, classes: Classes) -> list[Word]:
    """The nouns and names right before the auxiliaries of a verb, the nearest first."""
    found: list[Word] = []
    for word in reversed([word for word in telling_words(assertion) if word.end <= head.start]):
        if classes.of(assertion, word) in ("noun", "name"):
            found.append(word)
        elif found:
            break
    return found[:_MOST_SUBJECTS]


def of_none(assertion: Assertion, negator: Word, head: Word, classes: Classes) -> list[Word]:
    """The noun between "no" and a passive: "no school would be closed" denies the closing of a school."""
    if negator.lower != "no" or not is_passive(assertion, head):
        return []
    between = [
        word for word in telling_words(assertion) if negator.end <= word.start and word.end <= head.start
    ]
    if any(classes.of(assertion, word) not in ("noun", "adjective") for word in between):
        return []
    return between[-1:]
