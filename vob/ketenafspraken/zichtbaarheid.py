"""Who sees what of the chain: partners and public numbers everyone, the rest by right."""

from typing import Any

from flask import url_for
from sqlalchemy import ColumnElement, Select, literal, or_, select
from sqlalchemy.orm import Session

from vob.berichten import ontvangers
from vob.berichten.ontvangers import Ontvanger, Ontvangersoort
from vob.bijlagen import soorten as bijlagesoorten
from vob.bijlagen.soorten import Bijlageregels
from vob.core.permissions import Recht
from vob.data import db
from vob.web import objecten
from vob.web.objecten import Kijker, Objectsoort

from .models import Afspraak, Contact, Partner
from .values import Afspraakstatus

CONTACT = "contact"


def visible_partners(kijker: Kijker) -> Select[Any]:
    return select(Partner.id).where(literal(kijker.can(Recht.KETEN_INZIEN)))


def contact_where(kijker: Kijker) -> ColumnElement[bool]:
    """Public numbers of partners that still count; with the right all of them."""
    if kijker.can(Recht.KETEN_VERTROUWELIJK):
        return literal(True)
    return literal(kijker.can(Recht.KETEN_INZIEN)) & Contact.is_openbaar.is_(True)


def found_contacts(kijker: Kijker) -> Select[Any]:
    """By search only with the right: what can be found holds names."""
    return select(Contact.id).where(literal(kijker.can(Recht.KETEN_VERTROUWELIJK)))


def visible_afspraken(kijker: Kijker) -> Select[Any]:
    return select(Afspraak.id).where(
        or_(
            literal(kijker.can(Recht.KETEN_VERTROUWELIJK)),
            literal(kijker.can(Recht.KETEN_BEHEREN)),
        )
    )


def _afspraken_to_work_on(kijker: Kijker) -> Select[Any]:
    return select(Afspraak.id).where(literal(kijker.can(Recht.KETEN_BEHEREN)))


def _is_concept(kijker: Kijker, afspraak_id: int) -> bool:
    """A document of an agreement that was not signed may still be thrown away."""
    if not kijker.can(Recht.KETEN_BEHEREN):
        return False
    stmt = select(Afspraak.id).filter_by(id=afspraak_id, status=Afspraakstatus.CONCEPT)
    return db.session.scalar(stmt) is not None


def _url_of_contact(id: int) -> str:
    partner_id = db.session.scalar(select(Contact.partner_id).where(Contact.id == id))
    return url_for("ketenafspraken.show_partner", id=partner_id or 0, _anchor=f"contact-{id}")


def _find_address(session: Session, contact_id: int) -> Ontvanger | None:
    """The address as it stands when the mail leaves; a partner that stopped gets none."""
    contact = session.get(Contact, contact_id)
    if contact is None or not contact.email or not contact.partner.is_actief:
        return None
    return Ontvanger("Goedendag", contact.email)


objecten.register(
    Objectsoort(
        code="partner",
        label="Ketenpartner",
        url=lambda id: url_for("ketenafspraken.show_partner", id=id),
        zichtbaar=visible_partners,
    )
)
objecten.register(
    Objectsoort(code=CONTACT, label="Contact", url=_url_of_contact, zichtbaar=found_contacts)
)
objecten.register(
    Objectsoort(
        code="afspraak",
        label="Ketenafspraak",
        url=lambda id: url_for("ketenafspraken.show_afspraak", id=id),
        zichtbaar=visible_afspraken,
        bewerkbaar=_afspraken_to_work_on,
    )
)
bijlagesoorten.register("afspraak", Bijlageregels(mag_weg=_is_concept))
ontvangers.register(Ontvangersoort(CONTACT, "Contact van een ketenpartner", _find_address))
