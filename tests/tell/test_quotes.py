"""Statements one after another, and how their drift is shown."""

from __future__ import annotations

import csv
import io
import re

import pytest

from tellings.dossier import Story
from tellings.errors import NoSuchSpeaker
from tellings.tell.page import as_page
from tellings.tell.places import Places
from tellings.tell.quotes import as_csv, quotes_of, spoken_by
from tellings.tell.quotes_screen import as_text
from tellings.tell.voices import saying_of, voices
from tellings.verify import verify


def _all(story: Story) -> frozenset[str | None]:
    return spoken_by([story], None)[0]


def test_every_statement_comes_once_with_its_speaker_and_in_order_of_time(story: Story) -> None:
    quotes = list(quotes_of(story, _all(story)))
    assert len(quotes) == len(story.statements)
    orlo = [quote for quote in quotes if quote.speaker and "Orlo" in quote.speaker.name]
    days = [quote.said_on or quote.published or "9999" for quote in orlo]
    assert days == sorted(days)


def test_a_telling_names_the_others_and_its_drift(story: Story) -> None:
    cut = next(quote for quote in quotes_of(story, _all(story)) if quote.drift)
    assert cut.also_in == ["A3"]
    ((one,)) = cut.drift
    assert (one.kind, one.marked, one.other_words, one.other_cite) == (
        "cut",
        True,
        "it was sound in May,",
        "A3",
    )


def test_an_utterance_of_several_outlets_is_shown_once_with_who_printed_it(story: Story) -> None:
    screen = as_text(story, _all(story))
    assert screen.count("The gate was inspected in May") == 1
    assert "Merrow Mail" in screen
    assert "B cuts “it was sound in May,” with an ellipsis [A3 B3]" in screen


@pytest.mark.parametrize("name", ["orlo", "ORLO", "Hana Orlo", "hana", "board chief"])
def test_a_speaker_answers_to_any_name(story: Story, name: str) -> None:
    (ids,) = spoken_by([story], name)
    named = {speaker.name for speaker in story.speakers if speaker.id in ids}
    assert named
    assert all("Orlo" in name for name in named)


@pytest.mark.parametrize("name", ["rlo", "", " ", "the", "Orlo Hana"])
def test_nobody_of_that_name_lists_who_there_is(story: Story, name: str) -> None:
    with pytest.raises(NoSuchSpeaker) as error:
        spoken_by([story], name)
    assert "Orlo" in error.value.fix


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r", " =", "\uff1d"])
def test_no_cell_begins_a_formula(story: Story, start: str) -> None:
    quote = next(quotes_of(story, _all(story))).model_copy(
        update={"text": start + 'HYPERLINK("x")', "via": "Norvik"}
    )
    header, row = csv.reader(io.StringIO(as_csv([quote])))
    cells = dict(zip(header, row, strict=True))
    assert cells["text"].startswith("'")
    assert cells["via"] == "Norvik"


def test_the_page_sets_both_wordings_one_under_the_other(story: Story) -> None:
    page = as_page(story)
    upper, lower = re.findall(r'<p class="wording">(.*?)</p>', page, re.DOTALL)[:2]
    assert "<del" in upper
    assert "it was sound in May," in upper
    assert "<del" not in lower
    assert "..." in lower
    assert verify(page).misses == ()


def test_pieces_of_a_wording_make_its_words(story: Story) -> None:
    at = Places(story)
    wordings = [
        wording
        for voice in voices(story, at)
        for saying in voice.sayings
        for departure in saying.departures
        for wording in departure.wordings
    ]
    assert len(wordings) == 2
    for wording in wordings:
        words = " … ".join(at.words(place) for place in wording.places)
        assert "".join(piece.text for piece in wording.pieces) == words


@pytest.mark.parametrize(
    ("sentence", "cue", "content", "shown"),
    [
        ("Orlo refused to blame the builders.", "refused", "to blame the builders", "refused"),
        ("Orlo ruled out a second canal.", "ruled", "out a second canal", "ruled"),
        ("Orlo condemned the theft of the barges.", "condemned", "the theft of the barges", "condemned"),
        ("Orlo condemned the theft.", "condemned", "condemned the theft", None),
        ("Orlo had asked for nine guards.", "had asked for", "nine guards", "had asked for"),
        ("Orlo urged people to avoid the towpath.", "urged", "people to avoid the towpath", "urged"),
        (
            "Orlo promised that the lock would be mended.",
            "promised",
            "that the lock would be mended",
            "promised",
        ),
        ("Orlo said the lock had been inspected.", "said", "the lock had been inspected", None),
        ("The lock is safe, according to Orlo.", "according to", "The lock is safe", None),
        ("Orlo told families to wait.", "told", "families to wait", "told"),
    ],
)
def test_a_cue_is_shown_where_what_is_said_means_little_without_it(
    story: Story, sentence: str, cue: str, content: str, shown: str | None
) -> None:
    article = story.articles[0]
    start = len(article.text)

    def span(words: str) -> tuple[int, int]:
        at = start + sentence.index(words)
        return at, at + len(words)

    told = story.model_copy(
        update={
            "articles": [article.model_copy(update={"text": article.text + sentence}), *story.articles[1:]]
        }
    )
    statement = story.statements[0].model_copy(
        update={"form": "indirect", "cue": [span(cue)], "content": [span(content)], "utterance": None}
    )
    assert saying_of([statement], [], Places(told)).cue == shown
