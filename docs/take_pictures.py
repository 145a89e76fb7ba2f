"""The pictures of the documentation, taken of the report of an example.

Comes in:   `examples/ferry-sinking`, and a Chromium.
Goes out:   docs/images/*.png. Run it again when the page has come to look otherwise:
            python docs/take_pictures.py
"""

from __future__ import annotations

import shutil
import tempfile
from contextlib import chdir
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

import tellings
from tellings.tell.page import as_page

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"


def pictures_of(page: Page, address: str) -> None:
    """The report beside its articles, how a figure moved, and an opened sentence on a phone."""
    page.set_viewport_size({"width": 1180, "height": 600})
    page.goto(address)
    page.screenshot(path=IMAGES / "report.png")
    page.locator(".track").first.screenshot(path=IMAGES / "figure.png")
    page.locator(".origin-ledger figure").screenshot(path=IMAGES / "origins.png")
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(f"{address}#s-B10")
    page.locator("#s-B10").click()
    page.screenshot(path=IMAGES / "note.png")


def main() -> None:
    """Takes all pictures."""
    IMAGES.mkdir(exist_ok=True)
    with chdir(ROOT):
        story = tellings.compare("examples/ferry-sinking")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        file = Path(folder) / "report.html"
        file.write_text(as_page(story), encoding="utf-8")
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        pictures_of(browser.new_page(), file.as_uri())
        browser.close()


if __name__ == "__main__":
    main()
