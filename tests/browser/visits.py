"""A visitor who keeps count of what a page must never do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

SIZES = {"desktop": (1280, 900), "phone": (360, 740)}
_WIDER_THAN_THE_SCREEN = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
_GRAVE = ("serious", "critical")


@dataclass
class Visit:
    """A browser window at a room (or a file), and what went wrong in it."""

    page: Page
    base: str
    pictures: Path
    size: str
    dialogs: list[str] = field(default_factory=list)
    ran: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def go(self, path: str) -> None:
        """Opens a page of the room."""
        self.page.goto(self.base + path)

    def shoot(self, name: str, *, whole: bool = False) -> None:
        """Keeps a picture of what is on the screen, or of the whole page."""
        self.page.screenshot(path=self.pictures / f"{name}-{self.size}.png", full_page=whole)

    def too_wide(self) -> int:
        """Pixels by which the page must be scrolled sideways."""
        return int(self.page.evaluate(_WIDER_THAN_THE_SCREEN))

    def barriers(self, *within: str, only: str | None = None) -> list[str]:
        """What axe finds serious or critical, in the page or `within` selectors, by all rules or one."""
        options = {"resultTypes": ["violations"]} | ({"runOnly": [only]} if only else {})
        context = {"include": [[one] for one in within]} if within else None
        found: list[dict[str, Any]] = Axe().run(self.page, context, options).response["violations"]
        return [
            f"{one['id']}: {one['nodes'][0]['html'][:200]} ({len(one['nodes'])} in all)"
            for one in found
            if one["impact"] in _GRAVE
        ]

    def finish_job(self) -> None:
        """Waits until the work that a form began is done."""
        self.page.locator("[data-again]").wait_for(state="detached", timeout=90_000)


@contextmanager
def visiting(
    browser: Browser, base: str, pictures: Path, *, size: str = "desktop", **settings: Any
) -> Iterator[Visit]:
    """A visit; its end is an error if a script of an article ran, or something outside was asked for."""
    width, height = SIZES[size]
    context = browser.new_context(viewport={"width": width, "height": height}, **settings)
    page = context.new_page()
    visit = Visit(page, base, pictures, size)
    own = urlsplit(base).netloc
    page.on("dialog", lambda dialog: (visit.dialogs.append(dialog.message), dialog.dismiss()))
    page.on("pageerror", lambda error: visit.errors.append(str(error)))
    page.on(
        "request",
        lambda request: urlsplit(request.url).netloc == own or visit.outside.append(request.url),
    )
    if settings.get("java_script_enabled", True):
        context.expose_function("ran", lambda what: visit.ran.append(what))
    try:
        yield visit
        assert visit.dialogs == [], "a dialog opened"
        assert visit.ran == [], "a script of an article ran"
        assert visit.outside == [], "something outside was asked for"
        assert visit.errors == [], "the page's own script failed"
    finally:
        context.close()
