"""Where a story stands: enough to know whether what was made of it still holds.

Comes in:   a connection, and the number of a story.
Goes out:   `Standing`; one row is read, no article and no dossier.
"""

from __future__ import annotations

from sqlalchemy import Connection, select

from tellings.store import schema
from tellings.store.numbers import missing, named
from tellings.store.views import Standing


def standing(connection: Connection, story: int) -> Standing:
    """How often the story has changed, and whether its dossier is of now. Raises `NotInLibrary`."""
    from tellings import __version__

    stories, kept = schema.stories.c, schema.dossiers.c
    row = connection.execute(
        select(stories.revision, kept.revision.label("drawn"), kept.program)
        .select_from(schema.stories.outerjoin(schema.dossiers, kept.story == stories.id))
        .where(stories.id == story)
    ).one_or_none()
    if row is None:
        raise missing("s", named("s", story))
    current = row.drawn == row.revision and row.program == __version__
    return Standing(story=named("s", story), revision=row.revision, compared=current)
