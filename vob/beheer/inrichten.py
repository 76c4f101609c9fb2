"""The first set-up of a production installation."""

from flask import current_app
from sqlalchemy import select

from vob.core.errors import RegelOvertreden
from vob.core.organisatietype import Organisatietype
from vob.core.permissions import Rol
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.gebruikers.uitnodigen import make_wachtwoordlink
from vob.organisatie.models import Organisatie
from vob.organisatie.steunpunten import make_steunpunten
from vob.risicoanalyse import bibliotheek


def add_first_beheerder(naam: str, email: str, organisatienaam: str, soort: Organisatietype) -> str:
    """Make the organisation, its support lines and its first administrator.

    Returns the path to choose a password.

    Raises RegelOvertreden when VOB is already in use: then an administrator invites people.
    """
    if db.session.scalar(select(Gebruiker.id).limit(1)):
        raise RegelOvertreden("VOB is al ingericht. Een beheerder kan mensen uitnodigen.")
    if "@" not in email:
        raise RegelOvertreden("Dat is geen e-mailadres.")
    db.session.add(Organisatie(naam=organisatienaam.strip(), type=soort))
    db.session.add_all(make_steunpunten(soort))
    db.session.flush()
    bibliotheek.add_start_set()
    beheerder = Gebruiker(naam=naam.strip(), email=email.strip().lower(), rollen=[Rol.BEHEERDER])
    db.session.add(beheerder)
    db.session.flush()
    with current_app.test_request_context():  # only to build the address
        return make_wachtwoordlink(beheerder)
