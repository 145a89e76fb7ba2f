"""Small web archives of invented pages, made by warcio and zipfile."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import zipfile
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

CAPTURED = "2024-03-08T14:20:00Z"
HTML = "text/html; charset=utf-8"


class _Writer(WARCWriter):  # type: ignore[misc] # warcio has no type hints
    """A writer that leaves no open files behind."""

    @staticmethod
    def _create_temp_file() -> io.BytesIO:
        return io.BytesIO()


class Warc:
    """A WARC file in the making."""

    def __init__(self, *, compressed: bool = True) -> None:
        self._file = io.BytesIO()
        self._writer = _Writer(self._file, gzip=compressed, warc_version="1.1")

    def response(
        self,
        address: str,
        body: bytes | str,
        *,
        status: str = "200 OK",
        kind: str = HTML,
        headers: tuple[tuple[str, str], ...] = (),
    ) -> Warc:
        """Add what a host answered."""
        data = body.encode() if isinstance(body, str) else body
        http = StatusAndHeaders(status, [("Content-Type", kind), *headers], protocol="HTTP/1.1")
        return self._add(address, "response", data, http_headers=http)

    def revisit(self, address: str) -> Warc:
        """Add that a page had not changed."""
        http = StatusAndHeaders("200 OK", [("Content-Type", HTML)], protocol="HTTP/1.1")
        record = self._writer.create_revisit_record(
            address, "sha1:B6QJ6BNJ3R4B23XXMRKZKHLPGJY2VE4O", address, CAPTURED, http_headers=http
        )
        self._writer.write_record(record)
        return self

    def resource(self, address: str, body: str, kind: str) -> Warc:
        """Add a body that no host answered with."""
        return self._add(address, "resource", body.encode(), warc_content_type=kind)

    def _add(self, address: str, record_type: str, data: bytes, **more: object) -> Warc:
        record = self._writer.create_warc_record(
            address, record_type, payload=io.BytesIO(data), warc_headers_dict={"WARC-Date": CAPTURED}, **more
        )
        self._writer.write_record(record)
        return self

    def bytes(self) -> bytes:
        """The file so far."""
        return self._file.getvalue()

    def save(self, path: Path) -> Path:
        """Write the file."""
        path.write_bytes(self.bytes())
        return path


def chunked(data: bytes, size: int = 100) -> bytes:
    """A body as it is sent in chunks."""
    pieces = [data[start : start + size] for start in range(0, len(data), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


def wacz(
    path: Path,
    parts: dict[str, bytes],
    *,
    pages: list[str] | None = None,
    digests: dict[str, str] | None = None,
    package_digest: str | None = None,
    stored: bool = True,
) -> Path:
    """Write a WACZ. `digests` replaces the true ones of the parts named."""
    if pages is not None:
        lines = [
            {"format": "json-pages-1.0", "id": "pages"},
            *({"url": url, "ts": CAPTURED} for url in pages),
        ]
        parts = {"pages/pages.jsonl": "\n".join(map(json.dumps, lines)).encode(), **parts}
    if digests is not None:
        resources = [
            {"name": name, "path": name, "hash": digests.get(name) or sha256(data), "bytes": len(data)}
            for name, data in parts.items()
        ]
        package = json.dumps(
            {"profile": "data-package", "wacz_version": "1.1.1", "resources": resources}
        ).encode()
        stated = {"path": "datapackage.json", "hash": package_digest or sha256(package)}
        parts = {
            **parts,
            "datapackage.json": package,
            "datapackage-digest.json": json.dumps(stated).encode(),
        }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


def sha256(data: bytes) -> str:
    """The digest as a WACZ states it."""
    return "sha256:" + hashlib.sha256(data).hexdigest()


def gzipped_zeros(size: int) -> bytes:
    """Very many of one byte, in few."""
    return gzip.compress(b"\x00" * size)
