from __future__ import annotations

from pathlib import Path

import pytest

from tellings.collect import Rules, collect
from tellings.collect.opml import read_opml
from tellings.collect.subscriptions import feeds_of
from tellings.errors import UnreadableSource


def opml(body: str) -> bytes:
    return f'<?xml version="1.0"?><opml version="2.0"><head/><body>{body}</body></opml>'.encode()


def feed(address: str) -> str:
    return f'<outline type="rss" text="Wire" xmlUrl="{address}"/>'


def test_feeds_are_found_however_deep_they_are_nested_and_once() -> None:
    deep = '<outline text="More">' * 3000 + feed("https://a.example/1")
    listed = read_opml(
        opml(
            deep + "</outline>" * 3000 + feed("https://b.example/?a=1&amp;b=2") + feed("https://a.example/1")
        ),
        name="list",
    )
    assert listed.feeds == ("https://a.example/1", "https://b.example/?a=1&b=2")
    assert listed.set_aside == ()


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("/news.rss", "only a part of an address"),
        ("news.rss", "only a part of an address"),
        ("//a.example/news.rss", "only a part of an address"),
        ("file:///etc/passwd", "Only http and https"),
        ("https://me:pass@a.example/", "user name or password"),
        ("https://", "no proper host name"),
    ],
)
def test_an_address_that_cannot_be_asked_is_set_aside_and_the_rest_read(address: str, reason: str) -> None:
    listed = read_opml(opml(feed(address) + feed("https://a.example/1")), name="list")
    assert listed.feeds == ("https://a.example/1",)
    (gone,) = listed.set_aside
    assert gone.path == f"list: {address}"
    assert reason in gone.reason


def test_the_old_way_to_write_the_address_of_a_feed_is_understood() -> None:
    listed = read_opml(opml(feed("feed:https://a.example/1") + feed("feed://b.example/2")), name="list")
    assert listed.feeds == ("https://a.example/1", "http://b.example/2")


def test_a_bare_ampersand_does_no_harm() -> None:
    assert read_opml(opml(feed("https://a.example/?a=1&b=2")), name="list").feeds == (
        "https://a.example/?a=1&b=2",
    )


def test_a_list_that_is_cut_gives_what_is_before_and_says_so() -> None:
    cut = opml(feed("https://a.example/1") + feed("https://b.example/2"))[:-45]
    listed = read_opml(cut, name="list")
    assert listed.feeds[0] == "https://a.example/1"
    assert "XML is broken" in listed.set_aside[0].reason


@pytest.mark.parametrize("data", [b"", opml(""), b"<opml", b"<rss/>", b"words"])
def test_a_list_without_feeds_is_named(data: bytes) -> None:
    with pytest.raises(UnreadableSource) as raised:
        read_opml(data, name="list")
    assert raised.value.fix


def test_an_entity_bomb_is_refused() -> None:
    bomb = b'<!DOCTYPE opml [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>' + opml(feed("https://&b;/"))[21:]
    with pytest.raises(UnreadableSource, match="entities of its own"):
        read_opml(bomb, name="list")


def test_lists_and_addresses_together_name_the_feeds_to_poll(tmp_path: Path) -> None:
    path = tmp_path / "feeds.opml"
    path.write_bytes(opml(feed("https://a.example/1") + feed("x")))
    listed = feeds_of(
        [path, "https://b.example/2", "https://a.example/1", "http://", str(tmp_path / "none.opml")]
    )
    assert listed.feeds == ("https://a.example/1", "https://b.example/2")
    assert len(listed.set_aside) == 3


def test_a_list_given_to_collect_reads_every_feed_and_names_those_it_cannot(tmp_path: Path) -> None:
    path = tmp_path / "feeds.opml"
    path.write_bytes(opml(feed("https://a.example/1") + feed("http://127.0.0.1/2")))
    collection = collect([path], rules=Rules(resolve=lambda host, port: []))
    assert [gone.path for gone in collection.set_aside] == ["https://a.example/1", "http://127.0.0.1/2"]
    assert "private or local" in collection.set_aside[1].reason
