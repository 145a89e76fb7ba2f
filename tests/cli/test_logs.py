"""What happens is written down where that is asked for, and nowhere else."""

from __future__ import annotations

import json
import logging
import os
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tellings.cli.app import app
from tellings.cli.logs import logged
from tellings.errors import CannotWrite
from tellings.events import note, warn
from tellings.store import Library

from ..store.made import reading_of
from ..store.texts import GATE, GATE_OWN


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_an_event_is_one_line_of_json_whatever_its_words_hold(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    with logged(str(path)):
        note("added", article="a1", title='a "title"\nin two\u2028lines \x1b[31m \ud800')
        warn("set aside", path=Path("x"))
    added, gone = lines(path)
    assert (added["event"], added["level"], added["article"]) == ("added", "info", "a1")
    assert added["title"] == 'a "title"\nin two\u2028lines \x1b[31m \ud800'
    assert str(added["time"]).endswith("Z")
    assert (gone["level"], gone["path"]) == ("warning", "x")


def test_what_goes_into_a_library_is_logged_and_what_is_compared(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    with logged(str(path)), Library.open(tmp_path / "desk.db") as library:
        library.add_readings([reading_of(GATE, url="https://norvik.example/gate"), reading_of(GATE_OWN)])
        library.show("s1")
    first, second, compared = lines(path)
    assert (first["event"], first["outcome"], first["address"]) == ("added", "new", "norvik.example/gate")
    assert (second["article"], second["stories"]) == ("a2", ["s1"])
    assert (compared["event"], compared["story"], compared["articles"]) == ("compared", "s1", 2)


def test_a_log_is_added_to_and_made_anew_when_it_is_moved_away(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    with logged(str(path)):
        note("one")
    with logged(str(path)):
        note("two")
        os.rename(path, tmp_path / "old.jsonl")
        note("three")
    assert [line["event"] for line in lines(tmp_path / "old.jsonl")] == ["one", "two"]
    assert [line["event"] for line in lines(path)] == ["three"]


def test_nothing_is_logged_where_nobody_asks(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with logged(None):
        note("one")
    assert list(tmp_path.iterdir()) == []
    assert caplog.records == []
    assert logging.getLogger("tellings").level == logging.NOTSET


def test_the_environment_names_a_log_for_every_command_of_the_library(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "log.jsonl"
    monkeypatch.setenv("TELLINGS_LOG", str(path))
    told = CliRunner().invoke(app, ["stories", "--store", str(tmp_path / "none.db")])
    assert told.exit_code == 1
    (line,) = lines(path)
    assert (line["event"], line["level"]) == ("failed", "warning")
    assert "There is no library" in str(line["reason"])


def test_a_log_that_cannot_be_written_is_told_before_anything_is_done(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match="cannot be written"), logged(str(tmp_path / "none" / "log")):
        pytest.fail("it began")
    store = tmp_path / "desk.db"
    told = CliRunner().invoke(app, ["add", "--store", str(store), "--log", str(tmp_path), "x.txt"])
    assert told.exit_code == 1
    assert "The log" in told.stderr
    assert not store.exists()
