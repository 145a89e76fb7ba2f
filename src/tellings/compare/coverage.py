"""Who tells which claim, and why others may not.

Comes in:   the claims of a story and its readings.
Goes out:   one `Coverage` for every claim told by several articles, and every article.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median

from tellings.records import Claim, Coverage, Reading, Told, Traced

_TEASER_SHARE = 0.25
_TEASER_WORDS = 150


def find_coverage(traced: Traced, claims: Sequence[Claim]) -> tuple[Coverage, ...]:
    """Told, or why not: published before the others told it, only a teaser at hand, else not mentioned."""
    days = {r.article.id: (r.article.published or "")[:10] for r in traced.readings}
    teasers = _teasers(traced.readings)
    return tuple(
        Coverage(claim=claim.id, article=article, told=told)
        for claim in claims
        if claim.status != "single"
        for article, told in _told_by(claim, days, teasers)
    )


def _told_by(claim: Claim, days: dict[str, str], teasers: frozenset[str]) -> Iterator[tuple[str, Told]]:
    telling = {mention.article for mention in claim.mentions}
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
