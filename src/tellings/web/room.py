"""What every page of the room has at hand.

Comes in:   the library, and how the room is shut.
Goes out:   `Room`, found by each page through its request.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request

from tellings.store import Library
from tellings.web.desk import Desk
from tellings.web.jobs import Jobs
from tellings.web.safety.gate import Gate, Tries


@dataclass(frozen=True, slots=True)
class Room:
    """The library with the desk and the jobs over it."""

    library: Library
    desk: Desk
    jobs: Jobs
    gate: Gate
    tries: Tries


def room_of(request: Request) -> Room:
    """The room that a request came to."""
    room: Room = request.app.state.room
    return room


InRoom = Annotated[Room, Depends(room_of)]
