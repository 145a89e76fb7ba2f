"""Printed dates and dates of metadata become ISO.

Comes in:   a line of a text, or the value of a metadata field.
Goes out:   an ISO date or date-time, or None where the words leave any doubt.
"""

from __future__ import annotations

import re
from datetime import date, datetime

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:(?P<weekday>mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[89]|20)\d\d)"
_TIME = r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?(?: ?h)?(?: ?\(?[A-Z]{1,5}\)?)?"
_FORMS = (
    rf"{_WEEKDAY}{_MONTH} {_DAY},? {_YEAR}",
    rf"{_WEEKDAY}{_DAY} (?:of )?{_MONTH},? {_YEAR}",
    r"(?P<year>(?:1[89]|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)",
)
_LABEL = (
    r"(?:(?P<label>(?:first |last |originally )?(?:published|posted|updated|modified|released|issued|date))"
    r"(?: on| at)?:? )?"
)
_ALONE = tuple(
    re.compile(rf"(?i){_LABEL}(?:{_TIME},? (?:on )?)?{form}(?:(?:,|T| at| [-–—])? ?{_TIME}Z?)?\.?")
    for form in _FORMS
)
_DATELINE = tuple(
    re.compile(
        rf"(?=[A-Z]{{3}})[\w .,'’/-]{{2,60}}?[,(–—-] ?(?i:{form})\)?,? ?"
        r"(?:\([^()]{2,40}\)|/[^/]{2,40}/)? ?[-–—:]"
    )
    for form in _FORMS[:2]
)
_CAPITALISED = r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)[A-Z][\w.'’-]*"
# "Ferry Radio, HARBOUR TOWN, May 10, 2024" as a whole line: outlet, place and day.
_SIGNED = tuple(
    re.compile(
        rf"(?!(?i:file|photo|picture|image)){_CAPITALISED}(?:,? (?:of|the|and|{_CAPITALISED})){{0,7}}"
        rf",? (?i:{form})\.?"
    )
    for form in _FORMS[:2]
)
# "Harbour Notes, a blog about ships. Posted by Jane Doe on May 13, 2024."
_POSTED = tuple(
    re.compile(rf"(?:Posted|Published) by {_CAPITALISED}(?: {_CAPITALISED}){{0,3}} on (?i:{form})")
    for form in _FORMS[:2]
)


def standing_alone(piece: str) -> tuple[str, bool] | None:
    """The date that a piece of a line consists of, and whether it is that of an update.

    "Published: 5 October 2015, 14:20 GMT" -> ("2015-10-05", False). None when there is anything else in
    it, or when its weekday does not fit.
    """
    piece = " ".join(piece.split())
    if len(piece) > 90:
        return None
    for form in _ALONE:
        if found := form.fullmatch(piece):
            iso = _iso(found)
            label = (found["label"] or "").lower()
            return (iso, label.startswith(("updated", "modified", "last"))) if iso else None
    return None


def of_signed_line(line: str) -> str | None:
    """The full date of a short line that only says who, where and when."""
    line = " ".join(line[:200].split())
    if len(line) > 160:
        return None
    for form in _SIGNED:
        if found := form.fullmatch(line):
            return _iso(found)
    for form in _POSTED:
        if found := form.search(line):
            return _iso(found)
    return None


def of_dateline(line: str) -> str | None:
    """The full date in a dateline: "HARBOUR TOWN, Oct. 5, 2015 (Agency) -" -> "2015-10-05"."""
    head = " ".join(line[:140].split())
    for form in _DATELINE:
        if found := form.match(head):
            return _iso(found)
    return None


def of_metadata(value: object) -> str | None:
    """A metadata value as ISO, as precise as it is: midnight without a time zone is only a day."""
    if not isinstance(value, str) or not (value := value.strip()) or len(value) > 80:
        return None
    moment = _moment(value)
    if moment is None:
        alone = standing_alone(value)
        return alone[0] if alone else _leading_day(value)
    if not 1700 <= moment.year <= 2200:
        return None
    if moment.tzinfo is None and (moment.hour, moment.minute, moment.second) == (0, 0, 0):
        return moment.date().isoformat()
    return moment.replace(microsecond=0).isoformat()


def _moment(value: str) -> datetime | None:
    try:
        return datetime.fromisoformat(value)
    except ValueError:
        pass
    # Few sources write dates the way mail does, and its reader takes long to load.
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _leading_day(value: str) -> str | None:
    try:
        return date.fromisoformat(value[:10]).isoformat() if value[10:11] in ("T", " ") else None
    except ValueError:
        return None


def _iso(found: re.Match[str]) -> str | None:
    month = found["month"].lower()
    number = int(month) if month.isdigit() else _MONTHS.index(month[:3]) + 1
    try:
        day = date(int(found["year"]), number, int(found["day"]))
    except ValueError:
        return None
    weekday = found.groupdict().get("weekday")
    if weekday and _DAYS[day.weekday()] != weekday.lower()[:3]:
        return None
    return day.isoformat()
