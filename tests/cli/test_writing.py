from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from tellings.cli.writing import numbered, require_writable, write_whole
from tellings.errors import CannotWrite


def test_the_file_is_written_with_ordinary_permissions(tmp_path: Path) -> None:
    write_whole(tmp_path / "report.html", "<p>ü</p>")
    assert (tmp_path / "report.html").read_bytes() == "<p>ü</p>".encode()
    (tmp_path / "other").write_text("x")
    assert (tmp_path / "report.html").stat().st_mode == (tmp_path / "other").stat().st_mode
    assert sorted(os.listdir(tmp_path)) == ["other", "report.html"]


def test_a_replaced_file_keeps_its_permissions_and_a_link_stays_a_link(tmp_path: Path) -> None:
    kept = tmp_path / "kept.html"
    kept.write_text("old")
    kept.chmod(0o640)
    (tmp_path / "link.html").symlink_to(kept)
    write_whole(tmp_path / "link.html", "new")
    assert (tmp_path / "link.html").is_symlink()
    assert kept.read_text() == "new"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o640


@pytest.mark.parametrize("failing", ["fsync", "replace"])
def test_a_full_disk_leaves_nothing_half_written(
    failing: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*given: object, **named: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    (tmp_path / "report.html").write_text("the report of yesterday")
    monkeypatch.setattr(os, failing, full)
    with pytest.raises(CannotWrite, match=r"report\.html could not be written") as raised:
        write_whole(tmp_path / "report.html", "new")
    assert "free some room" in raised.value.fix
    assert os.listdir(tmp_path) == ["report.html"]
    assert (tmp_path / "report.html").read_text() == "the report of yesterday"


def test_ctrl_c_leaves_nothing_half_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*given: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "report.html", "new")
    assert os.listdir(tmp_path) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_device_is_written_to_and_not_replaced() -> None:
    with pytest.raises(CannotWrite, match="/dev/full") as raised:
        write_whole(Path("/dev/full"), "x" * 100_000)
    assert "free some room" in raised.value.fix
    assert stat.S_ISCHR(Path("/dev/full").stat().st_mode)
    write_whole(Path("/dev/null"), "x")
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


def test_what_is_bound_to_fail_is_said_before_any_work(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for path, fix in (
        (tmp_path, "name a file in it"),
        (tmp_path / "missing" / "report.html", "make it first"),
        (tmp_path / "file" / "report.html", "name a folder that exists"),
    ):
        with pytest.raises(CannotWrite) as raised:
            require_writable(path)
        assert fix in raised.value.fix
    require_writable(tmp_path / "report.html")


def test_the_second_story_gets_a_file_of_its_own() -> None:
    assert numbered(Path("out/report.html"), 1) == Path("out/report.html")
    assert numbered(Path("out/report.html"), 2) == Path("out/report-2.html")
    assert numbered(Path("report"), 3) == Path("report-3")
