"""What is known of each feed that is watched: its ETag, when to ask again, which items were seen.

Comes in:   a database.
Goes out:   a mapping from a feed's address to a state of JSON values, each written down at once.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, MutableMapping
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select

from tellings.store import schema
from tellings.store.database import Database

State = dict[str, Any]


class FeedStates(MutableMapping[str, State]):
    """States by address. What is got is a copy: set it to keep a change."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __getitem__(self, url: str) -> State:
        columns = schema.feeds.c
        state = self._database.read(lambda c: c.scalar(select(columns.state).where(columns.url == url)))
        if state is None:
            raise KeyError(url)
        kept: State = json.loads(state)
        return kept

    def __setitem__(self, url: str, state: State) -> None:
        packed = json.dumps(state)

        def put(connection: Connection) -> None:
            connection.execute(delete(schema.feeds).where(schema.feeds.c.url == url))
            connection.execute(insert(schema.feeds).values(url=url, state=packed))

        self._database.write(put)

    def put(self, url: str, state: State) -> None:
        """Writes a state down in place of the one before."""
        self[url] = state

    def __delitem__(self, url: str) -> None:
        gone = self._database.write(
            lambda c: c.execute(delete(schema.feeds).where(schema.feeds.c.url == url)).rowcount
        )
        if not gone:
            raise KeyError(url)

    def __iter__(self) -> Iterator[str]:
        columns = schema.feeds.c
        yield from self._database.read(lambda c: c.scalars(select(columns.url).order_by(columns.url)).all())

    def __len__(self) -> int:
        count = select(func.count()).select_from(schema.feeds)
        return int(self._database.read(lambda c: c.scalar(count)) or 0)
