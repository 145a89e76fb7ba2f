"""How articles say that somebody has not answered them, as data.

Comes in:   nothing.
Goes out:   phrases and words, lower-case.
"""

from __future__ import annotations

from itertools import product

_NOT_DONE = (
    "did not", "didn't", "didn’t", "do not", "does not", "had not", "hadn't", "has not", "hasn't", "hasn’t",
    "have not", "haven't", "haven’t",
)  # fmt: skip
_AT_ONCE = ("", " immediately", " yet")
_ANSWER = (
    "answer", "answered", "replied", "reply", "respond", "responded", "return", "returned",
)  # fmt: skip

# "The prosecutor did not immediately respond to a request for comment": before a word for what was asked.
SILENT: tuple[str, ...] = (
    *(f"{no}{when} {verb}" for no, when, verb in product(_NOT_DONE, _AT_ONCE, _ANSWER)),
    "has been approached for", "has been asked for", "has been contacted for", "have been approached for",
    "have been contacted for", "was not available for", "was not immediately available for",
    "were not available for", "were not immediately available for",
)  # fmt: skip

# "The family could not be reached": says it all.
NOT_REACHED: tuple[str, ...] = (
    "could not be reached", "could not immediately be reached", "couldn't be reached", "couldn’t be reached",
    "had no immediate comment", "had no immediate response",
)  # fmt: skip

# What they were asked.
ASKED: tuple[str, ...] = (
    "call", "calls", "comment", "e-mail", "e-mails", "email", "emails", "inquiries", "inquiry", "interview",
    "message", "messages", "questions",
)  # fmt: skip

# "A spokeswoman for the prosecutor": those who answer for others.
FOR_OTHERS: tuple[str, ...] = (
    "aide", "aides", "attorney", "attorneys", "lawyer", "lawyers", "office", "official", "officials",
    "publicist", "representative", "representatives", "spokesman", "spokesmen", "spokesperson",
    "spokespeople", "spokespersons", "spokeswoman", "spokeswomen", "team",
)  # fmt: skip
