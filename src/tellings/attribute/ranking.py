"""Which of several people a pronoun means, as articles with marked chains have taught it.

Comes in:   a pronoun's situation, and for each person in question where the article mentions him.
Goes out:   a score each; the highest is meant.

The weights are fitted by `training/antecedents.py`.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from tellings.attribute.scene import Key, Said
from tellings.models import model_file

FURTHEST = 8
"""Sentences; mentions farther back are not looked at."""
AGAINST = (15, 16)
"""Features, by their place, that never speak for a candidate: he is only spoken about."""


@dataclass(frozen=True, slots=True)
class Place:
    """A mention of somebody before a pronoun. `aside`: within words that the pronoun stands outside of."""

    at: int
    sentence: int
    paragraph: int
    opens: bool = False
    full: bool = False
    possessive: bool = False
    aside: bool = False
    reported: bool = False


@dataclass(slots=True)
class Candidate:
    """Somebody whom a pronoun may mean."""

    key: Key
    places: list[Place] = field(default_factory=list)
    gender_known: bool = False
    named: bool = False


@dataclass(frozen=True, slots=True)
class Situation:
    """Where a pronoun stands. `closing`: behind what is said; `female`: it is "she", which fewer of those are
    whose gender nothing shows; `spoke`: who spoke so far, in order.
    """

    at: int
    sentence: int
    paragraph: int
    opens: bool
    closing: bool
    female: bool
    last: Said | None
    spoke: tuple[Key, ...]


def features(candidate: Candidate, situation: Situation, nearer: int) -> list[float]:
    """What speaks for a candidate; `nearer` others were mentioned later than he."""
    own = [place for place in candidate.places if not place.aside] or candidate.places
    near = max(own, key=lambda place: place.at)
    back = min(max(0, situation.sentence - near.sentence), FURTHEST)
    last, spoke = situation.last, situation.spoke
    spoke_last = last is not None and last.key == candidate.key
    beside = last is not None and situation.paragraph - last.paragraph <= 1
    opened = max((place.sentence for place in own if place.opens and not place.reported), default=-FURTHEST)
    overtaken = spoke_last and last is not None and last.at < near.at
    others = [key for key in spoke if last is None or key != last.key]
    return [
        float(back == 0),
        float(back == 1),
        float(back == 2),
        back / FURTHEST,
        float(situation.paragraph == near.paragraph),
        float(situation.paragraph - near.paragraph > 1),
        float(nearer == 0),
        min(nearer, 4) / 4,
        math.log1p(max(0, situation.at - near.at)) / 8,
        float(near.opens),
        float(near.opens and back == 0),
        float(near.opens and back == 1),
        float(near.opens and nearer == 0),
        float(near.full),
        float(near.possessive),
        float(near.aside),
        float(near.reported),
        float(spoke_last),
        float(spoke_last and beside),
        float(spoke_last and situation.closing),
        float(spoke_last and situation.opens),
        float(overtaken),
        float(bool(others) and others[-1] == candidate.key),
        spoke.count(candidate.key) / max(1, len(spoke)),
        float(bool(spoke) and spoke.count(candidate.key) == 0),
        math.log1p(len(own)) / 2,
        float(candidate.gender_known),
        float(candidate.named),
        float(situation.female and not candidate.gender_known),
        float(situation.sentence - opened <= 1),
    ]


def all_features(candidates: Sequence[Candidate], situation: Situation) -> list[list[float]]:
    """The features of each candidate, in order."""
    latest = sorted((max(place.at for place in each.places) for each in candidates), reverse=True)
    return [
        features(each, situation, latest.index(max(place.at for place in each.places))) for each in candidates
    ]


def best(candidates: Sequence[Candidate], situation: Situation) -> Key | None:
    """The likeliest candidate's key; None without candidates."""
    if not candidates:
        return None
    scores = [
        math.fsum(w * x for w, x in zip(_weights(), each, strict=True))
        for each in all_features(candidates, situation)
    ]
    return candidates[max(range(len(scores)), key=lambda at: (scores[at], candidates[at].places[-1].at))].key


@cache
def _weights() -> tuple[float, ...]:
    kept = json.loads(model_file("antecedents.json").read_text(encoding="utf8"))
    return tuple(kept["weights"])
