"""Stories that are hard on the program: copies, nothing in common, odd figures and days, contradictions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import pytest

from tellings.attribute import attribute
from tellings.compare import compare
from tellings.dossier import Story
from tellings.group import group
from tellings.read.door import read_one
from tellings.records import Article, Reading
from tellings.tell import tell
from tellings.tell.terminal import as_text
from tellings.trace import trace
from tellings.verify import verify

pytestmark = pytest.mark.models

WIRE = """
Barge strikes bridge at Helmsund

HELMSUND, May 4 (Corvane) - A barge laden with gravel struck the old road bridge at Helmsund on
Tuesday, and nine people were hurt, the harbour police said.

"The barge came loose from its tug and nobody could stop it," harbour master Ida Holm told
reporters.

A retired lock keeper who lives by the river said that the current had been stronger than in any
spring he remembered.

The bridge, which was built in 1931, stays closed until engineers have looked at its piers. The
council will decide on Friday whether buses can be sent over the dam.
"""


def told(readings: Sequence[Reading]) -> Story:
    (grouped,) = group(list(readings), one_story=True)
    return tell(compare(attribute(trace(grouped))))


def of_texts(*texts: str, published: str | None = None) -> Story:
    """A story of articles whose paragraphs are parted by empty lines."""
    articles = [
        Article(id=f"a{n}", text=_unwrapped(text), published=published, outlet=f"Paper {n}")
        for n, text in enumerate(texts, start=1)
    ]
    return told([read_one(article) for article in articles])


def _unwrapped(text: str) -> str:
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in text.strip().split("\n\n"))


def assert_rests_on_its_articles(story: Story) -> str:
    """Every cite holds, no line of the brief is anybody else's words, and the report can be printed."""
    assert verify(story.model_dump_json()).misses == ()
    texts = {article.id: article.text for article in story.articles}
    for line in story.brief:
        (article, (start, end)) = line.cites[0].article, line.cites[0].span
        assert line.text == " ".join(texts[article][start:end].split())
    values = [side.value for conflict in story.conflicts for side in conflict.sides]
    printed = " ".join(" ".join(text.split()) for text in texts.values()).lower()
    assert [value for value in values if " ".join(value.split()).lower() not in printed] == []
    return as_text(story, everything=True)


# ---------------------------------------------------------------- copies


@pytest.fixture(scope="module")
def copies() -> Story:
    one = read_one(Article(id="a1", text=_unwrapped(WIRE), published="2021-05-04"))
    return told(
        [
            replace(
                one,
                article=replace(
                    one.article, id=f"a{n}", outlet=f"Paper {n}", published=f"2021-05-{4 + n % 9:02d}"
                ),
            )
            for n in range(1, 301)
        ]
    )


def test_three_hundred_copies_of_one_article_are_one_origin(copies: Story) -> None:
    assert "1 independent origin" in assert_rests_on_its_articles(copies).splitlines()[0]
    assert {tuple(claim.origins) for claim in copies.claims} == {("o1",)}
    assert {len({mention.article for mention in claim.mentions}) for claim in copies.claims} == {300}


def test_what_three_hundred_copies_quote_is_said_once(copies: Story) -> None:
    said = {statement.id: statement for statement in copies.statements}
    groups = [{said[number].article for number in utterance.statements} for utterance in copies.utterances]
    assert groups
    assert all(len(articles) == 300 for articles in groups)
    assert [utterance for utterance in copies.utterances if utterance.drift] == []


def test_an_unnamed_source_of_three_hundred_copies_is_one_speaker(copies: Story) -> None:
    keepers = [speaker for speaker in copies.speakers if "lock keeper" in speaker.name]
    assert len(keepers) == 1


def test_copies_do_not_contradict_one_another(copies: Story) -> None:
    assert copies.conflicts == []


# ---------------------------------------------------------------- nothing in common


def test_articles_that_share_no_claim_are_told_apart() -> None:
    story = of_texts(
        """
        Mill opens in Torvik

        A paper mill opened in Torvik on Thursday, Harrow Paper said. It will employ 120 people.
        """,
        """
        Penguins counted on Skerry

        Researchers on Skerry island counted 4,200 penguins this summer, Ida Holm said.
        """,
        """
        Bank cuts rate

        The central bank of Velm lowered its key rate to 2.25 percent. Economists had expected a pause.
        """,
    )
    report = assert_rests_on_its_articles(story)
    assert {claim.status for claim in story.claims} == {"single"}
    assert story.conflicts == []
    assert "3 independent origins" in report.splitlines()[0]


# ---------------------------------------------------------------- figures


def test_one_figure_in_words_in_digits_and_in_other_units_is_no_conflict() -> None:
    story = of_texts(
        """
        Fire at Orlow shipyard

        Twenty-three people were injured when fire swept through the Orlow shipyard, the fire service
        said. Between 200 and 250 workers were evacuated. The damage was put at about $1.5 million.
        """,
        """
        Shipyard fire hurts 23

        A fire at the Orlow shipyard injured 23 people, the fire service said. Some 200-250 workers were
        evacuated. The damage was put at 1.5m dollars.
        """,
        published="2021-03-04",
    )
    assert_rests_on_its_articles(story)
    assert [c for c in story.conflicts if c.nature == "contradiction"] == []


def test_a_number_with_a_slip_of_the_pen_is_printed_as_it_stands() -> None:
    text = """
        Blaze at yard

        Thrity-two poeple were injured in the fire at the Orlow shipyard, the fire sevrice said. As many
        as 2,50 workers were evacuated, and damage may reach €15,00 million, or 4.5.2 per cent of sales.
        """
    report = assert_rests_on_its_articles(of_texts(text, WIRE, published="2021-03-04"))
    assert "Thrity-two poeple" in report
    assert not re.search(r"\b32\b|thirty-two", report, re.IGNORECASE)


# ---------------------------------------------------------------- days


def test_days_long_past_and_far_ahead_stand_in_the_timeline() -> None:
    story = of_texts(
        """
        Torvik recalls flood

        The town of Torvik on Monday marked 150 years since the flood of October 3, 1872, in which 214
        people drowned. The dam was finished on June 30, 1869. A new dam is to be completed by May 2041.
        """,
        """
        Flood of 44 BC

        The flood of 44 BC is forgotten in Torvik. A dam that will last until the year 2300 is planned.
        """,
        published="2022-10-03",
    )
    assert_rests_on_its_articles(story)
    days = [event.date for event in story.timeline]
    assert days == sorted(days)
    assert {"1872-10-03", "1869-06-30", "2041-05", "2022-10-03"} <= set(days)


def test_a_weekday_that_its_date_belies_is_shown_and_one_that_fits_is_not() -> None:
    story = of_texts(
        """
        Ferry burns

        The ferry Lysholm caught fire on Wednesday, June 8, 2021, the coast guard said.
        """,
        """
        Ferry fire

        The ferry Lysholm caught fire on Tuesday, June 8, 2021, the coast guard said.
        """,
        published="2021-06-09",
    )
    assert_rests_on_its_articles(story)
    (conflict,) = [c for c in story.conflicts if c.kind == "date" and "not a" in c.reason]
    assert [side.value for side in conflict.sides] == ["Wednesday", "June 8, 2021"]
    assert {mention.article for side in conflict.sides for mention in side.mentions} == {"a1"}


# ---------------------------------------------------------------- contradictions


LINES = (
    "The mayor of Torvik, Anna Brandt, said on Tuesday that {n} people were killed in the fire.",
    "Anna Brandt, the mayor of Torvik, denied that {n} people were killed in the fire.",
    "The council will allow the march through Torvik on May {n}.",
    "The council will not allow the march through Torvik on May {n}.",
    "The fire in the old mill began at {h} p.m., police said.",
)


def test_a_text_that_contradicts_itself_in_every_line_is_told_with_both_sides() -> None:
    text = "\n\n".join(LINES[n % 5].format(n=3 + n % 19, h=1 + n % 11) for n in range(60))
    story = of_texts(text, "\n\n".join(reversed(text.split("\n\n"))), published="2022-05-03")
    report = assert_rests_on_its_articles(story)
    assert len(story.conflicts) <= 300
    assert any(c.kind == "position" and "deny what others affirm" in c.reason for c in story.conflicts)
    denied = [m for claim in story.claims for m in claim.mentions if m.polarity == "denied"]
    texts = {article.id: article.text for article in story.articles}
    words = [texts[m.article][slice(*m.span)] for m in denied]
    assert words
    assert all("not allow" in each or "denied" in each for each in words)
    assert re.search(r"denied( that)?: ", report)


# ---------------------------------------------------------------- quotations


def test_quotations_within_quotations_within_quotations_hold() -> None:
    story = of_texts(
        """
        Captain in court

        “He told me, ‘You said “never again” to the owners,’ and then he left the bridge,” Captain Ivo
        Lund told the court.

        “The mate shouted, ‘The pilot says, “Turn now or we strike,” and nobody turns,’” Lund said.
        """,
        """
        Lund in court

        Captain Ivo Lund told the court that the mate had shouted that the pilot said to "turn now or we
        strike".

        "He told me, 'You said "never again" to the owners,' and then he left the bridge," Lund said.
        """,
        published="2021-06-08",
    )
    assert_rests_on_its_articles(story)
    assert "Ivo Lund" in {speaker.name for speaker in story.speakers}


def test_marks_that_open_and_never_close_hold() -> None:
    story = of_texts(
        """
        “““He said “that “nobody ‘came “to the harbour and “‘left, Ida Holm said.

        “A second “paragraph that ‘never “ends
        """,
        'Ida Holm said: "Nobody" "came" "to" "the harbour" and """left""".\n\n"""" "" "',
    )
    assert_rests_on_its_articles(story)
