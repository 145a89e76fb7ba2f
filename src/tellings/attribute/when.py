"""When something was said.

Comes in:   an attribution and the scene with the article's resolved dates; or statements and which of them
            report the same words.
Goes out:   an ISO day, or None where the text does not tell; or the statements with the days that follow
            from their neighbours.
Left open:  what is said with no day beside it, even in an article that tells of one day only.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date as day
from datetime import timedelta

from tellings.attribute.scene import Scene
from tellings.languages.en.cues import GOING_ON
from tellings.languages.en.function_words import BOUNDS_OF_TIME
from tellings.records import Attribution, Date, Reading, Span, Statement

REACH = 60
"""How many characters may lie between the cue and the date that tells when it was said."""
ISO_DAY = 10
_OPENING = len("On the evening of ")
_FEW = 3
_BESIDE = len(" late on ")


def said_when(attribution: Attribution, scene: Scene) -> str | None:
    """The day that modifies the cue: "said on Tuesday", "On Monday, the mayor said"."""
    if not attribution.cue:
        return None
    cue = attribution.cue[0]
    number = scene.sentence_at(cue.start)
    start = scene.sentence_start(number)
    end = scene.reading.sentences[number].span.end if scene.reading.sentences else len(scene.text)
    fitting = [
        (abs(_gap(date.span, cue)), date.value)
        for date in scene.reading.dates
        if start <= date.span.start
        and date.span.end <= end
        and _may_be_of_a_saying(date, scene)
        and (_follows_cue(date, cue, scene.text) or _tells_when(date, cue, attribution, scene, start))
    ]
    return min(fitting)[1] if fitting else None


def _may_be_of_a_saying(date: Date, scene: Scene) -> bool:
    """Whether it is a day, not still to come, and not where something began or ended: "since Monday"."""
    if len(date.value) != ISO_DAY or date.value > _last_day_of(scene.reading):
        return False
    before = scene.text[max(0, date.span.start - REACH) : date.span.start].split()
    return not before or before[-1].lower() not in BOUNDS_OF_TIME


def _last_day_of(reading: Reading) -> str:
    """The day after publication, as reports run on past midnight; later than any day where it is unknown."""
    try:
        published = day.fromisoformat((reading.article.published or "")[:ISO_DAY])
        return (published + timedelta(days=1)).isoformat()
    except (ValueError, OverflowError):
        return day.max.isoformat()


def _follows_cue(date: Date, cue: Span, text: str) -> bool:
    """Whether it stands between the cue and a "that": "said Friday that the harbour was closed"."""
    between = text[cue.end : date.span.start]
    return (
        0 < len(between) <= _BESIDE
        and not between.strip(" adeilnorty")
        and text[date.span.end :].startswith(" that ")
    )


def _tells_when(date: Date, cue: Span, attribution: Attribution, scene: Scene, start: int) -> bool:
    if any(part.overlaps(date.span) for part in (*attribution.content, *attribution.source)):
        return False
    opens = date.span.start - start <= _OPENING
    _, comma, put_in = scene.text[start : date.span.start].rpartition(",")
    if date.span.end <= cue.start and comma and len(put_in.split()) > _FEW:
        return False  # "Lund, who took office on Oct. 1, said": the day belongs to what is put in
    between = scene.text[min(date.span.end, cue.end) : max(date.span.start, cue.start)]
    apart = any(
        min(date.span.end, cue.end) <= part.start < max(date.span.start, cue.start)
        for part in attribution.content
    )
    return not apart and ";" not in between and (opens or abs(_gap(date.span, cue)) <= REACH)


def _gap(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


# ---------------------------------------------------------------- days that follow from other statements


def carry_days_on(statements: Sequence[Statement], readings: Sequence[Reading]) -> tuple[Statement, ...]:
    """The statements, where what somebody "added" has the day of what he said just before it."""
    by_id = {reading.article.id: reading for reading in readings}
    told: list[Statement] = []
    for statement in statements:
        before = told[-1] if told else None
        if before and statement.said_on is None and _goes_on(before, statement, by_id[statement.article]):
            statement = replace(statement, said_on=before.said_on)
        told.append(statement)
    return tuple(told)


def _goes_on(before: Statement, statement: Statement, reading: Reading) -> bool:
    """Whether a statement goes on from the one before: same speaker, no cue or "added", close by."""
    if before.article != statement.article or before.speaker != statement.speaker or not statement.speaker:
        return False
    words = [w for part in statement.cue for w in part.words_in(reading.article.text).lower().split()]
    if words and not any(word in GOING_ON for word in words):
        return False
    return bool(before.content and statement.content) and (
        _paragraph(statement.content[0].start, reading) - _paragraph(before.content[-1].start, reading) <= 1
    )


def _paragraph(place: int, reading: Reading) -> int:
    at = bisect_right([sentence.span.start for sentence in reading.sentences], place) - 1
    return reading.sentences[at].paragraph if at >= 0 else 0


def share_days(statements: Sequence[Statement], groups: Sequence[Sequence[int]]) -> tuple[Statement, ...]:
    """The statements, where the same quoted words have the one day that any article gives them."""
    told = list(statements)
    for group in groups:
        days = {said_on for at in group if (said_on := told[at].said_on)}
        if len(days) != 1:
            continue
        for at in group:
            if told[at].said_on is None and told[at].form != "indirect":
                told[at] = replace(told[at], said_on=min(days))
    return tuple(told)
