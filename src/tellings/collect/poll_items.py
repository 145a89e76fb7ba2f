"""What is new in a feed that is polled.

Comes in:   a `Feed` as it is now, and the `Memory` of what was seen of it.
Goes out:   the new and the edited items, one by one; whether all of them were dealt with.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Generator
from itertools import chain

from tellings.collect.acceptance import accepted
from tellings.collect.answers import Fetched, may_work_later
from tellings.collect.feed import Feed, FeedItem
from tellings.collect.feed_articles import (
    article_behind,
    article_in_feed,
    first_and_distinct,
    in_feed,
    problems_of,
    unread,
    with_plausible_date,
)
from tellings.collect.poll_memory import Memory
from tellings.collect.rules import Rules
from tellings.errors import FetchRefused, SourceError
from tellings.records import Article, SetAside

_MOST_TRIES = 3


class Stopped(Exception):
    """The poller was stopped while something was on its way."""


class _Later(Exception):
    """The page of an item did not come; it is asked for again the next time."""

    def __init__(self, error: FetchRefused) -> None:
        super().__init__()
        self.error = error


def new_in_feed(
    feed: Feed,
    *,
    name: str,
    memory: Memory,
    get: Callable[[str], Fetched],
    keep: Callable[[], None],
    stopped: Callable[[], bool],
    now: float,
    rules: Rules,
) -> Generator[Article | SetAside, None, bool]:
    """Each item that is new, named `name:NUMBER`; returns whether none is left for the next time.

    `get` fetches a page, `keep` keeps the memory. An item is remembered once the next one is asked for.
    Raises `Stopped` between two items.
    """
    items, left_out = first_and_distinct(feed, name, rules)
    for note in chain(problems_of(feed, name), left_out):
        if (kind := re.sub(r"\d+", "", note.reason)) not in memory.told:
            memory.told[kind] = None
            yield note
    pages, complete = 0, True
    for item in items:
        if not memory.is_new(item):
            continue
        if stopped():
            raise Stopped
        text = in_feed(item)
        if text is None and item.link and pages >= rules.max_linked:
            complete = False
            continue
        pages += text is None
        path = f"{name}:{item.number}"
        item, note_of_date = with_plausible_date(item, path=path, now=now)
        try:
            found = _article(item, text, path, get)
        except _Later as later:
            complete = _gives_up(memory, item) and complete
            yield _set_aside(path, unread(item, later.error))
        except SourceError as error:
            yield _set_aside(path, error)
            memory.saw(item)
        else:
            if note_of_date is not None:
                yield note_of_date
            yield found
            memory.saw(item)
        keep()
    return complete


def _article(item: FeedItem, text: str | None, path: str, get: Callable[[str], Fetched]) -> Article:
    if text is not None:
        return accepted(article_in_feed(item, text, path=path))
    if item.link is None:
        raise unread(item, None)
    try:
        return accepted(article_behind(item, get(item.link), path=path))
    except FetchRefused as error:
        if may_work_later(error):
            raise _Later(error) from error
        raise unread(item, error) from error
    except SourceError as error:
        raise unread(item, error) from error


def _gives_up(memory: Memory, item: FeedItem) -> bool:
    """Whether the page of the item failed for the last time."""
    if memory.failed(item) < _MOST_TRIES:
        return False
    memory.saw(item)
    return True


def _set_aside(path: str, error: SourceError) -> SetAside:
    return SetAside(path=path, reason=error.message, fix=error.fix)
