from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from tellings.collect import collect
from tellings.collect.encodings import declared_charset, decode
from tellings.errors import UnreadableSource

WORDS = "“Fog,” said the café’s owner — she had seen it from the quay — “was never thicker.”\n"


@pytest.mark.parametrize(
    "data",
    [
        WORDS.encode("utf-8"),
        WORDS.encode("utf-8-sig"),
        WORDS.encode("utf-16"),
        codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + WORDS.encode("utf-32-le"),
        WORDS.encode("utf-16-le"),
        WORDS.encode("utf-16-be"),
        WORDS.encode("cp1252"),
    ],
)
def test_every_usual_encoding_gives_the_same_words(data: bytes) -> None:
    assert decode(data) == WORDS


def test_stray_bytes_in_utf8_are_read_one_by_one() -> None:
    mixed = "The café’s owner".encode() + " spoke of “fog”.".encode("cp1252") + " — Łódź".encode()
    assert decode(mixed) == "The café’s owner spoke of “fog”. — Łódź"


def test_the_declared_charset_is_honoured() -> None:
    assert decode("Łódź".encode("iso-8859-2"), declared="iso-8859-2") == "Łódź"
    assert decode("fog “here”".encode("cp1252"), declared="iso-8859-1") == "fog “here”"


@pytest.mark.parametrize("declared", ["no-such-charset", "rot13", "zlib", "idna", "shift_jis"])
def test_a_charset_that_is_none_or_does_not_fit_is_passed_over(declared: str) -> None:
    assert decode("Łódź — fog".encode(), declared=declared) == "Łódź — fog"


def test_a_page_that_says_latin1_but_is_utf8_is_utf8() -> None:
    assert decode("café".encode(), declared="iso-8859-1") == "café"


def test_the_charset_of_a_page_stands_in_its_head() -> None:
    assert declared_charset(b'<html><meta charset="windows-1252">') == "windows-1252"
    assert declared_charset(b"<meta http-equiv=x content='text/html; charset=koi8-r'>") == "koi8-r"
    assert declared_charset(b"<p>charset</p>") is None


@pytest.mark.parametrize(
    "data", [b"fog\x00bank", b"\x89PNG\r\n", b"PK\x03\x04", bytes(range(1, 32)) * 9, b"\xd0\xcf\xe5\xf2" * 50]
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableSource):
        decode(data)


def test_line_ends_become_one_kind_and_nothing_else_is_touched(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbf  Fog \r\n\r\nIt  came\tin.\rIt stayed. \n")
    (article,) = collect([tmp_path / "a.txt"]).articles
    assert article.text == "  Fog \n\nIt  came\tin.\nIt stayed. \n"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "cp1252"])
def test_a_file_in_another_encoding_is_collected(tmp_path: Path, story: str, encoding: str) -> None:
    (tmp_path / "a.txt").write_bytes(story.encode(encoding))
    (article,) = collect([tmp_path / "a.txt"]).articles
    assert article.text == story
