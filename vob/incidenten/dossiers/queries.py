"""Dossiers, who sees which, and earlier cases that may belong together."""

from dataclasses import dataclass
from typing import Any

from flask import abort, url_for
from sqlalchemy import ColumnElement, Select, false, or_, select
from sqlalchemy.orm import aliased, contains_eager, joinedload

from vob.core.permissions import Recht
from vob.data import db
from vob.web import objecten
from vob.web.objecten import Kijker, Objectsoort

from ..models import Incident
from ..zichtbaarheid import visible_where
from .models import Dossier, Dossierzaak

EERDER = 10  # so many earlier cases of each kind are shown


def visible_dossiers(kijker: Kijker) -> ColumnElement[bool]:
    """For a coordinator who sees every case in it: title and reasons tell of each of them."""
    if not kijker.can(Recht.INCIDENT_INZIEN_ALLE):
        return false()
    regel = aliased(Dossierzaak)  # whoever asks may look at this table too
    zaken = select(regel.id).where(regel.dossier_id == Dossier.id)
    verborgen = zaken.join(Incident, Incident.id == regel.incident_id).where(~visible_where(kijker))
    van_mij = Dossier.gemaakt_door_id == kijker.id  # while it is empty
    return or_(zaken.exists(), van_mij) & ~verborgen.exists()


def get_dossier_or_404(id: int, kijker: Kijker) -> Dossier:
    """The view writes the read log."""
    dossier = db.session.scalar(select(Dossier).where(Dossier.id == id, visible_dossiers(kijker)))
    return dossier or abort(404)


def list_zaken(dossier: Dossier, kijker: Kijker) -> list[Dossierzaak]:
    """The cases in a dossier that this user may see, newest first."""
    stmt = (
        select(Dossierzaak)
        .join(Dossierzaak.incident)
        .options(contains_eager(Dossierzaak.incident), joinedload(Dossierzaak.door))
        .where(Dossierzaak.dossier_id == dossier.id, visible_where(kijker))
        .order_by(Incident.voorval_op.desc())
    )
    return list(db.session.scalars(stmt))


def dossiers_of(incident: Incident, kijker: Kijker) -> list[Dossierzaak]:
    """The dossiers this case is in."""
    stmt = (
        select(Dossierzaak)
        .join(Dossierzaak.dossier)
        .options(contains_eager(Dossierzaak.dossier), joinedload(Dossierzaak.door))
        .where(Dossierzaak.incident_id == incident.id, visible_dossiers(kijker))
        .order_by(Dossierzaak.id)
    )
    return list(db.session.scalars(stmt))


@dataclass(frozen=True)
class Eerder:
    """Cases that have something in common with this one."""

    waarom: str
    zaken: list[Any]


def list_eerder(incident: Incident, kijker: Kijker) -> list[Eerder]:
    """The newest cases with the same victim, and with the same subject. Drills are none."""
    soorten: list[tuple[str, ColumnElement[bool]]] = []
    if incident.getroffene_id:
        soorten.append(("Dezelfde getroffene", Incident.getroffene_id == incident.getroffene_id))
    if incident.onderwerp and not incident.is_vertrouwelijk:
        soorten.append(("Hetzelfde onderwerp", Incident.onderwerp_open == incident.onderwerp))
    gevonden = [Eerder(waarom, _read(incident, kijker, waar)) for waarom, waar in soorten]
    return [eerder for eerder in gevonden if eerder.zaken]


def _read(incident: Incident, kijker: Kijker, waar: ColumnElement[bool]) -> list[Any]:
    stmt = (
        select(
            Incident.nummer,
            Incident.titel_open.label("titel"),
            Incident.voorval_op,
            Incident.status,
            Incident.ernst,
        )
        .where(waar, Incident.id != incident.id, visible_where(kijker))
        .where(Incident.is_proef.is_(False))
        .order_by(Incident.id.desc())
        .limit(EERDER)
    )
    return list(db.session.execute(stmt))


def _visible_ids(kijker: Any) -> Select[int]:
    return select(Dossier.id).where(visible_dossiers(kijker))


objecten.register(
    Objectsoort(
        code="dossier",
        label="Dossier",
        url=lambda id: url_for("incidenten.show_dossier", id=id),
        zichtbaar=_visible_ids,
    )
)
