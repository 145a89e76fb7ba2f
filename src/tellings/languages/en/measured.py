"""What figures are of, and when: words that tell two figures of one unit apart.

Comes in:   nothing; this is data.
Goes out:   sorted tuples of lower-case words, and patterns of phrases: times, what sums and shares are of,
            another time, a count that goes on, a figure put right, and people counted without a noun.
"""

from __future__ import annotations

from tellings.languages.en.lists import listed

# "a loss for the quarter", "a profit for the quarter": when, and not what.
TIMES: tuple[str, ...] = listed(
    """
    afternoon annual annually april august calendar daily date day days december early evening february
    financial first fiscal fourth friday half hour hours january july june late march midnight monday month
    monthly months morning night nights noon november october period quarter quarterly quarters saturday
    second september sunday third thursday time today tomorrow tonight tuesday wednesday week weekend weekly
    weeks year yearly years yesterday
    """
)

# "Twice warned", "warned several times": how often, at least and at most (None: no bound).
OFTEN: dict[str, tuple[int, int | None]] = {"thrice": (3, 3), "twice": (2, 2)}
SOME_TIMES: dict[str, tuple[int, int | None]] = {
    "countless": (3, None), "many": (3, None), "multiple": (2, None), "numerous": (3, None),
    "several": (3, None),
}  # fmt: skip

# "Three times as many", "twice the size": what makes a count of times a comparison.
TIMES_COMPARED: tuple[str, ...] = (
    "a", "as", "bigger", "faster", "greater", "higher", "its", "larger", "longer", "more",
    "that", "the", "their",
)  # fmt: skip

# "a loss of 30 million euros", "sales rose 3 percent": figures that answer one of these questions each in its
# own way are of different things.
MEASURED: tuple[dict[str, tuple[str, ...]], ...] = (
    {
        "aid": ("aid", "grant", "grants", "subsidies", "subsidy"),
        "bail": ("bail",),
        "bonus": ("bonus", "bonuses"),
        "budget": ("budget",),
        "cost": ("cost", "costing", "costs", "price", "priced"),
        "debt": ("borrowings", "debt", "debts"),
        "dividend": ("dividend", "dividends"),
        "fine": ("fine", "fined", "fines", "penalty"),
        "investment": ("invest", "invested", "investing", "investment", "investments"),
        "loan": ("loan", "loans"),
        "loss": ("deficit", "loss", "losses"),
        "pay": ("salaries", "salary", "wage", "wages"),
        "profit": ("earnings", "profit", "profits", "surplus"),
        "sales": ("revenue", "revenues", "sales", "takings", "turnover"),
        "tax": ("tax", "taxes"),
        "turnout": ("turnout",),
    },
    {
        "fall": ("declined", "decreased", "dropped", "fall", "fallen", "fell", "lower", "shrank", "slid"),
        "rise": ("climbed", "gained", "grew", "grown", "higher", "increased", "jumped", "risen", "rose"),
    },
    {
        "men": ("boys", "male", "males", "men"),
        "women": ("female", "females", "girls", "women"),
    },
)  # fmt: skip

# "a profit of 88 million in the same quarter last year": of another time than the one told.
EARLIER = (
    r"\b(?:last|previous|prior|preceding)\s(?:\w+\s)?(?:election|quarter|season|time|vote|year)\b"
    r"|\b(?:years?|months?|weeks?|quarters?)\s(?:ago|earlier|before)\b"
    r"|\b(?:originally|initially|previously|formerly)\b"
)

# "down from 55,000", "instead of the 4,500": the older of two figures.
OLDER_OF_TWO = (
    r"\b(?:compared\s(?:with|to)|instead\sof|rather\sthan|down\sfrom|up\sfrom)\b"
    r"|\b(?:cut|dropped|fallen|fell|grew|increased|lowered|raised|reduced|revised|risen|rose)"
    r"\s(?:\w+\s)?from$"
)

# "killed in the past ten years", "since 2015": a sum over years, and no toll of one event.
OVER_YEARS = (
    r"\b(?:in|over|during|within|for)\s(?:the\s)?(?:past|last|recent|previous)\s(?:[\w-]+\s){0,2}"
    r"(?:century|decades?|months|years?)\b"
    r"|\bsince\s(?:the\s)?(?:\w+\s)?[1-9]\d{3}s?\b"
    r"|\b(?:so\sfar\sthis|each|every)\s(?:year|season|decade)\b"
)

# "over the eight-year span", "in the 15 years since": a stretch of time in which something else happened.
STRETCH = (
    r"\b(?:during|first|last|next|over|past|recent|within)\s(?:\w+\s)?$",
    r"^\W*(?:after|ago|apart|before|earlier|from\snow|later|period|since|span|stretch)\b",
)

# "22 other defendants": beside somebody named.
OTHERS: tuple[str, ...] = listed("additional another extra fellow further more other others")

# "with a third of the ballots counted", "the fire is 40 percent contained": a share that changes.
GOING_ON: tuple[str, ...] = listed(
    """
    complete completed contained counted counting partial preliminary projected projections provisional
    reporting restored tallied
    """
)

# "restated its loss", "down from 40": the figure has been put right since.
PUT_RIGHT = (
    r"\b(?:corrected|correcting|correction|restate[sd]?|restating|revise[sd]?|revising|revision)\b"
    r"|\binstead\sof\b|\b(?:down|up)\sfrom\b"
)

# "Police now say that 60,000 took part": they put their own figure right, and nobody else's.
NOW_SAYS = r"\bnow\s(?:believe|believes|estimate|estimates|put|puts|said|say|says)\b"

# "35,000 people marched", "a population of 9,000", "the plant employs 900 people": people without a noun.
COMPANIES: dict[str, tuple[str, ...]] = {
    "crowd": listed(
        """
        attend attendance attended attending attends crowd crowded crowds demonstrated demonstrating
        demonstrators draw drawing drawn drew filled flocked gather gathered gathering march marched marchers
        marching packed protested protesters protesting protestors rallied rallying thronged
        """
    ),
    "inhabitants": listed("inhabitants live lived lives living populated population"),
    "staff": listed("employ employed employees employing employs staff workforce"),
}

# "35,000 people took part", "home to 12,000 people": the same, in two words.
COMPANY_PHRASES: dict[tuple[str, str], str] = {
    ("home", "to"): "inhabitants",
    ("people", "work"): "staff",
    ("take", "part"): "crowd",
    ("taken", "part"): "crowd",
    ("takes", "part"): "crowd",
    ("taking", "part"): "crowd",
    ("took", "part"): "crowd",
    ("turned", "out"): "crowd",
}

# "the number of those who took part is given as": companies by what makes them one.
COMPANIES_NAMED: dict[str, str] = {
    "crowd": "people in the crowd",
    "inhabitants": "inhabitants",
    "staff": "people employed",
}
