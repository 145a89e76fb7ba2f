"""Words around the position that somebody holds, as data.

Comes in:   nothing.
Goes out:   tuples of lower-case words; each group is opened by an example sentence.
"""

from __future__ import annotations

# "The council welcomes the march" / "The council opposes the march": verbs of those who are for something,
# and of those who are against it, each pair of rows one question.
STANDS: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (
        (
            "accept",
            "accepted",
            "accepts",
            "agree",
            "agreed",
            "agrees",
            "allow",
            "allowed",
            "allows",
            "approve",
            "approved",
            "approves",
            "ask",
            "asked",
            "asking",
            "asks",
            "backed",
            "backs",
            "endorse",
            "endorsed",
            "endorses",
            "favor",
            "favored",
            "favour",
            "favoured",
            "invite",
            "invited",
            "invites",
            "permit",
            "permits",
            "permitted",
            "requested",
            "seek",
            "seeking",
            "seeks",
            "sought",
            "support",
            "supported",
            "supports",
            "welcome",
            "welcomed",
            "welcomes",
        ),
        (
            "banned",
            "bans",
            "barred",
            "blocked",
            "blocks",
            "forbade",
            "forbids",
            "oppose",
            "opposed",
            "opposes",
            "vetoed",
            "vetoes",
        ),
    ),
    (("acknowledged", "admit", "admits", "admitted", "conceded", "concedes"), ("denied", "denies")),
    (("removed", "removes", "suspended", "withdrew"), ("reinstated", "reinstates", "restored", "resumed")),
)

# "The council approves the bridge" / "The council rejected the bridge": what somebody decides, each pair of
# rows one question that an article's headline and text must answer alike.
OUTCOMES: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (
        ("adopted", "adopts", "approved", "approves", "backed", "backs", "passed", "passes"),
        ("defeated", "defeats", "rejected", "rejects", "scrapped", "scraps", "vetoed", "vetoes"),
    ),
    (("convicted", "convicts"), ("acquits", "acquitted", "cleared", "clears")),
    (("confirmed", "confirms"), ("denied", "denies")),
    (("lifted", "lifts"), ("extended", "extends", "imposed", "imposes")),
)

# "The council has still not formally asked for help": what may stand between a holder and the verb.
BETWEEN_HOLDER_AND_VERB: tuple[str, ...] = (
    "again",
    "already",
    "also",
    "cannot",
    "could",
    "did",
    "do",
    "does",
    "earlier",
    "ever",
    "has",
    "have",
    "instead",
    "later",
    "longer",
    "never",
    "no",
    "nor",
    "not",
    "now",
    "once",
    "shall",
    "should",
    "since",
    "so far",
    "still",
    "then",
    "will",
    "won",
    "would",
    "yet",
)

# "The council is asking", but not "the march was banned": before a verb that goes on.
BEING: tuple[str, ...] = ("am", "are", "been", "is", "was", "were")

# "The Velmish government opposed the plan": words behind the name of a country or a body that name it still.
BODIES: tuple[str, ...] = (
    "administration",
    "army",
    "authorities",
    "cabinet",
    "commission",
    "council",
    "government",
    "leaders",
    "ministry",
    "officials",
    "parliament",
    "party",
    "police",
    "regime",
    "union",
)

# "She had backed the plan": told of a time before the one that is told of.
BEFORE_THAT: tuple[str, ...] = ("formerly", "had", "initially", "originally", "previously")

# "I asked", "they asked": those who speak; "that it would not ask": the body named before.
SPEAKING: tuple[str, ...] = ("he", "i", "she", "they", "we")
NAMED_BEFORE: tuple[str, ...] = ("it", "they")

# "She would not resign": verbs that need nothing behind them to say what is refused.
WITHOUT_OBJECT: tuple[str, ...] = ("abdicate", "apologise", "apologize", "quit", "resign")
