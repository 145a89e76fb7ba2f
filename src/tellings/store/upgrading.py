"""A library is brought to the shape that this program knows.

Comes in:   a connection in a transaction that no other program can write beside.
Goes out:   the library at the newest step; `LibraryTooNew` when it stands at a step that is not known here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

from tellings.errors import LibraryDamaged, LibraryTooNew
from tellings.store.migrations import HEAD

if TYPE_CHECKING:
    from alembic.config import Config

_STEP = "alembic_version"


def is_current(connection: Connection) -> bool:
    """Whether nothing needs doing; cheap, and needs no lock. Raises `LibraryTooNew`."""
    step = _step_of(connection)
    if step is not None and step != HEAD and step not in _known_steps():
        raise LibraryTooNew(
            f"A newer version of tellings has made this library (step {step}; this program knows {HEAD}).",
            fix="Install the newest tellings: pip install --upgrade tellings. Nothing in it was changed.",
        )
    return step == HEAD


def upgrade(connection: Connection) -> None:
    """Takes every step that is missing, in the transaction of this connection."""
    from alembic import command

    if is_current(connection):
        return
    tables = set(inspect(connection).get_table_names())
    if tables and _STEP not in tables:
        raise LibraryDamaged(
            "There is a database at that address, but it is no library of tellings.",
            fix="Name another file or database with --store; this one is left as it is.",
        )
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, HEAD)


def _step_of(connection: Connection) -> str | None:
    if not inspect(connection).has_table(_STEP):
        return None
    found = connection.execute(text(f"SELECT version_num FROM {_STEP}")).scalar()
    return None if found is None else str(found)


def _known_steps() -> set[str]:
    from alembic.script import ScriptDirectory

    return {script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()}


def _config() -> Config:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "tellings.store:migrations")
    config.set_main_option("path_separator", "os")
    return config
