"""How an assertion is put: as a fact or its denial, as possible, as wished for, as hearsay.

Comes in:   the assertions of a story.
Goes out:   one `Manner` for each: its polarity and modality, by the verb of what it says and by the cue of
            the statement that it is. "Assured them that it will not send" denies the sending, and "gave no
            word" the giving; "did not rule out" and "denied" are not "said"; "would welcome" is no deed.
Left out:   what follows from a second clause, and irony.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from tellings.compare.assertions import Assertion, Pool
from tellings.compare.classes import Classes, WordClass, classes_of
from tellings.compare.words import Word, stem_of, words_in
from tellings.languages.en.cues import (
    BEHIND_CLOSING_VERBS,
    FINITE_HELPERS,
    REPORTING_VERBS,
    STATING_VERBS,
    TELLING_VERBS,
)
from tellings.languages.en.hedges import HEARSAY, HOPES, MAY, RULING_OUT, WISHED
from tellings.languages.en.negation import DENYING, HARMLESS, NEGATORS, NOBODY, REFUSALS
from tellings.languages.en.sources import RELATIVE_PRONOUNS
from tellings.records import Modality, Polarity, Span, Statement

_LONGEST_GROUP = 6
_BEFORE_VERB = 8
_THAT_WITHIN = 8
_NOT_TO_WITHIN = 4
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
_HARMLESS = frozenset(HARMLESS)
_REFUSALS = frozenset(REFUSALS)
_STATING = frozenset((*STATING_VERBS, *TELLING_VERBS)) - _DENYING
_TELLING = frozenset(TELLING_VERBS)
_REPORTING = frozenset(stem_of(verb) for verb in REPORTING_VERBS) | frozenset(map(stem_of, _STATING))
_ASIDE = frozenset(BEHIND_CLOSING_VERBS)
_OF_A_VERB: frozenset[WordClass] = frozenset(("auxiliary", "verb", "adverb", "small"))


class Manner(NamedTuple):
    """Whether an assertion is affirmed or denied, and how firmly it is put."""

    polarity: Polarity
    modality: Modality


def manners_of(pool: Pool, classes: Classes) -> list[Manner]:
    """The manner of each assertion of the story."""
    said = {a.index: _said(a, a.statement, pool) for a in pool.assertions if a.statement is not None}
    kinds = dict(zip(said, classes_of(list(said.values())), strict=True)) if said else {}
    return [
        _manner(assertion, said.get(assertion.index, assertion.words), kinds.get(assertion.index, own), pool)
        for assertion, own in zip(pool.assertions, classes.of_all(pool.assertions), strict=True)
    ]


def _said(assertion: Assertion, statement: Statement, pool: Pool) -> tuple[Word, ...]:
    """The words of what is said in an assertion, without who says it.

    All but the source and its cue where a quotation stands before what is said: it is said as well.
    """
    told = tuple(w for w in assertion.words if not _within(w, (*statement.source, *statement.cue)))
    start, end = assertion.cite.span.start, min(span.start for span in statement.content)
    text = pool.readings[assertion.article].article.text
    if any(mark in text[start:end] for mark in '"“”'):
        return told
    return tuple(word for word in told if _within(word, statement.content))


def _within(word: Word, spans: Sequence[Span]) -> bool:
    return any(span.start <= word.start < span.end for span in spans)


def _manner(assertion: Assertion, words: Sequence[Word], kinds: Sequence[WordClass], pool: Pool) -> Manner:
    lower = [word.lower for word in words]
    start = _content_start(lower, kinds)
    before, verb, behind = _verb_group(lower[start:], kinds[start:])
    polarity: Polarity = "denied" if _denied(before, verb, behind) else "affirmed"
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


def _content_start(words: Sequence[str], kinds: Sequence[WordClass]) -> int:
    """Where what is said begins: behind "assured them that", "said", and 0 where nobody says anything."""
    start = 0
    while True:
        before, verb, behind = _verb_group(words[start:], kinds[start:])
        end = len(words) - len(behind)
        if not verb or stem_of(verb[-1]) not in _REPORTING or _denied(before, verb, behind):
            return start
        that = _that(words[end:], kinds[end:], verb[-1])
        if that is not None:
            start = end + that
        elif verb[-1] in _STATING and "verb" in kinds[end:]:
            start = end
        else:
            return start


def _that(behind: Sequence[str], kinds: Sequence[WordClass], verb: str) -> int | None:
    """How many words behind a verb its content begins, after a "that" which is no relative pronoun."""
    if "that" not in behind[:_THAT_WITHIN]:
        return None
    place = behind.index("that")
    if place and verb not in _TELLING and behind[0] not in _ASIDE:
        return None
    opens = kinds[place + 1 : place + 2]
    if "verb" in kinds[:place] or not opens or opens[0] in ("auxiliary", "verb"):
        return None
    return place + 1


def _verb_group(words: Sequence[str], kinds: Sequence[WordClass]) -> tuple[list[str], list[str], list[str]]:
    """The words before the first verb, the verb with its auxiliaries and what stands between, and the rest.

    All of them empty where the first verb is that of a relative clause.
    """
    first = next((at for at, kind in enumerate(kinds) if kind in ("auxiliary", "verb")), None)
    if first is None or words[max(0, first - 1)] in _RELATIVE:
        return [], [], []
    end = first
    while end < min(first + _LONGEST_GROUP, len(words)) and kinds[end] in _OF_A_VERB:
        end += 1
        if kinds[end - 1] == "verb" and words[end - 1] not in _HELPING:
            break
    return list(words[max(0, first - _BEFORE_VERB) : first]), list(words[first:end]), list(words[end:])


def _denied(before: Sequence[str], verb: Sequence[str], behind: Sequence[str]) -> bool:
    if before[-1:] == ["to"]:
        before = before[:-1]
    if before[-1:] in (["never"], ["not"]) or (_NOBODY & set(before[:2]) and not _HARMLESS & set(before[:3])):
        return True
    return _is_negated(verb, behind) or _denied_behind(verb, behind)


def _denied_behind(verb: Sequence[str], behind: Sequence[str]) -> bool:
    """Whether what follows the verb turns it round: "gave no word", "promised not to", "refused to"."""
    if behind[1:2] and behind[0] in _NOBODY and behind[1] not in _HARMLESS:
        return True
    if behind[:1] in (["nobody"], ["nothing"]):
        return True
    if verb and verb[-1] in _REFUSALS and behind[:1] == ["to"]:
        return True
    return any(
        word in ("never", "not") and behind[at + 1 : at + 2] == ["to"]
        for at, word in enumerate(behind[:_NOT_TO_WITHIN])
    )


def _is_negated(words: Sequence[str], behind: Sequence[str] = ()) -> bool:
    """Whether a negator is among the words, and not one of "not only", "no doubt"."""
    return any(
        (word in _NEGATORS or word.endswith("n't")) and following not in _HARMLESS
        for word, following in zip(words, [*words[1:], *behind[:1], ""], strict=False)
    )


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
