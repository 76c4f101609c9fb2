"""The search index as migrations make it: FTS5 on SQLite, a trigram index on PostgreSQL."""

from alembic import op

# External content: the text itself is stored once, in zoekdoc. `search.py` keeps the index in step;
# triggers could not: with trusted_schema=OFF a trigger may not touch a virtual table.
_SQLITE = """CREATE VIRTUAL TABLE zoekdoc_fts USING fts5
    (tekst, content='zoekdoc', content_rowid='id', tokenize='trigram')"""
_POSTGRESQL = "CREATE INDEX ix_zoekdoc_tekst ON zoekdoc USING gin (tekst gin_trgm_ops)"


def make_extension() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")


def make_search_index() -> None:
    op.execute(_SQLITE if op.get_bind().dialect.name == "sqlite" else _POSTGRESQL)


def drop_search_index() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE zoekdoc_fts")
    else:
        op.execute("DROP INDEX ix_zoekdoc_tekst")
