"""A .jsonl file becomes articles, line by line.

Comes in:   the lines of a file, one JSON record each.
Goes out:   an `Article` for each good line and a `SetAside` for each broken one, named `file.jsonl:LINE`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tellings.collect.encodings import decode
from tellings.collect.files import too_large
from tellings.collect.record import article_from_record, parse
from tellings.errors import NoArticleText, SourceError, UnreadableSource
from tellings.records import Article, SetAside


def articles_by_line(
    lines: Iterable[bytes | None], *, path: str, max_bytes: int
) -> Iterator[Article | SetAside]:
    """The records of a file; raises a `SourceError` for the whole file if not one line is a record.

    A line of None stands for one that is longer than `max_bytes`.
    """
    broken: list[SetAside] = []
    good = 0
    for number, line in enumerate(lines, start=1):
        if line is not None and not line.strip(b"\xef\xbb\xbf \t\r\n"):
            continue
        name = f"{path}:{number}"
        try:
            article = _article_of(line, name, max_bytes)
        except SourceError as error:
            broken.append(SetAside(path=name, reason=error.message, fix=error.fix))
            if good:
                yield from broken
                broken = []
            continue
        good += 1
        yield from broken
        broken = []
        yield article
    if not good:
        raise _no_records(broken)


def _article_of(line: bytes | None, name: str, max_bytes: int) -> Article:
    if line is None:
        raise too_large(max_bytes)
    return article_from_record(parse(decode(line)), path=name)


def _no_records(broken: list[SetAside]) -> SourceError:
    if not broken:
        return NoArticleText("It is empty.", fix="Put one JSON record a line into it, or leave it out.")
    first = broken[0]
    return UnreadableSource(
        f"None of its {len(broken)} lines is an article; the first: {first.reason}",
        fix="A .jsonl holds one JSON record a line; name a file that holds a single one .json.",
    )
