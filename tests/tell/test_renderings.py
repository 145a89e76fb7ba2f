"""The approved renderings of the burst lock gate; `--refresh-reports` writes them anew."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from rich.console import Console

from tellings.dossier import Story
from tellings.tell.markdown import as_markdown
from tellings.tell.places import Places, cut, few, labels, letter, shown
from tellings.tell.terminal import as_text, print_story

APPROVED = Path(__file__).parent / "approved"
RENDERINGS = {
    "screen.txt": as_text,
    "everything.txt": lambda story: as_text(story, everything=True),
    "narrow.txt": lambda story: as_text(story, 64),
    "report.md": as_markdown,
}


@pytest.mark.parametrize("name", RENDERINGS)
def test_the_report_reads_as_approved(name: str, story: Story, refresh_reports: bool) -> None:
    report = RENDERINGS[name](story)
    if refresh_reports:
        APPROVED.mkdir(exist_ok=True)
        (APPROVED / name).write_text(report, encoding="utf-8")
    assert report == (APPROVED / name).read_text(encoding="utf-8")


def test_no_line_is_wider_than_the_screen(story: Story) -> None:
    for width in (40, 64, 84, 110):
        assert max(map(len, as_text(story, width).splitlines())) <= width


def test_repr_is_the_report(story: Story) -> None:
    assert repr(story) == as_text(story)


def test_colours_are_for_terminals_that_want_them(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    def printed(**settings: object) -> str:
        out = io.StringIO()
        print_story(story, Console(file=out, width=100, **settings))
        return out.getvalue()

    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b[" in printed(force_terminal=True)
    assert "\x1b[" not in printed()
    monkeypatch.setenv("NO_COLOR", "1")
    assert "36m" not in printed(force_terminal=True)


def test_letters_go_on_after_z() -> None:
    assert [letter(n) for n in (0, 25, 26, 27, 51, 52, 701, 702)] == [
        "A", "Z", "AA", "AB", "AZ", "BA", "ZZ", "AAA",
    ]  # fmt: skip


def test_a_place_is_named_by_letter_and_sentence(story: Story) -> None:
    at = Places(story)
    start, end = story.articles[2].sentences[2]
    assert at.place("a3", (start, end)).label == "C3"
    assert at.place("a3", (start + 4, end)).label == "C3"


def test_many_places_show_one_an_article_first(story: Story) -> None:
    at = Places(story)
    places = [at.place(a.id, span) for a in story.articles for span in a.sentences]
    assert labels(places, 3) == ["A1", "B1", "C1"]
    assert labels(places)[-1] == "C6"


def test_words_are_cut_between_words() -> None:
    assert cut("three barges adrift", None) == "three barges adrift"
    assert cut("three barges adrift", 14) == "three barges …"


def test_nothing_shown_can_steer_a_terminal() -> None:
    assert shown("a\x1b[31mred\x07 \u202etxt\nb\x9b2J") == "a\ufffd[31mred\ufffd \ufffdtxt b\ufffd2J"


def test_of_many_letters_only_the_first_are_printed() -> None:
    letters = [letter(number) for number in range(1000)]
    assert few(letters) == "A B C D E F G H +992"
    assert few(letters[:3]) == "A B C"
    assert few(letters[:9], None) == "A B C D E F G H I"


def test_an_origin_of_many_articles_and_a_name_of_many_do_not_fill_the_report(story: Story) -> None:
    article = story.articles[0]
    copies = [article.model_copy(update={"id": f"k{n}"}) for n in range(200)]
    ids = [copy.id for copy in copies]
    first, *others = story.origins
    origins = [first.model_copy(update={"articles": [*first.articles, *ids]}), *others]
    naming = [
        one.model_copy(
            update={
                "variants": [v.model_copy(update={"articles": [*v.articles, *ids]}) for v in one.variants]
            }
        )
        for one in story.naming
    ]
    many = story.model_copy(
        update={"articles": [*story.articles, *copies], "origins": origins, "naming": naming}
    )
    for report in (as_text(many), as_text(many, everything=True), as_markdown(many)):
        assert "AA AB AC" not in " ".join(report.split())
