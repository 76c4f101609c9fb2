"""Reading partners, contacts and agreements, for a page each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import selectinload

from vob.core.permissions import Recht
from vob.data import db
from vob.data.paging import Bladzijde, Sortering, count_capped, read_page
from vob.data.search import Zoekdoc, found, search, words
from vob.organisatie.queries import our_organisatie, setting
from vob.web.objecten import Kijker

from . import rules
from .models import Afspraak, Afspraakpartij, Contact, Partner
from .values import Afspraakstatus, Contactrol, Partnersoort, Stand, Welke
from .zichtbaarheid import contact_where


@dataclass(frozen=True)
class Filter:
    """What the list of partners shows; stands in the URL."""

    q: str = ""
    soort: Partnersoort | None = None
    welke: Welke | None = None


def list_partners(
    kijker: Kijker, filter: Filter, vandaag: date, na: str | None, voor: str | None
) -> tuple[Bladzijde[Partner], int]:
    """One page by name, each with the contacts that this user sees."""
    stmt = select(Partner).where(*_conditions(filter, vandaag))
    page = read_page(
        db.session,
        stmt.options(selectinload(Partner.contacten.and_(contact_where(kijker)))).execution_options(
            populate_existing=True
        ),
        Sortering(Partner.naam, Partner.id, aflopend=False),
        na=na,
        voor=voor,
    )
    return page, count_capped(db.session, stmt)


def _conditions(filter: Filter, vandaag: date) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = [
        Partner.is_actief.is_(filter.welke is not Welke.GESTOPT)
    ]
    if filter.soort:
        conditions.append(Partner.soort == filter.soort)
    if filter.welke is Welke.VERPLICHT:
        conditions.append(Partner.is_verplicht.is_(True))
    if filter.welke is Welke.CONTROLE:
        conditions.append(Partner.contacten.any(te_controleren(vandaag)))
    if words(filter.q):
        refs = select(Zoekdoc.ref).select_from(found(filter.q)).where(Zoekdoc.soort == "partner")
        conditions.append(Partner.id.in_(search(refs, filter.q)))
    return conditions


def te_controleren(dag: date) -> ColumnElement[bool]:
    """The condition of `rules.is_te_controleren`, for the database."""
    return or_(
        Contact.gecontroleerd_op.is_(None),
        Contact.gecontroleerd_op < rules.oudste_goede(dag, setting("contact_controle")),
        Contact.geldig_tot < dag,
    )


def contacts_of(kijker: Kijker, partner_id: int) -> list[Contact]:
    stmt = select(Contact).where(Contact.partner_id == partner_id, contact_where(kijker))
    return list(db.session.scalars(stmt.order_by(Contact.rol, Contact.functie, Contact.id)))


def afspraken_of(partner_id: int) -> list[Afspraak]:
    """Of one partner, newest first."""
    stmt = (
        select(Afspraak)
        .join(Afspraak.partijen)
        .where(Afspraakpartij.partner_id == partner_id)
        .order_by(Afspraak.ingangsdatum.desc(), Afspraak.id.desc())
    )
    return list(db.session.scalars(stmt))


def all_partners() -> list[Partner]:
    """For choosing parties: who still counts, by name."""
    stmt = select(Partner).where(Partner.is_actief.is_(True)).order_by(Partner.naam)
    return list(db.session.scalars(stmt))


@dataclass(frozen=True)
class Gemeenteregel:
    """A gemeente in the area, and per role whom one calls there; None: nobody yet."""

    partner: Partner
    contacten: dict[Contactrol, Contact | None]

    @property
    def is_compleet(self) -> bool:
        return all(self.contacten.values())


def list_gemeenten(kijker: Kijker) -> tuple[tuple[Contactrol, ...], list[Gemeenteregel]]:
    """Every gemeente, by name, with the roles that an organisation like ours needs there."""
    rollen = rules.ROLLEN_PER_GEMEENTE[our_organisatie().type] or (Contactrol.BURGEMEESTER,)
    stmt = (
        select(Partner)
        .where(Partner.soort == Partnersoort.GEMEENTE, Partner.is_actief.is_(True))
        .options(selectinload(Partner.contacten.and_(contact_where(kijker))))
        .order_by(Partner.naam)
        .execution_options(populate_existing=True)
    )
    regels = [
        Gemeenteregel(partner, {rol: first_of(partner.contacten, rol) for rol in rollen})
        for partner in db.session.scalars(stmt)
    ]
    return rollen, regels


def list_gemeentenamen() -> list[tuple[int, str]]:
    """For choosing where something happens; only for who depends on other gemeenten for order."""
    if not rules.ROLLEN_PER_GEMEENTE[our_organisatie().type]:
        return []
    stmt = select(Partner.id, Partner.naam).where(
        Partner.soort == Partnersoort.GEMEENTE, Partner.is_actief.is_(True)
    )
    return [(id, naam) for id, naam in db.session.execute(stmt.order_by(Partner.naam))]


def first_of(contacten: Sequence[Contact], rol: Contactrol) -> Contact | None:
    return next((contact for contact in contacten if contact.rol is rol), None)


def missing_starters() -> list[Partner]:
    """What the start set has and we do not."""
    from .startset import make_partners

    bekend = set(db.session.scalars(select(Partner.naam)))
    return [p for p in make_partners(our_organisatie().type) if p.naam not in bekend]


def list_afspraken(
    stand: Stand | None, q: str, vandaag: date, na: str | None, voor: str | None
) -> tuple[Bladzijde[Afspraak], int]:
    """One page by title; of a renewed agreement every version."""
    stmt = select(Afspraak).where(*_afspraak_conditions(stand, q, vandaag))
    options = (
        selectinload(Afspraak.partijen).selectinload(Afspraakpartij.partner),
        selectinload(Afspraak.eigenaar),
    )
    sortering = Sortering(Afspraak.titel, Afspraak.id, aflopend=False)
    page = read_page(db.session, stmt.options(*options), sortering, na=na, voor=voor)
    return page, count_capped(db.session, stmt)


def _afspraak_conditions(stand: Stand | None, q: str, vandaag: date) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if stand:
        conditions += _stand_conditions(stand, vandaag)
    if words(q):
        refs = select(Zoekdoc.ref).select_from(found(q)).where(Zoekdoc.soort == "afspraak")
        conditions.append(Afspraak.id.in_(search(refs, q)))
    return conditions


def _stand_conditions(stand: Stand, dag: date) -> list[ColumnElement[bool]]:
    """`rules.calculate_stand`, for the database."""
    a, grens = Afspraak, date.fromordinal(dag.toordinal() + rules.VERLOOPT)
    getekend = a.status == Afspraakstatus.ONDERTEKEND
    loopt = or_(a.einddatum.is_(None), a.einddatum >= dag)
    return {
        Stand.CONCEPT: [a.status == Afspraakstatus.CONCEPT],
        Stand.OPGEZEGD: [a.status == Afspraakstatus.OPGEZEGD],
        Stand.VERLOPEN: [getekend, a.einddatum < dag],
        Stand.ONDERTEKEND: [getekend, loopt, a.ingangsdatum > dag],
        Stand.VERLOOPT: [getekend, a.ingangsdatum <= dag, a.einddatum.between(dag, grens)],
        Stand.GELDIG: [
            getekend,
            a.ingangsdatum <= dag,
            or_(a.einddatum.is_(None), a.einddatum > grens),
        ],
    }[stand]


def visible_contact(kijker: Kijker, id: int) -> Select[Contact]:
    return select(Contact).where(Contact.id == id, contact_where(kijker))


def is_naam_bezet(naam: str, behalve: int = 0) -> bool:
    """One organisation, one name: else nobody knows which of two to call."""
    stmt = select(Partner.id).where(func.lower(Partner.naam) == naam.lower(), Partner.id != behalve)
    return db.session.scalar(stmt) is not None


def sees_all(kijker: Kijker) -> bool:
    return kijker.can(Recht.KETEN_VERTROUWELIJK)
