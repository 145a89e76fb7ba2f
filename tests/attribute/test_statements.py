"""What becomes of an attribution: form, day, outlet."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from tellings.attribute.quotes import quoted_spans
from tellings.records import Span

Attribute = Callable[..., Any]


def test_forms_follow_the_quotation_marks(told: Attribute) -> None:
    story = told(
        a="{q1:“The pier is closed,”} {s1:Ann Orlow} {c1:said}. {s2:She} {c2:called} {q2:it “a "
        "total loss” for "
        "the town}. {s3:She} {c3:said} {q3:it's the council's fault}. "
        "{q4:'We shan't wait for the council's answer,'} {s4:she} {c4:said}."
    )
    forms = [story.statement(words).form for words in ("pier is closed", "total loss", "fault", "shan't")]
    assert forms == ["direct", "mixed", "indirect", "direct"]


def test_a_quote_split_by_its_speaker_is_one_statement(told: Attribute) -> None:
    story = told(a="{q1:“The pier,”} {s1:Ann Orlow} {c1:said}, {q1:“is closed for good.”}")
    assert len(story.attributed.statements) == 1
    assert story.words(story.attributed.statements[0]) == "“The pier,” … “is closed for good.”"
    assert story.attributed.statements[0].form == "direct"


def test_a_quotation_that_runs_over_paragraphs_stays_direct(told: Attribute) -> None:
    story = told(
        a="“The pier is closed. Nobody goes there.\n\n{q1:We looked at it twice.”} {s1:Ann Orlow} "
        "{c1:said} so."
    )
    assert story.statement("looked at it").form == "direct"


def test_words_within_anothers_quotation_are_reported_unless_marked_again(told: Attribute) -> None:
    story = told(
        a="{q1:“I asked {s2:the driver} and {s2:he} {c2:said} {q2:he had dozed off}. {s3:He} {c3:said} "
        "{q3:‘Sorry’},”} {s1:Paul Benning} {c1:said}."
    )
    assert story.statement("dozed off").form == "direct" or story.statement("dozed off").form == "indirect"
    inner = next(s for s in story.attributed.statements if story.words(s) == "he had dozed off")
    marked = next(s for s in story.attributed.statements if story.words(s) == "‘Sorry’")
    assert (inner.form, marked.form) == ("indirect", "direct")
    assert inner.via == marked.via == "Paul Benning"


def test_what_stands_in_boilerplate_is_not_told(told: Attribute) -> None:
    story = told(
        a="{s1:Ann Orlow} {c1:said} {q1:the pier is closed}.\n\n{s2:A reader} {c2:writes} {q2:what a shame}.",
        boilerplate={"a": "A reader writes what a shame."},
    )
    assert [story.words(s) for s in story.attributed.statements] == ["the pier is closed"]
    assert [p.name for p in story.attributed.speakers] == ["Ann Orlow"]


def test_an_outlet_credited_in_the_sentence_is_what_it_came_through(told: Attribute) -> None:
    story = told(
        a="{s1:Ann Orlow} {c1:told} The Evening Gull {q1:the pier is closed}. {s2:She} {c2:said} "
        "{q2:it rained all day}. "
        "{s3:The Evening Gull} {c3:reported} {q3:a storm}. {s4:Paul Benning} {c4:wrote} on Twitter "
        "{q4:that he left}.",
        credits={"a": "The Evening Gull"},
    )
    via = [story.statement(words).via for words in ("pier is closed", "rained", "a storm", "he left")]
    assert via == ["The Evening Gull", None, None, "Twitter"]


def test_what_an_outlet_only_passes_on_is_told_once_as_the_speakers(told: Attribute) -> None:
    story = told(
        a="{s1:The Evening Gull} {c1:reports} {q1:that {s2:Ann Orlow} {c2:said} {q2:the pier had sunk}}. "
        "{s3:Paul Benning} {c3:said} {q3:it rained all day}.",
        credits={"a": "The Evening Gull"},
    )
    assert [(s.id, story.words(s), s.via) for s in story.attributed.statements] == [
        ("s1", "the pier had sunk", "Evening Gull"),
        ("s2", "it rained all day", None),
    ]


def test_what_an_outlet_adds_to_it_is_told_as_its_own(told: Attribute) -> None:
    story = told(
        a="{s1:The Evening Gull} {c1:reports} {q1:that {s2:Ann Orlow} {c2:said} {q2:the pier had sunk}, and "
        "that two cranes had fallen on the northern quay}.",
        credits={"a": "The Evening Gull"},
    )
    assert len(story.attributed.statements) == 2


def test_only_a_day_that_modifies_the_cue_is_when_it_was_said(told: Attribute) -> None:
    story = told(
        a="{s1:Ann Orlow} {c1:said} on Tuesday {q1:the pier would reopen on Friday}. On Monday, {s2:she} "
        "{c2:said} {q2:it would not}. {s3:She} {c3:said} {q3:the storm of Sunday broke it}.",
        days={
            "on Tuesday": date(2031, 4, 8),
            "on Friday": date(2031, 4, 11),
            "On Monday": date(2031, 4, 7),
            "Sunday": date(2031, 4, 6),
        },
    )
    said_on = [story.statement(words).said_on for words in ("would reopen", "would not", "storm of")]
    assert said_on == ["2031-04-08", "2031-04-07", None]


def test_a_headline_counts(told: Attribute) -> None:
    story = told(
        a="{s1:Orlow}{c1::} {q1:Council must pay}\n\nMayor Ann Orlow {c2:said} {q2:the council must pay}."
    )
    assert story.name("Council must") == "Ann Orlow"


def test_ids_are_unique_and_in_order_of_place(told: Attribute) -> None:
    story = told(
        a="{q1:“Go,”} {s1:Ann Orlow} {c1:said}. {s2:Paul Benning} {c2:said} {q2:he would not}.",
        b="{s1:Orlow} {c1:said} {q1:nothing was wrong}.",
    )
    assert [s.id for s in story.attributed.statements] == ["s1", "s2", "s3"]
    assert [s.article for s in story.attributed.statements] == ["a", "a", "b"]


def test_ten_thousand_quotation_marks_are_read_at_once() -> None:
    spans = quoted_spans("\" ' “ ‘a " * 10_000)
    assert all(isinstance(span, Span) and span.start < span.end for span in spans)


def test_a_huge_article_is_attributed_in_time(told: Attribute) -> None:
    words = "Ann Orlow met Paul Benning near the North Pier and he waited. "
    story = told(a="{s1:Ann Orlow} {c1:said} {q1:the pier is closed}. " + words * 6_000)
    assert story.name("pier is closed") == "Ann Orlow"


def test_the_day_of_an_aside_or_of_a_bound_is_not_when_it_was_said(told: Attribute) -> None:
    story = told(
        a="{s1:Ann Orlow}, on her first visit since taking office on Oct. 1, {c1:said} {q1:the pier was "
        "safe}. "
        "On Monday, {s2:Ann Orlow} {c2:said} {q2:divers had left}. "
        "{s3:The council} {c3:said} since Sunday {q3:it had no money}. {s4:Ann Orlow} {c4:said} "
        "{q4:Friday that it would borrow}.",
        days={
            "Oct. 1": date(2031, 10, 1),
            "On Monday": date(2031, 11, 10),
            "Sunday": date(2031, 11, 9),
            "Friday": date(2031, 11, 7),
        },
    )
    said_on = [story.statement(w).said_on for w in ("pier was", "divers", "no money", "borrow")]
    assert said_on == [None, "2031-11-10", None, "2031-11-07"]


def test_what_is_still_to_come_is_not_when_it_was_said(told: Attribute) -> None:
    day = {"on Friday": date(2031, 11, 14)}
    text = "{q1:The pier opens}, {s1:Ann Orlow} {c1:said} of the feast on Friday."
    assert told(a=text, days=day).statement("pier").said_on == "2031-11-14"
    assert told(a=text, days=day, published={"a": "2031-11-11"}).statement("pier").said_on is None


def test_what_is_added_has_the_day_of_what_was_said_just_before(told: Attribute) -> None:
    story = told(
        a="{q1:“The pier is safe,”} {s1:Ann Orlow} {c1:said} on Tuesday. {q2:“Divers looked,”} {s2:she} "
        "{c2:added}.\n\n"
        "{s3:She} {c3:said} {q3:it would reopen}.",
        days={"on Tuesday": date(2031, 11, 11)},
    )
    said_on = [story.statement(words).said_on for words in ("safe", "Divers", "reopen")]
    assert said_on == ["2031-11-11", "2031-11-11", None]


def test_the_same_quoted_words_have_the_one_day_that_an_article_gives_them(told: Attribute) -> None:
    words = "“The pier is safe and every diver who looked at its feet has told me so,”"
    story = told(
        a="{q1:" + words + "} {s1:Ann Orlow} {c1:said} on Tuesday.",
        b="{q1:" + words + "} {s1:Ann Orlow} {c1:said}.",
        days={"on Tuesday": date(2031, 11, 11)},
    )
    assert story.statement("pier", "b").said_on == "2031-11-11"


def test_the_addresses_behind_a_post_are_not_told(told: Any) -> None:
    story = told(
        a="{s1:The zoo} {c1:wrote}: {q1:Details on the sad day at Marlow Zoo: https://x.example/s9b "
        "pic.twitter.com/7gB}.\n\n{s2:The zoo} {c2:tweeted} {q2:https://x.example/s9b}."
    )
    assert [story.words(each) for each in story.attributed.statements] == [
        "Details on the sad day at Marlow Zoo:"
    ]
