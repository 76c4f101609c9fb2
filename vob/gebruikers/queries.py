"""Users, as other rooms need them."""

from sqlalchemy import select

from vob.core.permissions import Recht
from vob.data import db

from .models import Gebruiker


def active_gebruikers() -> list[Gebruiker]:
    """Everyone with an active account, by name; for choosing an owner."""
    return list(
        db.session.scalars(select(Gebruiker).filter_by(is_actief=True).order_by(Gebruiker.naam))
    )


def gebruikers_with(recht: Recht) -> list[Gebruiker]:
    """Everyone active who has this right."""
    return [gebruiker for gebruiker in active_gebruikers() if gebruiker.can(recht)]
