"""Failed logins: counted per account and address, in the database, so every worker knows."""

from datetime import timedelta

from sqlalchemy import delete, func, select, text

from vob.core.clock import nu
from vob.data import begin_write, db
from vob.data.crypto import sleutelbos

from . import rules
from .models import Inlogpoging


def _wie(email: str, adres: str) -> str:
    return sleutelbos().mac(f"{email}|{adres}".encode(), "inlogpoging")


def _account(email: str) -> str:
    return sleutelbos().mac(email.encode(), "inlogpoging")


def claim_poging(email: str, adres: str) -> timedelta:
    """Take a turn to try a password; or how long this account at this address still has to wait.

    The turn is taken before the password is looked at, one after the other: of forty tries at once
    no more get through than of forty in a row. A turn counts as a failure until
    `forget_failures` says otherwise. Equal for unknown accounts. The caller commits at once.
    """
    begin_write(db.session)
    wie, moment = _wie(email, adres), nu()
    if db.session.connection().dialect.name == "postgresql":
        lock = int.from_bytes(bytes.fromhex(wie.rpartition(":")[2][:14]))
        db.session.execute(text("select pg_advisory_xact_lock(:lock)"), {"lock": lock})
    aantal, laatste = db.session.execute(
        select(func.count(), func.max(Inlogpoging.moment)).where(
            Inlogpoging.wie == wie, Inlogpoging.moment > moment - rules.POGINGEN_VENSTER
        )
    ).one()
    wacht = laatste + rules.wachttijd(aantal) - moment if laatste else timedelta()
    if wacht > timedelta():
        return wacht
    db.session.add(Inlogpoging(wie=wie, account=_account(email), moment=moment))
    oud = moment - 4 * rules.POGINGEN_VENSTER
    db.session.execute(delete(Inlogpoging).where(Inlogpoging.moment < oud))
    return timedelta()


def forget_failures(email: str, adres: str) -> None:
    db.session.execute(delete(Inlogpoging).where(Inlogpoging.wie == _wie(email, adres)))


def unlock(email: str) -> None:
    """An administrator lets someone try again now, from every address."""
    db.session.execute(delete(Inlogpoging).where(Inlogpoging.account == _account(email)))
