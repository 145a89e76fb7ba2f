"""What happens while the program works, for whoever wants to know.

Comes in:   the name of an event and its facts.
Goes out:   a record of Python's `logging` on the logger "tellings", with the facts in `record.facts`. Nobody
            sees it unless a handler is set up: `tellings.cli.logs` writes them as lines of JSON.
"""

from __future__ import annotations

import logging

_LOGGER = logging.getLogger("tellings")
_LOGGER.addHandler(logging.NullHandler())


def note(event: str, **facts: object) -> None:
    """Something happened as it should."""
    _LOGGER.info(event, extra={"facts": facts})


def warn(event: str, **facts: object) -> None:
    """Something did not go as it should, and the work goes on."""
    _LOGGER.warning(event, extra={"facts": facts})
