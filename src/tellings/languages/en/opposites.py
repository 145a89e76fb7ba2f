"""Words that cannot both hold of one thing at one time, and words of the calendar.

Comes in:   nothing; this is data.
Goes out:   pairs of groups of stems-to-be (plain forms; the reader of this table stems them), sorted tuples.
"""

from __future__ import annotations

# "The ferry sails on Monday in March."
CALENDAR_WORDS: frozenset[str] = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "sept",
        "today",
        "yesterday",
        "tomorrow",
    ]
)

WEEKDAYS: frozenset[str] = frozenset(
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
)

# "The minister accepted the offer" / "The minister turned the offer down": one group against the other.
# Words of one group tell the same; a negation before one of them makes it tell what the other group tells.
OPPOSITES: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (
        (
            "accept",
            "accepted",
            "agree",
            "agreed",
            "allow",
            "allowed",
            "approve",
            "approved",
            "ask",
            "asked",
            "asking",
            "backed",
            "consent",
            "invite",
            "need",
            "needed",
            "needs",
            "invited",
            "permission",
            "permit",
            "permitted",
            "request",
            "requested",
            "seek",
            "seeking",
            "sought",
            "support",
            "supported",
            "welcome",
            "welcomed",
        ),
        ("banned", "barred", "forbade", "oppose", "opposed", "opposes"),
    ),
    (("admit", "admitted", "acknowledged", "conceded"), ("denied", "denies")),
    (("alive", "survived", "survive"), ("dead", "died", "killed")),
    (("arrested", "detained", "jailed"), ("freed", "released")),
    (("close", "closed", "shut", "suspended"), ("open", "opened", "reopened", "resumed")),
    (("found", "located"), ("missing",)),
    (("increased", "rise", "risen", "rose"), ("decreased", "dropped", "fallen", "fell")),
    (("intentional", "deliberate", "deliberately"), ("accident", "accidental", "accidentally")),
    (("legal", "lawful", "proper"), ("crime", "felony", "illegal", "improper", "unlawful")),
    (("removed", "pulled", "withdrawn"), ("reinstated", "restored")),
    (("safe", "safer"), ("dangerous", "unsafe")),
    (("success", "succeeded", "successful"), ("fail", "failed", "failure")),
    (("true", "truth"), ("distortion", "distorts", "false", "lie", "misleading", "smear", "untrue")),
    (("voluntarily", "volunteered"), ("compelled", "drafted", "forced")),
)

# "The minister called the talks proper" / "Critics called the talks a crime": only one can be so.
JUDGEMENTS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "by oneself": (("alone", "lone", "single-handed"), ("accomplice", "accomplices", "gang", "ring")),
    "deliberate": (
        ("deliberate", "deliberately", "intentional", "intentionally", "purposely"),
        ("accident", "accidental", "accidentally", "inadvertent", "inadvertently", "unintentional"),
    ),
    "effective": (
        ("decisive", "effective", "succeeded", "successful"),
        ("counterproductive", "failure", "futile", "ineffective", "useless"),
    ),
    "guilty": (("guilty",), ("blameless", "innocent", "innocence")),
    "justified": (
        ("justified", "legitimate", "proportionate", "warranted"),
        ("disproportionate", "excessive", "illegitimate", "unjustified", "unprovoked", "unwarranted"),
    ),
    "lawful": (
        ("ethical", "lawful", "legally", "permissible"),
        (
            "bribe",
            "bribery",
            "crime",
            "felony",
            "illegal",
            "illegally",
            "improper",
            "impropriety",
            "misconduct",
            "unethical",
            "unlawful",
        ),
    ),
    "peaceful": (("peaceful", "peacefully"), ("riot", "riots", "violent", "violently")),
    "safe": (("safe", "safely", "safer"), ("dangerous", "hazardous", "unsafe")),
    "true": (
        ("accurate", "correct", "factual", "true", "truthful"),
        (
            "distortion",
            "erroneous",
            "fabricated",
            "false",
            "inaccurate",
            "incorrect",
            "lie",
            "lies",
            "misleading",
            "untrue",
        ),
    ),
    "usual": (
        ("common", "commonplace", "customary", "normal", "ordinary", "routine"),
        ("extraordinary", "scandal", "unheard", "unprecedented"),
    ),
    "willing": (("voluntarily", "voluntary", "volunteered", "willingly"), ("coerced", "compelled", "forced")),
}

# "This is a felony": kinds of judgement that are of what was done, also where nothing says what that is.
OF_WHAT_WAS_DONE: frozenset[str] = frozenset(["lawful"])

# "The court ruled the sale illegal", "it remains safe": what leads to a judgement beside "is" and "was".
CALLING: tuple[str, ...] = (
    "be",
    "became",
    "being",
    "call",
    "called",
    "calling",
    "calls",
    "considered",
    "considers",
    "declared",
    "deemed",
    "found",
    "judged",
    "proved",
    "remain",
    "remained",
    "remains",
    "ruled",
    "seemed",
    "seems",
    "termed",
)

# "Police denied rumours of a second gunman": what is told is said by others not to be so.
HEARSAY: tuple[str, ...] = (
    "accusation",
    "accusations",
    "allegation",
    "allegations",
    "claim",
    "claims",
    "report",
    "reports",
    "rumor",
    "rumors",
    "rumour",
    "rumours",
    "speculation",
    "suggestion",
    "suggestions",
)
# "He has been accused of fraud": nothing is told as a fact there.
ACCUSED: tuple[str, ...] = ("accused", "accuses", "accusing", "alleged", "allegedly", "alleges")
REFUTING: tuple[str, ...] = (
    "baseless",
    "batted",
    "batting",
    "debunked",
    "denied",
    "denies",
    "deny",
    "denying",
    "dismissed",
    "discredited",
    "dispelled",
    "disputed",
    "erroneous",
    "false",
    "quashed",
    "rebutted",
    "rejected",
    "refuted",
    "scotched",
    "unfounded",
    "untrue",
    "wrong",
)

# "The mayor would welcome help": a stance, though nothing has happened yet.
STANCES: tuple[str, ...] = (
    "accept",
    "allow",
    "approve",
    "ask",
    "consent",
    "invite",
    "oppose",
    "permit",
    "seek",
    "support",
    "welcome",
)

# "There is no request for troops" / "They have asked for troops": nouns, and the verbs of what they name.
DEEDS_OF_NOUNS: dict[str, tuple[str, ...]] = {
    "agreement": ("agree",),
    "approval": ("approve",),
    "consent": ("agree", "consent"),
    "demand": ("ask", "demand"),
    "invitation": ("invite",),
    "offer": ("offer",),
    "permission": ("allow", "permit"),
    "plan": ("plan",),
    "proposal": ("propose",),
    "request": ("ask", "request"),
    "support": ("back", "support"),
    "threat": ("threaten",),
    "warning": ("warn",),
}

# "A lorry struck the bridge" / "A bus struck the bridge": of one thing in one place only one can be true.
EXCLUSIVES: dict[str, tuple[tuple[str, ...], ...]] = {
    "vehicle": (
        ("ambulance",),
        ("bicycle", "bike"),
        ("boat", "ship"),
        ("bus", "coach", "minibus"),
        ("car", "taxi"),
        ("helicopter",),
        ("lorry", "truck"),
        ("motorbike", "motorcycle"),
        ("plane", "jet"),
        ("train", "tram"),
        ("van",),
    ),
    "weapon": (
        ("bomb",),
        ("grenade",),
        ("handgun", "pistol"),
        ("knife",),
        ("machete",),
        ("rifle",),
        ("shotgun",),
        ("sword",),
    ),
    "extent": (("entirely", "exclusively", "solely"), ("mainly", "mostly"), ("some",)),
    "direction": (
        ("central",),
        ("east", "eastern"),
        ("north", "northern"),
        ("northeast", "northeastern"),
        ("northwest", "northwestern"),
        ("south", "southern"),
        ("southeast", "southeastern"),
        ("southwest", "southwestern"),
        ("west", "western"),
    ),
}

# "The bus stopped in the tunnel" / "The bus stopped near the tunnel": inside a place, or not.
INSIDE: tuple[str, ...] = ("in", "inside", "into", "within")
BESIDE: tuple[str, ...] = ("beside", "close to", "near", "next to", "outside")

# "The former mayor" / "the mayor", "founder" / "co-founder": a word that changes what somebody is.
ROLE_CHANGERS: frozenset[str] = frozenset(
    [
        "acting",
        "adjunct",
        "assistant",
        "associate",
        "co",
        "deputy",
        "ex",
        "former",
        "interim",
        "onetime",
        "vice",
    ]
)

# "Professor Tolan", "Coach Tolan": how an assistant one is addressed too.
FORMS_OF_ADDRESS: frozenset[str] = frozenset(["coach", "doctor", "dr", "prof", "professor"])

# "The former mayor": what somebody was.
FORMERLY: frozenset[str] = frozenset(["ex", "former", "onetime"])

# "This week" in one paper, "last week" in another of the same week.
WEEK_WORDS: frozenset[str] = frozenset(("last", "next", "this"))
