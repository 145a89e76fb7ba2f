"""Headlines that say who says something."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tellings.attribute.headlines import quoted_in_headline, with_headline
from tellings.attribute.quotes import quoted_spans
from tellings.attribute.scene import Scene
from tellings.read.sentences import find_sentences
from tellings.records import Article, Entity, EntityType, Reading, Span

Attribute = Callable[..., Any]
BODY = "\n\nThe harbour of Marlow stayed shut on Monday while talks went on."


def _scene(headline: str, **kinds: EntityType) -> Scene:
    """The scene of an article; `kinds` are the reader's marks on words of its headline."""
    import numpy as np

    text = headline + BODY
    entities = tuple(
        Entity(span=Span(text.index(words), text.index(words) + len(words)), type=kind)
        for words, kind in ((name.replace("_", " "), kind) for name, kind in kinds.items())
    )
    sentences = find_sentences(text)
    reading = Reading(
        article=Article(id="a", text=text),
        sentences=sentences,
        entities=entities,
        dates=(),
        quantities=(),
        attributions=(),
        vectors=np.zeros((len(sentences), 384), np.float32),
    )
    return Scene(reading)


def _told(headline: str, **kinds: EntityType) -> tuple[str, str, str] | None:
    """Source, cue and content that the headline shows."""
    scene = _scene(headline, **kinds)
    text = scene.text
    found = with_headline([], scene)
    if not found:
        return None
    (each,) = found
    return (
        " ".join(span.words_in(text) for span in each.source),
        " ".join(span.words_in(text) for span in each.cue),
        " ".join(span.words_in(text) for span in each.content),
    )


def test_a_name_before_a_colon_says_what_follows() -> None:
    assert _told("Orlow: Harbour must decide", Orlow="person") == ("Orlow", "", "Harbour must decide")


def test_a_role_before_a_colon_says_what_follows() -> None:
    assert _told("Minister: No talks before spring") == ("Minister", "", "No talks before spring")
    assert _told("Marlow police: Two held over quay fire", Marlow="place") == (
        "Marlow police",
        "",
        "Two held over quay fire",
    )


def test_who_says_it_may_stand_behind_the_colon() -> None:
    assert _told("Ferry runs aground off Skerrin, nine dead: reports") == (
        "reports",
        "",
        "Ferry runs aground off Skerrin, nine dead",
    )


@pytest.mark.parametrize(
    ("frame", "source", "cue"),
    [("claim passengers", "passengers", "claim"), ("mayor says", "mayor", "says")],
)
def test_a_headline_may_close_with_who_says_it(frame: str, source: str, cue: str) -> None:
    assert _told(f"Driver 'blacked out' before ferry crash, {frame}") == (
        source,
        cue,
        "Driver 'blacked out' before ferry crash",
    )


@pytest.mark.parametrize(
    "headline",
    [
        "Update 2: Ferry sinks off Kelmara with 87 aboard",
        "UPDATE 2-Ferry sinks: nine dead off Kelmara coast",
        "Live: Search for the missing goes on",
        "Opinion: The port should stay shut",
        "Watch: The last run of the Lady Ines",
        "Poll: Half of Sorland wants a new harbour",
        "Quay fire: Two held in Marlow overnight",
        "5 things to know: The harbour vote explained",
        "The harbour vote: What happens next week",
        "Ferry sinks off Kelmara: At least nine dead",
        "Ferry sinks off Kelmara, at least nine dead",
    ],
)
def test_labels_and_events_say_nothing(headline: str) -> None:
    assert _told(headline) is None


def test_a_place_before_a_colon_says_nothing() -> None:
    assert _told("Marlow: Harbour shut for a week", Marlow="place") is None
    assert _told("Marlow Quay Fire: Two more held by night", Marlow_Quay_Fire="event") is None


def test_the_headline_of_a_story_is_a_statement_of_its_speaker(told: Attribute) -> None:
    story = told(
        a="Minister: No talks before spring\n\nTransport Minister Elena Verrin closed the harbour on "
        "Monday. {q1:“There will be no talks before spring,”} {s1:Verrin} {c1:said}."
    )
    assert story.name("No talks", "a") == "Elena Verrin"


def test_a_headline_that_was_marked_is_left_alone(told: Attribute) -> None:
    story = told(
        a="{s1:Minister}{c1::} {q1:No talks before spring}, harbour shut\n\nThe harbour stayed shut."
    )
    assert [story.words(s) for s in story.attributed.statements] == ["No talks before spring"]


@pytest.mark.parametrize(
    ("headline", "quoted"),
    [
        ("Ferry 'listed like a drunk' before it sank", "'listed like a drunk'"),
        ("Harbour shut after “total chaos” at the gates", "“total chaos”"),
        ("Harbour shut after 'revenge' attack", None),
        ("Marlow cheers 'The Long Tide' at the premiere", None),
    ],
)
def test_words_that_a_headline_quotes_are_told_by_somebody(headline: str, quoted: str | None) -> None:
    scene = _scene(headline)
    found = list(quoted_in_headline([], quoted_spans(scene.text), scene))
    assert [each.content[0].words_in(scene.text) for each in found] == ([quoted] if quoted else [])
    assert not list(quoted_in_headline(found, quoted_spans(scene.text), scene))


@pytest.mark.parametrize(
    ("headline", "source"),
    [
        ("{s1:Bridge} families demand {q1:law change}, {c1:says} dockers' union", "dockers' union"),
        ("{q1:{s1:Bridge} families demand law change}, union {c1:says}", "union"),
    ],
)
def test_words_that_a_headline_tells_are_not_who_tells_them(
    told: Attribute, headline: str, source: str
) -> None:
    story = told(a=headline + BODY)
    assert story.name("law change") == source


def test_a_subject_before_the_comma_may_go_on_saying(told: Attribute) -> None:
    story = told(a="{s1:Orlow} defends {q1:the new pier}, {c1:says} {q1:council ran police}" + BODY)
    assert story.name("council ran police") == "Orlow"


def test_a_label_of_a_page_is_nobody(told: Attribute) -> None:
    story = told(
        a="{s1:INTERVIEW}{c1::} {q1:'I would build the same pier again'}\n\nAnna Lind spoke to the Gull. "
        "{q2:“I would build the same pier again,”} {s2:she} {c2:said}. Peter Kranz was there too."
    )
    speakers = {story.name("'I would build"), story.name("“I would build")}
    assert speakers == {"Anna Lind"}


def test_words_that_a_headline_quotes_are_whose_they_are_below(told: Attribute) -> None:
    story = told(
        a="{q1:‘They have taken everything’}: how a harbour fell\n\nPaul Benning was a mayor once. {s1:He} "
        "{c1:liked} the pier.\n\n{q2:“They have taken everything,”} {s2:Ruth Benning, his wife,} {c2:said}."
    )
    assert story.name("‘They have") == story.name("“They have") == "Ruth Benning"
    assert not story.statement("‘They have").source


def test_a_byline_is_no_part_of_what_a_headline_tells(told: Any) -> None:
    story = told(
        a="{s1:Torvald} {c1:says} {q1:nobody will sail\n\nBy Anders Vale\n\nMARLOW} (Gull) - It is late."
    )
    assert [story.words(each) for each in story.attributed.statements] == ["nobody will sail"]


def test_a_verb_taken_for_a_name_is_the_cue(told: Attribute) -> None:
    story = told(
        a="{s1:Orlow brands} {c1:harbour} {q1:plan ‘a disgrace to the city’}\n\nMayor Ann Orlow fought it.",
    )
    assert story.words(story.statement("disgrace")) == "harbour plan ‘a disgrace to the city’"
    assert story.name("disgrace") == "Ann Orlow"


def test_what_a_storm_spurs_is_said_by_nobody(told: Attribute) -> None:
    story = told(a="{s1:Storm spurs} {c1:calls for} {q1:new harbour walls}\n\nThe storm was bad.")
    assert story.attributed.statements == ()


def test_who_stands_behind_the_colon_is_no_verb(told: Attribute) -> None:
    story = told(
        a="{q1:Ferry runs aground off Skerrin}, {s1:nine dead:} {c1:reports}\n\nA ferry ran aground."
    )
    assert story.name("runs aground") == "reports"
    assert story.words(story.statement("runs aground")) == "Ferry runs aground off Skerrin, nine dead"


def test_a_government_may_be_shortened() -> None:
    told = _told("Ferry runs aground off Skerrin: Sorland gov't")
    assert told == ("Sorland gov't", "", "Ferry runs aground off Skerrin")


def test_a_whole_sentence_that_a_headline_quotes_is_told(told: Attribute) -> None:
    story = told(
        a="‘It could have been very bad’: Bear killed in Marlow zoo\n\n{q1:“It could have been very bad,”} "
        "{s1:Ann Orlow} {c1:said}."
    )
    assert [story.words(each) for each in story.attributed.statements] == [
        "‘It could have been very bad’",
        "“It could have been very bad,”",
    ]
    assert story.name("‘It could have been very bad’") == "Ann Orlow"


def test_a_title_that_a_headline_quotes_is_not_told() -> None:
    scene = _scene("Crowds come to see ‘The Bear of the North’ in Marlow")
    assert not list(quoted_in_headline([], quoted_spans(scene.text), scene))
