from __future__ import annotations

import json
from pathlib import Path

import pytest

from tellings.collect import Rules, collect
from tellings.collect.compose import whole_text
from tellings.records import Collection


def collected(tmp_path: Path, name: str, content: str | bytes) -> Collection:
    data = content if isinstance(content, bytes) else content.encode()
    (tmp_path / name).write_bytes(data)
    return collect([tmp_path / name])


def test_a_news_please_record_is_read(tmp_path: Path, story: str) -> None:
    record = {
        "title": "Fog closes harbour",
        "maintext": story,
        "source_domain": "www.marenpost.example",
        "date_publish": "2031-03-04 06:10:00",
        "url": "https://www.marenpost.example/fog",
        "authors": ["Tova Lind", "Ola Brandt"],
        "language": "en",
        "description": "Not part of the text",
    }
    (article,) = collected(tmp_path, "a.json", json.dumps(record)).articles
    assert article.text == f"Fog closes harbour\n\n{story}"
    assert (article.outlet, article.published) == ("marenpost.example", "2031-03-04T06:10:00")
    assert (article.byline, article.url) == ("Tova Lind, Ola Brandt", "https://www.marenpost.example/fog")
    assert article.path == str(tmp_path / "a.json")


def test_midnight_is_a_day_and_not_a_time(tmp_path: Path, story: str) -> None:
    record = {"text": story, "date_publish": "2031-03-04T00:00:00"}
    (article,) = collected(tmp_path, "a.json", json.dumps(record)).articles
    assert article.published == "2031-03-04"


@pytest.mark.parametrize("value", [None, "None", "yesterday", 1900000000, "2031-13-45", "", "9" * 500, ["x"]])
def test_a_date_that_is_none_stays_unknown(tmp_path: Path, story: str, value: object) -> None:
    (article,) = collected(tmp_path, "a.json", json.dumps({"text": story, "published": value})).articles
    assert article.published is None


def test_a_short_code_of_an_outlet_gives_way_to_a_well_known_address(tmp_path: Path, story: str) -> None:
    record = {"text": story, "source_domain": "nyt", "url": "https://www.nytimes.com/2031/fog.html"}
    (article,) = collected(tmp_path, "a.json", json.dumps(record)).articles
    assert article.outlet == "The New York Times"


def test_each_line_of_a_jsonl_is_an_article_named_by_its_line(tmp_path: Path, story: str) -> None:
    lines = [
        json.dumps({"title": "One", "text": story, "outlet": "Maren Post", "published": "2031-03-04"}),
        "",
        '{"title": "broken", "text": ',
        json.dumps({"title": "No text"}),
        "[1, 2]",
        json.dumps({"title": "Two", "text": story, "outlet": "Coast News"}),
    ]
    collection = collected(tmp_path, "all.jsonl", "\n".join(lines))
    path = tmp_path / "all.jsonl"
    assert [article.path for article in collection.articles] == [f"{path}:1", f"{path}:6"]
    assert [gone.path for gone in collection.set_aside] == [f"{path}:3", f"{path}:4", f"{path}:5"]
    assert "broken" in collection.set_aside[0].reason
    assert "holds no text" in collection.set_aside[1].reason


def test_a_jsonl_of_which_nothing_can_be_used_is_told_in_one_line(tmp_path: Path) -> None:
    (gone,) = collected(tmp_path, "all.jsonl", "{\n" * 500).set_aside
    assert "None of its 500 lines" in gone.reason


def test_a_jsonl_is_bounded_by_its_lines_not_as_a_whole(tmp_path: Path, story: str) -> None:
    long = json.dumps({"text": "fog " * 1000})
    good = [json.dumps({"title": f"Account {n} of it", "text": story}) for n in range(9)]
    (tmp_path / "all.jsonl").write_text("\n".join([*good, long]))
    collection = collect([tmp_path / "all.jsonl"], rules=Rules(max_bytes=1500))
    assert len(collection.articles) == 9
    assert "more than" in collection.set_aside[0].reason


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_a_jsonl_in_another_encoding_is_read(tmp_path: Path, story: str, encoding: str) -> None:
    data = f"{json.dumps({'title': 'Café fog', 'text': story}, ensure_ascii=False)}\n".encode(encoding)
    (article,) = collected(tmp_path, "all.jsonl", data).articles
    assert article.title == "Café fog"


def test_a_list_of_records_is_taken_one_by_one(tmp_path: Path, story: str) -> None:
    records = [{"title": "One account", "text": story}, {"title": "Nothing"}]
    collection = collected(tmp_path, "all.json", json.dumps({"articles": records}))
    assert [article.path for article in collection.articles] == [f"{tmp_path / 'all.json'}:1"]
    assert [gone.path for gone in collection.set_aside] == [f"{tmp_path / 'all.json'}:2"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ('{"title": "Fog",', "broken"),
        ("[" * 100_000, "nested too deep"),
        ('"only a string"', "no object"),
        ('{"title": "Fog", "maintext": null}', "holds no text"),
        ("[]", "empty"),
        ('{"text": ' + "9" * 10_000 + "}", ""),
    ],
)
def test_a_broken_record_is_set_aside_with_its_reason(tmp_path: Path, content: str, reason: str) -> None:
    (gone,) = collected(tmp_path, "a.json", content).set_aside
    assert reason in gone.reason
    assert gone.fix


def test_half_a_character_becomes_a_sign_that_can_be_printed(tmp_path: Path, story: str) -> None:
    content = json.dumps({"title": "Fog", "text": story + "X"}).replace("X", "\\ud83d")
    (article,) = collected(tmp_path, "a.json", content).articles
    assert article.text.endswith("\ufffd")
    article.text.encode("utf-8")


def test_the_text_of_a_record_is_not_edited(tmp_path: Path) -> None:
    body = " Fog \r\n\r\ncame\u00a0in \u2028 and\tstayed.\n"
    (article,) = collected(tmp_path, "a.json", json.dumps({"text": body})).articles
    assert article.text == body


@pytest.mark.parametrize(
    ("title", "body", "text"),
    [
        ("Fog closes harbour", "It came in.", "Fog closes harbour\n\nIt came in."),
        ("Fog closes harbour", "Fog closes harbour\nIt came in.", "Fog closes harbour\nIt came in."),
        ("Fog closes harbour", "FOG  CLOSES harbour. It came", "FOG  CLOSES harbour. It came"),
        ("Fog closes", "Fog closes the harbour.", "Fog closes\n\nFog closes the harbour."),
        ("Fog", "Foggy day.", "Fog\n\nFoggy day."),
        (None, "It came in.", "It came in."),
    ],
)
def test_a_title_is_not_said_twice(title: str | None, body: str, text: str) -> None:
    assert whole_text(title, body) == text


def test_front_matter_of_a_clipped_page_is_read_and_left_in_place(tmp_path: Path, story: str) -> None:
    above = 'title: "Fog closes harbour"\nsource: https://www.marenpost.example/fog\npublished: 2031-03-04'
    content = f"---\n{above}\n---\n{story}"
    (article,) = collected(tmp_path, "a.md", content).articles
    assert article.text == content
    assert (article.title, article.published) == ("Fog closes harbour", "2031-03-04")
    assert article.url == "https://www.marenpost.example/fog"
