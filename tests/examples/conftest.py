from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from tellings import Story, compare

MARK = "missed = true"


@pytest.fixture(scope="session")
def marks(request: pytest.FixtureRequest, root: Path) -> Iterator[dict[str, dict[int, bool]] | None]:
    """With --refresh-answers, notes of what is missed (file, line of the heading), written at the end."""
    if not request.config.getoption("--refresh-answers"):
        yield None
        return
    noted: dict[str, dict[int, bool]] = {}
    yield noted
    for name, missed in noted.items():
        path = root / "examples" / name
        path.write_text(marked(path.read_text(encoding="utf-8"), missed), encoding="utf-8")


def marked(answers: str, missed: dict[int, bool]) -> str:
    """The answers with `missed = true` under the headings that are missed, and under no other one noted."""
    lines: list[str] = []
    under = None
    for number, line in enumerate(answers.splitlines()):
        if line.startswith("["):
            under = number if number in missed else None
        if not (line == MARK and under is not None):
            lines.append(line)
        if missed.get(number):
            lines.append(MARK)
    return "\n".join(lines) + "\n"


@pytest.fixture(scope="session")
def told(root: Path) -> Callable[[str], Story]:
    """The dossier of an example, compared once; paths in it start at the project's folder."""

    @cache
    def of(name: str) -> Story:
        here = Path.cwd()
        os.chdir(root)
        try:
            return compare(f"examples/{name}")
        finally:
            os.chdir(here)

    return of
