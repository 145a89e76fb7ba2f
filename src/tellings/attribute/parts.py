"""Attributions as they are told: one a sentence or passage.

Comes in:   a reading.
Goes out:   its attributions, where one whose content goes on in another sentence or paragraph is several
            with one source and cue. Words without marks in another paragraph than their cue are the outlet's
            own, a caption's or a headline's, unless a colon leads to them or they are a whole line below the
            headline that holds the cue.

"A," he said, "b." stays one: the speaker only interrupts a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tellings.attribute.scene import Scene
from tellings.records import Attribution, Reading, Span

_BREAK = re.compile(r"""\s*\n\s*|(?<=[.!?…]["”])\s+(?=["“„]\w)|(?<=[.!?…])\s+(?=["“„]\w)""")
"""The end of a paragraph, or a place where a mark opens anew behind a sentence: "We saw it. “It sank.”" """
_ENDS = re.compile(r"""[.!?…]["”’'»)\]]*\s*$""")
_EDGES = " \t\n\"“”„«»‘’'.,!?…-–—"
_DOUBLE_MARKS = '"“”„«»'
_MARKS = "\"“”„«»‘’'"


def in_parts(reading: Reading) -> list[Attribution]:
    """The reading's attributions told apart, in order of place."""
    scene = Scene(reading)
    told = [part for attribution in reading.attributions for part in _parts(attribution, scene)]
    told = [part for part in told if not _is_of_another_paragraph(part, scene)]
    return sorted(told, key=lambda a: (a.content[0], a.cue))


def _parts(attribution: Attribution, scene: Scene) -> Iterator[Attribution]:
    """One attribution a passage that another sentence or paragraph does not go on."""
    passages: list[list[Span]] = []
    for content in attribution.content:
        for piece in _paragraphs(content, scene.text):
            if passages and _goes_on(passages[-1][-1], piece, scene):
                passages[-1].append(piece)
            else:
                passages.append([piece])
    if len(passages) < 2:
        yield attribution
        return
    for passage in passages:
        yield replace(attribution, content=tuple(passage))


def _is_of_another_paragraph(part: Attribution, scene: Scene) -> bool:
    """Whether unmarked words stand in another paragraph than the cue, with no colon that leads to them."""
    if not part.cue:
        return False
    first, cue = part.content[0], part.cue[0]
    before, behind = sorted((first, cue))
    line, breaks, _ = scene.text[before.start : behind.start].partition("\n")
    if not breaks or line.rstrip().endswith(":"):
        return False
    if scene.paragraph_at(cue.start) == 0 and _is_line(part.content, scene.text):
        return False
    marked = any(mark in span.words_in(scene.text) for span in part.content for mark in _DOUBLE_MARKS)
    return not (marked or scene.text[first.start] in _MARKS or scene.quotation_at(first.start))


def _is_line(content: Sequence[Span], text: str) -> bool:
    """Whether a content is one line of the text, from its beginning to its end."""
    start, end = text.rfind("\n", 0, content[0].start) + 1, text.find("\n", content[0].start)
    return len(content) == 1 and text[start:end].strip() == content[0].words_in(text).strip()


def _paragraphs(content: Span, text: str) -> Iterator[Span]:
    start = content.start
    for found in _BREAK.finditer(text, content.start, content.end):
        if found.start() > start:
            yield Span(start, found.start())
        start = found.end()
    if content.end > start:
        yield Span(start, content.end)


def _goes_on(before: Span, after: Span, scene: Scene) -> bool:
    """Whether the second passage stands in the sentence of the first."""
    text = scene.text
    if scene.sentence_at(before.start) != scene.sentence_at(after.start):
        return False
    between = text[before.end : after.start]
    if "\n" in between or _ENDS.search(between.rstrip()):
        return False
    if _ENDS.search(before.words_in(text)) and not between.strip():
        return False
    both_marked = text[before.end - 1] in _MARKS and text[after.start] in _MARKS
    opens = after.words_in(text).lstrip(_EDGES)
    return not (both_marked and opens[:1].isupper() and opens[:2] not in ("I ", "I'", "I’"))
