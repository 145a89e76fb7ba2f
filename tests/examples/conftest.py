from __future__ import annotations

import os
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from tellings import Story, compare


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
