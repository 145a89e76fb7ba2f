"""Agencies that only a dateline makes known.

Comes in:   the text of an article.
Goes out:   where datelines sign it ("OSTREL, May 7 (Corvane) - The ...", "Ostrel (Corvane) — The ...") and
            with which name, whether a list of agencies has that name or not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tellings.records import Span
from tellings.trace.bodies import is_agency

_NAME = r"[A-Z][\w&'’-]{1,24}(?: [A-Z][\w&'’-]{1,24}){0,3}"
_TITLE_CASE = r"[A-Z][\w'’-]{1,24}(?: (?:[A-Z][\w'’-]{1,24}|de|la|le|el|of)){0,3}(?:, [^\n()]{1,50})?"
_CAPITALS = r"[A-Z][A-Z'’. -]{2,40}(?:, ?[^\n()]{1,60})?"
_SIGNED = re.compile(
    rf"^(?:(?P<capitals>{_CAPITALS}) |(?P<place>{_TITLE_CASE}) )?\((?P<name>{_NAME})\) ?[-–—]+ ?"
)
_PLAIN = re.compile(rf"(?P<place>{_CAPITALS}?)(?: [-–—]{{1,2}} | ?―|[—–])")
_LINE = re.compile(r"[^\n\r]+")
_LONGEST_HEAD = 200
_FEWEST_BEHIND = 40
"""Characters that a line must go on for: a list of candidates ("Anna Brandt (Labour) - 412") does not."""
_TOP = 4
"""Lines among which a place in small letters may begin a dateline."""
_NO_NAMES = frozenset(
    ["AM", "Corrected", "Correction", "File", "GMT", "Local", "PM", "Update", "Updated", "Video"]
)


def find_datelines(text: str) -> Iterator[tuple[Span, str]]:
    """Each dateline that names who sends the report: its characters, up to the dash, and the name."""
    for number, line in enumerate(_LINE.finditer(text)):
        match = _SIGNED.match(line.group()[:_LONGEST_HEAD])
        if match is None or match["name"] in _NO_NAMES:
            continue
        goes_on = len(line.group()) - match.end() >= _FEWEST_BEHIND
        if is_agency(match["name"]) or (goes_on and (match["capitals"] or number < _TOP)):
            yield Span(line.start(), line.start() + match.end("name") + 1), match["name"]


def behind_datelines(text: str) -> dict[int, int]:
    """For the start of each line that opens with a dateline, signed or not, where its report begins."""
    signed = {span.start: span.end for span, _ in find_datelines(text)}
    found = {}
    for line in _LINE.finditer(text):
        match = _PLAIN.match(line.group()[:_LONGEST_HEAD])
        end = signed.get(line.start(), line.start() + match.end("place") if match else None)
        if end is None:
            continue
        while end < line.end() and (text[end].isspace() or text[end] in "-–—―"):
            end += 1
        if line.end() - end >= _FEWEST_BEHIND:
            found[line.start()] = end
    return found


def sending_agencies(texts: Iterable[str]) -> frozenset[str]:
    """The names in the datelines of these texts."""
    return frozenset(name for text in texts for _, name in find_datelines(text))
