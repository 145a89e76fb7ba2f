"""Titles of programmes, books and songs in quotation marks: said on "Face the Town", in her book "The Quay".

Comes in:   the quotations of a text and the scene; then attributions.
Goes out:   which quotations are titles; the attributions without them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tellings.attribute.scene import Scene
from tellings.attribute.words import Word, words_of
from tellings.languages.en.cues import BEFORE_TITLES
from tellings.languages.en.function_words import FUNCTION_WORDS
from tellings.records import Attribution, Span

LONGEST = 7
"""Words of a title."""
MOST_CHARACTERS = 100
"""A longer quotation is no title."""
REACH = 200
"""Characters on each side of a quotation that are looked at; in a headline all words may have capitals."""
_THAT = re.compile(r",? (?=that\b)")
_BEFORE, _PLAIN = frozenset(BEFORE_TITLES), frozenset(FUNCTION_WORDS)


def titles_among(quoted: Sequence[Span], scene: Scene) -> list[Span]:
    """The quotations that are titles: words with capitals, behind a word that leads to one."""
    return [span for span in quoted if _is_title(span, scene)]


def without_titles(told: Sequence[Attribution], titles: Sequence[Span], text: str) -> Iterator[Attribution]:
    """The attributions, titles cut out of what is told; one that tells nothing else is left out."""
    for each in told:
        content = tuple(part for span in each.content for part in _rest(span, titles, text))
        if content:
            yield replace(each, content=content)


def _rest(part: Span, titles: Sequence[Span], text: str) -> Iterator[Span]:
    """A part of a content without a title: said on "Face the Town" | that she would go."""
    at = bisect_left(titles, part.start + 1, key=lambda title: title.end)
    title = titles[at] if at < len(titles) and titles[at].overlaps(part) else None
    if title is None or part.start < title.start or title.end + 1 < part.end:
        told = _THAT.match(text, title.end) if title is not None and part.start >= title.start else None
        yield Span(told.end(), part.end) if told and told.end() < part.end else part


def _is_title(span: Span, scene: Scene) -> bool:
    if span.end - span.start > MOST_CHARACTERS:
        return False
    words = [word for word in words_of(scene.text, span) if word.is_word]
    if not words or len(words) > LONGEST or not words[0].text[0].isupper():
        return False
    sentence = scene.reading.sentences[scene.sentence_at(span.start)].span
    before = _words(scene, max(sentence.start, span.start - REACH), span.start)
    if not before or not _leads_to_title(before) or not all(_has_capital(word) for word in words):
        return False
    around = [*before, *_words(scene, span.end, min(sentence.end, span.end + REACH))]
    return any(word.text.islower() and word.low not in _PLAIN for word in around)


def _leads_to_title(before: Sequence[Word]) -> bool:
    """ "In her book", "on the Gull's", "on Gull News'": whether a title follows such words."""
    possessive = before[-1].text in ("'", "’") and len(before) > 1 and before[-2].low.endswith("s")
    return possessive or before[-1].low in _BEFORE


def _words(scene: Scene, start: int, end: int) -> list[Word]:
    return words_of(scene.text, Span(start, end)) if end > start else []


def _has_capital(word: Word) -> bool:
    return word.text[0].isupper() or word.text[0].isdigit() or word.low in _PLAIN or word.low == "'s"
