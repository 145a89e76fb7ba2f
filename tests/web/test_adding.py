from __future__ import annotations

import importlib
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tellings.records import Collection, SetAside
from tellings.store import Library
from tellings.web.intake import Parcel, Pasted
from tellings.web.jobs import MOST_WAITING, Jobs, TooMuchWaiting

from .visitor import Visitor, dangers, entered, text_of

GATE = """Lock gate bursts at Merrow, three barges adrift

MERROW, June 4, 2024 (Norvik) - A lock gate burst at Merrow on Tuesday, setting three barges adrift and \
flooding 40 houses, the canal board said.

"The gate was inspected in May, it was sound in May, and nobody told us otherwise," board chief Hana Orlo \
told reporters. Nobody was hurt, a spokesman for the fire brigade said on Tuesday evening.
"""
OWN = """Canal closed after lock gate bursts at Merrow

June 6, 2024

The canal at Merrow was closed on Thursday, board chief Hana Orlo said, two days after a lock gate burst and \
set three barges adrift. The water of the burst lock reached 65 houses, according to the fire brigade.
"""
COPY = GATE.replace(" and flooding 40 houses", "").replace("Lock gate bursts", "Gate of lock bursts")


def unheard(step: str, done: int, total: int) -> None:
    """Nobody listens."""


@pytest.mark.models
def test_three_pasted_texts_become_a_story_to_read(stranger: Visitor, empty: Library) -> None:
    job = stranger.add(GATE, OWN, COPY, outlet=["Norvik", "Merrow Echo", "Canal Daily"])
    assert (job["state"], len(job["placed"]), len(job["stories"])) == ("done", 3, 1)
    html = stranger.get(f"/jobs/{job['id']}").text
    assert "3 new, 0 edited, 0 there already, 0 set aside" in text_of(html)
    assert "refresh" not in html
    story = stranger.get(f"/stories/{job['stories'][0]}").text
    assert "Merrow Echo" in story
    assert "Canal Daily" in story
    assert empty.counts().articles == 3


@pytest.mark.models
def test_what_is_there_already_is_said_and_what_cannot_be_used_is_set_aside_with_the_reason(
    stranger: Visitor,
) -> None:
    stranger.add(GATE)
    job = stranger.add(
        GATE,
        files={"own.txt": OWN.encode(), "picture.png": b"\x89PNG\r\n\x1a\n" + b"\0" * 200, "empty.txt": b""},
        addresses="ftp://news.example/x\n/etc/passwd\nfile:///etc/passwd",
    )
    assert [one["outcome"] for one in job["placed"]] == ["known", "new"]
    gone = {one["path"]: one["reason"] for one in job["set_aside"]}
    assert set(gone) == {
        "picture.png",
        "empty.txt",
        "ftp://news.example/x",
        "/etc/passwd",
        "file:///etc/passwd",
    }
    said = text_of(stranger.get(f"/jobs/{job['id']}").text)
    for path, reason in gone.items():
        assert path in said
        assert " ".join(reason.split()) in said


@pytest.mark.models
def test_a_file_is_known_by_its_own_name(stranger: Visitor, empty: Library) -> None:
    job = stranger.add(files={"saved pages/wire.txt": GATE.encode()})
    assert empty.article(job["placed"][0]["article"]).article.path == "wire.txt"


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:1/", "http://localhost/", "http://10.0.0.7/x", "http://[::1]/"]
)
def test_addresses_of_the_own_network_are_not_fetched(stranger: Visitor, address: str) -> None:
    job = stranger.add(addresses=address)
    assert job["placed"] == []
    assert [one["path"] for one in job["set_aside"]] == [address]


@pytest.mark.models
def test_a_text_is_never_taken_for_the_name_of_a_file(
    stranger: Visitor, empty: Library, tmp_path: Path
) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(GATE)
    job = stranger.add(str(secret), "-", str(tmp_path / "*.txt"))
    kept = [empty.article(one["article"]).article.text.strip() for one in job["placed"]]
    assert kept == [str(secret), "-", str(tmp_path / "*.txt")]


def test_an_address_among_the_texts_is_taken_for_one(stranger: Visitor) -> None:
    job = stranger.add(" http://127.0.0.1:1/report\n")
    assert job["placed"] == []
    assert [one["path"] for one in job["set_aside"]] == ["http://127.0.0.1:1/report"]


@pytest.mark.parametrize(
    "fields",
    [
        {"text": ["", "  \n"], "addresses": " "},
        {"text": ["A text\n\nof two lines"], "published": ["soon"]},
        {"text": ["A text\n\nof two lines"], "url": ["javascript:alert(1)"]},
        {"addresses": " ".join(f"https://news.example/{number}" for number in range(101))},
    ],
)
def test_a_form_that_makes_no_sense_is_refused_whole(
    stranger: Visitor, empty: Library, fields: dict[str, object]
) -> None:
    answer = stranger.send("/add", {"whole": "1", **fields}, files=[("files", ("", b""))])
    assert answer.status_code == 400
    assert 'href="/"' in answer.text
    assert empty.counts().articles == 0


def test_more_fields_for_texts_need_no_script(stranger: Visitor) -> None:
    assert stranger.get("/add").text.count("<textarea") == 4
    assert stranger.get("/add?texts=6").text.count("<textarea") == 7
    assert stranger.get("/add?texts=9999").text.count("<textarea") == 21
    assert stranger.get("/add?texts=-1").text.count("<textarea") == 4


# ---------------------------------------------------------------- jobs


class Halting:
    """Holds the work of a job until it is let go."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.begun, self.go = threading.Event(), threading.Event()
        real = Parcel.articles

        def held(parcel: Parcel, notice: object) -> object:
            self.begun.set()
            self.go.wait()
            return real(parcel, notice)  # type: ignore[arg-type]

        monkeypatch.setattr(Parcel, "articles", held)


def test_a_page_without_scripts_renews_itself_while_the_work_goes_on(
    empty: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    halting = Halting(monkeypatch)
    with entered(empty) as visitor:
        first = visitor.send("/add", {"text": ["One\n\ntext"], "whole": "1"}, files=[("files", ("", b""))])
        halting.begun.wait()
        second = visitor.send("/add", {"text": ["Two\n\ntexts"], "whole": "1"}, files=[("files", ("", b""))])
        working = visitor.get(first.headers["location"]).text
        waiting = visitor.get(second.headers["location"]).text
        halting.go.set()
        visitor.finished(second.headers["location"])
        done = visitor.get(second.headers["location"]).text
    assert '<noscript><meta http-equiv="refresh"' in working
    assert "Waiting: 1 other job first." in text_of(waiting)
    assert dangers(working) == dangers(waiting) == []
    assert "refresh" not in done
    assert "Done." in text_of(done)


def test_what_was_handed_in_goes_in_before_the_end(empty: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    halting = Halting(monkeypatch)
    jobs, kept = Jobs(empty), list[object]()

    def keep(given: list[object]) -> list[object]:
        kept.extend(given)
        return []

    monkeypatch.setattr(empty, "keep", keep)
    jobs.start()
    ids = [jobs.add(Parcel(texts=[Pasted(text=f"Text {number}\n\nof two lines")])) for number in range(3)]
    assert jobs.left == 3
    halting.go.set()
    jobs.finish()
    assert jobs.left == 0
    assert len(kept) == 3
    assert [jobs.progress(id).state for id in ids] == ["done"] * 3  # type: ignore[union-attr]


def test_a_second_interrupt_leaves_off_after_the_article_that_is_going_in(
    empty: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    jobs, kept = Jobs(empty), list[object]()
    ending, begun = threading.Thread(target=jobs.stop), threading.Event()

    def keep(given: list[object]) -> Iterator[object]:
        for one in given:
            kept.append(one)
            if not begun.is_set():
                ending.start()
                begun.set()
                while not jobs._stopping:
                    ending.join(0.01)
            yield SetAside(path="x", reason="x", fix="x")

    monkeypatch.setattr(empty, "keep", keep)
    first = jobs.add(Parcel(texts=[Pasted(text=f"Text {number}\n\nof two lines") for number in range(3)]))
    second = jobs.add(Parcel(texts=[Pasted(text="Another\n\ntext")]))
    jobs.start()
    begun.wait()
    ending.join()
    states = [jobs.progress(id).state for id in (first, second)]  # type: ignore[union-attr]
    assert states == ["stopped", "waiting"]
    assert len(kept) == 1


def ended(jobs: Jobs, id: str) -> bool:
    """Whether there is no more to wait for."""
    progress = jobs.progress(id)
    return progress is None or progress.over


def test_a_job_that_fails_says_why_and_the_next_one_is_done(
    empty: Library, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    jobs = Jobs(empty)

    def broken(parcel: Parcel, notice: object) -> object:
        raise RuntimeError("inside")

    with monkeypatch.context() as patched:
        patched.setattr(Parcel, "articles", broken)
        failing = jobs.add(Parcel(texts=[Pasted(text="x")]))
        unknown = jobs.compare("s99")
        jobs.start()
        while not ended(jobs, unknown):
            threading.Event().wait(0.02)
        jobs.finish()
    failed, missing = jobs.progress(failing), jobs.progress(unknown)
    assert failed is not None
    assert missing is not None
    assert (failed.state, failed.error) == ("failed", "Something went wrong.")
    assert "inside" in caplog.text
    assert missing.state == "failed"
    assert "s99" in (missing.error or "") or missing.state == "failed"


def test_no_more_waits_than_there_is_room_for(empty: Library) -> None:
    jobs = Jobs(empty)
    for _ in range(MOST_WAITING):
        jobs.add(Parcel())
    with pytest.raises(TooMuchWaiting):
        jobs.add(Parcel())


def test_a_story_waits_once_to_be_compared(empty: Library) -> None:
    jobs = Jobs(empty)
    assert jobs.compare("s1") == jobs.compare("s1")
    assert jobs.compare("s1") != jobs.compare("s2")


# ---------------------------------------------------------------- parcels


def test_the_files_of_a_parcel_are_gone_afterwards() -> None:
    import io

    parcel = Parcel()
    parcel.put(io.BytesIO(b"x"), "C:\\texts\\a.tar.gz")
    (path, name), *_ = parcel.files
    assert name == "a.tar.gz"
    assert path.name == "0.tar.gz"
    assert path.read_bytes() == b"x"
    parcel.close()
    assert not path.parent.exists()
    parcel.close()


def test_what_the_reader_knows_counts_more_than_what_a_text_shows() -> None:
    given = Pasted(text=GATE, outlet="Merrow Echo", published="2024-06-05", url="https://echo.example/gate")
    (article,) = Parcel(texts=[given]).articles(unheard)
    assert not isinstance(article, SetAside)
    assert (article.outlet, article.published, article.url) == ("Merrow Echo", "2024-06-05", given.url)
    (plain,) = Parcel(texts=[Pasted(text=GATE)]).articles(unheard)
    assert not isinstance(plain, SetAside)
    assert plain.published == "2024-06-04"


def test_progress_counts_everything_that_was_given(monkeypatch: pytest.MonkeyPatch) -> None:
    intake = importlib.import_module("tellings.web.intake")
    monkeypatch.setattr(intake, "collect", lambda given: Collection(articles=(), set_aside=()))
    heard: list[tuple[str, int, int]] = []
    parcel = Parcel(texts=[Pasted(text="a"), Pasted(text="b")], addresses=["https://news.example/1", "x"])
    gone = list(parcel.articles(lambda *told: heard.append(told)))
    assert [one.path for one in gone if isinstance(one, SetAside)] == ["x"]
    assert heard[0] == ("collect", 0, 4)
    assert heard[-1] == ("collect", 4, 4)
