"""Weekdays that do not fit the date beside them.

Comes in:   the dates read in a story and who tells the same as whom.
Goes out:   conflicts of date inside one article: "Tuesday, Oct. 19" of a year in which that was a Monday;
            with the other places that tell the same of that weekday.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from tellings.compare.assertions import Assertion, Pool
from tellings.compare.conflicts.found import Found, FoundSide, Neighbours, Place, whole
from tellings.languages.en.opposites import WEEKDAYS
from tellings.records import Cite, Date, Span

_WEEKDAY = re.compile(r"\b(?:" + "|".join(sorted(WEEKDAYS)) + r")\b", re.IGNORECASE)


def find_misfits(pool: Pool, neighbours: Neighbours) -> Iterator[Found]:
    """Weekdays that do not fit the date beside them, with who else tells the same of that weekday."""
    by_article: dict[int, list[Assertion]] = defaultdict(list)
    for assertion in pool.assertions:
        by_article[assertion.article].append(assertion)
    for number, reading in enumerate(pool.readings):
        for day in reading.dates:
            around = next((a for a in by_article[number] if a.cite.span.overlaps(day.span)), None)
            parts = _parts(reading.article.text, day)
            if not day.misfit or around is None or parts is None:
                continue
            weekday, printed = (Place(Cite(reading.article.id, span), around) for span in parts)
            name = weekday.cite.span.words_in(reading.article.text)
            others = [whole(ally) for ally in neighbours.allies(around)[1:] if _names_the_day(ally, name)]
            yield Found(
                kind="date",
                nature="contradiction",
                reason=day.misfit,
                confidence=0.9,
                sides=(
                    FoundSide(value=name, places=(weekday, *others)),
                    FoundSide(
                        value=printed.cite.span.words_in(reading.article.text),
                        places=(printed,),
                    ),
                ),
            )


def _names_the_day(assertion: Assertion, weekday: str) -> bool:
    """Whether an assertion names a weekday, and no date beside it."""
    words = [word.lower for word in assertion.words]
    return weekday.lower() in words and not any(word.is_number for word in assertion.words)


def _parts(text: str, day: Date) -> tuple[Span, Span] | None:
    """The weekday and the rest of an expression like "Tuesday, Oct. 19, 2015"."""
    found = _WEEKDAY.search(text, day.span.start, day.span.end)
    if not found:
        return None
    before, after = Span(day.span.start, found.start()), Span(found.end(), day.span.end)
    rest = max(before, after, key=lambda span: span.end - span.start)
    words = rest.words_in(text)
    start = rest.start + len(words) - len(words.lstrip(" ,(\n"))
    end = rest.end - len(words) + len(words.rstrip(" ,)\n"))
    return (Span(*found.span()), Span(start, end)) if start < end else None
