from __future__ import annotations

import json
from pathlib import Path

from typer.testing import CliRunner

from tellings.cli.app import app

ROWS = [
    {"url": "https://a.example/1", "outlet": "A", "published": "2024-06-04",
     "title": "Lock gate bursts at Merrow",
     "text": "A lock gate burst at Merrow on Tuesday, setting three barges adrift, the canal board said."},
    {"url": "https://b.example/1", "outlet": "B", "published": "2024-06-04",
     "title": "Merrow lock gate bursts",
     "text": "Three barges went adrift at Merrow on Tuesday when a lock gate burst, the canal board said."},
    {"url": "https://b.example/2", "outlet": "B", "published": "2024-06-04",
     "title": "Merrow lock gate bursts",
     "text": "Three barges went adrift at Merrow on Tuesday when a lock gate burst, the canal board said."},
    {"url": "https://c.example/1", "outlet": "C", "published": "2024-06-05", "title": "Honigpreis vergeben",
     "text": "Die Imker von Tarn haben am Dienstag den Preis für den besten Heidehonig des Landes gewonnen."},
    {"url": "https://d.example/1", "outlet": "D", "published": None, "title": None, "text": ""},
]  # fmt: skip


def test_every_line_comes_back_whatever_its_language_or_doubles(tmp_path: Path) -> None:
    file = tmp_path / "articles.jsonl"
    file.write_text("".join(json.dumps(row) + "\n" for row in ROWS), encoding="utf-8")
    printed = CliRunner().invoke(app, ["group", "--json", str(file)])
    assert printed.exit_code == 0, printed.stderr
    lines = [json.loads(line) for line in printed.stdout.splitlines()]
    assert [line["url"] for line in lines] == [row["url"] for row in ROWS]
    stories = [line["story"] for line in lines]
    assert stories[0] == stories[1] == stories[2]
    assert len(set(stories)) == 3


def test_without_json_the_stories_are_listed(tmp_path: Path) -> None:
    file = tmp_path / "articles.jsonl"
    file.write_text("".join(json.dumps(row) + "\n" for row in ROWS), encoding="utf-8")
    printed = CliRunner().invoke(app, ["group", str(file)])
    assert "lock gate bursts" in printed.output.splitlines()[0].lower()
    assert printed.output.splitlines()[0].endswith("(3)")


def test_nothing_to_group_leaves_with_1(tmp_path: Path) -> None:
    printed = CliRunner().invoke(app, ["group", "--json", str(tmp_path / "none.txt")])
    assert printed.exit_code == 1
    assert printed.stdout == ""
    assert "none.txt is set aside" in printed.stderr
