"""Attributions as they are told: one a sentence or passage, and quotations that name no speaker.

Comes in:   a reading.
Goes out:   the same reading, where an attribution whose content goes on in another sentence or paragraph
            is several with one source and cue, and where a sentence that stands wholly in quotation marks
            and was attributed to nobody is an attribution without source and cue.

"A," he said, "b." stays one: the speaker only interrupts a sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tellings.attribute.quotes import quoted_spans
from tellings.records import Attribution, Reading, Sentence, Span

_BREAK = re.compile(r"\s*\n\s*")
_ENDS = re.compile(r"""[.!?…]["”’'»)\]]*\s*$""")
_EDGES = " \t\n\"“”„«»‘’'.,!?…-–—"
_MARKS = "\"“”„«»‘’'"
FEWEST_WORDS = 4
"""A quotation of fewer words that nobody is named for may be a title or a term."""


def in_parts(reading: Reading) -> Reading:
    """The reading with its attributions told apart and its loose quotations taken in."""
    text = reading.article.text
    told = [part for attribution in reading.attributions for part in _parts(attribution, text)]
    told += _loose(text, reading.sentences, told)
    told.sort(key=lambda a: (a.content[0], a.cue))
    return replace(reading, attributions=tuple(told))


def _parts(attribution: Attribution, text: str) -> Iterator[Attribution]:
    """One attribution a passage that another sentence or paragraph does not go on."""
    passages: list[list[Span]] = []
    for content in attribution.content:
        for piece in _paragraphs(content, text):
            if passages and _goes_on(passages[-1][-1], piece, text):
                passages[-1].append(piece)
            else:
                passages.append([piece])
    if len(passages) < 2:
        yield attribution
        return
    for passage in passages:
        yield replace(attribution, content=tuple(passage))


def _paragraphs(content: Span, text: str) -> Iterator[Span]:
    start = content.start
    for found in _BREAK.finditer(text, content.start, content.end):
        if found.start() > start:
            yield Span(start, found.start())
        start = found.end()
    if content.end > start:
        yield Span(start, content.end)


def _goes_on(before: Span, after: Span, text: str) -> bool:
    """Whether the second passage stands in the sentence of the first."""
    between = text[before.end : after.start]
    if "\n" in between or _ENDS.search(between.rstrip()):
        return False
    if _ENDS.search(before.words_in(text)) and not between.strip():
        return False
    both_marked = text[before.end - 1] in _MARKS and text[after.start] in _MARKS
    opens = after.words_in(text).lstrip(_EDGES)
    return not (both_marked and opens[:1].isupper() and opens[:2] not in ("I ", "I'", "I’"))


def _loose(text: str, sentences: Sequence[Sentence], told: Sequence[Attribution]) -> Iterator[Attribution]:
    """Sentences wholly in quotation marks that no attribution holds."""
    taken = sorted(part for attribution in told for part in attribution.content)
    starts = [part.start for part in taken]
    for quoted in quoted_spans(text):
        low = bisect_left(sentences, quoted.start, key=lambda s: s.span.end - 1)
        for sentence in sentences[low:]:
            if sentence.span.start >= quoted.end:
                break
            span = Span(max(sentence.span.start, quoted.start), min(sentence.span.end, quoted.end))
            if _is_whole(text, sentence.span, span) and not _is_taken(span, taken, starts):
                yield Attribution(source=(), cue=(), content=(span,), form="direct")


def _is_whole(text: str, sentence: Span, span: Span) -> bool:
    """Whether the sentence holds nothing but the quotation, and enough of it."""
    around = text[sentence.start : span.start] + text[span.end : sentence.end]
    return not around.strip(_EDGES) and len(span.words_in(text).split()) >= FEWEST_WORDS


def _is_taken(span: Span, taken: Sequence[Span], starts: Sequence[int]) -> bool:
    at = bisect_left(starts, span.end)
    return any(span.overlaps(part) for part in taken[max(0, at - 4) : at])
