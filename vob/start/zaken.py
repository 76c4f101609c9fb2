"""What the register asks of someone today, and its short figures: in one statement.

Each part looks at so many rows at most, also in a register of a million cases.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    String,
    bindparam,
    cast,
    func,
    literal,
    null,
    or_,
    select,
    union_all,
)
from sqlalchemy.orm import aliased

from vob.core.clock import TZ
from vob.core.permissions import Recht
from vob.data import AuditRegel, UtcDateTime, db
from vob.data.paging import CAP
from vob.incidenten import rules
from vob.incidenten.models import Betrokkene, Gebeurtenis, Incident
from vob.incidenten.values import Gebeurtenissoort, Status
from vob.incidenten.zichtbaarheid import Zicht, visible_condition, zicht_van
from vob.risicoanalyse import vragen as risicovragen
from vob.web.objecten import Kijker

_KANDIDATEN = 200  # so many cases are looked at for an answer that waits
_MEESTE = 20
_RISICO = (Recht.RISICO_EIGEN, Recht.RISICO_INZIEN, Recht.RISICO_VASTSTELLEN)
_VERS = timedelta(days=30)  # a message that was not read for longer is not news any more
_KIJKER: Any = bindparam("kijker", type_=Integer)
_CIJFERS: dict[str, Any] = {
    "open": Incident.is_open.is_(True),
    "gemeld": Incident.status == Status.GEMELD,
    "jaar": Incident.gemeld_op >= bindparam("nieuwjaar", type_=UtcDateTime),
}
NIEUW, ANTWOORD, BERICHT = "nieuw", "antwoord", "bericht"


@dataclass(frozen=True)
class Zaakregel:
    """`soort`: nobody began with it; the melder wrote; or somebody wrote to the melder."""

    soort: str
    nummer: str
    titel: str
    moment: datetime
    is_acuut: bool


@dataclass(frozen=True)
class Zaken:
    """`cijfers`: open, not yet begun with, reported this year; each at most CAP + 1."""

    regels: list[Zaakregel] = field(default_factory=list)
    cijfers: dict[str, int] | None = None
    risicos: list[risicovragen.Vraag] = field(default_factory=list)


def read_zaken(kijker: Kijker, vandaag: date, nu: datetime) -> Zaken:
    """Everything of the register that the start page shows to this user; and in the same statement,
    for a page may send eight, what risk analyses ask of them."""
    leest = kijker.can(Recht.INCIDENT_INZIEN)
    stmt = _statement(
        zicht_van(kijker) if leest else None,
        kijker.can(Recht.INCIDENT_BEHANDELEN),
        kijker.can(Recht.INCIDENT_MELDEN),
        frozenset(recht for recht in _RISICO if kijker.can(recht)),
    )
    if stmt is None:
        return Zaken()
    waarden = {
        "kijker": kijker.id,
        "nieuwjaar": datetime.combine(vandaag.replace(month=1, day=1), time(), TZ),
        "vers": nu - _VERS,
        **risicovragen.waarden(vandaag),
    }
    rijen = db.session.connection().execute(stmt, waarden).all()
    risicos = [risicovragen.vraag_van(rij) for rij in rijen if _is_risico(rij)]
    zaken = [rij for rij in rijen if not _is_risico(rij)]
    return Zaken(_regels(zaken), _tellingen(zaken) if leest else None, risicos)


def _is_risico(rij: Any) -> bool:
    return str(rij.soort).startswith("risico-")


@cache
def _statement(zicht: Zicht | None, behandelt: bool, meldt: bool, rechten: frozenset[Recht]) -> Any:
    """Built once for each kind of viewer: it holds nothing of a person (`data/paging.py` why)."""
    delen: list[Select[Any]] = []
    if zicht is not None:
        zichtbaar = visible_condition(zicht, _KIJKER)
        delen += [_telling(naam, zichtbaar, waar) for naam, waar in _CIJFERS.items()]
        if behandelt:
            delen += [_nieuw(zicht, zichtbaar), _antwoord(zichtbaar)]
    if meldt:
        delen.append(_bericht())
    delen += [_deel(deel) for deel in risicovragen.delen(rechten)]
    return union_all(*delen) if delen else None


def _regels(rijen: Sequence[Any]) -> list[Zaakregel]:
    return [
        Zaakregel(rij.soort, rij.nummer, rij.titel, rij.moment, bool(rij.is_acuut))
        for rij in rijen
        if rij.aantal is None
    ]


def _tellingen(rijen: Sequence[Any]) -> dict[str, int]:
    return {rij.soort: rij.aantal for rij in rijen if rij.aantal is not None}


def _telling(naam: str, zichtbaar: ColumnElement[bool], waar: Any) -> Select[Any]:
    """How many, at most CAP + 1, the newest first: those lie together. A drill is in no figure."""
    stmt = select(literal(1)).select_from(Incident).where(waar, zichtbaar)
    stmt = stmt.where(Incident.is_proef.is_(False)).order_by(Incident.gemeld_op.desc())
    enkele = stmt.limit(CAP + 1).subquery()
    aantal = select(func.count()).select_from(enkele).scalar_subquery()
    return select(
        literal(naam).label("soort"),
        cast(null(), String).label("nummer"),
        cast(null(), String).label("titel"),
        cast(null(), UtcDateTime).label("moment"),
        cast(null(), Integer).label("is_acuut"),
        aantal.label("aantal"),
    )


def _zaak(soort: str, moment: Any) -> Select[Any]:
    return select(
        literal(soort).label("soort"),
        Incident.nummer,
        Incident.titel_open.label("titel"),
        moment.label("moment"),
        cast(Incident.is_acuut, Integer).label("is_acuut"),
        cast(null(), Integer).label("aantal"),
    )


def _deel(stmt: Select[Any]) -> Select[Any]:
    """Its own ORDER BY and LIMIT must stay inside."""
    return select(*stmt.subquery().c)


def _nieuw(zicht: Zicht, zichtbaar: ColumnElement[bool]) -> Select[Any]:
    """In my line, mine, or in nobody's line while I see them all; the oldest wait longest."""
    van_mij = or_(Incident.lijn_id == _KIJKER, Incident.behandelaar_id == _KIJKER)
    if zicht.alles:
        van_mij = or_(van_mij, Incident.lijn_id.is_(None), Incident.is_acuut.is_(True))
    stmt = _zaak(NIEUW, Incident.gemeld_op).where(
        Incident.status == Status.GEMELD, van_mij, zichtbaar
    )
    return _deel(stmt.order_by(Incident.gemeld_op).limit(_MEESTE))


def _antwoord(zichtbaar: ColumnElement[bool]) -> Select[Any]:
    """In cases that I handle the last message is one of the melder."""
    mijn = (
        select(Incident.id)
        .where(Incident.behandelaar_id == _KIJKER, Incident.is_open.is_(True), zichtbaar)
        .order_by(Incident.gemeld_op.desc())
        .limit(_KANDIDATEN)
    )
    later = aliased(Gebeurtenis)
    beantwoord = select(later.id).where(
        later.incident_id == Gebeurtenis.incident_id,
        later.id > Gebeurtenis.id,
        later.soort.in_((*rules.AAN_MELDER, Gebeurtenissoort.BERICHT_VAN_MELDER)),
    )
    stmt = (
        _zaak(ANTWOORD, Gebeurtenis.moment)
        .join(Gebeurtenis, Gebeurtenis.incident_id == Incident.id)
        .where(
            Gebeurtenis.soort == Gebeurtenissoort.BERICHT_VAN_MELDER,
            ~beantwoord.exists(),
            Incident.id.in_(mijn),
        )
    )
    return _deel(stmt.order_by(Gebeurtenis.moment).limit(_MEESTE))


def _bericht() -> Select[Any]:
    """Written to me about my own report, and I did not open the case since."""
    eigen = (
        select(Incident.id).where(kolom == _KIJKER).order_by(Incident.id.desc()).limit(_KANDIDATEN)
        for kolom in (Incident.melder_id, Incident.getroffene_id)
    )
    mijn = union_all(*(_deel(deel) for deel in eigen))
    genoemd = select(Betrokkene.id).where(
        Betrokkene.incident_id == Incident.id,
        Betrokkene.gebruiker_id == _KIJKER,
        Betrokkene.rol.in_(rules.EIGEN_ROLLEN),
    )
    gezien = select(AuditRegel.id).where(
        AuditRegel.tabel == Incident.__tablename__,
        AuditRegel.object_id == Incident.id,
        AuditRegel.actor_id == _KIJKER,
        AuditRegel.actie == "ingezien",
        AuditRegel.moment > Gebeurtenis.moment,
    )
    stmt = (
        _zaak(BERICHT, func.max(Gebeurtenis.moment, type_=UtcDateTime))
        .join(Gebeurtenis, Gebeurtenis.incident_id == Incident.id)
        .where(
            Incident.id.in_(mijn),
            Gebeurtenis.soort.in_(rules.AAN_MELDER),
            Gebeurtenis.moment > bindparam("vers", type_=UtcDateTime),
            Gebeurtenis.auteur_id != _KIJKER,
            genoemd.exists(),
            ~gezien.exists(),
        )
        .group_by(Incident.id)
    )
    return _deel(stmt.limit(_MEESTE))
