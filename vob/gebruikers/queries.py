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


_NAMEN = select(Gebruiker.id, Gebruiker.naam).filter_by(is_actief=True).order_by(Gebruiker.naam)


def list_namen() -> list[tuple[int, str]]:
    """Everyone with an active account: id and name. Not whole users, for a list of choices."""
    return [(row.id, row.naam) for row in db.session.connection().execute(_NAMEN)]


def gebruikers_with(recht: Recht) -> list[Gebruiker]:
    """Everyone active who has this right."""
    return [gebruiker for gebruiker in active_gebruikers() if gebruiker.can(recht)]
