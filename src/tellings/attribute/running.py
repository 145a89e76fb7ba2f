"""Quotations that run over paragraphs have one speaker.

Comes in:   the attributions of an article, its quotations and the scene.
Goes out:   the attributions, those of one running quotation with the source and cue that stand beside it.

A paragraph that ends inside a quotation is gone on with by the next one, whether it opens with a mark (as
print does) or with none: the speaker named beside any of them said it all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tellings.attribute.quotes import is_closed
from tellings.attribute.scene import Scene
from tellings.records import Attribution, Span

LONGEST_CAPTION = 16
"""Words of a line that may stand between two paragraphs of one quotation."""


def run_on(told: Sequence[Attribution], quoted: Sequence[Span], scene: Scene) -> list[Attribution]:
    """The attributions, each part of a running quotation given its speaker."""
    found = list(told)
    at = 0
    for run in _runs(quoted, scene.text):
        members: list[int] = []
        while at < len(found) and found[at].content[0].start < run[0].start:
            at += 1
        for number in range(at, len(found)):
            if found[number].content[0].start >= run[-1].end:
                break
            if _is_part(found[number], run):
                members.append(number)
        beside = [number for number in members if _is_anchored(found[number], run, scene)]
        for number in members if beside else ():
            if number not in beside:
                anchor = found[beside[0]]
                found[number] = replace(found[number], source=anchor.source, cue=anchor.cue)
    return found


def _runs(quoted: Sequence[Span], text: str) -> Iterator[list[Span]]:
    """Quotations of several paragraphs, each as its paragraphs' spans."""
    run: list[Span] = []
    for span in quoted:
        if run and not _goes_on(run[-1], span, text):
            if len(run) > 1:
                yield run
            run = []
        run.append(span)
    if len(run) > 1:
        yield run


def _goes_on(before: Span, span: Span, text: str) -> bool:
    """Whether a quotation left open at the end of its paragraph goes on at the beginning of the next.

    The caption of a picture may stand between: a line that is no sentence.
    """
    if is_closed(text, before):
        return False
    between = text[before.end : span.start]
    lines = [line.strip() for line in between.split("\n") if line.strip()]
    caption = len(lines) == 1 and len(lines[0].split()) <= LONGEST_CAPTION and lines[0][-1] not in ".:!?"
    return "\n" in between and between[:1] == "\n" and between[-1:] == "\n" and (not lines or caption)


def _is_part(attribution: Attribution, run: Sequence[Span]) -> bool:
    """Whether words of the quotation are what is said, not what they report in turn."""
    if any(around.covers(cue) for around in run for cue in attribution.cue):
        return False
    return any(around.overlaps(part) for around in run for part in attribution.content)


def _is_anchored(attribution: Attribution, run: Sequence[Span], scene: Scene) -> bool:
    """Whether the cue stands in the sentence that opens the quotation, or in one of its paragraphs."""
    if not attribution.cue:
        return False
    cue = attribution.cue[0].start
    opening = scene.sentence_at(run[0].start)
    if opening - 1 <= scene.sentence_at(cue) <= opening:
        return True
    return any(scene.paragraph_at(cue) == scene.paragraph_at(span.start) for span in run)
