"""A quotation that was paired with a cue too far away goes to the cue beside it.

Comes in:   the attributions of an article, each with the content of one statement.
Goes out:   the same contents, each with the source and cue that stand beside it.

A cue in the content's own sentence is right. Otherwise a cue in the sentence right before, or one in the same
paragraph, says whose words they are better than a cue in another paragraph does.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from tellings.attribute.marks import Covers
from tellings.attribute.scene import Scene
from tellings.records import Attribution, Span

BEFORE, BEHIND, MOST_CUES = 3, 600, 24
"""Sentences before, and characters behind, a content in which cues are looked for, and how many at most."""


def attached(paired: Sequence[Attribution], scene: Scene) -> list[Attribution]:
    """The attributions, those whose content stands far from its cue given the source and cue beside it."""
    held = Covers(tuple(part for each in paired for part in each.content))
    free = ((each.cue[0], number) for number, each in enumerate(paired) if each.cue)
    cues = sorted((cue, number) for cue, number in free if not held.at(cue))
    return [each if _is_beside(each, scene) else _given(each, cues, paired, scene) for each in paired]


def _is_beside(attribution: Attribution, scene: Scene) -> bool:
    """Whether the cue (or the source, where there is no cue) stands in a sentence of the content."""
    anchor = attribution.cue or attribution.source
    if not anchor:
        return True
    first, last = _sentences(attribution.content, scene)
    return first <= scene.sentence_at(anchor[0].start) <= last


def _sentences(content: tuple[Span, ...], scene: Scene) -> tuple[int, int]:
    return scene.sentence_at(content[0].start), scene.sentence_at(content[-1].end - 1)


def _given(
    attribution: Attribution, cues: Sequence[tuple[Span, int]], paired: Sequence[Attribution], scene: Scene
) -> Attribution:
    """The content with the nearest cue; its own where none is nearer."""
    content = attribution.content
    start = scene.sentence_start(scene.sentence_at(content[0].start) - BEFORE)
    low = bisect_left(cues, (Span(start, start), 0))
    best = attribution
    nearest = _distance((attribution.cue or attribution.source)[0], content, scene)
    for cue, number in cues[low : low + MOST_CUES]:
        if cue.start > content[-1].end + BEHIND:
            break
        if not any(part.overlaps(cue) for part in content):
            distance = _distance(cue, content, scene)
            if distance < nearest:
                best, nearest = paired[number], distance
    return replace(best, content=content, form=attribution.form)


def _distance(cue: Span, content: tuple[Span, ...], scene: Scene) -> tuple[int, int]:
    """How far a cue stands: in the same sentence, the same paragraph, or as many paragraphs away."""
    first, last = _sentences(content, scene)
    sentence = scene.sentence_at(cue.start)
    if first <= sentence <= last:
        return 0, 0
    paragraphs = abs(scene.paragraph_at(cue.start) - scene.paragraph_at(content[0].start))
    away = first - sentence if sentence < first else sentence - last
    return 1 + paragraphs, away if sentence < first else away + 1
