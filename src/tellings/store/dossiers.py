"""The dossier of a story, drawn up once and kept until the story changes.

Comes in:   the readings of a story, and the corrections that people made to it.
Goes out:   the dossier; a packed copy of it without the articles' texts, which the library holds once, and
            without the digests of what it cites in them.
"""

from __future__ import annotations

import hashlib
import lzma
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pydantic import ValidationError
from sqlalchemy import Connection, delete, insert, select

from tellings.records import Grouped, Reading
from tellings.store import schema
from tellings.store.numbers import named, now, number_of
from tellings.store.shelf import articles_of
from tellings.store.statements import statement_rows
from tellings.store.views import Kept

if TYPE_CHECKING:
    from tellings.compare.scorer import PairScorer
    from tellings.dossier import Story
    from tellings.store.correcting import Corrections


def draw_up(
    story: int, readings: Sequence[Reading], corrections: Corrections, model: PairScorer | None = None
) -> Story:
    """Compares the accounts of a story, with what people have corrected put right after each room."""
    from tellings.attribute import attribute
    from tellings.compare import compare
    from tellings.tell import tell
    from tellings.trace import trace

    traced = corrections.of_origins(trace(Grouped(id=named("s", story), readings=tuple(readings))))
    attributed = corrections.of_speakers(attribute(traced))
    return tell(corrections.of_conflicts(compare(attributed, model=model)))


def kept_dossier(connection: Connection, story: int) -> Kept | None:
    """The dossier that was drawn up last; None where there is none, or one of its articles has changed.

    It is current if the story is the same since, and this version of the program drew it up.
    """
    from tellings import __version__
    from tellings.dossier import Story

    kept, stories = schema.dossiers.c, schema.stories.c
    row = connection.execute(
        select(kept.body, kept.drawn, kept.revision, kept.program, stories.revision.label("newest"))
        .select_from(schema.dossiers.join(schema.stories, stories.id == kept.story))
        .where(kept.story == story)
    ).one_or_none()
    if row is None:
        return None
    try:
        bare = Story.model_validate_json(lzma.decompress(row.body))
    except ValidationError:
        if row.program != __version__:  # an older version wrote down other things
            return None
        raise
    told = _with_texts(connection, bare)
    if told is None:
        return None
    current = row.revision == row.newest and row.program == __version__
    return Kept(dossier=told, drawn=row.drawn, current=current)


def _with_texts(connection: Connection, bare: Story) -> Story | None:
    """The dossier with its texts and their digests; None where an article is gone or has other words now."""
    from tellings.tell.cited import digests

    numbers = [number_of("a", article.id) for article in bare.articles]
    now_there = articles_of(connection, numbers)
    told = []
    for article, number in zip(bare.articles, numbers, strict=True):
        text = now_there[number].text if number in now_there else None
        if text is None or _digest(text) != article.sha256:
            return None
        told.append(article.model_copy(update={"text": text}))
    whole = bare.model_copy(update={"articles": told})
    return whole.model_copy(update={"passages": digests(whole)})


def keep_dossier(connection: Connection, story: int, revision: int, dossier: Story) -> bool:
    """Writes a dossier down; False, and nothing is written, where the story has changed since."""
    from tellings import __version__

    current = connection.scalar(select(schema.stories.c.revision).where(schema.stories.c.id == story))
    if current != revision:
        return False
    connection.execute(delete(schema.dossiers).where(schema.dossiers.c.story == story))
    connection.execute(delete(schema.statements).where(schema.statements.c.story == story))
    row = {
        "story": story,
        "revision": revision,
        "program": __version__,
        "drawn": now(),
        "title": dossier.title,
        "origins": len(dossier.origins),
        "conflicts": sum(conflict.nature == "contradiction" for conflict in dossier.conflicts),
        "body": _packed(dossier),
    }
    connection.execute(insert(schema.dossiers).values(row))
    rows = statement_rows(story, dossier)
    if rows:
        connection.execute(insert(schema.statements), rows)
    return True


def _packed(dossier: Story) -> bytes:
    bare = [article.model_copy(update={"text": ""}) for article in dossier.articles]
    body = dossier.model_copy(update={"articles": bare, "passages": {}}).model_dump_json()
    return lzma.compress(body.encode())


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
