"""The dossiers that readers are looking at.

Comes in:   the names of stories.
Goes out:   `Told`: a dossier as it stands now, and pieces of pages made of it. Both are kept for as long as
            the story is unchanged and there is room, so that a page costs a look-up; nothing is compared
            here.
"""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from tellings import __version__
from tellings.dossier import Story
from tellings.store import Library
from tellings.tell.echoes import Echoes
from tellings.tell.places import Places
from tellings.tell.view import View, view_of

T = TypeVar("T")

_STORIES = 16
"""Dossiers held in memory; one of 50 articles takes some 30 MB with its view."""
_CHARACTERS = 50_000_000
"""Of rendered pages held in memory."""


class NotCompared(Exception):
    """The dossier of the story is out of date; comparing takes too long for a page."""

    def __init__(self, story: str) -> None:
        super().__init__(story)
        self.story = story


@dataclass(frozen=True)
class Told:
    """A story as it stood at one revision."""

    id: str
    revision: int
    dossier: Story

    @cached_property
    def view(self) -> View:
        """What a report shows of it."""
        return view_of(self.dossier)

    @cached_property
    def places(self) -> Places:
        """Its letters, places and words."""
        return Places(self.dossier)

    @cached_property
    def echoes(self) -> Echoes:
        """What the other articles print for each sentence."""
        return Echoes(self.dossier, self.places)

    @property
    def version(self) -> str:
        """Changes whenever anything of the story does, or the program."""
        return f"{__version__} {self.id} {self.revision}"


class Desk:
    """Dossiers and pages of them, the ones looked at last."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._lock = threading.Lock()
        self._told: OrderedDict[str, Told] = OrderedDict()
        self._pages: OrderedDict[Hashable, str] = OrderedDict()
        self._characters = 0
        self._making: dict[Hashable, threading.Lock] = {}

    def told(self, name: str) -> Told:
        """A story as it stands. Raises `NotInLibrary`, and `NotCompared` where it must be compared first."""
        now = self._library.standing(name)
        if not now.compared:
            raise NotCompared(now.story)
        key = now.story, now.revision
        with self._one_at_a_time(("told", *key)):
            with self._lock:
                held = self._told.get(now.story)
                if held is not None and held.revision == now.revision:
                    self._told.move_to_end(now.story)
                    return held
            fresh = Told(now.story, now.revision, self._library.show(now.story))
            with self._lock:
                self._told[now.story] = fresh
                self._told.move_to_end(now.story)
                while len(self._told) > _STORIES:
                    self._told.popitem(last=False)
            return fresh

    def page(self, told: Told, name: Hashable, make: Callable[[], str]) -> str:
        """A piece of a page about a story, made once for each of its revisions."""
        key = told.version, name
        with self._one_at_a_time(key):
            with self._lock:
                if key in self._pages:
                    self._pages.move_to_end(key)
                    return self._pages[key]
            made = make()
            with self._lock:
                self._pages[key] = made
                self._characters += len(made)
                while self._characters > _CHARACTERS and len(self._pages) > 1:
                    self._characters -= len(self._pages.popitem(last=False)[1])
            return made

    def _one_at_a_time(self, key: Hashable) -> threading.Lock:
        """A lock of its own for each thing that is made, so that fifty readers do not make it fifty times."""
        with self._lock:
            if len(self._making) > 1_000:
                self._making = {one: lock for one, lock in self._making.items() if lock.locked()}
            return self._making.setdefault(key, threading.Lock())


def tag_of(*parts: object) -> str:
    """An entity tag for what is made of these parts and of nothing else."""
    return f'"{hashlib.sha256(repr(parts).encode("utf-8", "backslashreplace")).hexdigest()[:32]}"'
