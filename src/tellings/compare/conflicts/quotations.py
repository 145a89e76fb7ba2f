"""One quotation in two wordings.

Comes in:   the texts of a story.
Goes out:   conflicts between direct quotations of different articles that are plainly the same words,
            except that words which matter were changed, added or dropped in the middle. Of one speaker's
            words also a small word put for another counts ("ruinous to the trust", "ruinous of the trust").
Left out:   cuts at either end or marked by dots, words in brackets, spelling, contractions, numbers written
            out, one article for another."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations, pairwise

from rapidfuzz.distance import Levenshtein

from tellings.compare.assertions import Assertion, Pool
from tellings.compare.conflicts.found import Found, FoundSide, Place, listed, within
from tellings.compare.words import Word, words_in
from tellings.languages.en.function_words import DETERMINERS, FUNCTION_WORDS
from tellings.languages.en.negation import NEGATORS
from tellings.records import Span, Statement

_QUOTED = re.compile(r"(?<![\w.,!?])[“\"](?=\w)([^“”\"]{20,1500})")
_GRAM = 4
_COMMON_AT_MOST = 12
_ALIKE = 0.75
_FEWEST_SHARED = 9
_FEWEST_OF_ONE_SPEAKER = 6
_LONGEST_SMALL_CHANGE = 2
_MOST_CHANGES = 3
_LONGEST_CHANGE = 4
_SPOKEN = tuple(frozenset(pair) for pair in (("gonna", "going"), ("gotta", "got"), ("say", "said")))
"""How a speech is written down: "we're gonna", "we're going to"."""
_NUMBERS = frozenset(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"])
_DETERMINERS = frozenset(DETERMINERS)
_SILENT = (
    frozenset(FUNCTION_WORDS)
    - frozenset(NEGATORS)
    - frozenset(
        [
            "all",
            "can",
            "could",
            "may",
            "might",
            "more",
            "most",
            "must",
            "only",
            "own",
            "same",
            "very",
        ]
    )
)


@dataclass(frozen=True, slots=True)
class _Quote:
    article: int
    span: Span
    words: tuple[Word, ...]
    assertion: Assertion
    voices: frozenset[str]


def find_quotations(pool: Pool) -> Iterator[Found]:
    """Conflicts of wording, one for a quotation: its other changes are told with the utterance."""
    quotes = list(_quotes(pool))
    index: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, quote in enumerate(quotes):
        for gram in {
            tuple(w.lower for w in quote.words[k : k + _GRAM]) for k in range(len(quote.words) - _GRAM + 1)
        }:
            index[gram].append(number)
    pairs: dict[tuple[int, int], int] = defaultdict(int)
    for holders in index.values():
        for one, other in combinations(holders[:_COMMON_AT_MOST], 2):
            if quotes[one].article != quotes[other].article:
                pairs[one, other] += 1
    groups: dict[tuple[str, str], list[tuple[_Quote, _Quote]]] = defaultdict(list)
    printed: dict[str, str] = {}
    for one, other in pairs:
        changed = _changes(pool, quotes[one], quotes[other])
        if changed is None:
            continue
        left, right = (_folded(words) for words in changed)
        printed.setdefault(left, changed[0])
        printed.setdefault(right, changed[1])
        if left < right:
            groups[left, right].append((quotes[one], quotes[other]))
        else:
            groups[right, left].append((quotes[other], quotes[one]))
    told: set[tuple[int, Span]] = set()
    for (left, right), members in sorted(groups.items(), key=lambda group: -len(group[1])):
        own = {(quote.article, quote.span) for member in members for quote in member}
        if told.isdisjoint(own):
            yield _conflict(printed[left], printed[right], members)
        told |= own


def _folded(words: str) -> str:
    """The words alone, in lower case."""
    return " ".join(re.findall(r"\w+", words.lower()))


def _quotes(pool: Pool) -> Iterator[_Quote]:
    by_article: dict[int, list[Assertion]] = defaultdict(list)
    for assertion in pool.assertions:
        by_article[assertion.article].append(assertion)
    said: dict[str, list[tuple[Span, Statement]]] = defaultdict(list)
    for statement in pool.story.statements:
        said[statement.article] += [(part, statement) for part in statement.content]
    voices = {article: _Voices(parts) for article, parts in said.items()}
    for number, reading in enumerate(pool.readings):
        text = reading.article.text
        own = voices.get(reading.article.id, _Voices([]))
        around = iter(by_article[number])
        here = next(around, None)
        for found in _QUOTED.finditer(text):
            span = Span(*found.span(1))
            while here is not None and here.cite.span.end <= span.start:
                here = next(around, None)
            words = words_in(text, span)
            if here is not None and here.cite.span.overlaps(span) and len(words) >= _GRAM:
                yield _Quote(number, span, words, here, own.of(span))


class _Voices:
    """Whose words stand where in an article."""

    def __init__(self, parts: Sequence[tuple[Span, Statement]]) -> None:
        self._parts = sorted(parts, key=lambda part: part[0])
        self._starts = [span.start for span, _ in self._parts]
        self._longest = max((span.end - span.start for span, _ in parts), default=0)

    def of(self, span: Span) -> frozenset[str]:
        """The speakers and the utterances known of the words within a span."""
        first = bisect_left(self._starts, span.start - self._longest)
        near = self._parts[first : bisect_left(self._starts, span.end)]
        here = [statement for part, statement in near if part.overlaps(span)]
        return frozenset(voice for s in here for voice in (s.speaker, s.utterance) if voice)


def _changes(pool: Pool, one: _Quote, other: _Quote) -> tuple[str, str] | None:
    """The words that differ inside what both quotations share, with the word before, or None if none
    matter.
    """
    a, b = [w.lower for w in one.words], [w.lower for w in other.words]
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size >= 2]
    if len(blocks) < 2:
        return None
    first, last = blocks[0], blocks[-1]
    core_a, core_b = (first.a, last.a + last.size), (first.b, last.b + last.size)
    shared = sum(block.size for block in blocks)
    one_speaker = bool(one.voices & other.voices)
    fewest = _FEWEST_OF_ONE_SPEAKER if one_speaker else _FEWEST_SHARED
    if shared < _ALIKE * max(core_a[1] - core_a[0], core_b[1] - core_b[0]) or shared < fewest:
        return None
    changes = []
    for before, after in pairwise(blocks):
        mine = one.words[before.a + before.size : after.a]
        theirs = other.words[before.b + before.size : after.b]
        if max(len(mine), len(theirs)) > _LONGEST_CHANGE:
            return None
        small = one_speaker and _is_small_change(mine, theirs)
        if _matters(pool, one, mine, other, theirs, small=small):
            changes.append((before, after))
    if not 1 <= len(changes) <= _MOST_CHANGES:
        return None
    before, after = changes[0]
    return (
        _printed(pool, one, before.a + before.size - 1, after.a),
        _printed(pool, other, before.b + before.size - 1, after.b),
    )


def _matters(
    pool: Pool, one: _Quote, mine: tuple[Word, ...], other: _Quote, theirs: tuple[Word, ...], *, small: bool
) -> bool:
    """Whether the change is one of words that tell something, not of spelling or an editor's bracket.

    `small`: small words that were put for others tell something too.
    """
    if not mine and not theirs:
        return False
    if any(_marked(pool, quote, words) for quote, words in ((one, mine), (other, theirs))):
        return False
    left = [w.lower for w in mine if w.lower not in _SILENT]
    right = [w.lower for w in theirs if w.lower not in _SILENT]
    if not left and not right and not small:
        return False
    if {" ".join(left), " ".join(right)} in _SPOKEN:
        return False
    joined = "".join(w.lower for w in mine), "".join(w.lower for w in theirs)
    if all(joined) and Levenshtein.normalized_similarity(*joined) >= 0.6:
        return False
    return not any("'" in w.lower for w in (*mine, *theirs)) and not any(
        w in _NUMBERS or w[0].isdigit() for w in (*left, *right)
    )


def _is_small_change(mine: tuple[Word, ...], theirs: tuple[Word, ...]) -> bool:
    """Whether a word or two stand for others, and not one article or one form of a verb for another."""
    if not mine or not theirs or max(len(mine), len(theirs)) > _LONGEST_SMALL_CHANGE:
        return False
    both = (*mine, *theirs)
    return not all(word.lower in _DETERMINERS for word in both) and not (
        {word.root for word in mine} & {word.root for word in theirs}
    )


def _marked(pool: Pool, quote: _Quote, words: tuple[Word, ...]) -> bool:
    """Whether brackets or dots stand at the change, so that the reader is told of it."""
    text = pool.readings[quote.article].article.text
    if not words:
        return False
    around = text[max(quote.span.start, words[0].start - 3) : min(quote.span.end, words[-1].end + 4)]
    return any(mark in around for mark in ("[", "]", "(", "...", "…", "—"))


def _printed(pool: Pool, quote: _Quote, first: int, last: int) -> str:
    words = quote.words[first : last + 1]
    return Span(words[0].start, words[-1].end).words_in(pool.readings[quote.article].article.text)


def _conflict(left: str, right: str, members: list[tuple[_Quote, _Quote]]) -> Found:
    sides = []
    for number, value in enumerate((left, right)):
        quotes = {(m[number].article, m[number].span): m[number] for m in members}
        places: tuple[Place, ...] = tuple(within(quote.assertion, quote.span) for quote in quotes.values())
        sides.append(FoundSide(value=value, places=places))
    return Found(
        kind="wording",
        nature="contradiction",
        reason=f"the same quotation, with {listed((left, right))} between the same words",
        confidence=0.6,
        sides=tuple(sides),
    )
