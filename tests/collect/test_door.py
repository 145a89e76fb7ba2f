from __future__ import annotations

import io
import os
from dataclasses import replace
from pathlib import Path

import pytest

from tellings.collect import Rules, collect
from tellings.errors import UnreadableSource
from tellings.records import Article, SetAside


def reasons(sources: list[str | Path | Article], rules: Rules | None = None) -> tuple[SetAside, ...]:
    """What is set aside of sources that hold no article at all; each names its source and a fix."""
    collection = collect(sources, rules=rules or Rules())
    assert collection.articles == ()
    assert all(gone.path and gone.reason and gone.fix for gone in collection.set_aside)
    return collection.set_aside


def test_articles_are_numbered_in_the_order_of_the_sources(tmp_path: Path, story: str) -> None:
    for name in ("b.txt", "a.txt"):
        (tmp_path / name).write_text(f"{name} tells it this way\n\n{story}")
    collection = collect([tmp_path / "b.txt", str(tmp_path / "a.txt")])
    assert [(article.id, Path(article.path or "").name) for article in collection.articles] == [
        ("a1", "b.txt"),
        ("a2", "a.txt"),
    ]


def test_the_rest_is_collected_whatever_is_wrong_with_one(tmp_path: Path, story: str) -> None:
    (tmp_path / "good.txt").write_text(story)
    (tmp_path / "empty.txt").touch()
    collection = collect([tmp_path / "missing.txt", tmp_path / "empty.txt", tmp_path / "good.txt"])
    assert len(collection.articles) == 1
    assert [Path(gone.path).name for gone in collection.set_aside] == ["missing.txt", "empty.txt"]


def test_a_string_with_a_line_break_is_a_text(story: str) -> None:
    (article,) = collect([story]).articles
    assert article.text == story
    assert (article.path, article.url) == (None, None)


def test_a_long_string_without_one_is_told_how_to_become_one() -> None:
    (gone,) = reasons(["The harbour of Port Maren stayed closed on Monday after two trawlers collided."])
    assert "line break" in gone.fix


def test_an_absurdly_long_path_is_set_aside() -> None:
    (gone,) = reasons(["x" * 100_000])
    assert len(gone.path) <= 200


def test_an_address_without_its_scheme_is_recognised() -> None:
    (gone,) = reasons(["www.marenpost.example/fog"])
    assert "https://" in gone.fix


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch, story: str) -> None:
    class Stdin:
        buffer = io.BytesIO(b"\xef\xbb\xbf" + story.encode())

    monkeypatch.setattr("sys.stdin", Stdin())
    collection = collect(["-", "-"])
    assert [article.path for article in collection.articles] == ["-"]
    assert collection.articles[0].text == story
    assert "given before" in collection.set_aside[0].reason


def test_standard_input_may_hold_a_page(monkeypatch: pytest.MonkeyPatch, page: str) -> None:
    class Stdin:
        buffer = io.BytesIO(page.encode())

    monkeypatch.setattr("sys.stdin", Stdin())
    (article,) = collect(["-"]).articles
    assert article.outlet == "Maren Post"


def test_an_empty_file_is_set_aside(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "blank.json").write_text(" \n\n")
    (tmp_path / "none.jsonl").touch()
    (tmp_path / "none.html").touch()
    for name in ("empty.txt", "blank.json", "none.jsonl", "none.html"):
        (gone,) = reasons([tmp_path / name])
        assert "empty" in gone.reason


def test_a_file_of_40_mb_is_set_aside_unread(tmp_path: Path) -> None:
    with open(tmp_path / "huge.txt", "wb") as file:
        file.truncate(40_000_000)
    (gone,) = reasons([tmp_path / "huge.txt"])
    assert "more than 20 MB" in gone.reason


def test_a_binary_with_the_ending_of_a_text_is_set_aside(tmp_path: Path) -> None:
    (tmp_path / "program.txt").write_bytes(bytes(range(256)) * 50)
    (tmp_path / "paper.txt").write_bytes(b"%PDF-1.7\n" + b"words " * 100)
    assert "binary" in reasons([tmp_path / "program.txt"])[0].reason
    assert "PDF" in reasons([tmp_path / "paper.txt"])[0].reason


def test_a_missing_path_an_idle_glob_and_an_empty_folder_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    missing, idle, empty = reasons(
        [str(tmp_path / "no.txt"), str(tmp_path / "*.html"), str(tmp_path / "empty")]
    )
    assert "no such file" in missing.reason
    assert "No file matches" in idle.reason
    assert "holds no files" in empty.reason


def test_a_folder_is_read_whole_in_sorted_order(tmp_path: Path, story: str, page: str) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "c.md").write_text(f"# Third\n\n{story}")
    (tmp_path / "a.txt").write_text(f"First account of it\n\n{story}")
    (tmp_path / "b.html").write_text(page)
    (tmp_path / ".hidden.txt").write_text(story)
    (tmp_path / "notes.xlsx").write_bytes(b"\x00")
    collection = collect([tmp_path])
    assert [os.path.relpath(article.path or "", tmp_path) for article in collection.articles] == [
        "a.txt",
        "b.html",
        os.path.join("sub", "c.md"),
    ]
    assert [Path(gone.path).name for gone in collection.set_aside] == ["notes.xlsx"]


def test_what_a_browser_saves_along_with_a_page_is_told_in_one_line(tmp_path: Path, page: str) -> None:
    (tmp_path / "fog.html").write_text(page)
    assets = tmp_path / "fog_files"
    assets.mkdir()
    for name in ("frame.html", "style.css", "x.jpg"):
        (assets / name).write_text(page)
    collection = collect([tmp_path])
    assert len(collection.articles) == 1
    assert [Path(gone.path).name for gone in collection.set_aside] == ["fog_files"]


def test_many_strange_files_are_told_in_one_line(tmp_path: Path) -> None:
    for number in range(30):
        (tmp_path / f"{number}.jpg").touch()
    gone, *more = reasons([tmp_path])
    assert "30 of its files" in gone.reason
    assert more == []


def test_a_file_without_a_known_ending_is_a_text_if_it_reads_as_one(tmp_path: Path, story: str) -> None:
    (tmp_path / "wire.copy").write_text(story)
    (tmp_path / "page").write_text("<!DOCTYPE html><html><body></body></html>")
    collection = collect([tmp_path / "wire.copy", tmp_path / "page"])
    assert [article.text for article in collection.articles] == [story]
    assert "too few for an article" in collection.set_aside[0].reason


def test_an_unreadable_file_in_a_folder_does_not_stop_the_others(
    tmp_path: Path, story: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text(story)
    (tmp_path / "locked.txt").write_text(story)
    real_open = os.open

    def refusing(path: str, flags: int, *more: int) -> int:
        # Permissions do not bind the administrator, as whom tests may run.
        if Path(path).name == "locked.txt":
            raise PermissionError(13, "Permission denied")
        return real_open(path, flags, *more)

    monkeypatch.setattr("tellings.collect.files.os.open", refusing)
    collection = collect([tmp_path])
    assert [Path(article.path or "").name for article in collection.articles] == ["a.txt"]
    assert "permission denied" in collection.set_aside[0].reason


def test_an_unreadable_folder_in_a_folder_does_not_stop_the_others(
    tmp_path: Path, story: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text(story)
    (tmp_path / "locked").mkdir()
    real_list = os.listdir

    def refusing(path: str) -> list[str]:
        if Path(path).name == "locked":
            raise PermissionError(13, "Permission denied")
        return real_list(path)

    monkeypatch.setattr("tellings.collect.sources.os.listdir", refusing)
    collection = collect([tmp_path])
    assert len(collection.articles) == 1
    assert "permission denied" in collection.set_aside[0].reason


def test_links_that_lead_nowhere_or_in_circles_end(tmp_path: Path, story: str) -> None:
    (tmp_path / "a.txt").write_text(story)
    (tmp_path / "nowhere.txt").symlink_to(tmp_path / "gone.txt")
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    collection = collect([tmp_path])
    assert len(collection.articles) == 1
    assert {Path(gone.path).name for gone in collection.set_aside} == {"nowhere.txt", "self.txt"}


@pytest.mark.timeout(20)
def test_a_pipe_nobody_writes_to_is_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (gone,) = reasons([tmp_path / "pipe.txt"])
    assert "pipe" in gone.reason
    assert "pipe or a device" in reasons(["/dev/zero"])[0].reason


def test_a_path_given_twice_counts_once(tmp_path: Path, story: str) -> None:
    (tmp_path / "a.txt").write_text(story)
    collection = collect([tmp_path / "a.txt", f"{tmp_path}/../{tmp_path.name}/a.txt", tmp_path])
    assert len(collection.articles) == 1
    assert ["given before" in gone.reason for gone in collection.set_aside] == [True, True]


def test_a_record_passes_through_with_its_id(story: str) -> None:
    mine = Article(id="desk-7", text=story, outlet="Maren Post", published="2031-03-04")
    other = Article(id="desk-7", text="Another account of the fog\n\n" + story)
    first, second = collect([mine, other]).articles
    assert first == mine
    assert second == replace(other, id="a2")


def test_an_id_brought_along_is_not_given_out_again(story: str) -> None:
    mine = Article(id="a1", text=story)
    first, second = collect(["An account by hand\n\n" + story, mine]).articles
    assert second.id == "a1"
    assert first.id not in ("", "a1")


def test_progress_counts_the_files_of_a_folder(tmp_path: Path, story: str) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"{name} says so\n\n{story}")
    heard: list[tuple[str, int, int]] = []
    collect([tmp_path], on_progress=lambda step, done, total: heard.append((step, done, total)))
    assert heard == [("collect", 0, 2), ("collect", 1, 2), ("collect", 2, 2)]


def test_a_notice_saved_as_text_is_no_article() -> None:
    (gone,) = reasons(["Please enable JavaScript.\n\nSubscribe or sign in to continue reading.\n"])
    assert "only a notice" in gone.reason


def test_a_failure_nobody_foresaw_in_a_source_is_not_swallowed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*args: object, **kwargs: object) -> bytes:
        raise KeyError("a mistake of ours")

    (tmp_path / "a.txt").write_text("x")
    monkeypatch.setattr("tellings.collect.files.read_bytes", broken)
    with pytest.raises(KeyError):
        collect([tmp_path / "a.txt"])


def test_a_file_that_grows_while_it_is_read_stays_bounded(tmp_path: Path) -> None:
    from tellings.collect.files import read_bytes

    (tmp_path / "log.txt").write_bytes(b"x" * 11)
    with pytest.raises(UnreadableSource, match="more than"):
        read_bytes(tmp_path / "log.txt", max_bytes=10)
