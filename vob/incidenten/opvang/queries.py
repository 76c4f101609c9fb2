"""Care: who may see which, and reading it.

An opvangpersoon sees the care assigned to them and nothing else of the case; who care is for sees
their own; who handles the case sees that it was offered. For anyone else it does not exist.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import abort, url_for
from sqlalchemy import ColumnElement, Select, and_, false, or_, select
from sqlalchemy.orm import contains_eager, joinedload, selectinload

from vob.core.permissions import Recht
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.web import objecten
from vob.web.objecten import Kijker, Objectsoort

from .. import rules
from ..models import Betrokkene, Incident
from ..values import Betrokkenrol
from ..zichtbaarheid import handled_incidenten, read_any_or_404, rollen_op
from .models import Opvanglid, Opvangmoment, Opvangtraject
from .values import Opvangrol

_MENSEN = (
    joinedload(Opvangtraject.gebruiker),
    joinedload(Opvangtraject.opvangpersoon),
    selectinload(Opvangtraject.momenten).joinedload(Opvangmoment.door),
)


@dataclass(frozen=True)
class Opvang:
    """The care of one case as one reader sees it."""

    incident: Incident
    trajecten: Sequence[Opvangtraject]
    behandelt: bool
    is_getroffene: bool
    is_opvang: bool
    kijker_id: int

    def geeft(self, traject: Opvangtraject) -> bool:
        return traject.opvangpersoon_id == self.kijker_id

    def is_van(self, traject: Opvangtraject) -> bool:
        return traject.gebruiker_id == self.kijker_id

    def mag_vastleggen(self, traject: Opvangtraject) -> bool:
        """Who gives the care writes that it was given; who handles the case may too."""
        return (self.behandelt or self.geeft(traject)) and not self.is_van(traject)

    def mag_opmerking(self, traject: Opvangtraject) -> bool:
        """A practical remark is between who gives care: not even who handles the case reads it."""
        return self.geeft(traject) and not self.is_van(traject)


def _eigen(kijker: Kijker) -> ColumnElement[bool]:
    """Given by, or for, this user."""
    return or_(Opvangtraject.gebruiker_id == kijker.id, _geeft(kijker))


def _geeft(kijker: Kijker) -> ColumnElement[bool]:
    """Asked to give it, still on the case as such, and not named as who did it."""
    if not kijker.can(Recht.OPVANG_GEVEN):
        return false()

    def is_(rol: Betrokkenrol) -> ColumnElement[bool]:
        mijn = (Betrokkene.gebruiker_id == kijker.id, Betrokkene.rol == rol)
        hier = Betrokkene.incident_id == Opvangtraject.incident_id
        return select(Betrokkene.id).where(*mijn, hier).exists()

    mijn = Opvangtraject.opvangpersoon_id == kijker.id
    return and_(mijn, is_(Betrokkenrol.OPVANG), ~is_(Betrokkenrol.VEROORZAKER))


def get_opvang_or_404(nummer: str, kijker: Kijker) -> Opvang:
    """The view writes the read log."""
    incident = read_any_or_404(nummer, kijker)
    rollen = rollen_op(kijker, incident)
    behandelt = rules.is_behandelaar(
        rollen,
        mag_behandelen=kijker.can(Recht.INCIDENT_BEHANDELEN),
        mag_alles_inzien=kijker.can(Recht.INCIDENT_INZIEN_ALLE),
        is_vertrouwelijk=incident.is_vertrouwelijk,
    )
    stmt = select(Opvangtraject).where(Opvangtraject.incident_id == incident.id)
    if not behandelt:
        stmt = stmt.where(_eigen(kijker))
    trajecten = db.session.scalars(stmt.options(*_MENSEN).order_by(Opvangtraject.id)).all()
    is_getroffene = Betrokkenrol.GETROFFENE in rollen
    is_opvang = Betrokkenrol.OPVANG in rollen and kijker.can(Recht.OPVANG_GEVEN)
    is_opvang = is_opvang and Betrokkenrol.VEROORZAKER not in rollen
    if not (behandelt or trajecten or is_getroffene or is_opvang):
        abort(404)
    return Opvang(incident, trajecten, behandelt, is_getroffene, is_opvang, kijker.id)


def find_traject_or_404(opvang: Opvang, id: int) -> Opvangtraject:
    return next((t for t in opvang.trajecten if t.id == id), None) or abort(404)


def find_moment_or_404(opvang: Opvang, id: int) -> Opvangmoment:
    momenten = (m for traject in opvang.trajecten for m in traject.momenten)
    return next((m for m in momenten if m.id == id), None) or abort(404)


def visible_trajecten(kijker: Kijker) -> Select[int]:
    """The ids of the care this user may see."""
    return select(Opvangtraject.id).where(or_(_eigen(kijker), _behandeld(kijker)))


def worked_trajecten(kijker: Kijker) -> Select[int]:
    """The ids of the care this user gives or arranges; never their own."""
    mag = or_(_geeft(kijker), _behandeld(kijker))
    van_ander = Opvangtraject.gebruiker_id.is_distinct_from(kijker.id)
    return select(Opvangtraject.id).where(mag, van_ander)


def _behandeld(kijker: Kijker) -> ColumnElement[bool]:
    zaak = handled_incidenten(kijker).where(Incident.id == Opvangtraject.incident_id)
    return zaak.correlate(Opvangtraject).exists()


def given_trajecten(kijker: Kijker, *, ook_afgerond: bool) -> Select[Opvangtraject]:
    """What this user gives, with the number of the case and no more of it."""
    stmt = (
        select(Opvangtraject)
        .join(Opvangtraject.incident)
        .options(
            contains_eager(Opvangtraject.incident).load_only(
                Incident.nummer, Incident.voorval_op, Incident.hoofdvorm
            ),
            *_MENSEN,
        )
        .where(_geeft(kijker))
    )
    return stmt if ook_afgerond else stmt.where(Opvangtraject.afgerond_op.is_(None))


def list_team() -> Sequence[Opvanglid]:
    stmt = select(Opvanglid).join(Opvanglid.gebruiker).options(contains_eager(Opvanglid.gebruiker))
    return db.session.scalars(stmt.order_by(Gebruiker.naam)).all()


def list_inzetbaar() -> list[Opvanglid]:
    """Who can be asked now: available, and with the right to open what is assigned to them."""
    return [
        lid
        for lid in list_team()
        if lid.is_beschikbaar and lid.gebruiker.is_actief and lid.gebruiker.can(Recht.OPVANG_GEVEN)
    ]


def has_traject(incident: Incident, gebruiker_id: int | None) -> bool:
    """Whether this person, if it is one with an account, already has care in this case."""
    stmt = select(Opvangtraject.id).filter_by(incident_id=incident.id, gebruiker_id=gebruiker_id)
    return gebruiker_id is not None and db.session.scalar(stmt) is not None


def is_voor_getroffene(traject: Opvangtraject) -> bool:
    return traject.voor is Opvangrol.GETROFFENE


def _url(id: int) -> str:
    stmt = select(Incident.nummer).join(Opvangtraject).where(Opvangtraject.id == id)
    return url_for("incidenten.show_opvang", nummer=db.session.scalar(stmt))


objecten.register(Objectsoort("opvangtraject", "Opvang", _url, visible_trajecten, worked_trajecten))
