"""The attributions of an article, laid out statement by statement.

Comes in:   a reading and the article's boilerplate.
Goes out:   the reading with one attribution for each statement that the article tells, in order of place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tellings.attribute.attaching import attached
from tellings.attribute.beside import with_source_beside
from tellings.attribute.edges import edged, with_its_verb
from tellings.attribute.headlines import quoted_in_headline, with_headline
from tellings.attribute.links import without_links
from tellings.attribute.listed_points import listed_points
from tellings.attribute.loose import loose_quotations, without_own_clauses
from tellings.attribute.mending import is_own_cue, mended
from tellings.attribute.misplaced import heard_telling, only_names_whom, with_right_source
from tellings.attribute.nested import quoted_within
from tellings.attribute.parts import in_parts
from tellings.attribute.programmes import titles_among, without_titles
from tellings.attribute.quotes import quoted_spans
from tellings.attribute.reactions import with_reactions
from tellings.attribute.relayed import with_relayed
from tellings.attribute.running import run_on
from tellings.attribute.scene import Scene, begin_of
from tellings.attribute.signed import with_signed
from tellings.attribute.transcripts import with_turns
from tellings.attribute.trimming import trimmed
from tellings.attribute.worth import is_of_nobody, is_statement
from tellings.records import Attribution, Reading, Span

_BYLINE = re.compile(r"\s*\n\s*By [A-Z]")
FARTHEST_BYLINE = 400
"""Characters below a headline within which its byline stands."""
BOILERPLATE_SHARE = 0.5
"""A content that lies in boilerplate by more than this is not told by the article."""


def laid_out(reading: Reading, boilerplate: Sequence[Span]) -> Reading:
    """The reading with its statements told apart, and without those that are not the article's."""
    text, scene = reading.article.text, Scene(reading)
    quoted = quoted_spans(text)
    read = [each for each in in_parts(_above_byline(reading)) if is_own_cue(each, quoted)]
    told = [trimmed(edged(mended(each, quoted, scene), scene), scene) for each in read]
    told = [each for each in told if is_statement(each, text, quoted)]
    points = list(listed_points(scene))
    told = in_order([*points, *(each for each in told if not _is_within(each, points))])
    titles = titles_among(quoted, scene)
    told = in_order(without_titles(with_relayed(told, quoted, scene), titles, text))
    loose = list(loose_quotations(told, sorted({*quoted} - {*titles}), scene))
    told = in_order([*without_own_clauses(told, loose, text), *loose])
    told = [each for each in told if not _is_boilerplate(each.content, boilerplate)]
    free = [each for each in told if each not in points]
    running = in_order([*points, *run_on(attached(free, scene), quoted, scene)])
    running = list(told_apart(running, text))
    beside = [with_right_source(with_source_beside(each, scene), scene) for each in running]
    beside = [each for each in beside if not only_names_whom(each, scene)]
    beside = with_headline(with_signed(beside, quoted, scene), scene)
    beside += quoted_in_headline(beside, quoted, scene)
    beside += [trimmed(each, scene) for each in quoted_within(beside, scene)]
    beside += list(heard_telling(beside, scene))
    turns = with_turns(replace(reading, attributions=tuple(beside))).attributions
    kept = [each for each in turns if not _is_boilerplate(each.content, boilerplate)]
    kept = [own for each in with_reactions(kept, scene) if (own := without_links(each, text))]
    kept = [with_its_verb(each, text) for each in kept if not is_of_nobody(each, text)]
    return replace(reading, attributions=tuple(sorted(kept, key=lambda each: (begin_of(each), each.content))))


def _above_byline(reading: Reading) -> Reading:
    """The reading, what a headline's cue tells cut where the byline begins."""
    title = len(reading.article.title or "")
    found = _BYLINE.search(reading.article.text, title, title + FARTHEST_BYLINE)
    end = found.start() if found else -1

    def cut(each: Attribution) -> Attribution:
        if end < 0 or not each.cue or each.cue[-1].end > title or each.content[0].start >= end:
            return each
        return replace(
            each, content=tuple(Span(p.start, min(p.end, end)) for p in each.content if p.start < end)
        )

    return replace(reading, attributions=tuple(cut(each) for each in reading.attributions))


def told_apart(told: Sequence[Attribution], text: str) -> Iterator[Attribution]:
    """The attributions, one that runs into the next part of its own quotation cut where that begins."""
    for each, following in zip(told, [*told[1:], None], strict=bool(told)):
        last = each.content[-1]
        start = following.content[0].start if following is not None else last.end
        own = following is not None and (each.source, each.cue) == (following.source, following.cue)
        ended = text[last.start : start].rstrip().endswith((".", "!", "?"))
        if own and ended and last.start < start < last.end <= (following or each).content[-1].end:
            part = Span(last.start, last.start + len(text[last.start : start].rstrip()))
            yield replace(each, content=(*each.content[:-1], part))
        else:
            yield each


def in_order(told: Iterable[Attribution]) -> list[Attribution]:
    """Attributions in order of place, each content once."""
    kept: dict[tuple[Span, ...], Attribution] = {}
    for each in sorted(told, key=lambda each: (each.content[0], each.cue)):
        kept.setdefault(each.content, each)
    return list(kept.values())


def _is_within(attribution: Attribution, points: Sequence[Attribution]) -> bool:
    """Whether an attribution is what a point of a list tells, with a cue outside of the list."""
    inside = any(point.content[0].overlaps(part) for point in points for part in attribution.content)
    return inside and not any(point.content[0].covers(cue) for point in points for cue in attribution.cue)


def _is_boilerplate(content: Sequence[Span], boilerplate: Sequence[Span]) -> bool:
    total = sum(part.end - part.start for part in content)
    inside = sum(
        max(0, min(part.end, gone.end) - max(part.start, gone.start))
        for part in content
        for gone in boilerplate
    )
    return inside > BOILERPLATE_SHARE * total
