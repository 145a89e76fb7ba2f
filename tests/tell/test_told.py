from __future__ import annotations

import numpy as np

from tellings.read.dates import find_dates
from tellings.read.sentences import find_sentences
from tellings.records import Article, Attributed, Compared, Grouped, Provenance, Reading, Span, Traced
from tellings.tell.places import Place
from tellings.tell.sentences import awkwardness
from tellings.tell.timeline import lay_out_timeline
from tellings.tell.told import omissions, told_once_first
from tellings.tell.view import Point, Words


def point(words: str, *labels: str, missing: str = "", before: str = "") -> Point:
    places = tuple(Place(label[0].lower(), label[0], int(label[1:]), (0, 9)) for label in labels)
    return Point(
        Words(words, places[:1]), places, missing=tuple(missing.split()), before=tuple(before.split())
    )


BURST = point("A lock gate burst at Merrow on Tuesday.", "A1", "B2", "C3")
AGAIN = point("The gate of the lock at Merrow had burst.", "B2", "D4")
HOUSES = point("Forty houses were flooded in the lower town.", "A2", "D5")


def test_a_point_summed_up_by_a_sentence_that_another_cites_comes_last() -> None:
    assert told_once_first([BURST, AGAIN, HOUSES]) == (BURST, HOUSES, AGAIN)


def test_a_point_in_mostly_the_same_words_comes_last() -> None:
    reworded = point("On Tuesday a lock gate at Merrow burst, drowning the quay.", "D9", "E2")
    assert told_once_first([BURST, reworded, HOUSES]) == (BURST, HOUSES, reworded)


def test_what_stands_in_the_section_above_comes_last_as_well() -> None:
    assert told_once_first([AGAIN, HOUSES], behind=[BURST]) == (HOUSES, AGAIN)


def test_a_scrap_of_a_sentence_comes_last() -> None:
    scrap = point("The canal's chief, Hana Orlo", "A7", "B9")
    assert told_once_first([scrap, BURST]) == (BURST, scrap)


def test_nothing_is_lost_by_telling_it_once_first() -> None:
    assert set(told_once_first([BURST, AGAIN, HOUSES])) == {BURST, AGAIN, HOUSES}


def test_what_is_left_out_is_told_article_by_article() -> None:
    left = [point("One.", "A1", missing="C D"), point("Two.", "A2", missing="D", before="C")]
    of_c, of_d = omissions(left)
    assert (of_c.letter, of_c.points, of_c.before) == ("C", (left[0],), 1)
    assert (of_d.letter, of_d.points, of_d.before) == ("D", tuple(left), 0)


def told(text: str, aside: str = "") -> list[tuple[str, str]]:
    """The timeline of a story of one article, of which `aside` is not part of the story."""
    sentences = tuple(find_sentences(text))
    reading = Reading(
        article=Article(id="a", text=text, published="2031-03-05"),
        sentences=sentences,
        entities=(),
        dates=find_dates(text, sentences, "2031-03-05"),
        quantities=(),
        attributions=(),
        vectors=np.zeros((len(sentences), 384), dtype=np.float32),
    )
    gone = (Span(0, len(aside)),) if aside else ()
    provenance = Provenance(article="a", boilerplate=gone, credits=(), derives_from=())
    traced = Traced(story=Grouped(id="s", readings=(reading,)), provenance={"a": provenance}, origins=())
    attributed = Attributed(traced=traced, speakers=(), statements=(), utterances=())
    story = Compared(attributed=attributed, claims=(), conflicts=(), naming=(), coverage=())
    return [(day.date, text[slice(*one.span)]) for day in lay_out_timeline(story) for one in day.mentions]


def test_a_post_is_dated_with_its_words_and_not_by_its_signature_alone() -> None:
    text = "The lock is shut until Friday week. — Merrow Canals (@merrowcanals) March 4, 2031"
    assert ("2031-03-04", text) in told(text)


def test_a_dateline_is_left_off_the_sentence_that_is_dated() -> None:
    ((value, words),) = told("MERROW, Norvik — A lock gate burst here on Tuesday, the canal board said.")
    assert value == "2031-03-04"
    assert words.startswith("A lock gate burst")


def test_when_a_text_was_updated_is_told_and_when_it_was_posted_is_not() -> None:
    updated, posted = "Updated: March 4, 2031", "Posted: March 4, 2031"
    assert [value for value, _ in told(updated + "\nThe lock is shut.", updated)] == ["2031-03-04"]
    assert told(posted + "\nThe lock is shut.", posted) == []


def test_a_sentence_told_from_a_day_that_it_does_not_say_reads_badly_alone() -> None:
    plain = awkwardness("The canal board unveiled plans for a new lock at Merrow.")
    assert awkwardness("Two days ago, the canal board unveiled plans for a new lock at Merrow.") > plain
    assert awkwardness("A day earlier, the canal board unveiled plans for a new lock at Merrow.") > plain
