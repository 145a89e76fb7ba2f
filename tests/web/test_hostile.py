"""Whatever stands in an article, a name or an address: the pages show it, and it does nothing."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from tellings.store import Library

sys.path.insert(0, str(Path(__file__).parents[1] / "store"))

from made import reading_of

from .visitor import Visitor, dangers, elements_of, entered, text_of

MARKUP = (
    "<script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "</textarea><script>alert(1)</script>",
    "--><script>alert(1)</script><!--",
    "]]><script>alert(1)</script>",
    '"><script>alert(1)</script>',
    "'><script>alert(1)</script>",
    '" onmouseover="alert(1)" x="',
    "' onfocus='alert(1)' autofocus='",
    "x onerror=alert(1) //",
    "<img src=x onerror=alert(1)>",
    "<img src=`javascript:alert(1)`>",
    "<svg/onload=alert(1)>",
    "<svg><script xlink:href=data:,alert(1)></script></svg>",
    "<math><mi xlink:href='javascript:alert(1)'>x</mi></math>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<object data=javascript:alert(1)></object>",
    "<embed src=javascript:alert(1)>",
    "<a href=javascript:alert(1)>x</a>",
    "<a href='java\tscript:alert(1)'>x</a>",
    "<base href=//evil.example/>",
    "<form action=//evil.example><button>x</button></form>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<style>@import '//evil.example/x.css'</style>",
    "<div style=background:url(javascript:alert(1))>x</div>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "<details open ontoggle=alert(1)>x</details>",
    "<template><script>alert(1)</script></template>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    "{{ 7 * 7 }}{% include 'base.html.j2' %}",
    "${7*7}#{7*7}<%= 7*7 %>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "%3Cscript%3Ealert(1)%3C/script%3E",
    "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e",
    "<scr\x00ipt>alert(1)</scr\x00ipt>",
    "\ufeff<script>alert(1)</script>",
    "\u202e<tpircs>)1(trela\u202c",
    "\x1b]0;alert\x07\x1b[31m",
    "Pneumono" * 1250,
)
ADDRESSES = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)//https://news.example/",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "https://news.example/\"onmouseover='alert(1)'",
    "https://user:secret@news.example/<script>",
    "//evil.example/x",
)
PATHS = (
    "/",
    "/stories/s1",
    "/stories/s1/side-by-side",
    "/articles/a1",
    "/articles/a2",
    "/articles/a1/speaker?at=0-30",
    "/speakers",
    "/corrections",
)


def account(markup: str, number: int, url: str | None = None) -> dict[str, str | None]:
    return {
        "title": f"Ferry sinks off Kelmara {markup}",
        "outlet": f"Courier {number} {markup}",
        "byline": f"By Mila Osei {markup}",
        "url": url,
        "path": f"saved/{markup.replace('/', '_')}.html",
        "published": f"2024-03-0{number}",
    }


def text_with(markup: str, number: int) -> str:
    said = f"The ferry was {number}0 years old and she was inspected in January {markup}"
    return (
        f"Ferry sinks off Kelmara {markup}\n\nA ferry carrying 87 people sank on Friday {markup}. "
        f'"{said}," Rolf {markup} Adair said. The ferry sank within 15 minutes of the call, he added.\n'
    )


def shelved(library: Library, markup: str, url: str | None = None) -> None:
    """Two accounts of one event, hostile in everything that comes from outside."""
    for number in (1, 2):
        text = text_with(markup, number)
        said = f"The ferry was {number}0 years old and she was inspected in January {markup}"
        library.add_reading(
            reading_of(text, said=(f"Rolf {markup} Adair", "said", said), **account(markup, number, url))
        )
    if len(library.stories()) > 1:
        library.merge([row.id for row in library.stories()][::-1])
    library.refresh()


@pytest.fixture(params=MARKUP, ids=[f"{number}" for number in range(len(MARKUP))])
def told(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[str, Visitor]]:
    with Library.open(tmp_path / "hostile.db") as library:
        shelved(library, request.param)
        with entered(library) as visitor:
            yield request.param, visitor


def test_markup_from_outside_is_shown_and_does_nothing(told: tuple[str, Visitor]) -> None:
    markup, visitor = told
    story = visitor.client.get("/api/stories").json()["stories"][0]["id"]
    for path in PATHS:
        answer = visitor.get(path.replace("s1", story))
        assert answer.status_code == 200, path
        assert dangers(answer.text) == [], path
        assert "49" not in text_of(answer.text).replace("1049", "") or "7 * 7" not in markup
    page = visitor.get("/articles/a1").text
    visible = " ".join(markup.replace("\x00", "\ufffd").split())
    if visible.isprintable() and "&" not in visible:
        assert visible in text_of(page)
    assert "\x1b" not in page
    assert "\u202e" not in page


@pytest.mark.parametrize("markup", MARKUP, ids=[f"{number}" for number in range(len(MARKUP))])
def test_markup_in_an_address_is_shown_and_does_nothing(stranger: Visitor, markup: str) -> None:
    asked = quote(markup[:400], safe="")
    for path in (
        f"/?words={asked}&outlet={asked}&since={asked}",
        f"/?order={asked}&outlet={asked}",
        f"/?{asked}={asked}",
        f"/search?speaker={asked}&outlet={asked}",
        f"/speakers?name={asked}",
        f"/speaker?name={asked}",
        f"/stories/{asked}",
        f"/articles/{asked}?at={asked}",
        f"/jobs/{asked}?next={asked}",
        f"/add?texts={asked}",
        f"/corrections?page={asked}",
        f"/login?next={asked}",
        f"/{asked}",
    ):
        answer = stranger.get(path)
        assert answer.status_code in (200, 400, 404), path
        assert dangers(answer.text) == [], path


@pytest.mark.parametrize("url", ADDRESSES)
def test_only_web_addresses_become_links(tmp_path: Path, url: str) -> None:
    with Library.open(tmp_path / "hostile.db") as library:
        shelved(library, "plain", url)
        with entered(library) as visitor:
            html = visitor.get("/articles/a1").text
    assert dangers(html) == []
    links = [attributes.get("href", "") for tag, attributes in elements_of(html) if tag == "a"]
    assert not [link for link in links if link.lower().startswith(("javascript", "data", "vbscript", "//"))]


def test_a_hostile_name_of_a_file_is_shown_and_does_nothing(stranger: Visitor) -> None:
    name = "../../etc/<script>alert(1)</script>.txt"
    job = stranger.add(files={name: b"\x00\x01\x02" * 99})
    assert job["state"] == "done"
    assert "etc" not in job["set_aside"][0]["path"]
    html = stranger.get(f"/jobs/{job['id']}").text
    assert dangers(html) == []
