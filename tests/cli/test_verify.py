from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "tell"))

from lock_gate import compared
from typer.testing import CliRunner

from tellings.cli.app import app
from tellings.dossier import Story
from tellings.tell import tell
from tellings.tell.page import as_page


@pytest.fixture(scope="module")
def story() -> Story:
    return tell(compared())


@pytest.mark.parametrize("name", ["dossier.json", "report.html"])
def test_a_dossier_that_holds_leaves_with_0(name: str, story: Story, tmp_path: Path) -> None:
    text = as_page(story) if name.endswith("html") else story.model_dump_json()
    (tmp_path / name).write_text(text, encoding="utf-8")
    printed = CliRunner().invoke(app, ["verify", str(tmp_path / name)])
    assert printed.exit_code == 0
    assert "word for word" in printed.output


def test_standard_input_can_be_verified(story: Story) -> None:
    assert CliRunner().invoke(app, ["verify", "-"], input=story.model_dump_json()).exit_code == 0


def test_a_miss_is_named_and_leaves_with_1(story: Story, tmp_path: Path) -> None:
    record = json.loads(story.model_dump_json())
    record["claims"][0]["mentions"][0]["span"][1] -= 3
    (tmp_path / "dossier.json").write_text(json.dumps(record))
    printed = CliRunner().invoke(app, ["verify", str(tmp_path / "dossier.json")])
    assert printed.exit_code == 1
    assert "claim c1: a1:" in printed.output
    assert "1 miss in " in printed.output


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"some notes", b"<html>", b'{"format": "other"}'])
def test_what_is_no_dossier_leaves_with_2_and_a_fix(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(content)
    printed = CliRunner().invoke(app, ["verify", str(tmp_path / "file")])
    assert printed.exit_code == 2
    assert "tellings compare" in printed.stderr
    assert "Traceback" not in printed.stderr


def test_a_missing_file_leaves_with_2(tmp_path: Path) -> None:
    printed = CliRunner().invoke(app, ["verify", str(tmp_path / "none.json")])
    assert printed.exit_code == 2
    assert "none.json cannot be read" in printed.stderr


def test_the_schema_is_that_of_the_dossier() -> None:
    printed = CliRunner().invoke(app, ["schema"])
    schema = json.loads(printed.output)
    assert schema["title"] == "Story"
    assert {"articles", "claims", "conflicts", "brief", "passages"} <= set(schema["properties"])
