from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]

ACCOUNTS = {
    "wire.txt": (
        "Lock gate bursts at Merrow, three barges adrift\n\n"
        "MERROW, June 4, 2024 (Norvik) - A lock gate burst at Merrow on Tuesday, setting three barges "
        "adrift and flooding 40 houses, the canal board said.\n\n"
        '"The gate was inspected in May, it was sound in May, and nobody told us otherwise," board chief '
        "Hana Orlo told reporters. She said there was no plan to close the canal to ships.\n\n"
        "Nobody was hurt, a spokesman for the fire brigade said on Tuesday evening.\n"
    ),
    "own.txt": (
        "Canal closed after flood at Merrow\n\n"
        "June 6, 2024\n\n"
        "The canal at Merrow was closed on Thursday, board chief Hana Orlo said, two days after a lock gate "
        "burst and set three barges adrift.\n\n"
        'The water reached 65 houses, according to the fire brigade. "We counted every cellar," said fire '
        "chief Tomas Weil.\n"
    ),
    "bees.txt": (
        "Beekeepers of Tarn win prize for heather honey\n\n"
        "TARN, February 2, 2021 - The beekeepers of Tarn won the national honey prize on Tuesday for a dark "
        "heather honey, the jury said.\n\n"
        '"It tastes of smoke and rain," said juror Ansa Keld. The prize is worth 900 crowns.\n'
    ),
}


@pytest.fixture
def accounts(tmp_path: Path) -> Path:
    """A folder with two accounts of one event and one of another."""
    for name, text in ACCOUNTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs `tellings` as a process of its own, in the temporary folder."""

    def call(*arguments: str, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "tellings", *arguments],
            input=stdin,
            capture_output=True,
            cwd=tmp_path,
            encoding="utf-8",
            check=False,
        )

    return call
