"""A headline's verb that was taken for a part of its source: "Orlow brands | harbour | plan 'a disgrace'".

Comes in:   the attributions of an article, its headline and the scene.
Goes out:   the attributions, the headline's with the words before the verb as the source, the verb as the cue
            and what follows it as the content; without one that nobody makes ("Storm spurs | calls for").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tellings.attribute.scene import Scene
from tellings.attribute.verbs import is_verbal, reports
from tellings.attribute.words import words_of
from tellings.languages.en.cues import DRAWING_VERBS
from tellings.records import Attribution, Span

_DRAWING = frozenset(DRAWING_VERBS)


def with_headline_verb(told: Sequence[Attribution], headline: Span, scene: Scene) -> Iterator[Attribution]:
    """The attributions, those of the headline with their own verb."""
    for each in told:
        source = each.source[0] if each.source and headline.covers(each.source[0]) else None
        words = words_of(scene.text, source) if source is not None else []
        if not words or not each.cue or each.cue[0].start < words[-1].end:
            yield each
        elif words[-1].low in _DRAWING and len(words) > 1:
            continue
        elif is_verbal(words[-1:]) and not reports(w for cue in each.cue for w in words_of(scene.text, cue)):
            subject = Span(headline.start, words[-1].start - 1)
            content = Span(words[-1].end + 1, max(headline.end, each.content[-1].end))
            if subject.start < subject.end and headline.covers(content):
                yield replace(each, source=(subject,), cue=(words[-1].span,), content=(content,))
        else:
            yield each
