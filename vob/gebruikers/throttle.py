"""Failed logins: counted per account and address, in the database, so every worker knows."""

from datetime import timedelta

from sqlalchemy import delete, func, select

from vob.core.clock import nu
from vob.data import db
from vob.data.crypto import sleutelbos

from . import rules
from .models import Inlogpoging


def _wie(email: str, adres: str) -> str:
    return sleutelbos().mac(f"{email}|{adres}".encode(), "inlogpoging")


def _account(email: str) -> str:
    return sleutelbos().mac(email.encode(), "inlogpoging")


def must_wait(email: str, adres: str) -> timedelta:
    """How long this account at this address still has to wait. Equal for unknown accounts."""
    aantal, laatste = db.session.execute(
        select(func.count(), func.max(Inlogpoging.moment)).where(
            Inlogpoging.wie == _wie(email, adres),
            Inlogpoging.moment > nu() - rules.POGINGEN_VENSTER,
        )
    ).one()
    if not laatste:
        return timedelta()
    return max(laatste + rules.wachttijd(aantal) - nu(), timedelta())


def note_failure(email: str, adres: str) -> None:
    db.session.add(Inlogpoging(wie=_wie(email, adres), account=_account(email), moment=nu()))
    oud = nu() - 4 * rules.POGINGEN_VENSTER
    db.session.execute(delete(Inlogpoging).where(Inlogpoging.moment < oud))


def forget_failures(email: str, adres: str) -> None:
    db.session.execute(delete(Inlogpoging).where(Inlogpoging.wie == _wie(email, adres)))


def unlock(email: str) -> None:
    """An administrator lets someone try again now, from every address."""
    db.session.execute(delete(Inlogpoging).where(Inlogpoging.account == _account(email)))
