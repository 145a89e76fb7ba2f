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
from tellings.read.closing import told_from
from tellings.records import Compared, Reading, Span, Statement
from tellings.tell.clock import clock_times

_LONGEST_DATE_LINE = 90
_LEFT_BESIDE_A_DATE = 3
_PUBLISHED = re.compile(r"\W*(?:first |last )?(?:created|modified|posted|published|updated)\b", re.IGNORECASE)
_UPDATED = re.compile(r"\bupdated\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{3,}")
# "— Mara Lund (@maralund) March 4, 2031": the signature of a post, whose words stand right before it.
_SIGNED_POST = re.compile(r"[—–-]{1,2}\s?[^\n(]{2,60}\(@\w{1,30}\)")


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
    """The dated sentences of one article, boilerplate and lines of publication left out.

    When a text was updated is told: its account is of that day.
    """
    starts = [sentence.span.start for sentence in reading.sentences]
    dated = sorted([*((date.span, date.value) for date in reading.dates), *clock_times(reading)])
    for expression, value in dated:
        aside = any(span.overlaps(expression) for span in left_out)
        publication = aside or _tells_of_publication(reading, expression)
        if publication and not _tells_of_update(reading, expression):
            continue
        at = bisect_right(starts, expression.start) - 1
        span = reading.sentences[at].span if at >= 0 else expression
        if at > 0 and _SIGNED_POST.match(span.words_in(reading.article.text)):
            span = Span(reading.sentences[at - 1].span.start, span.end)
        elif (start := told_from(reading.article.text, span)) <= expression.start:
            span = Span(start, span.end)
        if not span.covers(expression):
            span = Span(min(span.start, expression.start), max(span.end, expression.end))
        yield value, _mention(reading, span, expression)
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


def _tells_of_update(reading: Reading, expression: Span) -> bool:
    """Whether the line says when the account was changed: "Updated at 9:50 p.m. ET Thursday"."""
    text = reading.article.text
    start = text.rfind("\n", 0, expression.start) + 1
    end = text.find("\n", expression.end)
    line = (end if end >= 0 else len(text)) - start
    return line <= _LONGEST_DATE_LINE and _UPDATED.search(text, start, expression.start) is not None


def _tells_of_publication(reading: Reading, expression: Span) -> bool:
    """Whether the line says when the article was published, and no more: "Posted 4 May 2019 by staff"."""
    text = reading.article.text
    start = text.rfind("\n", 0, expression.start) + 1
    end = text.find("\n", expression.end)
    line = text[start : end if end >= 0 else len(text)]
    if len(line) > _LONGEST_DATE_LINE:
        return False
    if _PUBLISHED.match(line):
        return True
    beside = text[start : expression.start] + " " + line[expression.end - start :]
    return len(_WORD.findall(beside)) <= _LEFT_BESIDE_A_DATE and not line.rstrip(" \"'”’").endswith(
        (".", "!", "?")
    )
