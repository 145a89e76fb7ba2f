"""What a reader paired badly is mended from the words that stand there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

Attribute = Callable[..., Any]


def test_a_source_that_was_missed_is_the_subject_of_its_cue(told: Attribute) -> None:
    story = told(
        a="Harbour master Ann Orlow {c1:said} {q1:the pier is closed}.\n\n{q2:“It leaks,”} "
        "{c2:said} Paul Benning. "
        "{q3:“Badly,”} he later {c3:added}. {c4:According to} the Marlow Harbour Police, {q4:nobody "
        "is missing}.",
    )
    assert story.name("pier is closed") == "Ann Orlow"
    assert story.name("It leaks") == story.name("Badly") == "Paul Benning"
    assert story.name("nobody is missing") == "Marlow Harbour Police"


def test_a_source_cut_short_is_the_whole_phrase_again(told: Attribute) -> None:
    story = told(
        a="{s1:The} carpet fitter {c1:said} {q1:it rained all day}. Tom {s2:Park}, 31, {c2:said} "
        "{q2:it poured all night}."
    )
    statement = story.statement("it rained")
    assert [span.words_in(story.texts["a"]) for span in statement.source] == ["The carpet fitter"]
    assert story.name("poured") == "Tom Park"


def test_a_source_of_another_sentence_gives_way_to_the_subject(told: Attribute) -> None:
    story = told(
        a="{s1:The Evening Gull} reported a storm.\n\nAnn Orlow {c1:said} {q1:the pier is closed}.",
    )
    assert story.name("pier is closed") == "Ann Orlow"


def test_a_source_in_the_cues_sentence_is_kept(told: Attribute) -> None:
    story = told(
        a="{s1:The Evening Gull}, whose reporter met Ann Orlow, {c1:said} {q1:the pier is closed}.",
    )
    assert story.name("pier is closed") == "Evening Gull"


def test_words_far_from_their_cue_go_to_the_cue_beside_them(told: Attribute) -> None:
    story = told(
        a="{s1:Ann Orlow} {c1:said} {q1:the pier is closed}.\n\nThe day was long and the rain kept on.\n\n"
        "{s2:Paul Benning} {c2:said} {q2:it leaks badly}. {q1:“Nobody repaired it for years.”}",
    )
    assert story.name("Nobody repaired") == "Paul Benning"


def test_a_description_leads_to_the_name_set_off_behind_it(told: Attribute) -> None:
    story = told(
        a="{s1:Sorland's president}, Otto Kranz, {c1:said} {q1:taxes will fall}. "
        "Norwegian President Ida Holm left. {s2:Norway's president} {c2:said} {q2:hers will not}.",
    )
    assert story.name("taxes will fall") == "Otto Kranz"
    assert story.name("hers will not") == "Ida Holm"


def test_who_and_which_go_back_to_the_phrase_before_them(told: Attribute) -> None:
    story = told(
        a="Mary Hollis called Tidewater Power, her provider, {s1:who} {c1:confirmed} {q1:that the bill was "
        "wrong}. The port authority, {s2:which} {c2:denied} {q2:that the pier leaks}, closed at noon. He met "
        "Tobias Merrow, the head of the Sorland Joint Staff, {s3:who} {c3:said} {q3:that all was well}.",
    )
    assert story.name("bill was wrong") == "Tidewater Power"
    assert story.name("pier leaks") == "port authority"
    assert story.name("all was well") == "Tobias Merrow"


def test_a_clause_behind_a_pronoun_or_a_captions_label_is_no_name(told: Attribute) -> None:
    story = told(
        a="Ann Orlow was late. {s1:She had run all the way and} {c1:said} {q1:that the pier was shut}.\n\n"
        "{s2:Image copyright Gull Image caption Doctors} {c2:said} {q2:that nobody was hurt}.",
    )
    assert story.name("pier was shut") == "Ann Orlow"
    assert story.name("nobody was hurt") == "Doctors"


def test_what_opens_a_clause_is_no_part_of_a_name(told: Attribute) -> None:
    story = told(
        a="{s1:Since Orlow} {c1:claimed} {q1:that the pier was unsafe}, the harbour has been shut. {s2:While "
        "Hale} {c2:said} {q2:the road was open}, nobody drove."
    )
    assert story.name("pier was unsafe") == "Orlow"
    assert story.name("road was open") == "Hale"


def test_a_source_marked_from_the_middle_of_its_phrase_is_the_whole_phrase(told: Attribute) -> None:
    story = told(
        a="Tobias Merrow, the head of the {s1:Sorland Joint Staff}, {c1:said} {q1:the road was open}. "
        "Paul Benning and Defence Minister Oskar {s2:Hale} {c2:said} {q2:they had no plan}. "
        "The Harbour Agency in {s3:July} {c3:concluded} {q3:that the quay was sinking}.",
    )
    assert story.name("road was open") == "Tobias Merrow"
    assert story.name("no plan") == "Paul Benning and Defence Minister Oskar Hale"
    assert story.name("quay was sinking") == "Harbour Agency"


def test_whoever_was_told_is_not_who_said_it(told: Attribute) -> None:
    story = told(a="Ann Orlow {c1:told} {s1:Harbour Radio} {q1:that the pier was shut}.")
    assert story.name("pier was shut") == "Ann Orlow"


def test_somebody_without_a_name_can_be_who_he_means(told: Attribute) -> None:
    story = told(
        a="Mayor Otto Kranz left at ten.\n\nAt noon an officer on the quay sounds the alarm. "
        "{q1:“We need boats out here,”} {s1:he} {c1:says}."
    )
    speaker = story.speaker("need boats")
    assert speaker is not None
    assert speaker.kind == "anonymous"


def test_a_day_around_a_source_is_no_part_of_it(told: Attribute) -> None:
    story = told(
        a="{s1:Two days later Benning} {c1:said} {q1:the pier was closed}. {s2:May 2 Orlow} {c2:said} "
        "{q2:the crane had failed}. {s3:The port council on Friday} {c3:said} {q3:a survey would follow}.",
        days={"Two days later": date(2031, 5, 4), "May 2": date(2031, 5, 2), "Friday": date(2031, 5, 2)},
    )
    assert story.name("pier was closed") == "Benning"
    assert story.name("crane had failed") == "Orlow"
    assert story.name("survey would") == "port council"


def test_the_commission_is_the_one_called_so_and_not_the_agency_of_the_dateline(told: Attribute) -> None:
    story = told(
        a="VELM (Corvane) - {q1:The count is finished}, {s1:the electoral commission} {c1:said}. "
        "{s2:Corvane} {c2:reported} {q2:that crowds had come}. "
        "{s3:The commission} {c3:said} {q3:turnout was high}.",
    )
    assert story.name("turnout was high") == story.name("count is finished") == "electoral commission"


def test_what_nobody_said_is_no_statement(told: Attribute) -> None:
    story = told(
        a="{s1:Nobody} {c1:said} {q1:the crew was to blame}. {s2:No group} {c2:claimed} {q2:that it did it}. "
        "{s3:No. 10} {c3:said} {q3:it would wait for the report}.",
    )
    assert [story.words(s) for s in story.attributed.statements] == ["it would wait for the report"]


def test_the_lawyer_of_somebody_is_neither_he_nor_whoever_spoke_last(told: Attribute) -> None:
    story = told(
        a="{s1:Oskar Hale}, 16, {c1:said} {q1:he was tired}. {s2:The 16-year-old's lawyer} {c2:said} "
        "{q2:his client had not slept}. {s3:The 16-year-old} {c3:said} {q3:he would go home}.",
    )
    assert story.name("not slept") == "16-year-old's lawyer"
    assert story.name("go home") == "Oskar Hale"


def test_an_article_by_itself_is_no_part_of_what_is_said(told: Attribute) -> None:
    story = told(a="{q1:No one told us anything}, {c1:said} {q1:a} {s1:passenger}.")
    assert story.words(story.statement("No one")) == "No one told us anything"


def test_a_dateline_and_a_ticker_name_nobody(told: Attribute) -> None:
    story = told(
        a="{s1:LISSEN - Tarn Foods (TRNF.LS)} {c1:said} {q1:it would buy Ostrel for $2}.3 billion, a record."
    )
    speaker = story.speaker("it would buy")
    assert speaker.name == "Tarn Foods"
    assert story.words(story.statement("it would buy")) == "it would buy Ostrel for $2.3 billion"


def test_a_preposition_left_behind_a_name_is_no_part_of_it(told: Attribute) -> None:
    story = told(a="{s1:Mr. Reyce on} Tuesday {c1:said} {q1:the bridge would hold}.")
    source = story.statement("bridge would").source
    assert [span.words_in(story.texts["a"]) for span in source] == ["Mr. Reyce"]


def test_two_joined_sources_are_nobody_named_later(told: Attribute) -> None:
    story = told(
        a="{s1:Two Tarsk officials and a union leader} {c1:said} {q1:the plant would shut}. {s2:Tom Ree, a "
        "leader of the union}, {c2:said} {q2:it would not}."
    )
    assert story.speaker("plant would shut") != story.speaker("it would not")


def test_the_party_in_brackets_behind_a_name_is_nobodys_name(told: Attribute) -> None:
    story = told(
        a="Senator Ann Orlow ({s1:D-Marl.}) {c1:told} reporters {q1:the pier was lost}. Paul Benning, "
        "{s2:R-Sor.}, {c2:said} {q2:it could be saved}. Senator Ilse Lund, {s3:Republican of Orl}, {c3:said} "
        "{q3:nobody knew of it}."
    )
    assert story.name("nobody knew of it") == "Ilse Lund"
    assert story.name("pier was lost") == "Ann Orlow"
    assert story.name("could be saved") == "Paul Benning"


def test_nobody_names_himself_in_what_he_interrupts(told: Attribute) -> None:
    story = told(
        a="Tobias Merrow spoke to the fitters for an hour.\n\n{q2:“It ended,”} {c2:said} {s2:Oskar Hale}.\n\n"
        "{q1:Blaming it all on Hale}, {s1:he} {c1:said}, {q1:was “too simple an answer.”}"
    )
    assert story.name("too simple") == "Tobias Merrow"


def test_he_is_the_subject_and_not_whom_a_fronted_phrase_names(told: Attribute) -> None:
    story = told(
        a="Tobias Merrow and Oskar Hale met in Marlow.\n\nOn Monday, in view of Mr. Hale’s letter, Mr. "
        "Merrow laid out his plan for the old quay and for all that should stand there, even as {s1:he} "
        "{c1:acknowledged} {q1:that it was “a sad and tender matter.”}"
    )
    assert story.name("sad and tender") == "Tobias Merrow"


def test_who_goes_back_to_the_person_and_not_to_his_place(told: Attribute) -> None:
    story = told(
        a="It was the same with Senator Ann Orlow of Marlow, {s1:who} {c1:wrote} {q1:that it “must be out.”}"
    )
    assert story.name("must be out") == "Ann Orlow"


def test_what_an_event_shows_is_said_by_nobody(told: Attribute) -> None:
    story = told(
        a="{s1:The removal} {c1:suggests} {q1:the app may have breached its rules}. {s2:The attack} "
        "{c2:highlighted} {q2:the troubles of the port}. {s3:The report} {c3:suggests} {q3:it sank at noon}."
    )
    assert [story.words(each) for each in story.attributed.statements] == ["it sank at noon"]


def test_a_second_verb_has_the_subject_that_opens_its_sentence(told: Attribute) -> None:
    story = told(
        a="Tobias Merrow has been critical of how the mayor treats the port, and {c1:said} {q1:the fee was "
        "“terrible” for all}. Ann Orlow smiled and the union {c2:said} {q2:it was over}."
    )
    assert story.name("terrible") == "Tobias Merrow"
    assert story.name("it was over") == "union"


def test_who_apologizes_stands_before_the_verb(told: Attribute) -> None:
    story = told(
        a="Paul Benning, {s1:Democrat of Orl}, {c1:apologized to} {q1:the fitters and “anyone I may have "
        "hurt”}. {q2:The quay was safe on Monday}, {c2:according to} Ann Orlow."
    )
    assert story.name("anyone I may have hurt") == "Paul Benning"
    assert story.name("quay was safe") == "Ann Orlow"


def test_a_name_with_a_place_before_or_behind_it_is_the_name(told: Attribute) -> None:
    story = told(
        places=("Port Lund",),
        a="{s1:Port Lund, Ind., Mayor Tobias Merrow, who}, {c1:called for} {q1:the whole report}. Paul "
        "Benning from Orl, Sorland, {c2:said} {q2:the bill showed what he had to pay}.",
    )
    assert story.name("the whole report") == "Tobias Merrow"
    assert story.name("what he had to pay") == "Paul Benning"
