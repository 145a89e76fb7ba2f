"""Bytes become characters.

Comes in:   the bytes of a file or a page, and the charset it declares, if any.
Goes out:   its text, or `UnreadableSource` for what is not text.
"""

from __future__ import annotations

import codecs
import re

from tellings.errors import UnreadableSource

SAVE_AS_TEXT = "Save the article as UTF-8 text or as a web page, and give that file."

_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\x1f\x8b", "gzip-compressed"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"{\\rtf", "a rich-text document"),
    (b"\x7fELF", "a program"),
)
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CHARSETS = re.compile(
    r"(?i)utf-?8|utf-?16(?:[lb]e)?|(?:windows|cp)-?125\d|iso-?8859-?\d{1,2}|latin-?\d|us-ascii|ascii|koi8-[ru]"
    r"|gbk|gb2312|gb18030|big5|shift[_-]jis|euc-(?:jp|kr)|mac(?:intosh|roman)"
)
_SINGLE_BYTE_WESTERN = re.compile(r"(?i)(?:windows|cp)-?1252|iso-?8859-?1|latin-?1|us-ascii|ascii")
_DECLARED = re.compile(rb"""(?i)<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,20})""")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")


def decode(data: bytes, *, declared: str | None = None) -> str:
    """The characters of `data`, without a byte order mark; line ends stay as they are.

    In order: a byte order mark; UTF-16 recognised by its zero bytes; the `declared` charset; UTF-8; UTF-8
    with stray Windows-1252 bytes; Windows-1252. Raises `UnreadableSource` for what is not text.
    """
    _refuse_known_formats(data)
    text = _marked(data)
    if text is None:
        text = _unmarked(data, declared)
    _refuse_binary(text)
    return text


def declared_charset(data: bytes) -> str | None:
    """The charset that the head of a page declares in a meta element."""
    found = _DECLARED.search(data[:4096])
    return found.group(1).decode("ascii") if found else None


def universal_newlines(text: str) -> str:
    r"""The text with every line end as "\n"."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def without_surrogates(text: str) -> str:
    """The text with half characters (broken JSON escapes) as U+FFFD, one for one."""
    return _LONE_SURROGATE.sub("\ufffd", text)


def _marked(data: bytes) -> str | None:
    for mark, name in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    return None


def _unmarked(data: bytes, declared: str | None) -> str:
    if wide := _wide(data):
        return data.decode(wide, "replace")
    if b"\x00" in data:
        raise _binary()
    if declared and (text := _as_declared(data, declared)) is not None:
        return text
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _piecewise(data)


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: in Western text every other byte is zero."""
    head = data[:4096]
    half = len(head) // 2
    if b"\x00" not in head or half < 2:
        return None
    first, second = head[0::2].count(0) / half, head[1::2].count(0) / half
    if second > 0.4 and first < 0.02:
        return "utf-16-le"
    if first > 0.4 and second < 0.02:
        return "utf-16-be"
    return None


def _as_declared(data: bytes, declared: str) -> str | None:
    if not _CHARSETS.fullmatch(declared):
        return None
    if _SINGLE_BYTE_WESTERN.fullmatch(declared):
        # Pages that say Latin-1 are read as Windows-1252 by every browser, and many are UTF-8 in truth.
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            return data.decode("cp1252", _AS_1252)
    try:
        return data.decode(declared)
    except (UnicodeDecodeError, LookupError):
        return None


def _piecewise(data: bytes) -> str:
    """UTF-8 where it holds, Windows-1252 for each byte that is none."""
    text = data.decode("utf-8", _AS_1252)
    stray = len(data) - len(data.decode("utf-8", "ignore").encode())
    if stray > 0.3 * len(data):
        raise UnreadableSource(
            "Its encoding is none of UTF-8, UTF-16 and Windows-1252, or it is not text.", fix=SAVE_AS_TEXT
        )
    return text


_AS_1252 = "tellings.windows-1252"


def _stray_byte(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    byte = error.object[error.start : error.start + 1]
    return (byte.decode("cp1252", "ignore") or byte.decode("latin-1")), error.start + 1


codecs.register_error(_AS_1252, _stray_byte)


def _refuse_known_formats(data: bytes) -> None:
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            raise UnreadableSource(f"It is {name}, not text.", fix=SAVE_AS_TEXT)


def _refuse_binary(text: str) -> None:
    sample = text[:100_000]
    if "\x00" in text or len(_CONTROLS.findall(sample)) > 0.01 * len(sample):
        raise _binary()


def _binary() -> UnreadableSource:
    return UnreadableSource("It is binary, not text.", fix=SAVE_AS_TEXT)
