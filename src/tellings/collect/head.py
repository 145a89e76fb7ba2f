"""What the first lines of a text say of it: headline, byline, date.

Comes in:   a text.
Goes out:   a `Head`, each field None unless the lines leave no doubt.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tellings.collect import dates
from tellings.languages.en.pages import LINES_BEFORE_A_HEADLINE

_LINES_READ = 20
_PIECES = re.compile(r"\s*[|•·]\s*|\s+[–—]\s+")
_NAME = r"(?:[A-Z][\w.'’-]*|de|da|del|der|di|la|le|van|von|bin|al|el)"
_NAMES = rf"{_NAME}(?: {_NAME}){{0,5}}"
_BYLINE = re.compile(rf"(?:By|BY|by) (?P<names>{_NAMES}(?:(?:,| and| in| for|, and| &) {_NAMES}){{0,5}})")
_POSTED_BY = re.compile(rf"(?:Posted|Published|Written) by (?P<names>{_NAMES})(?= on\b|,|\.|$)")
_BREADCRUMB = re.compile(r"[^/>»›]{1,30}(?:\s[/>»›]\s[^/>»›]{1,30}){1,5}")
_DATELINE = re.compile(
    r"[A-Z]{3}[A-Z.'’ -]{0,40}(?:, [\w. ]{1,30}){0,2} ?(?:\([^()]{2,40}\) ?)?(?:--|[-–—])(?: |$)"
)
_SENTENCE_END = re.compile(r"[.!?:;,…][\"'”’)]*$")
_NO_HEADLINE_END = re.compile(r"[.:;,-][\"'”’)]*$")
_ABBREVIATED = re.compile(r"\b(?:[A-Z]\.){2,}[\"'”’)]*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What stands above the story; `published` is an ISO date."""

    title: str | None = None
    byline: str | None = None
    published: str | None = None


def read_head(text: str) -> Head:
    """The headline, byline and date that the lines above the story surely give."""
    lines = [line.strip() for line in text[:20_000].split("\n")]
    title = byline = published = updated = None
    seen = prose = 0
    decided = False
    for number, line in enumerate(lines):
        if not line:
            continue
        seen += 1
        if seen > _LINES_READ or prose > 1:
            break
        found = _by_and_when(line)
        if found is not None:
            byline = byline or found.byline
            published, updated = published or found.published, updated or found.updated
            continue
        if _is_prose(line):
            prose += 1
            published = published or dates.of_dateline(line)
        elif not decided and not _before_a_headline(line):
            title = _headline(line, lines[number + 1 :])
        decided = decided or prose > 0 or not _before_a_headline(line)
    return Head(title=title, byline=byline, published=published or updated)


@dataclass(frozen=True, slots=True)
class _Line:
    byline: str | None = None
    published: str | None = None
    updated: str | None = None


def _by_and_when(line: str) -> _Line | None:
    """A line that is a byline, a date, or both; None for any other."""
    if len(line) > 160:
        return None
    byline = published = updated = None
    for piece in _PIECES.split(line):
        if found := _BYLINE.fullmatch(piece):
            byline = byline or found["names"]
        elif when := dates.standing_alone(piece):
            day, is_update = when
            published, updated = (published, updated or day) if is_update else (published or day, updated)
    if byline is None and (found := _POSTED_BY.search(line)) and len(line.split()) <= 25:
        byline = found["names"]
    published = published or (dates.of_signed_line(line) if updated is None else None)
    if byline is None and published is None and updated is None:
        return None
    return _Line(byline, published, updated)


def _is_prose(line: str) -> bool:
    words = len(line.split())
    return (
        words >= 28 or (words >= 10 and _ends_sentence(line)) or (words >= 12 and bool(_DATELINE.match(line)))
    )


def _ends_sentence(line: str) -> bool:
    return _SENTENCE_END.search(line) is not None and _ABBREVIATED.search(line) is None


def _before_a_headline(line: str) -> bool:
    """A menu, a breadcrumb, an address or a label above the headline."""
    bare = line.strip("#*_ :|[]()-–—").lower()
    if not any(letter.isalpha() for letter in bare) or bare in LINES_BEFORE_A_HEADLINE:
        return True
    if bare.startswith(("http://", "https://", "www.", "![")):
        return True
    return len(line) < 120 and _BREADCRUMB.fullmatch(" ".join(line.split())) is not None


def _headline(line: str, below: list[str]) -> str | None:
    """The line as a headline: short, no sentence, and set apart from what follows."""
    bare = re.sub(r"^#{1,6}\s+|\s+#+$", "", line).strip("*_ ")
    if not 2 <= len(bare.split()) <= 26 or len(bare) > 200 or _DATELINE.match(bare):
        return None
    if _NO_HEADLINE_END.search(bare) and not _ABBREVIATED.search(bare):
        return None
    if line.startswith("#") or not below or set(below[0]) <= set("=-"):
        return bare
    # Where single line ends part the paragraphs, the next line is a long one; a line of wrapped text is not.
    apart = _by_and_when(below[0]) is not None or (len(below[0]) > 120 and len(bare) < 110)
    return bare if apart else None
