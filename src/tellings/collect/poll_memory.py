"""What a poller must remember of each feed to be polite and to tell nothing twice.

Comes in:   the record that was kept of a feed, of whatever age and origin.
Goes out:   a `Memory` that is sane in any case, and the record to keep: at most some 300 KB of JSON.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Any, Protocol

from tellings.collect.feed import FeedItem
from tellings.collect.feed_articles import content_of

DAY = 86_400.0
LONGEST_WAIT = 7 * DAY
# More than one feed may hold (`Rules.max_items`), so that nothing still in it is ever forgotten.
_MOST_SEEN = 5_000
_MOST_EDITS = 20
_MOST_TOLD = 50
_LAYOUT = 1


class State(Protocol):
    """Where one record for each feed is kept: what JSON can hold, replaced as a whole."""

    def get(self, feed: str) -> dict[str, Any] | None:
        """The record kept last, None where there is none."""

    def put(self, feed: str, record: dict[str, Any]) -> None:
        """Keep a record in place of the one before."""


class StateInMemory:
    """Records that end with the process."""

    def __init__(self) -> None:
        self.records: dict[str, dict[str, Any]] = {}

    def get(self, feed: str) -> dict[str, Any] | None:
        """The record kept last, None where there is none."""
        return self.records.get(feed)

    def put(self, feed: str, record: dict[str, Any]) -> None:
        """Keep a record in place of the one before."""
        self.records[feed] = record


@dataclass(slots=True, kw_only=True)
class Memory:
    """One feed. Times are seconds, `checked` since 1970, `wait` from then to the next time."""

    moved_to: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    checked: float | None = None
    wait: float = 0.0
    failures: int = 0
    gone: bool = False
    seen: dict[str, tuple[str, int]] = field(default_factory=dict)
    """For each item, by id and link: its content, and how often it was edited. The last met is last."""
    contents: dict[str, None] = field(default_factory=dict)
    tries: dict[str, int] = field(default_factory=dict)
    """How often the page of an item failed."""
    told: dict[str, None] = field(default_factory=dict)

    @classmethod
    def of(cls, record: object) -> Memory:
        """The memory in a record; what does not make sense in it is as if it had not been there."""
        if not isinstance(record, dict) or record.get("layout") != _LAYOUT:
            return cls()
        return cls(
            moved_to=_text(record.get("moved_to")),
            etag=_text(record.get("etag")),
            last_modified=_text(record.get("last_modified")),
            checked=_seconds(record.get("checked"), 1e11) if record.get("checked") is not None else None,
            wait=_seconds(record.get("wait"), LONGEST_WAIT),
            failures=int(_seconds(record.get("failures"), 1e6)),
            gone=record.get("gone") is True,
            seen={
                key: (value[0], value[1])
                for key, value in _table(record.get("seen")).items()
                if isinstance(value, list | tuple) and [type(v) for v in value] == [str, int]
            },
            contents=dict.fromkeys(_strings(record.get("contents"))),
            tries={key: value for key, value in _table(record.get("tries")).items() if type(value) is int},
            told=dict.fromkeys(_strings(record.get("told"))),
        )

    def record(self) -> dict[str, Any]:
        """What to keep: the items met last, as many as are bounded for."""
        return {
            "layout": _LAYOUT,
            "moved_to": self.moved_to,
            "etag": self.etag,
            "last_modified": self.last_modified,
            "checked": self.checked,
            "wait": self.wait,
            "failures": self.failures,
            "gone": self.gone,
            "seen": {key: list(value) for key, value in list(self.seen.items())[-_MOST_SEEN:]},
            "contents": list(self.contents)[-_MOST_SEEN:],
            "tries": dict(list(self.tries.items())[-_MOST_SEEN:]),
            "told": list(self.told)[-_MOST_TOLD:],
        }

    def seconds_left(self, now: float) -> float:
        """How long the feed is still to be left alone; a clock that was set back makes it no longer."""
        if self.checked is None:
            return 0.0
        return min(self.wait, max(0.0, self.wait - max(0.0, now - self.checked)))

    def is_new(self, item: FeedItem) -> bool:
        """Whether an item, or its present wording, was never seen; one that was counts as met again."""
        key, content = key_of(item), content_of(item)
        known, edits = self.seen.get(key, (None, 0))
        if known is not None and (known == content or edits >= _MOST_EDITS):
            self.seen[key] = self.seen.pop(key)
            self.contents.pop(content, None)
            self.contents[content] = None
            return False
        if content in self.contents:
            self.saw(item)
            return False
        return True

    def saw(self, item: FeedItem) -> None:
        """The item is dealt with."""
        key, content = key_of(item), content_of(item)
        known, edits = self.seen.pop(key, (content, 0))
        self.seen[key] = (content, edits + (known != content))
        self.contents.pop(content, None)
        self.contents[content] = None
        self.tries.pop(key, None)

    def failed(self, item: FeedItem) -> int:
        """How often the page of the item has failed, this time included."""
        key = key_of(item)
        self.tries[key] = self.tries.pop(key, 0) + 1
        return self.tries[key]


def key_of(item: FeedItem) -> str:
    """What names an item. The link is part of it: some feeds give all their items one id."""
    words = f"{item.id or item.title or ''}\n{(item.link or '').partition('#')[0]}"
    return hashlib.blake2b(words.encode("utf-8", "replace"), digest_size=8).hexdigest()


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and 0 < len(value) <= 2_000 else None


def _seconds(value: object, most: float) -> float:
    sane = isinstance(value, int | float) and 0 <= value <= most
    return float(value) if sane else 0.0  # type: ignore[arg-type]


def _table(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _strings(value: object) -> list[str]:
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []
