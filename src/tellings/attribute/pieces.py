"""A long report of speech as statements of a sentence's reach.

Comes in:   the content of an attribution, and the scene.
Goes out:   contents, each the content of a statement of its own.

A quotation that its speaker interrupts within a sentence is one statement; what follows in another sentence
behind the cue, or in another paragraph, is the next one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tellings.attribute.scene import Scene
from tellings.languages.en.function_words import FUNCTION_WORDS
from tellings.records import Span

_BREAK = re.compile(r"\s*\n\s*")
_WORD = re.compile(r"\w+")
_PLAIN = frozenset(FUNCTION_WORDS)


def contents_in(content: tuple[Span, ...], scene: Scene) -> list[tuple[Span, ...]]:
    """The contents of the statements that an attribution makes, in order of place."""
    parts = [piece for part in content for piece in _by_paragraph(part, scene.text)]
    telling = [part for part in parts if _tells(part.words_in(scene.text))]
    found: list[list[Span]] = []
    for part in telling or parts:
        if found and _goes_on(found[-1][-1], part, scene):
            found[-1].append(part)
        else:
            found.append([part])
    return [tuple(spans) for spans in found]


def _by_paragraph(part: Span, text: str) -> Iterator[Span]:
    start = part.start
    for gap in _BREAK.finditer(text, part.start, part.end):
        if gap.start() > start:
            yield Span(start, gap.start())
        start = gap.end()
    if start < part.end:
        yield Span(start, part.end)


def _tells(words: str) -> bool:
    """Whether a part holds more than marks and one word of grammar."""
    found = _WORD.findall(words.lower())
    return len(found) > 1 or bool(found and found[0] not in _PLAIN)


def _goes_on(before: Span, part: Span, scene: Scene) -> bool:
    return scene.sentence_at(before.end - 1) == scene.sentence_at(part.start)
