"""The noun phrases of a story.

Comes in:   the assertions of a story.
Goes out:   `Phrase`s in order: describing words and the noun they lead to ("outdoor music festival"), without
            the article before them; a phrase that "of" goes on from knows what it goes on to ("driver of the
            tram").
Left out:   owners ("the boy's uncle" is an uncle, whose phrase knows its owner), pronouns, bare numbers,
            phrases of more than six words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tellings.compare.assertions import Assertion, Pool
from tellings.compare.classes import WordClass, classes_of
from tellings.compare.words import Word
from tellings.languages.en.function_words import COUNTS, DETERMINERS, REPORTING_WORDS
from tellings.records import Span

_JOINTS = frozenset((" ", "-", "\u00a0", "\u2011", "."))
_MOST_WORDS = 6
_PARTICIPLES = ("ed", "en", "ing")
_COUNTS = frozenset(COUNTS) | {"one"}
_DETERMINERS = frozenset(DETERMINERS)
_ARTICLES = frozenset(("a", "an", "the"))
_VERBS = frozenset(word for word in REPORTING_WORDS if not word.startswith("report"))


@dataclass(frozen=True, slots=True, eq=False)
class Phrase:
    """A noun with what describes it. `first` and `last` count the words of the assertion, `last` is the head.

    `determiner` is the small word before it ("the", "a", "his"), lower-cased, or ""; `tail` is the number of
    the last word of what "of" goes on to, or None; `proper` is set when the head is a name.
    """

    assertion: Assertion
    first: int
    last: int
    determiner: str
    proper: bool
    tail: int | None = None

    @property
    def words(self) -> tuple[Word, ...]:
        """Describing words and head."""
        return self.assertion.words[self.first : self.last + 1]

    @property
    def head(self) -> Word:
        """The noun."""
        return self.assertion.words[self.last]

    @property
    def stems(self) -> frozenset[str]:
        """Of the describing words."""
        return frozenset(word.stem for word in self.words[:-1] if word.tells)

    @property
    def span(self) -> Span:
        """From the first describing word to the head, without a possessive ending."""
        head = self.head
        return Span(self.words[0].start, head.end - (2 if head.lower.endswith("'s") else 0))

    @property
    def owned_span(self) -> Span:
        """From the owner before it and his article, where there is one: "the boy's uncle"."""
        words, start = self.assertion.words, self.first
        if self.determiner.endswith(("'s", "s'")):
            start -= 1
            while (
                start
                and words[start - 1].capital
                and words[start].capital
                and words[start - 1].end + 1 == words[start].start
            ):
                start -= 1
            if start and words[start - 1].lower in _DETERMINERS:
                start -= 1
        return Span(words[start].start, self.span.end)

    @property
    def long_span(self) -> Span:
        """As far as what "of" goes on to."""
        return Span(self.span.start, self.assertion.words[self.tail].end) if self.tail else self.span


def find_phrases(pool: Pool) -> list[list[Phrase]]:
    """The noun phrases of each assertion of the story."""
    kinds = classes_of([assertion.words for assertion in pool.assertions])
    return [
        _phrases(assertion, told, pool.readings[assertion.article].article.text)
        for assertion, told in zip(pool.assertions, kinds, strict=True)
    ]


def _phrases(assertion: Assertion, kinds: tuple[WordClass, ...], text: str) -> list[Phrase]:
    plain = list(_runs(assertion, _mended(assertion.words, kinds), text))
    return [_continued(phrase, plain, text) for phrase in plain]


def _mended(words: tuple[Word, ...], kinds: tuple[WordClass, ...]) -> tuple[WordClass, ...]:
    """The classes, with a noun where an article and describing words can lead to nothing else."""
    mended = list(kinds)
    for place in range(1, len(words)):
        following = kinds[place + 1] if place + 1 < len(words) else "small"
        if kinds[place] not in ("adverb", "verb") or following not in ("small", "auxiliary"):
            continue
        start = place
        while start and kinds[start - 1] in ("adjective", "number", "verb") and place - start < _MOST_WORDS:
            start -= 1
        if start and words[start - 1].lower in _ARTICLES and words[place].start - words[place - 1].end == 1:
            mended[place] = "noun"
    return tuple(mended)


def _runs(assertion: Assertion, kinds: tuple[WordClass, ...], text: str) -> Iterator[Phrase]:
    words = assertion.words
    place = 0
    while place < len(words):
        end = place
        while (
            end < len(words)
            and _belongs(words, kinds, end, text)
            and (end == place or _joined(words, end, text))
        ):
            end += 1
        last = end - 1
        while last >= place and kinds[last] not in ("noun", "name"):
            last -= 1
        first = _without_counts(words, place, last, text)
        while first <= last and first and words[first - 1].end == words[first].start:
            first += 1  # the ending of a number: "32nd"
        if place <= first <= last and last - first < _MOST_WORDS and len(words[last].lower) > 1:
            before = words[place - 1] if place else None
            determiner = before.lower if before and _is_determiner(before) else ""
            yield Phrase(assertion, first, last, determiner, kinds[last] == "name")
        place = max(end, place + 1)


def _belongs(words: tuple[Word, ...], kinds: tuple[WordClass, ...], place: int, text: str) -> bool:
    """Whether a word can stand in a noun phrase: participles and adverbs only before what they describe."""
    kind, word = kinds[place], words[place]
    if _is_determiner(word) or word.lower in _VERBS:
        return False
    if kind in ("noun", "name", "adjective", "number"):
        return True
    if place == 0 or place + 1 == len(words):
        return False
    before, following = words[place - 1], kinds[place + 1]
    hyphen = text[before.end : word.start] == "-"
    if kind == "verb" and word.lower.endswith(_PARTICIPLES) and following in ("noun", "adjective"):
        return hyphen or _is_determiner(before) or (kinds[place - 1] == "adjective" and place > 1)
    return kind == "adverb" and following == "adjective" and _is_determiner(before)


def _joined(words: tuple[Word, ...], place: int, text: str) -> bool:
    """Whether nothing but a space, a hyphen or the stop of an initial stands before a word."""
    gap = text[words[place - 1].end : words[place].start]
    return gap in _JOINTS or (gap == ". " and len(words[place - 1].lower) <= 3 and words[place - 1].capital)


def _without_counts(words: tuple[Word, ...], first: int, last: int, text: str) -> int:
    """Leave out the number of a count: "70 firefighters" are firefighters, a "42-year-old" stays so."""
    while first < last and (words[first].is_number or words[first].lower in _COUNTS):
        if text[words[first].end : words[first + 1].start] != " ":
            break
        first += 1
    return first


def _is_determiner(word: Word) -> bool:
    return word.lower in _DETERMINERS or word.lower.endswith("'s")


def _continued(phrase: Phrase, plain: list[Phrase], text: str) -> Phrase:
    """The phrase with the one that "of" leads to, if it does."""
    words = phrase.assertion.words
    at = phrase.last + 1
    if at >= len(words) or words[at].lower != "of" or words[at].start - phrase.head.end != 1:
        return phrase
    following = next((other for other in plain if other.first > at), None)
    start = at + 1 + (at + 1 < len(words) and _is_determiner(words[at + 1]))
    if following is None or following.first != start or following.last - phrase.first > _MOST_WORDS + 2:
        return phrase
    if any(
        text[a.end : b.start] not in _JOINTS
        for a, b in zip(words[at:], words[at + 1 : start + 1], strict=False)
    ):
        return phrase
    return Phrase(
        phrase.assertion, phrase.first, phrase.last, phrase.determiner, phrase.proper, following.last
    )
