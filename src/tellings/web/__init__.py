"""The reading room: pages and a JSON API over a library.

Comes in:   an open `Library`, and who may read (`Gate`).
Goes out:   `reading_room(library)`, an ASGI application; `tellings serve` runs it. Every page is whole
            without scripts, asks for nothing outside the room, and changes nothing when it is only looked at.
"""

from tellings.web.app import reading_room
from tellings.web.jobs import Jobs
from tellings.web.safety.gate import Gate

__all__ = ["Gate", "Jobs", "reading_room"]
