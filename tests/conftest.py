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


@pytest.fixture
def refresh_reports(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--refresh-reports"))


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the project."""
    return ROOT
