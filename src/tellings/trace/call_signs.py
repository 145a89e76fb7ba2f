"""Stations by their letters, as in the United States: "WKLV", "KMRW-TV".

Comes in:   text.
Goes out:   where call signs stand.
Left open:  those of three letters; words in capitals, and four letters that are known to be something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tellings.languages.en.agencies import NO_CALL_SIGNS

_CALL_SIGN = re.compile(r"(?<![\w./@-])[KW][A-Z]{3}(?:-(?:AM|DT|FM|TV))?(?![\w@-])")
_BEHIND_CAPITALS = re.compile(r"\b[A-Z]{2,}\W{1,2}$")
_BEFORE_CAPITALS = re.compile(r"\W{1,2}[A-Z]{2,}\b(?<!TV)")
_NEAR = 20


def find_call_signs(text: str) -> Iterator[re.Match[str]]:
    """Every call sign, in order."""
    for match in _CALL_SIGN.finditer(text):
        near = text[max(0, match.start() - _NEAR) : match.start()]
        amid_capitals = _BEHIND_CAPITALS.search(near) or _BEFORE_CAPITALS.match(text, match.end())
        if match.group() not in NO_CALL_SIGNS and not amid_capitals:
            yield match
