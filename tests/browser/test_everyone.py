"""The pages for those with a keyboard only, a screen reader, large letters, dark rooms, no scripts, paper."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from . import NewVisit

pytestmark = pytest.mark.timeout(300)
STORY = "/stories/s1"
PAGES = {
    "stories": "/",
    "story": STORY,
    "article": "/articles/a2",
    "side-by-side": f"{STORY}/side-by-side",
    "speakers": "/speakers",
    "speaker": "/speaker?name=Adair",
    "search": "/search?words=captain",
    "add": "/add",
    "corrections": "/corrections",
    "api": "/api",
    "missing": "/stories/s99",
}
each_page = pytest.mark.parametrize("name", PAGES)


@pytest.fixture(scope="module")
def report(shelf: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The story as one file."""
    from tellings.store import Library
    from tellings.tell.page import as_page

    file = tmp_path_factory.mktemp("report") / "report.html"
    with Library.open(str(shelf)) as library:
        file.write_text(as_page(library.show("s1")), encoding="utf-8")
    return file


@each_page
def test_axe_finds_nothing_serious_in_light_or_dark(name: str, room: str, visit: NewVisit) -> None:
    reader = visit(room, color_scheme="light")
    reader.go(PAGES[name])
    reader.shoot(name, whole=True)
    assert reader.barriers() == []
    reader.page.emulate_media(color_scheme="dark")
    reader.shoot(f"{name}-dark")
    some = ("header.bar", ".head", ".agreement", ".changed", ".put-right") if name == "story" else ()
    assert reader.barriers(*some, only="color-contrast") == []


@each_page
def test_nothing_is_cut_off_on_a_phone_or_at_large_letters(name: str, room: str, visit: NewVisit) -> None:
    reader = visit(room, size="phone")
    reader.go(PAGES[name])
    reader.shoot(name)
    assert reader.too_wide() <= 0
    reader.page.set_viewport_size({"width": 320, "height": 480})
    assert reader.too_wide() <= 0, "at 400 % of a screen of 1280"
    reader.page.set_viewport_size({"width": 640, "height": 450})
    assert reader.too_wide() <= 0, "at 200 % of a screen of 1280"


def test_what_only_the_report_in_one_file_has_is_no_barrier(report: Path, visit: NewVisit) -> None:
    reader = visit(report.as_uri())
    reader.go("")
    own = (".head", ".legend", "#title-C", "footer")
    assert reader.barriers(*own) == []
    reader.page.emulate_media(color_scheme="dark")
    assert reader.barriers(*own, only="color-contrast") == []


def test_the_report_in_one_file_works_without_scripts(report: Path, visit: NewVisit, size: str) -> None:
    reader = visit(report.as_uri(), size=size, java_script_enabled=False)
    page = reader.page
    reader.go("")
    reader.shoot("report")
    cite = page.locator(".brief a.cite").first
    anchor = (cite.get_attribute("href") or "")[1:]
    cite.click()
    opened = page.locator(f'[id="{anchor}"]')
    box = opened.bounding_box()
    assert box is not None
    assert 0 <= box["y"] < page.viewport_size["height"]
    reader.shoot("report-cite")
    sentence = page.locator("a.told").nth(2)
    sentence.click()
    assert page.locator(".note:visible").count() == 1
    reader.shoot("report-note")
    page.locator(".note:visible").get_by_role("link", name="close").click()
    assert page.locator(".note:visible").count() == 0


def test_the_keyboard_alone_opens_a_cite_and_a_note(room: str, visit: NewVisit) -> None:
    reader = visit(room)
    page = reader.page
    reader.go(STORY)
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Skip to the content"
    page.keyboard.press("Enter")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.locator(":focus").get_attribute("class") == "cite":
            break
    label = page.locator(":focus").inner_text()
    assert re.fullmatch(r"[A-F]\d+", label)
    outline = page.locator(":focus").evaluate("e => getComputedStyle(e).outlineStyle")
    assert outline != "none"
    page.keyboard.press("Enter")
    page.wait_for_url("**/articles/**")
    page.locator("a.told").first.focus()
    page.keyboard.press("Enter")
    note = page.locator(".note:visible")
    assert note.count() == 1
    page.keyboard.press("Tab")
    assert note.locator(":focus").count() == 1, "the next stop is inside the note"


def test_the_links_of_the_ledger_are_reached_and_named(room: str, visit: NewVisit) -> None:
    reader = visit(room)
    reader.go(STORY)
    links = reader.page.locator("svg.ledger a.shared-text")
    assert links.count() >= 2
    links.first.focus()
    assert links.first.evaluate("e => e === document.activeElement")
    assert "hangs from origin" in (links.first.get_attribute("aria-label") or "")


def test_pages_read_without_scripts(room: str, visit: NewVisit) -> None:
    reader = visit(room, java_script_enabled=False)
    reader.go(STORY)
    reader.page.locator(".brief a.cite").first.click()
    assert reader.page.locator("mark.target").count() >= 1


def test_on_paper_everything_is_there(report: Path, visit: NewVisit) -> None:
    reader = visit(report.as_uri())
    reader.go("")
    reader.page.emulate_media(media="print")
    assert reader.page.locator(".articles").is_visible()
    assert reader.page.locator(".contents").is_hidden()
    assert reader.page.locator(".note:visible").count() == 0
