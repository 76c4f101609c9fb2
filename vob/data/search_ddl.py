"""The search index as migrations make it: FTS5 on SQLite, a trigram index on PostgreSQL."""

from alembic import op

# External content: the text itself is stored once, in zoekdoc; triggers keep the index in step.
_SQLITE = (
    """CREATE VIRTUAL TABLE zoekdoc_fts USING fts5
    (tekst, content='zoekdoc', content_rowid='id', tokenize='trigram')""",
    """CREATE TRIGGER zoekdoc_ai AFTER INSERT ON zoekdoc BEGIN
    INSERT INTO zoekdoc_fts(rowid, tekst) VALUES (new.id, new.tekst); END""",
    """CREATE TRIGGER zoekdoc_ad AFTER DELETE ON zoekdoc BEGIN
    INSERT INTO zoekdoc_fts(zoekdoc_fts, rowid, tekst) VALUES ('delete', old.id, old.tekst); END""",
    """CREATE TRIGGER zoekdoc_au AFTER UPDATE ON zoekdoc BEGIN
    INSERT INTO zoekdoc_fts(zoekdoc_fts, rowid, tekst) VALUES ('delete', old.id, old.tekst);
    INSERT INTO zoekdoc_fts(rowid, tekst) VALUES (new.id, new.tekst); END""",
)
_POSTGRESQL = "CREATE INDEX ix_zoekdoc_tekst ON zoekdoc USING gin (tekst gin_trgm_ops)"


def make_extension() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")


def make_search_index() -> None:
    statements = _SQLITE if op.get_bind().dialect.name == "sqlite" else (_POSTGRESQL,)
    for statement in statements:
        op.execute(statement)


def drop_search_index() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for trigger in ("zoekdoc_ai", "zoekdoc_ad", "zoekdoc_au"):
            op.execute(f"DROP TRIGGER {trigger}")
        op.execute("DROP TABLE zoekdoc_fts")
    else:
        op.execute("DROP INDEX ix_zoekdoc_tekst")
