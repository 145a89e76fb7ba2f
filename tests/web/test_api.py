from __future__ import annotations

import re

import pytest

from tellings.dossier import Story
from tellings.store import Library
from tellings.tell.without import without

from .visitor import Visitor

pytestmark = pytest.mark.models


def test_the_dossier_of_the_api_is_the_library_s(reader: Visitor, library: Library) -> None:
    answer = reader.client.get("/api/stories/s1")
    assert Story.model_validate_json(answer.text) == library.show("s1")
    again = reader.client.get("/api/stories/s1", headers={"If-None-Match": answer.headers["etag"]})
    assert again.status_code == 304


def test_lists_are_those_of_the_pages(reader: Visitor, library: Library) -> None:
    listed = reader.client.get("/api/stories?order=largest").json()
    assert [one["id"] for one in listed["stories"]] == [row.id for row in library.stories(order="largest")]
    assert listed["more"] is False
    assert reader.client.get("/api/stories?words=ferry").json()["stories"][0]["id"] == "s1"
    assert reader.client.get("/api/stories?outlet=Nobody").json()["stories"] == []
    assert reader.client.get("/api/counts").json()["articles"] == 11
    speakers = reader.client.get("/api/speakers").json()["speakers"]
    assert [one["name"] for one in speakers] == [row.name for row in library.speakers()][: len(speakers)]


def test_articles_statements_hits_and_versions_are_the_library_s(reader: Visitor, library: Library) -> None:
    get = reader.client.get
    assert get("/api/articles/a1").json()["article"]["text"] == library.article("a1").article.text
    assert get("/api/articles/a1/versions").json()["edits"] == []
    assert len(get("/api/statements?speaker=Adair").json()) == len(library.speaker("Adair"))
    hits = get('/api/search?words="82 people were on board"').json()
    assert hits[0]["words"] == library.search('"82 people were on board"')[0].words
    start, end = hits[0]["span"]
    assert library.article(hits[0]["article"]).article.text[start:end] == hits[0]["words"]
    assert get("/api/corrections").json() == []


def test_what_pages_work_out_of_a_dossier_is_told_too(reader: Visitor, library: Library) -> None:
    dossier = library.show("s1")
    one, other = (article.id for article in dossier.articles[:2])
    rows = reader.client.get(f"/api/stories/s1/side-by-side?one={one}&other={other}").json()
    assert (rows["left"], rows["right"]) == ("A", "B")
    assert rows["shared"] == sum(bool(row["left"] and row["right"]) for row in rows["rows"])
    origin = dossier.origins[0].id
    taken = without(dossier, origin).without
    assert taken is not None
    found = reader.client.get(f"/api/stories/s1/without?origin={origin}").json()
    assert found == taken.model_dump(mode="json")
    assert reader.client.get(f"/api/stories/s1/side-by-side?one={one}&other={one}").status_code == 404
    assert reader.client.get("/api/stories/s1/without?origin=o99").status_code == 404


def test_a_story_to_be_compared_first_says_where_to_look(reader: Visitor, library: Library) -> None:
    articles = [article.id for article in library.show("s1").articles]
    library.unlink(articles[1], articles[0])
    answer = reader.client.get("/api/stories/s1")
    assert answer.status_code == 202
    assert answer.headers["retry-after"]
    reader.finished(answer.json()["job"].removeprefix("/api"))
    assert reader.client.get("/api/stories/s1").status_code == 200


def test_everything_is_described_and_the_description_loads_nothing_from_elsewhere(reader: Visitor) -> None:
    described = reader.client.get("/api/openapi.json").json()
    page = reader.get("/api").text
    assert set(described["paths"]) >= {"/api/stories", "/api/stories/{name}", "/api/search", "/health"}
    for path, methods in described["paths"].items():
        assert list(methods) == ["get"], f"{path} changes something"
        assert methods["get"]["description"]
        assert path in page
    assert reader.get("/docs").status_code == 404
    assert reader.get("/redoc").status_code == 404
    assert not re.search(r"(src|href)=\"https?://", page)
