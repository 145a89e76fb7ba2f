"""Words among which a writer chooses for one and the same thing.

Comes in:   nothing; this is data.
Goes out:   `LABELS`, groups of lower-case words and phrases under a plain name (plurals are found by the reader
            of this table); `EVENT_LABELS`, those that name what happened; `STATES`, the names under which states and their governments are written about;
            `SHORT_FORMS`, bodies known by their letters.
"""

from __future__ import annotations

LABELS: dict[str, tuple[str, ...]] = {
    # "Officials called the crash an incident; the families called it a tragedy."
    "the accident": (
        "accident", "calamity", "collision", "crash", "derailment", "disaster", "incident", "mishap", "tragedy", "wreck",
    ),
    # "The attack, described as an assault by some and as a massacre by others"
    "the attack": (
        "assault", "atrocity", "attack", "bloodshed", "carnage", "killings", "massacre", "raid", "rampage", "shooting",
        "shooting incident", "slaughter", "strike",
    ),
    "the attackers": (
        "assailant", "attacker", "bomber", "extremist", "fanatic", "fighter", "freedom fighter", "guerrilla", "gunman",
        "insurgent", "islamist", "jihadi", "jihadist", "killer", "militant", "perpetrator", "rebel", "separatist",
        "shooter", "suspect", "terrorist",
    ),
    "the jihadist group": (
        "daesh", "daesh terrorists", "is", "isil", "isis", "islamic state", "islamic state group", "so-called islamic state",
        "the islamic state",
    ),
    # "The regime's troops" are the troops of those whom other papers call the government.
    "the government": ("administration", "authorities", "cabinet", "government", "junta", "leadership", "regime"),
    "the forces": ("army", "forces", "military", "militia", "soldiers", "troops"),
    "air strikes": (
        "air attacks", "air campaign", "air raids", "air strikes", "airstrikes", "bombardment", "bombing", "bombing raids",
        "bombing campaign",
    ),
    "the war": ("campaign", "conflict", "fighting", "hostilities", "intervention", "invasion", "occupation", "war"),
    "people on the move": ("asylum seeker", "illegal immigrant", "immigrant", "migrant", "refugee"),
    "the protest": ("demonstration", "disorder", "protest", "rally", "riot", "social unrest", "unrest", "uprising"),
    "those who protest": ("activist", "agitator", "demonstrator", "mob", "protester", "rioter", "thug"),
    "killing": ("execution", "homicide", "killing", "murder", "slaying"),
    "the dead": ("casualties", "dead", "deaths", "died", "fatalities", "killed", "lost their lives", "loss of life", "slain"),
    "the hurt": ("casualties", "hurt", "injured", "wounded"),
    "weapons": ("automatic weapons", "firearm", "gun", "machine gun", "pistol", "rifle", "weapon"),
    "the child": ("baby", "boy", "child", "girl", "infant", "kid", "schoolboy", "schoolgirl", "teen", "teenager", "youngster",
                  "youth"),
    "the woman": ("girl", "lady", "mother", "woman"),
    "the vehicle": ("bus", "carriage", "coach", "lorry", "train", "tram", "truck", "van", "vehicle"),
    "the collision": ("bumped into each other", "collide", "collided", "crashed", "hit", "rammed", "smashed", "struck"),
    "coming off": ("came off", "derailed", "flipped", "jumped the rails", "overturned", "rolled over", "tipped over"),
    "driving into people": ("barreled", "barrelled", "drove into", "mowed", "ploughed", "plowed", "rammed"),
    "police": ("cops", "detectives", "law enforcement", "officers", "police", "policemen"),
    "firefighters": ("fire crews", "firefighter", "firemen", "firefighters"),
    "rescuers": ("crews", "emergency services", "emergency workers", "first responders", "rescue teams", "rescue workers",
                 "rescuers"),
    "those present": ("bystander", "eyewitness", "onlooker", "passer-by", "passers-by", "survivor", "witness"),
    "the crowd": ("audience", "concertgoer", "crowd", "passengers", "revellers", "revelers", "spectators", "travellers"),
    "the public": ("citizens", "civilians", "locals", "people", "residents", "villagers"),
    "the party in opposition": ("dissidents", "opponents", "opposition", "rebels"),
    "the mistake": ("blunder", "bug", "error", "fault", "gaffe", "glitch", "mistake", "mix-up"),
    "saying wrongly": ("exaggerated", "lied", "misleading", "misspoke", "misspoken", "misstated", "mistake", "untrue"),
    "the criticism": ("attack on", "backlash", "condemnation", "criticism", "outcry", "outrage", "uproar"),
    "criticising": ("attacked", "blasted", "condemned", "criticised", "criticized", "denounced", "opposes", "slammed"),
    "the report": ("article", "dossier", "investigation", "memo", "report", "statement", "story"),
    "the affair": ("affair", "controversy", "dispute", "furore", "matter", "row", "saga", "scandal"),
    "the bribe": ("bribe", "incentive", "inducement", "kickback", "offer", "quid pro quo"),
    "pay": ("uncompensated", "unpaid", "unsalaried", "voluntary"),
    "the undertaking": ("assurance", "commitment", "guarantee", "pledge", "promise", "vow"),
    "the consent": ("approval", "authorisation", "authorization", "consent", "go-ahead", "green light", "permission"),
    "the agreement": ("accord", "agreement", "deal", "memorandum", "pact", "treaty", "understanding"),
    "the go-between": ("emissary", "envoy", "go-between", "intermediary", "mediator"),
    "the provocation": ("aggression", "provocation", "provocations", "provocative", "threat"),
    "the revenge": ("payback", "reprisal", "response", "retaliation", "retribution", "revenge"),
    "meeting the press": ("news conference", "press briefing", "press conference"),
    "the speech": ("address", "remarks", "speech", "talk"),
    "removing": ("banned", "blocked", "deleted", "pulled", "removed", "suspended", "taken down", "taken off", "took down"),
    "returning": ("back on", "reinstated", "restored", "returned"),
    "leaving a post": ("dismissed", "fired", "ousted", "quit", "resigned", "sacked", "stepped down"),
    "cutting staff": ("job cuts", "layoffs", "redundancies", "restructuring"),
    "offensive content": ("abusive content", "child abuse images", "child pornography", "illegal content",
                          "inappropriate content", "offensive content"),
    "the company": ("business", "company", "developer", "firm", "giant", "group"),
    "the bill": ("charge", "electric bill", "electricity bill", "invoice", "power bill", "statement"),
    "rain": ("downpour", "heavy rain", "pouring rain", "torrential rain"),
    "the fall": ("dropped", "fell", "plummeted", "plunged", "tumbled"),
    "diggers": ("bulldozers", "diggers", "excavators", "heavy machinery"),
    "the search": ("hunt", "operation", "rescue attempt", "rescue effort", "rescue operation", "search", "search operation"),
    "empty": ("abandoned", "derelict", "deserted", "disused", "unused"),
    "the aim of a run": ("drop out", "step aside", "withdraw"),
    "gone to hospital": ("rushed to hospital", "taken to hospital", "taken to the hospital", "transferred to hospital"),
    "ending a pregnancy": ("pro-abortion", "pro-choice", "pro-life", "anti-abortion"),
    "the climate": ("climate change", "climate crisis", "climate emergency", "global heating", "global warming"),
    "social aid": ("benefits", "entitlements", "handouts", "welfare"),
    "taxes after death": ("death tax", "estate tax", "inheritance tax"),
    "harsh questioning": ("enhanced interrogation", "ill-treatment", "mistreatment", "torture"),
    "parting from the union": ("brexit", "departure", "withdrawal"),
    "the missile": ("ballistic missile", "intermediate-range ballistic missile", "missile", "projectile", "rocket"),
    "the launch": ("firing", "launch", "missile launch", "missile test", "nuclear test", "test"),
    "hidden speech": ("encrypted", "end-to-end encryption", "secret chats", "secure messaging"),
    "commenters": ("commenter", "internet user", "netizen", "user"),
}  # fmt: skip

# Groups that tell what happened, rather than who or what was there.
EVENT_LABELS: tuple[str, ...] = ("coming off", "driving into people", "the accident", "the attack", "the collision")

# "Pyongyang warned", "the North warned": a state by its name, its capital or its side of the world.
STATES: dict[str, tuple[str, ...]] = {
    "Australia": ("Australia", "Canberra"),
    "Britain": ("Britain", "Downing Street", "London", "the UK", "United Kingdom", "Westminster", "Whitehall"),
    "China": ("Beijing", "China", "People's Republic of China", "PRC"),
    "Egypt": ("Cairo", "Egypt"),
    "France": ("France", "Paris", "the Elysee"),
    "Germany": ("Berlin", "Germany"),
    "India": ("Delhi", "India", "New Delhi"),
    "Iran": ("Iran", "Islamic Republic", "Tehran"),
    "Iraq": ("Baghdad", "Iraq"),
    "Israel": ("Israel", "Jerusalem", "Jewish state", "Tel Aviv", "Zionist entity", "Zionist regime"),
    "Japan": ("Japan", "Tokyo"),
    "Myanmar": ("Burma", "Myanmar", "Naypyidaw"),
    "North Korea": (
        "Democratic People's Republic of Korea", "DPRK", "hermit kingdom", "North Korea", "Pyongyang", "rogue state",
        "the North",
    ),
    "Palestine": ("occupied territories", "Palestine", "Palestinian territories", "West Bank"),
    "Russia": ("Kremlin", "Moscow", "Russia", "Russian Federation"),
    "Saudi Arabia": ("Riyadh", "Saudi Arabia", "the kingdom"),
    "South Korea": ("Republic of Korea", "ROK", "Seoul", "South Korea", "the South"),
    "Syria": ("Damascus", "Syria"),
    "Taiwan": ("Republic of China", "Taipei", "Taiwan"),
    "Turkey": ("Ankara", "Turkey", "Türkiye"),
    "Ukraine": ("Kiev", "Kyiv", "Ukraine"),
    "the European Union": ("Brussels", "EU", "European Union"),
    "the United Nations": ("U.N.", "UN", "United Nations"),
    "the United States": (
        "America", "the States", "the US", "U.S.", "US", "United States", "Washington", "White House",
    ),
}  # fmt: skip
