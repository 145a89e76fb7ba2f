"""How somebody turns back what was said before, as data.

Comes in:   nothing.
Goes out:   sorted tuples of lower-case words.
"""

from __future__ import annotations

from tellings.languages.en.lists import listed

# "The council rejected that criticism": verbs.
REJECTING: tuple[str, ...] = listed(
    """
    denied denies dismissed dismisses disputed disputes rebuffed rebuffs rebutted rebuts refuted refutes
    rejected rejects
    """
)

# What points back, surely …
POINTING_BACK: tuple[str, ...] = ("such", "that", "these", "this", "those")
# … and what may: "the allegations".
MAY_POINT_BACK: tuple[str, ...] = ("all", "any", "the")

# What is turned back.
TURNED_BACK: tuple[str, ...] = listed(
    """
    accusation accusations allegation allegations argument arguments assertion assertions assessment
    assessments characterisation characterization charge charges claim claims complaint complaints
    conclusion contention criticism criticisms description idea interpretation notion rumor rumors rumour
    rumours speculation suggestion suggestions theory view
    """
)

# "Critics accuse the council of": in the sentence that is meant.
CLAIMING: tuple[str, ...] = listed(
    """
    accusation accusations accuse accused accuses accusing allegation allegations allege alleged alleges
    alleging argue argued argues arguing blame blamed blames blaming call called calling calls claim
    claimed claiming claims complain complained complaining complains condemn condemned criticise
    criticised criticises criticising criticism criticize criticized criticizes criticizing demand
    demanded demanding demands denounce denounced fault faulted question questioned questioning questions
    rumor rumors rumour rumours said saying says suggest suggested suggesting suggests urge urged urging
    warned
    """
)
