"""What became of the words, telling by telling."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Attribute = Callable[..., Any]


def _told_by(told: Attribute, one: str, other: str, *, end: str = ",") -> Any:
    return told(
        a="{q1:“" + one + "”} {s1:Ann Orlow} {c1:said}.",
        b="{q1:“" + other + end + "”} {s1:Ann Orlow} {c1:said}.",
    )


def _drift(story: Any) -> list[tuple[str, str, str]]:
    return list(story.drift())


def test_a_cut_with_an_ellipsis_is_told_from_a_silent_one(told: Attribute) -> None:
    whole = "The pier was sound in May, nobody had touched it since, and the board knew that."
    story = told(
        a="{q1:“" + whole + "”} {s1:Ann Orlow} {c1:said}.",
        b="{q1:“The pier was sound in May … and the board knew that,”} {s1:Ann Orlow} {c1:said}.",
        c="{q1:“The pier was sound in May, and the board knew that,”} {s1:Ann Orlow} {c1:said}.",
    )
    cuts = {d.statement: d.marked for u in story.attributed.utterances for d in u.drift if d.kind == "cut"}
    article = {s.id: s.article for s in story.attributed.statements}
    assert {article[statement]: marked for statement, marked in cuts.items()} == {"b": True, "c": False}
    assert [there for _, _, there in _drift(story)] == ["nobody had touched it since"] * 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The harbour organised two ferries at the centre.",
            "The harbor organized two ferries at the center",
        ),
        (
            "Twelve metres of the quay fell, eight of them at once.",
            "12 meters of the quay fell, 8 of them at once",
        ),
        (
            "No-one at FirstLine asked about the co-operation.",
            "No one at First Line asked about the cooperation",
        ),
        (
            "It rose 12 per cent in the paediatric ward, they say.",
            "It rose 12% in the pediatric ward, they say",
        ),
        (
            "They said: ‘Never.’ There is no plan – none at all.",
            'They said, "Never." There is no plan - none at all',
        ),
        (
            "There is no plan to sell the old pier to them.",
            "[T]here is no plan to sell the old pier to [them]",
        ),
    ],
)
def test_house_style_is_no_drift(told: Attribute, one: str, other: str) -> None:
    assert _drift(_told_by(told, one, other)) == []


def test_another_sentence_is_not_a_changed_one(told: Attribute) -> None:
    story = _told_by(
        told,
        "The pier was sound in May. Children played on it until the storm came. We will rebuild it in stone.",
        "The pier was sound in May. My father built it with eleven men. We will rebuild it in stone",
    )
    assert [kind for kind, _, _ in _drift(story)] == []


def test_sentences_left_off_where_a_quotation_is_broken_are_no_drift(told: Attribute) -> None:
    story = told(
        a="{q1:“The pier was sound in May. Nobody touched it. We will rebuild it in stone.”} {s1:Ann Orlow} "
        "{c1:said}.",
        b="{q1:“The pier was sound in May,”} {s1:Ann Orlow} {c1:said}. {q1:“We will rebuild it in stone.”}",
        c="{q1:“The pier was sound in May,”} {s1:Ann Orlow} {c1:said}.",
    )
    assert _drift(story) == []


def test_a_sentence_that_ends_too_early_is_cut(told: Attribute) -> None:
    story = _told_by(
        told, "We will sell the old pier if the town asks us to.", "We will sell the old pier", end="."
    )
    assert _drift(story) == [("cut", "pier", "if the town asks us to")]


def test_a_quoted_fragment_cuts_nothing(told: Attribute) -> None:
    story = told(
        a="{q1:“We will sell the old pier if the town asks us to.”} {s1:Ann Orlow} {c1:said}.",
        b="{s1:Ann Orlow} {c1:said} {q1:she would “sell the old pier” this year}.",
    )
    assert not [kind for kind, _, _ in _drift(story) if kind == "cut"]


def test_a_bracket_in_place_of_a_word_is_a_change(told: Attribute) -> None:
    story = _told_by(
        told,
        "They never asked the town about the pier.",
        "[The builders] never asked the town about the pier",
    )
    assert _drift(story) == [("changed", "[The builders]", "They")]


def test_the_telling_with_brackets_is_the_one_that_departs(told: Attribute) -> None:
    story = _told_by(
        told,
        "The [old] pier at Marlow will never be sold to strangers, and the ferries stay.",
        "The pier at Marlow will never be sold to strangers",
    )
    assert ("inserted", "[old]") in [(kind, here) for kind, here, _ in _drift(story)]


def test_words_from_two_quotations_of_one_article_are_one_telling(told: Attribute) -> None:
    story = told(
        a="{q1:“The pier was sound in May and the board knew it.”} {s1:Ann Orlow} {c1:said}. "
        "{q2:“We will rebuild it in stone.”} {s2:Orlow} {c2:said}.",
        b="{q1:“The pier was sound in May and the board knew it. We will rebuild it in brick,”} "
        "{s1:Ann Orlow} {c1:said}.",
    )
    assert ("changed", "brick", "stone") in _drift(story)


def test_a_paraphrase_is_cited_in_both_articles(told: Attribute) -> None:
    story = told(
        a="{q1:“My eyes nearly popped out of my head when I opened that electricity bill,”} "
        "{s1:Mary Hollis} {c1:said}.",
        b="{s1:Mary Hollis} {c1:said} {q1:her eyes popped when she opened the electricity bill}.",
    )
    ((kind, here, there),) = _drift(story)
    assert kind == "paraphrased"
    assert here.startswith("her eyes")
    assert there.startswith("“My eyes")


def test_the_words_of_a_quotation_without_its_marks_are_no_paraphrase(told: Attribute) -> None:
    story = told(
        a="{q1:“The tide gate opened by itself at noon,”} {s1:Mary Hollis} {c1:said}.",
        b="{s1:Mary Hollis} {c1:said} {q1:the tide gate opened by itself at noon}.",
    )
    assert story.attributed.utterances
    assert _drift(story) == []


def test_a_surname_an_honorific_or_the_same_title_is_not_retitled(told: Attribute) -> None:
    words = "The brakes on that train had failed twice before"
    story = told(
        a="{q1:“" + words + ".”} {s1:Transport Minister Paul Benning} {c1:said}.",
        b="{q1:“" + words + ",”} {s1:the transport minister, Paul Benning,} {c1:said}.",
        c="{q1:“" + words + ",”} {s1:Mr. Benning} {c1:said}.",
    )
    assert _drift(story) == []


def test_another_title_is_retitled(told: Attribute) -> None:
    words = "The brakes on that train had failed twice before"
    story = told(
        a="{q1:“" + words + ".”} {s1:Transport Minister Paul Benning} {c1:said}.",
        b="{q1:“" + words + ",”} {s1:union secretary Paul Benning} {c1:said}.",
    )
    assert [kind for kind, _, _ in _drift(story)] == ["retitled"]


def test_thanks_by_two_people_are_two(told: Attribute) -> None:
    story = told(
        a="{q1:“Thank you all.”} {s1:Paul Benning} {c1:said}.",
        b="{q1:“Thank you all.”} {s1:Karl Ruzek} {c1:said}.",
    )
    assert story.attributed.utterances == ()


def test_words_within_words_belong_to_their_own_speaker(told: Attribute) -> None:
    story = told(
        a="{s1:Paul Benning} {c1:said} {q1:{s2:the driver} {c2:told} him {q2:the tram had lost its brakes at "
        "the bend}}.",
        b="{s1:Paul Benning} {c1:said} {q1:{s2:the driver} {c2:told} him {q2:the tram had lost its brakes at "
        "the bend}}.",
    )
    groups = [
        {
            s.content[0].words_in(story.texts[s.article])
            for s in story.attributed.statements
            if s.utterance == u.id
        }
        for u in story.attributed.utterances
    ]
    assert sorted(len(group) for group in groups) == [1, 1]


def test_past_forms_of_one_verb_are_one_word(told: Attribute) -> None:
    story = told(
        a="{s1:Paul Benning} {c1:described} {q1:the tram speeding up}.",
        b="{s1:Paul Benning} {c1:said} {q1:the tram sped up}.",
    )
    assert len(story.attributed.utterances) == 1


def test_words_that_a_headline_tells_before_are_told_once(told: Attribute) -> None:
    story = told(
        a="{q1:“They did not lose the ballots, they lost their nerve.”} {s1:Ann Orlow} {c1:said}.",
        b="{s2:Orlow}: {q2:‘They lost their nerve’}\n\n{q1:“They did not lose the ballots,”} {s1:Ann Orlow} "
        "{c1:said}. {q3:“They lost their nerve.”}",
    )
    assert [entry for entry in _drift(story) if entry[0] != "retitled"] == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("He’s not going to sell the old ferry,", "He is not going to sell the old ferry,"),
        ("We’ve paid for the old ferry twice,", "We have paid for the old ferry twice,"),
        ("They won’t sell the old ferry to us,", "They will not sell the old ferry to us,"),
        ("We are gonna sell the old ferry soon,", "We are going to sell the old ferry soon,"),
        ("That d***ed old ferry must be sold,", "That damned old ferry must be sold,"),
        ("But nobody wanted the old ferry then,", "Nobody wanted the old ferry then,"),
    ],
)
def test_what_house_style_decides_is_no_drift(told: Attribute, one: str, other: str) -> None:
    assert _drift(_told_by(told, one, other, end="")) == []


def test_a_denial_cut_out_is_drift_though_contracted(told: Attribute) -> None:
    story = _told_by(told, "We have not paid for the old ferry", "We’ve paid for the old ferry")
    assert _drift(story)


def test_a_role_alone_is_not_another_speaker(told: Attribute) -> None:
    words = "We shall not sell the old ferry to anybody from abroad,"
    story = told(
        a=f"{{s1:The director}} {{c1:said}} {{q1:“{words}”}}.",
        b=f"{{q1:“{words}”}} {{s1:Orlow}} {{c1:said}}.",
    )
    assert "retitled" not in [kind for kind, *_ in story.drift()]
