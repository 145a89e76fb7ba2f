"""The approved report of each example, read as a reader would."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tellings import Story
from tellings.dossier import digest
from tellings.tell.cited import every_cite
from tellings.tell.terminal import as_text

EXAMPLES = Path(__file__).parents[2] / "examples"
NAMES = sorted(path.stem for path in EXAMPLES.glob("*.toml"))

pytestmark = pytest.mark.models
each_example = pytest.mark.parametrize("name", NAMES)


@each_example
def test_the_report_reads_as_approved(
    name: str, told: Callable[[str], Story], refresh_reports: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = as_text(told(name)).rstrip("\n") + "\n"
    approved = EXAMPLES / f"{name}.report.txt"
    if refresh_reports:
        approved.write_text(report, encoding="utf-8")
    assert report == approved.read_text(encoding="utf-8")


@each_example
def test_every_cite_finds_words_and_the_digest_taken_of_them(name: str, told: Callable[[str], Story]) -> None:
    story = told(name)
    texts = {article.id: article.text for article in story.articles}
    cites = list(every_cite(story))
    assert len(cites) > 50
    for cite in cites:
        start, end = cite.span
        assert 0 <= start < end <= len(texts[cite.article]), cite
        assert story.passages[cite.key] == digest(texts[cite.article][start:end]), cite


@each_example
def test_every_line_of_the_brief_is_the_words_of_its_first_cite(
    name: str, told: Callable[[str], Story]
) -> None:
    story = told(name)
    texts = {article.id: article.text for article in story.articles}
    assert story.brief
    for line in story.brief:
        start, end = line.cites[0].span
        assert line.text == " ".join(texts[line.cites[0].article][start:end].split())


@each_example
def test_the_same_articles_give_the_same_dossier(name: str, told: Callable[[str], Story], root: Path) -> None:
    from tellings import compare

    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        again = compare(f"examples/{name}")
    assert again.model_dump_json() == told(name).model_dump_json()
