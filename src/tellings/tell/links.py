"""Where a cite, an article or a speaker leads.

Comes in:   places of the view.
Goes out:   addresses. Each rendering as HTML has links of its own: a page that holds the articles jumps to
            marked words in itself, a site goes to another page, a notebook goes nowhere.
"""

from __future__ import annotations

from typing import Protocol

from tellings.tell.places import Place


class Links(Protocol):
    """What the templates ask for; None where there is nothing to go to."""

    def cite(self, place: Place) -> str | None:
        """The address at which the words of a place are shown in their article."""

    def article(self, letter: str) -> str | None:
        """The address of an article, by its letter."""

    def speaker(self, id: str) -> str | None:
        """The address of all that a speaker is reported to say."""


class InPage:
    """Links within one page that holds every article; remembers which places need a mark."""

    def __init__(self) -> None:
        self.places: dict[str, Place] = {}

    def cite(self, place: Place) -> str:
        """A jump to the marked words."""
        self.places[place.anchor] = place
        return f"#{place.anchor}"

    def article(self, letter: str) -> str:
        """A jump to the article."""
        return f"#article-{letter}"

    def speaker(self, id: str) -> None:
        """A page has no place of its own for a speaker."""


class Nowhere:
    """No links at all."""

    def cite(self, place: Place) -> None:
        """Nothing to go to."""

    def article(self, letter: str) -> None:
        """Nothing to go to."""

    def speaker(self, id: str) -> None:
        """Nothing to go to."""
