"""Whether two predications are of one thing, and of two voices.

Comes in:   two predications of different assertions, one denied and one affirmed.
Goes out:   yes or no. "The abortion plank" is not abortion, "no permanent berths" denies no berths, and who
            names what he turns against does not contradict himself.
"""

from __future__ import annotations

from tellings.compare.assertions import Assertion, Pool
from tellings.compare.classes import Classes
from tellings.compare.conflicts.found import day_of, whole
from tellings.compare.conflicts.polarity import is_negator
from tellings.compare.conflicts.predications import Predication, is_stance
from tellings.compare.words import Word
from tellings.languages.en.cues import FINITE_HELPERS
from tellings.languages.en.function_words import COUNTS
from tellings.languages.en.irregular import VERB_OF
from tellings.languages.en.units import MEASURES

ISO_DAY = len("2016-05-29")
_LONGEST_PHRASE = 70
_NOT_YET = frozenset(("can", "could", "may", "might", "must", "should", "will", "would"))
_HELPERS = frozenset((*FINITE_HELPERS, "be", "been", "being")) - {"that"}
_BREAKS = frozenset(["and", "but", "when", "where", "which", "while", "who"])


def in_other_order(one: Predication, other: Predication) -> bool:
    """Whether the complement stands where an object stands in just one of the two."""
    return one.object_behind != other.object_behind


def in_one_breath(holder: Predication, pool: Pool) -> bool:
    """Whether head and complement stand in one short phrase: no quotation mark, stop or "and" in it."""
    printed = holder.printed(pool)
    if len(printed) > _LONGEST_PHRASE or any(mark in printed for mark in '"“”…;:.'):
        return False
    return not _BREAKS & frozenset(printed.lower().split()[1:])


def of_one_sentence(one: Assertion, other: Assertion) -> bool:
    """Whether both are parts of one sentence of an article."""
    return one.article == other.article and one.sentence == other.sentence


def in_one_voice(one: Assertion, other: Assertion, pool: Pool) -> bool:
    """Whether somebody says both on one day: he turns against what he names."""
    if not one.statement or not other.statement or one.statement.speaker is None:
        return False
    days = {day_of(whole(assertion), pool)[:ISO_DAY] for assertion in (one, other)}
    return one.statement.speaker == other.statement.speaker and len(days) == 1


def of_one_thing(one: Predication, other: Predication, classes: Classes) -> bool:
    """Whether the complements are not parts of two things: "the abortion plank", "abortion".

    What is denied with an adjective ("no permanent protection") is not denied without it, and words opposed
    to each other are of one thing where those who do it, or to whom it is done, have a word in common.
    """
    if _parted(one, other, classes) or _other_number(one, other):
        return False
    objects = _object(one, classes), _object(other, classes)
    if None not in objects and objects[0] != objects[1]:
        return False
    denial, affirmation = (one, other) if one.negator else (other, one)
    if _adjectives(denial, classes) - _adjectives(affirmation, classes):
        return False
    return bool(one.negator or other.negator) or _of_one_doer(one, other, classes)


def _of_one_doer(one: Predication, other: Predication, classes: Classes) -> bool:
    """Whether two words opposed to each other are told as facts, and of those who have a word in common.

    Whoever is for something is named right before the verb: that another is against it is no conflict.
    """
    if not all(holder.kind != "verb" or _is_fact(holder) for holder in (one, other)):
        return False
    if is_stance(one.head.root) or is_stance(other.head.root):
        return bool(_doer(one, classes) & _doer(other, classes))
    if one.object_behind and other.object_behind and (one.passive != other.passive or one.complement.capital):
        return True  # who arrests somebody and who lets him go need not be one
    mine, theirs = _before(one), _before(other)
    return not mine or not theirs or bool(mine & theirs)


def _is_fact(holder: Predication) -> bool:
    """Whether a verb is finite and tells what was or is: neither "to reopen", "by closing" nor "will"."""
    words = holder.assertion.words
    before = [word.lower for word in words if word.end <= holder.head.start]
    while before and (before[-1].endswith("ly") or is_negator(before[-1])):
        before.pop()
    helped = bool(before) and before[-1] in _HELPERS
    if helped and before[-1] in _NOT_YET:
        return False
    if holder.head.lower.endswith("ing"):
        return helped or holder.head.lower == "missing"
    return helped or holder.head.lower in VERB_OF or holder.head.lower.endswith(("ed", "s"))


def _doer(holder: Predication, classes: Classes) -> frozenset[str]:
    """The roots of the noun or name right before a verb and its auxiliaries."""
    found: list[Word] = []
    for word in reversed([word for word in holder.assertion.words if word.end <= holder.head.start]):
        if found and found[-1].start - word.end != 1:
            break
        if classes.of(holder.assertion, word) in ("noun", "name"):
            found.append(word)
        elif found:
            break
    return frozenset(word.root for word in found)


def _other_number(one: Predication, other: Predication) -> bool:
    """Whether what is denied is denied of a number that the other does not give: "did not kill 30 people"."""
    denial, affirmation = (one, other) if one.negator else (other, one)
    return bool(_numbers(denial) - _numbers(affirmation))


def _numbers(holder: Predication) -> frozenset[str]:
    """Numbers between head and complement and around them, in digits or in words."""
    start, end = sorted((holder.head.start, holder.complement.start))
    words = [word for word in holder.assertion.words if start <= word.start <= end]
    return frozenset(word.lower for word in words if word.is_number or word.lower in COUNTS)


def _parted(one: Predication, other: Predication, classes: Classes) -> bool:
    """Whether a noun directly behind one of the complements makes it part of another thing."""
    behind = [_word_behind(holder) for holder in (one, other)]
    if one.complement.capital or len({word.stem if word else None for word in behind}) == 1:
        return False
    return any(
        word is not None and classes.of(holder.assertion, word) == "noun"
        for holder, word in zip((one, other), behind, strict=True)
    )


def _word_behind(holder: Predication) -> Word | None:
    """The word directly behind the complement, but for the measure of a time ("days after")."""
    words = (word for word in holder.assertion.words if word.start == holder.complement.end + 1)
    return next((word for word in words if word.lower.removesuffix("s") not in MEASURES), None)


def _object(holder: Predication, classes: Classes) -> str | None:
    """The last of the first nouns between the head and a complement behind it: "records" in "collect phone
    records of Americans".
    """
    found: str | None = None
    for word in holder.assertion.words:
        if holder.head.end <= word.start < holder.complement.start:
            if classes.of(holder.assertion, word) == "noun":
                found = word.stem
            elif found:
                break
    return found


def _adjectives(holder: Predication, classes: Classes) -> frozenset[str]:
    """The stems of adjectives between head and complement."""
    start, end = sorted((holder.head.start, holder.complement.start))
    return frozenset(
        word.stem
        for word in holder.assertion.words
        if start < word.start < end and not word.capital and classes.of(holder.assertion, word) == "adjective"
    )


def _before(holder: Predication) -> frozenset[str]:
    """The stems of what tells something before the head."""
    words = (w for w in holder.assertion.words if w.tells and w.end <= holder.head.start)
    return frozenset(word.stem.removesuffix("s") for word in words)
