"""The records of a WARC file, one after another.

Comes in:   the unpacked bytes of the file.
Goes out:   warcio's records, their content still to be read; `Cut` where the bytes break off.

The heads are read by warcio, over a stream that bounds them: a file may hold a line of ten gigabytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from tellings.errors import UnreadableSource

_LONGEST_LINE = 65_536
_LONGEST_HEAD = 512_000


class Cut(Exception):
    """The file ends within a record."""


def records_of(file: BinaryIO) -> Iterator[Any]:
    """Every record, in order; what is left of one is passed over when the next is asked for."""
    from warcio.exceptions import ArchiveLoadFailed
    from warcio.recordloader import ArcWarcRecordLoader
    from warcio.statusandheaders import StatusAndHeadersParserException

    loader = ArcWarcRecordLoader(verify_http=False, arc2warc=False)
    stream = _Bounded(file)
    while first := _first_line(stream):
        stream.begin_head()
        try:
            record = loader.parse_record_stream(stream, statusline=first, known_format="warc")
        except EOFError as error:
            raise Cut("it ends in the head of a record") from error
        except (ArchiveLoadFailed, StatusAndHeadersParserException, AttributeError, ValueError) as error:
            raise Cut("a record has no proper head") from error
        if not record.length and record.length != 0:
            raise Cut("a record does not say how long it is")
        stream.end_head()
        yield record
        while record.raw_stream.read(_LONGEST_LINE):
            pass
        if record.raw_stream.limit > 0:
            raise Cut("it ends in the middle of a record")


def _first_line(stream: _Bounded) -> bytes:
    """The line that opens the next record; what is none, after a false length, is passed over."""
    stream.end_head()
    while line := stream.readline(_LONGEST_LINE):
        if line.startswith(b"WARC/"):
            return line
    return b""


class _Bounded:
    """A stream as warcio wants it, whose lines and heads are bounded."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._place = 0
        self._left_of_head: int | None = None

    def begin_head(self) -> None:
        self._left_of_head = _LONGEST_HEAD

    def end_head(self) -> None:
        self._left_of_head = None

    def tell(self) -> int:
        return self._place

    def read(self, length: int | None = None) -> bytes:
        data = self._file.read(-1 if length is None else length)
        self._place += len(data)
        return data

    def readline(self, length: int | None = None) -> bytes:
        most = _LONGEST_LINE if length is None else min(length, _LONGEST_LINE)
        line = self._file.readline(most)
        self._place += len(line)
        if self._left_of_head is not None:
            self._left_of_head -= len(line)
            if self._left_of_head < 0 or len(line) == _LONGEST_LINE:
                raise UnreadableSource(
                    "The head of a record in it is larger than any; the rest of it is not read.",
                    fix="Get the file again from where it came.",
                )
        return line
