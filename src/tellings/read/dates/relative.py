"""Dates that are told from another day: weekdays, "yesterday", "last month", "two days later".

Comes in:   a text, searched with `FORMS`.
Goes out:   `Expression`s of the kinds "weekday", "near", "period", "ago" and "step".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tellings.languages.en.calendar import (
    LASTING_STATES,
    PARTS_OF_DAY,
    SEASONS_WITHIN_A_YEAR,
    WEEKDAY_NAMES,
    WEEKDAYS,
)
from tellings.languages.en.numbers import ABOUT, AT_LEAST, AT_MOST
from tellings.read.dates.context import is_name_of_a_day, words_after, words_before
from tellings.read.dates.expression import BEGIN, GAP, NUMBER, Expression, Form, any_of, number_of
from tellings.records import Span

_NEAR = {
    "as of press time": 0, "as of writing": 0, "at press time": 0, "at the time of writing": 0,
    "last evening": -1, "last night": -1, "the day after tomorrow": 2, "the day before yesterday": -2,
    "this afternoon": 0, "this evening": 0, "this morning": 0, "today": 0, "tomorrow": 1, "tonight": 0,
    "yesterday": -1,
}  # fmt: skip
_STEPS = {
    "a day after": 1, "a day before": -1, "earlier in the day": 0, "later in the day": 0, "minutes after": 0,
    "minutes before": 0, "minutes earlier": 0, "minutes later": 0, "moments later": 0, "that afternoon": 0,
    "that day": 0, "that evening": 0, "that morning": 0, "that night": 0, "that same day": 0,
    "that same evening": 0, "that same morning": 0, "that same night": 0, "the day after": 1,
    "the day before": -1, "the evening before": -1, "the following day": 1, "the following morning": 1,
    "the following night": 1, "the next day": 1, "the next morning": 1, "the night before": -1,
    "the previous day": -1, "the previous evening": -1, "the previous night": -1, "the same day": 0,
    "the same evening": 0, "the same morning": 0, "the same night": 0,
}  # fmt: skip
_SPANS_OF_TIME = ("for", "in", "over", "throughout", "within")
_LOOSE = frozenset(bound.split()[-1] for bound in (*ABOUT, *AT_LEAST, *AT_MOST))
_NOT_THIS_DAY = ("age", "era", "generation", "society", "standards", "terms", "world", "youth")
_NOWADAYS = ("alive", "exist", "exists", "living", "remains", "stands", "survive", "survives")
_FURTHEST_YEARS = 60
_HOURS = 24
_FEW = 6
"""Days at most that are told as "just days"."""
_LASTING_REACH = 70
_FURTHEST_LASTING = 12
"""Longer stretches are told in round numbers."""
_WORD = re.compile(r"[a-z]+")
_PERFECT = {"has", "have", "had", "ve"}
_STAYED = ("been", "lain", "lived", "remained", "stood", "worked")
_STATES = frozenset(LASTING_STATES)
_ENDS_A_STRETCH = ("after", "at", "before", "by", "in", "until", "when", "while")
_A_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_REST = re.compile(r"[^.!?;\n]{0,80}")
_AT_MOST_BEFORE = (["than", "less"], ["than", "fewer"], ["under", "just"])
_DAYS_OF = {"day": 1, "week": 7, "month": 30.44, "year": 365.25}


def _on_weekday(text: str, hit: re.Match[str]) -> Expression | None:
    """ "Tuesday night", "last Friday", "Tuesday of last week"."""
    if is_name_of_a_day(text, Span(*hit.span("weekday"))):
        return None
    return Expression(
        kind="weekday",
        span=Span(*hit.span()),
        weekday=WEEKDAYS[hit["weekday"].lower()],
        which=_which(hit["week"] or hit["which"]),
        unit="week" if hit["week"] else "",
    )


def _near(text: str, hit: re.Match[str]) -> Expression | None:
    """ "today", "yesterday evening", "last night"; not "today's world", "alive today" or "Harbour Today"."""
    before, after = words_before(text, hit.start()), words_after(text, hit.end())
    name = hit[0][0].isupper() and before and before[0][0].isupper()
    nowadays = bool(before) and before[0].lower() in _NOWADAYS and _plain(hit["near"]) == "today"
    if name or nowadays or any(word.strip(".") in _NOT_THIS_DAY for word in after[:2]):
        return None
    return Expression(kind="near", span=Span(*hit.span()), unit="day", count=_NEAR[_plain(hit["near"])])


def _period(text: str, hit: re.Match[str]) -> Expression | None:
    """ "last week", "earlier this month", "last summer", "this year"."""
    which = {"past": "last"}.get(_which(hit["which"]), _which(hit["which"]))
    return Expression(kind="period", span=Span(*hit.span()), which=which, unit=hit["unit"].lower())


def _ago(text: str, hit: re.Match[str]) -> Expression | None:
    """ "three days ago", "a year ago", "less than two weeks ago"; not "nearly 30 years ago"."""
    before = words_before(text, hit.start())
    count, unit = number_of(hit["count"]), hit["unit"].lower().removesuffix("s")
    if unit == "minute":
        return Expression(kind="near", span=Span(*hit.span()), unit="day")
    if unit == "fortnight":
        count, unit = 2 * (count or 0), "week"
    at_most = [word.lower() for word in before[:2]] in _AT_MOST_BEFORE
    if at_most and count and unit != "year":
        return Expression(kind="since", span=Span(*hit.span()), unit=unit, count=-count)
    if not count or (before and before[0].lower() in _LOOSE) or (unit == "year" and count > _FURTHEST_YEARS):
        return None
    return Expression(kind="ago", span=Span(*hit.span()), unit=unit, count=-count)


def _and_a_half(text: str, hit: re.Match[str]) -> Expression | None:
    """ "two and a half months ago", "at least two-and-a-half years ago"."""
    count, unit = number_of(hit["count"]), hit["unit"].lower()
    if not count or (unit == "year" and count > _FURTHEST_YEARS):
        return None
    days = round((count + 0.5) * _DAYS_OF[unit])
    return Expression(kind="around", span=Span(*hit.span()), unit=unit, count=-days)


def _lasting(text: str, hit: re.Match[str]) -> Expression | None:
    """ "has been closed for eight months now", "had stood empty for around five years": since when.

    What had been so is told from today only where nothing else in the sentence names a time: not "He had
    been mayor for five years when he resigned in 2004".
    """
    count, unit = number_of(hit["count"]), hit["unit"].lower()
    if not count or count > _FURTHEST_LASTING or not _goes_on_today(text, hit):
        return None
    return Expression(kind="ago", span=Span(*hit.span("when")), unit=unit, count=-count, lasts=True)


def _goes_on_today(text: str, hit: re.Match[str]) -> bool:
    """Whether something "has been" so for a stretch of time, or "had been" and no other time is named."""
    lead = _lead(text, hit.start())
    before = _WORD.findall(lead.lower())
    been = next((at for at in range(len(before) - 1, 0, -1) if before[at] in _STAYED), 0)
    if not been or not _is_state(before[been + 1 :], before[been]):
        return False
    after = words_after(text, hit.end())
    if (after and after[0].lower() in _ENDS_A_STRETCH) or not _PERFECT & set(before[max(0, been - 3) : been]):
        return False
    around = lead + (_REST.match(text, hit.end()) or [""])[0]
    return "had" not in before[max(0, been - 3) : been] or not _A_YEAR.search(around)


def _until_now(text: str, hit: re.Match[str]) -> Expression | None:
    """ "have searched for more than three days", "has been trapped for 50 hours": from then until today."""
    count, unit = number_of(hit["count"]), hit["unit"].lower()
    lead = _lead(text, hit.start())
    before = _WORD.findall(lead.lower())
    helpers = [word for word in before if word in _PERFECT or word in ("will", "would")]
    if not count or not helpers or helpers[-1] not in ("has", "have", "ve") or "to have" in " ".join(before):
        return None
    days = -(-count // _HOURS) if unit == "hour" else count
    unit = "day" if unit == "hour" else unit
    return Expression(kind="since", span=Span(*hit.span("when")), unit=unit, count=-days, lasts=True)


def _after_days(text: str, hit: re.Match[str]) -> Expression | None:
    """ "has been found after a four-day search": from its beginning until today."""
    count = number_of(hit["count"])
    helpers = [word for word in _WORD.findall(_lead(text, hit.start()).lower()) if word in _PERFECT]
    if not count or not helpers or helpers[-1] == "had":
        return None
    return Expression(kind="since", span=Span(*hit.span("when")), unit="day", count=-count, lasts=True)


def _over_the_holidays(text: str, hit: re.Match[str]) -> Expression | None:
    """ "over the holiday period": the end of the year, where that is near."""
    return Expression(kind="month", span=Span(*hit.span("when")), month=12, unit="holidays")


def _lead(text: str, place: int) -> str:
    """The last words of the clause before a place."""
    near = text[max(0, place - _LASTING_REACH) : place]
    return near[max(near.rfind(mark) for mark in ".!?;\n") + 1 :]


def _is_state(words: Sequence[str], verb: str) -> bool:
    """Whether words behind "been" tell of what lasts: "closed", "in power", "waiting"; not "jailed"."""
    if verb != "been":
        return True
    return any(word in _STATES or word.endswith("ing") for word in words[:3])


def _past_stretch(text: str, hit: re.Match[str]) -> Expression | None:
    """ "over the past week", "in the last three days": from then until today."""
    count = number_of(hit["count"]) if hit["count"] else 1
    if not count:
        return None
    return Expression(kind="since", span=Span(*hit.span("when")), unit=hit["unit"].lower(), count=-count)


def _days_after(text: str, hit: re.Match[str]) -> Expression | None:
    """ "The test comes just days after …": what it comes after lay a few days back."""
    return Expression(kind="since", span=Span(*hit.span("when")), unit=hit["unit"].lower(), count=-_FEW)


def _step(text: str, hit: re.Match[str]) -> Expression | None:
    """ "the next day", "that night"; "the day before", but not "the day before the vote"."""
    words, after = _plain(hit["step"]), words_after(text, hit.end())
    open_ended = words.endswith((" after", " before"))
    if open_ended and not (not after or after[0][0] in '.,;:!?"”)' or after[0] in ("and", "but")):
        return None
    return Expression(kind="step", span=Span(*hit.span()), unit="day", count=_STEPS[words])


def _later(text: str, hit: re.Match[str]) -> Expression | None:
    """ "two days later", "a year earlier"; not "about two weeks later"."""
    before = words_before(text, hit.start())
    count = number_of(hit["count"])
    if not count or (before and before[0].lower() in _LOOSE):
        return None
    forwards = hit["way"].lower() == "later"
    return Expression(
        kind="step", span=Span(*hit.span()), unit=hit["unit"].lower(), count=count if forwards else -count
    )


def _following(text: str, hit: re.Match[str]) -> Expression | None:
    """ "the following month", "that year"; not "over the previous year", which is a stretch of time."""
    before = words_before(text, hit.start())
    which = _plain(hit["which"]).removeprefix("the ").removesuffix(" same")
    count = {"following": 1, "previous": -1}.get(which, 0)
    if count and before and before[0].lower() in _SPANS_OF_TIME:
        return None
    return Expression(kind="step", span=Span(*hit.span()), unit=hit["unit"].lower(), count=count)


def _comes_after(text: str, hit: re.Match[str]) -> Expression | None:
    """ "The report comes two days after …", "It came eight months after …": what it comes after."""
    count, unit = number_of(hit["count"]), hit["unit"].lower()
    if not count:
        return None
    told_today = hit["verb"].lower().startswith("comes")
    counted_from_today = told_today or unit in ("month", "year")
    return Expression(
        kind="ago" if counted_from_today else "step", span=Span(*hit.span("when")), unit=unit, count=-count
    )


def _weekend(text: str, hit: re.Match[str]) -> Expression | None:
    """ "over the weekend"."""
    return Expression(kind="period", span=Span(*hit.span("when")), unit="weekend")


def _which(printed: str | None) -> str:
    words = _plain(printed or "")
    known = {
        "this past": "past",
        "this coming": "coming",
        "the previous": "previous",
        "the following": "following",
    }
    return known.get(words, words)


def _plain(words: str) -> str:
    return " ".join(words.lower().split())


_OF_DAY = rf"(?:early{GAP}|late{GAP})?(?:{any_of(PARTS_OF_DAY)})"
_WHICH = (
    rf"(?P<which>last|next|this{GAP}past|this{GAP}coming|this|past|coming|the{GAP}previous|the{GAP}following)"
)
_WEEKDAY = rf"(?P<weekday>{any_of(WEEKDAY_NAMES)})"
_WEEK = rf"(?:,?{GAP}(?:of{GAP})?(?P<week>last|this|next){GAP}week\b)?"
_UNIT = rf"(?P<unit>week|weekend|month|year|{any_of(SEASONS_WITHIN_A_YEAR)})"

_BOUNDS = rf"(?:{any_of((*ABOUT, *AT_LEAST))})"
_FOLLOWING = (
    rf"(?P<which>the{GAP}(?:following|previous|same)|that(?:{GAP}same)?){GAP}(?P<unit>week|month|year)\b"
)

FORMS: tuple[Form, ...] = (
    (
        re.compile(
            rf"{BEGIN}(?:[Ee]arly{GAP}|[Ll]ate{GAP})?(?:(?i:{_WHICH}){GAP})?{_WEEKDAY}\b(?:{GAP}{_OF_DAY}\b)?{_WEEK}"
        ),
        _on_weekday,
    ),
    *(
        (re.compile(BEGIN + pattern, re.IGNORECASE), make)
        for pattern, make in (
            (
                rf"(?:earlier{GAP}|later{GAP}|late{GAP}|early{GAP})?(?P<near>{any_of(_NEAR)})\b(?:{GAP}{_OF_DAY}\b)?",
                _near,
            ),
            (
                rf"(?:earlier{GAP}|later{GAP}|late{GAP}|early{GAP})?(?P<which>last|this{GAP}past|this|next){GAP}{_UNIT}\b",
                _period,
            ),
            (rf"(?:earlier|later){GAP}in{GAP}(?P<which>the){GAP}(?P<unit>week|month|year)\b", _period),
            (rf"(?:at|during|over){GAP}(?P<when>the{GAP}weekend)\b", _weekend),
            (rf"{NUMBER}{GAP}(?P<unit>minutes?|days?|weeks?|months?|years?|fortnight){GAP}ago\b", _ago),
            (
                rf"{NUMBER}(?:{GAP}|-)and(?:{GAP}|-)a(?:{GAP}|-)half(?:{GAP}|-)(?P<unit>day|week|month|year)s{GAP}ago\b",
                _and_a_half,
            ),
            (
                rf"(?P<when>for{GAP}(?:{_BOUNDS}{GAP})?{NUMBER}{GAP}(?P<unit>month|year)s?)\b(?P<now>{GAP}now\b)?",
                _lasting,
            ),
            (
                rf"(?P<when>for{GAP}(?:{_BOUNDS}{GAP})?{NUMBER}{GAP}(?P<unit>hour|day|week)s?)\b",
                _until_now,
            ),
            (
                rf"(?:during|for|in|over|spent|within){GAP}(?P<when>the{GAP}(?:last|past){GAP}"
                rf"(?:{NUMBER}{GAP})?(?P<unit>day|week|month)s?)\b",
                _past_stretch,
            ),
            (
                rf"(?:comes|coming){GAP}(?P<when>(?:(?:just|only){GAP})?(?P<unit>day)s{GAP}after)\b",
                _days_after,
            ),
            (rf"after{GAP}(?:an?|the){GAP}(?:\w+{GAP})?(?P<when>{NUMBER}-(?P<unit>day))\b", _after_days),
            (
                rf"(?:during|over|throughout){GAP}(?P<when>the{GAP}(?:festive|holiday){GAP}(?:period|season))\b",
                _over_the_holidays,
            ),
            (rf"(?P<step>{any_of(_STEPS)})\b", _step),
            (rf"{NUMBER}{GAP}(?P<unit>day|week|month|year)s?{GAP}(?P<way>later|earlier)\b", _later),
            (_FOLLOWING, _following),
            (
                rf"(?P<verb>comes|came)(?:{GAP}(?:exactly|just|only))?{GAP}"
                rf"(?P<when>{NUMBER}{GAP}(?P<unit>day|week|month|year)s?{GAP}after)\b",
                _comes_after,
            ),
        )
    ),
)
