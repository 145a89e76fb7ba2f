from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tellings import __version__
from tellings.cli.app import app

COMMANDS = ["compare", "quotes", "read", "group", "verify", "schema"]


@pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS)])
def test_help_tells_exit_codes_and_ends_in_an_example(command: list[str]) -> None:
    printed = CliRunner().invoke(app, [*command, "--help"], prog_name="tellings")
    assert printed.exit_code == 0
    assert "Exit codes: 0 done; 1 " in printed.output
    assert "130 interrupted" in " ".join(printed.output.split())
    assert printed.output.rstrip().splitlines()[-1].lstrip().startswith("tellings ")


def test_the_page_of_commands_is_what_the_help_says(root: Path) -> None:
    written = subprocess.run(
        [sys.executable, "-c", "import write_commands as w; print(w.page(), end='')"],
        cwd=root / "docs",
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout
    page = (root / "docs" / "commands.md").read_text(encoding="utf-8")
    assert page == written, "run: python docs/write_commands.py"


def test_the_version() -> None:
    assert CliRunner().invoke(app, ["--version"]).output == f"tellings {__version__}\n"


@pytest.mark.parametrize("wrong", [["compare"], ["compare", "--nonsense", "x"], ["nonsense"], ["verify"]])
def test_wrong_usage_leaves_with_2(wrong: list[str]) -> None:
    assert CliRunner().invoke(app, wrong).exit_code == 2


def test_help_loads_nothing_heavy() -> None:
    heavy = "{'onnxruntime', 'trafilatura', 'httpx', 'datasketch', 'jinja2', 'tokenizers', 'rich', 'scipy'}"
    code = (
        "import sys; sys.argv = ['tellings', '--help']\n"
        "from tellings.cli import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        f"print('loaded:', sorted({heavy} & set(sys.modules)))"
    )
    printed = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True
    ).stdout
    assert printed.rstrip().endswith("loaded: []")
