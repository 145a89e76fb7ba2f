from __future__ import annotations

from dataclasses import replace

from tellings.collect import collect
from tellings.records import Article


def kept(*articles: Article) -> list[str]:
    return [article.id for article in collect(list(articles)).articles]


def test_the_same_words_given_twice_are_one_article(story: str) -> None:
    first = Article(id="x", text=story, path="a.txt")
    collection = collect([first, replace(first, id="y", path="b.txt", text=story.replace("\n", " \n "))])
    assert [article.id for article in collection.articles] == ["x"]
    assert "the same article as a.txt" in collection.set_aside[0].reason


def test_one_wire_text_in_two_outlets_is_two_articles(story: str) -> None:
    first = Article(id="x", text=story, outlet="Maren Post")
    assert kept(first, replace(first, id="y", outlet="Coast News")) == ["x", "y"]
    assert kept(
        Article(id="x", text=story, url="https://a.example/1"),
        Article(id="y", text=story, url="https://b.example/1"),
    ) == ["x", "y"]


def test_one_outlet_at_two_addresses_is_one_article(story: str) -> None:
    first = Article(id="x", text=story, outlet="Maren Post", url="https://www.a.example/1")
    assert kept(first, replace(first, id="y", url="https://a.example/1?from=mail")) == ["x"]


def test_two_versions_at_one_address_are_two_articles(story: str) -> None:
    first = Article(id="x", text=story, url="https://a.example/1")
    assert kept(first, replace(first, id="y", text=story + "The harbour opened again.\n")) == ["x", "y"]
