"""Whether words can be read without those around them.

Comes in:   words cut from an article.
Goes out:   yes or no, by how they begin and by their quotation marks.
"""

from __future__ import annotations

import re

# "Guaranteed to be exciting,' he posted." "'It will be red and fast."
_CLOSED_ONLY = re.compile(r"[,.!?]['’](?=\s|$)")
_OPENED_ONLY = re.compile(r"(?:^|[\s(\"“])['‘](?=\w)")


def opens_a_sentence(words: str) -> bool:
    """Whether the words begin as sentences do; "but has improved since" is a piece of one."""
    return not words.lstrip(" \"'“‘(")[:1].islower()


def cuts_a_quotation(words: str) -> bool:
    """Whether a quotation is opened in the words and not closed, or closed and not opened."""
    if words.count("“") != words.count("”") or words.count('"') % 2:
        return True
    opened, closed = _OPENED_ONLY.search(words), _CLOSED_ONLY.search(words)
    if closed and not opened:
        return True
    return opened is not None and opened.start() == 0 and not closed and words[-1] not in "'’"
