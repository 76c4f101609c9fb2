"""What an administrator does with accounts. Nobody here ever sees or sets a password."""

from flask import current_app
from flask_login import current_user
from sqlalchemy import select

from vob.berichten.operations import queue
from vob.berichten.values import Berichtsoort
from vob.core.errors import RegelOvertreden
from vob.core.permissions import Rol
from vob.data import begin_write, db, log_event
from vob.gebruikers import sessies, throttle
from vob.gebruikers.models import Gebruiker
from vob.gebruikers.uitnodigen import end_wachtwoordlinks, make_wachtwoordlink

from . import rules
from .forms import GebruikerForm
from .queries import count_andere_beheerders


class EmailBezet(RegelOvertreden):
    """One address, one person."""

    def __init__(self) -> None:
        super().__init__("Er is al een account met dit e-mailadres.")


_UITNODIGING = (
    "Er is een account voor u gemaakt in VOB. Kies binnen zeven dagen zelf een wachtwoord:\n\n"
    "{link}\n\nDaarna logt u in met dit e-mailadres."
)
_WACHTWOORD = (
    "Met deze link kiest u zelf een nieuw wachtwoord voor VOB. De link werkt één keer, zeven dagen "
    "lang:\n\n{link}\n\nHeeft u hier niet om gevraagd? Laat het de beheerder weten."
)


def create_gebruiker(form: GebruikerForm) -> Gebruiker:
    """A new account, and an invitation to it. Raises EmailBezet."""
    gebruiker = Gebruiker()
    _check_email(gebruiker, form.email.data)
    form.fill(gebruiker)
    db.session.add(gebruiker)
    db.session.flush()
    send_wachtwoordlink(gebruiker)
    return gebruiker


def update_gebruiker(gebruiker: Gebruiker, form: GebruikerForm) -> None:
    """Other roles or another address end every session of this person at once.

    Raises EmailBezet, and RegelOvertreden when no administrator would remain.
    """
    _check_email(gebruiker, form.email.data)
    _check(gebruiker, form.rollen.data, gebruiker.is_actief)
    before, email = set(gebruiker.rollen), gebruiker.email
    form.fill(gebruiker)
    if email != gebruiker.email:  # who reads the old mailbox may be someone else by now
        end_wachtwoordlinks(gebruiker)
    if before != set(gebruiker.rollen) or email != gebruiker.email:
        _end_sessies(gebruiker)


def change_actief(gebruiker: Gebruiker, is_actief: bool) -> None:
    """A disabled account cannot log in, and is out at once."""
    _check(gebruiker, [Rol(rol) for rol in gebruiker.rollen], is_actief)
    gebruiker.is_actief = is_actief
    if not is_actief:
        end_wachtwoordlinks(gebruiker)
        _end_sessies(gebruiker)


def send_wachtwoordlink(gebruiker: Gebruiker) -> None:
    """Only the person gets the link; to choose a first password, or another one."""
    link = current_app.config["BASE_URL"].rstrip("/") + make_wachtwoordlink(gebruiker)
    if gebruiker.wachtwoord_hash:
        soort, tekst = Berichtsoort.WACHTWOORD, _WACHTWOORD
    else:
        soort, tekst = Berichtsoort.UITNODIGING, _UITNODIGING
    queue(gebruiker, soort, "/inloggen", tekst.format(link=link))


def unlock(gebruiker: Gebruiker) -> None:
    """Forget the failed logins of this account, wherever they came from."""
    throttle.unlock(gebruiker.email)
    log_event(db.session, "wachttijd gewist", "gebruiker", gebruiker.id)


def _check_email(gebruiker: Gebruiker, email: str) -> None:
    """After the one-time token: the same invitation sent twice is not a second person."""
    taken = select(Gebruiker.id).where(
        Gebruiker.email == email, Gebruiker.id != (gebruiker.id or 0)
    )
    if db.session.scalar(taken):
        raise EmailBezet


def _check(gebruiker: Gebruiker, rollen: list[Rol], is_actief: bool) -> None:
    begin_write(db.session)
    rules.check_gebruiker(
        is_zelf=gebruiker.id == current_user.id,
        was_rollen=[Rol(rol) for rol in gebruiker.rollen],
        was_actief=gebruiker.is_actief,
        rollen=rollen,
        is_actief=is_actief,
        andere=count_andere_beheerders(gebruiker),
    )


def _end_sessies(gebruiker: Gebruiker) -> None:
    sessies.end_sessies(gebruiker.id)
    log_event(db.session, "sessies beëindigd", "gebruiker", gebruiker.id)
