from __future__ import annotations

import math

from tellings.read.acceptance import Acceptance, Chosen, Relation, features
from tellings.read.model import acceptance
from tellings.read.spans import Candidate


def relation(trust: float, quoted: float = 0.0, size: int = 12, tagged: bool = True) -> Relation:
    return Relation(
        cue=Candidate(2, 3, trust, tagged),
        source=Candidate(0, 2, trust, tagged),
        contents=(Candidate(3, 3 + size, trust, True),),
        cue_chosen=(Chosen(8 * trust - 2, 8 * trust - 2),),
        source_chosen=Chosen(8 * trust - 2, math.inf),
        quoted=quoted,
        lines=0,
        cues_within=0,
    )


def test_a_relation_below_the_least_probability_is_not_kept_unless_it_quotes() -> None:
    strict = Acceptance(weights=[0.0] * len(features(relation(0.5))), bias=-2.0, least=0.3)
    assert not strict.keeps(relation(0.5))
    assert strict.keeps(relation(0.5, quoted=0.2))


def test_the_weights_that_ship_trust_a_sure_relation_more_than_a_doubtful_short_one() -> None:
    shipped = acceptance()
    sure, doubtful = relation(0.95), relation(0.3, size=1, tagged=False)
    assert shipped.keeps(sure)
    assert not shipped.keeps(doubtful)
    assert shipped.probability(sure) > 0.6


def test_a_relation_without_source_has_features_as_well() -> None:
    bare = relation(0.5)
    without = Relation(
        cue=bare.cue,
        source=None,
        contents=bare.contents,
        cue_chosen=(Chosen(-math.inf, -math.inf),),
        source_chosen=Chosen(-math.inf, 0.0),
        quoted=0.0,
        lines=0,
        cues_within=0,
    )
    assert all(math.isfinite(value) for value in features(without))
