"""A browser, and rooms for it to visit. Pictures of the pages are kept in TELLINGS_SCREENSHOTS."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from . import NewVisit

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parents[2]
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Debian's Chromium with a fresh profile; without it these tests are skipped, with the reason."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        pytest.skip("Chromium is not installed (on Debian: apt install chromium)")
    with playwright.sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=chromium, args=QUIET)
        yield opened
        opened.close()


@pytest.fixture(scope="package")
def pictures() -> Path:
    """The folder of the screenshots."""
    folder = Path(os.environ.get("TELLINGS_SCREENSHOTS") or ROOT / "build" / "screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture(scope="package")
def shelf(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library file that holds the ferry that sank."""
    from tellings.store import Library

    file = tmp_path_factory.mktemp("shelf") / "library.db"
    with Library.open(str(file)) as library:
        library.add(str(ROOT / "examples" / "ferry-sinking"))
    return file


@pytest.fixture(scope="package")
def room(shelf: Path) -> Iterator[str]:
    """A room that nobody changes."""
    from .rooms import room_over

    with room_over(shelf) as address:
        yield address


@pytest.fixture
def own_room(shelf: Path, tmp_path: Path) -> Iterator[str]:
    """A room of the test's own, to change as it likes."""
    from .rooms import room_over

    copy = shutil.copy(shelf, tmp_path / "library.db")
    with room_over(Path(copy)) as address:
        yield address


@pytest.fixture(params=["desktop", "phone"])
def size(request: pytest.FixtureRequest) -> str:
    """A large screen and a small one."""
    return str(request.param)


@pytest.fixture
def visit(browser: Browser, pictures: Path) -> Iterator[NewVisit]:
    """Begins visits that end with the test."""
    from .visits import visiting

    with ExitStack() as visits:
        yield lambda base, **settings: visits.enter_context(visiting(browser, base, pictures, **settings))
