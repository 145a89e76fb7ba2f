"""Whether a word that may name a day, a month or a year does so here.

Comes in:   a text and the place of the word.
Goes out:   yes or no, from the words beside it: "in May" and "Mrs. May", "on Sunday" and "The Sunday Herald".
"""

from __future__ import annotations

import re

from tellings.languages.en.calendar import (
    AMBIGUOUS_MONTHS,
    BEFORE_A_MONTH,
    BEFORE_A_YEAR,
    COUNTED_AS_YEARS,
    DAY_IN_A_NAME,
    MONTHS,
    NOT_A_DATE_AFTER,
    SURELY_BEFORE_A_MONTH,
)
from tellings.languages.en.function_words import FUNCTION_WORDS
from tellings.languages.en.numbers import ABOUT, AT_LEAST, AT_MOST, SMALL_NUMBERS
from tellings.read.dates.expression import GAP, NUMBER, any_of, number_of
from tellings.records import Span

_REACH = 40
_CLAUSE_REACH = 200
_WORDS = re.compile(r"[\w'’.&-]+|[^\w\s]")
_BOUNDS = {bound.split()[-1] for bound in (*AT_LEAST, *AT_MOST, *ABOUT)} - {"around", "of", "to"}
_FUNCTION_WORDS = frozenset(FUNCTION_WORDS)
_REACHES = ("ago", "back", "early", "far", "late", "recently")
_AFTER_COUNTS = frozenset(COUNTED_AS_YEARS)


_YEARS_AFTER = re.compile(
    rf"(?P<count>\d{{1,3}}|\b(?:an?|{any_of(SMALL_NUMBERS)})){GAP}years?{GAP}(?P<after>after|since)\b[^,;:]*",
    re.IGNORECASE,
)


def words_before(text: str, place: int) -> list[str]:
    """The few words and marks before a place, nearest first."""
    return _WORDS.findall(text[max(0, place - _REACH) : place])[::-1]


def words_after(text: str, place: int) -> list[str]:
    """The few words and marks after a place."""
    return _WORDS.findall(text[place : place + _REACH])


def is_month(text: str, span: Span, *, qualified: bool) -> bool:
    """Whether a month's name on its own is the month; `qualified` by "last", "early" and such."""
    before, after = words_before(text, span.start), words_after(text, span.end)
    lead = before[0].lower() if before else ""
    name = span.words_in(text).lower()
    if lead in NOT_A_DATE_AFTER or lead.rstrip(".") in ("mr", "mrs", "ms"):
        return False
    if name not in AMBIGUOUS_MONTHS:
        return lead.islower() or not (after and after[0][0].isupper())
    if qualified or _joins_a_month(before, after) or _names_the_time(text, span, before, after):
        return True
    if after and (after[0].startswith(("'s", "’s")) or (after[0][0].isupper() and text[span.end].isspace())):
        return False
    return lead in SURELY_BEFORE_A_MONTH or (name != "may" and lead in BEFORE_A_MONTH)


def _names_the_time(text: str, span: Span, before: list[str], after: list[str]) -> bool:
    """Whether an article goes before and a plain noun follows: "the March vote", "a televised May debate"."""
    noun = after[0].rstrip(".") if after else ""
    if not noun.isalpha() or not noun.islower() or noun in _FUNCTION_WORDS:
        return False
    if not text[span.end].isspace() or not before:
        return False
    near = [word.lower() for word in before[:2]]
    if near[0] in ("a", "an") or (before[0].islower() and near[1:] in (["a"], ["an"])):
        return True
    return near[0] in ("its", "the") and span.words_in(text).lower() != "may"


def years_after(text: str, sentence: Span, place: int) -> Span | None:
    """The words that make a place in a sentence one of years before: "ten years after the attack of …"."""
    reached = _YEARS_AFTER.finditer(text, max(sentence.start, place - _CLAUSE_REACH), place)
    clause = next((clause for clause in reached if clause.end() == place), None)
    return Span(clause.start(), clause.end("after")) if clause else None


def count_of_years(words: str) -> int | None:
    """How many years words that `years_after` found count; None where they are no number."""
    counted = re.match(NUMBER, words, re.IGNORECASE)
    return number_of(counted["count"]) if counted else None


def ends_a_phrase(text: str, place: int) -> bool:
    """Whether no noun goes on here: "over Christmas, the …", but not "over Christmas dinner"."""
    after = words_after(text, place)
    following = after[0].rstrip(".") if after else ""
    return not following.isalpha() or following.lower() in _FUNCTION_WORDS


def _joins_a_month(before: list[str], after: list[str]) -> bool:
    """Whether another month stands one word away: "March and April", "May to July"."""
    joints = ("and", "or", "to", "-", "–")
    sides = [side for side in (before, after) if len(side) > 1 and side[0].lower() in joints]
    return any(side[1].rstrip(".").lower() in MONTHS and side[1][0].isupper() for side in sides)


def is_name_of_a_day(text: str, span: Span) -> bool:
    """Whether a weekday is part of a name, or any such day: "Black Friday", "each Monday"."""
    before, after = words_before(text, span.start), words_after(text, span.end)
    lead = before[0].lower().strip("'’") if before else ""
    follow = after[0].rstrip(".") if after else ""
    if lead in NOT_A_DATE_AFTER or (follow[:1].isupper() and follow.lower() in DAY_IN_A_NAME):
        return True
    if lead == "on" and len(before) > 1 and before[1] in ("Mail", "Daily", "Live"):
        return True
    if follow == "Night" or (follow.lower() == "the" and len(after) > 1 and after[1] == "13th"):
        return True
    if lead in ("to", "through", "-", "–") and len(before) > 1 and before[1] == "Monday":
        return True
    through = (
        follow.lower() in ("to", "through", "-", "–")
        and len(after) > 1
        and after[1].startswith(("Fri", "Sun"))
    )
    return through and lead != "from" and lead != "on"


def is_year(text: str, span: Span) -> bool:
    """Whether four digits are a year: "in 2010", "the 2008 primaries", but not "some 2000 homes"."""
    before, after = words_before(text, span.start), words_after(text, span.end)
    lead = before[0].lower() if before else ""
    follow = after[0].lower().rstrip(".") if after else ""
    if _reaches_to(before) and follow not in _AFTER_COUNTS:
        return True
    if lead in _BOUNDS or follow in _AFTER_COUNTS or follow in MONTHS:
        return False
    plural = follow.isalpha() and follow.endswith("s") and follow not in ("as", "is", "was")
    if plural and int(span.words_in(text)) % 100 == 0:
        return False
    if lead.endswith(("'s", "’s")) and follow.rstrip(".").isalpha() and follow not in _FUNCTION_WORDS:
        return True
    if lead == "(" or lead in ("-", "–"):
        return follow in (")", "-", "–") and _is_bracketed(text, span)
    if lead in ("and", "to", "or", ","):
        return len(before) > 1 and before[1].isdecimal() and len(before[1]) == 4
    return lead in BEFORE_A_YEAR


def _reaches_to(before: list[str]) -> bool:
    """Whether words before a year tell how far something reached: "dating back to", "as late as"."""
    words = [word.lower() for word in before[:4]]
    return words[:2] == ["to", "back"] or (
        words[:1] == ["as"] and words[1:2] != ["as"] and "as" in words[1:] and words[1] in _REACHES
    )


def _is_bracketed(text: str, span: Span) -> bool:
    return text[span.start - 1] == "(" and text[span.end : span.end + 1] == ")"
