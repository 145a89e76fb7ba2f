from __future__ import annotations

import pytest

from tellings.store import Library

from .visitor import Visitor, dangers, text_of

pytestmark = pytest.mark.models


def shared(library: Library, story: str = "s1") -> tuple[str, str]:
    """Two articles that share an origin: the first that has several, and its last and first article."""
    origin = max(library.show(story).origins, key=lambda one: len(one.articles))
    return origin.articles[-1], origin.articles[0]


def test_a_link_is_cut_and_the_counts_before_and_after_are_shown(reader: Visitor, library: Library) -> None:
    article, other = shared(library)
    before = library.story("s1").origins
    answer = reader.send("/stories/s1/origins", {"cut": f"{article} {other}"})
    assert answer.status_code == 303
    job = reader.finished(answer.headers["location"])
    after = library.story("s1").origins
    assert job["before"]["origins"] == before
    assert job["after"]["origins"] == after
    assert after == before + 1
    page = reader.get(answer.headers["location"])
    assert f"independent origins {before} {after}" in text_of(page.text)
    assert dangers(page.text) == []
    assert "/stories/s1#origins" in page.text


def test_every_article_can_be_cut_from_what_it_shares(reader: Visitor, library: Library) -> None:
    html = reader.get("/stories/s1").text
    for origin in library.show("s1").origins:
        offered = [article for article in origin.articles if f'name="cut" value="{article} ' in html]
        assert len(origin.articles) == 1 or offered == origin.articles


def test_a_link_is_added_and_taken_back(reader: Visitor, library: Library) -> None:
    before = library.show("s1").origins
    alone = next(one.articles[0] for one in before if len(one.articles) == 1)
    other = next(one.articles[0] for one in before if alone not in one.articles)
    answer = reader.send("/stories/s1/origins", {"article": alone, "other": other})
    reader.finished(answer.headers["location"])
    assert any({alone, other} <= set(one.articles) for one in library.show("s1").origins)
    said = text_of(reader.get("/corrections").text)
    assert "rests on what this one rests on" in said
    (correction,) = library.corrections()
    assert reader.send(f"/corrections/{correction.id}/undo", {}).headers["location"] == "/corrections"
    assert "Nothing has been corrected" in reader.get("/corrections").text
    assert library.show("s1").origins == before


def test_a_speaker_is_put_right_and_the_correction_taken_back(reader: Visitor, library: Library) -> None:
    dossier = library.show("s1")
    statement = next(one for one in dossier.statements if one.form == "direct")
    start, end = statement.content[0]
    place = f"/articles/{statement.article}/speaker?at={start}-{end}"
    assert place in reader.get(f"/articles/{statement.article}").text.replace("&amp;", "&")
    assert reader.get(place).status_code == 200
    answer = reader.send(
        f"/articles/{statement.article}/speaker", {"at": f"{start}-{end}", "name": "Ottoline Grau"}
    )
    reader.finished(answer.headers["location"])
    assert "Ottoline Grau" in text_of(reader.get("/stories/s1").text)
    assert "Ottoline Grau says" in text_of(reader.get("/corrections").text)
    (correction,) = library.corrections()
    reader.send(f"/corrections/{correction.id}/undo", {})
    library.refresh()
    assert "Ottoline Grau" not in reader.get("/stories/s1").text


def test_a_conflict_is_rejected(reader: Visitor, library: Library) -> None:
    conflict = library.show("s1").conflicts[0]
    answer = reader.send("/stories/s1/conflicts", {"conflict": conflict.id})
    job = reader.finished(answer.headers["location"])
    assert job["state"] == "done"
    assert conflict.reason not in [one.reason for one in library.show("s1").conflicts]
    assert "is no conflict" in text_of(reader.get("/corrections").text)


def test_stories_are_merged_and_split(reader: Visitor, library: Library) -> None:
    answer = reader.send("/stories/s1/merge", {"other": "s2"})
    reader.finished(answer.headers["location"])
    assert library.story("s1").articles == 11
    assert reader.get("/stories/s2").status_code == 200  # it is a name of the first one now
    leaving = [article.id for article in library.show("s1").articles][:2]
    answer = reader.send("/stories/s1/split", {"article": leaving})
    reader.finished(answer.headers["location"])
    assert library.story("s1").articles == 9
    said = text_of(reader.get("/corrections").text)
    assert "are one story" in said
    assert "are a story of their own" in said


@pytest.mark.parametrize(
    ("path", "fields", "status"),
    [
        ("/stories/s1/origins", {"cut": "a1"}, 400),
        ("/stories/s1/origins", {"cut": "a1 a1"}, 409),
        ("/stories/s1/origins", {}, 400),
        ("/stories/s1/origins", {"article": "a1", "other": "a1"}, 409),
        ("/stories/s1/origins", {"article": "a1", "other": "a99"}, 404),
        ("/stories/s1/conflicts", {"conflict": "x99"}, 404),
        ("/stories/s1/conflicts", {}, 404),
        ("/stories/s1/merge", {"other": "s1"}, 409),
        ("/stories/s1/merge", {"other": "s99"}, 404),
        ("/stories/s1/merge", {}, 404),
        ("/stories/s1/split", {}, 409),
        ("/articles/a1/speaker", {"at": "0-10"}, 409),
        ("/articles/a1/speaker", {"name": "Somebody"}, 409),
        ("/articles/a1/speaker", {"at": "900000-900010", "name": "Somebody"}, 409),
        ("/corrections/99/undo", {}, 404),
        ("/corrections/x/undo", {}, 400),
    ],
)
def test_a_correction_that_makes_no_sense_is_refused(
    reader: Visitor, library: Library, path: str, fields: dict[str, str], status: int
) -> None:
    answer = reader.send(path, fields)
    assert answer.status_code == status
    assert 'href="/"' in answer.text
    assert library.corrections() == ()
