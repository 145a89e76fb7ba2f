from __future__ import annotations

import hashlib

from lock_gate import OWN, REWORKED, TEXTS, WIRE, compared, span

from tellings.dossier import Story, digest
from tellings.records import Article
from tellings.tell.cited import every_cite
from tellings.tell.headline import choose_title, headline_of


def test_the_texts_come_through_untouched_and_with_their_digests(story: Story) -> None:
    assert [article.text for article in story.articles] == [WIRE, REWORKED, OWN]
    for article in story.articles:
        assert article.sha256 == hashlib.sha256(article.text.encode()).hexdigest()


def test_every_cite_is_in_the_table_of_passages(story: Story) -> None:
    cites = list(every_cite(story))
    assert {cite.key for cite in cites} == set(story.passages)
    for cite in cites:
        assert story.passages[cite.key] == digest(TEXTS[cite.article][slice(*cite.span)])


def test_provenance_speakers_and_what_was_set_aside_are_laid_out(story: Story) -> None:
    wire, reworked, own = story.articles
    assert [credit.name for credit in wire.credits] == ["Norvik"]
    assert reworked.derives_from[0].article == "a1"
    assert own.boilerplate == [span("a3", "Photo: the broken gate on Wednesday (Ilse Brandt)")]
    assert [speaker.name for speaker in story.speakers] == ["Hana Orlo", "the canal board", "Tomas Weil"]
    assert story.set_aside[0].path == "schleuse.html"


def test_the_dossier_reads_back_as_it_was_written(story: Story) -> None:
    assert Story.model_validate_json(story.model_dump_json()) == story


def test_the_title_is_the_headline_that_shares_most_with_the_others() -> None:
    headlines = ["Storm hits Vell harbour", "Harbour of Vell closed after storm", "What we know so far"]
    articles = [Article(id=str(n), text="x", title=title) for n, title in enumerate(headlines)]
    assert choose_title(articles) in headlines[:2]


def test_a_headline_with_a_figure_that_its_text_does_not_print_is_no_title() -> None:
    below = "A court in Vell sent the harbour master to prison for six years."
    headlines = [
        "Harbour master gets eight years",
        "Harbour master gets six years",
        "Six years for Vell's master",
    ]
    articles = [Article(id=str(n), text=f"{t}\n{below}", title=t) for n, t in enumerate(headlines)]
    assert choose_title(articles) == headlines[1]
    assert choose_title(articles[:1]) == headlines[0]


def test_a_first_line_that_is_a_sentence_is_no_headline() -> None:
    assert headline_of(Article(id="1", text="The gate was shut.\nMore.")) is None
    assert headline_of(Article(id="1", text="\n Gate shut in Vell \n\nMore.")) == "Gate shut in Vell"


def test_without_headlines_the_opening_words_stand_in() -> None:
    title = choose_title([Article(id="1", text="The gate at Vell was shut on Monday. " * 9)])
    assert title.startswith("The gate at Vell was shut")
    assert len(title) <= 82


def test_the_timeline_leaves_out_captions_and_lines_of_publication(story: Story) -> None:
    assert [event.date for event in story.timeline] == ["2024-05", "2024-06-04", "2024-06-06"]
    published = span("a3", "June 6, 2024")
    expressions = [mention.expression for event in story.timeline for mention in event.mentions]
    assert published not in expressions


def test_a_mention_is_the_sentence_that_holds_the_date(story: Story) -> None:
    (closed,) = story.timeline[-1].mentions
    assert OWN[slice(*closed.expression)] == "on Thursday"
    assert OWN[slice(*closed.span)].startswith("The canal at Merrow was closed")
    assert OWN[slice(*closed.span)].endswith("gave way.")


def test_one_event_a_date_with_every_telling(story: Story) -> None:
    tuesday = next(event for event in story.timeline if event.date == "2024-06-04")
    assert {mention.article for mention in tuesday.mentions} == {"a1", "a2"}
    assert len(compared().attributed.traced.readings) == 3
