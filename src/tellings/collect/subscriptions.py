"""Which feeds to poll.

Comes in:   addresses of feeds, and files that list some (OPML).
Goes out:   a `FeedList`: every feed once, and what is none with its reason and fix.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from tellings.collect import files
from tellings.collect.addresses import parse
from tellings.collect.opml import FeedList, read_opml
from tellings.collect.rules import DEFAULT_RULES, Rules
from tellings.errors import SourceError
from tellings.records import SetAside


def feeds_of(sources: Iterable[str | Path], *, rules: Rules = DEFAULT_RULES) -> FeedList:
    """The feeds that the sources name, in their order; nothing is fetched, and nothing raises."""
    feeds: dict[str, None] = {}
    set_aside: list[SetAside] = []
    for source in map(str, sources):
        try:
            if re.match(r"(?i)[a-z][a-z0-9+.-]+://", source):
                parse(source)
                feeds.setdefault(source)
                continue
            listed = read_opml(files.read_bytes(Path(source), max_bytes=rules.max_bytes), name=source)
        except SourceError as error:
            set_aside.append(SetAside(path=source, reason=error.message, fix=error.fix))
        else:
            feeds.update(dict.fromkeys(listed.feeds))
            set_aside += listed.set_aside
    return FeedList(feeds=tuple(feeds), set_aside=tuple(set_aside))
