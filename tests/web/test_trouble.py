"""What is wrong gets the right status, a plain page and a way back; nothing of the program's inside."""

from __future__ import annotations

from pathlib import Path

import pytest

from tellings.errors import LibraryBusy, LibraryFull
from tellings.store import Library
from tellings.web.desk import Desk
from tellings.web.jobs import Jobs

from .visitor import HERE, Visitor, dangers, entered

UNKNOWN = (
    "/nothing",
    "/stories/s99",
    "/stories/x",
    "/stories/s99/report.html",
    "/stories/s99/side-by-side",
    "/articles/a99",
    "/articles/https%3A%2F%2Fnews.example%2Fnone",
    "/articles/a99/speaker?at=1-2",
    "/jobs/nothing",
    "/speaker?name=Nobody",
    "/static/secrets.txt",
    "/static/..%2Fapp.py",
    "/static/../app.py",
)
WRONG = (
    "/?page=0",
    "/?page=99999999999999999999",
    "/?page=%D9%A1",
    "/?since=yesterday",
    "/?until=2024-02-31",
    "/search?words=" + "x" * 600,
    "/search?words=x&since=1",
    "/speaker",
    "/corrections?page=-1",
)


@pytest.mark.parametrize("path", UNKNOWN)
def test_what_is_not_there_is_404_with_a_way_back(stranger: Visitor, path: str) -> None:
    answer = stranger.get(path)
    assert answer.status_code == 404
    assert 'href="/"' in answer.text
    assert dangers(answer.text) == []


@pytest.mark.parametrize("path", WRONG)
def test_a_question_that_makes_no_sense_is_400_with_a_way_back(stranger: Visitor, path: str) -> None:
    answer = stranger.get(path)
    assert answer.status_code == 400
    assert 'href="/"' in answer.text


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/nothing", 404),
        ("/api/stories/s99", 404),
        ("/api/articles/a99", 404),
        ("/api/articles/a99/versions", 404),
        ("/api/jobs/nothing", 404),
        ("/api/stories?page=0", 400),
        ("/api/stories?order=sideways", 400),
        ("/api/stories?since=someday", 400),
        ("/api/search", 400),
        ("/api/search?words=+", 400),
        ("/api/search?words=x&most=1000", 400),
    ],
)
def test_the_api_says_the_same_as_json(stranger: Visitor, path: str, status: int) -> None:
    answer = stranger.client.get(path)
    assert answer.status_code == status
    assert set(answer.json()) == {"error", "fix"}


@pytest.mark.parametrize("path", ["/", "/stories/s1", "/search", "/api/stories", "/health"])
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "TRACE"])
def test_a_wrong_method_is_405(stranger: Visitor, path: str, method: str) -> None:
    assert stranger.client.request(method, path).status_code == 405


def test_pages_answer_to_head(stranger: Visitor) -> None:
    assert stranger.client.head("/").status_code == 200


def test_an_error_inside_tells_nothing_of_it(stranger: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(self: Library, *_: object, **__: object) -> None:
        raise RuntimeError("a secret of the program")

    monkeypatch.setattr(Library, "stories", broken)
    for path in ("/", "/api/stories", "/health"):
        answer = stranger.get(path)
        assert answer.status_code == 500
        assert "secret" not in answer.text
        assert "Traceback" not in answer.text
        assert answer.headers["content-security-policy"]


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (LibraryBusy("It is locked.", fix="Wait."), 503),
        (LibraryFull("The disk is full.", fix="Free some."), 507),
    ],
)
def test_what_is_wrong_with_the_library_is_said(
    stranger: Visitor, monkeypatch: pytest.MonkeyPatch, error: Exception, status: int
) -> None:
    def failing(self: Library, *_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(Library, "stories", failing)
    answer = stranger.get("/")
    assert answer.status_code == status
    assert str(error).splitlines()[0] in answer.text


@pytest.mark.models
def test_a_story_that_is_taken_out_while_it_is_read_is_gone(reader: Visitor, library: Library) -> None:
    assert reader.get("/stories/s1").status_code == 200
    article = library.show("s1").articles[0].id
    library.forget(["s1"])
    for path in (
        "/stories/s1",
        "/stories/s1/report.html",
        f"/articles/{article}",
        "/stories/s1/side-by-side",
    ):
        assert reader.get(path).status_code == 404
    assert reader.send("/stories/s1/origins", {"cut": "a1 a2"}).status_code == 404
    assert reader.client.get("/api/stories/s1").status_code == 404


@pytest.mark.models
def test_words_beyond_the_end_of_an_article_are_no_place(reader: Visitor) -> None:
    assert reader.get("/articles/a1?at=5-3").status_code == 400
    assert reader.get("/articles/a1?at=here").status_code == 400
    assert reader.get("/articles/a1?at=999999-1000000").status_code == 200  # nothing is marked
    assert reader.get("/articles/a1/speaker?at=0-999999").status_code == 400


def test_a_form_that_is_too_large_is_413(empty: Library, tmp_path: Path) -> None:
    with entered(empty, most_bytes=50_000) as visitor:
        answer = visitor.send("/add", {"whole": "1"}, files=[("files", ("large.txt", b"x" * 100_000))])
        assert answer.status_code == 413
        assert 'href="/"' in answer.text
        large = visitor.send("/stories/s1/merge", {"other": "s" * 300_000})
        assert large.status_code == 413
    assert not list(tmp_path.glob("tellings-*"))


def test_a_form_that_lied_about_its_size_is_413(empty: Library) -> None:
    with entered(empty, most_bytes=50_000) as visitor:

        def pieces() -> object:
            for _ in range(100):
                yield b"x" * 1_000

        answer = visitor.client.post(
            "/add",
            content=pieces(),  # type: ignore[arg-type]
            headers={"Content-Type": "application/x-www-form-urlencoded", "Origin": HERE},
        )
    assert answer.status_code == 413


@pytest.mark.parametrize("cut", [0.3, 0.6, 0.9, 0.99])
def test_half_a_form_adds_nothing(stranger: Visitor, empty: Library, cut: float) -> None:
    parts = [("visit", stranger.token()), ("text", "A ferry sank.\n\n" + "It sank. " * 50), ("whole", "1")]
    body = "".join(
        f'--edge\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n' for name, value in parts
    )
    whole = (body + "--edge--\r\n").encode()
    answer = stranger.client.post(
        "/add",
        content=whole[: int(len(whole) * cut)],
        headers={"Content-Type": "multipart/form-data; boundary=edge", "Origin": HERE},
        follow_redirects=False,
    )
    assert answer.status_code in (400, 403)
    assert empty.counts().articles == 0


@pytest.mark.parametrize(
    "kind", ["multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=x"]
)
def test_a_broken_form_is_refused(stranger: Visitor, kind: str) -> None:
    answer = stranger.client.post(
        "/add", content=b"--y\r\nnonsense\r\n\r\n\r\n--y--", headers={"Content-Type": kind, "Origin": HERE}
    )
    assert answer.status_code in (400, 403)
    assert 'href="/"' in answer.text


def test_too_many_fields_are_refused(stranger: Visitor) -> None:
    answer = stranger.send("/add", {"text": ["x"] * 300, "whole": "1"}, files=[("files", ("", b""))])
    assert answer.status_code == 400


def test_the_desk_keeps_no_more_than_it_has_room_for(empty: Library) -> None:
    from types import SimpleNamespace
    from typing import cast

    from tellings.web import desk as desks

    desk = Desk(empty)
    told = cast("desks.Told", SimpleNamespace(version="v"))
    made = []
    for number in range(60):
        desk.page(told, number, lambda: made.append(1) or "x" * 1_000_000)  # type: ignore[func-returns-value]
    assert desk._characters <= desks._CHARACTERS
    desk.page(told, 59, lambda: made.append(1) or "")  # type: ignore[func-returns-value]
    assert len(made) == 60


def test_jobs_that_ended_take_nothing_more(empty: Library) -> None:
    from tellings.web.jobs import TooMuchWaiting

    jobs = Jobs(empty)
    jobs.start()
    jobs.finish()
    with pytest.raises(TooMuchWaiting):
        jobs.compare("s1")
