"""Articles with their marks, and two of them side by side."""

from __future__ import annotations

import lxml.html
import pytest

from tellings.dossier import Story
from tellings.tell.echoes import Echoes
from tellings.tell.marked import MarkedArticle, marked_article
from tellings.tell.places import Places
from tellings.tell.side_by_side import side_by_side
from tellings.tell.word_diff import same_words, word_by_word


@pytest.fixture(scope="module")
def at(story: Story) -> Places:
    return Places(story)


@pytest.fixture(scope="module")
def echoes(story: Story, at: Places) -> Echoes:
    return Echoes(story, at)


@pytest.fixture(scope="module")
def marked(story: Story, at: Places, echoes: Echoes) -> dict[str, MarkedArticle]:
    return {a.id: marked_article(a, story, at, echoes) for a in story.articles}


def test_the_text_stays_as_it_is_to_the_character(story: Story, marked: dict[str, MarkedArticle]) -> None:
    for article in story.articles:
        shown = lxml.html.fragment_fromstring(str(marked[article.id].html), create_parent="div")
        assert shown.text_content() == article.text


def test_a_sentence_that_others_tell_opens_a_note_with_their_exact_sentences(
    at: Places, marked: dict[str, MarkedArticle]
) -> None:
    for article in marked.values():
        links = lxml.html.fragment_fromstring(str(article.html), create_parent="div").xpath(".//a[@id]/@href")
        assert links == [f"#{note.id}" for note in article.notes]
        for note in article.notes:
            for echo in note.echoes:
                assert echo.place.article != note.place.article
                assert "".join(piece.text for piece in echo.pieces) == at.words(echo.place)


def test_both_ends_of_an_echo_know_each_other(story: Story, echoes: Echoes) -> None:
    for article in story.articles:
        for number in range(len(article.sentences)):
            for other, indices in echoes.of(article.id, number).items():
                for index in indices:
                    assert number in echoes.of(other, index)[article.id]


def test_a_page_of_its_own_highlights_where_it_is_opened(story: Story, at: Places, echoes: Echoes) -> None:
    article = story.articles[0]
    html = marked_article(article, story, at, echoes, here=article.sentences[1]).html
    pieces = lxml.html.fragment_fromstring(str(html), create_parent="div").xpath(
        ".//mark[contains(@class, 'target')]"
    )
    assert pieces[0].get("id") == "at"
    assert "".join(p.text_content() for p in pieces) == article.text[slice(*article.sentences[1])]


def test_side_by_side_has_every_sentence_of_both(story: Story, at: Places, echoes: Echoes) -> None:
    for left in story.articles:
        for right in story.articles:
            if left.id == right.id:
                continue
            rows = side_by_side(left.id, right.id, at, echoes).rows
            lefts = [told.place.span for row in rows for told in row.left]
            rights = {told.place.span for row in rows for told in row.right}
            assert lefts == list(left.sentences)
            assert rights == set(right.sentences)


def test_side_by_side_what_only_the_right_one_has_stands_in_its_order(
    story: Story, at: Places, echoes: Echoes
) -> None:
    a, b = story.articles[0], story.articles[1]
    alone = [row.right[0].place.span for row in side_by_side(a.id, b.id, at, echoes).rows if not row.left]
    assert alone == sorted(alone)


def test_words_that_differ_are_marked_on_both_sides() -> None:
    one, other = word_by_word(
        "Four people died on Friday, police said.", "At least nine people died on Friday."
    )
    assert [(p.text, p.kind) for p in one if p.kind] == [("Four", "changed"), ("police said", "cut")]
    assert [(p.text, p.kind) for p in other if p.kind] == [("At least nine", "changed")]
    assert "".join(p.text for p in one) == "Four people died on Friday, police said."


def test_capitals_and_marks_are_no_difference() -> None:
    one, other = word_by_word("“The gate was sound,” she said.", '"the gate was sound" she said')
    assert same_words(one, other)
    assert not same_words(*word_by_word("The gate was sound.", "The gate was unsound."))


def test_sentences_that_share_little_are_left_whole() -> None:
    one, other = word_by_word("The lock burst at noon.", "Nobody expects the canal to reopen this summer.")
    assert [p.kind for p in one + other] == ["", ""]
    assert not same_words(one, other)


def test_very_long_sentences_are_left_whole() -> None:
    one, _ = word_by_word("word " * 5000, "word " * 5001)
    assert len(one) == 1
