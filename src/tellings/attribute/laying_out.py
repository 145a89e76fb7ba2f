"""The attributions of an article, laid out statement by statement.

Comes in:   a reading and the article's boilerplate.
Goes out:   the reading with one attribution for each statement that the article tells, in order of place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tellings.attribute.attaching import attached
from tellings.attribute.beside import with_source_beside
from tellings.attribute.nested import quoted_within
from tellings.attribute.parts import in_parts
from tellings.attribute.scene import Scene, begin_of
from tellings.attribute.transcripts import with_turns
from tellings.records import Reading, Span

BOILERPLATE_SHARE = 0.5
"""A content that lies in boilerplate by more than this is not told by the article."""


def laid_out(reading: Reading, boilerplate: Sequence[Span]) -> Reading:
    """The reading with its statements told apart, and without those that are not the article's."""
    told = [each for each in in_parts(reading).attributions if not _is_boilerplate(each.content, boilerplate)]
    scene = Scene(reading)
    beside = [with_source_beside(each, scene) for each in attached(told, scene)]
    beside += quoted_within(reading.article.text, beside)
    turns = with_turns(replace(reading, attributions=tuple(beside))).attributions
    kept = [each for each in turns if not _is_boilerplate(each.content, boilerplate)]
    return replace(reading, attributions=tuple(sorted(kept, key=lambda each: (begin_of(each), each.content))))


def _is_boilerplate(content: Sequence[Span], boilerplate: Sequence[Span]) -> bool:
    total = sum(part.end - part.start for part in content)
    inside = sum(
        max(0, min(part.end, gone.end) - max(part.start, gone.start))
        for part in content
        for gone in boilerplate
    )
    return inside > BOILERPLATE_SHARE * total
