"""Damage: who may see which claim. Who handles the case sees all, a claimant their own."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from flask import abort, url_for
from sqlalchemy import ColumnElement, Select, or_, select
from sqlalchemy.orm import joinedload, selectinload

from vob.bijlagen import soorten as bijlagesoorten
from vob.bijlagen.soorten import Bijlageregels
from vob.data import db
from vob.web import objecten
from vob.web.objecten import Kijker, Objectsoort

from ..models import Incident
from ..values import Betrokkenrol
from ..zichtbaarheid import handled_incidenten, is_behandelaar, read_any_or_404, rollen_op
from .models import Schadeclaim
from .rules import Bedragen

_ALLES = (
    joinedload(Schadeclaim.gebruiker),
    selectinload(Schadeclaim.posten),
    selectinload(Schadeclaim.betalingen),
)


class Schade(NamedTuple):
    """The damage of one case as one reader sees it."""

    incident: Incident
    claims: Sequence[Schadeclaim]
    behandelt: bool


def get_schade_or_404(nummer: str, kijker: Kijker) -> Schade:
    """For who handles the case, for who it happened to, and for who claims. The view logs it."""
    incident = read_any_or_404(nummer, kijker)
    if is_behandelaar(kijker, incident):
        return Schade(incident, list_claims(incident), behandelt=True)
    eigen = [claim for claim in list_claims(incident) if claim.gebruiker_id == kijker.id]
    if not eigen and Betrokkenrol.GETROFFENE not in rollen_op(kijker, incident):
        abort(404)
    return Schade(incident, eigen, behandelt=False)


def list_claims(incident: Incident) -> Sequence[Schadeclaim]:
    """All claims of a case; the caller has checked who looks."""
    stmt = select(Schadeclaim).where(Schadeclaim.incident_id == incident.id).options(*_ALLES)
    return db.session.scalars(stmt.order_by(Schadeclaim.id)).all()


def find_claim_or_404(schade: Schade, id: int) -> Schadeclaim:
    return next((claim for claim in schade.claims if claim.id == id), None) or abort(404)


def totaal(claims: Iterable[Schadeclaim]) -> Bedragen:
    return sum((claim.bedragen for claim in claims), Bedragen())


def visible_claims(kijker: Kijker) -> Select[int]:
    """The ids of the claims this user may see."""
    mag = or_(Schadeclaim.gebruiker_id == kijker.id, _behandeld(kijker))
    return select(Schadeclaim.id).where(mag)


def worked_claims(kijker: Kijker) -> Select[int]:
    """The ids of the claims this user works on."""
    return select(Schadeclaim.id).where(_behandeld(kijker))


def _behandeld(kijker: Kijker) -> ColumnElement[bool]:
    zaak = handled_incidenten(kijker).where(Incident.id == Schadeclaim.incident_id)
    return zaak.correlate(Schadeclaim).exists()


def _url(id: int) -> str:
    stmt = select(Incident.nummer).join(Schadeclaim).where(Schadeclaim.id == id)
    return url_for("incidenten.show_claim", nummer=db.session.scalar(stmt), id=id)


objecten.register(Objectsoort("schadeclaim", "Schade", _url, visible_claims, worked_claims))
bijlagesoorten.register("schadeclaim", Bijlageregels())
