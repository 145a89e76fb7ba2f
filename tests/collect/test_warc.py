from __future__ import annotations

import gzip
import io
import zlib
from dataclasses import replace
from pathlib import Path

import brotli
import pytest

from tellings.collect import Rules, collect
from tellings.records import Collection

from .archives import Warc, chunked, gzipped_zeros
from .feeds import PARAGRAPHS, page

A, B, C = (f"https://maren.example/{name}" for name in "abc")
RULES = Rules(max_bytes=200_000)


def collected(path: Path, data: bytes, rules: Rules = RULES) -> Collection:
    path.write_bytes(data)
    return collect([path], rules=rules)


@pytest.fixture
def warc(tmp_path: Path) -> Path:
    return tmp_path / "crawl.warc.gz"


def reasons(collection: Collection) -> list[str]:
    assert all(gone.fix for gone in collection.set_aside)
    return [gone.reason for gone in collection.set_aside]


@pytest.mark.parametrize("compressed", [True, False])
def test_each_captured_page_is_an_article_with_the_time_of_its_capture(
    compressed: bool, tmp_path: Path
) -> None:
    path = tmp_path / ("crawl.warc.gz" if compressed else "crawl.warc")
    data = Warc(compressed=compressed).response(A, page(1)).response(B, page(2)).bytes()
    collection = collected(path, data)
    assert [article.url for article in collection.articles] == [A, B]
    one = collection.articles[0]
    assert one.title == "Search goes on, day 1"
    assert one.outlet == "maren.example"
    assert one.path == f"{path}:1"
    assert one.published is None
    assert one.captured == "2024-03-08T14:20:00+00:00"
    assert PARAGRAPHS[0] in one.text
    assert collection.set_aside == ()


def test_an_archive_in_a_folder_is_found(tmp_path: Path) -> None:
    Warc().response(A, page(1)).save(tmp_path / "crawl.warc.gz")
    assert len(collect([tmp_path]).articles) == 1


@pytest.mark.parametrize("encoding", ["gzip", "br", "deflate", "chunked", "chunked gzip", "not as it says"])
def test_a_body_is_read_however_it_was_sent(encoding: str, warc: Path) -> None:
    body, headers = page(1).encode(), []
    for name in reversed(encoding.split()):
        if name == "chunked":
            body = chunked(body)
            headers.append(("Transfer-Encoding", "chunked"))
        elif name in ("gzip", "br", "deflate"):
            pack = {"gzip": gzip.compress, "br": brotli.compress, "deflate": zlib.compress}[name]
            body = pack(body)
            headers.append(("Content-Encoding", name))
    if encoding == "not as it says":
        headers = [("Content-Encoding", "gzip")]
    (article,) = collected(warc, Warc().response(A, body, headers=tuple(headers)).bytes()).articles
    assert PARAGRAPHS[2] in article.text


def test_what_is_no_page_is_counted_and_told_in_one_line(warc: Path) -> None:
    data = (
        Warc()
        .response("https://maren.example/x.png", b"\x89PNG", kind="image/png")
        .response("https://maren.example/y.png", b"\x89PNG", kind="image/png")
        .response(A, page(1))
        .response(B, "Not here", status="404 Not Found")
        .revisit(A)
        .bytes()
    )
    collection = collected(warc, data)
    assert len(collection.articles) == 1
    (told,) = reasons(collection)
    assert told.startswith(
        "4 of its records are no pages (2 × image/png, 1 × answer 404, 1 × unchanged since"
    )


def test_a_page_that_is_no_article_is_named_with_its_address(warc: Path) -> None:
    collection = collected(warc, Warc().response(A, "<html><body>Home News</body></html>").bytes())
    (gone,) = collection.set_aside
    assert gone.path == f"{warc}:1 {A}"
    assert "too few for an article" in gone.reason


def test_texts_and_resources_are_read(warc: Path) -> None:
    data = Warc().resource(A, page(1), "text/html").resource(B, "\n\n".join(PARAGRAPHS), "text/plain").bytes()
    assert [article.url for article in collected(warc, data).articles] == [A, B]


@pytest.mark.parametrize("compressed", [True, False])
def test_of_an_archive_cut_in_the_middle_of_a_record_everything_before_is_kept(
    compressed: bool, tmp_path: Path
) -> None:
    path = tmp_path / ("crawl.warc.gz" if compressed else "crawl.warc")
    two = Warc(compressed=compressed).response(A, page(1)).response(B, page(2)).bytes()
    three = Warc(compressed=compressed).response(A, page(1)).response(B, page(2)).response(C, page(3)).bytes()
    for cut in (len(two) + 10, len(two) + 200, (len(two) + len(three)) // 2, len(three) - 30):
        collection = collected(path, three[:cut])
        assert [article.url for article in collection.articles] == [A, B]
        (gone,) = collection.set_aside
        assert "breaks off here" in gone.reason
        assert "everything before is read" in gone.reason


def test_of_an_archive_damaged_in_the_middle_everything_before_is_kept(warc: Path) -> None:
    one = Warc().response(A, page(1)).bytes()
    two = Warc().response(A, page(1)).response(B, page(2)).bytes()
    middle = (len(one) + len(two)) // 2
    damaged = two[:middle] + b"\x00\xff" * 20 + two[middle + 40 :]
    collection = collected(warc, damaged)
    assert [article.url for article in collection.articles] == [A]
    assert "breaks off here" in reasons(collection)[0]


def test_a_record_with_a_false_length_does_not_hide_the_next(tmp_path: Path) -> None:
    data = Warc(compressed=False).response(A, page(1)).response(B, page(2)).bytes()
    head, colon, rest = data.partition(b"Content-Length: ")
    length = int(rest[: rest.index(b"\r\n")])
    short = head + colon + str(length - 20).encode() + rest[rest.index(b"\r\n") :]
    collection = collected(tmp_path / "crawl.warc", short)
    assert [article.url for article in collection.articles] == [A, B]


def test_a_huge_record_is_set_aside_and_the_next_one_read(warc: Path) -> None:
    data = Warc().response(A, b"<html>" + b"x" * 300_000).response(B, page(2)).bytes()
    collection = collected(warc, data)
    assert [article.url for article in collection.articles] == [B]
    assert reasons(collection) == ["It holds more than 0.2 MB, more than any article."]


@pytest.mark.parametrize("pack", [gzip.compress, brotli.compress])
def test_a_small_body_that_unpacks_to_a_huge_one_is_set_aside(pack: object, warc: Path) -> None:
    assert callable(pack)
    name = "br" if pack is brotli.compress else "gzip"
    bomb = pack(b" " * 2_000_000)
    data = Warc().response(A, bomb, headers=(("Content-Encoding", name),)).response(B, page(2)).bytes()
    collection = collected(warc, data)
    assert [article.url for article in collection.articles] == [B]
    assert reasons(collection) == ["It holds more than 0.2 MB, more than any article."]


def test_an_archive_that_unpacks_without_end_is_left(warc: Path) -> None:
    good = Warc().response(A, page(1)).bytes()
    rules = replace(RULES, max_inflation=20)
    huge = b"WARC/1.1\r\nWARC-Type: metadata\r\nContent-Length: 900000000\r\n\r\n"
    collection = collected(warc, good + gzip.compress(huge) + gzipped_zeros(6_000_000), rules)
    assert [article.url for article in collection.articles] == [A]
    assert "unpacks to more than 20 times its size" in reasons(collection)[0]


@pytest.mark.parametrize(
    "head", [b"WARC/1.1\r\nX: " + b"y" * 900_000, b"WARC/1.1\r\n" + b"X: y\r\n" * 200_000]
)
def test_a_head_without_end_is_left(head: bytes, warc: Path) -> None:
    collection = collected(warc, Warc().response(A, page(1)).bytes() + gzip.compress(head))
    assert [article.url for article in collection.articles] == [A]
    assert "head of a record in it is larger than any" in reasons(collection)[0]


@pytest.mark.parametrize(
    "data", [b"", b"no archive at all\n" * 50, gzip.compress(b"no archive"), b"\x1f\x8b\x08"]
)
def test_what_is_no_archive_is_named(data: bytes, warc: Path) -> None:
    collection = collected(warc, data)
    assert collection.articles == ()
    (reason,) = reasons(collection)
    assert "no WARC records" in reason or "breaks off" in reason


@pytest.mark.parametrize(
    "line",
    [b"Content-Length: many", b"Content-Length: -5", b"X: y", b"WARC-Type: response\r\nContent-Length: 9"],
)
def test_a_broken_head_is_told_and_what_is_before_kept(line: bytes, tmp_path: Path) -> None:
    good = Warc(compressed=False).response(A, page(1)).bytes()
    broken = b"WARC/1.1\r\n" + line + b"\r\n\r\nHTTP/1.1 200 OK\r\n\r\nhello"
    collection = collected(tmp_path / "crawl.warc", good + broken)
    assert [article.url for article in collection.articles] == [A]


def test_an_unknown_compression_is_named(warc: Path) -> None:
    data = Warc().response(A, b"....", headers=(("Content-Encoding", "zstd"),)).bytes()
    assert reasons(collected(warc, data)) == ["It is compressed as zstd, which is not read."]


def test_an_archive_larger_than_any_article_is_read_page_by_page(tmp_path: Path) -> None:
    noise = io.BytesIO()
    noise.write(b"\x89PNG" + bytes(range(256)) * 3_000)
    warc = Warc(compressed=False)
    for _ in range(3):
        warc.response("https://maren.example/x.png", noise.getvalue(), kind="image/png")
    collection = collected(tmp_path / "crawl.warc", warc.response(A, page(1)).bytes())
    assert [article.url for article in collection.articles] == [A]
