"""What happened when.

Comes in:   a `Compared` story.
Goes out:   events by date, earliest first. A mention is the sentence that holds a temporal expression.
Left open:  which of two dates is right; both are shown.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from tellings.dossier import DatedMentionModel, EventModel
from tellings.records import Compared, Date, Reading, Span, Statement

_LONGEST_DATE_LINE = 90
_LEFT_BESIDE_A_DATE = 3
_PUBLISHED = re.compile(r"\W*(?:first |last )?(?:created|modified|posted|published|updated)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{3,}")


def lay_out_timeline(story: Compared) -> list[EventModel]:
    """One event a date, with every sentence that tells of it."""
    traced = story.attributed.traced
    by_date: dict[str, list[DatedMentionModel]] = {}
    for reading in traced.readings:
        provenance = traced.provenance.get(reading.article.id)
        left_out = provenance.boilerplate if provenance else ()
        said = [s for s in story.attributed.statements if s.article == reading.article.id]
        for value, mention in _dated(reading, left_out, said):
            held = by_date.setdefault(value, [])
            if mention not in held:
                held.append(mention)
    return [EventModel(date=date, mentions=by_date[date]) for date in sorted(by_date)]


def _dated(
    reading: Reading, left_out: tuple[Span, ...], said: list[Statement]
) -> Iterator[tuple[str, DatedMentionModel]]:
    """The dated sentences of one article, boilerplate and lines of publication left out."""
    starts = [sentence.span.start for sentence in reading.sentences]
    for date in sorted(reading.dates, key=lambda date: date.span):
        if any(span.overlaps(date.span) for span in left_out) or _is_line_of_publication(reading, date):
            continue
        at = bisect_right(starts, date.span.start) - 1
        span = reading.sentences[at].span if at >= 0 else date.span
        if not span.covers(date.span):
            span = Span(min(span.start, date.span.start), max(span.end, date.span.end))
        yield date.value, _mention(reading, span, date.span)
    for statement in said:
        if (found := _day_of_saying(reading, statement)) is not None:
            yield found


def _day_of_saying(reading: Reading, statement: Statement) -> tuple[str, DatedMentionModel] | None:
    """A statement under the day it was said, where words of its article say that day nearby."""
    if statement.said_on is None or not statement.content:
        return None
    places = [*statement.source, *statement.cue, *statement.content]
    whole = Span(min(p.start for p in places), max(p.end for p in places))
    for date in reading.dates:
        if date.value == statement.said_on and whole.covers(date.span):
            return date.value, _mention(reading, whole, date.span)
    return None


def _mention(reading: Reading, span: Span, expression: Span) -> DatedMentionModel:
    return DatedMentionModel(article=reading.article.id, span=span, expression=expression)


def _is_line_of_publication(reading: Reading, date: Date) -> bool:
    """Whether the line says when the article was published, and no more: "Posted 4 May 2019 by staff"."""
    text = reading.article.text
    start = text.rfind("\n", 0, date.span.start) + 1
    end = text.find("\n", date.span.end)
    line = text[start : end if end >= 0 else len(text)]
    if len(line) > _LONGEST_DATE_LINE:
        return False
    if _PUBLISHED.match(line):
        return True
    beside = text[start : date.span.start] + " " + line[date.span.end - start :]
    return len(_WORD.findall(beside)) <= _LEFT_BESIDE_A_DATE and not line.rstrip(" \"'”’").endswith(
        (".", "!", "?")
    )
