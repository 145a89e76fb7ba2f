"""Words that make an assertion weaker than a plain one.

Comes in:   nothing; this is data.
Goes out:   sorted tuples of lower-case words.
"""

from __future__ import annotations

# "The bridge was reportedly closed": told by others, whom nobody names.
HEARSAY: tuple[str, ...] = (
    "allegedly",
    "ostensibly",
    "purportedly",
    "reportedly",
    "reputedly",
    "rumored",
    "rumoured",
    "supposedly",
)

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

# "The bridge might be closed": words beside a verb that make it possible and no more.
MAY: tuple[str, ...] = (
    "apparently",
    "likely",
    "may",
    "maybe",
    "might",
    "perhaps",
    "possibly",
    "potentially",
    "presumably",
    "probably",
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

# "Both houses should re-open the bridge": asked of somebody, and not told as fact.
OBLIGATION: tuple[str, ...] = (
    "demand",
    "demanded",
    "demanding",
    "demands",
    "ensure",
    "ensures",
    "ensuring",
    "must",
    "ought",
    "shall",
    "should",
    "urge",
    "urged",
    "urges",
    "urging",
)

# "The minister did not rule out an attack": verbs that say, before "out", that something cannot be.
RULING_OUT: tuple[str, ...] = ("rule", "ruled", "rules", "ruling")

# "The mayor would welcome help": what somebody would do is wished for, and no deed.
WISHED: tuple[str, ...] = ("consider", "like", "love", "prefer", "support", "welcome")
