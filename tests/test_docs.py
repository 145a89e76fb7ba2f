"""What the pages say holds: their links, their commands, their targets, their code."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from tellings import compare

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *ROOT.glob("[a-z]*/README.md")])
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.M | re.S)

pages = pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT)))


def blocks(page: Path, language: str) -> list[str]:
    return [code for kind, code in FENCE.findall(page.read_text(encoding="utf-8")) if kind == language]


def shell_lines(page: Path) -> list[str]:
    """The commands of a page's console blocks, joined where a line is continued."""
    joined = "\n".join(blocks(page, "console") + blocks(page, "sh")).replace("\\\n", " ")
    return [line.strip().removeprefix("$ ") for line in joined.splitlines()]


@pages
def test_every_link_leads_somewhere(page: Path) -> None:
    text = FENCE.sub("", page.read_text(encoding="utf-8"))
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if not re.match(r"[a-z]+:|#", target):
            assert (page.parent / target.split("#")[0]).exists(), f"{target} does not exist"


@pages
def test_every_make_target_exists(page: Path) -> None:
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.M)
    for named in re.findall(r"`make ([a-z]+)[^`]*`", page.read_text(encoding="utf-8")):
        assert named in targets
    for line in shell_lines(page):
        if line.startswith("make "):
            assert line.split()[1] in targets


@pages
def test_every_command_and_option_exists(page: Path) -> None:
    from typer.main import get_command

    from tellings.cli.app import app

    commands = getattr(get_command(app), "commands")  # noqa: B009 - the type of a group is typer's own business
    for line in shell_lines(page):
        words = shlex.split(line.split("|")[0].split(" > ")[0], comments=True)
        if words[:1] != ["tellings"] or words[1].startswith("-"):
            continue
        options = {
            opt
            for parameter in commands[words[1]].params
            for opt in (*parameter.opts, *parameter.secondary_opts)
        }
        for word in words[2:]:
            if word.startswith("--"):
                assert word.split("=")[0] in options | {"--help"}, line


@pages
def test_every_example_named_in_a_command_exists(page: Path) -> None:
    for line in shell_lines(page):
        for word in shlex.split(line, comments=True):
            if word.startswith("examples/"):
                assert list(ROOT.glob(word)), f"{word} does not exist"


PYTHON = [
    pytest.param(code, id=f"{page.name} {n}")
    for page in PAGES
    for n, code in enumerate(blocks(page, "python"))
]


@pytest.mark.models
@pytest.mark.parametrize("code", PYTHON)
def test_every_python_block_runs(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    if "dossier.json" in code:
        story = compare("examples/kharrow-dam")
        (tmp_path / "dossier.json").write_text(story.model_dump_json(), encoding="utf-8")
    exec(compile(code, "block", "exec"), {})
    assert capsys.readouterr().out.strip()


def test_the_readme_shows_the_approved_report() -> None:
    import runpy

    refreshed = runpy.run_path(str(ROOT / "docs" / "refresh_readme.py"))["refreshed"]
    shown = (ROOT / "README.md").read_text(encoding="utf-8")
    assert refreshed(shown) == shown, "run: python docs/refresh_readme.py"
