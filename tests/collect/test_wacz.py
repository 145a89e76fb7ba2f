from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from tellings.collect import Rules, collect
from tellings.records import Collection

from .archives import Warc, gzipped_zeros, sha256, wacz
from .feeds import page

A, B, C = (f"https://maren.example/{name}" for name in "abc")
WARC = "archive/data.warc.gz"
RULES = Rules(max_bytes=200_000, max_inflation=20)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "crawl.wacz"


def both() -> bytes:
    return Warc().response(A, page(1)).response(B, page(2)).bytes()


def reasons(collection: Collection) -> list[str]:
    assert all(gone.fix for gone in collection.set_aside)
    return [gone.reason for gone in collection.set_aside]


@pytest.mark.parametrize("stored", [True, False])
def test_every_page_of_an_archive_without_a_list_is_an_article(stored: bool, path: Path) -> None:
    collection = collect([wacz(path, {WARC: both()}, stored=stored)])
    assert [article.url for article in collection.articles] == [A, B]
    assert collection.articles[0].path == f"{path}/{WARC}:1"
    assert collection.articles[0].captured == "2024-03-08T14:20:00+00:00"


def test_only_the_pages_listed_are_articles_and_missing_ones_are_told(path: Path) -> None:
    collection = collect([wacz(path, {WARC: both()}, pages=[f"{A}#top", C])])
    assert [article.url for article in collection.articles] == [A]
    assert "1 × part of a page" in reasons(collection)[0]
    assert collection.set_aside[1].path == f"{path} {C}"
    assert "no capture of it" in reasons(collection)[1]


def test_a_listed_page_that_moved_is_followed(path: Path) -> None:
    moved = Warc().response(C, "", status="301 Moved", headers=(("Location", "/a"),)).response(A, page(1))
    collection = collect([wacz(path, {WARC: moved.bytes()}, pages=[C])])
    assert [article.url for article in collection.articles] == [A]


def test_true_digests_are_found_true(path: Path) -> None:
    collection = collect([wacz(path, {WARC: both()}, pages=[A, B], digests={})])
    assert len(collection.articles) == 2
    assert collection.set_aside == ()


def test_a_part_that_was_changed_after_the_capture_is_not_read(path: Path) -> None:
    other = "archive/other.warc.gz"
    parts = {WARC: both(), other: Warc().response(C, page(3)).bytes()}
    collection = collect([wacz(path, parts, digests={WARC: sha256(b"something else")})])
    assert [article.url for article in collection.articles] == [C]
    (gone,) = collection.set_aside
    assert gone.path == f"{path}/{WARC}"
    assert "changed or damaged after the capture" in gone.reason


def test_a_list_of_digests_that_was_changed_is_told(path: Path) -> None:
    collection = collect([wacz(path, {WARC: both()}, digests={}, package_digest=sha256(b"another"))])
    assert len(collection.articles) == 2
    assert "digest of its datapackage.json" in reasons(collection)[0]


@pytest.mark.parametrize(
    "name", ["../../etc/x.warc.gz", "/x.warc.gz", "archive\\..\\..\\x.warc.gz", "C:/x.warc"]
)
def test_a_name_that_leads_out_of_the_archive_is_set_aside_and_the_rest_read(
    name: str, path: Path, tmp_path: Path
) -> None:
    before = sorted(tmp_path.parent.rglob("*"))
    collection = collect([wacz(path, {name: both(), WARC: Warc().response(C, page(3)).bytes()})])
    assert [article.url for article in collection.articles] == [C]
    assert reasons(collection) == ["Its name leads out of the archive, and it is not read."]
    assert sorted(tmp_path.parent.rglob("*")) == sorted([*before, path])


@pytest.mark.parametrize("name", ["archive/inner.zip", "archive/inner.wacz"])
def test_an_archive_within_the_archive_is_not_opened(name: str, path: Path, tmp_path: Path) -> None:
    inner = wacz(tmp_path / "inner.wacz", {WARC: both()}).read_bytes()
    collection = collect([wacz(path, {name: inner, WARC: Warc().response(C, page(3)).bytes()})])
    assert [article.url for article in collection.articles] == [C]
    assert reasons(collection) == ["It is an archive within the archive, and is not read."]


def test_an_encrypted_part_is_set_aside(path: Path) -> None:
    data = bytearray(wacz(path, {WARC: both(), "archive/z.warc.gz": both()}).read_bytes())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        start = archive.getinfo(WARC).header_offset
    data[start + 6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    collection = collect([path])
    assert len(collection.articles) == 2
    assert reasons(collection)[0] == "It is encrypted, and is not read."


@pytest.mark.parametrize("stored", [True, False])
def test_a_zip_bomb_is_left(stored: bool, path: Path) -> None:
    good = Warc().response(A, page(1)).bytes()
    bomb = gzipped_zeros(5_000_000) if stored else b"\x00" * 5_000_000
    name = "archive/z.warc.gz" if stored else "archive/z.warc"
    collection = collect([wacz(path, {WARC: good, name: bomb}, stored=stored)], rules=RULES)
    assert [article.url for article in collection.articles] == [A]
    assert "unpacks to more than 20 times its size" in reasons(collection)[0]


@pytest.mark.parametrize("member", ["pages/pages.jsonl", "datapackage.json"])
def test_a_bomb_in_place_of_a_list_is_left(member: str, path: Path) -> None:
    collection = collect([wacz(path, {WARC: both(), member: b" " * 3_000_000}, stored=False)], rules=RULES)
    assert collection.set_aside == () or "unpacks to more than" in reasons(collection)[0]
    assert len(collection.articles) in (0, 2)


def test_a_damaged_part_is_told_and_the_rest_read(path: Path) -> None:
    data = bytearray(
        wacz(path, {WARC: both(), "archive/z.warc.gz": Warc().response(C, page(3)).bytes()}).read_bytes()
    )
    start = data.index(b"\x1f\x8b")
    data[start + 60 : start + 90] = b"\xff" * 30
    path.write_bytes(data)
    collection = collect([path])
    assert C in [article.url for article in collection.articles]
    assert collection.set_aside


@pytest.mark.parametrize("data", [b"", b"no zip", b"PK\x03\x04 and then nothing"])
def test_what_is_no_archive_is_named(data: bytes, path: Path) -> None:
    path.write_bytes(data)
    assert "no whole zip archive" in reasons(collect([path]))[0]


def test_a_cut_archive_is_named(path: Path) -> None:
    data = wacz(path, {WARC: both()}).read_bytes()
    path.write_bytes(data[: len(data) // 2])
    assert "no whole zip archive" in reasons(collect([path]))[0]


def test_another_zip_is_no_web_archive(path: Path) -> None:
    assert "no web archive" in reasons(collect([wacz(path, {"notes.txt": b"hello"})]))[0]
