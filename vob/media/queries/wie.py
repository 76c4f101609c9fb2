"""Who speaks at this minute, and finding the topic while someone types."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from vob.core.clock import TZ, vandaag
from vob.data import AuditRegel, Zoekdoc, db, search
from vob.organisatie.queries import setting
from vob.web.objecten import Kijker

from .. import rules
from ..models import Afwezigheid, Dienst, Kernboodschap, Onderwerp, Persvraag, Woordvoerder
from ..rules import Bezetting, Kantoor
from ..values import Boodschapsoort, Boodschapstatus, Bron
from ..zoekindex import MINIMUM, Index
from . import woorden
from .zichtbaar import onderwerp_where, openbaar_beantwoord, persvraag_where

MEESTE = 6  # topics beside the answer
_PER_KEER = 40
_MENSEN = (
    joinedload(Onderwerp.eerste),
    joinedload(Onderwerp.vervanger),
    joinedload(Onderwerp.buiten),
)


def kantoor() -> Kantoor:
    return Kantoor(setting("media_begin"), setting("media_einde"))


@dataclass(frozen=True)
class Stand:
    """What holds for every topic at one moment."""

    moment: datetime
    is_kantoor: bool
    dienst: Dienst | None
    weg: frozenset[int]

    @property
    def dag(self) -> date:
        return self.moment.astimezone(TZ).date()


@dataclass(frozen=True)
class Spreker:
    """`is_kantoornummer`: it is not office time, and of the office is the only number there is."""

    wie: Woordvoerder
    bron: Bron
    nummer: str
    is_kantoornummer: bool


@dataclass(frozen=True)
class Antwoord:
    """The answer to "who speaks?". `overgeslagen`: who would have spoken, but is away."""

    onderwerp: Onderwerp | None
    spreekt: Spreker | None
    vervangt: Spreker | None
    overgeslagen: str
    is_kantoor: bool
    moment: datetime
    lijnen: list[Kernboodschap] = field(default_factory=list)
    vragen: list[Kernboodschap] = field(default_factory=list)
    verlopen_op: date | None = None


@dataclass(frozen=True)
class OudeVraag:
    """A question that was answered before. `mag_open`: whether this user may read it."""

    id: int
    onderwerp_id: int | None
    medium: str
    ontvangen_op: datetime
    mag_open: bool


@dataclass(frozen=True)
class Gevonden:
    antwoord: Antwoord  # without a topic: who is on duty
    onderwerpen: Sequence[Onderwerp]
    vragen: Sequence[OudeVraag]
    is_bijna: bool = False

    @property
    def leesbaar(self) -> list[OudeVraag]:
        """The questions that this user may read; the others only lead to their topic."""
        return [vraag for vraag in self.vragen if vraag.mag_open]


def read_stand(moment: datetime) -> Stand:
    """Two statements: who is on duty, and who is away."""
    dienst = db.session.scalar(
        select(Dienst)
        .options(joinedload(Dienst.woordvoerder), joinedload(Dienst.vervanger))
        .where(Dienst.begin <= moment, Dienst.einde > moment)
        .order_by(Dienst.begin.desc(), Dienst.id.desc())
        .limit(1)
    )
    dag = moment.astimezone(TZ).date()
    weg = db.session.scalars(
        select(Woordvoerder.id)
        .outerjoin(Afwezigheid, Afwezigheid.woordvoerder_id == Woordvoerder.id)
        .where(
            Woordvoerder.is_actief.is_(False)
            | ((Afwezigheid.van <= dag) & (Afwezigheid.tot >= dag))
        )
    )
    is_kantoor = rules.is_kantoortijd(moment, kantoor())
    return Stand(moment, is_kantoor, dienst, frozenset(weg))


def read_antwoord(onderwerp: Onderwerp | None, stand: Stand) -> Antwoord:
    """Without a topic: who is on duty."""
    bekend = _mensen(onderwerp, stand.dienst)
    bezetting = _bezetting(onderwerp, stand.dienst)
    beurten = rules.order_sprekers(bezetting, kantoor=stand.is_kantoor, weg=stand.weg)
    normaal = rules.order_sprekers(bezetting, kantoor=stand.is_kantoor, weg=())
    sprekers = [_spreker(bekend[beurt.wie], beurt.bron, stand) for beurt in beurten[:2]]
    overgeslagen = normaal[:1] != beurten[:1] and bekend[normaal[0].wie].naam
    lijnen, verlopen_op = _lijnen(onderwerp, stand.dag)
    return Antwoord(
        onderwerp=onderwerp,
        spreekt=sprekers[0] if sprekers else None,
        vervangt=sprekers[1] if len(sprekers) > 1 else None,
        overgeslagen=overgeslagen or "",
        is_kantoor=stand.is_kantoor,
        moment=stand.moment,
        lijnen=[lijn for lijn in lijnen if lijn.soort is Boodschapsoort.KERNBOODSCHAP],
        vragen=[lijn for lijn in lijnen if lijn.soort is Boodschapsoort.VRAAG],
        verlopen_op=verlopen_op,
    )


def _spreker(wie: Woordvoerder, bron: Bron, stand: Stand) -> Spreker:
    kantoor = stand.is_kantoor
    return Spreker(wie, bron, wie.nummer(kantoor=kantoor), not kantoor and wie.heeft_alleen_kantoor)


def _mensen(onderwerp: Onderwerp | None, dienst: Dienst | None) -> dict[int, Woordvoerder]:
    mensen = [dienst.woordvoerder, dienst.vervanger] if dienst else []
    if onderwerp:
        mensen += [onderwerp.eerste, onderwerp.vervanger, onderwerp.buiten]
    return {mens.id: mens for mens in mensen if mens is not None}


def _bezetting(onderwerp: Onderwerp | None, dienst: Dienst | None) -> Bezetting:
    return Bezetting(
        eerste=onderwerp.eerste_id if onderwerp else None,
        vervanger=onderwerp.vervanger_id if onderwerp else None,
        buiten=onderwerp.buiten_id if onderwerp else None,
        dienst=dienst.woordvoerder_id if dienst else None,
        dienst_vervanger=dienst.vervanger_id if dienst else None,
    )


def _lijnen(onderwerp: Onderwerp | None, dag: date) -> tuple[list[Kernboodschap], date | None]:
    """What holds today; and when nothing does, until when the last one held (not what it said)."""
    if onderwerp is None:
        return [], None
    stmt = select(Kernboodschap).where(
        Kernboodschap.onderwerp_id == onderwerp.id,
        Kernboodschap.status == Boodschapstatus.AKKOORD,
    )
    alle = db.session.scalars(stmt.order_by(Kernboodschap.geldig_tot.desc()).limit(_PER_KEER)).all()
    geldig = [lijn for lijn in alle if rules.is_geldig(lijn.geldig_van, lijn.geldig_tot, dag)]
    if any(lijn.soort is Boodschapsoort.KERNBOODSCHAP for lijn in geldig):
        return geldig, None
    verlopen = [lijn.geldig_tot for lijn in alle if lijn.geldig_tot < dag]
    return geldig, max(verlopen, default=None)


def find(kijker: Kijker, q: str, moment: datetime) -> Gevonden:
    """The answer for the topic that fits best, and what else was found; fits none: who is on duty,
    for that is whom to call then."""
    treffers = _index().find(q)
    vragen = find_vragen(kijker, q)
    precies = [t.id for t in treffers if not t.is_bijna]
    is_precies = bool(precies or vragen)
    if not is_precies and (beter := woorden.correct(q)):
        vragen = find_vragen(kijker, beter)
    uit_vragen = [vraag.onderwerp_id for vraag in vragen if vraag.onderwerp_id]
    bijna = [t.id for t in treffers if t.is_bijna]
    rest = [*uit_vragen, *bijna] if is_precies else [*bijna, *uit_vragen]
    volgorde = list(dict.fromkeys([*precies, *rest]))[:_PER_KEER]
    onderwerpen = load_onderwerpen(kijker, volgorde)
    antwoord = read_antwoord(onderwerpen[0] if onderwerpen else None, read_stand(moment))
    if not onderwerpen:
        return Gevonden(antwoord, (), vragen)
    is_bijna = not is_precies or onderwerpen[0].id not in {*precies, *uit_vragen}
    return Gevonden(antwoord, onderwerpen[1 : MEESTE + 1], vragen, is_bijna)


def load_onderwerpen(kijker: Kijker, ids: Sequence[int]) -> list[Onderwerp]:
    """In this order; only what holds today, also for who may see more."""
    if not ids:
        return []
    stmt = select(Onderwerp).options(*_MENSEN).where(Onderwerp.id.in_(ids), onderwerp_where(kijker))
    bekend = {onderwerp.id: onderwerp for onderwerp in db.session.scalars(stmt)}
    return [bekend[id] for id in ids if id in bekend and bekend[id].is_geldig(vandaag())]


def find_vragen(kijker: Kijker, q: str) -> list[OudeVraag]:
    """Questions that were answered in public and hold every word."""
    if len(search.fold(q)) < MINIMUM:
        return []
    refs = search.search(
        select(Zoekdoc.ref).select_from(search.found(q)).where(Zoekdoc.soort == "persvraag"), q
    )
    stmt = (
        select(Persvraag.id, Persvraag.onderwerp_id, Persvraag.medium, Persvraag.ontvangen_op)
        .add_columns(persvraag_where(kijker).label("mag_open"))
        .where(Persvraag.id.in_(refs), *openbaar_beantwoord())
    )
    rijen = db.session.execute(stmt.order_by(Persvraag.ontvangen_op.desc()).limit(MEESTE))
    return [
        OudeVraag(rij.id, rij.onderwerp_id, rij.medium, rij.ontvangen_op, bool(rij.mag_open))
        for rij in rijen
    ]


_laatst: tuple[str | None, Index] | None = None


def _index() -> Index:
    """Built again only when a topic was written: the audit log tells."""
    global _laatst
    laatste = select(func.max(AuditRegel.id)).where(AuditRegel.tabel == Onderwerp.__tablename__)
    stempel = db.session.scalar(
        select(AuditRegel.keten).where(AuditRegel.id == laatste.scalar_subquery())
    )
    bekend = _laatst
    if bekend is None or bekend[0] != stempel:
        velden = (
            Onderwerp.naam,
            Onderwerp.trefwoorden,
            Onderwerp.beleidsgebied,
            Onderwerp.portefeuille,
        )
        rijen = db.session.execute(select(Onderwerp.id, *velden))
        bekend = (stempel, Index((rij[0], rij[1:]) for rij in rijen))
        _laatst = bekend
    return bekend[1]
