"""Which outlet or platform a statement came through.

Comes in:   an attribution, the scene, and what is known of the article's provenance.
Goes out:   a name as credited ("told Reuters" -> "Reuters"), or None.
"""

from __future__ import annotations

import re

from tellings.attribute.scene import Scene
from tellings.languages.en.cues import PLATFORMS
from tellings.records import Attribution, Credit, Provenance, Span

_PLATFORM = re.compile(
    r"\b(?:on|via|to|through) (?:his |her |their |its |the )?(?:\w+ )?(" + "|".join(PLATFORMS) + r")\b"
)

_ACCORDING = re.compile(r" according to (?:the |a |an )?(?P<by>[^\n,.;:“”\"()]+)")
LONGEST = 8
"""Words of what stands behind "according to", and between it and what it is said of."""


def came_through(attribution: Attribution, scene: Scene, provenance: Provenance | None) -> str | None:
    """The outlet credited, or the platform named, in the sentence that makes the attribution."""
    anchor = (attribution.cue or attribution.source or attribution.content)[0]
    sentence = _sentence(anchor, scene)
    credit = _credited(attribution, sentence, provenance)
    if credit is not None:
        return credit
    frame = _outside(sentence, attribution, scene.text)
    platform = _PLATFORM.search(frame)
    return platform.group(1) if platform is not None else _passed_on(attribution, sentence, scene.text)


def _passed_on(attribution: Attribution, sentence: Span, text: str) -> str | None:
    """ "Orlow said on Friday, according to the Gull": who stands behind "according to" in the same breath."""
    roles = (*attribution.source, *attribution.cue, *attribution.content)
    start = max((span.end for span in roles if sentence.covers(span)), default=sentence.end)
    found = _ACCORDING.search(text, start, sentence.end) if attribution.cue else None
    if found is None or len(found["by"].split()) > LONGEST:
        return None
    between = text[start : found.start()]
    return found["by"].strip() if len(between.split()) <= LONGEST and "(" not in between else None


def _sentence(anchor: Span, scene: Scene) -> Span:
    if not scene.reading.sentences:
        return Span(0, len(scene.text))
    return scene.reading.sentences[scene.sentence_at(anchor.start)].span


def _credited(attribution: Attribution, sentence: Span, provenance: Provenance | None) -> str | None:
    fitting = [
        credit
        for credit in (provenance.credits if provenance else ())
        if credit.kind in ("wire", "cited-report") and _is_frame(credit, attribution, sentence)
    ]
    return fitting[0].name if fitting else None


def _is_frame(credit: Credit, attribution: Attribution, sentence: Span) -> bool:
    if not sentence.overlaps(credit.span):
        return False
    inside = any(part.covers(credit.span) for part in attribution.content)
    return not inside and not any(credit.span.overlaps(part) for part in attribution.source)


def _outside(sentence: Span, attribution: Attribution, text: str) -> str:
    """The sentence's words outside the content."""
    kept = []
    at = sentence.start
    for part in sorted(attribution.content):
        if part.overlaps(sentence):
            kept.append(text[at : max(at, part.start)])
            at = max(at, part.end)
    kept.append(text[at : sentence.end])
    return " ".join(kept)
