"""Hostile articles are read, and nothing of them runs, moves the page or asks for anything."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from tellings.records import Article, Span

from . import NewVisit
from .attacks import ATTACKS

pytestmark = pytest.mark.timeout(300)
_SCHEMES = "all => all.map(a => new URL(a.getAttribute('href'), location).protocol)"
TEXT = """{title}

MERROW, June {day}, 2024 - A lock gate burst at Merrow on Tuesday {attack} and flooded {houses} houses, the \
canal board said.

"The gate was inspected in May {attack}, and nobody told us otherwise," board chief Hana Orlo said on Tuesday.

{more}
"""


def hostile_articles() -> Iterator[Article]:
    """Accounts of one event, each with attacks of its own in every part that an article has."""
    parts = 4
    for number in range(parts):
        attacks = ATTACKS[number::parts]
        yield Article(
            id="",
            text=TEXT.format(
                title=attacks[0],
                attack=attacks[1],
                day=4 + number,
                houses=40 + 10 * (number // 2),
                more="\n\n".join(
                    f"The gate was shut {attack} on Monday, the keeper said." for attack in attacks
                ),
            ),
            title=attacks[0],
            outlet=attacks[2],
            url=attacks[3],
            byline=attacks[4],
            path=attacks[5],
            published=f"2024-06-0{4 + number}",
        )


@pytest.fixture(scope="module")
def hostile(browser: object, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of one hostile story, its speakers named after attacks by hand."""
    from tellings.store import Library

    file = tmp_path_factory.mktemp("hostile") / "library.db"
    with Library.open(str(file)) as library:
        placed = [library.add_article(article) for article in hostile_articles()]
        stories = [story.id for story in library.stories()]
        if len(stories) > 1:
            library.merge(stories)
        for number, one in enumerate(placed):
            text = library.article(one.article).article.text
            start = text.index('"The gate was inspected')
            library.name_speaker(one.article, Span(start, start + 40), ATTACKS[number * 11].strip()[:190])
        for story in library.stories():
            library.show(story.id)
    return file


@pytest.fixture(scope="module")
def hostile_room(hostile: Path) -> Iterator[str]:
    from .rooms import room_over

    with room_over(hostile) as address:
        yield address


def test_hostile_articles_are_shown_and_stay_dead(hostile_room: str, visit: NewVisit) -> None:
    reader = visit(hostile_room)
    page = reader.page
    reader.go("/")
    story = page.locator(".stories h2 a").first.get_attribute("href")
    paths = ["/", story, f"{story}/side-by-side", f"{story}/report.html", "/speakers", "/corrections", "/add"]
    paths += [f"/articles/a{number}" for number in range(1, 5)]
    for path in paths:
        if path.endswith("report.html"):
            continue
        reader.go(path)
        assert page.locator("script:not([src*='/static/'])").count() == 0, path
        assert page.locator("img, iframe, object, embed, base, form[action*=evil]").count() == 0, path
        assert page.evaluate("location.origin") == hostile_room
        for link in page.locator("a").evaluate_all(_SCHEMES):
            assert link in ("http:", "https:"), path
    reader.shoot("hostile", whole=True)


def test_a_hostile_story_takes_no_more_room_than_the_screen(
    hostile_room: str, visit: NewVisit, size: str
) -> None:
    reader = visit(hostile_room, size=size)
    for path in ("/", "/articles/a1", "/articles/a3", "/speakers"):
        reader.go(path)
        assert reader.too_wide() <= 0, path
    reader.go("/")
    reader.page.locator(".stories h2 a").first.click()
    assert reader.too_wide() <= 0
    reader.shoot("hostile-story")


def test_hovering_and_focusing_runs_nothing(hostile_room: str, visit: NewVisit) -> None:
    reader = visit(hostile_room)
    page = reader.page
    reader.go("/articles/a2")
    page.evaluate(
        """() => { for (const one of document.querySelectorAll('main *')) {
            for (const kind of ['mouseover', 'focus', 'toggle', 'click', 'error', 'load'])
                if (kind !== 'click' || one.tagName !== 'A') one.dispatchEvent(new Event(kind));
        } }"""
    )


def test_hostile_questions_are_shown_and_stay_dead(hostile_room: str, visit: NewVisit) -> None:
    reader = visit(hostile_room)
    page = reader.page
    asked = [attack for attack in ATTACKS if len(attack) < 200]
    wheres = ("/?words=", "/search?words=", "/speaker?name=", "/stories/", "/articles/", "/jobs/")
    for number, where in enumerate(wheres * 3):
        reader.go(where + quote(" ".join(asked[number :: len(wheres) * 3]), safe=""))
        assert page.locator("script:not([src*='/static/'])").count() == 0
        assert page.locator("header.bar").is_visible()
        assert page.locator("a[href='/']").count() >= 1, "there is a way back"


def test_the_report_of_a_hostile_story_stays_dead(hostile: Path, visit: NewVisit, tmp_path: Path) -> None:
    from tellings.store import Library
    from tellings.tell.page import as_page
    from tellings.verify import verify

    with Library.open(str(hostile)) as library:
        text = as_page(library.show(library.stories()[0].id))
    assert verify(text).misses == ()
    file = tmp_path / "report.html"
    file.write_text(text, encoding="utf-8")
    reader = visit(file.as_uri())
    reader.go("")
    assert reader.page.locator("script").count() == 1
    assert reader.too_wide() <= 0
    reader.page.locator("a.cite").first.click()
    reader.shoot("hostile-report")
