"""An article is in the library or it is not: whatever happens to the program, the disk or the connection."""

from __future__ import annotations

import lzma
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from sqlalchemy import event, text

from tellings.errors import (
    LibraryBusy,
    LibraryDamaged,
    LibraryFull,
    LibraryLost,
    LibraryTooNew,
    NoSuchLibrary,
)
from tellings.store import Library
from tellings.store.shelf import reading_of_version
from tellings.store.sqlite import keep_a_log

from . import server as postgres
from .made import reading_of
from .texts import GATE, GATE_EDITED, GATE_OWN, HONEY
from .workers import add, readings

ROOT = Path(__file__).parents[2]
KILLS = 6
COUNT = 18
WIRE = {"url": "https://norvik.example/gate", "outlet": "Norvik", "published": "2024-06-04"}


def state_of(library: Library) -> tuple[list[str], list[list[str]]]:
    """All addresses, and which of them stand together."""
    rows = [(row["url"], row["story"]) for row in library.export()]
    stories: dict[str, list[str]] = {}
    for url, story in rows:
        stories.setdefault(story, []).append(url)
    return sorted(url for url, _ in rows), sorted(sorted(urls) for urls in stories.values())


def worker(address: str, *arguments: int, before: str = "") -> subprocess.Popen[str]:
    """A program that adds, as a process of its own; it runs some code before it begins."""
    code = f"{before}from tests.store.workers import add; add({address!r}, *{arguments})"
    pipe = subprocess.PIPE
    return subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=pipe, stderr=pipe, text=True)


def add_all(library: Library, count: int) -> list[str]:
    """How each of so many articles came out."""
    return [library.add_reading(reading).outcome for reading in readings(count)]


def whole(address: str) -> tuple[list[str], list[list[str]]]:
    """What a library looks like to which everything was added undisturbed."""
    expected = sorted(reading.article.url or "" for reading in readings(COUNT))
    with Library.open(address, patience=30) as library:
        assert library.check() == ()
        urls, stories = state_of(library)
    assert urls == expected
    return urls, stories


@pytest.mark.timeout(900)
def test_a_killed_program_leaves_nothing_half_done_and_the_next_run_does_the_rest(address: str) -> None:
    dice = random.Random(11)
    for _ in range(KILLS):
        process = worker(address, COUNT)
        assert process.stdout is not None
        assert process.stderr is not None
        told = 0
        for _ in range(dice.randrange(1, 5)):
            told += bool(process.stdout.readline())
        time.sleep(dice.random() * 0.03)
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        process.stderr.close()
        with Library.open(address, patience=30) as library:
            assert library.check() == ()
            assert len(state_of(library)[0]) >= told
    add(address, COUNT)
    assert len(whole(address)[1]) == COUNT // 3


@pytest.mark.timeout(900)
def test_eight_programs_add_to_one_library_at_once(address: str) -> None:
    processes = [worker(address, COUNT, start * 2) for start in range(8)]
    for process in processes:
        out, _ = process.communicate(timeout=800)
        assert process.returncode == 0
        assert len(out.split()) == COUNT
    assert len(whole(address)[1]) == COUNT // 3


def test_what_fails_in_the_middle_leaves_no_trace(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from tellings.store import adding

    with Library.open(address) as library:
        library.add_reading(reading_of(GATE, **WIRE))
        before = list(library.export())

        def fails(*_: object, **__: object) -> None:
            raise KeyboardInterrupt

        with monkeypatch.context() as broken:
            broken.setattr(adding, "place", fails)
            for reading in (reading_of(GATE_OWN), reading_of(GATE_EDITED, **WIRE)):
                with pytest.raises(KeyboardInterrupt):
                    library.add_reading(reading)
        assert list(library.export()) == before
        assert library.check() == ()
        assert library.add_reading(reading_of(GATE_EDITED, **WIRE)).outcome == "version"


def test_a_lost_connection_is_found_again_and_nothing_goes_in_twice(server: str) -> None:
    postgres.ask(server, "CREATE DATABASE lost")
    end = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'lost'"
    address = server.replace("DATABASE", "lost")
    with Library.open(address) as library:
        for number, reading in enumerate(readings(COUNT)):
            if number % 4 == 1:
                postgres.ask(server, end)
            library.add_reading(reading)
        assert library.check() == ()
    whole(address)


def test_a_connection_lost_within_a_transaction_is_tried_again(server: str) -> None:
    postgres.ask(server, "CREATE DATABASE within")
    with Library.open(server.replace("DATABASE", "within")) as library:
        ended: list[int] = []

        @event.listens_for(library._database._engine, "commit")
        def _ending(connection: object) -> None:
            if not ended:
                ended.append(1)
                postgres.ask(
                    server,
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'within'",
                )

        assert library.add_reading(reading_of(GATE, **WIRE)).article is not None
        assert ended
        assert len(list(library.export())) == 1


def test_a_database_that_cannot_be_reached_is_told(tmp_path: Path) -> None:
    pytest.importorskip("psycopg")
    with pytest.raises(LibraryLost, match="is lost") as raised:
        Library.open(f"postgresql://nobody:secret@/nothing?host={tmp_path}", patience=1)
    assert "secret" not in str(raised.value)


def test_a_full_disk_is_told_and_what_was_in_stays(tmp_path: Path) -> None:
    address = tmp_path / "full.db"
    with Library.open(address) as library:
        library.add_reading(reading_of(HONEY))
        pages = library._database.read(lambda c: c.execute(text("PRAGMA page_count")).scalar())

        @event.listens_for(library._database._engine, "begin")
        def _limited(connection: object) -> None:
            assert hasattr(connection, "exec_driver_sql")
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 2}")

        with pytest.raises(LibraryFull, match="could not be written"):
            add_all(library, COUNT)
        kept = len(list(library.export()))
    with Library.open(address) as library:
        assert library.check() == ()
        assert len(list(library.export())) == kept
        outcomes = add_all(library, COUNT)
    assert outcomes.count("known") == kept - 1


@pytest.mark.skipif(os.getuid() != 0 or not shutil.which("mount"), reason="making a small disk takes root")
def test_a_small_disk_that_fills_up_loses_nothing(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=900k", "tmpfs", str(disk)], capture_output=True, check=False
    )
    if made.returncode:
        pytest.skip("a small disk cannot be made here")
    try:
        with Library.open(disk / "library.db") as library, pytest.raises(LibraryFull):
            add_all(library, 200)
        shutil.copytree(disk, tmp_path / "saved")
    finally:
        subprocess.run(["umount", str(disk)], check=True)
    with Library.open(tmp_path / "saved" / "library.db") as library:
        assert library.check() == ()
        kept = len(list(library.export()))
        outcomes = add_all(library, 36)
    assert kept > 0
    assert outcomes.count("known") == min(kept, 36)


@pytest.mark.skipif(os.getuid() != 0 or not shutil.which("mount"), reason="making a small disk takes root")
def test_a_server_whose_disk_fills_up_loses_nothing(server: str) -> None:
    disk = Path(server.partition("host=")[2]) / "small-disk"
    disk.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=100m", "tmpfs", str(disk)], capture_output=True, check=False
    )
    if made.returncode:
        pytest.skip("a small disk cannot be made here")

    def room(kilobytes: int) -> None:
        size = shutil.disk_usage(disk).used // 1024 + kilobytes
        subprocess.run(["mount", "-o", f"remount,size={size}k", str(disk)], check=True)

    os.chown(disk, postgres.unprivileged() or -1, -1)
    try:
        postgres.ask(server, f"CREATE TABLESPACE small LOCATION '{disk}'")
        postgres.ask(server, "CREATE DATABASE full_disk TABLESPACE small")
        with Library.open(server.replace("DATABASE", "full_disk")) as library:
            room(400)
            with pytest.raises(LibraryFull, match="could not be written"):
                add_all(library, 400)
            kept = len(list(library.export()))
            assert kept > 0
            assert library.check() == ()
            room(100_000)
            outcomes = add_all(library, kept + 6)
            assert outcomes.count("known") == kept
            assert library.check() == ()
    finally:
        postgres.ask(server, "DROP DATABASE IF EXISTS full_disk WITH (FORCE)")
        postgres.ask(server, "DROP TABLESPACE IF EXISTS small")
        subprocess.run(["umount", str(disk)], check=True)


@contextmanager
def locked(address: str) -> Iterator[Callable[[], None]]:
    """Another program is writing; what lets go of the lock, which may be called from any thread."""
    other: Any
    if address.startswith("postgresql"):
        import psycopg

        from tellings.store.postgres import LOCK

        other = psycopg.connect(address, autocommit=True)
        other.execute("SELECT pg_advisory_lock(%s)", [LOCK])
    else:
        other = sqlite3.connect(address, isolation_level=None, check_same_thread=False)
        other.execute("BEGIN IMMEDIATE")
    try:
        yield other.close
    finally:
        other.close()


def test_a_library_that_another_program_keeps_locked_is_told(address: str) -> None:
    with Library.open(address, patience=0.2, persistence=0.1) as library:
        library.add_reading(reading_of(HONEY))
        with locked(address):
            with pytest.raises(LibraryBusy, match="Another program keeps the library"):
                library.add_reading(reading_of(GATE))
            assert len(library.stories()) == 1
        assert library.add_reading(reading_of(GATE)).outcome == "new"


def test_a_persistent_program_waits_for_a_library_that_stays_locked(address: str) -> None:
    with Library.open(address, patience=0.1, persistence=60) as library:
        library.add_reading(reading_of(HONEY))
        with locked(address) as let_go:
            freed = threading.Timer(0.5, let_go)
            freed.start()
            assert library.add_reading(reading_of(GATE)).outcome == "new"
            freed.join()


def test_articles_that_go_in_together_go_in_together_or_not_at_all(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tellings.store import adding

    with Library.open(address) as library:
        place, placed = adding.place, list[int]()

        def fails_at_the_third(connection: Any, article: Any, *rest: Any, **known: Any) -> set[int]:
            placed.append(article.number)
            if len(placed) == 3:
                raise KeyboardInterrupt
            return place(connection, article, *rest, **known)

        with monkeypatch.context() as broken:
            broken.setattr(adding, "place", fails_at_the_third)
            with pytest.raises(KeyboardInterrupt):
                library.add_readings(readings(4))
        assert len(placed) == 3
        assert list(library.export()) == []
        assert [one.outcome for one in library.add_readings(readings(4))] == ["new"] * 4
        assert library.check() == ()


def test_a_file_that_may_grow_no_more_is_told_and_what_was_in_stays(tmp_path: Path) -> None:
    address = tmp_path / "limited.db"
    limited = worker(
        str(address),
        90,
        before="import resource, signal; "
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
        "resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000)); ",
    )
    out, error = limited.communicate(timeout=500)
    assert limited.returncode == 1
    assert "LibraryFull" in error
    told = len(out.split())
    assert 0 < told < 90
    with Library.open(address) as library:
        assert library.check() == ()
        assert len(list(library.export())) == told
        assert add_all(library, told + 3).count("known") == told


# ---------------------------------------------------------------- opening


def test_a_library_of_a_newer_version_is_refused_and_left_as_it_is(address: str) -> None:
    with Library.open(address) as library:
        library.add_reading(reading_of(HONEY))
        now = library._database.read(lambda c: c.scalar(text("SELECT version_num FROM alembic_version")))
        change = text("UPDATE alembic_version SET version_num = :number")
        library._database.write(lambda c: c.execute(change, {"number": "9999"}))
        with pytest.raises(LibraryTooNew, match="newer version of tellings"):
            Library.open(address)
        library._database.write(lambda c: c.execute(change, {"number": now}))
    with Library.open(address) as library:
        assert library.check() == ()


@pytest.mark.timeout(900)
def test_programs_that_make_and_upgrade_a_library_at_once_do_not_hinder_one_another(address: str) -> None:
    code = "import sys; from tellings.store import Library; Library.open(sys.argv[1]).close()"
    processes = [subprocess.Popen([sys.executable, "-c", code, address]) for _ in range(4)]
    assert [process.wait(timeout=800) for process in processes] == [0] * 4
    with Library.open(address) as library:
        assert library.stories() == ()


def packed_as_in_the_first_library(vectors: NDArray[np.float32]) -> bytes:
    """A float32 and a byte for each part, row by row."""
    steps = np.abs(vectors).max(axis=1, keepdims=True).astype("<f4") / 127
    return np.concatenate([steps.view(np.int8), np.rint(vectors / steps).astype(np.int8)], axis=1).tobytes()


def unpacked_as_in_the_first_library(packed: bytes) -> NDArray[np.float32]:
    """The vectors from them."""
    rows = np.frombuffer(packed, np.int8).reshape(-1, 388)
    return np.asarray(rows[:, 4:] * np.ascontiguousarray(rows[:, :4]).view("<f4"), np.float32)


class Held:
    """A connection whose first statements find the file locked, as SQLite says at once of a change of log."""

    def __init__(self, times: int) -> None:
        self.left = times

    def execute(self, _: str) -> Held:
        if self.left:
            self.left -= 1
            error = sqlite3.OperationalError("database is locked")
            error.sqlite_errorcode = sqlite3.SQLITE_BUSY
            raise error
        return self

    def fetchall(self) -> list[object]:
        return []


def test_a_log_that_another_program_is_turning_on_is_waited_for() -> None:
    held = Held(times=3)
    keep_a_log(held, patience=60)  # type: ignore[arg-type]
    assert held.left == 0
    with pytest.raises(sqlite3.OperationalError, match="locked"):
        keep_a_log(Held(times=1), patience=0)  # type: ignore[arg-type]


@pytest.mark.timeout(900)
def test_an_older_library_is_upgraded_once_however_many_programs_open_it(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tellings.store import preparing, upgrading

    with monkeypatch.context() as older:
        older.setattr(upgrading, "HEAD", "0001")
        older.setattr(preparing, "packed_vectors", packed_as_in_the_first_library)
        with Library.open(address) as library:
            library.add_readings(readings(6))
            before = list(library.export())
    code = (
        "import sys; from tellings.store import Library; print(Library.open(sys.argv[1]).counts().articles)"
    )
    command = [sys.executable, "-c", code, address]
    processes = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    assert [process.communicate(timeout=800)[0] for process in processes] == ["6\n"] * 3
    with Library.open(address) as library:
        assert list(library.export()) == before
        assert len(library.show("s1").articles) == 3
        for number, given in enumerate(readings(6), start=1):
            kept = library._database.read(partial(reading_of_version, article=number, number=1))
            cosines = (kept.vectors * given.vectors).sum(axis=1) / np.linalg.norm(kept.vectors, axis=1)
            assert cosines.min() > 0.99
        assert library.check() == ()


def test_a_dossier_that_an_older_program_kept_is_kept(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from tellings.store import dossiers, packing, preparing, upgrading

    packed = dossiers._packed
    with monkeypatch.context() as older:
        older.setattr(upgrading, "HEAD", "0002")
        older.setattr(preparing, "packed_vectors", packed_as_in_the_first_library)
        older.setattr(packing, "unpacked_vectors", unpacked_as_in_the_first_library)
        older.setattr(dossiers, "_packed", lambda dossier: zlib.compress(lzma.decompress(packed(dossier))))
        with Library.open(address, pair_model=None) as library:
            library.add_readings(readings(3))
            before = library.show("s1")
    with Library.open(address, pair_model=None) as library:
        kept = library.kept("s1")
        assert kept is not None
        assert (kept.current, kept.dossier) == (True, before)
        assert library.check() == ()


def test_an_edit_counts_although_the_clock_was_set_back(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tellings.store import adding, placing, preparing

    library.add_reading(reading_of(GATE, **WIRE))
    for module in (adding, placing, preparing):
        monkeypatch.setattr(module, "now", lambda: "1970-01-01T00:00:00Z")
    assert library.add_reading(reading_of(GATE_EDITED, **WIRE)).outcome == "version"
    assert [(row.number, row.counts) for row in library.versions("a1")] == [(1, False), (2, True)]
    assert library.article("a1").article.text == GATE_EDITED
    assert library.check() == ()


def test_the_steps_lead_to_the_tables_that_the_program_expects(address: str) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.runtime.migration import MigrationContext

    from tellings.store import schema

    def differences(connection: object) -> Sequence[object]:
        context = MigrationContext.configure(
            connection,  # type: ignore[arg-type]
            opts={"include_name": lambda name, kind, _: not str(name).startswith(("texts", "meanings"))},
        )
        return list(compare_metadata(context, schema.metadata))

    with Library.open(address) as library:
        assert library._database.read(differences) == []


def test_the_newest_step_is_the_last_one_there_is() -> None:
    from alembic.script import ScriptDirectory

    from tellings.store.migrations import HEAD
    from tellings.store.upgrading import _config

    assert ScriptDirectory.from_config(_config()).get_heads() == [HEAD]


def test_what_is_no_library_is_told_and_left_alone(tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text(GATE * 20, encoding="utf-8")
    with pytest.raises(LibraryDamaged, match="is no library"):
        Library.open(notes)
    assert notes.read_text(encoding="utf-8") == GATE * 20
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.close()
    with pytest.raises(LibraryDamaged, match="no library of tellings"):
        Library.open(other)


def test_a_place_where_no_library_can_be_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(NoSuchLibrary, match="cannot be opened"):
        Library.open(tmp_path / "file" / "library.db")
    with pytest.raises(NoSuchLibrary, match="no kind of library"):
        Library.open("mysql://desk@db.example.org/tellings")
    with pytest.raises(NoSuchLibrary, match="There is no library"):
        Library.open(tmp_path / "none.db", must_exist=True)
    monkeypatch.setenv("TELLINGS_STORE", str(tmp_path / "named.db"))
    with Library.open() as library:
        assert library.name == str(tmp_path / "named.db")
