"""Reports onto disk, whole or not at all.

Comes in:   a path and a text.
Goes out:   the file. It is written beside its place under another name and put there in one step, so that
            neither Ctrl-C nor a full disk leaves half of one; what stood there before stays until then.
"""

from __future__ import annotations

import errno
import os
import tempfile
from contextlib import suppress
from pathlib import Path

from tellings.errors import CannotWrite

_FIXES = {
    errno.ENOSPC: "The disk is full: free some room or name a file on another disk.",
    errno.EDQUOT: "Your quota is used up: free some room or name a file on another disk.",
    errno.EACCES: "You may not write there: name a file in a folder of your own.",
    errno.EPERM: "You may not write there: name a file in a folder of your own.",
    errno.EROFS: "That disk is read-only: name a file on another disk.",
    errno.ENOENT: "The folder does not exist: make it first, or name a file in one that does.",
    errno.ENOTDIR: "A part of the path is a file: name a folder that exists.",
    errno.EISDIR: "That is a folder: name a file in it.",
    errno.ENAMETOOLONG: "The name is too long: choose a shorter one.",
}


def require_writable(path: Path) -> None:
    """Raises `CannotWrite` early for what is bound to fail, before any work is done."""
    target = _target(path)
    if target.is_dir():
        raise _cannot(path, errno.EISDIR)
    if not target.parent.exists():
        raise _cannot(path, errno.ENOENT)
    if not target.parent.is_dir():
        raise _cannot(path, errno.ENOTDIR)
    if not os.access(target.parent if not _is_special(target) else target, os.W_OK):
        raise _cannot(path, errno.EACCES)


def write_whole(path: Path, text: str) -> None:
    """Write the file, or raise `CannotWrite` and leave everything as it was."""
    target = _target(path)
    data = text.encode("utf-8", "replace")
    try:
        if _is_special(target):
            with target.open("wb") as out:
                out.write(data)
        else:
            _replace(target, data)
    except OSError as error:
        raise _cannot(path, error.errno or 0, error.strerror) from error


def numbered(path: Path, number: int) -> Path:
    """report.html for the first story, report-2.html for the second."""
    return path if number == 1 else path.with_name(f"{path.stem}-{number}{path.suffix}")


def _replace(target: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:100]}.", suffix=".part", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        os.chmod(name, _mode(target))
        os.replace(name, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise


def _mode(target: Path) -> int:
    """The permissions of the file that is replaced, or those of a new one."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _target(path: Path) -> Path:
    """Where a link leads, so that the link itself stays."""
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return path


def _is_special(target: Path) -> bool:
    """A device or a pipe, which must be written to and not replaced."""
    return target.exists() and not target.is_file() and not target.is_dir()


def _cannot(path: Path, number: int, words: str | None = None) -> CannotWrite:
    reason = words or os.strerror(number)
    return CannotWrite(
        f"{path} could not be written: {reason}.", fix=_FIXES.get(number, "Name another file.")
    )
