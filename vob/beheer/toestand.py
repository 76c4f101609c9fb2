"""What runs here: shown to the administrator only; `/gezond` says no more than ok or not."""

from importlib.metadata import version

from flask import current_app
from sqlalchemy import text

from vob.data import db
from vob.data.installatie import read_backup
from vob.web.formats import tijdstip


def read_toestand() -> list[tuple[str, str]]:
    """Version, database, journal mode: cheap enough for every visit (`vob controle` does more)."""
    laatste = read_backup(current_app.config["INSTANCE"])
    backup = tijdstip(laatste) if laatste else "nog niet gemaakt"
    facts = [("VOB", version("vob")), ("Laatste backup", backup)]
    if db.engine.dialect.name == "sqlite":
        journal = db.session.execute(text("PRAGMA journal_mode")).scalar()
        return [*facts, ("Database", "SQLite"), ("Journaal", str(journal))]
    server = db.session.execute(text("show server_version")).scalar()
    return [*facts, ("Database", f"PostgreSQL {server}")]
