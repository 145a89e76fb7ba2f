"""Passages found by what they mean inside PostgreSQL, in a database that has the extension pgvector.

Comes in:   a connection, and the code of a question.
Goes out:   the articles with the closest passages; None where the database has no index of them.

The index is made when a library is made, upgraded or repaired in a database that has the extension (0.8 or
newer; CREATE EXTENSION vector makes it, for which the program has no rights). From then on the database keeps
it by itself: whatever goes into `passages` or leaves it goes into `meanings` or leaves it.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, text

from tellings.store.codes import BYTES

_LOOKED_AT = 200
"""So many passages a walk through the index keeps in view: with more it finds more of the closest, later."""
_CAN_BE_MADE = text(
    "SELECT to_regclass('meanings') IS NULL AND EXISTS (SELECT FROM pg_extension WHERE extname = 'vector' "
    "AND string_to_array(extversion, '.')::int[] >= '{0,8}') AND to_regoperator('<~>(bit,bit)') IS NOT NULL"
)
_IS_MADE = text("SELECT to_regclass('meanings') IS NOT NULL")
_CODES = (
    "SELECT ('x' || encode(substring({row}.codes FROM at + 1 FOR "
    f"{BYTES}), 'hex'))::bit({8 * BYTES}) AS code "
    "FROM generate_series(0, length({row}.codes) - 1, "
    f"{BYTES}) AS at"
)
_MAKE = (
    f"CREATE TABLE meanings (article integer NOT NULL, code bit({8 * BYTES}) NOT NULL)",
    "INSERT INTO meanings SELECT passages.article, c.code "
    f"FROM passages, LATERAL ({_CODES.format(row='passages')}) AS c",
    "CREATE INDEX meanings_by_article ON meanings (article)",
    "SET LOCAL maintenance_work_mem = '512MB'",
    "CREATE INDEX meanings_by_code ON meanings USING hnsw (code bit_hamming_ops)",
    f"""
    CREATE FUNCTION keep_meanings() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF TG_OP = 'DELETE' THEN
            DELETE FROM meanings WHERE article = OLD.article;
        ELSE
            INSERT INTO meanings SELECT NEW.article, c.code FROM ({_CODES.format(row="NEW")}) AS c;
        END IF;
        RETURN NULL;
    END $$
    """,
    "CREATE TRIGGER keep_meanings AFTER INSERT OR DELETE ON passages "
    "FOR EACH ROW EXECUTE FUNCTION keep_meanings()",
)
_NEAREST = (
    f"SELECT article FROM (SELECT article, code <~> CAST(:code AS bit({8 * BYTES})) AS apart FROM meanings "
    "{only}ORDER BY apart LIMIT :most) AS nearest ORDER BY apart, article"
)
_OF_ALL = text(_NEAREST.format(only=""))
_OF_THESE = text(_NEAREST.format(only="WHERE article = ANY(:among) ")).bindparams(bindparam("among"))


def make_index(connection: Connection) -> None:
    """Makes the index where it can be made and is not there; takes minutes for 100,000 articles."""
    if connection.scalar(_CAN_BE_MADE):
        for statement in _MAKE:
            connection.exec_driver_sql(statement)


def closest(
    connection: Connection, code: bytes, *, most: int, among: Sequence[int] | None
) -> list[int] | None:
    """The articles of so many closest passages, closest first; only `among` these where given."""
    if not connection.scalar(_IS_MADE):
        return None
    connection.exec_driver_sql(f"SET LOCAL hnsw.ef_search = {_LOOKED_AT}")
    connection.exec_driver_sql("SET LOCAL hnsw.iterative_scan = relaxed_order")
    asked = {"code": "x" + code.hex(), "most": most}
    if among is None:
        found = connection.execute(_OF_ALL, asked)
    else:
        found = connection.execute(_OF_THESE, asked | {"among": list(among)})
    return list(dict.fromkeys(int(row[0]) for row in found))
