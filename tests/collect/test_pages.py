from __future__ import annotations

import contextlib
import json
from pathlib import Path

import pytest

from tellings.collect import collect
from tellings.collect.page import article_from_page
from tellings.errors import NoArticleText, UnreadableSource

MENU = "<nav><ul>" + "".join(f'<li><a href="/{n}">Section {n}</a></li>' for n in range(60)) + "</ul></nav>"
PAYWALL = (
    "<main><h1>Fog closes harbour</h1><p>Subscribe to continue reading.</p><p>Already a subscriber? Log in. "
    "Get unlimited access to all our articles with a subscription from one crown, cancel anytime.</p></main>"
)
COOKIES = (
    "<main><p>We and our partners use cookies and similar techniques to store and read personal data on your "
    "device, such as the pages you visit and the place you are in, if you give your consent.</p>"
    "<p>You can manage your preferences at any time under privacy settings at the foot of it.</p></main>"
)


def test_what_a_page_states_is_read(page: str) -> None:
    article = article_from_page(page, path="fog.html")
    assert article.title == "Fog closes Port Maren’s harbour"
    assert (article.outlet, article.byline) == ("Maren Post", "Tova Lind")
    assert article.published == "2031-03-04T06:10:00+00:00"
    assert article.based_on == ("Northwire", "Coast Agency")
    assert article.url == "https://www.marenpost.example/fog"


def test_the_text_holds_caption_and_story_and_no_menu(page: str, story: str) -> None:
    text = article_from_page(page, path="fog.html").text
    assert text.startswith("Fog closes Port Maren’s harbour\n\nBy Tova Lind\n\n")
    assert "Photo: Ola Brandt/Northwire" in text
    assert story.strip() in text
    for outside in (
        "cookies",
        "Home",
        "Ten ships",
        "Leave a reply",
        "© 2031",
        "changed by a script",
        "alert",
    ):
        assert outside not in text


@pytest.mark.parametrize("body", [MENU, PAYWALL, COOKIES, "", "<p>Loading…</p>"])
def test_a_menu_or_a_notice_is_no_article(tmp_path: Path, body: str) -> None:
    (tmp_path / "a.html").write_text(f"<!DOCTYPE html><html lang='en'><body>{body}</body></html>")
    collection = collect([tmp_path / "a.html"])
    assert collection.articles == ()
    assert "too few for an article" in collection.set_aside[0].reason
    assert "save the page" in collection.set_aside[0].fix


PARAGRAPHS = (
    "The collision was the second in a month, and the fishing union called for an inquiry on Monday.",
    "In February a ferry hit the northern pier and sank within the hour, with nobody hurt, officials said.",
    "Officials put the cost of the closure at 2 million crowns a day, a figure the union called invented.",
)
TEASERS = "".join(
    f"<article><h3>Another story, number {n}</h3><p>A teaser of some words about a thing that "
    "happened elsewhere on this coast in the last days of winter.</p></article>"
    for n in range(12)
)


@pytest.mark.parametrize(
    "body",
    [
        f"<div><b>By Tova Lind</b><br><br>{'<br><br>'.join(PARAGRAPHS)}</div>",
        f"<table><tr><td>{MENU}</td><td><p>{'<p>'.join(PARAGRAPHS)}</td></tr></table>",
        f"<article><h1>Fog again</h1><p>{'</p><p>'.join(PARAGRAPHS)}</p></article><div>{TEASERS}</div>",
        "".join(f"<div class='a1'><div><span>{p}</span></div></div>" for p in PARAGRAPHS),
    ],
    ids=["line breaks", "table", "teasers", "nested"],
)
def test_paragraphs_stand_apart_however_the_page_is_built(body: str) -> None:
    text = article_from_page(f"<html><head><title>Fog again</title></head><body>{body}</body></html>").text
    assert "\n\n".join(PARAGRAPHS) in text
    assert "Section 1" not in text
    assert "teaser" not in text


def test_a_page_without_any_statement_about_itself_is_read_from_its_text(story: str) -> None:
    paragraphs = "".join(f"<p>{p}</p>" for p in story.strip().split("\n\n"))
    article = article_from_page(f"<html><body><h1>Fog closes harbour</h1>{paragraphs}</body></html>")
    assert story.strip() in article.text
    assert (article.outlet, article.published, article.byline) == (None, None, None)


def test_a_date_that_merely_occurs_on_a_page_is_not_its_date(story: str) -> None:
    paragraphs = "".join(f"<p>{p}</p>" for p in story.strip().split("\n\n"))
    extra = "<p>The last such closure was on 3 May 2029, when a ferry ran aground, and lasted two days.</p>"
    assert (
        article_from_page(f"<html><body><article>{paragraphs}{extra}</article></body></html>").published
        is None
    )


def test_a_page_that_calls_another_site_its_original_is_based_on_it(page: str) -> None:
    reprint = page.replace("<head>", '<head><meta property="og:url" content="https://coastnews.example/1">')
    article = article_from_page(reprint)
    assert article.url == "https://coastnews.example/1"
    assert "marenpost.example" in article.based_on


def test_the_address_a_browser_noted_when_saving_is_kept(page: str) -> None:
    saved = page.replace("<html", "<!-- saved from url=(0035)https://www.marenpost.example/a/b -->\n<html", 1)
    assert article_from_page(saved).url == "https://www.marenpost.example/a/b"


@pytest.mark.parametrize(
    "script",
    [
        '{"@type": "NewsArticle", "headline": ',
        "[" * 50_000,
        '{"@type": ["NewsArticle"], "author": {"name": {"name": []}}, "publisher": 7, "isBasedOn": [3]}',
        '{"@type": "NewsArticle", "datePublished": ["2031"], "headline": {"x": 1}}',
        '"@graph"',
        "null",
    ],
)
def test_a_broken_statement_does_not_spoil_the_page(page: str, script: str) -> None:
    added = page.replace("<head>", f'<head><script type="application/ld+json">{script}</script>')
    article = article_from_page(added)
    assert article.outlet == "Maren Post"
    assert "two trawlers collided" in article.text


def test_the_name_of_the_site_behind_a_headline_is_cut_off(story: str) -> None:
    paragraphs = "".join(f"<p>{p}</p>" for p in story.strip().split("\n\n"))
    head = (
        '<meta property="og:title" content="Fog closes harbour - Maren Post">'
        '<meta property="og:site_name" content="Maren Post">'
    )
    article = article_from_page(
        f"<html><head>{head}</head><body><article>{paragraphs}</article></body></html>"
    )
    assert article.title == "Fog closes harbour"


def test_a_page_in_an_xml_dress_and_a_declared_charset_is_read(tmp_path: Path, page: str) -> None:
    dressed = '<?xml version="1.0" encoding="windows-1252"?>' + page.replace("utf-8", "windows-1252")
    (tmp_path / "a.xhtml").write_bytes(dressed.replace("fog,", "café fog,").encode("cp1252"))
    (article,) = collect([tmp_path / "a.xhtml"]).articles
    assert "thick café fog" in article.text


@pytest.mark.parametrize(
    "hostile",
    [
        "<div>" * 20_000,
        "<p>" + "fog " * 200_000,
        "<b><i>" * 20_000,
        "&lt;" * 100_000,
        f"<img src='data:image/png;base64,{'A' * 3_000_000}'>",
        f"<script>var x = {json.dumps('<p>' * 100_000)}</script>",
    ],
    ids=["deep", "long", "crossed", "references", "picture", "script"],
)
def test_a_hostile_page_ends_soon_and_quietly(
    page: str, hostile: str, capfd: pytest.CaptureFixture[str]
) -> None:
    with contextlib.suppress(NoArticleText):
        article_from_page(page.replace("</article>", f"</article>{hostile}"))
    assert capfd.readouterr() == ("", "")


def test_a_page_with_the_text_of_a_library_is_refused(page: str) -> None:
    with pytest.raises(UnreadableSource, match="more than any article"):
        article_from_page(page.replace("</article>", "<p>" + "fog bank " * 200_000 + "</p></article>"))
