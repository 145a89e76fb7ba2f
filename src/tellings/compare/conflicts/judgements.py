"""Judgements that exclude each other, by different voices.

Comes in:   the `Alignment` of a story's assertions.
Goes out:   conflicts of position: of what is told of one thing, one voice says that it was lawful, safe,
            deliberate and the like, and another that it was the reverse. A negation turns a judgement round.
Left out:   one voice that says both, and judgements that are merely possible.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tellings.compare.assertions import Assertion
from tellings.compare.classes import Classes
from tellings.compare.conflicts.found import Found, FoundSide, whole
from tellings.compare.conflicts.polarity import polarity_of
from tellings.compare.scorer import Alignment
from tellings.compare.words import Word, stem_of
from tellings.languages.en.opposites import CALLING, HEARSAY, JUDGEMENTS, OF_WHAT_WAS_DONE
from tellings.languages.en.positions import BEING
from tellings.records import Span

_CLOSE = 0.4
_LEAST_RARITY = 0.35
_MOST_PLACES = 6
_BESIDE = 2
_BEFORE = 3
_ALLEGED = 5
_POINTING = frozenset(("it", "such", "that", "this"))
_GENERAL = frozenset(("for", "if", "to", "when"))
_AS_IF = frozenset(("if", "like"))
_JUDGING = frozenset((*BEING, *CALLING))


@dataclass(frozen=True, slots=True)
class _Judgement:
    word: Word
    affirmed: bool


def find_judgements(alignment: Alignment, classes: Classes) -> Iterator[Found]:
    """Conflicts of judgement, one for each kind of judgement at most."""
    nodes, pairs = alignment.nodes, alignment.pairs
    judged = {n: found for n, node in enumerate(nodes.first) if (found := _judgements(node, classes))}
    facing: dict[str, list[tuple[float, int, int]]] = defaultdict(list)
    for row in (pairs.cosine >= _CLOSE).nonzero()[0].tolist():
        left, right = int(pairs.left[row]), int(pairs.right[row])
        if (
            left not in judged
            or right not in judged
            or not _two_voices(nodes.first[left], nodes.first[right])
        ):
            continue
        for kind in judged[left].keys() & judged[right].keys():
            mine, theirs = judged[left][kind], judged[right][kind]
            if mine.affirmed != theirs.affirmed and _one_topic(alignment, left, right):
                yes, no = (left, right) if mine.affirmed else (right, left)
                facing[kind].append((float(pairs.cosine[row]), yes, no))
    for kind in OF_WHAT_WAS_DONE - facing.keys():
        facing[kind] = _of_the_matter(alignment, kind, judged)
    for kind, met in facing.items():
        if not met:
            continue
        met.sort(reverse=True)
        met = met[:_MOST_PLACES]
        sides = tuple(
            _side(alignment, kind, judged, list(dict.fromkeys(holders)))
            for holders in ([yes for _, yes, _ in met], [no for _, _, no in met])
        )
        told = [
            f"“{side.value}”{_by(alignment, holder, judged[holder][kind].word)}"
            for side, holder in zip(sides, met[0][1:], strict=True)
        ]
        yield Found(
            kind="position",
            nature="contradiction",
            reason=f"one thing is judged in two ways: {' and '.join(told)}",
            confidence=0.4,
            sides=sides,
        )


def _of_the_matter(
    alignment: Alignment, kind: str, judged: dict[int, dict[str, _Judgement]]
) -> list[tuple[float, int, int]]:
    """Pairs of judgements of what the whole story is about, which their words only point at.

    "There was no such wrongdoing" / "this is a felony".
    """
    nodes = alignment.nodes
    pointing = {
        way: [
            n
            for n, found in judged.items()
            if kind in found and found[kind].affirmed == way and _points(nodes.first[n], found[kind])
        ][:_MOST_PLACES]
        for way in (True, False)
    }
    return [
        (0.0, yes, no)
        for yes in pointing[True]
        for no in pointing[False]
        if _two_voices(nodes.first[yes], nodes.first[no])
    ]


def _points(assertion: Assertion, judgement: _Judgement) -> bool:
    """Whether what is judged is "this", "it" or "such": not "it is illegal to" do whatever follows."""
    words = assertion.words
    place = next(n for n, word in enumerate(words) if word is judgement.word)
    before = {word.lower for word in words[max(0, place - _BEFORE) : place]}
    behind = {word.lower for word in words[place + 1 : place + 2]}
    return bool(before & _POINTING) and not behind & _GENERAL


def _judgements(assertion: Assertion, classes: Classes) -> dict[str, _Judgement]:
    """By kind; a kind that the assertion judges both ways is left out."""
    polarity = polarity_of(assertion.words)
    found: dict[str, _Judgement] = {}
    both: set[str] = set()
    for place, word in enumerate(assertion.words):
        kind, affirms = _table().get(word.lower, ("", False))
        if not kind or word.root in polarity.possible or _alleged(assertion.words, place):
            continue
        if not _predicated(assertion, place, classes):
            continue
        judgement = _Judgement(word, affirms != (word.root in polarity.denied))
        if kind in found and found[kind].affirmed != judgement.affirmed:
            both.add(kind)
        found.setdefault(kind, judgement)
    return {kind: judgement for kind, judgement in found.items() if kind not in both}


def _predicated(assertion: Assertion, place: int, classes: Classes) -> bool:
    """Whether the judgement is what is told of a thing ("is illegal", "called it a crime"), or a verb.

    In passing ("the illegal traders", "can legally buy") it says little of the thing that is told of.
    """
    words = assertion.words
    word = words[place]
    if classes.of(assertion, word) == "verb":
        return word.lower.endswith(("s", "ed"))
    after = words[place + 1] if place + 1 < len(words) else None
    if (
        after
        and after.start - word.end == 1
        and (after.lower == "or" or classes.of(assertion, after) in ("noun", "adjective"))
    ):
        return False
    before = [other.lower for other in words[max(0, place - _BEFORE) : place]]
    return any(other in _JUDGING for other in before)


def _alleged(words: tuple[Word, ...], place: int) -> bool:
    """Whether somebody only tells of the judgement: "allegations of a crime", "as if it were safe"."""
    before = [word.lower for word in words[max(0, place - _ALLEGED) : place]]
    return any(word in HEARSAY or word in _AS_IF for word in before)


def _two_voices(one: Assertion, other: Assertion) -> bool:
    mine, theirs = (a.statement.speaker if a.statement else None for a in (one, other))
    if one.article == other.article:
        return mine != theirs and bool(mine or theirs) and one.sentence != other.sentence
    return mine is None or mine != theirs


def _one_topic(alignment: Alignment, left: int, right: int) -> bool:
    """Whether the two share a rare word that is no judgement itself."""
    nodes = alignment.nodes
    shared = nodes.first[left].stems & nodes.first[right].stems
    return any(nodes.rarity[stem] >= _LEAST_RARITY and stem not in _stems() for stem in shared)


def _side(
    alignment: Alignment, kind: str, judged: dict[int, dict[str, _Judgement]], holders: list[int]
) -> FoundSide:
    pool = alignment.nodes.pool
    first = alignment.nodes.first[holders[0]]
    span = _around(first.words, judged[holders[0]][kind].word)
    return FoundSide(
        value=span.words_in(pool.readings[first.article].article.text),
        places=tuple(whole(twin) for n in holders for twin in alignment.nodes.twins[n]),
    )


def _by(alignment: Alignment, holder: int, word: Word) -> str:
    """ " (Ana Brill)": who judges, where the story knows it."""
    story, article = alignment.nodes.pool.story, alignment.nodes.first[holder].cite.article
    names = {speaker.id: speaker.name for speaker in story.speakers}
    for statement in story.statements:
        told = any(part.start <= word.start < part.end for part in statement.content)
        if told and statement.article == article and statement.speaker in names:
            return f" ({names[statement.speaker]})"
    return ""


def _around(words: tuple[Word, ...], judging: Word) -> Span:
    """The judging word with up to two words on either side, as far as no stop or quotation mark comes."""
    first = last = next(n for n, word in enumerate(words) if word is judging)
    while first and last - first < _BESIDE and _touch(words, first):
        first -= 1
    middle = last
    while last + 1 < len(words) and last - middle < _BESIDE and _touch(words, last + 1):
        last += 1
    return Span(words[first].start, words[last].end)


def _touch(words: tuple[Word, ...], place: int) -> bool:
    return words[place].start - words[place - 1].end == 1


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[str, bool]]:
    """Words with their kind, and whether they affirm it."""
    return {
        word: (kind, affirms)
        for kind, sides in JUDGEMENTS.items()
        for affirms, words in zip((True, False), sides, strict=True)
        for word in words
    }


@lru_cache(maxsize=1)
def _stems() -> frozenset[str]:
    return frozenset(stem_of(word) for word in _table())
