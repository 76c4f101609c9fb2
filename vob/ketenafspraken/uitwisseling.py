"""Contacts and partners out of a spreadsheet, and into one: all rows, or none."""

from collections.abc import Iterator, Sequence

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from vob.core.errors import RegelOvertreden
from vob.core.values import Waardelijst
from vob.data import begin_write, db
from vob.web.tables import Cel

from .invoer import KOLOMMEN, Rij
from .models import NUMMERS, Contact, Partner
from .values import Partnersoort
from .vragen import touches_number

KOPPEN = tuple(kolom.kop for kolom in KOLOMMEN)
VOORBEELD: tuple[Cel, ...] = (
    *("Politie", "Politie", "ja", "Contactpersoon", "Contactfunctionaris agressie", ""),
    *(
        "0555-100200",
        "",
        "0900-8844",
        "agressie@politie.example",
        "Bedreiging, Aangifte en vervolging",
    ),
    *("Kantooruren", "", "Niet nodig: nummer van een functie", "ja", ""),
)


def plan(rijen: Sequence[Rij]) -> None:
    """Say of every row what importing would do with it."""
    partners, contacten = _known()
    nieuw: set[str] = set()
    for rij in rijen:
        naam = rij.partner.get("naam", "").lower()
        contact = contacten.get(rij.sleutel)
        if contact is not None:
            rij.wat = "wijzigt" if _changes(contact, rij) else "blijft gelijk"
        elif rij.heeft_contact:
            rij.wat = "nieuw contact"
        else:
            rij.wat = "partner bestaat al" if naam in partners or naam in nieuw else ""
        if naam and naam not in partners and naam not in nieuw:
            rij.wat = "nieuwe partner" + (", nieuw contact" if rij.heeft_contact else "")
            nieuw.add(naam)


def _known() -> tuple[dict[str, Partner], dict[tuple[str, str, str], Contact]]:
    stmt = select(Contact).options(joinedload(Contact.partner)).order_by(Contact.id)
    partners = {partner.naam.lower(): partner for partner in db.session.scalars(select(Partner))}
    contacten = {
        (c.partner.naam.lower(), c.functie.lower(), c.naam.lower()): c
        for c in db.session.scalars(stmt)
    }
    return partners, contacten


def _changes(contact: Contact, rij: Rij) -> bool:
    return any(getattr(contact, naam) != waarde for naam, waarde in rij.contact.items())


def store(rijen: Sequence[Rij]) -> tuple[int, int]:
    """Everything, or nothing: (partners made, contacts made or changed). Flushes.

    Raises RegelOvertreden when a row has a fault.
    """
    if any(rij.fouten for rij in rijen):
        raise RegelOvertreden("Er staan nog fouten in. Er is niets overgenomen.")
    begin_write(db.session)
    partners, contacten = _known()
    gemaakt = geraakt = 0
    for rij in rijen:
        naam = rij.partner["naam"].lower()
        if naam not in partners:
            partners[naam] = Partner(**{"soort": Partnersoort.ANDERS} | rij.partner)
            db.session.add(partners[naam])
            gemaakt += 1
        if rij.heeft_contact:
            geraakt += _store_contact(rij, partners[naam], contacten)
    db.session.flush()
    return gemaakt, geraakt


def _store_contact(
    rij: Rij, partner: Partner, contacten: dict[tuple[str, str, str], Contact]
) -> bool:
    contact = contacten.get(rij.sleutel)
    if contact is None:
        contacten[rij.sleutel] = Contact(partner=partner, **rij.contact)
        db.session.add(contacten[rij.sleutel])
        return True
    if not _changes(contact, rij):
        return False
    oud = {naam: getattr(contact, naam) for naam in NUMMERS}
    for naam, waarde in rij.contact.items():
        setattr(contact, naam, waarde)
    if touches_number(oud, contact):
        contact.uncheck()
    return True


def export_rijen() -> Iterator[list[Cel]]:
    """Every contact with its partner; a partner without contacts as one row. No private numbers."""
    stmt = select(Partner, Contact).outerjoin(Contact, Contact.partner_id == Partner.id)
    stmt = stmt.where(Partner.is_actief.is_(True)).order_by(Partner.naam, Contact.rol, Contact.id)
    for partner, contact in db.session.execute(stmt):
        yield [
            _cel(partner if kolom.van == "partner" else contact, kolom.naam) for kolom in KOLOMMEN
        ]


def _cel(ding: Partner | Contact | None, naam: str) -> Cel:
    if ding is None:
        return ""
    waarde = getattr(ding, naam)
    if naam == "situaties":
        return ", ".join(situatie.label for situatie in waarde)
    if isinstance(waarde, Waardelijst):
        return waarde.label
    return "ja" if waarde is True else "" if waarde in (None, False) else waarde
