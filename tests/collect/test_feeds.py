from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tellings.collect import Rules, collect
from tellings.records import Collection

from .feeds import PARAGRAPHS, STORY, item, rss, story

Given = Callable[..., Collection]


@pytest.fixture
def given(tmp_path: Path) -> Given:
    """Collects one file with the content given."""

    def collected(content: str | bytes, name: str = "news.rss", rules: Rules | None = None) -> Collection:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        # Nothing is fetched in these tests: every name is unknown.
        return collect([path], rules=rules or Rules(resolve=lambda host, port: []))

    return collected


def only_reason(collection: Collection) -> str:
    assert collection.articles == ()
    (gone,) = collection.set_aside
    assert gone.fix
    return gone.reason


def test_an_item_with_its_whole_text_is_an_article(given: Given, tmp_path: Path) -> None:
    collection = given(rss(item(1, more="<author>tova@maren.org (By Tova Lind)</author>")))
    (article,) = collection.articles
    assert collection.set_aside == ()
    assert article.text.startswith("Search goes on, day 1\n\nRescue teams in the port of Maren")
    assert PARAGRAPHS[1] in article.text
    assert article.title == "Search goes on, day 1"
    assert article.url == "https://maren.example/1"
    assert article.outlet == "maren.example"
    assert article.published == "2024-03-04T10:00:00+00:00"
    assert article.byline == "Tova Lind"
    assert article.path == f"{tmp_path / 'news.rss'}:1"
    assert article.captured is None


def test_an_address_of_mail_is_no_byline(given: Given) -> None:
    for author in ("tova@maren.example (Tova Lind)", "tova@maren.example", "https://maren.example/tova"):
        assert given(rss(item(1, more=f"<author>{author}</author>"))).articles[0].byline is None


def test_the_source_of_an_item_is_its_outlet(given: Given) -> None:
    source = '<source url="https://www.islandradio.example/news.rss">Island Radio</source>'
    (article,) = given(rss(item(1, more=source))).articles
    assert article.outlet == "Island Radio"


def test_the_source_of_an_item_without_a_name_is_known_by_its_address(given: Given) -> None:
    (article,) = given(rss(item(1, more='<source url="https://www.islandradio.example/news.rss"/>'))).articles
    assert article.outlet == "islandradio.example"


def test_an_atom_feed_is_read(given: Given) -> None:
    (article,) = given(
        f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Wire</title>
        <entry><id>urn:1</id><title type="html">Search &amp;amp; rescue</title>
        <link href="/a/1" rel="alternate"/>
        <author><name>Piers Lowe</name></author><published>2024-03-04T11:30:00+01:00</published>
        <updated>2024-03-05T09:00:00Z</updated>
        <source><title>Corvane</title></source>
        <content type="xhtml" xml:base="https://corvane.example/"><div xmlns="http://www.w3.org/1999/xhtml">{STORY}
        </div></content></entry></feed>""",
        "wire.atom",
    ).articles
    assert article.title == "Search & rescue"
    assert article.outlet == "Corvane"
    assert article.byline == "Piers Lowe"
    assert article.published == "2024-03-04T11:30:00+01:00"


@pytest.mark.parametrize("name", ["feed.json", "feed.feed"])
def test_a_json_feed_is_read(name: str, given: Given) -> None:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Maren Post",
        "home_page_url": "https://maren.example/",
        "items": [
            {
                "id": 7,
                "url": "/7",
                "title": "Five < six",
                "content_html": STORY,
                "date_published": "2024-03-04T10:00:00Z",
                "authors": [{"name": "Tova Lind"}, {"name": "Piers Lowe"}],
            },
            {
                "id": "8",
                "url": "/8",
                "title": "A text",
                "content_text": "\n\n".join(PARAGRAPHS) + " It is over.",
            },
            "no item",
        ],
    }
    one, other = given(json.dumps(feed), name).articles
    assert one.url == "https://maren.example/7"
    assert one.title == "Five < six"
    assert one.byline == "Tova Lind, Piers Lowe"
    assert other.text.endswith("The ministry has opened an inquiry. It is over.")


@pytest.mark.parametrize("name", ["news.xml", "news.rdf", "news.feed", "news"])
def test_a_feed_is_known_by_its_beginning(name: str, given: Given) -> None:
    assert len(given(rss(item(1)), name).articles) == 1


def test_an_xml_file_that_is_a_page_is_read_as_one(given: Given, page: str) -> None:
    assert len(given(page, "saved.xml").articles) == 1


def test_a_feed_in_a_folder_is_found(tmp_path: Path) -> None:
    (tmp_path / "news.xml").write_text(rss(item(1)))
    assert len(collect([tmp_path]).articles) == 1


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "empty"),
        (" \n ", "empty"),
        ("just words\n\nand more of them", "text, not a feed"),
        ("<!DOCTYPE html><html><body>Hello</body></html>", "web page, not a feed"),
        ("<inventory><thing/></inventory>", "XML, but no feed"),
        ("<rss", "XML is broken"),
        (rss(), "no items"),
        ('{"version": "https://jsonfeed.org/version/1", "items": 5}', "no list of items"),
        ('{"version": "1"}', "JSON, but no feed"),
        ("{", "JSON is broken"),
        (b"\x00\x01\x02\x03" * 100, "binary"),
    ],
)
def test_what_is_no_feed_is_named(content: str | bytes, reason: str, given: Given) -> None:
    assert reason in only_reason(given(content))


def test_a_page_in_place_of_a_feed_tells_where_its_feed_is(given: Given) -> None:
    link = '<link rel="alternate" type="application/rss+xml" href="https://maren.example/rss">'
    collection = given(f"<html><head>{link}</head><body>x</body></html>")
    assert collection.set_aside[0].fix == "The page names this feed: https://maren.example/rss"


def test_a_feed_of_300_mb_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.rss"
    with path.open("wb") as file:
        file.truncate(300_000_000)
    assert "more than 20 MB" in only_reason(collect([path]))


def test_an_entity_bomb_is_refused(given: Given) -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    bomb = (
        f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "ha">{laughs}]>' + rss(item(1, title="&l9;"))[39:]
    )
    assert "entities of its own" in only_reason(given(bomb))
    hidden = bomb.replace("<!DOCTYPE", "<!-- <rss> --><!DOCTYPE", 1)
    assert "entities of its own" in only_reason(given(hidden))


def test_a_file_of_the_machine_is_not_read_through_an_entity(given: Given, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    doctype = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "file://{tmp_path}/secret">]>'
    assert "entities of its own" in only_reason(given(doctype + rss(item(1, title="&x;"))[39:]))


def test_a_doctype_without_entities_does_no_harm(given: Given) -> None:
    doctype = '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://n.example/rss-0.91.dtd">'
    assert len(given(doctype + rss(item(1)).partition("?>")[2]).articles) == 1


@pytest.mark.parametrize(
    "sloppy",
    [
        item(1, title="Port &amp; sea, boats &amp; nets").replace("&amp;", "&"),
        item(1, title="The&nbsp;search goes&hellip;"),
        item(1, more="<media:thumbnail url='x'/>"),
    ],
)
def test_what_many_feeds_do_wrong_loses_nothing(sloppy: str, given: Given) -> None:
    collection = given(rss(sloppy, item(2)))
    assert len(collection.articles) == 2
    assert collection.set_aside == ()


def test_a_feed_that_is_cut_gives_what_is_before_and_says_so(given: Given) -> None:
    whole = rss(item(1), item(2), item(3))
    collection = given(whole[: whole.index("<item>", whole.index("day 2")) + 40])
    assert [article.title for article in collection.articles][:2] == [
        "Search goes on, day 1",
        "Search goes on, day 2",
    ]
    assert any("XML is broken" in gone.reason for gone in collection.set_aside)


def test_a_feed_in_another_charset_than_it_says_is_read(given: Given) -> None:
    feed = rss(item(1, title="The café by the sea"))
    (article,) = given(feed.encode("cp1252")).articles
    assert article.title == "The café by the sea"
    (article,) = given(feed.replace("utf-8", "utf-16").encode("utf-16")).articles
    assert article.title == "The café by the sea"
    (article,) = given(feed.replace("utf-8", "iso-8859-1").encode()).articles
    assert article.title == "The café by the sea"


@pytest.mark.parametrize(
    "date", ["Thu, 01 Jan 1970 00:00:00 GMT", "2099-03-04T10:00:00Z", "0001-01-01T00:00:00Z"]
)
def test_a_date_that_cannot_be_is_set_aside_and_the_article_kept(date: str, given: Given) -> None:
    collection = given(rss(item(1, date=date)))
    (article,) = collection.articles
    assert article.published is None
    if not date.startswith("0001"):
        (gone,) = collection.set_aside
        assert "which cannot be" in gone.reason


def test_a_date_that_says_nothing_is_none(given: Given) -> None:
    assert given(rss(item(1, date="last Tuesday or so"))).articles[0].published is None


def test_the_same_item_under_new_ids_is_one(given: Given) -> None:
    same = [item(1, id=f"id-{n}", link=f"https://maren.example/1?from={n}") for n in range(40)]
    collection = given(rss(*same))
    assert len(collection.articles) == 1
    (gone,) = collection.set_aside
    assert gone.reason == "39 of its 40 items repeat the words of others."


def test_two_short_items_with_one_title_are_two(given: Given) -> None:
    short = [item(n, title="In brief", body="", link=f"https://maren.example/brief/{n}") for n in (1, 2)]
    assert len(given(rss(*short)).set_aside) == 2


def test_a_summary_is_not_taken_for_the_article(given: Given) -> None:
    collection = given(rss(item(1, body=f"<description>{PARAGRAPHS[0]}</description>")))
    assert "The feed holds only a summary (" in only_reason(collection)
    assert "No host maren.example is known." in only_reason(collection)


@pytest.mark.parametrize(
    "ending", ["…", "[...]", "[&#8230;] <p>The post Search appeared first on Post.</p>", "Read more »"]
)
def test_content_that_breaks_off_is_a_summary(ending: str, given: Given) -> None:
    body = f"<content:encoded><![CDATA[{story(1)}<p>The search {ending}</p>]]></content:encoded>"
    assert "only a summary" in only_reason(given(rss(item(1, body=body))))


def test_an_item_without_text_and_link_is_named(given: Given) -> None:
    collection = given("<rss version='2.0'><channel><item><title>Search</title></item></channel></rss>")
    assert "no address of the article" in only_reason(collection)


def test_more_items_than_are_read_are_told(given: Given) -> None:
    rules = replace(Rules(resolve=lambda host, port: []), max_items=2)
    collection = given(rss(*(item(n) for n in range(5))), rules=rules)
    assert len(collection.articles) == 2
    assert [gone.reason for gone in collection.set_aside] == ["It holds 5 items; the last 3 are not read."]


@pytest.mark.parametrize(
    "junk", ["<a " * 20_000, "<" * 20_000, "&" * 20_000, "<item>" * 5_000, "<!" * 20_000]
)
def test_what_is_made_to_be_parsed_for_ever_ends(junk: str, given: Given) -> None:
    collection = given(rss(item(1))[:-16] + junk)
    assert collection.articles or collection.set_aside
