"""The doctor: looks whether everything a running VOB leans on is in order. Changes nothing."""

import shutil
import smtplib
import sqlite3
from dataclasses import dataclass
from urllib.parse import urlsplit

from flask import current_app
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from .bijlagen import virusscan
from .bijlagen.queries import check_bijlagen
from .data import db, migrate
from .data.audit import check_chain
from .data.engine import WAL_SAFE_FROM

_FREE = 0.15  # of the disk; below it, say so while there is still room to act


@dataclass(frozen=True)
class Uitkomst:
    wat: str
    goed: bool
    zin: str


def run_controle() -> list[Uitkomst]:
    """All checks, in the order in which a fault in one explains faults in the next."""
    schema = _schema()
    if not schema.goed:  # nothing behind it can be looked at
        return [_database(), schema]
    return [_database(), schema, _logboek(), _bijlagen(), _schijf(), _mail(), _virusscanner()]


def _database() -> Uitkomst:
    if db.engine.dialect.name != "sqlite":
        version = db.session.execute(text("show server_version")).scalar()
        return Uitkomst("Database", True, f"PostgreSQL {version}.")
    mode = db.session.execute(text("PRAGMA journal_mode")).scalar()
    found = db.session.execute(text("PRAGMA integrity_check")).scalar()
    loose = db.session.execute(text("PRAGMA foreign_key_check")).first()
    why = "WAL kan" if sqlite3.sqlite_version_info >= WAL_SAFE_FROM else "WAL is hier niet veilig"
    zin = f"SQLite {sqlite3.sqlite_version}, journaal {mode} ({why}), controle: {found}."
    return Uitkomst("Database", found == "ok" and loose is None, zin)


def _schema() -> Uitkomst:
    try:
        verschil = migrate.differences()
    except (SQLAlchemyError, migrate.NietBij) as fault:
        verschil = str(fault)
    return Uitkomst("Versie", verschil is None, verschil or "De database past bij deze versie.")


def _logboek() -> Uitkomst:
    fouten = list(check_chain(db.session))
    zin = "De keten van het logboek is heel." if not fouten else " ".join(fouten[:5])
    return Uitkomst("Logboek", not fouten, zin)


def _bijlagen() -> Uitkomst:
    fouten = list(check_bijlagen())
    zin = "Elke bijlage is nog wat er is toegevoegd." if not fouten else " ".join(fouten[:5])
    return Uitkomst("Bijlagen", not fouten, zin)


def _schijf() -> Uitkomst:
    usage = shutil.disk_usage(current_app.config["INSTANCE"])
    vrij = usage.free / usage.total
    return Uitkomst("Schijf", vrij >= _FREE, f"{vrij:.0%} vrij.")


def _mail() -> Uitkomst:
    url = current_app.config["SMTP_URL"]
    if not url:
        return Uitkomst("Mail", current_app.config["DEMO"], "Er is geen mailserver ingesteld.")
    parts = urlsplit(url)
    try:
        with smtplib.SMTP(parts.hostname or "", parts.port or 25, timeout=5) as server:
            server.noop()
    except OSError as fault:
        return Uitkomst("Mail", False, f"De mailserver antwoordt niet: {fault}.")
    return Uitkomst("Mail", True, "De mailserver antwoordt.")


def _virusscanner() -> Uitkomst:
    """It must find what every scanner finds; one that finds nothing is worse than none."""
    opdracht = current_app.config["VIRUSSCANNER"]
    if not opdracht:
        zin = "Er is geen virusscanner ingesteld (VOB_VIRUSSCANNER)."
        return Uitkomst("Virusscanner", True, zin)
    try:
        goed = virusscan.is_besmet(virusscan.PROEF, opdracht) and not virusscan.is_besmet(
            b"schoon", opdracht
        )
    except virusscan.ScannerStoring as fault:
        return Uitkomst("Virusscanner", False, f"De virusscanner antwoordt niet: {fault}.")
    zin = "De virusscanner doet het." if goed else "De virusscanner herkent het proefvirus niet."
    return Uitkomst("Virusscanner", goed, zin)
