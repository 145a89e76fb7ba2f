"""A log of what a long command does, where one is asked for.

Comes in:   the path of a file (or "-" for stderr), from --log or TELLINGS_LOG.
Goes out:   lines of JSON appended to it, each with `time` (UTC), `level`, `event` and the event's facts; a
            file that is moved away by log rotation is made anew. Without a path nothing is written.
"""

from __future__ import annotations

import json
import logging
import logging.handlers
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from tellings.errors import CannotWrite

VARIABLE = "TELLINGS_LOG"
Log = Annotated[
    str | None,
    typer.Option(
        "--log",
        metavar="FILE",
        help=f"Append what happens to this file, one JSON object a line; - is stderr. Without it {VARIABLE} "
        "counts.",
    ),
]


@contextmanager
def logged(path: str | None) -> Iterator[None]:
    """While it lasts, what happens is written down. Raises `CannotWrite` where the file cannot be."""
    path = path or os.environ.get(VARIABLE, "").strip() or None
    if path is None:
        yield
        return
    logger, handler = logging.getLogger("tellings"), _handler(path)
    handler.setFormatter(_JsonLine())
    level, passes_on = logger.level, logger.propagate
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    logger.propagate = False
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.setLevel(level)
        logger.propagate = passes_on
        handler.close()


class _JsonLine(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        when = datetime.fromtimestamp(record.created, UTC).replace(tzinfo=None)
        line = {
            "time": when.isoformat(timespec="milliseconds") + "Z",
            "level": record.levelname.lower(),
            "event": record.getMessage(),
            **getattr(record, "facts", {}),
        }
        return json.dumps(line, ensure_ascii=True, default=str)


class _Appending(logging.handlers.WatchedFileHandler):
    """A log that cannot be written any more (a full disk) never stops the work."""

    def handleError(self, record: logging.LogRecord) -> None:
        """Leaves the line out."""


def _handler(path: str) -> logging.Handler:
    if path == "-":
        return logging.StreamHandler(sys.stderr)
    try:
        return _Appending(Path(path).expanduser(), encoding="utf-8")
    except OSError as error:
        raise CannotWrite(
            f"The log {path} cannot be written: {error.strerror or error}.",
            fix=f"Name another file with --log or in {VARIABLE}.",
        ) from error
