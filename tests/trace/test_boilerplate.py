from __future__ import annotations

from typing import Any

import pytest

from tellings.records import Article
from tellings.trace.boilerplate import find_boilerplate

REPORT = "The ferry Morning Star ran aground off Port Ellery on Monday, the coast guard said."


def marked(text: str, **metadata: Any) -> list[str]:
    return [span.words_in(text) for span in find_boilerplate(Article(id="a", text=text, **metadata))]


@pytest.mark.parametrize(
    "line",
    [
        "ADVERTISEMENT",
        "prev",
        "ab/cde (AFP, dpa)",
        "[The ferry that sank twice: what became of the ‘Lady Maud?’]",
        "Related Who Built the Breakwater? Why the Port's \"welcome\" to boats isn't one in the storms",
        "Order Reprints | Today’s Paper | Subscribe",
        "A version of this article appears in print on May 4, 2031, on Page A 14 with the headline: F",
        "Sign up for The Pilot Get original views of the sea from our columnists. SEE SAMPLE Please verify.",
        "Photo by: AP",
        "Leave A Reply",
        "Your email address will not be published.",
        "This website uses cookies to improve your experience.",
        "News   /   Harbour   /   News",
        "SHARE THIS ARTICLE",
        "Read more: Storm closes the harbour for a third day",
        "Related: How ferries are inspected",
        "More: Five wrecks you can dive to",
        "Read or Share this story: https://ellery.example/2xK",
        "Scroll down for video",
        "Copyright 2031 The Ellery Herald. All rights reserved.",
        "Information from: Ellery Herald, http://herald.example",
        "___",
        ", , ,",
        "www.harbournews.example",
        "Enjoy this blog? Please spread the word :)",
        "Email: jdoe@herald.example; Follow @jdoe on Twitter",
        "Interested in Ferries? Add Ferries as an interest to get the latest Ferries news.",
        "Jane Doe/Getty Images",
        "TideTV and agencies",
        "Ellery by night review – a harbour of its own Read more",
        "Join the conversation See more and share your thoughts with Ellery Health on Twitter.",
        "Harbour sectors: See latest news & which ships come in",
        "Mara Lund is the Herald's harbour correspondent. Read her other columns and write to her.",
        "JUST WATCHED How a ferry turns Replay More Videos ... MUST WATCH How a ferry turns 02:35",
    ],
)
def test_a_line_that_serves_the_page_is_marked_and_the_report_is_not(line: str) -> None:
    assert marked(f"{REPORT}\n\n{line}\n\nNobody was hurt, a spokesman added.") == [line]


@pytest.mark.parametrize(
    "sentence",
    [
        "Photos showed the ferry on its side near the lighthouse.",
        "Video of the rescue was shared widely on Monday night.",
        "More than 40 people were taken to hospital, officials said.",
        "Reuters reported that two crew members were missing.",
        "He said the photo by the coast guard had been taken on Sunday.",
        "Follow-up inspections found no fault with the engines.",
        "Share prices of the ferry's owner fell by a tenth.",
        "The ministry said it would subscribe to the new convention next year.",
        "Related cases have been heard since May, the prosecutor said.",
        "Copyright law does not cover a ship's log, the court found.",
    ],
)
def test_a_sentence_of_the_report_is_never_marked(sentence: str) -> None:
    assert marked(f"{REPORT}\n{sentence}\nThe inquiry goes on.") == []


def test_a_credit_behind_an_agency_that_passed_the_picture_on_is_marked() -> None:
    caption = "Crews tow the ferry on Tuesday. (Greta Holm/Ellery Herald via NPA)"
    assert marked(f"{REPORT}\n{caption}") == ["(Greta Holm/Ellery Herald via NPA)"]
    assert marked(f"{REPORT}\nShe chairs the board (Greens/Left Alliance).") == []


def test_only_the_credit_of_a_caption_is_marked() -> None:
    text = (
        f"{REPORT}\n"
        "Image copyright AFP Image caption The ferry lay on its side\n"
        "Getty Images Passengers waited on the quay\n"
        "The crew at the inquiry in Port Ellery on Tuesday. (Photo by Reuters)\n"
        "The wreck seen from the air. Reuters\n"
        "Smoke over the harbour ©Jane Doe (AFP)"
    )
    assert marked(text) == [
        "Image copyright AFP Image caption",
        "Getty Images",
        "(Photo by Reuters)",
        "Reuters",
        "©Jane Doe (AFP)",
    ]


def test_a_numbered_gallery_is_marked_with_its_heading() -> None:
    gallery = (
        "Harbour in pictures\n3 show all Harbour in pictures\n1/3 The quay PA\n2/3 The mole PA\n3/3 "
        "The buoy Getty"
    )
    assert marked(f"{REPORT}\n{gallery}\nThe inquiry goes on.") == gallery.split("\n")


def test_the_labels_of_a_map_are_known_by_saying_themselves_again() -> None:
    labels = "PORT ELLERY Old Quay LIGHTHOUSE The ferry ran aground here NORTH MOLE 200 metres"
    assert marked(f"{REPORT}\n{labels} {labels}\nThe inquiry goes on.") == [f"{labels} {labels}"]


def test_a_caption_printed_twice_is_marked_and_a_headline_printed_twice_is_not() -> None:
    headline = "Ferry runs aground off Port Ellery"
    text = f"{headline}\n\n{headline}\n{REPORT}\nThe ferry at dusk\nNobody was hurt.\nThe ferry at dusk\n"
    assert marked(text, title=headline) == ["The ferry at dusk", "The ferry at dusk"]


def test_hostile_lines_cost_no_more_than_long_ones() -> None:
    for text in (
        "photo " * 200_000,
        '"' * 10_000,
        "(" * 100_000,
        "Image copyright " * 20_000,
        "a/" * 100_000,
    ):
        find_boilerplate(Article(id="a", text=text))


GALLERY = [
    "Two hundred years of Ellery Pier Where it began The first planks were laid by fishermen.",
    "Two hundred years of Ellery Pier The lean years Half of it burned in 1921 and lay idle.",
    "Two hundred years of Ellery Pier A new roof Volunteers paid for slate in the 1960s.",
    "Two hundred years of Ellery Pier Trains to the sea A line was laid to the pier head.",
]


def test_captions_that_begin_with_the_name_of_their_gallery_are_marked() -> None:
    assert "\n".join(marked("\n".join([REPORT, *GALLERY, REPORT]))).count("Two hundred years") == len(GALLERY)
    assert marked("\n".join([REPORT, *GALLERY[:3]])) == []


def test_paragraphs_that_begin_alike_are_no_gallery() -> None:
    said = [
        "The harbour master Jane Dorn said the quay was sound.",
        "The harbour master Jane Dorn denied that it had been inspected late.",
        "The harbour master Jane Dorn then left for Ellery.",
        "The harbour master Jane Dorn is to be heard on Monday.",
    ]
    assert marked("\n".join([REPORT, *said])) == []


def test_titles_below_the_last_read_more_are_marked_and_paragraphs_are_not() -> None:
    links = ["A man built a boat out of bottles. It floats.", "Five wrecks you can dive to"]
    assert links[0] in "\n".join(marked("\n".join([REPORT, "Read more:", *links])))
    told = "“We saw her lights go out,” said Ilse Lund, who keeps the light at Ellery."
    assert marked("\n".join([REPORT, "Read more:", told, REPORT])) == ["Read more:"]


def test_a_link_in_brackets_is_marked_and_a_note_of_the_editor_is_not() -> None:
    link = "[How ferries are inspected, and by whom]"
    note = "[The account below rests on recordings of the coast guard.]"
    assert marked("\n".join([REPORT, link, note, REPORT])) == [link]


@pytest.mark.parametrize(
    "credit",
    [
        "(Ada Quill/dpa via AP, file) (Associated Press)",
        "(Ada Quill, File/Associated Press)",
        "(Courtesy of Ada Quill)",
        "(University of Port Ellery)",
    ],
)
def test_a_credit_in_brackets_goes_and_its_caption_stays(credit: str) -> None:
    assert marked(f"{REPORT}\nPeople look at the wreck from the northern quay. {credit}") == [credit]


def test_a_long_signature_in_brackets_goes_and_its_sentence_stays() -> None:
    signature = (
        "(Editing by Ada Quill; Please credit the Harbour Foundation, which covers the sea, the islands "
    )
    signature += "and what is on them, ships, lights and gulls. Visit harbour.example to see more stories.)"
    assert marked(f"{REPORT} {signature}") == [signature]


def test_sentences_that_begin_like_links_stay() -> None:
    for line in ("Related Shipping said on Monday that it had no comment.", "He left (the police said why)."):
        assert marked(f"{REPORT}\n{line}") == []


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("The pier after the storm, seen from the lock. [Photo/Agencies]", "[Photo/Agencies]"),
        ("The singer says there was no hologram. (Feb. 4) AP", "(Feb. 4) AP"),
        (
            "A hall full of ships Play Video 0:53 The ferry leaves the quay – video",
            "Play Video 0:53 The ferry leaves the quay – video",
        ),
    ],
)
def test_a_credit_or_a_player_within_a_line_is_marked(line: str, credit: str) -> None:
    assert marked(f"{REPORT}\n{line}\n{REPORT}") == [credit]


WROTE_IT = "Mara Lund is a reporter for The Ellery Herald."


def test_who_wrote_it_is_marked_at_the_end_and_stays_in_the_report() -> None:
    report = "\n".join([REPORT] * 4)
    assert marked(f"{report}\n{WROTE_IT}") == [WROTE_IT]
    assert marked(f"{REPORT}\n{WROTE_IT}\n{report}") == []
    assert marked(f"{report}\nMara Lund is a reporter who was held for nine days, the union said.") == []
