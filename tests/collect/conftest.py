from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tellings.collect import Rules

STORY = """\
The harbour of Port Maren stayed closed on Monday after two trawlers collided in thick fog, officials said.

At least three people were taken to hospital, and the coastguard said that it was looking for a fourth.

"We will open the harbour when it is safe to do so," said Ines Kall, who has run the port for ten years.
"""


@pytest.fixture
def story() -> str:
    """Three paragraphs of English wire copy about an invented collision."""
    return STORY


@pytest.fixture
def page() -> str:
    """A saved page: menu, cookie line, article with caption, related links, comment form, scripts."""
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in STORY.strip().split("\n\n"))
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Fog closes Port Maren harbour | Maren Post</title>
<meta property="og:site_name" content="Maren Post">
<script type="application/ld+json">{{"@context": "https://schema.org", "@graph": [
 {{"@type": "WebSite", "name": "not this"}},
 {{"@type": "NewsArticle", "headline": "Fog closes Port Maren&#8217;s harbour",
  "datePublished": "2031-03-04T06:10:00Z", "author": [{{"@type": "Person", "name": "Tova Lind"}}],
  "publisher": {{"@id": "#us"}}, "isBasedOn": {{"@type": "CreativeWork", "name": "Northwire"}},
  "sourceOrganization": [{{"name": "Coast Agency"}}]}},
 {{"@type": "Organization", "@id": "#us", "name": "Maren Post Group"}}]}}</script>
<link rel="canonical" href="https://www.marenpost.example/fog"></head><body>
<div class="cookie-bar"><p>We use cookies to improve your experience. Accept all or manage them.</p></div>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sea">Sea</a></li></ul></nav>
<article><h1>Fog closes Port Maren’s harbour</h1><p class="byline">By Tova Lind</p>
<figure><img src="x.jpg"><figcaption>A trawler at the quay. Photo: Ola Brandt/Northwire</figcaption></figure>
{paragraphs}<a href="javascript:alert(1)">Open</a>
<div class="related-links"><ul><li>Ten ships that never came home</li></ul></div></article>
<form><p>Leave a reply</p></form><footer><p>© 2031 Maren Post Group</p></footer>
<script>document.title = "changed by a script";</script></body></html>"""


class _Site(BaseHTTPRequestHandler):
    """A small site with everything that can go wrong on the way to a page."""

    protocol_version = "HTTP/1.1"
    page = ""

    def log_message(self, *args: object) -> None:
        """Keep the test output clean."""

    def do_GET(self) -> None:
        self.server.asked.append((self.path, dict(self.headers)))  # type: ignore[attr-defined]
        path = self.path.partition("?")[0]
        answer = getattr(self, "answer_" + path.strip("/").replace(".", "_").replace("-", "_"), None)
        if answer is None:
            self.send(404, b"nothing here")
        else:
            answer()

    def send(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        headers = {"Content-Type": "text/html; charset=utf-8", **headers}
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(body)

    def redirect(self, target: str) -> None:
        self.send(302, b"", Location=target)

    def endless(self, chunk: bytes, pause: float, **headers: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Connection", "close")
        self.end_headers()
        try:
            while not self.server.closing:  # type: ignore[attr-defined]
                self.wfile.write(chunk)
                self.wfile.flush()
                time.sleep(pause)
        except OSError:
            return

    def answer_fog(self) -> None:
        self.send(200, self.page.encode())

    def answer_latin(self) -> None:
        body = self.page.replace('<meta charset="utf-8">', "").replace("two trawlers", "two café trawlers")
        self.send(200, body.encode("cp1252"), **{"Content-Type": "text/html; charset=iso-8859-1"})

    def answer_plain(self) -> None:
        self.send(200, STORY.replace("\n", "\r\n").encode(), **{"Content-Type": "text/plain"})

    def answer_picture(self) -> None:
        self.send(200, b"\x89PNG", **{"Content-Type": "image/png"})

    def answer_moved(self) -> None:
        self.redirect("/fog")

    def answer_round(self) -> None:
        self.redirect("/round")

    def answer_inwards(self) -> None:
        self.redirect("http://127.0.0.2:9/secret")

    def answer_to_file(self) -> None:
        self.redirect("file:///etc/passwd")

    def answer_private_page(self) -> None:
        self.send(200, self.page.encode())

    def answer_robots_txt(self) -> None:
        self.send(200, b"User-agent: *\nDisallow: /private-page\n", **{"Content-Type": "text/plain"})

    def answer_drip(self) -> None:
        self.endless(b" ", 0.05)

    def answer_drip_headers(self) -> None:
        try:
            self.wfile.write(b"HTTP/1.1 200 OK\r\n")
            while not self.server.closing:  # type: ignore[attr-defined]
                self.wfile.write(b"X-More: 1\r\n")
                self.wfile.flush()
                time.sleep(0.05)
        except OSError:
            return

    def answer_flood(self) -> None:
        self.endless(b"<p>" + b"water " * 10_000, 0)

    def answer_claims_2gb(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", "2000000000")
        self.end_headers()

    def answer_bomb(self) -> None:
        self.send(200, gzip.compress(b" " * 30_000_000, 1), Content_Encoding="gzip")

    def answer_gzipped(self) -> None:
        self.send(200, gzip.compress(self.page.encode()), Content_Encoding="gzip")

    def answer_unasked_compression(self) -> None:
        self.send(200, b"....", Content_Encoding="br")


@pytest.fixture
def site(page: str) -> Iterator[ThreadingHTTPServer]:
    """The small site, listening on loopback; `site.asked` lists the paths and headers of its requests."""
    handler = type("Site", (_Site,), {"page": page})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.asked = []  # type: ignore[attr-defined]
    server.closing = False  # type: ignore[attr-defined]
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield server
    server.closing = True  # type: ignore[attr-defined]
    server.shutdown()
    server.server_close()


@pytest.fixture
def address_of(site: ThreadingHTTPServer) -> Callable[[str], str]:
    """The address of a page of the small site."""
    return lambda path: f"http://127.0.0.1:{site.server_address[1]}/{path}"


@pytest.fixture
def loopback() -> Rules:
    """Rules that let a test reach its own server, and nothing else that is private."""
    return Rules(also_allow=("127.0.0.1/32",), total_seconds=5.0, max_bytes=1_000_000, pace_seconds=0.0)
