"""Every detector in turn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from math import sqrt

from tellings.compare.classes import Classes
from tellings.compare.conflicts.calendar import find_days
from tellings.compare.conflicts.calibration import calibrated
from tellings.compare.conflicts.carried_out import find_carried_out
from tellings.compare.conflicts.causes import find_causes
from tellings.compare.conflicts.certainty import find_certainty
from tellings.compare.conflicts.clock import find_clock_times
from tellings.compare.conflicts.exclusives import find_exclusives
from tellings.compare.conflicts.figures import find_figures
from tellings.compare.conflicts.found import Found, Neighbours, Place, as_conflict
from tellings.compare.conflicts.headlines import find_headline_clashes
from tellings.compare.conflicts.hearsay import find_hearsay
from tellings.compare.conflicts.judgements import find_judgements
from tellings.compare.conflicts.misfits import find_misfits
from tellings.compare.conflicts.numbers import find_numbers
from tellings.compare.conflicts.offices import find_offices
from tellings.compare.conflicts.positions import find_positions
from tellings.compare.conflicts.quotations import find_quotations
from tellings.compare.conflicts.rejections import find_rejections
from tellings.compare.conflicts.repetitions import find_repetitions
from tellings.compare.conflicts.responsibility import find_responsibility
from tellings.compare.conflicts.reversals import find_reversals
from tellings.compare.conflicts.roles import find_roles
from tellings.compare.conflicts.silences import find_silences
from tellings.compare.conflicts.spellings import find_spellings
from tellings.compare.conflicts.unknowns import find_unknowns
from tellings.compare.conflicts.updated import find_updated
from tellings.compare.scorer import Alignment
from tellings.records import Conflict

_MOST = 300
_OF_LETTERS = frozenset(("quotations", "spellings"))
"""Detectors of how something is printed; what happened comes before it."""


def _told_apart(found: Found) -> bool:
    """Whether one voice gives two of the times or figures: it tells of two things, not of one at odds.

    For times of day an article is one voice; for figures, each speaker in it is, and the outlet.
    """
    if found.kind not in ("time", "number") or found.nature != "contradiction":
        return False
    voices = [{_voice(place, found.kind) for place in side.places} for side in found.sides]
    return any(one & other for one, other in combinations(voices, 2))


def _voice(place: Place, kind: str) -> tuple[int, str | None]:
    statement = place.assertion.statement if kind == "number" else None
    return place.assertion.article, statement.speaker if statement else None


def find_conflicts(alignment: Alignment, classes: Classes | None = None) -> tuple[Conflict, ...]:
    """All conflicts of a story: of what happened, of how it is printed, then what is not comparable.

    `classes`, if given, are those already known.
    """
    pool = alignment.nodes.pool
    found = [
        (detector in _OF_LETTERS, replace(one, confidence=calibrated(detector, one)))
        for detector, one in find_all(alignment, classes)
    ]
    found.sort(key=lambda pair: (pair[1].nature == "different-scope", pair[0], -_weight(pair[1])))
    chosen = [one for _, one in found[:_MOST]]
    return tuple(as_conflict(f"x{n}", one, pool) for n, one in enumerate(chosen, start=1))


def _weight(found: Found) -> float:
    """How sure a conflict is, and how many articles have a part in it."""
    articles = {place.assertion.article for side in found.sides for place in side.places}
    return found.confidence * sqrt(len(articles))


def find_all(alignment: Alignment, classes: Classes | None = None) -> Iterator[tuple[str, Found]]:
    """What each detector finds, under its name, as sure as it thinks itself to be."""
    pool = alignment.nodes.pool
    neighbours, classes, figures = Neighbours(alignment), classes or Classes(), find_figures(pool)
    detectors: dict[str, Iterator[Found]] = {
        "numbers": find_numbers(pool, figures, neighbours),
        "repetitions": find_repetitions(alignment.nodes, classes),
        "clock": find_clock_times(pool, neighbours),
        "calendar": find_misfits(pool, neighbours),
        "updated": find_updated(pool, classes),
        "headlines": find_headline_clashes(pool, figures, neighbours),
        "days": find_days(alignment, classes),
        "spellings": find_spellings(pool, neighbours),
        "roles": find_roles(pool),
        "offices": find_offices(pool),
        "quotations": find_quotations(pool),
        "exclusives": find_exclusives(alignment),
        "causes": find_causes(pool, classes),
        "positions": find_positions(alignment.nodes, neighbours, classes),
        "reversals": find_reversals(alignment.nodes, classes),
        "carried out": find_carried_out(alignment, classes),
        "rejections": find_rejections(alignment.nodes),
        "responsibility": find_responsibility(pool),
        "unknowns": find_unknowns(alignment),
        "silences": find_silences(pool),
        "judgements": find_judgements(alignment, classes),
        "certainty": find_certainty(alignment.nodes, classes),
        "hearsay": find_hearsay(alignment),
    }
    for name, finding in detectors.items():
        for one in finding:
            if name == "headlines" or not _told_apart(one):
                yield name, one
