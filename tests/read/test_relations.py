from __future__ import annotations

import numpy as np

from tellings.read.labels import LINK, LINK_WIDTH
from tellings.read.pairing import PAIR_FEATURES, PLACE_FEATURES, Scorer
from tellings.read.pieces import cut
from tellings.read.relations import PieceRelation, Spans, relate
from tellings.read.spans import candidates, tagged_spans

DISTANCE = 43
POINTING = PLACE_FEATURES


def nearer_is_better(none: float = -9.0) -> Scorer:
    """A scorer that looks at nothing but the distance."""
    inner = np.zeros((1, PAIR_FEATURES), np.float32)
    inner[0, DISTANCE] = 1
    outer = np.array([-5], np.float32)
    return Scorer(inner=inner, inner_bias=np.zeros(1, np.float32), outer=outer, outer_bias=0.0, none=none)


def scores_of(words: str, roles: str) -> tuple[np.ndarray, np.ndarray]:
    """Tag scores and word starts of words with one role letter each (. none, a capital begins a span)."""
    first = cut(words).first
    given = iter(roles.split())
    scores = np.zeros((len(first), 7), np.float32)
    column = 0
    for at, begins in enumerate(first):
        if begins:
            letter = next(given)
            kind = ".sqc".index(letter.lower())
            column = 0 if not kind else 2 * kind - letter.isupper()
        scores[at, column] = 9
    return scores, first


def related(words: str, roles: str, for_sources: Scorer | None = None) -> list[PieceRelation]:
    pieces = cut(words)
    spans = Spans(pieces, scores_of(words, roles)[0], np.zeros((len(pieces), LINK_WIDTH), np.float32))
    return relate(spans, nearer_is_better(), for_sources or nearer_is_better())


def test_two_spans_of_one_role_side_by_side_stay_two():
    assert tagged_spans(*scores_of("Ana Bruck said no yes", "S s Q C C")) == [
        (0, 3, 0),
        (3, 4, 1),
        (4, 5, 2),
        (5, 6, 2),
    ]


def test_one_doubtful_piece_does_not_tear_a_word_apart():
    scores, first = scores_of("said Brzezinskaya today", "Q S .")
    scores[2] = scores[0]
    assert tagged_spans(scores, first)[1] == (1, len(first) - 1, 0)


def test_each_content_goes_to_its_own_cue_and_takes_that_cues_source():
    found = related("Ana said no . Bo denied yes", "S Q C . S Q C")
    assert [(r.source, r.cue, r.contents) for r in found] == [
        ((0, 1), (1, 2), ((2, 3),)),
        ((4, 5), (5, 6), ((6, 7),)),
    ]


def test_a_cue_without_content_is_no_relation():
    assert related("Ana said no", "S Q .") == []


def test_a_source_that_scores_below_none_is_left_out():
    assert related("Ana said no", "S Q C", nearer_is_better(none=1.0))[0].source is None


def test_of_two_contents_nearest_to_one_cue_the_other_cue_takes_one():
    found = related("no . yes Ana said and later Bo in tears denied", "C . C S Q . . S . . Q")
    assert len(found) == 2
    assert all(r.contents for r in found)


def test_a_long_text_is_related_within_reach_only():
    words = "no " + "and " * 400 + "Ana said"
    assert related(words, "C " + ". " * 400 + "S Q") == []


def test_a_content_that_scores_below_none_with_every_cue_is_dropped():
    pieces = cut("Ana said no")
    spans = Spans(
        pieces, scores_of("Ana said no", "S Q C")[0], np.zeros((len(pieces), LINK_WIDTH), np.float32)
    )
    assert relate(spans, nearer_is_better(none=1.0), nearer_is_better()) == []


def test_a_word_that_is_half_a_cue_is_one_when_the_content_points_at_it():
    words = "Ana said no . Bo hailed yes"
    scores, first = scores_of(words, "S Q C . S . C")
    scores[5] = [1.0, 0, 0, 0.5, 0, 0, 0]  # "hailed": O before cue
    assert [c.span for c in candidates(scores, first, 1, 0.1)] == [(1, 2), (5, 6)]
    link = np.zeros((7, LINK_WIDTH), np.float32)
    for content, cue in ((2, 1), (6, 5)):
        link[content, cue] = 40
        link[cue, LINK + cue] = 40
    pointed = np.zeros((1, PAIR_FEATURES), np.float32)
    pointed[0, POINTING] = 1
    scorer = Scorer(pointed, np.zeros(1, np.float32), np.ones(1, np.float32), outer_bias=0.0, none=0.5)
    found = relate(Spans(cut(words), scores, link), scorer, nearer_is_better())
    assert [(r.source, r.cue, r.contents) for r in found] == [
        ((0, 1), (1, 2), ((2, 3),)),
        ((4, 5), (5, 6), ((6, 7),)),
    ]


def test_a_run_that_touches_a_tagged_span_is_no_candidate_of_its_own():
    scores, first = scores_of("he also said no", "S . Q C")
    scores[1] = [1.0, 0, 0, 0.5, 0, 0, 0]
    assert [c.span for c in candidates(scores, first, 1, 0.1)] == [(2, 3)]
