from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tellings.read.sentences import find_sentences


def cut(text: str) -> list[str]:
    return [sentence.span.words_in(text) for sentence in find_sentences(text)]


def paragraphs(text: str) -> list[int]:
    return [sentence.paragraph for sentence in find_sentences(text)]


@pytest.mark.parametrize(
    "marked",
    [
        "TORVIK (Sorland Press) — The harbour was closed on Monday. | No one was hurt.",
        "Gen. J. P. Merrow met Sen. Anna Lund of Vt. on Oct. 4. | The talks failed.",
        "He moved to the U.S. in 1998. | The U.S. Army took him in. | He left the U.S. | The army stayed.",
        "Sirens went off at 5 a.m. Friday. | By 9 p.m. GMT it was out. | It began at 4 p.m. | It rained.",
        "It closed at 4 p.m. E.T. and opened at 9 a.m. local time. | Nobody came.",
        "Merrow Steel Corp. and Lund Ltd. agreed. | No. 4 dock stays shut. | Was it? | No. | It was not.",
        '"It held," he said, "for an hour." | Then it gave way. | “We ran.” | “All of us.”',
        '"Why now?" Mr. Lund asked. | "Go!" shouted a guard. | "Who pays?" | "The city."',
        "Rates rose 3.5 percent. | See www.torvik-port.org/a.html or ask desk@torvik.org. | It helps.",
        "He paused ... and went on. | “I ... I do not know.” | She wept… | Then she left.",
        "He met the (late) Gov. Lund (R-Vt.) Tuesday. | (She had left.) | He wept.",
        "What?! | Nobody knew!! | It was over.",
        "The case of Lund v. Merrow goes on. | Prof. Ilse Vardan, Ph.D., spoke.",
        "Meet at St. Olaf's church. | The church is on Harbour St. | It stays shut.",
        "He sold her phone. | iPhones sell. | Well. then he left.",
        'He was the best of "the fourteen." | He told them so.',
        "The firm failed.[2] | It was sold. [3] | Nobody bid.",
        'They called it "a gift. " | He refused.',
        "1. Open the valve. | 2. Close it.",
        "Some came early. | (officials did not say why)",
        "It closed: | • the harbour | • the dam | • the road",
    ],
)
def test_newswire_is_cut_where_an_editor_would_cut_it(marked: str) -> None:
    expected = marked.split(" | ")
    assert cut(" ".join(expected)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They left Torvik.Merrow stayed.", ["They left Torvik.", "Merrow stayed."]),
        ("He had “no fear.”She had.", ["He had “no fear.”", "She had."]),
        ('He had "no fear."She had.', ['He had "no fear."', "She had."]),
        ('They left."He stayed," she said.', ["They left.", '"He stayed," she said.']),
        ("It fell in 2015.The city rose.", ["It fell in 2015.", "The city rose."]),
        ("Is it?Nobody knows.", ["Is it?", "Nobody knows."]),
    ],
)
def test_a_missing_space_hides_no_sentence_end(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


@pytest.mark.parametrize(
    "text",
    ["Buy it at Torvik.Com today.", "The U.S.Army base", "Written in Node.js and ASP.Net", "v2.Beta is out"],
)
def test_an_address_or_a_name_with_a_stop_inside_is_not_cut(text: str) -> None:
    assert cut(text) == [text]


def test_one_paragraph_a_line_needs_no_blank_line() -> None:
    text = "Dam breaks at Torvik\nThe dam broke. Nobody was hurt.\nBy Anna Lund\nThe river rose."
    assert cut(text) == [
        "Dam breaks at Torvik", "The dam broke.", "Nobody was hurt.", "By Anna Lund", "The river rose.",
    ]  # fmt: skip
    assert paragraphs(text) == [0, 1, 1, 2, 3]


def test_a_transcript_is_cut_at_its_turns() -> None:
    text = "Q: Was the gate open? A: It was.\nQ: Who opened it\nA: I cannot say"
    assert cut(text) == ["Q: Was the gate open?", "A: It was.", "Q: Who opened it", "A: I cannot say"]


WRAPPED = """Dam breaks

The dam above Torvik broke on Monday night after three days of rain that
the valley had not seen for a century, and the water reached the harbour
before dawn. No one was hurt. Sirens had warned the town an hour before
the wall gave way, said the mayor, who spoke beside the ruined gate and
thanked the guards.

The army came at noon."""


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    sentences = cut(WRAPPED)
    assert [sentence.split()[0] for sentence in sentences] == ["Dam", "The", "No", "Sirens", "The"]
    assert paragraphs(WRAPPED) == [0, 1, 1, 1, 2]


def test_a_line_broken_inside_a_sentence_is_joined_even_where_the_text_is_not_wrapped() -> None:
    text = "The dam above the town of Torvik broke on Monday night and\nthe water rose.\nIt fell."
    assert len(cut(text)) == 2


def test_windows_line_ends_and_blank_lines_with_spaces_part_paragraphs() -> None:
    assert paragraphs("One fell.\r\n \r\nTwo rose.\r\n\r\n\r\nThree held.") == [0, 1, 2]


def test_nothing_but_white_space_has_no_sentence() -> None:
    assert find_sentences("") == find_sentences(" \n\t \u2028 ") == ()


FRAGMENTS = st.sampled_from(
    ["Mr.", "U.S.", "he", "The", "said", ".", "...", "?!", '"', "”", "“", "'", ")", "(", " ", "\n", "\n\n",
     "\r\n", "3.5", "Torvik.Merrow", "[1]", "•", "—", "a.m.",
     "No.", "\u00a0", "\u2028", "é", "1.", "Q:"]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(FRAGMENTS, max_size=80).map("".join)))
def test_sentences_cover_every_character_once_and_hold_no_outer_space(text: str) -> None:
    sentences = find_sentences(text)
    place = 0
    for sentence in sentences:
        assert sentence.span.start >= place
        assert not text[place : sentence.span.start].strip()
        words = sentence.span.words_in(text)
        assert words
        assert words == words.strip()
        place = sentence.span.end
    assert not text[place:].strip()
    assert [s.paragraph for s in sentences] == sorted(s.paragraph for s in sentences)


@pytest.mark.parametrize(
    "text",
    ["word " * 200_000, '"' * 10_000, '."' * 10_000, "x.Y\" " * 20_000, "a" * 1_000_000 + ".B", "(" * 100_000,
     " " * 200_000 + "." + " " * 200_000, "“Why?” Mr. " * 10_000, ". " * 50_000, "a\n" * 20_000],
)  # fmt: skip
def test_hostile_text_takes_no_more_than_its_length(text: str) -> None:
    find_sentences(text)
