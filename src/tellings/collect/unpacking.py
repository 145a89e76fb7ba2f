"""Archives are unpacked as a stream, never to disk, and never without bound.

Comes in:   an open file, plain or gzip-compressed in any number of members.
Goes out:   its unpacked bytes, `damage` where they break off; `UnreadableSource` for a bomb.
"""

from __future__ import annotations

import io
import zlib
from typing import TYPE_CHECKING, BinaryIO

from tellings.collect.rules import Rules
from tellings.errors import UnreadableSource

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_BLOCK = 65_536


class Budget:
    """How much may still be unpacked of an archive of `size` bytes."""

    def __init__(self, size: int, rules: Rules) -> None:
        self._left = rules.max_inflation * size + rules.max_bytes
        self._times = rules.max_inflation

    def spend(self, count: int) -> None:
        """Count unpacked bytes; raises `UnreadableSource` where they are more than any honest archive's."""
        self._left -= count
        if self._left < 0:
            raise UnreadableSource(
                f"It unpacks to more than {self._times} times its size, as a file does that is made to fill "
                "the disk of its reader; the rest of it is not read.",
                fix="Get it from another place, or give the articles themselves.",
            )


class Unpacked(io.RawIOBase):
    """The bytes of a file, gzip unpacked."""

    def __init__(self, file: BinaryIO, budget: Budget) -> None:
        super().__init__()
        self._file, self._budget = file, budget
        self._waiting = file.read(_BLOCK)
        self._inflate = _gzip() if self._waiting.startswith(b"\x1f\x8b") else None
        self._within_member = self._inflate is not None
        self.damage: str | None = None
        """Why the bytes break off before the end, once they have."""

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        """Fill the buffer with unpacked bytes; 0 at the end, or where the file is damaged."""
        view = memoryview(buffer).cast("B")
        try:
            data = self._next(len(view)) if self.damage is None else b""
        except (zlib.error, EOFError, OSError) as error:
            self.damage = str(error) or type(error).__name__
            return 0
        self._budget.spend(len(data))
        view[: len(data)] = data
        return len(data)

    def _next(self, most: int) -> bytes:
        if self._inflate is None:
            data, self._waiting = self._waiting[:most], self._waiting[most:]
            return data or self._file.read(most)
        while True:
            if not self._waiting:
                self._waiting = self._file.read(_BLOCK)
            if not self._waiting:
                return self._end()
            if self._inflate.eof:
                self._inflate = _gzip()
            data = self._inflate.decompress(self._waiting, most)
            self._waiting = self._inflate.unused_data or self._inflate.unconsumed_tail
            self._within_member = not self._inflate.eof
            if data:
                return data

    def _end(self) -> bytes:
        if self._within_member:
            raise EOFError("the compressed data ends in the middle")
        return b""


def _gzip() -> zlib._Decompress:
    return zlib.decompressobj(wbits=31)


def unpack_body(data: bytes, encoding: str, *, max_bytes: int) -> bytes:
    """An archived body without its content encodings; raises `UnreadableSource` for others, and bombs.

    A body that is not encoded as it says is taken as it is: archivers unpack bodies and keep the header.
    """
    for name in reversed([part.strip().lower() for part in encoding.split(",")]):
        if name in ("", "identity"):
            continue
        if name in ("gzip", "x-gzip"):
            data = _inflated(data, 31, max_bytes) if data.startswith(b"\x1f\x8b") else data
        elif name == "deflate":
            data = _inflated(data, 47 if data[:1] == b"\x78" else -15, max_bytes)
        elif name == "br":
            data = _unbrotlied(data, max_bytes)
        else:
            raise UnreadableSource(
                f"It is compressed as {name[:20]}, which is not read.", fix="Save the page from a browser."
            )
        if len(data) > max_bytes:
            raise too_large_body(max_bytes)
    return data


def too_large_body(max_bytes: int) -> UnreadableSource:
    """The error for one page of an archive over the bound."""
    return UnreadableSource(
        f"It holds more than {max_bytes / 1_000_000:g} MB, more than any article.",
        fix="Save the article alone, as text or as a page.",
    )


def _inflated(data: bytes, wbits: int, max_bytes: int) -> bytes:
    try:
        return zlib.decompressobj(wbits=wbits).decompress(data, max_bytes + 1)
    except zlib.error:
        return data


def _unbrotlied(data: bytes, max_bytes: int) -> bytes:
    import brotli

    unpack, pieces, size = brotli.Decompressor(), [], 0
    try:
        piece = unpack.process(data, output_buffer_limit=_BLOCK)
        while piece and size <= max_bytes:
            pieces.append(piece)
            size += len(piece)
            piece = unpack.process(b"", output_buffer_limit=_BLOCK)
    except brotli.error:
        return b"".join(pieces) or data
    return b"".join(pieces)
