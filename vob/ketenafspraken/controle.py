"""The round in which every number is checked: what is due, by whom, and what was done."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from sqlalchemy import or_, select
from sqlalchemy.orm import joinedload

from vob.core.errors import RegelOvertreden
from vob.data import begin_write, db
from vob.gebruikers.models import Gebruiker
from vob.organisatie.models import Steunpunt
from vob.organisatie.queries import setting

from . import rules
from .models import Contact, Controlepunt, Controleronde, Controlevraag, Partner
from .queries import te_controleren
from .values import Vraagstatus


@dataclass(frozen=True)
class Punt:
    """One thing to check; `is_gedaan`: since the round began, by whatever way."""

    punt: Controlepunt
    is_gedaan: bool

    @property
    def titel(self) -> str:
        if self.punt.contact is not None:
            return f"{self.punt.contact.partner.naam}: {self.punt.contact.functie}"
        return self.punt.steunpunt.naam if self.punt.steunpunt else ""


class Voortgang(NamedTuple):
    gedaan: int
    totaal: int


def open_ronde() -> Controleronde | None:
    stmt = select(Controleronde).where(Controleronde.afgesloten_op.is_(None))
    return db.session.scalar(stmt.order_by(Controleronde.id.desc()).limit(1))


def last_ronde() -> Controleronde | None:
    """The newest that was closed: when everything was looked at for the last time."""
    stmt = select(Controleronde).where(Controleronde.afgesloten_op.is_not(None))
    return db.session.scalar(stmt.order_by(Controleronde.id.desc()).limit(1))


def due_contacts(dag: date) -> list[Contact]:
    """Of partners that still count: what must be checked on this day."""
    stmt = (
        select(Contact)
        .join(Contact.partner)
        .options(joinedload(Contact.partner))
        .where(Partner.is_actief.is_(True), te_controleren(dag))
        .order_by(Partner.naam, Contact.functie)
    )
    return list(db.session.scalars(stmt))


def due_steunpunten(dag: date) -> list[Steunpunt]:
    """Support lines that are not gone, and whose check is too long ago."""
    oudste = rules.oudste_goede(dag, setting("steunpunt_controle"))
    stmt = select(Steunpunt).where(
        Steunpunt.is_historisch.is_(False),
        or_(Steunpunt.gecontroleerd_op.is_(None), Steunpunt.gecontroleerd_op < oudste),
    )
    return list(db.session.scalars(stmt.order_by(Steunpunt.volgorde, Steunpunt.naam)))


def start_ronde(vandaag: date, gebruiker_id: int) -> Controleronde:
    """A round of everything that is due before it should be ready; flushes.

    Each point goes to who owns the partner, so that sharing out begins half done.
    """
    begin_write(db.session)
    if open_ronde():
        raise RegelOvertreden("Er loopt al een controleronde. Rond die eerst af.")
    uiterlijk = vandaag + timedelta(days=setting("controle_dagen"))
    contacten, steunpunten = due_contacts(uiterlijk), due_steunpunten(uiterlijk)
    if not contacten and not steunpunten:
        raise RegelOvertreden("Alle nummers zijn gecontroleerd. Er is nu niets te doen.")
    ronde = Controleronde(begonnen_op=vandaag, uiterlijk=uiterlijk, begonnen_door_id=gebruiker_id)
    ronde.punten = [
        Controlepunt(contact_id=contact.id, voor_id=contact.partner.eigenaar_id)
        for contact in contacten
    ]
    ronde.punten += [Controlepunt(steunpunt_id=steunpunt.id) for steunpunt in steunpunten]
    db.session.add(ronde)
    db.session.flush()
    return ronde


def list_punten(ronde: Controleronde) -> list[Punt]:
    """First what is still to be done, by name."""
    stmt = (
        select(Controlepunt)
        .options(
            joinedload(Controlepunt.contact).joinedload(Contact.partner),
            joinedload(Controlepunt.steunpunt),
            joinedload(Controlepunt.voor),
        )
        .where(Controlepunt.ronde_id == ronde.id)
    )
    punten = [Punt(punt, is_gedaan(punt, ronde.begonnen_op)) for punt in db.session.scalars(stmt)]
    return sorted(punten, key=lambda punt: (punt.is_gedaan, punt.titel.lower()))


def is_gedaan(punt: Controlepunt, begonnen_op: date) -> bool:
    ding = punt.contact or punt.steunpunt
    op = ding.gecontroleerd_op if ding is not None else None
    return op is not None and op >= begonnen_op


def count_punten(punten: Iterable[Punt]) -> Voortgang:
    alle = list(punten)
    return Voortgang(sum(punt.is_gedaan for punt in alle), len(alle))


def assign(ronde: Controleronde, punt_ids: Collection[int], gebruiker_id: int | None) -> int:
    """Give these points to someone, or to nobody. How many it were."""
    stmt = select(Controlepunt).where(
        Controlepunt.ronde_id == ronde.id, Controlepunt.id.in_(punt_ids)
    )
    punten = list(db.session.scalars(stmt))
    wie = db.session.get(Gebruiker, gebruiker_id) if gebruiker_id else None
    for punt in punten:
        punt.voor = wie
    return len(punten)


def waiting_answers() -> list[Controlevraag]:
    """What partners answered and nobody decided on yet, the oldest first."""
    stmt = (
        select(Controlevraag)
        .options(joinedload(Controlevraag.contact).joinedload(Contact.partner))
        .where(Controlevraag.status == Vraagstatus.WACHT)
        .order_by(Controlevraag.beantwoord_op, Controlevraag.id)
    )
    return list(db.session.scalars(stmt))


def asked(contact_ids: Collection[int]) -> dict[int, Controlevraag]:
    """The newest question to each of these contacts."""
    stmt = (
        select(Controlevraag)
        .where(Controlevraag.contact_id.in_(contact_ids))
        .order_by(Controlevraag.id)
    )
    return {vraag.contact_id: vraag for vraag in db.session.scalars(stmt)}
