"""Word lists as they are written: lines of words.

Comes in:   words parted by blanks and line breaks.
Goes out:   the words as a sorted tuple.
"""

from __future__ import annotations


def listed(words: str) -> tuple[str, ...]:
    """The words of a text, sorted, each once."""
    return tuple(sorted(set(words.split())))


def grouped(text: str) -> dict[str, tuple[str, ...]]:
    """Lines of a name, a colon and words set apart by commas, as groups by name."""
    lines = (line.partition(":") for line in text.strip().splitlines() if line)
    return {name: tuple(word.strip() for word in words.split(",")) for name, _, words in lines}
