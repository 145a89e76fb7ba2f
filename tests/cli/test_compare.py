from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tellings.cli.app import app
from tellings.dossier import Story
from tellings.verify import verify

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def test_a_report_that_could_not_be_written_is_said_before_any_work(accounts: Path) -> None:
    printed = CliRunner().invoke(
        app, ["compare", str(accounts / "wire.txt"), "--html", str(accounts / "missing" / "r.html")]
    )
    assert printed.exit_code == 1
    assert "missing/r.html could not be written" in printed.stderr
    assert "make it first" in printed.stderr


def test_without_an_article_it_says_why_and_leaves_with_1(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    printed = CliRunner().invoke(app, ["compare", str(tmp_path / "empty.txt"), str(tmp_path / "none.txt")])
    assert printed.exit_code == 1
    assert printed.stdout == ""
    assert "empty.txt" in printed.stderr
    assert "none.txt" in printed.stderr
    assert "Traceback" not in printed.stderr


@pytest.mark.models
def test_json_is_one_line_and_nothing_else(run: Run, accounts: Path) -> None:
    done = run("compare", "wire.txt", "own.txt", "none.txt", "--json")
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) == 1
    story = Story.model_validate_json(done.stdout)
    assert [article.path for article in story.articles] == ["wire.txt", "own.txt"]
    assert "none.txt is set aside" in done.stderr
    assert verify(done.stdout).misses == ()


@pytest.mark.models
def test_two_stories_are_told_apart_unless_told_otherwise(run: Run, accounts: Path) -> None:
    done = run("compare", "wire.txt", "own.txt", "bees.txt", "--json", "--html", "report.html")
    assert done.returncode == 0, done.stderr
    assert [len(json.loads(line)["articles"]) for line in done.stdout.splitlines()] == [2, 1]
    assert "These articles tell 2 stories" in done.stderr
    for name in ("report.html", "report-2.html"):
        assert f"Wrote {name}" in done.stderr
        assert verify((accounts / name).read_text(encoding="utf-8")).misses == ()
    done = run("compare", "wire.txt", "own.txt", "bees.txt", "--json", "--one-story")
    assert len(json.loads(done.stdout)["articles"]) == 3
    assert "stories" not in done.stderr


@pytest.mark.models
def test_one_article_alone_is_shown_with_a_note(run: Run, accounts: Path) -> None:
    done = run("compare", "wire.txt", "--markdown", "report.md")
    assert done.returncode == 0
    assert done.stdout.startswith("Lock gate bursts at Merrow")
    assert "nothing to compare it with" in done.stderr
    assert (accounts / "report.md").read_text(encoding="utf-8").startswith("# Lock gate bursts at Merrow")


@pytest.mark.models
def test_a_full_disk_is_told_and_nothing_is_left(run: Run, accounts: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    done = run("compare", "wire.txt", "own.txt", "--html", "/dev/full")
    assert done.returncode == 1
    assert "/dev/full could not be written" in done.stderr
    with open("/dev/full", "w") as full:
        printed = subprocess.run(
            [sys.executable, "-m", "tellings", "compare", "wire.txt", "own.txt"],
            stdout=full, stderr=subprocess.PIPE, cwd=accounts, encoding="utf-8", check=False,
        )  # fmt: skip
    assert printed.returncode == 1
    assert "could not be written" in printed.stderr
    assert "Traceback" not in printed.stderr
    assert sorted(os.listdir(accounts)) == ["bees.txt", "own.txt", "wire.txt"]


def test_ctrl_c_half_way_leaves_with_130_and_no_file(accounts: Path) -> None:
    working = subprocess.Popen(
        [sys.executable, "-m", "tellings", "compare", "wire.txt", "-", "--html", "report.html"],
        cwd=accounts,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # A shell that runs the tests in the background has its children ignore Ctrl-C.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    assert working.stdin is not None
    # More than a pipe holds: once it is written, the program is at work reading it.
    working.stdin.write(b"The gate was shut on Monday. " * 10_000)
    working.stdin.flush()
    working.send_signal(signal.SIGINT)
    _, told = working.communicate(timeout=120)
    assert working.returncode == 130, told
    assert told.decode().splitlines() == ["Interrupted. Nothing half-written is left behind."]
    assert not [name for name in os.listdir(accounts) if "report" in name]


@pytest.mark.models
def test_a_reader_that_has_enough_is_no_error(accounts: Path) -> None:
    done = subprocess.run(
        f"'{sys.executable}' -m tellings compare wire.txt own.txt --all | head -1",
        shell=True, cwd=accounts, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert len(done.stdout.splitlines()) == 1
    assert done.stderr == ""


@pytest.mark.models
def test_read_gives_back_ids_and_texts_as_they_were_given(run: Run, tmp_path: Path) -> None:
    rows = [
        {"id": 17, "title": "T", "text": 'Gate\r\n\r\n"It held," Ada Lorne said. \u2028 \x85 So it did.'},
        {"id": "zwei", "text": "Der Bürgermeister sagte am Montag, das Tor sei sicher."},
        {"id": "empty", "text": ""},
    ]
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows) + "{broken\n")
    done = run("read", "--json", "a.jsonl")
    assert done.returncode == 0, done.stderr
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(line["id"], line["text"]) for line in lines] == [(row["id"], row["text"]) for row in rows]
    assert lines[0]["statements"]
    start, end = lines[0]["statements"][0]["source"][0]
    assert rows[0]["text"][start:end] == "Ada Lorne"
    assert "a.jsonl:4 is passed over" in done.stderr
