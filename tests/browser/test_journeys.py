"""What people come for, from the first click to the answer, on a large screen and on a phone."""

from __future__ import annotations

import re

import pytest

from . import NewVisit

pytestmark = pytest.mark.timeout(300)
STORY = "/stories/s1"
TEXTS = [
    """Crane topples at Velden quay, two hurt

VELDEN, June 4, 2024 (Norvik) - A harbour crane toppled at Velden on Tuesday and injured two dockers, the \
port authority said.

"The wind was within limits, and the crane was inspected in April," port director Hana Orlo told Norvik.

The quay was closed until Thursday.
""",
    """Two hurt as crane falls in Velden

Tuesday, June 4, 2024

A crane fell onto the quay at Velden on Tuesday, injuring two dockers, according to the port authority.

"The wind was within limits," port director Hana Orlo said.
""",
    """Union: three hurt in Velden crane fall

June 5, 2024

Three dockers were hurt when a harbour crane toppled at Velden on Tuesday, the dockers' union said.

"Nobody had looked at that crane since January," union secretary Piet Brandt said. He called for an inquiry.
""",
]


def test_paste_three_texts_and_read_the_result(own_room: str, visit: NewVisit, size: str) -> None:
    reader = visit(own_room, size=size)
    page = reader.page
    reader.go("/add")
    for number, text in enumerate(TEXTS):
        page.get_by_label(f"Text {number + 1}").fill(text)
    reader.shoot("add")
    page.get_by_role("button", name="Add them").click()
    reader.finish_job()
    reader.shoot("added")
    assert "3 new" in page.inner_text("main")
    page.get_by_role("link", name="Read story").first.click()
    assert "Velden" in page.inner_text("h1")
    assert re.search(r"3 articles · \d", page.inner_text(".counts"))
    assert page.locator(".brief li").count() >= 1
    assert reader.too_wide() <= 0
    reader.shoot("pasted-story", whole=True)


def test_open_a_cite(room: str, visit: NewVisit, size: str) -> None:
    reader = visit(room, size=size)
    page = reader.page
    reader.go(STORY)
    line = page.locator(".brief li").first
    words = line.locator(".words").inner_text()
    line.locator("a.cite").first.click()
    page.wait_for_url("**/articles/**")
    opened = page.locator("mark.target")
    assert "".join(opened.all_inner_texts()).split() == words.split()
    assert opened.first.is_visible()
    assert 0 <= opened.first.bounding_box()["y"] < page.viewport_size["height"]
    reader.shoot("cite")


def test_a_marked_sentence_opens_what_the_others_print(room: str, visit: NewVisit, size: str) -> None:
    reader = visit(room, size=size)
    page = reader.page
    reader.go(STORY)
    page.locator(".key a").first.click()
    sentence = page.locator("a.told").first
    assert page.locator(".note:visible").count() == 0
    sentence.click()
    note = page.locator(".note:visible")
    assert note.count() == 1
    assert note.locator("dd").count() >= 1
    reader.shoot("note")
    note.get_by_role("link", name="close").click()
    assert page.locator(".note:visible").count() == 0


def test_follow_a_disputed_figure_to_its_first_source(room: str, visit: NewVisit, size: str) -> None:
    reader = visit(room, size=size)
    page = reader.page
    reader.go(STORY)
    page.locator(".contents").get_by_role("link", name="What changed").click()
    lane = page.locator(".lane").first
    value = lane.locator(".value").inner_text()
    assert "dead" in value
    reader.shoot("changed")
    lane.locator(".first a").click()
    opened = "".join(page.locator("mark.target").all_inner_texts())
    assert value.lower() in opened.lower()
    assert "8 March 2024" in page.inner_text("article header")
    reader.shoot("first-source")


def test_cut_an_origin_and_see_the_counts_change(own_room: str, visit: NewVisit, size: str) -> None:
    reader = visit(own_room, size=size)
    page = reader.page
    reader.go(STORY)
    before = page.inner_text(".counts")
    page.get_by_role("button", name="Cut").first.click()
    reader.finish_job()
    reader.shoot("cut")
    told = page.locator("table.counts-change tr", has_text="origins").locator("td").all_inner_texts()
    assert told[0] != told[1]
    page.get_by_role("link", name="Back to the story").click()
    assert page.inner_text(".counts") != before


def test_correct_a_speaker_and_undo(own_room: str, visit: NewVisit, size: str) -> None:
    reader = visit(own_room, size=size)
    page = reader.page
    reader.go(STORY)
    page.locator(".key a").first.click()
    page.get_by_role("link", name=re.compile("somebody else")).first.click()
    page.get_by_label("It is said by").fill("Mara Quill")
    reader.shoot("who-says-this")
    page.get_by_role("button", name="Put it right").click()
    reader.finish_job()
    page.get_by_role("link", name="Back to the story").click()
    assert page.get_by_text("Mara Quill").count() >= 1
    page.get_by_role("link", name="Corrections").first.click()
    assert page.get_by_text("Mara Quill").count() >= 1
    reader.shoot("corrections")
    page.get_by_role("button", name="Take back").first.click()
    assert "Nothing has been corrected" in page.inner_text("main")
    reader.go(STORY)
    reader.finish_job()
    assert page.get_by_text("Mara Quill").count() == 0


def test_compare_two_articles(room: str, visit: NewVisit, size: str) -> None:
    reader = visit(room, size=size)
    page = reader.page
    reader.go(STORY)
    page.get_by_role("link", name="Two articles side by side").click()
    page.get_by_label("On the right").select_option(index=2)
    page.get_by_role("button", name="Show").click()
    rows = page.locator("table.aligned tbody tr")
    assert rows.count() > 10
    assert page.locator("tr.same").count() >= 1
    assert page.locator("table.aligned :is(del, ins, mark.changed)").count() >= 1
    assert reader.too_wide() <= 0
    reader.shoot("side-by-side")


def test_a_saved_report_is_the_same_report(room: str, visit: NewVisit, tmp_path) -> None:
    from tellings.verify import verify

    reader = visit(room)
    page = reader.page
    reader.go(STORY)
    title = page.inner_text("h1")
    with page.expect_download() as download:
        page.get_by_role("link", name="Save as one file").click()
    file = tmp_path / "report.html"
    download.value.save_as(file)
    text = file.read_text(encoding="utf-8")
    assert title in text
    assert verify(text).misses == ()
