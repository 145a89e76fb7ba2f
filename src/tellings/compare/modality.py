"""How an assertion is put: as a fact or its denial, as possible, as wished for, as hearsay.

Comes in:   the assertions of a story.
Goes out:   one `Manner` for each: its polarity and modality, by its first verb and by the cue of the
            statement that it is. "Did not rule out" and "denied" are not "said"; "would welcome" is no deed.
Left out:   what follows from a second clause, and irony.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from tellings.compare.assertions import Assertion, Pool
from tellings.compare.classes import WordClass, classes_of
from tellings.compare.words import Word, words_in
from tellings.languages.en.cues import FINITE_HELPERS
from tellings.languages.en.hedges import HEARSAY, HOPES, MAY, RULING_OUT, WISHED
from tellings.languages.en.negation import DENYING, NEGATORS, NOBODY
from tellings.languages.en.sources import RELATIVE_PRONOUNS
from tellings.records import Modality, Polarity

_LONGEST_GROUP = 6
_BEFORE_VERB = 8
_NEGATORS = frozenset(NEGATORS)
_NOBODY = frozenset(NOBODY)
_DENYING = frozenset(DENYING)
_MAY = frozenset(MAY)
_HEARSAY = frozenset(HEARSAY)
_HOPES = frozenset(HOPES)
_WISHED = frozenset(WISHED)
_RULING_OUT = frozenset(RULING_OUT)
_HELPING = frozenset((*FINITE_HELPERS, *RULING_OUT, "be", "been", "being", "cannot", "have"))
_RELATIVE = frozenset(RELATIVE_PRONOUNS)
_OF_A_VERB: frozenset[WordClass] = frozenset(("auxiliary", "verb", "adverb", "small"))


class Manner(NamedTuple):
    """Whether an assertion is affirmed or denied, and how firmly it is put."""

    polarity: Polarity
    modality: Modality


def manners_of(pool: Pool) -> list[Manner]:
    """The manner of each assertion of the story."""
    told = [_told(assertion) for assertion in pool.assertions]
    kinds = classes_of(told)
    return [
        _manner(assertion, words, own, pool)
        for assertion, words, own in zip(pool.assertions, told, kinds, strict=True)
    ]


def _told(assertion: Assertion) -> tuple[Word, ...]:
    """The words of an assertion without those that say who says it."""
    statement = assertion.statement
    frame = (*statement.source, *statement.cue) if statement else ()
    return tuple(
        word for word in assertion.words if not any(span.start <= word.start < span.end for span in frame)
    )


def _manner(assertion: Assertion, words: Sequence[Word], kinds: Sequence[WordClass], pool: Pool) -> Manner:
    lower = [word.lower for word in words]
    before, verb = _verb_group(lower, kinds)
    polarity: Polarity = "denied" if _denied(before, verb) else "affirmed"
    modality: Modality = "asserted"
    if _rules_out(verb):
        polarity, modality = ("affirmed", "possible") if _is_negated(verb) else ("denied", "asserted")
    elif _HEARSAY & {*before, *verb}:
        modality = "hearsay"
    elif _MAY & {*before[-2:], *verb} or _could_be(verb):
        modality = "possible"
    elif _HOPES & set(verb) or ("would" in verb and _WISHED & set(verb)):
        modality = "wished"
    if assertion.statement is not None:
        cue = [w.lower for w in _cue(assertion, pool)]
        if _rules_out(cue):
            return Manner("affirmed", "possible") if _is_negated(cue) else Manner("denied", modality)
        if _DENYING & set(cue):
            return Manner("denied", modality) if not _is_negated(cue) else Manner("affirmed", "possible")
    return Manner(polarity, modality)


def _verb_group(words: Sequence[str], kinds: Sequence[WordClass]) -> tuple[list[str], list[str]]:
    """The words before the first verb, and the verb with its auxiliaries and what stands between them.

    Neither where the first verb is that of a relative clause.
    """
    first = next((at for at, kind in enumerate(kinds) if kind in ("auxiliary", "verb")), None)
    if first is None or words[max(0, first - 1)] in _RELATIVE:
        return [], []
    end = first
    while end < min(first + _LONGEST_GROUP, len(words)) and kinds[end] in _OF_A_VERB:
        end += 1
        if kinds[end - 1] == "verb" and words[end - 1] not in _HELPING:
            break
    return list(words[max(0, first - _BEFORE_VERB) : first]), list(words[first:end])


def _denied(before: Sequence[str], verb: Sequence[str]) -> bool:
    return _is_negated(verb) or bool(_NOBODY & set(before[:2])) or before[-1:] in (["never"], ["not"])


def _is_negated(words: Sequence[str]) -> bool:
    return any(word in _NEGATORS or word.endswith("n't") for word in words)


def _could_be(verb: Sequence[str]) -> bool:
    """ "The dam could be closed" tells what is possible, "everyone could see it" what was so."""
    return any(one == "could" and other in ("be", "have") for one, other in pairwise(verb))


def _rules_out(words: Sequence[str]) -> bool:
    return any(
        word in _RULING_OUT and "out" in words[at + 1 : at + 3] and (at or word != "ruling")
        for at, word in enumerate(words)
    )


def _cue(assertion: Assertion, pool: Pool) -> Iterator[Word]:
    text = pool.readings[assertion.article].article.text
    for span in assertion.statement.cue if assertion.statement else ():
        yield from words_in(text, span)
