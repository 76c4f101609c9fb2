"""What this room shows for the checklist: step 6, agreements and numbers before they are needed."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date

from flask import url_for
from sqlalchemy import select
from sqlalchemy.orm import selectinload

from vob.core.bewijs import Bewijs, Oordeel
from vob.data import db
from vob.organisatie.queries import our_organisatie, setting
from vob.web.formats import meervoud

from . import rules
from .models import Afspraak, Afspraakpartij, Contact, Partner
from .values import Afspraakstatus, Contactrol, Partnersoort


@dataclass(frozen=True)
class Beeld:
    """What counts of a required partner. Dates are last days; None: no end.

    `afspraak`: whether an agreement is in force, or none is needed. `oudste`: when the contact
    that was checked longest ago was checked; None: one was never checked, or there is none.
    """

    naam: str
    afspraak: bool
    afspraak_tot: date | None
    gecontroleerd: bool
    controle_tot: date | None
    oudste: date | None

    @property
    def is_op_orde(self) -> bool:
        return self.afspraak and self.gecontroleerd

    def ends_by(self, grens: date) -> bool:
        return any(
            dag is not None and dag <= grens for dag in (self.afspraak_tot, self.controle_tot)
        )


def bewijs_6(peildatum: date) -> Bewijs:
    """Every required partner has an agreement in force and contacts that were checked."""
    oordeel, zin = judge_keten(_beelden(peildatum), peildatum, setting("bewijs_vooraf"))
    return Bewijs(oordeel, zin, url_for("ketenafspraken.list_partners", welke="verplicht"))


def judge_keten(beelden: Sequence[Beeld], dag: date, vooraf: int) -> tuple[Oordeel, str]:
    """Partly in order, or ending within `vooraf` days, needs attention (stappen.md)."""
    if not beelden:
        return Oordeel.NIET_OP_ORDE, "Er staan geen verplichte partners in VOB."
    goed = sum(beeld.is_op_orde for beeld in beelden)
    zin = _zin(beelden, goed, dag)
    if goed < len(beelden):
        return (Oordeel.LET_OP if goed else Oordeel.NIET_OP_ORDE), zin
    grens = date.fromordinal(dag.toordinal() + vooraf)
    bijna = [beeld.naam for beeld in beelden if beeld.ends_by(grens)]
    if bijna:
        return Oordeel.LET_OP, f"{zin} Binnen {vooraf} dagen loopt iets af bij {bijna[0]}" + (
            f" en {len(bijna) - 1} meer." if len(bijna) > 1 else "."
        )
    return Oordeel.OP_ORDE, zin


def _zin(beelden: Sequence[Beeld], goed: int, dag: date) -> str:
    """The figures: how many have what, and how old the oldest check is."""
    zin = (
        f"{goed} van {meervoud(len(beelden), 'verplichte partner', 'verplichte partners')} op orde"
    )
    afspraak = sum(beeld.afspraak for beeld in beelden)
    controle = sum(beeld.gecontroleerd for beeld in beelden)
    if goed < len(beelden):
        zin += f": {afspraak} met een geldige afspraak, {controle} met gecontroleerde contacten"
    oudste = [beeld.oudste for beeld in beelden if beeld.oudste is not None]
    if oudste:
        zin += f"; oudste controle {_geleden(min(oudste), dag)}"
    return f"{zin}."


def _geleden(op: date, dag: date) -> str:
    maanden = (dag.year - op.year) * 12 + dag.month - op.month - (dag.day < op.day)
    if maanden < 1:
        return "korter dan een maand geleden"
    return f"{meervoud(maanden, 'maand', 'maanden')} geleden"


def _beelden(peildatum: date) -> list[Beeld]:
    stmt = (
        select(Partner)
        .options(selectinload(Partner.contacten))
        .where(Partner.is_verplicht.is_(True), Partner.is_actief.is_(True))
        .order_by(Partner.naam)
        .execution_options(populate_existing=True)
    )
    tot = _afspraken_tot(peildatum)
    maanden = setting("contact_controle")
    rollen = rules.ROLLEN_PER_GEMEENTE[our_organisatie().type]
    return [
        look_at(
            partner,
            tot.get(partner.id, []),
            rollen if partner.soort is Partnersoort.GEMEENTE else (),
            peildatum,
            maanden,
        )
        for partner in db.session.scalars(stmt)
    ]


def look_at(
    partner: Partner,
    afspraken_tot: Sequence[date | None],
    rollen: Collection[Contactrol],
    dag: date,
    maanden: int,
) -> Beeld:
    """`afspraken_tot`: the last day of each agreement in force; `rollen`: whom one needs there."""
    contacten = partner.contacten
    compleet = bool(contacten) and {contact.rol for contact in contacten} >= set(rollen)
    goed = compleet and not any(contact.is_te_controleren(dag, maanden) for contact in contacten)
    op = [contact.gecontroleerd_op for contact in contacten]
    bekend = [dag for dag in op if dag is not None]
    einden = [einde for einde in afspraken_tot if einde is not None]
    return Beeld(
        naam=partner.naam,
        afspraak=partner.alleen_informatie or bool(afspraken_tot),
        afspraak_tot=max(einden) if einden and len(einden) == len(afspraken_tot) else None,
        gecontroleerd=goed,
        controle_tot=min(_laatste_dag(contact, maanden) for contact in contacten) if goed else None,
        oudste=min(bekend) if bekend else None,
    )


def _laatste_dag(contact: Contact, maanden: int) -> date:
    assert contact.gecontroleerd_op is not None  # noqa: S101 - only asked of checked ones
    return rules.laatste_dag(contact.gecontroleerd_op, contact.geldig_tot, maanden)


def _afspraken_tot(dag: date) -> dict[int, list[date | None]]:
    """Per partner the last days of its agreements that are in force on this day."""
    stmt = (
        select(Afspraakpartij.partner_id, Afspraak.einddatum)
        .join(Afspraak, Afspraak.id == Afspraakpartij.afspraak_id)
        .where(
            Afspraak.status != Afspraakstatus.CONCEPT,
            Afspraak.ingangsdatum <= dag,
            Afspraak.einddatum.is_(None) | (Afspraak.einddatum >= dag),
        )
    )
    tot: dict[int, list[date | None]] = {}
    for partner_id, einddatum in db.session.execute(stmt):
        tot.setdefault(partner_id, []).append(einddatum)
    return tot


BEWIJZEN: dict[int, Callable[[date], Bewijs]] = {6: bewijs_6}
