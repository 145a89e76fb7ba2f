"""The README shows what the program really prints.

Comes in:   README.md, and the approved report of an example, which a test compares with the program's output.
Goes out:   README.md with that report between its two `example output` marks.

Run `python docs/refresh_readme.py` after `pytest tests/examples --refresh-reports`.
"""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
REPORT = ROOT / "examples" / "ferry-sinking.report.txt"
MARKED = re.compile(r"(<!-- example output -->\n).*?(<!-- end of example output -->)", re.S)


def refreshed(readme: str) -> str:
    """`readme` with the approved report between the marks."""
    report = REPORT.read_text(encoding="utf-8").rstrip("\n")
    return MARKED.sub(lambda mark: f"{mark[1]}```text\n{report}\n```\n{mark[2]}", readme)


if __name__ == "__main__":
    page = ROOT / "README.md"
    page.write_text(refreshed(page.read_text(encoding="utf-8")), encoding="utf-8")
