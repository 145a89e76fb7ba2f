from __future__ import annotations

import json
import re
from urllib.parse import urlsplit

import lxml.html
import pytest
from lock_gate import TEXTS

from tellings.dossier import Story
from tellings.tell.marks import Mark, mark_up
from tellings.tell.page import as_fragment, as_page, safe_href

LOADS = ("src", "srcset", "href", "action", "data", "poster", "background", "cite", "formaction")


@pytest.fixture(scope="module")
def page(story: Story) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(as_page(story))


def test_nothing_is_asked_for_outside(page: lxml.html.HtmlElement) -> None:
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none'")
    assert not page.xpath("//link | //img | //iframe | //object | //embed | //base | //form")
    for element in page.iter():
        for name in LOADS:
            if name in element.attrib and element.tag != "a":
                raise AssertionError(f"<{element.tag} {name}>")
    assert "url(" not in page.xpath("//style")[0].text_content()
    assert "@import" not in page.xpath("//style")[0].text_content()


def test_the_only_script_is_the_dossier_as_data(page: lxml.html.HtmlElement, story: Story) -> None:
    (script,) = page.xpath("//script")
    assert script.get("type") == "application/json"
    assert not re.search("[<>&\u2028\u2029]", script.text_content())
    assert Story.model_validate(json.loads(script.text_content())) == story


def test_there_are_no_handlers_and_no_inline_styles(page: lxml.html.HtmlElement) -> None:
    for element in page.iter():
        assert not [name for name in element.attrib if name.startswith("on") or name == "style"]


def test_ids_are_unique_and_every_link_inside_leads_somewhere(page: lxml.html.HtmlElement) -> None:
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    inside = [link[1:] for link in page.xpath("//a/@href") if link.startswith("#")]
    assert inside
    assert set(inside) <= set(ids)
    assert set(page.xpath("//@aria-labelledby")) <= set(ids)


def test_a_cite_leads_to_its_words(page: lxml.html.HtmlElement) -> None:
    for link in page.xpath("//a[@class='cite']"):
        anchor = link.get("href")[1:]
        letter, start, end = anchor.split("-")
        pieces = page.xpath(f"//mark[@id='{anchor}' or @data-of='{anchor}']")
        words = "".join(piece.text_content() for piece in pieces)
        assert words == TEXTS["a" + str("ABC".index(letter) + 1)][int(start) : int(end)]
        assert link.text.startswith(letter)


def test_the_articles_stand_there_to_the_character(page: lxml.html.HtmlElement) -> None:
    for id, text in TEXTS.items():
        (shown,) = page.xpath(f"//*[@data-article='{id}']")
        assert shown.text_content() == text


def test_quotations_shared_and_disputed_passages_and_boilerplate_are_marked(
    page: lxml.html.HtmlElement,
) -> None:
    def marked(kind: str) -> str:
        return " ".join(mark.text_content() for mark in page.xpath(f"//article//mark[@class='{kind}']"))

    assert "We counted every cellar" in marked("quotation")
    assert "A lock gate burst at Merrow on Tuesday" in marked("shared")
    assert "The deluge reached 65 houses" in marked("disputed")
    assert "Read more: Ten walks" in marked("boilerplate")


def test_the_page_has_landmarks_headings_and_a_way_past_the_report(page: lxml.html.HtmlElement) -> None:
    assert len(page.xpath("//main")) == 1
    assert len(page.xpath("//h1")) == 1
    assert page.xpath("//aside[@aria-label]")
    assert page.xpath("//a[@class='skip']/@href") == ["#articles"]
    assert page.xpath("/html/@lang") == ["en"]
    assert page.xpath("//title")[0].text == page.xpath("//h1")[0].text


def test_a_source_is_linked_without_telling_it_who_reads(page: lxml.html.HtmlElement) -> None:
    (link,) = page.xpath("//a[starts-with(@href, 'http')]")
    assert urlsplit(link.get("href")).hostname == "merrow.example"
    assert link.get("rel") == "noreferrer noopener nofollow"


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        " javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "//evil.example",
        "http://",
        "http://[::1",
        "https://a b",
        "",
        None,
    ],
)
def test_only_whole_web_addresses_are_linked(url: str | None) -> None:
    assert safe_href(url) is None
    assert safe_href("https://merrow.example/a?b=1&c=2") == "https://merrow.example/a?b=1&c=2"


def test_marks_that_cross_are_split_and_keep_their_anchor() -> None:
    marked = mark_up("abcdef", [Mark(0, 4, "cited", "A-0-4"), Mark(2, 6, "cited", "A-2-6")])
    assert marked.html == (
        '<mark class="cited" id="A-0-4">ab<mark class="cited" id="A-2-6">cd</mark></mark>'
        '<mark class="cited again" data-of="A-2-6">ef</mark>'
    )
    assert marked.split == ("A-2-6",)


def test_marks_that_nest_are_not_split() -> None:
    marked = mark_up("abcdef", [Mark(1, 5, "x"), Mark(1, 3, "y"), Mark(3, 5, "z"), Mark(1, 5, "w")])
    root = lxml.html.fragment_fromstring(str(marked.html), create_parent="div")
    assert root.text_content() == "abcdef"
    assert len(root.xpath(".//mark")) == 4
    assert not marked.split


def test_many_marks_take_no_long_time() -> None:
    text = "word " * 20_000
    marks = [Mark(n, n + 40, "cited", f"A-{n}-{n + 40}") for n in range(0, 90_000, 9)]
    root = lxml.html.fragment_fromstring(str(mark_up(text, marks).html), create_parent="div")
    assert root.text_content() == text


def test_control_characters_and_line_ends_survive_as_a_page_can_hold_them() -> None:
    marked = mark_up("a\x00b\r\nc\n\n\n\nd\x1b", [])
    assert marked.html == 'a\ufffdb&#13;\nc<span class="gap">\n\n\n\n</span>d\ufffd'


def test_a_line_end_parts_paragraphs_only_after_a_sentence() -> None:
    marked = mark_up("The gate burst at\nnoon.\nNobody was hurt.", [])
    assert marked.html == 'The gate burst at\nnoon.<span class="gap">\n</span>Nobody was hurt.'


def test_a_fragment_for_notebooks_is_scoped_and_has_no_script(story: Story) -> None:
    fragment = lxml.html.fragment_fromstring(as_fragment(story))
    assert story._repr_html_() == as_fragment(story)
    assert fragment.get("class") == "tellings"
    assert not fragment.xpath(".//script | .//a")
    rules = re.findall(r"(?:^|\})\s*([^{}]+)\{", fragment.xpath(".//style")[0].text)
    assert all(selector.strip().startswith(".tellings") for rule in rules for selector in rule.split(","))
