"""Words run together in speech, as data.

Comes in:   nothing.
Goes out:   the endings that stand for words, the forms that do not follow from their parts, and the words
            with which a speaker goes on from what came before.
"""

from __future__ import annotations

# "they've left": an ending, and the words that it may stand for.
CONTRACTED: dict[str, tuple[str, ...]] = {
    "'d": ("would", "had"),
    "'ll": ("will",),
    "'m": ("am",),
    "'re": ("are",),
    "'s": ("is", "has"),
    "'ve": ("have",),
    "n't": ("not",),
}

# "won't" is "will not", and "gonna" is how one house writes "going to".
WRITTEN_AS_SPOKEN: dict[str, str] = {
    "ain't": "is not",
    "can't": "can not",
    "cannot": "can not",
    "cause": "because",
    "gonna": "going to",
    "gotta": "got to",
    "kinda": "kind of",
    "shan't": "shall not",
    "til": "until",
    "wanna": "want to",
    "won't": "will not",
    "yeah": "yes",
}

# "But nobody came": a telling that begins behind such a word leaves out nothing that tells.
GOING_ON: tuple[str, ...] = ("also", "and", "because", "but", "or", "so", "that", "well")
