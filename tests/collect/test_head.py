from __future__ import annotations

import pytest

from tellings.collect.head import Head, read_head

BODY = (
    "The harbour of Port Maren stayed closed on Monday after two trawlers collided in thick fog, officials "
    "said, and the coastguard warned that it might stay so for days.\n\nA second paragraph follows it.\n"
)


def test_a_headline_a_byline_and_a_date_on_lines_of_their_own_are_read() -> None:
    text = f"Fog closes harbour of Port Maren\n\nBy Tova Lind and Ola Brandt\nMarch 4, 2031\n\n{BODY}"
    assert read_head(text) == Head(
        title="Fog closes harbour of Port Maren", byline="Tova Lind and Ola Brandt", published="2031-03-04"
    )


def test_menus_and_labels_above_the_headline_are_no_headline() -> None:
    text = (
        f"ADVERTISEMENT\n\nNews   /   Coast   /   News\n\nhttps://x.example\n\nFog closes harbour\n\n{BODY}"
    )
    assert read_head(text).title == "Fog closes harbour"


def test_a_text_that_begins_with_its_story_has_no_headline() -> None:
    assert read_head(BODY) == Head()
    assert read_head("PORT MAREN (Northwire) - " + BODY) == Head()


def test_the_first_line_of_wrapped_text_is_no_headline() -> None:
    wrapped = "The harbour of Port Maren stayed closed on Monday after two\ntrawlers collided in thick\nfog\n"
    assert read_head(wrapped).title is None


def test_a_headline_above_a_long_line_needs_no_empty_line() -> None:
    assert read_head("Fog closes harbour\n" + BODY).title == "Fog closes harbour"


def test_a_headline_may_end_in_an_abbreviation_or_a_question() -> None:
    assert read_head(f"Fog closes harbour in U.S.\n\n{BODY}").title == "Fog closes harbour in U.S."
    assert read_head(f"Who closed the harbour?\n\n{BODY}").title == "Who closed the harbour?"


def test_a_markdown_heading_is_a_headline_without_its_signs() -> None:
    assert read_head(f"# Fog closes harbour\n{BODY}").title == "Fog closes harbour"


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("March 4, 2031", "2031-03-04"),
        ("4 March 2031", "2031-03-04"),
        ("Tuesday, 4 March 2031", "2031-03-04"),
        ("2031-03-04", "2031-03-04"),
        ("2031-03-04T10:20:00Z", "2031-03-04"),
        ("Published: Mar. 4, 2031, 3:45 PM", "2031-03-04"),
        ("Updated 10:21 GMT, 4 March 2031", "2031-03-04"),
        ("By Tova Lind | March 4, 2031 | 3:45 pm", "2031-03-04"),
        ("Ferry Radio, PORT MAREN, March 4, 2031", "2031-03-04"),
        ("Maren Notes, a blog about ships. Posted by Tova Lind on March 4, 2031.", "2031-03-04"),
        (
            "PORT MAREN, March 4, 2031 (Northwire) - Trawlers have collided in the fog, officials said.",
            "2031-03-04",
        ),
    ],
)
def test_a_full_date_that_stands_as_that_of_the_article_is_read(line: str, published: str) -> None:
    assert read_head(f"Fog closes harbour\n\n{line}\n\n{BODY}").published == published


@pytest.mark.parametrize(
    "line",
    [
        "Monday, 4 March 2031",  # that day is a Tuesday
        "March 4",
        "04/03/2031",
        "30 February 2031",
        "File photo, 4 March 2030",
        "Trawlers at the quay of Port Maren, Tuesday, March 4, 2031.",
        "The harbour was also closed on March 4, 2030, when a ferry ran aground in fog.",
        "PORT MAREN, March 4 (Northwire) - Trawlers have collided in the fog, officials said.",
    ],
)
def test_any_other_date_is_not_taken_for_it(line: str) -> None:
    assert read_head(f"Fog closes harbour\n\n{line}\n\n{BODY}").published is None


def test_the_day_of_publication_is_preferred_to_that_of_an_update() -> None:
    text = f"Fog closes harbour\n\nUpdated: March 6, 2031\nPublished: March 4, 2031\n\n{BODY}"
    assert read_head(text).published == "2031-03-04"


def test_a_date_far_down_is_not_that_of_the_article() -> None:
    assert read_head(f"Fog closes harbour\n\n{BODY}\n{BODY}\nMarch 4, 2031\n").published is None


@pytest.mark.parametrize("line", ["By noon the fog had lifted", "by hook or by crook", "By-elections loom"])
def test_a_line_that_merely_begins_with_by_names_no_reporter(line: str) -> None:
    assert read_head(f"Fog closes harbour\n\n{line}\n\n{BODY}").byline is None


@pytest.mark.parametrize(
    "text",
    [
        "By " + "A" * 200_000,
        "A / " * 50_000,
        "By " + "Ann and " * 20_000,
        ", ".join("ABC" for _ in range(60_000)),
    ],
)
def test_hostile_lines_are_soon_done_with(text: str) -> None:
    read_head(text + "\n\n" + BODY)
