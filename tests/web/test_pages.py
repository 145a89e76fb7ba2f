from __future__ import annotations

import re

import pytest

from tellings.store import Library
from tellings.tell.without import without
from tellings.verify import verify

from .visitor import Visitor, dangers, elements_of, entered, text_of

pytestmark = pytest.mark.models
PAGES = (
    "/",
    "/?words=ferry&order=largest&contested=1",
    "/stories/s1",
    "/articles/a1",
    "/articles/a1?at=10-40",
    "/articles/a1/speaker?at=10-40",
    "/stories/s1/side-by-side",
    "/stories/s1/without?origin=o1",
    "/stories/s1/origins",
    "/speakers",
    "/speaker?name=Adair",
    "/search?words=missing%20passengers",
    "/add",
    "/add?texts=9",
    "/corrections",
    "/api",
)


@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_whole_and_inert(reader: Visitor, path: str) -> None:
    answer = reader.get(path)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert dangers(answer.text) == []
    assert answer.text.count("<h1") == 1
    assert "</html>" in answer.text


@pytest.mark.parametrize("path", PAGES)
def test_every_link_of_a_page_leads_to_a_page(reader: Visitor, path: str) -> None:
    found = {
        attributes["href"].partition("#")[0]
        for tag, attributes in elements_of(reader.get(path).text)
        if tag == "a" and attributes.get("href", "").startswith("/")
    }
    # Cites of one article differ in the words they open; one of each kind is enough.
    for link in sorted({re.sub(r"\d+", "1", link): link for link in found if link}.values()):
        assert reader.get(link).status_code == 200, link


@pytest.mark.parametrize("path", PAGES)
def test_a_link_within_a_page_has_its_goal(reader: Visitor, path: str) -> None:
    html = reader.get(path).text
    ids = [attributes["id"] for _, attributes in elements_of(html) if "id" in attributes]
    assert len(ids) == len(set(ids))
    for tag, attributes in elements_of(html):
        if tag == "a" and attributes.get("href", "").startswith("#"):
            assert attributes["href"][1:] in ids


@pytest.mark.parametrize("path", PAGES)
def test_every_field_has_a_label(reader: Visitor, path: str) -> None:
    elements = elements_of(reader.get(path).text)
    labelled = {attributes.get("for") for tag, attributes in elements if tag == "label"}
    for tag, attributes in elements:
        if tag in ("input", "select", "textarea") and attributes.get("type") not in ("hidden", "submit"):
            assert attributes.get("id") in labelled, attributes


def test_the_list_tells_what_each_story_rests_on(reader: Visitor, library: Library) -> None:
    said = text_of(reader.get("/").text)
    for row in library.stories():
        assert row.title in said
        assert f"{row.articles} articles" in said
        assert f"{row.origins} independent origins" in said


def test_the_list_can_be_narrowed(reader: Visitor) -> None:
    assert "Kelmara" in reader.get("/?words=ferry").text
    assert "Kelmara" not in text_of(reader.get("/?words=dam+spillway").text)
    assert "No story is like that" in reader.get("/?outlet=Nobody").text
    assert "No story is like that" in reader.get("/?until=1999-01-01").text


def test_a_story_shows_what_its_dossier_holds(reader: Visitor, library: Library) -> None:
    dossier = library.show("s1")
    said = text_of(reader.get("/stories/s1").text)
    assert dossier.title in said
    for sentence in dossier.brief:
        assert " ".join(sentence.text.split()) in said
    for conflict in dossier.conflicts:
        for side in conflict.sides:
            assert " ".join(side.value.split()) in said


def test_a_cite_opens_its_words_in_the_article(reader: Visitor, library: Library) -> None:
    dossier = library.show("s1")
    cite = dossier.brief[0].cites[0]
    path = f"/articles/{cite.article}?at={cite.span[0]}-{cite.span[1]}"
    assert f'href="{path}#at"' in reader.get("/stories/s1").text
    opened = reader.get(path).text
    assert 'id="at"' in opened
    article = next(one for one in dossier.articles if one.id == cite.article)
    assert " ".join(article.text[slice(*cite.span)].split())[:40] in text_of(opened)


def test_a_marked_sentence_opens_what_others_print(reader: Visitor) -> None:
    html = reader.get("/articles/a1").text
    notes = {a["id"] for tag, a in elements_of(html) if a.get("class", "").split()[:1] == ["note"]}
    links = {
        a["href"][1:] for tag, a in elements_of(html) if tag == "a" and a.get("href", "")[:6] == "#note-"
    }
    assert notes
    assert links == notes


def test_two_articles_stand_side_by_side(reader: Visitor, library: Library) -> None:
    one, other, *_ = (article.id for article in library.show("s1").articles)
    said = reader.get(f"/stories/s1/side-by-side?one={other}&other={one}").text
    assert f'<option value="{other}" selected>' in said
    assert "word for word" in said
    assert reader.get("/stories/s1/side-by-side?one=a999").status_code == 404


def test_a_large_story_has_its_links_on_a_page_of_their_own(
    reader: Visitor, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = reader.get("/stories/s1").text
    monkeypatch.setattr("tellings.web.pages.stories.LARGE", 2)
    with entered(library) as other:
        large = other.get("/stories/s1").text
        own = other.get("/stories/s1/origins").text
    for words in ("What each article rests on", "Link by link, with the words", 'name="cut"'):
        assert words in small
        assert words not in large
        assert words in own
    assert 'href="/stories/s1/origins"' in large


def test_what_falls_without_an_origin_is_told_and_nothing_is_changed(
    reader: Visitor, library: Library
) -> None:
    before = library.show("s1")
    origin = before.origins[0]
    taken = without(before, origin.id).without
    assert taken is not None
    html = reader.get(f"/stories/s1/without?origin={origin.id}").text
    assert f"{len(taken.falls)} fall" in text_of(html)
    assert f"{len(taken.holds)} hold" in text_of(html)
    assert library.show("s1") == before
    assert reader.get("/stories/s1/without?origin=o99").status_code == 404


def test_a_speaker_is_heard_over_time_with_the_drift_of_the_words(reader: Visitor, library: Library) -> None:
    said = library.speaker("Adair")
    html = reader.get("/speaker?name=Adair").text
    assert "Rolf Adair" in text_of(html)
    assert said[0].words[:40] in text_of(html)
    assert "<del" in html  # E cuts a part of the quotation without saying so
    assert reader.get("/speaker?name=Zebedee").status_code == 404
    assert reader.get("/speaker").status_code == 400


def test_search_finds_sentences_and_opens_them(reader: Visitor) -> None:
    html = reader.get('/search?words="82 people were on board"').text
    assert "five fewer than the coastguard" in text_of(html)
    assert re.search(r'href="/articles/a\d+\?at=\d+-\d+#at"', html)
    assert "No sentence was found" in reader.get('/search?words="zebra crossing tax"').text


def test_the_saved_report_holds_the_dossier_and_verifies(reader: Visitor) -> None:
    answer = reader.get("/stories/s1/report.html")
    assert answer.headers["content-disposition"].startswith('attachment; filename="ferry-sinks')
    assert verify(answer.text).misses == ()


def test_an_unchanged_page_is_not_sent_twice(reader: Visitor, library: Library) -> None:
    first = reader.get("/stories/s1")
    tag = first.headers["etag"]
    again = reader.get("/stories/s1", **{"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")
    articles = [article.id for article in library.show("s1").articles]
    library.unlink(articles[1], articles[0])
    library.refresh()
    assert reader.get("/stories/s1", **{"If-None-Match": tag}).status_code == 200


def test_a_story_that_changed_is_compared_before_it_is_shown(reader: Visitor, library: Library) -> None:
    articles = [article.id for article in library.show("s1").articles]
    library.unlink(articles[1], articles[0])
    waiting = reader.client.get("/stories/s1", follow_redirects=False)
    assert waiting.status_code == 303
    assert waiting.headers["location"].startswith("/jobs/")
    assert reader.finished(waiting.headers["location"])["state"] == "done"
    arrived = reader.get(waiting.headers["location"])
    assert arrived.url.path == "/stories/s1"


def test_versions_of_an_article_show_what_changed(reader: Visitor) -> None:
    text = (
        "Lock gate bursts at Merrow\n\nA lock gate burst at Merrow on Tuesday, flooding 40 houses, the canal "
        "board said.\n\nNobody was hurt, a spokesman for the fire brigade said on Tuesday evening."
    )
    address = "https://news.example/lock"
    before = reader.add(text, url=address, published="2024-06-04")
    reader.add(text.replace("40 houses", "65 houses"), url=address, published="2024-06-05")
    html = reader.get(f"/articles/{before['placed'][0]['article']}").text
    assert "Version 2 (the one that counts)" in text_of(html)
    assert "flooding 40 houses" in html
    assert "flooding 65 houses" in html
