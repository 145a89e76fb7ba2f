"""Words that make an assertion weaker than a plain one.

Comes in:   nothing; this is data.
Goes out:   sorted tuples of lower-case words.
"""

from __future__ import annotations

# "The bridge may have been closed": possible, not told as fact.
POSSIBILITY: tuple[str, ...] = (
    "apparently",
    "could",
    "if",
    "likely",
    "may",
    "maybe",
    "might",
    "perhaps",
    "possible",
    "possibility",
    "possibly",
    "potential",
    "potentially",
    "probably",
    "suspected",
    "unless",
    "whether",
    "would",
)
