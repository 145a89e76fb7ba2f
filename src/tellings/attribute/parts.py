"""Attributions as they are told: one a sentence or passage.

Comes in:   a reading.
Goes out:   its attributions, where one whose content goes on in another sentence or paragraph is several
            with one source and cue. Words without marks in another paragraph than their cue are the outlet's
            own, a caption's or a headline's, unless a colon leads to them or they are a whole line below the
            headline that holds the cue.

"A," he said, "b." stays one: the speaker only interrupts a sentence. "He condemned the fee, adding that it
was high" is two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tellings.attribute.scene import Scene
from tellings.attribute.verbs import is_verbal
from tellings.attribute.words import Word, words_of
from tellings.languages.en.cues import ADDING, CLOSING_VERBS, FINITE_HELPERS
from tellings.languages.en.irregular import VERB_OF
from tellings.languages.en.openers import SUBJECTS
from tellings.records import Attribution, Reading, Span

_BREAK = re.compile(r"""\s*\n\s*|(?<=[.!?…]["”])\s+(?=["“„]\w)|(?<=[.!?…])\s+(?=["“„]\w)""")
"""The end of a paragraph, or a place where a mark opens anew behind a sentence: "We saw it. “It sank.”" """
_ADDING = re.compile(rf", (?P<cue>{'|'.join(ADDING)}) (?=(?:that|{'|'.join(SUBJECTS)})\b)")
_BEHIND = re.compile(
    rf", (?P<source>[^,;:.\n“”\"]{{2,80}}?) (?:(?:had|has|have) )?(?P<cue>{'|'.join(CLOSING_VERBS)})\b"
)
_VERBS = frozenset((*FINITE_HELPERS, *VERB_OF))
_ENDS = re.compile(r"""[.!?…]["”’'»)\]]*\s*$""")
_EDGES = " \t\n\"“”„«»‘’'.,!?…-–—"
_DOUBLE_MARKS = '"“”„«»'
_MARKS = "\"“”„«»‘’'"


def in_parts(reading: Reading) -> list[Attribution]:
    """The reading's attributions told apart, in order of place."""
    scene = Scene(reading)
    told = [part for attribution in reading.attributions for part in _parts(attribution, scene)]
    told = [each for part in told for each in _of_its_paragraph(part, scene)]
    told = [each for part in told for each in _with_what_is_added(part, scene.text)]
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


def _with_what_is_added(part: Attribution, text: str) -> Iterator[Attribution]:
    """ "The union condemned | the fee, adding that it was high": also what it added."""
    first = part.content[0]
    found = _ADDING.search(text, first.start, first.end) if len(part.content) == 1 else None
    before = words_of(text, Span(first.start, found.start())) if found else []
    if found is None or not before or any(_is_of_clause(word) for word in before):
        yield part
        return
    yield replace(part, content=(Span(first.start, found.start()),))
    yield replace(part, cue=(Span(*found.span("cue")),), content=(Span(found.end(), first.end),))


def _is_of_clause(word: Word) -> bool:
    """Whether a word is a verb that makes a clause of what stands before "adding", or a mark."""
    told = word.low.endswith("ed") and is_verbal([word])
    return told or word.low in _VERBS or word.text in _MARKS


def _of_its_paragraph(part: Attribution, scene: Scene) -> Iterator[Attribution]:
    """The part, with the source and cue right behind it where its own stand in another paragraph."""
    if not _is_of_another_paragraph(part, scene):
        yield part
    elif found := _BEHIND.match(scene.text, part.content[-1].end):
        yield replace(part, source=(Span(*found.span("source")),), cue=(Span(*found.span("cue")),))


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
