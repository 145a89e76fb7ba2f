"""The attributions of an article, laid out statement by statement.

Comes in:   a reading and the article's boilerplate.
Goes out:   the reading with one attribution for each statement that the article tells, in order of place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tellings.attribute.attaching import attached
from tellings.attribute.pieces import contents_in
from tellings.attribute.scene import Scene, begin_of
from tellings.records import Reading, Span

BOILERPLATE_SHARE = 0.5
"""A content that lies in boilerplate by more than this is not told by the article."""


def laid_out(reading: Reading, boilerplate: Sequence[Span]) -> Reading:
    """The reading with its statements told apart, and without those that are not the article's."""
    scene = Scene(reading)
    pieces = [
        replace(attribution, content=content)
        for attribution in reading.attributions
        for content in contents_in(attribution.content, scene)
        if not _is_boilerplate(content, boilerplate)
    ]
    told = sorted(attached(pieces, scene), key=lambda each: (begin_of(each), each.content))
    return replace(reading, attributions=tuple(told))


def _is_boilerplate(content: Sequence[Span], boilerplate: Sequence[Span]) -> bool:
    total = sum(part.end - part.start for part in content)
    inside = sum(
        max(0, min(part.end, gone.end) - max(part.start, gone.start))
        for part in content
        for gone in boilerplate
    )
    return inside > BOILERPLATE_SHARE * total
