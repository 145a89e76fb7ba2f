"""What each article asserts, piece by piece.

Comes in:   an `Attributed` story.
Goes out:   a `Pool`: the assertions of all articles in order, each an exact span with its words, who
            asserts it (the outlet, or the speaker of a statement), and the vector of the sentence it stands
            in.
Left out:   boilerplate, datelines, questions, scraps too short to tell anything, lines of nothing but a place
            and a day, and walls of text too long for a sentence."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tellings.compare.words import Word, words_in
from tellings.languages.en.opposites import CALENDAR_WORDS
from tellings.read.closing import told_from
from tellings.records import Attributed, Cite, Reading, Sentence, Span, Statement

LEAD_PARAGRAPHS = 4
_FEWEST_WORDS = 3
_FEWEST_IN_CLAUSE = 5
_LONGEST_HEADLINE = 160
_LONGEST_CUT = 2000
_LONGEST_DATELINE = 8
_LONGEST_SENTENCE = 6000
# Where a sentence can be cut so that both parts still tell something by themselves.
_SEAM = re.compile(
    r"\s*[;—]\s*"
    r"|,\s+(?=(?:although|and|but|though|whereas|while)\s)"
    r"|,\s+(?=(?:after|as|because|before|when|where|which|who)\s)"
)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Assertion:
    """A sentence or an independent part of one. `article` counts the readings from 0."""

    index: int
    article: int
    cite: Cite
    sentence: int
    headline: bool
    lead: bool
    statement: Statement | None
    words: tuple[Word, ...]
    stems: frozenset[str]
    names: frozenset[str]
    numbers: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Pool:
    """All assertions of a story, in order of article and place; `vectors` has one unit row for each."""

    story: Attributed
    readings: tuple[Reading, ...]
    assertions: tuple[Assertion, ...]
    vectors: NDArray[np.float32]

    def words_of(self, assertion: Assertion) -> str:
        """The exact words of an assertion."""
        return assertion.cite.span.words_in(self.readings[assertion.article].article.text)


def find_assertions(story: Attributed) -> Pool:
    """Every assertion of the story."""
    readings = story.traced.readings
    said: dict[str, list[Statement]] = {}
    for statement in story.statements:
        said.setdefault(statement.article, []).append(statement)
    found: list[Assertion] = []
    rows: list[NDArray[np.float32]] = []
    names = _names_in(readings)
    for number, reading in enumerate(readings):
        provenance = story.traced.provenance.get(reading.article.id)
        aside = provenance.boilerplate if provenance else ()
        statements = _by_sentence(reading, said.get(reading.article.id, []))
        for order, span, headline in _pieces(reading, aside):
            words = words_in(reading.article.text, span)
            telling = [word for word in words if word.tells]
            if len(telling) < _FEWEST_WORDS or (not headline and _only_dates(words)):
                continue
            sentence = reading.sentences[order]
            found.append(
                Assertion(
                    index=len(found),
                    article=number,
                    cite=Cite(reading.article.id, span),
                    sentence=order,
                    headline=headline,
                    lead=headline or sentence.paragraph < LEAD_PARAGRAPHS,
                    statement=_statement_over(span, statements.get(order, ())),
                    words=words,
                    stems=frozenset(word.stem for word in telling),
                    names=frozenset(word.stem for word in telling if word.stem in names),
                    numbers=frozenset(word.stem for word in telling if word.is_number),
                )
            )
            rows.append(reading.vectors[order])
    vectors = np.stack(rows) if rows else np.zeros((0, 384), dtype=np.float32)
    return Pool(story=story, readings=readings, assertions=tuple(found), vectors=vectors)


def is_headline(reading: Reading, order: int) -> bool:
    """Whether sentence `order` of the reading is its headline: its title, or a first line without a stop."""
    article, sentence = reading.article, reading.sentences[order]
    words = sentence.span.words_in(article.text)
    if article.title:
        return sentence.span.start < len(article.title) and words in article.title
    return (
        sentence.paragraph == 0 and order == 0 and len(words) < _LONGEST_HEADLINE and words[-1] not in '.!”"'
    )


def _pieces(reading: Reading, aside: Sequence[Span]) -> Iterator[tuple[int, Span, bool]]:
    """Sentence number, span, and whether it is the headline, for each assertion of a reading."""
    text = reading.article.text
    gone = covered(aside, len(text))
    for order, sentence in enumerate(reading.sentences):
        start, end = sentence.span
        if end - start > _LONGEST_SENTENCE or gone[start:end].any() or _asks(text, sentence):
            continue
        headline = is_headline(reading, order)
        told = Span(told_from(text, sentence.span), end)
        for span in [sentence.span] if headline else split(text, told):
            yield order, span, headline


def covered(spans: Sequence[Span], length: int) -> NDArray[np.bool_]:
    """For each character of a text of this length: whether one of the spans holds it."""
    inside = np.zeros(length, dtype=bool)
    for start, end in spans:
        inside[start:end] = True
    return inside


def split(text: str, sentence: Span) -> list[Span]:
    """The parts of a sentence that can stand alone, or the whole where none can."""
    cuts = [sentence.start]
    if sentence.end - sentence.start > _LONGEST_CUT:
        return [sentence]
    for seam in _SEAM.finditer(text, sentence.start, sentence.end):
        if _long_enough(text[cuts[-1] : seam.start()]) and _long_enough(text[seam.end() : sentence.end]):
            cuts.append(seam.end())
    ends = [*cuts[1:], sentence.end]
    return [_trimmed(text, start, end) for start, end in zip(cuts, ends, strict=True)]


def _long_enough(part: str) -> bool:
    return len(part.split(maxsplit=_FEWEST_IN_CLAUSE)) >= _FEWEST_IN_CLAUSE and _closed(part)


def _closed(part: str) -> bool:
    """Whether no quotation or bracket is cut in two."""
    return (
        part.count("“") == part.count("”") and part.count("(") == part.count(")") and part.count('"') % 2 == 0
    )


def _trimmed(text: str, start: int, end: int) -> Span:
    while end > start + 1 and text[end - 1] in " ,;—\n\t":
        end -= 1
    return Span(start, end)


def _asks(text: str, sentence: Sentence) -> bool:
    return sentence.span.words_in(text).rstrip("\"”’' )").endswith("?")


def _only_dates(words: Sequence[Word]) -> bool:
    """Whether names and a date make up the whole: "Herald newsroom, PORT MERROW, May 5, 2031"."""
    return (
        len(words) <= _LONGEST_DATELINE
        and sum(not (word.capital or word.is_number) for word in words) <= 1
        and any(word.lower in CALENDAR_WORDS for word in words)
        and any(word.is_number for word in words)
    )


def _by_sentence(reading: Reading, statements: Sequence[Statement]) -> dict[int, list[Statement]]:
    """The statements whose contents touch each sentence."""
    starts = [sentence.span.start for sentence in reading.sentences]
    touching: dict[int, list[Statement]] = {}
    for statement in statements:
        for span in statement.content:
            first = max(0, bisect_right(starts, span.start) - 1)
            for order in range(first, bisect_left(starts, span.end)):
                known = touching.setdefault(order, [])
                if not known or known[-1] is not statement:
                    known.append(statement)
    return touching


def _statement_over(span: Span, statements: Sequence[Statement]) -> Statement | None:
    """The innermost statement whose content makes up most of the span."""
    best: tuple[int, Statement] | None = None
    for statement in statements:
        shared = sum(max(0, min(span.end, s.end) - max(span.start, s.start)) for s in statement.content)
        if 2 * shared < span.end - span.start:
            continue
        length = sum(s.end - s.start for s in statement.content)
        if best is None or length < best[0]:
            best = (length, statement)
    return best[1] if best else None


def _names_in(readings: Sequence[Reading]) -> frozenset[str]:
    """Stems that are printed with a capital inside some sentence: the names of the story."""
    names: set[str] = set()
    for reading in readings:
        for order, sentence in enumerate(reading.sentences):
            if is_headline(reading, order) or sentence.span.end - sentence.span.start > _LONGEST_SENTENCE:
                continue
            words = words_in(reading.article.text, sentence.span)
            names.update(word.stem for word in words[1:] if word.capital and word.tells)
    return frozenset(names)
