from __future__ import annotations

from dataclasses import replace

import pytest
from lock_gate import TEXTS, compared, reading_of

from tellings.dossier import Story
from tellings.records import Article, Cite, Grouped, Quantity, Span
from tellings.tell import tell
from tellings.tell.brief import MOST_LINES, draw_up_brief
from tellings.tell.places import Places
from tellings.tell.sentences import Sentences, awkwardness
from tellings.tell.told import shared


def test_every_line_is_the_exact_words_of_its_first_cite(story: Story) -> None:
    assert story.brief
    for line in story.brief:
        first = line.cites[0]
        assert line.text == TEXTS[first.article][slice(*first.span)]


def test_a_disputed_point_gives_both_sides_one_after_the_other(story: Story) -> None:
    disputed = [line.text for line in story.brief if line.disputed]
    assert len(disputed) == 2
    assert "40 houses" in disputed[0]
    assert "65 houses" in disputed[1]


def test_a_conflict_that_is_not_sure_enough_is_not_called_disputed() -> None:
    story = compared()
    doubtful = tuple(replace(conflict, confidence=0.4) for conflict in story.conflicts)
    brief = draw_up_brief(replace(story, conflicts=doubtful))
    assert not any(line.disputed for line in brief)


def test_nothing_is_said_twice(story: Story) -> None:
    bursts = [line.text for line in story.brief if "barges adrift" in line.text]
    assert len(bursts) == 1


def test_without_claims_the_opening_sentences_stand_in() -> None:
    brief = draw_up_brief(replace(compared(), claims=(), conflicts=()))
    assert 1 <= len(brief) <= 3
    assert all(line.cites for line in brief)


def test_boilerplate_is_never_quoted(story: Story) -> None:
    assert not any("Read more" in line.text or "Photo:" in line.text for line in story.brief)


def test_a_brief_stays_brief() -> None:
    story = compared()
    many = tuple(replace(story.claims[0], id=f"c{n}") for n in range(40))
    assert len(draw_up_brief(replace(story, claims=many))) <= MOST_LINES


@pytest.mark.parametrize(
    "awkward",
    [
        "He said the gate would hold.",
        "setting three barges adrift",
        "Lock gate bursts at Merrow",
        "But the mayor of Merrow disagreed with the canal board.",
        'The mayor said: "The gate was sound and nobody told us.',
        "Mayor Ada Lorne (L) meets the men who closed the lock at Merrow.",
    ],
)
def test_words_that_need_their_surroundings_are_awkward(awkward: str) -> None:
    assert awkwardness(awkward) > awkwardness("The mayor of Merrow said the gate of the lock would hold.")


def test_a_place_that_denies_what_a_line_affirms_is_not_cited_for_it() -> None:
    story = compared()
    first, *rest = story.claims
    *alike, last = first.mentions
    denying = replace(first, mentions=(*alike, replace(last, polarity="denied")))
    told = tell(replace(story, claims=(denying, *rest)))
    (line,) = [line for line in told.brief if "barges adrift" in line.text]
    assert {cite.article for cite in line.cites} == {"a1", "a2"}
    by_all = shared(told, Places(told), by_all=True)
    by_some = shared(told, Places(told), by_all=False)
    assert not by_all
    assert {place.article for place in by_some[0].places} == {"a1", "a2"}


def test_a_sentence_that_goes_on_to_another_figure_of_the_kind_is_not_cited() -> None:
    texts = (
        "Harbour firm Lorrin is to lay off 900 people after a loss of 41 million crowns.",
        "Lorrin is to lay off 900 people at its yards, after a loss of 44 million crowns.",
    )
    readings = tuple(
        replace(
            reading_of(Article(id=f"a{n}", text=text)),
            quantities=tuple(
                Quantity(
                    span=Span(text.index(printed), text.index(printed) + len(printed)),
                    low=value,
                    high=value,
                    **kind,
                )
                for printed, value, kind in (
                    ("900", 900.0, {"counted": "people"}),
                    ("41 million crowns", 41e6, {"unit": "crowns"}),
                    ("44 million crowns", 44e6, {"unit": "crowns"}),
                )
                if printed in text
            ),
        )
        for n, text in enumerate(texts, 1)
    )
    story = compared()
    traced = replace(
        story.attributed.traced, story=Grouped(id="s", readings=readings), provenance={}, origins=()
    )
    sentences = Sentences(replace(story, attributed=replace(story.attributed, traced=traced)))
    one, other = (Cite(reading.article.id, reading.sentences[0].span) for reading in readings)
    clause = Cite(other.article, Span(0, texts[1].index(",")))
    assert not sentences.same_figures(one, other)
    assert not sentences.same_figures(one, clause)
    assert sentences.same_figures(one, one)
