"""The commands of the library, one after another on one library."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path

import httpx
import pytest
from click.testing import Result
from typer.testing import CliRunner

from tellings.cli.app import app
from tellings.collect.poll import Poller

from ..collect.feeds import RULES, FakeClock, SmallWeb, item, rss

Run = Callable[..., Result]

pytestmark = [pytest.mark.models, pytest.mark.timeout(600)]


@pytest.fixture
def run(accounts: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs commands in this process and in the folder of the accounts."""
    monkeypatch.chdir(accounts)
    return lambda *words, stdin=None: CliRunner().invoke(app, list(words), input=stdin)


def test_a_library_is_filled_shown_searched_corrected_and_copied(accounts: Path, run: Run) -> None:
    store = ("--store", "desk.db")
    wire, own = ((accounts / name).read_text(encoding="utf-8") for name in ("wire.txt", "own.txt"))
    added = run("add", *store, "wire.txt", "own.txt", "nothing.txt")
    assert added.exit_code == 0, added.stderr
    assert added.stdout == "2 new, 0 edited, 0 there already, 1 set aside · stories s1\n"
    assert "nothing.txt is set aside" in added.stderr
    assert run("add", *store, "wire.txt", "own.txt").stdout.startswith("0 new, 0 edited, 2 there already")

    assert run("stories", *store).stdout.splitlines()[0].startswith("s1")
    shown = run("show", *store, "s1", "--html", "report.html", "--json")
    dossier = json.loads(shown.stdout)
    assert [article["id"] for article in dossier["articles"]] == ["a1", "a2"]
    assert run("verify", "report.html").exit_code == 0

    found = run("search", *store, "gate", "inspected", "in", "May")
    assert "The gate was inspected in May" in found.stdout.splitlines()[0]
    assert run("search", *store, '"no such words anywhere"').exit_code == 1
    assert "Hana Orlo" in run("speaker", *store, "Orlo").stdout
    assert run("versions", *store, "a1").stdout.startswith("version 1")

    assert run("correct", *store, "link", "s1", "B", "A").stdout.startswith("Correction 1")
    assert "(linked by hand)" in run("show", *store, "s1").stdout
    labels = json.loads(run("correct", *store, "--export").stdout)
    assert (labels["kind"], labels["texts"]["a2"]) == ("link", own)
    wrong = run("correct", *store, "link", "s1", "B", "Q")
    assert (wrong.exit_code, "Its articles are A, B" in wrong.stderr) == (1, True)

    assert run("check", *store).stdout.endswith("desk.db is whole.\n")
    assert run("backup", *store, "copy.db").exit_code == 0
    lines = run("export", "--store", "copy.db").stdout.splitlines()
    assert [json.loads(line)["text"] for line in lines] == [wire, own]
    assert run("forget", *store, "a2").stdout == "Forgotten: a2\n"
    again = run("add", *store, "-", stdin=lines[1])
    assert again.stdout.startswith("1 new"), again.stderr


def test_a_library_that_is_not_there_is_told(accounts: Path, run: Run) -> None:
    told = run("stories", "--store", "none.db")
    assert told.exit_code == 1
    assert "There is no library" in told.stderr
    assert not (accounts / "none.db").exists()


def test_bad_names_and_addresses_are_told_in_two_sentences(accounts: Path, run: Run) -> None:
    assert "no kind of library" in run("stories", "--store", "ftp://x/y").stderr
    wire = (accounts / "wire.txt").read_text(encoding="utf-8")
    told = run("add", "--store", "wire.txt", "own.txt")
    assert (told.exit_code, "is no library" in told.stderr) == (1, True)
    assert (accounts / "wire.txt").read_text(encoding="utf-8") == wire


def test_a_watch_without_a_feed_is_told(accounts: Path, run: Run) -> None:
    told = run("watch", "--once", "--store", "desk.db", "none.opml")
    assert told.exit_code == 1
    assert "none.opml is set aside" in told.stderr
    assert "There is no feed to watch" in told.stderr


def test_what_a_feed_brings_goes_in_once(accounts: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    feed, store = "https://maren.example/news.rss", ("--store", "desk.db")
    web = SmallWeb({feed: rss(item(1), item(2))})
    known = {"rules": RULES, "clock": FakeClock(), "transport": httpx.MockTransport(web)}
    monkeypatch.setattr("tellings.collect.poll.Poller", partial(Poller, **known))
    came = run("watch", "--once", *store, feed)
    assert came.exit_code == 0, came.stderr
    assert came.stdout == "a1 new · s1\na2 new · s1\n"
    web.pages[feed] = rss(item(2), item(1), item(3))
    assert run("watch", "--once", *store, feed).stdout == "a3 new · s1\n"
    kept = [json.loads(line) for line in run("export", *store).stdout.splitlines()]
    assert [row["url"] for row in kept] == [f"https://maren.example/{number}" for number in (1, 2, 3)]
    assert all("Nine people were brought ashore" in row["text"] for row in kept)
    assert "Tova Lind" in run("show", *store, "s1").stdout
