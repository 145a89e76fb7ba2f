"""Words that turn a statement round.

Comes in:   nothing; this is data.
Goes out:   sorted tuples of lower-case words.
"""

from __future__ import annotations

# "The council has not asked for help": what follows is said not to be so.
NEGATORS: tuple[str, ...] = (
    "cannot",
    "neither",
    "never",
    "no",
    "nobody",
    "none",
    "nor",
    "not",
    "nothing",
    "without",
)

# "The company denied paying the fine": what follows is rejected by somebody.
DENIALS: tuple[str, ...] = (
    "avoid",
    "avoided",
    "avoiding",
    "avoids",
    "declined",
    "denied",
    "denies",
    "deny",
    "denying",
    "dismissed",
    "disputed",
    "lacked",
    "lacks",
    "refused",
    "refuses",
    "rejected",
    "rejects",
)

# "Not only the mill burned", "there is no doubt": behind a negator, words with which it denies nothing.
HARMLESS: tuple[str, ...] = (
    "doubt",
    "fewer",
    "just",
    "later",
    "least",
    "less",
    "matter",
    "merely",
    "only",
    "simply",
    "sooner",
)

# "The mayor refused to resign": verbs before "to" with which the deed is not done.
REFUSALS: tuple[str, ...] = (
    "decline",
    "declined",
    "declines",
    "declining",
    "fail",
    "failed",
    "failing",
    "fails",
    "refuse",
    "refused",
    "refuses",
    "refusing",
)

# "The mayor denied that ...": verbs of saying that what follows is not so.
DENYING: tuple[str, ...] = (
    "denied",
    "denies",
    "deny",
    "denying",
    "disputed",
    "disputes",
    "refuted",
    "refutes",
    "rejected",
    "rejects",
)

# "Nobody was hurt", "No talks were held": what opens a sentence and denies its verb.
NOBODY: tuple[str, ...] = ("neither", "no", "nobody", "none", "nothing")

# "The cause of the fire was unclear": the writer says that it is not known.
UNKNOWN_WORDS: tuple[str, ...] = (
    "unclear",
    "undisclosed",
    "unexplained",
    "unidentified",
    "unknown",
    "unspecified",
)

# "It was not clear who had called": said with a negator before one of these.
KNOWING_WORDS: tuple[str, ...] = (
    "clear",
    "confirm",
    "confirmed",
    "determined",
    "disclose",
    "established",
    "identified",
    "know",
    "known",
)

# "He made no visit", "the firm disputed the claim": words whose denial says nothing by itself.
EMPTY_HEADS: tuple[str, ...] = (
    "accusation",
    "allegation",
    "allegations",
    "came",
    "charge",
    "claim",
    "claims",
    "come",
    "gave",
    "get",
    "give",
    "given",
    "go",
    "going",
    "got",
    "made",
    "make",
    "makes",
    "one",
    "put",
    "report",
    "seen",
    "suggestion",
    "take",
    "taken",
    "took",
    "way",
    "went",
)

# "People were hurt", "others were not": words for people that may be any.
ANYBODY: tuple[str, ...] = (
    "children",
    "man",
    "men",
    "one",
    "others",
    "people",
    "person",
    "victims",
    "woman",
    "women",
)

# "The cause was unclear" asks for a cause; "because of a signal fault" gives one.
ASKING_FOR: dict[str, tuple[str, ...]] = {
    "cause": ("cause", "causes", "motivation", "motive", "motives", "reason", "reasons", "why"),
    "count": ("count", "many", "much", "number", "numbers", "toll", "total"),
    "day": ("when",),
    "fate": ("alive", "condition", "fate", "survived", "whereabouts"),
    "name": ("identities", "identity", "name", "names", "unidentified", "who", "whose"),
}
GIVING_CAUSES: tuple[str, ...] = (
    "because",
    "blamed",
    "caused",
    "motivated",
    "owing",
    "provoked",
    "reprisal",
    "responsibility",
    "retaliation",
    "revenge",
    "sparked",
    "triggered",
)
# "Her condition was unknown" asks for a fate; "she was found alive" gives one.
GIVING_FATES: tuple[str, ...] = (
    "alive",
    "bodies",
    "body",
    "dead",
    "died",
    "freed",
    "killed",
    "perished",
    "released",
    "rescued",
    "safe",
    "survived",
)
