"""The words of a telling, laid out for comparing.

Comes in:   statements of one article that report one utterance, and the article's text.
Goes out:   their words in order: which stand in square brackets, which begin a sentence, and what parts each
            from the word before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from tellings.attribute.contents import LONGEST
from tellings.attribute.spelled import spelled
from tellings.attribute.words import Word, fold, words_of
from tellings.languages.en.abbreviations import BEFORE_A_NAME
from tellings.records import Span, Statement

_ELLIPSIS = re.compile(r"…|\.\s?\.\s?\.|\*\s?\*\s?\*")
_TITLES = frozenset(BEFORE_A_NAME)
_AS_WORDS = frozenset("%&")
_REACH_OF_BRACKET = 3

Gap = Literal["none", "ellipsis", "break"]
"""What parts a word from the one before it: nothing, an ellipsis, or the end of a quotation."""


class ToldWord(NamedTuple):
    """A word of a telling. `key` is the form it is compared in; a bracketed word equals none."""

    word: Word
    key: str
    statement: Statement
    bracketed: bool
    begins: bool
    """Whether it begins a sentence."""
    gap: Gap


def told_words(statements: Sequence[Statement], text: str) -> list[ToldWord]:
    """The words of an article's statements in order of place, each place once."""
    parts = sorted((part, s.id, s) for s in statements for part in s.content)
    found: list[ToldWord] = []
    reached = -1
    for part, _, statement in parts:
        for first, word, bracketed in _in_part(words_of(text, part)):
            if word.start >= reached and len(found) < LONGEST:
                found.append(_told(word, statement, bracketed, found[-1:], text, first=first))
                reached = word.end
    return found


def of_pieces(pieces: Iterable[Span], statement: Statement, text: str) -> list[ToldWord]:
    """The words of pieces of one statement."""
    found: list[ToldWord] = []
    for piece in pieces:
        for first, word, bracketed in _in_part(words_of(text, piece)):
            found.append(_told(word, statement, bracketed, found[-1:], text, first=first))
    return found


def _in_part(words: Sequence[Word]) -> Iterator[tuple[bool, Word, bool]]:
    """The words of a part without marks: whether it is the first, the word, whether it is bracketed."""
    bracketed, first, at = False, True, 0
    while at < len(words):
        word = words[at]
        if word.text in "[]":
            bracketed = word.text == "["
            mended = _mended(words[at : at + 4])
            if mended is not None:
                yield first, mended, False
                bracketed, first, at = False, False, at + 3
        elif word.is_word or word.text in _AS_WORDS:
            yield first, word, bracketed
            first = False
        at += 1


def _mended(words: Sequence[Word]) -> Word | None:
    """ "[T]he" and "want[ed]" hold a word of which letters were changed: the first is "The"."""
    if len(words) < 4 or [words[0].text, words[2].text] != ["[", "]"]:
        return None
    _, letters, close, rest = words
    if len(letters.text) > 1 or not letters.is_word or not rest.is_word or close.end != rest.start:
        return None
    text = letters.text + rest.text
    return Word(text, fold(text), words[0].start, rest.end)


def _told(
    word: Word, statement: Statement, bracketed: bool, before: Sequence[ToldWord], text: str, *, first: bool
) -> ToldWord:
    gap: Gap = "none"
    begins = first and word.text.lstrip("[")[0].isupper()
    if before:
        between = text[before[0].word.end : word.start]
        gap = "ellipsis" if _ELLIPSIS.search(between) else "break" if first else "none"
        ended = any(mark in between for mark in ".!?") and before[0].word.low not in _TITLES
        begins = begins or (ended and gap == "none") or (ended and word.text[0].isupper())
    key = f"[{word.low}" if bracketed else spelled(word.low)
    return ToldWord(word, key, statement, bracketed, begins, gap)


def hull(words: Sequence[ToldWord], start: int, end: int, text: str) -> Span:
    """From the first to the last of words `[start, end)`, with the brackets around bracketed ones."""
    span = Span(words[start].word.start, words[end - 1].word.end)
    opened = text.rfind("[", max(0, span.start - _REACH_OF_BRACKET), span.start)
    closed = text.find("]", span.end, span.end + _REACH_OF_BRACKET)
    return Span(
        opened if words[start].bracketed and opened >= 0 else span.start,
        closed + 1 if words[end - 1].bracketed and closed >= 0 else span.end,
    )


def is_ellipsis_behind(word: ToldWord, text: str) -> bool:
    """Whether an ellipsis follows a word, before any other word."""
    behind = text[word.word.end : word.word.end + 8]
    match = _ELLIPSIS.search(behind)
    return match is not None and not any(c.isalnum() for c in behind[: match.start()])
