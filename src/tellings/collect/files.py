"""Files are read, boundedly and never hanging.

Comes in:   a path.
Goes out:   its bytes, or `UnreadableSource` with what is wrong and what to do.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from tellings.errors import UnreadableSource
from tellings.records import SetAside

_FIXES: dict[type[OSError], tuple[str, str]] = {
    FileNotFoundError: ("There is no such file.", "Check the spelling of the path."),
    PermissionError: ("The file may not be read (permission denied).", "Change its permissions, or copy it."),
    IsADirectoryError: ("This is a folder.", "Give the folder itself, or the files in it."),
}


def read_bytes(path: Path, *, max_bytes: int) -> bytes:
    """The whole of a regular file; raises `UnreadableSource` for anything else or larger."""
    try:
        with open_regular(path) as file:
            if os.fstat(file.fileno()).st_size > max_bytes:
                raise too_large(max_bytes)
            data = file.read(max_bytes + 1)
    except OSError as error:
        raise unreadable(error) from error
    if len(data) > max_bytes:
        raise too_large(max_bytes)
    return data


def open_regular(path: Path) -> BinaryIO:
    """An open regular file. A pipe or a device is refused before it can block."""
    # Without O_NONBLOCK, opening a pipe that nobody writes to would wait for ever.
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    mode = os.fstat(descriptor).st_mode
    if stat.S_ISDIR(mode) or not stat.S_ISREG(mode):
        os.close(descriptor)
        if stat.S_ISDIR(mode):
            raise IsADirectoryError(path)
        raise UnreadableSource(
            "This is a pipe or a device, not a file.", fix='Pipe its content in and give "-" as the source.'
        )
    return os.fdopen(descriptor, "rb")


def bounded_lines(file: BinaryIO, *, max_bytes: int) -> Iterator[bytes | None]:
    """The lines of a file, None for one longer than `max_bytes`."""
    while line := file.readline(max_bytes + 1):
        if len(line) <= max_bytes:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = file.readline(max_bytes + 1)
        yield None


def too_large(max_bytes: int) -> UnreadableSource:
    """The error for a source over the bound."""
    return UnreadableSource(
        f"It holds more than {max_bytes / 1_000_000:g} MB, more than any article.",
        fix="Give the article alone; many articles together go into a .jsonl, one a line.",
    )


def unreadable(error: OSError | ValueError) -> UnreadableSource:
    """What an error of the file system means to the reader, and the fix."""
    for kind, (reason, fix) in _FIXES.items():
        if isinstance(error, kind):
            return UnreadableSource(reason, fix=fix)
    said = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return UnreadableSource(f"The file cannot be read ({said}).", fix="Check the path and the disk.")


def set_aside(label: str, error: UnreadableSource) -> SetAside:
    """The error as a record."""
    return SetAside(path=label, reason=error.message, fix=error.fix)
