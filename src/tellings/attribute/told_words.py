"""The words of a telling, laid out for comparing.

Comes in:   statements of one article that report one utterance, and the article's text.
Goes out:   their words in order, with what stands in square brackets marked, and alignments of two tellings.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from tellings.attribute.words import Word, words_of
from tellings.records import Span, Statement

LONGEST = 1500
"""Words of a telling that are compared; nobody is quoted at greater length."""
_REACH_OF_BRACKET = 3

OpCode = tuple[str, int, int, int, int]


class ToldWord(NamedTuple):
    """A word of a telling, the statement it belongs to, and whether it stands in square brackets."""

    word: Word
    statement: Statement
    bracketed: bool


def told_words(statements: Sequence[Statement], text: str) -> list[ToldWord]:
    """The words of an article's statements in order of place, each place once."""
    found: list[ToldWord] = []
    reached = -1
    for statement in sorted(statements, key=lambda s: s.content[0]):
        bracketed = False
        for part in statement.content:
            for word in words_of(text, part):
                if word.text in "[]":
                    bracketed = word.text == "["
                elif word.is_word and word.start >= reached and len(found) < LONGEST:
                    found.append(ToldWord(word, statement, bracketed))
                    reached = word.end
    return found


def aligned(one: Sequence[ToldWord], other: Sequence[ToldWord]) -> tuple[list[OpCode], int]:
    """How to get from `other` to `one` word by word, and how many words they share."""
    matcher = SequenceMatcher(None, [w.word.low for w in one], [w.word.low for w in other], autojunk=False)
    common = sum(block.size for block in matcher.get_matching_blocks())
    return list(matcher.get_opcodes()), common


def hull(words: Sequence[ToldWord], first: int, last: int) -> Span:
    """From the first to the last of some words."""
    return Span(words[first].word.start, words[last].word.end)


def bracketed_runs(
    here: Sequence[ToldWord], there: Sequence[ToldWord], text: str
) -> Iterator[tuple[Statement, Span, Span]]:
    """Bracketed words that `there` lacks: their statement, their place with the brackets, the place there."""
    spoken = [w.word.low for w in there]
    at = 0
    while at < len(here):
        if not here[at].bracketed:
            at += 1
            continue
        last = at
        while last + 1 < len(here) and here[last + 1].bracketed:
            last += 1
        words = [w.word.low for w in here[at : last + 1]]
        if not any(spoken[n : n + len(words)] == words for n in range(len(spoken))):
            yield (
                here[at].statement,
                _with_brackets(hull(here, at, last), text),
                _beside(here, at, last, there),
            )
        at = last + 1


def _with_brackets(span: Span, text: str) -> Span:
    opened = text.rfind("[", max(0, span.start - _REACH_OF_BRACKET), span.start)
    closed = text.find("]", span.end, span.end + _REACH_OF_BRACKET)
    return Span(opened if opened >= 0 else span.start, closed + 1 if closed >= 0 else span.end)


def _beside(here: Sequence[ToldWord], first: int, last: int, there: Sequence[ToldWord]) -> Span:
    """Where in the other telling the word right behind (or before) an insertion stands."""
    for beside in (last + 1, first - 1):
        if 0 <= beside < len(here):
            for told in there:
                if told.word.low == here[beside].word.low:
                    return told.word.span
    return there[0].word.span
