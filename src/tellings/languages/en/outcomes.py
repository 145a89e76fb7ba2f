"""What becomes of people in the news: the roles under which they are counted.

Comes in:   nothing; this is data.
Goes out:   lower-case words of each role, words for people in general, and words that mark a part of a whole.
"""

from __future__ import annotations

# "Nine people were killed and 30 injured; four were still missing": three counts that are never compared.
OUTCOMES: dict[str, tuple[str, ...]] = {
    "arrested": ("arrest", "arrested", "arrests", "detained", "jailed"),
    "dead": (
        "bodies",
        "dead",
        "death",
        "deaths",
        "died",
        "dies",
        "dying",
        "fatalities",
        "fatally",
        "kill",
        "killed",
        "killing",
        "kills",
        "perished",
        "slain",
    ),
    "displaced": ("displaced", "evacuated", "evacuees", "homeless"),
    "freed": ("freed", "rescued", "released", "saved"),
    "hostage": ("abducted", "captive", "hostage", "hostages", "kidnapped"),
    "hospital": ("hospital", "hospitalised", "hospitalized", "hospitals"),
    "hurt": ("hurt", "injured", "injures", "injuries", "injuring", "wounded", "wounding", "wounds"),
    "missing": ("missing", "unaccounted"),
    "trapped": ("stranded", "stuck", "trapped", "trapping"),
}

# "Bringing the number of the dead to 27": verbs that stand in front of what is counted.
BRINGING: tuple[str, ...] = ("bring", "bringing", "brings", "brought", "raised", "raising", "taking", "took")

# "The death toll rose to nine", "the number of those killed in the fire stood at nine": a total, whose figure
# may stand far from the words for what became of them.
TOTALS: frozenset[str] = frozenset(["number", "tally", "toll"])
TOTAL_VERBS: frozenset[str] = frozenset(
    [
        "climbed",
        "climbs",
        "dropped",
        "drops",
        "fallen",
        "falls",
        "fell",
        "grew",
        "grown",
        "hit",
        "hits",
        "increased",
        "is",
        "jumped",
        "jumps",
        "nears",
        "passed",
        "passes",
        "put",
        "reached",
        "reaches",
        "risen",
        "rises",
        "rising",
        "rose",
        "stands",
        "stood",
        "topped",
        "tops",
        "was",
    ]
)
TO_A_TOTAL: frozenset[str] = frozenset(["as", "at", "of", "to"])

# "Nine people died", "nine others died": whoever they were.
PEOPLE: frozenset[str] = frozenset(
    [
        "body",
        "bodies",
        "casualties",
        "civilian",
        "civilians",
        "dead",
        "death",
        "deaths",
        "fatalities",
        "human",
        "individuals",
        "injured",
        "injuries",
        "lives",
        "more",
        "other",
        "others",
        "passenger",
        "passengers",
        "people",
        "person",
        "persons",
        "residents",
        "victim",
        "victims",
        "wounded",
    ]
)

# "Eleven guests are missing", "nine villagers died": those who happened to be there.
BYSTANDERS: frozenset[str] = frozenset(
    [
        "customers",
        "guests",
        "holidaymakers",
        "occupants",
        "patrons",
        "revellers",
        "shoppers",
        "spectators",
        "travelers",
        "travellers",
        "vacationers",
        "villagers",
        "worshippers",
    ]
)

# "Four of whom were children", "including three children": a part, not the whole.
PART_WORDS: frozenset[str] = frozenset(
    ["among", "including", "includes", "include", "whom", "them", "those", "these"]
)

# "In a separate attack last year": another event than the one told.
OTHER_EVENT: frozenset[str] = frozenset(
    [
        "ago",
        "anniversary",
        "decade",
        "decades",
        "earlier",
        "followed",
        "history",
        "previous",
        "previously",
        "prior",
        "separate",
        "separately",
        "similar",
        "since",
        "worst",
        "deadliest",
    ]
)

# "Nine were killed", "nine are in critical condition": how badly the counted are hurt, another count than
# all.
SEVERITY: frozenset[str] = frozenset(
    [
        "badly",
        "critical",
        "critically",
        "life",
        "minor",
        "serious",
        "seriously",
        "severe",
        "severely",
        "slightly",
        "threatening",
    ]
)

# "Some 60 excavators are at work", "80 diggers were sent": who and what is sent to help, guard or fight.
FORCES: tuple[str, ...] = (
    "aircraft",
    "ambulances",
    "boats",
    "crews",
    "divers",
    "diggers",
    "doctors",
    "drones",
    "excavators",
    "firefighters",
    "fighters",
    "guards",
    "helicopters",
    "investigators",
    "jets",
    "medics",
    "officers",
    "paramedics",
    "peacekeepers",
    "planes",
    "police",
    "rescuers",
    "searchers",
    "ships",
    "soldiers",
    "tanks",
    "tents",
    "troops",
    "trucks",
    "units",
    "vehicles",
    "vessels",
    "volunteers",
    "warplanes",
    "warships",
    "workers",
)
