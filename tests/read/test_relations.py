from __future__ import annotations

import numpy as np

from tellings.read.labels import LINK, LINKS, PAIR_FEATURES
from tellings.read.pieces import cut
from tellings.read.relations import PairWeights, relate, runs

NEARER_IS_BETTER = PairWeights(
    cue=np.zeros(PAIR_FEATURES, np.float32), source=np.zeros(PAIR_FEATURES, np.float32), no_source=-5.0
)
NEARER_IS_BETTER.cue[25] = NEARER_IS_BETTER.source[25] = -100.0


def tags_of(words: str, roles: str) -> tuple[np.ndarray, np.ndarray]:
    """Tags and word starts of a text whose words each have one role letter (. for none)."""
    pieces = cut(words)
    given = iter(roles.split())
    tags, last = [], "."
    for first in pieces.first:
        role = next(given) if first else last
        kind = ".sqc".index(role[-1])
        tags.append(0 if not kind else 2 * kind - (1 if first and (role != last or role[0] == "B") else 0))
        last = role
    return np.array(tags), pieces.first


def test_two_spans_of_one_role_side_by_side_stay_two():
    tags, first = tags_of("Ana Bruck said no yes", "s s q c Bc")
    assert runs(tags, first) == [(0, 3, 0), (3, 4, 1), (4, 5, 2), (5, 6, 2)]


def test_a_span_that_begins_inside_a_word_takes_the_whole_word():
    pieces = cut("said Brzezinskaya today")
    tags = np.zeros(len(pieces), np.int64)
    tags[2] = 1
    assert runs(tags, pieces.first) == [(1, len(pieces) - 1, 0)]


def test_each_content_goes_to_its_own_cue_and_takes_that_cues_source():
    text = "Ana said no . Bo denied yes"
    tags, _ = tags_of(text, "s q c . s q c")
    links = np.zeros((len(tags), LINKS * LINK), np.float32)
    found = relate(runs(tags, cut(text).first), links, cut(text), NEARER_IS_BETTER)
    assert [(r.source, r.cue, r.contents) for r in found] == [
        ((0, 1), (1, 2), ((2, 3),)),
        ((4, 5), (5, 6), ((6, 7),)),
    ]


def test_a_cue_without_content_is_no_relation():
    tags, first = tags_of("Ana said no", "s q .")
    links = np.zeros((len(tags), LINKS * LINK), np.float32)
    assert relate(runs(tags, first), links, cut("Ana said no"), NEARER_IS_BETTER) == []


def test_a_source_that_scores_below_none_is_left_out():
    text = "Ana said no"
    tags, first = tags_of(text, "s q c")
    links = np.zeros((len(tags), LINKS * LINK), np.float32)
    shy = PairWeights(cue=NEARER_IS_BETTER.cue, source=NEARER_IS_BETTER.source, no_source=1.0)
    assert relate(runs(tags, first), links, cut(text), shy)[0].source is None
