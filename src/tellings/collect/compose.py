"""A title and a body become one text.

Comes in:   the title and the body that a record or a page holds apart.
Goes out:   title, blank line, body; the body alone where it already begins with the title.
"""

from __future__ import annotations

import re

_ENDS_TITLE = re.compile(r"\s*(?:\n|$|[.!?:|–—-])|\s+(?=[A-Z\"“‘(])")


def whole_text(title: str | None, body: str) -> str:
    """The text of an article whose source holds title and body apart."""
    if not title or begins_with(body, title):
        return body
    return f"{title}\n\n{body}"


def begins_with(body: str, title: str) -> bool:
    """Whether the body opens with the title, case and white space aside, as a line or sentence of its own."""
    words = [re.escape(word) for word in title.split()]
    found = re.match(r"(?i)\s*" + r"\s+".join(words), body) if words else None
    if found is None:
        return False
    return _ENDS_TITLE.match(body, found.end()) is not None or not title[-1].isalnum()
