"""The belkaart: whom one calls, on one page, as somebody may see it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from vob.data import db
from vob.organisatie.models import Steunpunt
from vob.organisatie.queries import our_organisatie, setting, steunpunten

from . import rules
from .escalatie import current_ladder
from .models import Contact, Ladder, Partner
from .queries import Gemeenteregel, first_of
from .values import Partnersoort


@dataclass(frozen=True)
class Belkaart:
    """`is_vol`: with names, mail addresses and the contacts that are not for everyone.

    Private numbers are on no card: paper is shown to nobody's log.
    """

    is_vol: bool
    gemaakt_op: date
    geldig_tot: date
    spoed: list[Steunpunt]
    partners: list[Partner]
    gemeenten: list[Gemeenteregel]
    steunpunten: list[Steunpunt]
    ladder: Ladder | None
    maanden: int

    def is_oud(self, contact: Contact) -> bool:
        return contact.is_te_controleren(self.gemaakt_op, self.maanden)


def read_belkaart(vandaag: date, *, is_vol: bool) -> Belkaart:
    """The card of today. The public one is the same for everyone, so a phone may keep it."""
    waar = Partner.is_actief.is_(True)
    zichtbaar = Contact.id.is_not(None) if is_vol else Contact.is_openbaar.is_(True)
    alle = list(
        db.session.scalars(
            select(Partner)
            .where(waar, Partner.contacten.any(zichtbaar))
            .options(selectinload(Partner.contacten.and_(zichtbaar)))
            .order_by(Partner.is_verplicht.desc(), Partner.naam)
            .execution_options(populate_existing=True)
        )
    )
    rollen = rules.ROLLEN_PER_GEMEENTE[our_organisatie().type]
    per_rol = {p.id for p in alle if rollen and p.soort is Partnersoort.GEMEENTE}
    getoond = {c.rol for p in alle if p.id in per_rol for c in p.contacten}
    rollen = tuple(rol for rol in rollen if rol in getoond)  # no column that nobody may see
    lijnen = [lijn for lijn in steunpunten() if not lijn.is_historisch]
    return Belkaart(
        is_vol=is_vol,
        gemaakt_op=vandaag,
        geldig_tot=rules.kaart_geldig_tot(
            vandaag, setting("belkaart_geldig"), _laatste_dagen(alle, lijnen)
        ),
        spoed=[lijn for lijn in lijnen if lijn.is_spoed],
        partners=[p for p in alle if p.id not in per_rol],
        gemeenten=sorted(
            (
                Gemeenteregel(p, {rol: first_of(p.contacten, rol) for rol in rollen})
                for p in alle
                if p.id in per_rol
            ),
            key=lambda regel: regel.partner.naam.lower(),
        ),
        steunpunten=[lijn for lijn in lijnen if lijn.telefoon and not lijn.is_spoed],
        ladder=current_ladder(vandaag),
        maanden=setting("contact_controle"),
    )


def _laatste_dagen(partners: list[Partner], lijnen: list[Steunpunt]) -> Iterator[date]:
    """Of each number on the card the day until which it counts as checked."""
    for partner in partners:
        for contact in partner.contacten:
            if contact.gecontroleerd_op is not None:
                yield rules.laatste_dag(
                    contact.gecontroleerd_op, contact.geldig_tot, setting("contact_controle")
                )
    for lijn in lijnen:
        if lijn.telefoon and lijn.gecontroleerd_op is not None:
            yield rules.laatste_dag(lijn.gecontroleerd_op, None, setting("steunpunt_controle"))
