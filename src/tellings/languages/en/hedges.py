"""Words that make an assertion weaker than a plain one.

Comes in:   nothing; this is data.
Goes out:   sorted tuples of lower-case words.
"""

from __future__ import annotations

# "He hoped to have the bridge opened": wished for, and not yet so.
HOPES: tuple[str, ...] = (
    "aim",
    "aims",
    "expect",
    "expected",
    "expects",
    "hope",
    "hoped",
    "hopes",
    "hoping",
    "intend",
    "intends",
    "plan",
    "planned",
    "plans",
    "want",
    "wanted",
    "wants",
)

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
