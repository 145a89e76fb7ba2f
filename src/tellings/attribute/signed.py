"""Words that are signed below: quotations with a name behind a dash, and posts.

Comes in:   the attributions of an article, its quotations and the scene.
Goes out:   the attributions, those of signed words with the name as their source and no cue.

“The pier will hold.” — Ilse Torvald, mayor
The pier will hold. — Ilse Torvald (@torvald) March 8, 2024
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tellings.attribute.printed_roles import ROLE_NOUNS
from tellings.attribute.scene import Scene
from tellings.attribute.verbs import is_saying
from tellings.attribute.words import Word, words_of
from tellings.languages.en.cues import FINITE_HELPERS
from tellings.languages.en.sources import FIRST_PERSON
from tellings.records import Attribution, Span

_POST = re.compile(r"(?:[—–]|--?) ?(?P<name>[A-Z][^\n()@—–]{1,60}?) ?\(@\w{1,30}\)")
_DASH = re.compile(
    r"\s{0,4}(?:[—–―]|--?)\s?"
    r"(?P<name>(?:[a-z][\w-]{1,20} ){0,3}[A-Z][^\n.:;!?\"“”„«»]{2,90})[.]?[ \t]*(?=\n|\Z)"
)
_HELPERS = frozenset(FINITE_HELPERS)
LONGEST_NAME = 14
"""Words behind a dash; more are not a name with its title."""


@dataclass(frozen=True, slots=True)
class _Signed:
    words: Span
    name: Span


def with_signed(told: Sequence[Attribution], quoted: Sequence[Span], scene: Scene) -> list[Attribution]:
    """The attributions, signed words with the name that signs them."""
    signed = [*_quotations(quoted, scene.text), *_posts(scene)]
    if not signed:
        return list(told)
    kept = [each for each in told if not any(_is_of(each, one, scene) for one in signed)]
    held = [part for each in kept for part in each.content]
    return [*kept, *(own for one in signed for own in _told(one, held, scene))]


def _quotations(quoted: Sequence[Span], text: str) -> Iterator[_Signed]:
    for span in quoted:
        found = _DASH.match(text, span.end)
        name = Span(*found.span("name")) if found else None
        if name is not None and _is_signature(words_of(text, name)):
            yield _Signed(span, name)


def _is_signature(words: Sequence[Word]) -> bool:
    """Whether words behind a dash are a name, perhaps with a role before it, and no "Ann Orlow said"."""
    if len(words) > LONGEST_NAME or any(is_saying(word) or word.low in _HELPERS for word in words):
        return False
    name = next(at for at, word in enumerate(words) if word.is_name_like)
    return name == 0 or words[name - 1].low in ROLE_NOUNS


def _posts(scene: Scene) -> Iterator[_Signed]:
    for found in _POST.finditer(scene.text):
        words = _line_before(found.start(), scene.text)
        if words is not None:
            yield _Signed(words, Span(*found.span("name")))


def _line_before(end: int, text: str) -> Span | None:
    """The words before a signature: of its own line, else of the line above."""
    for _ in range(2):
        start = text.rfind("\n", 0, end) + 1
        line = text[start:end]
        if line.strip():
            return Span(start + len(line) - len(line.lstrip()), start + len(line.rstrip()))
        end = max(start - 1, 0)
    return None


def _is_of(attribution: Attribution, signed: _Signed, scene: Scene) -> bool:
    """Whether signed words were marked without another's name in their line: by nobody, by "I" and "we"."""
    if not any(part.overlaps(signed.words) for part in attribution.content):
        return False
    line = Span(signed.words.start, signed.name.end)
    source = [span for span in attribution.source if line.covers(span) and not span.overlaps(signed.name)]
    return all(span.words_in(scene.text).lower() in FIRST_PERSON for span in source)


def _told(signed: _Signed, held: Sequence[Span], scene: Scene) -> Iterator[Attribution]:
    """One attribution a sentence of the signed words."""
    for sentence in scene.reading.sentences:
        if sentence.span.end <= signed.words.start:
            continue
        if sentence.span.start >= signed.words.end:
            break
        part = Span(max(sentence.span.start, signed.words.start), min(sentence.span.end, signed.words.end))
        if not any(other.covers(part) for other in held):
            yield Attribution(source=(signed.name,), cue=(), content=(part,), form="direct")
