"""What was so at first and was undone later, as data.

Comes in:   nothing.
Goes out:   pairs of groups of words: of a state or a plan, and of what ends it; words that qualify them.
"""

from __future__ import annotations

# "The pier was closed" / "the pier has reopened": first what was done, then what undoes it. A hyphen
# is left out ("re-established"), and "to hospital" stands for "to a hospital" too.
UNDONE: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("closed", "shut", "sealed"), ("reopen", "reopened", "reopens", "reopening")),
    (("lost", "severed"), ("reestablished", "recovered", "regain", "regained", "restored")),
    (
        ("banned", "blocked", "deleted", "pulled", "removed", "suspended"),
        ("reinstate", "reinstated", "reinstates", "reinstating", "restored", "unblocked"),
    ),
    (
        ("canceled", "cancelled", "delayed", "grounded", "halted", "interrupted", "paused", "stopped",
         "suspended"),
        ("resume", "resumed", "resumes", "resuming"),
    ),
    (("hospitalised", "hospitalized", "to hospital"), ("discharged", "released")),
    (("evacuated",), ("returned",)),
    (("barred", "dismissed", "fired", "sacked"), ("rehired", "reinstated")),
)  # fmt: skip

# "A rally set for Wednesday", "the talks were due to begin": what lies ahead …
PLANNED: tuple[str, ...] = ("due", "planned", "scheduled", "set")
BEHIND_PLANNED: tuple[str, ...] = ("at", "for", "in", "on", "this", "to", "next")
# … and "has been postponed", "was called off": that it will not be so.
CALLED_OFF: tuple[str, ...] = (
    "abandoned", "axed", "canceled", "cancelled", "cancels", "postponed", "postpones", "rescheduled",
    "scrapped", "scraps", "shelved",
)  # fmt: skip

# "The jury was scheduled to begin", "the board will meet": what leads to a verb that lies ahead.
AHEAD: tuple[str, ...] = (
    "due", "expected", "expects", "intends", "plan", "planned", "plans", "promised", "scheduled", "set",
    "slated", "vowed",
)  # fmt: skip
WILL: tuple[str, ...] = ("will",)
