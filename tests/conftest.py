from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--refresh-reports",
        action="store_true",
        help="write the approved reports of examples/ anew instead of comparing with them",
    )
    parser.addoption(
        "--refresh-answers",
        action="store_true",
        help="mark the known answers of examples/ that are missed, and take the mark off those found",
    )


@pytest.fixture
def refresh_reports(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--refresh-reports"))


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the project."""
    return ROOT
