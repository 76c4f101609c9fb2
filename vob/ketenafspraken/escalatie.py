"""The escalation ladder: which version holds, changing it, and whom one calls now."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from vob.data import begin_write, db
from vob.organisatie.queries import our_organisatie
from vob.web.objecten import Kijker

from . import rules
from .models import Contact, Ladder, Partner, Trede
from .startset import make_ladder
from .values import Ladderstatus, Partnersoort, Situatie, Zwaarte
from .zichtbaarheid import contact_where

_TREDE = (
    *("volgorde", "naam", "wanneer", "vanaf", "wie_beslist", "vervangend_gezag"),
    *("wie_belt", "bel", "binnen_minuten", "afschalen"),
)
_LADDER = ("bron", "bron_gecontroleerd_op", "vervangend_gezag", "toelichting")


def list_ladders() -> list[Ladder]:
    """All versions, newest first."""
    return list(db.session.scalars(select(Ladder).order_by(Ladder.nummer.desc())))


def current_ladder(dag: date) -> Ladder | None:
    """The version that holds on this day, with its levels."""
    stmt = (
        select(Ladder)
        .options(selectinload(Ladder.treden))
        .where(Ladder.status == Ladderstatus.VASTGESTELD, Ladder.geldig_van <= dag)
        .order_by(Ladder.geldig_van.desc(), Ladder.nummer.desc())
        .limit(1)
    )
    return db.session.scalar(stmt)


def draft_ladder() -> Ladder | None:
    return db.session.scalar(select(Ladder).filter_by(status=Ladderstatus.CONCEPT).limit(1))


def make_draft() -> Ladder:
    """A draft that begins as a copy of the newest version, or as the start set; flushes."""
    begin_write(db.session)
    if concept := draft_ladder():
        return concept
    versies = list_ladders()
    nieuw = _copy(versies[0]) if versies else make_ladder(our_organisatie().type)
    db.session.add(nieuw)
    db.session.flush()
    return nieuw


def _copy(ladder: Ladder) -> Ladder:
    return Ladder(
        nummer=ladder.nummer + 1,
        **{naam: getattr(ladder, naam) for naam in _LADDER},
        treden=[
            Trede(**{naam: getattr(trede, naam) for naam in _TREDE}) for trede in ladder.treden
        ],
    )


def adopt(ladder: Ladder, geldig_van: date, gebruiker_id: int, vandaag: date) -> None:
    """From that day this version holds; the one before it stays readable."""
    rules.check_ladder(ladder.status, len(ladder.treden))
    ladder.status, ladder.geldig_van = Ladderstatus.VASTGESTELD, geldig_van
    ladder.vastgesteld_op, ladder.vastgesteld_door_id = vandaag, gebruiker_id


@dataclass(frozen=True)
class Belstap:
    """A level that is used now, who decides there, who calls, and the numbers to dial."""

    trede: Trede
    wie_beslist: str
    wie_belt: str
    contacten: Sequence[Contact]


def whom_to_call(
    ladder: Ladder,
    kijker: Kijker,
    situaties: Sequence[Situatie],
    zwaarte: Zwaarte,
    bestuurder_bedreigd: bool,
    gemeente: int,
) -> list[Belstap]:
    """Level by level; a number stands at the first level that calls it. `bestuurder_bedreigd`: the
    burgemeester or dijkgraaf is the one threatened, so another calls, and another decides where the
    level says so. `gemeente`: the partner where it happens; of other gemeenten nobody is called."""
    nog = [
        contact
        for contact in _callable_contacts(kijker)
        if contact.partner.soort is not Partnersoort.GEMEENTE or contact.partner_id == gemeente
    ]
    woorden = our_organisatie().woorden
    vervanger = woorden.locoburgemeester if bestuurder_bedreigd else woorden.burgemeester
    stappen = []
    for trede in rules.treden_voor(ladder.treden, zwaarte):
        wie_beslist = (trede.vervangend_gezag if bestuurder_bedreigd else "") or trede.wie_beslist
        hier = [
            contact
            for contact in nog
            if rules.past(contact.partner.soort, contact.situaties, situaties, trede.bel)
        ]
        nog = [contact for contact in nog if contact not in hier]
        wie_belt = rules.replace_bestuurder(trede.wie_belt, woorden.burgemeester, vervanger)
        stappen.append(Belstap(trede, wie_beslist, wie_belt, hier))
    return stappen


def _callable_contacts(kijker: Kijker) -> list[Contact]:
    stmt = (
        select(Contact)
        .join(Contact.partner)
        .options(joinedload(Contact.partner))
        .where(Partner.is_actief.is_(True), contact_where(kijker))
        .order_by(Partner.naam, Contact.rol, Contact.functie)
    )
    return list(db.session.scalars(stmt))
