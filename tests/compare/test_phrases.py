"""Noun phrases, and the classes of words that they are made from."""

from tellings.compare.assertions import find_assertions
from tellings.compare.classes import classes_of
from tellings.compare.phrases import find_phrases
from tellings.compare.words import words_in
from tellings.records import Span


def phrases_in(attributed):
    pool = find_assertions(attributed)
    text = pool.readings[0].article.text
    return [phrase.long_span.words_in(text) for of_one in find_phrases(pool) for phrase in of_one]


def classes_in(*texts):
    return classes_of([words_in(text, Span(0, len(text))) for text in texts])


def test_nouns_and_verbs_are_told_apart_by_what_stands_beside_them():
    assert classes_in("The mayor plans a new bridge.")[0] == (
        "small",
        "noun",
        "verb",
        "small",
        "adjective",
        "noun",
    )
    assert classes_in("The plans were lost.")[0] == ("small", "noun", "verb", "verb")


def test_classes_do_not_depend_on_what_is_read_beside_a_sentence():
    alone = classes_in("Divers searched the quarry.")[0]
    assert classes_in("A ferry sank.", "", "Divers searched the quarry.")[2] == alone


def test_nothing_has_no_classes():
    assert classes_in("") == [()]


def test_a_phrase_is_a_noun_with_what_describes_it(story):
    assert "outdoor music festival" in phrases_in(story("Police closed the outdoor music festival at noon."))


def test_a_verb_ends_a_phrase(story):
    found = phrases_in(story("Residents posted grim photographs of the old mill."))
    assert found == ["Residents", "grim photographs of the old mill", "old mill"]


def test_a_count_is_no_part_of_a_phrase_but_an_age_is(story):
    found = phrases_in(story("About 70 firefighters freed a 42-year-old driver."))
    assert found == ["firefighters", "42-year-old driver"]


def test_an_owner_stands_before_the_phrase_like_an_article(story):
    assert phrases_in(story("The boy's uncle spoke to a reporter.")) == ["uncle", "reporter"]


def test_a_noun_that_can_be_an_adverb_is_a_noun_after_an_article(story):
    assert "dry well" in phrases_in(story("Rescuers reached the bottom of the dry well on Monday."))
