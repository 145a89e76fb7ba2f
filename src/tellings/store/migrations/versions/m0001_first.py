"""The first library: articles and their versions, stories, what was found in them, corrections, feeds.

Comes in:   an empty database.
Goes out:   a library at step 0001.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Makes every table."""
    _what_was_given()
    _what_was_found()
    _what_people_say()
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE texts USING fts5"
            "(words, content='', tokenize='porter unicode61 remove_diacritics 2')"
        )
    else:
        op.create_table(
            "texts",
            sa.Column(
                "article", sa.Integer, sa.ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True
            ),
            sa.Column("words", sa.dialects.postgresql.TSVECTOR, nullable=False),
        )
        op.create_index("texts_by_word", "texts", ["words"], postgresql_using="gin")


def _what_was_given() -> None:
    op.create_table(
        "stories",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("held", sa.Boolean, nullable=False),
        sa.Column("became", sa.Integer),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("first", sa.Float),
        sa.Column("last", sa.Float),
        sa.Column("changed", sa.Text, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("stories_by_change", "stories", ["changed"])
    op.create_table(
        "articles",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("story", sa.Integer, sa.ForeignKey("stories.id")),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("day", sa.Float),
        sa.Column("outlet", sa.Text),
        sa.Column("added", sa.Text, nullable=False),
        sa.Column("words", sa.LargeBinary, nullable=False),
        sqlite_autoincrement=True,
    )
    for column in ("story", "day", "outlet"):
        op.create_index(f"articles_by_{column}", "articles", [column])
    op.create_table(
        "addresses",
        sa.Column("address", sa.Text, primary_key=True),
        sa.Column("article", sa.Integer, _article(), nullable=False),
    )
    op.create_index("addresses_by_article", "addresses", ["article"])
    op.create_table(
        "versions",
        sa.Column("article", sa.Integer, _article(), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("digest", sa.LargeBinary, nullable=False),
        sa.Column("seen", sa.Text, nullable=False),
        sa.Column("head", sa.Text, nullable=False),
        sa.Column("text", sa.LargeBinary, nullable=False),
        sa.Column("reading", sa.LargeBinary, nullable=False),
        sa.Column("vectors", sa.LargeBinary, nullable=False),
    )
    op.create_index("versions_by_digest", "versions", ["digest"])


def _what_was_found() -> None:
    op.create_table(
        "passages",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("article", sa.Integer, _article(), nullable=False),
        sa.Column("codes", sa.LargeBinary, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("passages_by_article", "passages", ["article"])
    op.create_table(
        "words",
        sa.Column("word", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("stories", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "dossiers",
        sa.Column("story", sa.Integer, sa.ForeignKey("stories.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("program", sa.Text, nullable=False),
        sa.Column("drawn", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("origins", sa.Integer, nullable=False),
        sa.Column("conflicts", sa.Integer, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "statements",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("story", sa.Integer, sa.ForeignKey("stories.id", ondelete="CASCADE"), nullable=False),
        sa.Column("article", sa.Integer, _article(), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("role", sa.Text),
        sa.Column("said", sa.Text),
        sa.Column("spans", sa.Text, nullable=False),
        sa.Column("utterance", sa.Text),
        sa.Column("turns", sa.Boolean, nullable=False),
    )
    for column in ("key", "story", "article"):
        op.create_index(f"statements_by_{column}", "statements", [column])


def _what_people_say() -> None:
    op.create_table(
        "corrections",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("story", sa.Integer, sa.ForeignKey("stories.id", ondelete="SET NULL")),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("made", sa.Text, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("corrections_by_story", "corrections", ["story"])
    op.create_table(
        "feeds",
        sa.Column("url", sa.Text, primary_key=True),
        sa.Column("state", sa.Text, nullable=False),
    )


def _article() -> sa.ForeignKey:
    return sa.ForeignKey("articles.id", ondelete="CASCADE")
