"""Word lists as they are written: lines of words.

Comes in:   words parted by blanks and line breaks.
Goes out:   the words as a sorted tuple.
"""

from __future__ import annotations


def listed(words: str) -> tuple[str, ...]:
    """The words of a text, sorted, each once."""
    return tuple(sorted(set(words.split())))
