"""Entity tags become named things in characters.

Comes in:   a text, its pieces and the network's entity tags.
Goes out:   `Entity` records in order of place, none over another.

The tags are mended where print says that they cannot be right: an abbreviation with stops is one word, a
name neither begins with "and" nor ends with "of", and what stands together as one name elsewhere in the
text, or is a name only together ("Republican" and "Party"), is one here too.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

from tellings.read.labels import ENTITY_TYPES
from tellings.read.spans import tagged_spans
from tellings.records import Entity, EntityType, Span

if TYPE_CHECKING:
    from tellings.read.model import Outputs
    from tellings.read.pieces import Pieces

_SHORTENED = re.compile(r"(?<![\w.])(?:[A-Za-z]\.){2,12}(?:[A-Za-z]\b)?")
_NO_NAMES: frozenset[EntityType] = frozenset(("date", "quantity"))
_NEVER_FIRST = frozenset(("and", "at", "by", "for", "in", "of", "on", "or", "to", "with"))
_NEVER_LAST = _NEVER_FIRST | {"a", "an", "the"}
_ONE_TOGETHER: frozenset[tuple[EntityType, EntityType]] = frozenset(
    (("nationality", "organisation"), ("organisation", "place"), ("place", "organisation"))
)
"""Types of two capitalised parts side by side that make one name of the second's type."""


def find_entities(text: str, pieces: Pieces, outputs: Outputs) -> tuple[Entity, ...]:
    """Every named thing of a text, with its type."""
    tagged = [
        Entity(span=Span(int(pieces.starts[a]), int(pieces.ends[b - 1])), type=ENTITY_TYPES[kind])
        for a, b, kind in tagged_spans(outputs.entity, pieces.first)
    ]
    spelled = [_trimmed(each, text) for each in _with_whole_abbreviations(tagged, text)]
    return tuple(_joined([each for each in spelled if any(map(str.isalnum, each.span.words_in(text)))], text))


def _with_whole_abbreviations(entities: Iterable[Entity], text: str) -> list[Entity]:
    """Names that hold a part of "U.N." hold all of it; two that hold parts of one are one."""
    places = [Span(*found.span()) for found in _SHORTENED.finditer(text)]
    starts = [place.start for place in places]
    whole: list[Entity] = []
    for entity in entities:
        start, end = entity.span
        if entity.type not in _NO_NAMES and places:
            first, last = (places[max(bisect_right(starts, at) - 1, 0)] for at in (start, end - 1))
            start = min(start, first.start) if first.overlaps(entity.span) else start
            end = max(end, last.end) if last.overlaps(entity.span) else end
        if whole and start < whole[-1].span.end:
            before = whole.pop()
            whole.append(Entity(span=Span(before.span.start, max(end, before.span.end)), type=before.type))
        else:
            whole.append(Entity(span=Span(start, end), type=entity.type))
    return whole


def _trimmed(entity: Entity, text: str) -> Entity:
    """A name without the small words at its ends that belong to none."""
    if entity.type in _NO_NAMES:
        return entity
    start, end = entity.span
    words = [(start + found.start(), start + found.end()) for found in re.finditer(r"\S+", text[start:end])]
    while len(words) > 1 and text[slice(*words[0])] in _NEVER_FIRST:
        del words[0]
    while len(words) > 1 and text[slice(*words[-1])] in _NEVER_LAST:
        words.pop()
    return Entity(span=Span(words[0][0], words[-1][1]), type=entity.type)


def _joined(entities: list[Entity], text: str) -> list[Entity]:
    """The entities, with the parts of one name put together."""
    types: defaultdict[str, Counter[EntityType]] = defaultdict(Counter)
    for entity in entities:
        if entity.type not in _NO_NAMES:
            types[entity.span.words_in(text)][entity.type] += 1
    joined: list[Entity] = []
    for entity in entities:
        one = _as_one(joined[-1], entity, text, types) if joined else None
        if one:
            joined[-1] = one
        else:
            joined.append(entity)
    return joined


def _as_one(
    first: Entity, second: Entity, text: str, types: defaultdict[str, Counter[EntityType]]
) -> Entity | None:
    """Two entities as one name, or None if they are two."""
    if first.type in _NO_NAMES or second.type in _NO_NAMES:
        return None
    between, span = text[first.span.end : second.span.start], Span(first.span.start, second.span.end)
    elsewhere = types.get(span.words_in(text)) if between in (" ", "-") else None
    if elsewhere:
        return Entity(span=span, type=elsewhere.most_common(1)[0][0])
    capitals = text[first.span.start].isupper() and text[second.span.start].isupper()
    together = first.type == second.type or (first.type, second.type) in _ONE_TOGETHER
    return Entity(span=span, type=second.type) if between == " " and capitals and together else None
