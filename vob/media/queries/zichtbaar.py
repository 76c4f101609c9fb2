"""Who may see which topic, line, press question and message about a case (ontwerp/rollen.md).

A press question under embargo exists for who handles press questions, who noted it, and who was
asked for consent; for nobody else, in no list, search or export. What depends on the time asks for
it when the statement is sent: search keeps its statements.
"""

from typing import Any

from flask import abort, url_for
from sqlalchemy import ColumnElement, Date, Select, and_, bindparam, literal, or_, select, true
from sqlalchemy.orm import joinedload

from vob.core.clock import nu, vandaag
from vob.core.permissions import Recht
from vob.data import UtcDateTime, db
from vob.data.sql import is_one_of
from vob.web import objecten
from vob.web.objecten import Kijker, Objectsoort

from ..models import Afstemming, Incidentbericht, Kernboodschap, Onderwerp, Persvraag
from ..values import Bijstand, Boodschapstatus, Status

VANDAAG: Any = bindparam("media_vandaag", callable_=vandaag, type_=Date)
NU: Any = bindparam("media_nu", callable_=nu, type_=UtcDateTime)


def valid(van: Any, tot: Any, dag: Any = VANDAAG) -> ColumnElement[bool]:
    """`rules.is_geldig`, for the database."""
    return and_(or_(van.is_(None), van <= dag), or_(tot.is_(None), tot >= dag))


def is_current(dag: Any = VANDAAG) -> ColumnElement[bool]:
    """Lines that hold: agreed on, and within their time."""
    return and_(
        Kernboodschap.status == Boodschapstatus.AKKOORD,
        valid(Kernboodschap.geldig_van, Kernboodschap.geldig_tot, dag),
    )


def no_embargo() -> ColumnElement[bool]:
    return or_(Persvraag.embargo_tot.is_(None), Persvraag.embargo_tot <= NU)


def openbaar_beantwoord() -> tuple[ColumnElement[bool], ...]:
    """Questions of which everyone may know that they were asked: answered in public.

    Not about an incident, nor under embargo: else anyone could try out a name.
    """
    return (
        is_one_of(Persvraag.status, (Status.BEANTWOORD, Status.AFGESLOTEN)),
        Persvraag.verzonden_op.is_not(None),
        Persvraag.is_incident.is_(False),
        no_embargo(),
    )


def _asked(kijker: Kijker, model: Any) -> ColumnElement[bool]:
    """Whose consent was asked reads what it is about."""
    return (
        select(Afstemming.id)
        .where(
            Afstemming.soort == model.__tablename__,
            Afstemming.ref == model.id,
            Afstemming.gebruiker_id == kijker.id,
        )
        .exists()
    )


def onderwerp_where(kijker: Kijker) -> ColumnElement[bool]:
    if kijker.can(Recht.MEDIA_BEHEREN):
        return true()
    if not kijker.can(Recht.MEDIA_INZIEN):
        return literal(False)
    return valid(Onderwerp.geldig_van, Onderwerp.geldig_tot)


def kernboodschap_where(kijker: Kijker) -> ColumnElement[bool]:
    """Staff see what holds now; drafts and old lines are for who keeps them or must agree."""
    if kijker.can(Recht.MEDIA_BEHEREN):
        return true()
    if not kijker.can(Recht.MEDIA_INZIEN):
        return literal(False)
    return or_(is_current(), _asked(kijker, Kernboodschap))


def persvraag_where(kijker: Kijker) -> ColumnElement[bool]:
    if kijker.can(Recht.PERSVRAAG_BEHANDELEN):
        return true()
    eigen = _asked(kijker, Persvraag)
    if kijker.can(Recht.PERSVRAAG_NOTEREN):
        eigen = or_(eigen, Persvraag.genoteerd_door_id == kijker.id)
    return or_(eigen, no_embargo()) if kijker.can(Recht.PERSVRAAG_INZIEN) else eigen


def incidentbericht_where(kijker: Kijker) -> ColumnElement[bool]:
    """Who handles the case; who was asked for consent, until it is withdrawn; and woordvoerders,
    but not about a case that names them as the offender, or an extra vertrouwelijk one that does
    not name them."""
    van_zaak = objecten.visible_filter(
        kijker,
        Incidentbericht.zaak_soort,
        Incidentbericht.zaak_id,
        alleen={"incident"},
        om_te_werken=True,
    )
    staat = Incidentbericht.status != Bijstand.INGETROKKEN
    gevraagd = and_(staat, _asked(kijker, Incidentbericht))
    if not kijker.can(Recht.MEDIA_BEHEREN):
        return or_(van_zaak, gevraagd)
    vrijgegeven = objecten.released_filter(
        kijker, "incident", Incidentbericht.zaak_soort, Incidentbericht.zaak_id
    )
    return or_(van_zaak, gevraagd, and_(staat, vrijgegeven))


def get_onderwerp(id: int, kijker: Kijker) -> Onderwerp:
    """Find or 404, may see or 404; so do the others."""
    stmt = select(Onderwerp).where(Onderwerp.id == id, onderwerp_where(kijker))
    return db.session.scalar(stmt) or abort(404)


def get_kernboodschap(id: int, kijker: Kijker) -> Kernboodschap:
    stmt = select(Kernboodschap).where(Kernboodschap.id == id, kernboodschap_where(kijker))
    return db.session.scalar(stmt) or abort(404)


def get_persvraag(id: int, kijker: Kijker) -> Persvraag:
    """With its topic and its people: nearly every page of a question names them."""
    stmt = select(Persvraag).where(Persvraag.id == id, persvraag_where(kijker))
    namen = (Persvraag.onderwerp, Persvraag.genoteerd_door, Persvraag.toegewezen)
    return db.session.scalar(stmt.options(*map(joinedload, namen))) or abort(404)


def get_incidentbericht(id: int, kijker: Kijker) -> Incidentbericht:
    stmt = select(Incidentbericht).where(Incidentbericht.id == id, incidentbericht_where(kijker))
    return db.session.scalar(stmt) or abort(404)


def _register(model: Any, label: str, endpoint: str, where: Any) -> None:
    def visible(kijker: Kijker) -> Select[Any]:
        return select(model.id).where(where(kijker))

    objecten.register(
        Objectsoort(
            code=model.__tablename__,
            label=label,
            url=lambda id: url_for(endpoint, id=id),
            zichtbaar=visible,
        )
    )


_register(Onderwerp, "Onderwerp voor de pers", "media.show_onderwerp", onderwerp_where)
_register(Kernboodschap, "Kernboodschap", "media.show_kernboodschap", kernboodschap_where)
_register(Persvraag, "Persvraag", "media.show_persvraag", persvraag_where)
_register(
    Incidentbericht, "Bericht bij een zaak", "media.show_incidentbericht", incidentbericht_where
)
