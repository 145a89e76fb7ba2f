"""Quotations have one speaker, over however many sentences and paragraphs they run.

Comes in:   the attributions of an article, its quotations and the scene.
Goes out:   the attributions, those of one quotation with the source and cue that stand beside it.

A paragraph that ends inside a quotation is gone on with by the next one, whether it opens with a mark (as
print does) or with none. The words that introduce such a quotation or close it outside the marks ("…," Mayor
Ann Orlow said) say whose all of it is; only without any does the sentence before it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from tellings.attribute.marks import Covers
from tellings.attribute.phrases import take_phrase_apart
from tellings.attribute.quotes import runs_of
from tellings.attribute.scene import Scene
from tellings.languages.en.sources import FIRST_PERSON
from tellings.records import Attribution, Span

FARTHEST_BACK = 8
"""Attributions before a quotation that are looked at for one whose words reach into it."""


def run_on(told: Sequence[Attribution], quoted: Sequence[Span], scene: Scene) -> list[Attribution]:
    """The attributions, each part of a quotation given the speaker of the whole."""
    held = Covers(tuple(part for each in told for part in each.content))
    found = [_own_words(each, held, scene) for each in told]
    starts = [each.content[0].start for each in found]
    for spans in runs_of(scene.text, quoted):
        run = _Run(spans, scene)
        low = max(0, bisect_left(starts, run.start) - FARTHEST_BACK)
        high = bisect_left(starts, run.end)
        members = [number for number in range(low, high) if _is_part(found[number], run, scene)]
        if len(members) < 2 and not any(_is_inside(found[number], run) for number in members):
            continue
        tags = [number for number in members if _is_beside(found[number], run, scene)]
        named = [number for number in tags if _names(found[number], scene)]
        anchors = named or tags or [n for n in members if _is_near(found[n], run, scene)]
        for number in members if anchors else ():
            if number not in anchors:
                anchor = found[anchors[0]]
                found[number] = replace(found[number], source=anchor.source, cue=anchor.cue)
    return found


class _Run:
    """A quotation: its paragraphs, and the sentences in which they open and close."""

    def __init__(self, spans: Sequence[Span], scene: Scene) -> None:
        self.start, self.end = spans[0].start, spans[-1].end
        self._spans = spans
        self.edges = {scene.sentence_at(place) for span in spans for place in (span.start, span.end - 1)}
        self.paragraphs = {scene.paragraph_at(span.start) for span in spans}

    def overlaps(self, part: Span) -> bool:
        at = bisect_right(self._spans, part.start, key=lambda span: span.end)
        return at < len(self._spans) and self._spans[at].overlaps(part)

    def covers(self, part: Span) -> bool:
        at = bisect_right(self._spans, part.start, key=lambda span: span.end)
        return at < len(self._spans) and self._spans[at].covers(part)


def _own_words(attribution: Attribution, held: Covers, scene: Scene) -> Attribution:
    """ "I think | it will hold" within marks, told by itself: the sentence that the speaker says."""
    source, cue = attribution.source, attribution.cue
    if len(source) != 1 or not cue or source[0].words_in(scene.text).lower() not in FIRST_PERSON:
        return attribution
    around = next((span for span in scene.quotation_at(source[0].start) if span.covers(source[0])), None)
    if around is None or not around.covers(attribution.content[0]) or held.at(cue[0]):
        return attribution
    sentence = scene.reading.sentences[scene.sentence_at(source[0].start)].span
    words = Span(max(sentence.start, around.start), min(sentence.end, around.end))
    content = (words,) if words.covers(attribution.content[-1]) else attribution.content
    return replace(attribution, source=(), cue=(), content=content)


def _is_part(attribution: Attribution, run: _Run, scene: Scene) -> bool:
    """Whether words of the quotation are what is said, not what they report in turn."""
    if not any(run.overlaps(part) for part in attribution.content):
        return False
    return not _is_inside(attribution, run) or not _is_reported(attribution, scene)


def _is_inside(attribution: Attribution, run: _Run) -> bool:
    """Whether the cue stands within the marks."""
    return any(run.covers(cue) for cue in attribution.cue)


def _is_reported(attribution: Attribution, scene: Scene) -> bool:
    """Whether a cue within the marks tells the words: in their own sentence, or in front of inner marks."""
    first, last = attribution.content[0], attribution.content[-1]
    cue = attribution.cue[0]
    if scene.sentence_at(first.start) <= scene.sentence_at(cue.start) <= scene.sentence_at(last.end - 1):
        return True
    between = scene.text[min(cue.end, first.start) : first.start + 1]
    return any(mark in between for mark in (":", "‘", " '")) or scene.text[first.start] in "‘'"


def _is_beside(attribution: Attribution, run: _Run, scene: Scene) -> bool:
    """Whether the cue stands outside the marks, in a sentence where the quotation opens or closes."""
    if not attribution.cue or _is_inside(attribution, run):
        return False
    here = scene.sentence_at(attribution.cue[0].start)
    return here in run.edges or _introduces(here, run, scene)


def _introduces(sentence: int, run: _Run, scene: Scene) -> bool:
    """Whether the sentence right before the quotation ends with a colon."""
    before = scene.text[scene.sentence_start(sentence) : run.start].rstrip()
    return sentence == scene.sentence_at(run.start) - 1 and before.endswith(":")


def _names(attribution: Attribution, scene: Scene) -> bool:
    """Whether the source is more than a pronoun."""
    phrases = [take_phrase_apart(scene.text, span) for span in attribution.source]
    return any(phrase is not None and not phrase.is_pronoun for phrase in phrases)


def _is_near(attribution: Attribution, run: _Run, scene: Scene) -> bool:
    """Whether the cue stands in the sentence before the quotation, or in one of its paragraphs."""
    if not attribution.cue or _is_inside(attribution, run):
        return False
    cue = attribution.cue[0].start
    if scene.sentence_at(cue) == scene.sentence_at(run.start) - 1:
        return True
    return scene.paragraph_at(cue) in run.paragraphs
