"""Pages are had when they are wanted, and fetched before.

Comes in:   addresses, those that are sure to be wanted ahead of the others.
Goes out:   `Fetched` pages, in the order in which they are asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import Future

from tellings.collect.answers import Fetched
from tellings.collect.fetch import Fetcher
from tellings.errors import FetchRefused


class Web:
    """What `collect` knows of the web."""

    def __init__(self, fetcher: Fetcher) -> None:
        self._fetcher = fetcher
        self._started: dict[str, Future[Fetched]] = {}

    def ahead(self, addresses: Iterable[str]) -> None:
        """Start fetching pages that will be asked for."""
        for address in addresses:
            if address not in self._started:
                self._started[address] = self._fetcher.start(address)

    def get(self, address: str) -> Fetched:
        """The page at an address; raises `FetchRefused`."""
        started = self._started.pop(address, None)
        return (started or self._fetcher.start(address)).result()

    def each(self, addresses: list[str], *, at_once: int) -> Iterator[Fetched | FetchRefused]:
        """The pages at many addresses in their order, no more than `at_once` of them held at a time."""
        for position, address in enumerate(addresses):
            self.ahead(addresses[position : position + at_once])
            try:
                yield self.get(address)
            except FetchRefused as error:
                yield error
