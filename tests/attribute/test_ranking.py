"""Whom "he" and "she" mean, by the weights that ship."""

from __future__ import annotations

from tellings.attribute.ranking import Candidate, Place, Situation, all_features, best
from tellings.attribute.scene import Key, Said

ORLOW: Key = ("person", "0")
VARDAN: Key = ("person", "1")


def somebody(key: Key, at: int, sentence: int, **of_place: bool) -> Candidate:
    return Candidate(key, [Place(at, sentence, sentence, **of_place)], gender_known=True, named=True)


def situation(last: Key | None = None) -> Situation:
    said = Said(key=last, at=320, paragraph=3, content=()) if last else None
    return Situation(
        400, 4, 4, opens=True, closing=False, female=False, last=said, spoke=(last,) if last else ()
    )


def test_nobody_is_meant_where_nobody_stands_before() -> None:
    assert best([], situation()) is None


def test_who_opened_the_sentence_before_is_meant_rather_than_somebody_far_back() -> None:
    near, far = somebody(ORLOW, 340, 3, opens=True), somebody(VARDAN, 20, 0, opens=True)
    assert best([far, near], situation()) == ORLOW


def test_of_two_alike_who_spoke_last_is_meant() -> None:
    one, other = somebody(ORLOW, 300, 3), somebody(VARDAN, 300, 3)
    assert best([one, other], situation(last=ORLOW)) == ORLOW
    assert best([one, other], situation(last=VARDAN)) == VARDAN


def test_who_is_only_spoken_about_inside_a_quotation_is_meant_less() -> None:
    plain, aside = somebody(ORLOW, 300, 3, opens=True), somebody(VARDAN, 301, 3, opens=True, aside=True)
    weights = [a - b for a, b in zip(*all_features([plain, aside], situation()), strict=True)]
    assert any(weights)
    assert best([plain, aside], situation()) == ORLOW
