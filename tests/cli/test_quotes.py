"""`tellings quotes`: statements by speaker, in order of time."""

from __future__ import annotations

import csv
import io
import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

import tellings
from tellings.cli.app import app
from tellings.errors import NoSuchSpeaker

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.mark.models
def test_statements_stand_under_their_speaker_with_day_form_outlet_and_cite(run: Run, accounts: Path) -> None:
    done = run("quotes", "wire.txt", "own.txt")
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    orlo = next(number for number, line in enumerate(lines) if line.startswith("Hana Orlo"))
    under = "\n".join(lines[orlo + 1 : orlo + 12])
    assert "nobody told us otherwise" in under
    assert "direct · " in under
    assert "[A" in under
    weil = next(number for number, line in enumerate(lines) if line.startswith("Tomas Weil"))
    assert "We counted every cellar" in "\n".join(lines[weil + 1 : weil + 3])


@pytest.mark.models
def test_json_is_one_statement_a_line_with_its_exact_place(run: Run, accounts: Path) -> None:
    done = run("quotes", "wire.txt", "own.txt", "--json")
    assert done.returncode == 0, done.stderr
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    for row in rows:
        text = (accounts / row["path"]).read_text(encoding="utf-8")
        printed = " … ".join(" ".join(text[start:end].split()) for start, end in row["content"])
        assert printed == row["text"]
    orlo = [row["published"] for row in rows if row["speaker"] and row["speaker"]["name"] == "Hana Orlo"]
    assert len(orlo) >= 2
    assert orlo == sorted(orlo)


@pytest.mark.models
@pytest.mark.parametrize("name", ["orlo", "HANA ORLO", "Orlo"])
def test_a_speaker_is_found_by_any_name_in_capitals_or_not(run: Run, accounts: Path, name: str) -> None:
    done = run("quotes", "wire.txt", "own.txt", "--speaker", name, "--json")
    assert done.returncode == 0, done.stderr
    assert {json.loads(line)["speaker"]["name"] for line in done.stdout.splitlines()} == {"Hana Orlo"}


@pytest.mark.models
def test_an_unknown_speaker_is_told_with_those_that_there_are(run: Run, accounts: Path) -> None:
    done = run("quotes", "wire.txt", "own.txt", "--speaker", "Orl")
    assert done.returncode == 2
    assert done.stdout == ""
    assert "Nobody called “Orl”" in done.stderr
    assert "Hana Orlo" in done.stderr
    assert "Tomas Weil" in done.stderr


@pytest.mark.models
def test_csv_has_a_header_and_no_cell_that_is_a_formula(run: Run, accounts: Path) -> None:
    (accounts / "=cmd.txt").write_text(
        "MERROW, June 7, 2024 - The dredger sank at noon, the harbour office said.\n\n"
        "“=SUM(1) is what the clerk typed, and the gate opened,” board chief Hana Orlo said on Friday. "
        "The board met for two hours and heard the clerk and three keepers of the lock.\n",
        encoding="utf-8",
    )
    done = run("quotes", "wire.txt", "own.txt", "=cmd.txt", "--one-story", "--csv")
    assert done.returncode == 0, done.stderr
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert {"speaker", "said_on", "published", "outlet", "text", "cite"} <= set(rows[0])
    assert any("nobody told us otherwise" in row["text"] for row in rows)
    assert any(row["article"] == "'=cmd.txt" for row in rows)
    assert not any(cell.startswith(("=", "+", "-", "@", "\t")) for row in rows for cell in row.values())


@pytest.mark.models
def test_stdin_and_broken_sources_are_taken_as_compare_takes_them(run: Run, accounts: Path) -> None:
    text = (accounts / "wire.txt").read_text(encoding="utf-8")
    done = run("quotes", "-", "none.txt", "--json", stdin=text)
    assert done.returncode == 0, done.stderr
    assert "none.txt is set aside" in done.stderr
    assert any("nobody told us otherwise" in json.loads(line)["text"] for line in done.stdout.splitlines())


@pytest.mark.models
def test_an_article_without_statements_gives_an_empty_list(run: Run, accounts: Path) -> None:
    (accounts / "quiet.txt").write_text(
        "The mill at Tarn\n\nThe mill at Tarn stands on the left bank of the river. It has two wheels and a "
        "slate roof. The road to the village runs behind it, and a path leads down to the water.\n",
        encoding="utf-8",
    )
    done = run("quotes", "quiet.txt", "--csv")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[0].startswith("story,speaker,")


def test_without_an_article_it_says_why(tmp_path: Path) -> None:
    printed = CliRunner().invoke(app, ["quotes", str(tmp_path / "none.txt")])
    assert printed.exit_code == 1
    assert "none.txt" in printed.stderr
    assert "Traceback" not in printed.stderr


def test_json_and_csv_together_are_wrong_usage() -> None:
    assert CliRunner().invoke(app, ["quotes", "x.txt", "--json", "--csv"]).exit_code == 2


@pytest.mark.models
def test_the_library_gives_the_same_and_lists_speakers_in_its_error(accounts: Path) -> None:
    found = tellings.quotes([accounts / "wire.txt", accounts / "own.txt"], speaker="the fire chief")
    assert {quote.speaker.name for quote in found if quote.speaker} <= {"Tomas Weil"} or not found
    with pytest.raises(NoSuchSpeaker, match="Nobody called") as error:
        tellings.quotes(accounts / "wire.txt", speaker=" ")
    assert "Hana Orlo" in error.value.fix
