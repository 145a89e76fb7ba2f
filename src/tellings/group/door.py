"""The room's door: what brings the articles of one event together."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from tellings.group.newsdesk import Newsdesk
from tellings.group.vectors import vectors_of
from tellings.records import Article, Grouped, Reading

_SECONDS_A_DAY = 86_400.0


def group(readings: Sequence[Reading], *, one_story: bool = False) -> tuple[Grouped, ...]:
    """The readings as stories, in the order in which each story's first reading was given.

    With `one_story` all readings are taken as one story. Ids are "story-1", "story-2", … in that order; the
    readings of a story keep the order given. No readings give no stories.
    """
    if one_story:
        ids = ["story-1"] * len(readings)
    else:
        ids = group_articles([reading.article for reading in readings])
    members: dict[str, list[Reading]] = {}
    for story, reading in zip(ids, readings, strict=True):
        members.setdefault(story, []).append(reading)
    return tuple(Grouped(id=story, readings=tuple(told)) for story, told in members.items())


def group_articles(articles: Sequence[Article]) -> list[str]:
    """The story id of each article, in the same order; needs no reading and no learned model.

    Articles are taken in order of time, those without a usable date last in the order given.
    """
    days = days_of(articles)
    stories = Newsdesk(vectors_of(articles), days).sort(in_order_of_time(days))
    ids = [""] * len(articles)
    for number, story in enumerate(sorted(stories, key=min), start=1):
        for article in story:
            ids[article] = f"story-{number}"
    return ids


def days_of(articles: Sequence[Article]) -> list[float | None]:
    """The day of each article, as days since 1970; None where it has no usable date."""
    return [_day(article.published) for article in articles]


def in_order_of_time(days: Sequence[float | None]) -> list[int]:
    """The places of the articles, earliest first, those without a date last in the order given."""
    return sorted(range(len(days)), key=lambda place: (days[place] is None, days[place] or 0.0, place))


def _day(published: str | None) -> float | None:
    """Days since 1970, with the hour as a fraction; None for a missing or unusable date."""
    try:
        moment = datetime.fromisoformat((published or "").strip())
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return moment.timestamp() / _SECONDS_A_DAY
