"""A report in the browser.

Comes in:   stories.
Goes out:   one page each in a temporary folder, open in the reader's browser. The files stay there, as the
            browser may want them again; the system clears its temporary folder in time.
"""

from __future__ import annotations

import tempfile
import webbrowser
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tellings.cli.running import say
from tellings.cli.writing import numbered, write_whole

if TYPE_CHECKING:
    from tellings.dossier import Story


def open_reports(told: Sequence[Story]) -> None:
    """Writes the pages and opens the first; where there is no browser, says where they are."""
    from tellings.tell.page import as_page

    if not told:
        return
    first = Path(tempfile.mkdtemp(prefix="tellings-")) / "report.html"
    for number, story in enumerate(told, 1):
        write_whole(numbered(first, number), as_page(story))
    opened = webbrowser.open(first.as_uri())
    say(f"{'Opened' if opened else 'No browser could be opened; the report is'} {first}")
