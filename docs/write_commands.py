"""The page of commands, from the commands' own help.

Comes in:   the `--help` of `tellings` and of each command.
Goes out:   docs/commands.md; a test checks that it is what this writes.

Run `python docs/write_commands.py` after a change of a command.
"""

from __future__ import annotations

from pathlib import Path

from typer.testing import CliRunner

from tellings.cli.app import app

PAGE = Path(__file__).with_name("commands.md")
ALONE = ("compare", "quotes", "read", "group", "verify", "schema")
STORIES = ("add", "watch", "stories", "show", "search", "speaker", "versions", "correct")
UPKEEP = ("forget", "export", "check", "backup", "serve")
COMMANDS = (*ALONE, *STORIES, *UPKEEP)
HEAD = """\
# Commands

What `tellings --help` and `tellings COMMAND --help` print. What programs read (`--json`, `schema`) goes to
standard output in UTF-8, and nothing else does; notes on what was set aside, on several stories and on files
written go to standard error.

| exit code | means |
|---|---|
| 0 | done |
| 1 | nothing was compared, added or found; `verify` or `check` found damage; a file or the library failed |
| 2 | wrong usage, a file given to `verify` that is no dossier, or a `--speaker` whom nobody quotes |
| 130 | interrupted with Ctrl-C |

A file is written whole or not at all: neither Ctrl-C nor a full disk leaves half of one. With several
stories, `--html report.html` and `--markdown report.md` write the largest story there and the others beside
it as `report-2.html`, `report-3.html` and so on.
"""


def page() -> str:
    """The whole page."""
    parts = [HEAD, _help(), *(_help(command) for command in COMMANDS)]
    return "\n".join(parts)


def _help(*command: str) -> str:
    printed = CliRunner().invoke(app, [*command, "--help"], prog_name="tellings", env={"COLUMNS": "100"})
    text = "\n".join(line.rstrip() for line in printed.output.strip().splitlines())
    return f"## {' '.join(('tellings', *command))}\n\n```text\n{text}\n```\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
