"""Quotations in every guise that print gives them: whose they are, and that none is lost."""

from __future__ import annotations

from typing import Any

import pytest

from tellings.attribute.quotes import quoted_spans


@pytest.mark.parametrize(
    "quotation",
    [
        '"The pier will hold till spring,"',
        "“The pier will hold till spring,”",
        "„The pier will hold till spring,“",
        "„The pier will hold till spring,”",
        "«The pier will hold till spring,»",
        "‘The pier will hold till spring,’",
        "'The pier will hold till spring,'",
        "``The pier will hold till spring,''",
        "''The pier will hold till spring,''",
    ],
)
def test_every_pair_of_marks_makes_a_quotation(told: Any, quotation: str) -> None:
    story = told(a=f"The harbour stayed shut. {quotation} said Ilse Torvald on the quay.")
    statement = story.statement("pier will hold")
    assert (story.name("pier will hold"), statement.form) == ("Ilse Torvald", "direct")


def test_a_quotation_over_paragraphs_with_opening_marks_only_has_one_speaker(told: Any) -> None:
    story = told(
        a="Police cleared the quay.\n\nJoss Verrin, who waited there, {c1:told} the Gull: {q1:“The road was "
        "still open at six.}\n\n{q2:“By then the engines were coming.}\n\n{q3:“Nobody told us a thing.”}\n\n"
        "{s2:A police spokesman} {c2:said} {q2:they had been called at five}."
    )
    assert story.name("By then the engines") == story.name("Nobody told us") == "Joss Verrin"


def test_a_quotation_over_paragraphs_without_marks_has_one_speaker(told: Any) -> None:
    story = told(
        a="Joss Verrin wrote:\n\n“This comes after months of work by the council.\n\nIt gave the film to the "
        "paper.\n\nNobody should be surprised.”\n\nThe council did not answer."
    )
    assert story.name("months of work") == "Joss Verrin"
    assert story.name("gave the film") == story.name("Nobody should") == "Joss Verrin"
    assert not [s for s in story.attributed.statements if "did not answer" in story.words(s)]


def test_the_caption_of_a_picture_does_not_end_a_quotation(told: Any) -> None:
    story = told(
        a="{s1:Ann Orlow} {c1:said}: {q1:“I heard a crash.}\n\nMayor Otto Kranz visits the quay\n\n"
        "“Later I saw a man on a stretcher.”"
    )
    assert story.name("Later I saw") == "Ann Orlow"


@pytest.mark.parametrize(("opening", "closing"), [("'", "'"), ("‘", "’")])
def test_paragraphs_in_single_marks_are_one_speakers(told: Any, opening: str, closing: str) -> None:
    story = told(
        a=f"Ann Orlow said: {opening}I don't think we saw the wave.\n\n{opening}I was numb. I said, "
        f'"Stop the boat."\n\n{opening}It went on for an hour.{closing}\n\nNobody on the quay was hurt.'
    )
    whole = [f'{opening}I was numb. I said, "Stop the boat."', f"{opening}It went on for an hour.{closing}"]
    assert [story.words(story.statement(words[:8])) for words in whole] == whole
    assert {story.name(words) for words in ("saw the wave", "I was numb", "for an hour")} == {"Ann Orlow"}
    assert not [each for each in story.attributed.statements if "Nobody" in story.words(each)]


@pytest.mark.parametrize(
    ("text", "quotations"),
    [
        ("He said: 'The dockers' union is wrong,' and left.", ["'The dockers' union is wrong,'"]),
        ("They spoke of 'bad news', and of 'rough seas' too.", ["'bad news'", "'rough seas'"]),
        ("‘The pier held,’ he said.\n\nShe left. ‘Never,’ she said.", ["‘The pier held,’", "‘Never,’"]),
        ("'Tis a long way to Merrow, he said.\n\nIt rained all day.", []),
    ],
)
def test_single_marks_and_apostrophes_are_told_apart(text: str, quotations: list[str]) -> None:
    assert [span.words_in(text) for span in quoted_spans(text)] == quotations


def test_a_quotation_of_which_only_inner_speech_was_marked_is_told_wholly(told: Any) -> None:
    story = told(
        a="{q1:“The wave came at noon,”} {s1:Ann Orlow} {c1:said}.\n\n“I ran to the pier. We waited there. "
        "Then {s2:somebody} {c2:shouted}, {q2:‘Stop the boat now.’}”"
    )
    assert "“I ran to the pier. We waited there. Then somebody shouted, ‘Stop the boat now.’”" in [
        story.words(each) for each in story.attributed.statements
    ]


def test_a_paragraph_of_a_quotation_of_which_only_a_clause_was_marked_is_told_wholly(told: Any) -> None:
    story = told(
        a="{s1:Ann Orlow} {c1:said}: {q1:“The pier was lost.}\n\nToday {s2:his own crews} {c2:urged} "
        "{q2:him to go}, and so he should. {s3:I} {c3:think} {q3:he knows it.”}\n\nNobody answered."
    )
    whole = "Today his own crews urged him to go, and so he should. I think he knows it.”"
    assert story.name("so he should") == "Ann Orlow"
    assert [story.words(s) for s in story.attributed.statements] == [
        "“The pier was lost.",
        whole,
        "him to go",
    ]


def test_a_quotation_that_is_not_closed_ends_with_its_paragraph(told: Any) -> None:
    text = "“The pier will hold, Torvald said.\n\nThe storm went on."
    assert [span.words_in(text) for span in quoted_spans(text)] == ["“The pier will hold, Torvald said."]


def test_a_quotation_introduced_on_its_own_line_is_whose_line_it_is(told: Any) -> None:
    story = told(a="Ann Orlow replied:\n\n“The council never asked us once.”\n\nRain fell on the quay.")
    assert story.name("council never asked") == "Ann Orlow"


def test_a_quotation_followed_by_a_dash_and_a_name_is_signed(told: Any) -> None:
    story = told(
        a="“The pier will hold.” — Ilse Torvald, harbour master\n\n“It leaks like a sieve.”\n– Paul Benning"
    )
    assert story.name("pier will hold") == "Ilse Torvald"
    assert story.name("It leaks") == "Paul Benning"


@pytest.mark.parametrize(
    "marked",
    [
        "{q1:“The pier will hold,”} – mayor Ilse Torvald outside the court yesterday",
        "{q1:“The pier will hold,”} — Ilse Torvald, speaking after the storm",
        "{q1:“The pier will hold,”} - fire chief Ilse Torvald",
    ],
)
def test_a_signature_beside_the_words_outdoes_a_name_in_another_line(told: Any, marked: str) -> None:
    story = told(a=f"{{s1:Paul Benning}} {{c1:closed}} the harbour.\n\n{marked}\n\nRain fell.")
    assert story.name("pier will hold") == "Ilse Torvald"


@pytest.mark.parametrize(
    "marked",
    [
        "{q1:“The pier will hold,”} – {s1:Paul Benning} {c1:said}",
        "{s1:Paul Benning} {c1:called it} {q1:“a pier that will hold”} – Torvald has a list of them",
    ],
)
def test_a_name_behind_a_dash_that_does_something_else_signs_nothing(told: Any, marked: str) -> None:
    story = told(a=f"The harbour stayed shut.\n\n{marked}\n\nRain fell.")
    assert story.name("will hold") == "Paul Benning"


def test_a_post_belongs_to_whoever_signs_it(told: Any) -> None:
    story = told(
        a="We were told the pier is shut. We hope to be back soon. — Ilse Torvald (@torvald) March 8, 2031\n"
        "\nThe ferries stayed in port."
    )
    assert story.name("told the pier") == story.name("hope to be back") == "Ilse Torvald"
    assert not [s for s in story.attributed.statements if "ferries" in story.words(s)]


def test_points_of_a_list_are_what_its_opening_line_says(told: Any) -> None:
    story = told(
        a="A list of demands was published in reply by the dockers' union:\n- The pier must be repaired "
        "by May.\n- Nobody may lose a day's pay.\n\nThe port stayed shut."
    )
    assert story.name("repaired by May") == story.name("lose a day's pay") == "dockers' union"
    assert not [s for s in story.attributed.statements if "stayed shut" in story.words(s)]


def test_a_part_of_a_quotation_is_told_wholly(told: Any) -> None:
    story = told(a="“The pier {q1:will hold through} the winter,” {s1:Ilse Torvald} {c1:said}.")
    assert story.words(story.attributed.statements[0]) == "“The pier will hold through the winter,”"


def test_a_few_unmarked_words_leave_no_hole(told: Any) -> None:
    story = told(a="{s1:Ilse Torvald} {c1:said} {q1:the northern} pier {q1:would hold through the winter}.")
    assert story.words(story.attributed.statements[0]) == "the northern pier would hold through the winter"


@pytest.mark.parametrize(
    "marked",
    [
        "{s1:Ilse Torvald} {c1:likes} {q1:to walk on the northern pier}.",
        "{s1:Ilse Torvald} {c1:said} {q1:yes}.",
        "{s1:The council} {c1:is seeking} {q1:money for the northern pier}.",
        "{s1:A dock worker, who} {c1:asked} {q1:not to be identified}, left early.",
        "{c1:Asked} {q1:whether the pier would hold}, Ilse Torvald laughed.",
        "{s1:Ilse Torvald} {c1:claimed} {q1:her third title in a row}.",
        "{s1:Merrow} {c1:claims} {q1:victory as Ostrel refuses to yield}.",
        "{s1:Ilse Torvald} {c1:was charged} {q1:over remarks about the referee}.",
    ],
)
def test_what_is_not_said_is_no_statement(told: Any, marked: str) -> None:
    assert not told(a=marked).attributed.statements


@pytest.mark.parametrize(
    "marked",
    [
        "{s1:The rebels} {c1:claimed} {q1:responsibility for the attack on the pier}.",
        "{s1:Ilse Torvald} {c1:claimed} {q1:that the title was hers}.",
        "{s1:Ilse Torvald} {c1:asked} {q1:whether the pier would hold}.",
        "{s1:The council} {c1:charged} {q1:that the builder had lied}.",
        "{s1:Ilse Torvald} {c1:asked} {q1:the crews to stay calm}.",
    ],
)
def test_what_is_said_with_the_same_verbs_stays(told: Any, marked: str) -> None:
    assert told(a=marked).attributed.statements


def test_scare_quotes_and_titles_are_no_statements(told: Any) -> None:
    story = told(
        a="The “so called reform of the port” failed. Her book “The Long Low Water of Merrow” came out. "
        "She said little of the “old quay” that night."
    )
    assert not story.attributed.statements


def test_questions_and_answers_are_told_turn_by_turn(told: Any) -> None:
    story = told(
        a="Q: Will the pier hold through the winter?\nA: It held through worse ones. Ask the crews.\n"
        "Q: And the ferries?\nA: They sail on Monday.\n"
    )
    assert story.statement("held through worse").speaker == story.statement("sail on Monday").speaker
    assert story.statement("Will the pier").speaker == story.statement("And the ferries").speaker
    assert story.statement("Will the pier").speaker != story.statement("held through worse").speaker


def test_names_in_ordinary_letters_that_take_turns_make_a_transcript(told: Any) -> None:
    story = told(
        a="Torvald: The pier will hold.\nBenning: It leaks like a sieve.\nTorvald: Only at high tide.\n"
        "Benning: It is always high tide.\n"
    )
    assert story.name("Only at high tide") == story.name("pier will hold") == "Torvald"
    assert story.name("It leaks") == "Benning"
