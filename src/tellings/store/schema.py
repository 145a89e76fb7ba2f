"""The tables of a library, as the newest migration leaves them.

Comes in:   nothing; these are definitions.
Goes out:   `Table`s, the same for every database. How words are found (`texts`) differs and is made by the
            migrations: an FTS5 table in SQLite, a tsvector with its index in PostgreSQL.

What was given (`articles`, `addresses`, `versions`) stands apart from what the program found (`stories`,
`passages`, `words`, `dossiers`, `statements`), and from what people said against it (`corrections`).
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)

metadata = MetaData()

stories = Table(
    "stories",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("revision", Integer, nullable=False),  # grows whenever its articles or corrections change
    Column("held", Boolean, nullable=False),  # put together by hand: the program takes nothing out of it
    Column("became", Integer),  # the story that took its articles over, once it has none
    Column("size", Integer, nullable=False),
    Column("first", Float),  # days since 1970 of its earliest and latest article
    Column("last", Float),
    Column("changed", Text, nullable=False),
    Index("stories_by_change", "changed"),
    sqlite_autoincrement=True,
)

articles = Table(
    "articles",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("story", Integer, ForeignKey("stories.id")),  # null only while it is being placed
    Column("version", Integer, nullable=False),  # the number of the version that counts now
    Column("day", Float),
    Column("outlet", Text),
    Column("added", Text, nullable=False),
    Column("words", LargeBinary, nullable=False),  # the vector that grouping compares
    Index("articles_by_story", "story"),
    Index("articles_by_day", "day"),
    Index("articles_by_outlet", "outlet"),
    sqlite_autoincrement=True,
)

addresses = Table(
    "addresses",
    metadata,
    Column("address", Text, primary_key=True),
    Column("article", Integer, ForeignKey("articles.id", ondelete="CASCADE"), nullable=False),
    Index("addresses_by_article", "article"),
)

versions = Table(
    "versions",
    metadata,
    Column("article", Integer, ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("digest", LargeBinary, nullable=False),  # of the words, white space joined
    Column("seen", Text, nullable=False),
    Column("head", Text, nullable=False),  # what is known of the article besides its text, as JSON
    Column("text", LargeBinary, nullable=False),
    Column("reading", LargeBinary, nullable=False),
    Column("vectors", LargeBinary, nullable=False),
    Index("versions_by_digest", "digest"),
)

passages = Table(
    "passages",
    metadata,
    Column("id", Integer, primary_key=True),  # grows, so that a reader can ask for what is new
    Column("article", Integer, ForeignKey("articles.id", ondelete="CASCADE"), nullable=False),
    Column("codes", LargeBinary, nullable=False),
    Index("passages_by_article", "article"),
    sqlite_autoincrement=True,
)

words = Table(
    "words",
    metadata,
    Column("word", BigInteger, primary_key=True, autoincrement=False),
    Column("stories", LargeBinary, nullable=False),
)

dossiers = Table(
    "dossiers",
    metadata,
    Column("story", Integer, ForeignKey("stories.id", ondelete="CASCADE"), primary_key=True),
    Column("revision", Integer, nullable=False),  # of the story it was drawn up from
    Column("program", Text, nullable=False),
    Column("drawn", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("origins", Integer, nullable=False),
    Column("conflicts", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
)

scores = Table(
    "scores",
    metadata,
    Column("story", Integer, ForeignKey("stories.id", ondelete="CASCADE"), primary_key=True),
    Column("model", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
)

statements = Table(
    "statements",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("story", Integer, ForeignKey("stories.id", ondelete="CASCADE"), nullable=False),
    Column("article", Integer, ForeignKey("articles.id", ondelete="CASCADE"), nullable=False),
    Column("name", Text, nullable=False),
    Column("key", Text, nullable=False),  # the last word of the name, lower-cased
    Column("role", Text),
    Column("said", Text),
    Column("spans", Text, nullable=False),
    Column("utterance", Text),
    Column("turns", Boolean, nullable=False),  # stands on one side of a change of position
    Index("statements_by_key", "key"),
    Index("statements_by_story", "story"),
    Index("statements_by_article", "article"),
)

corrections = Table(
    "corrections",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("story", Integer, ForeignKey("stories.id", ondelete="SET NULL")),
    Column("body", Text, nullable=False),
    Column("made", Text, nullable=False),
    Index("corrections_by_story", "story"),
    sqlite_autoincrement=True,
)

feeds = Table(
    "feeds",
    metadata,
    Column("url", Text, primary_key=True),
    Column("state", Text, nullable=False),
)
