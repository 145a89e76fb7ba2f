"""Who tells which claim, and why others may not.

Comes in:   the claims of a story and its readings.
Goes out:   one `Coverage` for every claim told by several articles, and every article. An article tells a
            claim as well where it is aligned with words of the claim in another one: nobody leaves out what
            it may have told. A day long before that which several articles give to what an article tells is
            not taken for the day on which it appeared.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import timedelta
from statistics import median

from tellings.read.dates.anchors import day_of
from tellings.records import SURE_FROM, Claim, Coverage, Reading, Span, Told, Traced

_ISO_DAY = 10
_LONG = timedelta(days=7)
_FEWEST_DATING = 2
"""Articles that must date what is told."""
_TEASER_SHARE = 0.25
_TEASER_WORDS = 150


def find_coverage(traced: Traced, claims: Sequence[Claim]) -> tuple[Coverage, ...]:
    """Told, or why not: published before the others told it, only a teaser at hand, else not mentioned."""
    days = {r.article.id: (r.article.published or "")[:_ISO_DAY] for r in traced.readings}
    days.update(dict.fromkeys(_dated_too_early(traced.readings, claims), ""))
    teasers = _teasers(traced.readings)
    tellers = _tellers(claims)
    return tuple(
        Coverage(claim=claim.id, article=article, told=told)
        for claim in claims
        if claim.status != "single"
        for article, told in _told_by(tellers[claim.id], days, teasers)
    )


def _dated_too_early(readings: Sequence[Reading], claims: Sequence[Claim]) -> set[str]:
    """Articles that tell, as surely as others, what several others date long after they are said to have
    appeared, and nobody earlier.

    Their day is that of something else, an earlier page under the same address: nothing follows from it.
    """
    by_id = {reading.article.id: reading for reading in readings}
    found: set[str] = set()
    for claim in claims:
        sure = [mention for mention in claim.mentions if mention.confidence >= SURE_FROM]
        dating: dict[str, set[str]] = defaultdict(set)
        for mention in sure:
            for day in _days_in(by_id[mention.article], mention.span):
                dating[day].add(mention.article)
        first = min(dating, default="")
        if len(dating[first]) >= _FEWEST_DATING:
            tellers = {mention.article for mention in sure} - dating[first]
            found.update(a for a in tellers if _is_long_before(by_id[a].article.published, first))
    return found


def _days_in(reading: Reading, span: Span) -> Iterator[str]:
    """Full days in the words of a mention, those that had come when its own article appeared."""
    published = (reading.article.published or "")[:_ISO_DAY]
    for found in reading.dates:
        if len(found.value) == _ISO_DAY and found.value <= published and span.covers(found.span):
            yield found.value


def _is_long_before(published: str | None, day: str) -> bool:
    """Whether an article is dated so long before a day that no mistake of a clock explains it."""
    given, told = day_of(published), day_of(day)
    return given is not None and told is not None and told - given > _LONG


def _tellers(claims: Sequence[Claim]) -> dict[str, set[str]]:
    """For each claim the articles of its own mentions, and of the claims that cite some of the same words."""
    standing: dict[str, list[tuple[Span, Claim]]] = defaultdict(list)
    for claim in claims:
        for mention in claim.mentions:
            standing[mention.article].append((mention.span, claim))
    tellers: dict[str, set[str]] = {}
    for claim in claims:
        alike = {
            other.id: other
            for mention in claim.mentions
            for span, other in standing[mention.article]
            if span.overlaps(mention.span)
        }
        tellers[claim.id] = {mention.article for other in alike.values() for mention in other.mentions}
    return tellers


def _told_by(telling: set[str], days: dict[str, str], teasers: frozenset[str]) -> Iterator[tuple[str, Told]]:
    dated = [days[article] for article in telling if days[article]]
    earliest = min(dated, default="")
    for article, day in days.items():
        if article in telling:
            yield article, "told"
        elif day and earliest and day < earliest:
            yield article, "published-before"
        elif article in teasers:
            yield article, "partial-text"
        else:
            yield article, "not-mentioned"


def _teasers(readings: Sequence[Reading]) -> frozenset[str]:
    """Articles whose text is short, and short beside the others: a teaser, a caption, a paywalled start."""
    words = {
        r.article.id: sum(len(s.span.words_in(r.article.text).split()) for s in r.sentences) for r in readings
    }
    usual = median(words.values()) if words else 0
    bar = min(_TEASER_WORDS, _TEASER_SHARE * usual)
    return frozenset(article for article, count in words.items() if count < bar)
