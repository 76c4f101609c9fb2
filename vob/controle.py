"""The doctor: looks whether everything a running VOB leans on is in order. Changes nothing."""

import shutil
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from flask import current_app
from sqlalchemy import func, select, text
from sqlalchemy.exc import SQLAlchemyError

from .berichten.mail import MailFout, connect
from .berichten.queries import oldest_waiting
from .bijlagen import virusscan
from .bijlagen.queries import check_bijlagen
from .core.clock import nu, vandaag
from .data import db, migrate
from .data.audit import check_chain
from .data.crypto import SleutelFout
from .data.engine import WAL_SAFE_FROM
from .data.installatie import read_backup
from .data.rotation import check_keys
from .ketenafspraken.models import Contact, Partner
from .ketenafspraken.queries import te_controleren
from .web.formats import tijdstip

_WACHTEN = timedelta(hours=1)  # mail leaves every minute
_VERS = timedelta(days=2)  # the README makes a backup every night
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
    return [
        _database(),
        schema,
        _sleutels(),
        *(_try(wat, check) for wat, check in (("Logboek", _logboek), ("Bijlagen", _bijlagen))),
        *(_mail(), _post(), _backup(), _contacten(), _schijf(), _virusscanner()),
    ]


def _try(wat: str, check: Callable[[], Uitkomst]) -> Uitkomst:
    """Without the key the rest can still be looked at."""
    try:
        return check()
    except SleutelFout as fault:
        return Uitkomst(wat, False, str(fault))


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


def _sleutels() -> Uitkomst:
    fouten = list(check_keys(db.session))
    zin = "Wat versleuteld is, gaat open met de sleutels die er zijn."
    return Uitkomst("Sleutels", not fouten, zin if not fouten else " ".join(fouten[:3]))


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
    """As when a mail is sent: with encryption and logging in."""
    url = current_app.config["SMTP_URL"]
    if not url:
        return Uitkomst("Mail", current_app.config["DEMO"], "Er is geen mailserver ingesteld.")
    try:
        with connect(url):
            return Uitkomst("Mail", True, "De mailserver antwoordt.")
    except MailFout as fault:
        return Uitkomst("Mail", False, str(fault))


def _post() -> Uitkomst:
    sinds = oldest_waiting()
    if sinds is None:
        return Uitkomst("Post", True, "Er wacht geen bericht.")
    zin = f"Het oudste bericht wacht sinds {tijdstip(sinds)}."
    return Uitkomst("Post", nu() - sinds < _WACHTEN or current_app.config["DEMO"], zin)


def _backup() -> Uitkomst:
    laatste = read_backup(current_app.config["INSTANCE"])
    if laatste is None:
        return Uitkomst("Backup", current_app.config["DEMO"], "Er is nog geen backup gemaakt.")
    goed = nu() - laatste < _VERS
    return Uitkomst("Backup", goed, f"De laatste backup is van {tijdstip(laatste)}.")


def _contacten() -> Uitkomst:
    stmt = select(func.count(Contact.id)).where(Partner.is_actief, te_controleren(vandaag()))
    aantal = db.session.scalar(stmt.join(Contact.partner)) or 0
    if not aantal:
        return Uitkomst("Contacten", True, "Elk contact in de keten is op tijd gecontroleerd.")
    wie = "1 contact is" if aantal == 1 else f"{aantal} contacten zijn"
    return Uitkomst("Contacten", False, f"{wie} niet op tijd gecontroleerd: zie Keten, Controle.")


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
