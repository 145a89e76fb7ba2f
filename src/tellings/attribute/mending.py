"""Roles of an attribution that were marked in pieces are made whole.

Comes in:   an attribution with the content of one statement, and the scene.
Goes out:   the same with whole words only, and with one content where a few unmarked words broke it up.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from tellings.attribute.scene import Scene
from tellings.attribute.words import words_of
from tellings.languages.en.cues import STATING_VERBS, TELLING_VERBS
from tellings.languages.en.openers import SUBJECTS
from tellings.records import Attribution, Span

_TELLING, _STATING = frozenset(TELLING_VERBS), frozenset(STATING_VERBS)
_HEARERS = frozenset(("her", "him", "me", "them", "us"))
_SUBJECTS = frozenset(SUBJECTS)
_ARTICLES = frozenset(("a", "an", "the"))
_MARKS = "\"“”„«»‘’'"
WIDEST_GAP = 8
"""Words between two pieces of a content that belong to it where no source or cue stands among them."""


def mended(attribution: Attribution, quoted: Sequence[Span], scene: Scene) -> Attribution:
    """The attribution with whole words, its content without holes, a quotation told in part told wholly."""
    text = scene.text
    source, cue = _whole(attribution.source, text), _whole(attribution.cue, text)
    content = _whole(tuple(_quotation(part, cue, quoted, scene) for part in attribution.content), text)
    content = _without_stray_articles(content, text)
    content = (_behind_frame(content[0], text), *content[1:])
    content = tuple(
        _before_next_mark(part, text) for part in (_from_hearer(content[0], cue, scene), *content[1:])
    )
    around = [gap for gap in itertools.pairwise(content) if _among(cue, *gap)]
    if not around:
        # a speaker who interrupts brings a verb of saying along
        source = tuple(span for span in source if not any(_among((span,), *p) for p in _pairs(content)))
    return replace(attribution, source=source, cue=cue, content=_filled(content, (*source, *cue), scene))


def _without_stray_articles(content: tuple[Span, ...], text: str) -> tuple[Span, ...]:
    """The pieces of a content but for an article by itself: the "a" of "…, said a passenger"."""
    kept = tuple(part for part in content if part.words_in(text).strip(" ,").lower() not in _ARTICLES)
    return kept or content


def _behind_frame(part: Span, text: str) -> Span:
    """What is told behind "that said" in "issued a statement that said the pier was safe"."""
    words = words_of(text, part)[:3]
    framed = len(words) == 3 and words[0].low in ("that", "which") and words[1].low in _STATING
    return Span(words[2].start, part.end) if framed and words[2].is_word else part


def _before_next_mark(part: Span, text: str) -> Span:
    """A content without the mark behind it that opens the next quotation."""
    words = part.words_in(text)
    opens = len(words) > 2 and words[-1] in '"“„' and words[-2] == " "
    return Span(part.start, part.start + len(words[:-1].rstrip())) if opens else part


def _from_hearer(part: Span, cue: tuple[Span, ...], scene: Scene) -> Span:
    """A content that begins with whom it was told to: without him, or with who tells him.

    "The mayor told | him they would pay": they would pay. "She said both ministers told | him they would
    pay", with "said" as the cue: both ministers told him they would pay.
    """
    sentence = Span(scene.sentence_start(scene.sentence_at(part.start)), part.end)
    words = words_of(scene.text, sentence)
    at = next((n for n, word in enumerate(words) if word.start >= part.start), 0)
    if not at or len(words) < at + 2 or words[at].low not in _HEARERS or words[at - 1].low not in _TELLING:
        return part
    if any(span.overlaps(words[at - 1].span) for span in cue):
        return Span(words[at + 1].start, part.end) if words[at + 1].low in _SUBJECTS else part
    behind = [word for word in words[:at] if cue and sentence.covers(cue[-1]) and word.start >= cue[-1].end]
    return Span(behind[0].start, part.end) if len(behind) > 1 and behind[0].is_word else part


def is_own_cue(attribution: Attribution, quoted: Sequence[Span]) -> bool:
    """Whether the cue stands outside of the marks of what is said: inside them it is another's speech.

    “Both ministers said never, and they meant it,” with the first "said" marked as the cue of the whole.
    """
    if attribution.cue and not attribution.source:
        said, cue = attribution.content[0], attribution.cue[0]
        if any(span.start == said.start and span.covers(cue) for span in quoted):
            return False
    if len(attribution.content) < 2 or not attribution.cue:
        return True
    whole = Span(attribution.content[0].start, attribution.content[-1].end)
    cue = attribution.cue[0]
    return not (
        whole.covers(cue)
        and any(
            span.covers(cue)
            and span.overlaps(attribution.content[0])
            and span.overlaps(attribution.content[-1])
            for span in quoted
        )
    )


def _quotation(part: Span, cue: tuple[Span, ...], quoted: Sequence[Span], scene: Scene) -> Span:
    """A part of a quotation as far as its sentence goes, where the cue stands outside the marks."""
    at = bisect_left(quoted, part.start, key=lambda span: span.end - 1)
    if not cue or at >= len(quoted) or not quoted[at].overlaps(part):
        return part
    around = quoted[at]
    if any(around.overlaps(span) for span in cue) or not scene.reading.sentences:
        return part
    sentence = scene.reading.sentences[scene.sentence_at(part.start)].span
    start, end = max(around.start, sentence.start), min(around.end, sentence.end)
    if part.start >= end or part.end <= start:
        return part
    return Span(min(part.start, start), max(part.end, end))


def _pairs(spans: tuple[Span, ...]) -> list[tuple[Span, Span]]:
    return list(itertools.pairwise(spans))


def _whole(spans: tuple[Span, ...], text: str) -> tuple[Span, ...]:
    """Spans that begin and end with whole words; those that come to overlap are one."""
    found: list[Span] = []
    for span in spans:
        start, end = span
        while start > 0 and _within_word(text, start):
            start -= 1
        while end < len(text) and (
            _is_in_figure(text, end) or (text[end - 1].isalnum() and _goes_on(text, end))
        ):
            end += 1
        if found and start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(end, found[-1].end))
        else:
            found.append(Span(start, end))
    return tuple(found)


def _within_word(text: str, at: int) -> bool:
    """Whether a word has begun before `at`: in its middle, or at the s of a possessive."""
    if text[at - 1] in "'’" and text[at : at + 2].strip(" ") in ("s", "s ") and at > 1:
        return text[at - 2].isalnum()
    return (text[at].isalnum() or text[at] in "'’") and text[at - 1].isalnum()


def _is_in_figure(text: str, at: int) -> bool:
    """Whether a figure goes on there, at its point or behind it: "$2" and "$2." of "$2.3"."""
    if text[at] in ".,":
        return text[at - 1].isdigit() and text[at + 1 : at + 2].isdigit()
    return text[at - 1] in ".," and text[at].isdigit() and at > 1 and text[at - 2].isdigit()


def _goes_on(text: str, end: int) -> bool:
    """Whether the word before `end` goes on there: a letter, or an apostrophe or hyphen within the word."""
    return text[end].isalnum()


def _among(spans: tuple[Span, ...], before: Span, after: Span) -> bool:
    return any(before.end <= span.start and span.end <= after.start for span in spans)


def _filled(content: tuple[Span, ...], roles: tuple[Span, ...], scene: Scene) -> tuple[Span, ...]:
    found: list[Span] = []
    for piece in content:
        if found and _is_hole(found[-1], piece, roles, scene):
            found[-1] = Span(found[-1].start, piece.end)
        else:
            found.append(piece)
    return tuple(found)


def _is_hole(before: Span, after: Span, roles: tuple[Span, ...], scene: Scene) -> bool:
    """Whether a few words of one sentence lie between two pieces, none of them the source or the cue."""
    if _among(roles, before, after) or scene.sentence_at(before.end - 1) != scene.sentence_at(after.start):
        return False
    if scene.text[before.end - 1] in _MARKS and scene.text[after.start] in _MARKS:
        return False
    between = scene.text[before.end : after.start]
    return "\n" not in between and len(between.split()) <= WIDEST_GAP
