"""Offices of which somebody holds one at a time, as data.

Comes in:   nothing.
Goes out:   groups of offices that exclude each other in one body, each office with the titles printed for
            it, and words of titles that hold of others too.
"""

from __future__ import annotations

# "The chief executive of the port" / "the port's executive director": of one body he is one or the other.
# Chairman and president are left out there: a chief executive may be both.
OFFICES: tuple[tuple[tuple[str, ...], ...], ...] = (
    (
        ("ceo", "chief executive", "chief executive officer"),
        ("executive director",),
        ("managing director",),
        ("general manager",),
        ("cfo", "chief financial officer", "finance chief", "finance director"),
        ("chief operating officer", "coo"),
        ("vice president", "vice-president"),
    ),
    (
        ("director",),
        ("president",),
    ),
    (
        ("special counsel",),
        ("special prosecutor",),
    ),
    (
        ("congressman", "congresswoman", "rep"),
        ("sen", "senator"),
    ),
    (
        ("lecturer", "senior lecturer"),
        ("professor",),
        ("postdoctoral fellow", "postdoctoral researcher"),
        ("doctoral student", "graduate student"),
    ),
    (
        ("constable", "patrolman", "pc"),
        ("corporal", "cpl"),
        ("sergeant", "sgt"),
        ("lieutenant", "lt"),
        ("capt", "captain"),
        ("maj", "major"),
        ("col", "colonel", "lieutenant colonel", "lt col"),
        ("brig gen", "brigadier general", "gen", "lieutenant general", "lt gen", "maj gen", "major general"),
    ),
)  # fmt: skip

# "The former port executive" / "the port's chief executive": what every officer of the first group is.
OFFICER = "executive"

# "She was then the mayor", "as senator he voted": what somebody was at another time.
AT_ANOTHER_TIME: tuple[str, ...] = ("as", "been", "became", "becoming", "elected", "later", "once", "then",
                                    "was", "were", "while")  # fmt: skip

# "Sam Reddy, former president of the port and its chief executive": behind these a title begins anew.
BETWEEN_OFFICES: tuple[str, ...] = ("and", "who", "whose", "which", "that", "when", "where", "with")
