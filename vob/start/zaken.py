"""What the register asks of someone today, and its short figures: in one statement.

Each part looks at so many rows at most, also in a register of a million cases.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    String,
    and_,
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
from vob.incidenten.zichtbaarheid import visible_condition, zicht_van
from vob.web.objecten import Kijker

_KANDIDATEN = 200  # so many cases are looked at for an answer that waits
_MEESTE = 20
_VERS = timedelta(days=30)  # a message that was not read for longer is not news any more
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


def read_zaken(kijker: Kijker, vandaag: date, nu: datetime) -> Zaken:
    """Everything of the register that the start page shows to this user."""
    delen: list[Select[Any]] = []
    behandelt, leest = kijker.can(Recht.INCIDENT_BEHANDELEN), kijker.can(Recht.INCIDENT_INZIEN)
    if leest:
        zichtbaar = visible_condition(zicht_van(kijker), kijker.id)
        delen += [_telling(naam, zichtbaar, waar) for naam, *waar in _cijfers(vandaag)]
        if behandelt:
            delen += [_nieuw(kijker, zichtbaar), _antwoord(kijker, zichtbaar)]
    if kijker.can(Recht.INCIDENT_MELDEN):
        delen.append(_bericht(kijker, nu))
    rijen = db.session.execute(union_all(*delen)).all() if delen else []
    return Zaken(_regels(rijen), _tellingen(rijen) if leest else None)


def _regels(rijen: Sequence[Any]) -> list[Zaakregel]:
    return [
        Zaakregel(rij.soort, rij.nummer, rij.titel, rij.moment, bool(rij.is_acuut))
        for rij in rijen
        if rij.aantal is None
    ]


def _tellingen(rijen: Sequence[Any]) -> dict[str, int]:
    return {rij.soort: rij.aantal for rij in rijen if rij.aantal is not None}


def _cijfers(vandaag: date) -> list[tuple[Any, ...]]:
    nieuwjaar = datetime.combine(vandaag.replace(month=1, day=1), time(), TZ)
    return [
        ("open", Incident.is_open.is_(True)),
        ("gemeld", Incident.status == Status.GEMELD),
        ("jaar", Incident.gemeld_op >= nieuwjaar),
    ]


def _telling(naam: str, zichtbaar: ColumnElement[bool], waar: list[Any]) -> Select[Any]:
    """How many, at most CAP + 1; a drill is in no figure."""
    stmt = select(literal(1)).select_from(Incident).where(*waar, zichtbaar)
    enkele = stmt.where(Incident.is_proef.is_(False)).limit(CAP + 1).subquery()
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


def _nieuw(kijker: Kijker, zichtbaar: ColumnElement[bool]) -> Select[Any]:
    """In my line, mine, or in nobody's line while I see them all; the oldest wait longest."""
    van_mij = or_(Incident.lijn_id == kijker.id, Incident.behandelaar_id == kijker.id)
    if kijker.can(Recht.INCIDENT_INZIEN_ALLE):
        van_mij = or_(van_mij, Incident.lijn_id.is_(None), Incident.is_acuut.is_(True))
    stmt = _zaak(NIEUW, Incident.gemeld_op).where(
        Incident.status == Status.GEMELD, van_mij, zichtbaar
    )
    return _deel(stmt.order_by(Incident.gemeld_op).limit(_MEESTE))


def _antwoord(kijker: Kijker, zichtbaar: ColumnElement[bool]) -> Select[Any]:
    """In cases that I handle the last message is one of the melder."""
    mijn = (
        select(Incident.id)
        .where(Incident.behandelaar_id == kijker.id, Incident.is_open.is_(True), zichtbaar)
        .order_by(Incident.gemeld_op.desc())
        .limit(_KANDIDATEN)
    )
    later = aliased(Gebeurtenis)
    beantwoord = select(later.id).where(
        later.incident_id == Gebeurtenis.incident_id,
        later.id > Gebeurtenis.id,
        later.soort.in_((Gebeurtenissoort.BERICHT_AAN_MELDER, Gebeurtenissoort.BERICHT_VAN_MELDER)),
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


def _bericht(kijker: Kijker, nu: datetime) -> Select[Any]:
    """Written to me about my own report, and I did not open the case since."""
    mijn = (
        select(Betrokkene.incident_id)
        .where(Betrokkene.gebruiker_id == kijker.id, Betrokkene.rol.in_(rules.EIGEN_ROLLEN))
        .order_by(Betrokkene.incident_id.desc())
        .limit(_KANDIDATEN)
    )
    gezien = select(AuditRegel.id).where(
        AuditRegel.tabel == Incident.__tablename__,
        AuditRegel.object_id == Incident.id,
        AuditRegel.actor_id == kijker.id,
        AuditRegel.actie == "ingezien",
        AuditRegel.moment > Gebeurtenis.moment,
    )
    stmt = (
        _zaak(BERICHT, func.max(Gebeurtenis.moment, type_=UtcDateTime))
        .join(Gebeurtenis, Gebeurtenis.incident_id == Incident.id)
        .where(
            Incident.id.in_(mijn),
            and_(
                Gebeurtenis.soort == Gebeurtenissoort.BERICHT_AAN_MELDER,
                Gebeurtenis.moment > nu - _VERS,
                Gebeurtenis.auteur_id != kijker.id,
            ),
            ~gezien.exists(),
        )
        .group_by(Incident.id)
    )
    return _deel(stmt.limit(_MEESTE))
