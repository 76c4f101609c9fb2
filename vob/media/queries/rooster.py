"""The roster as the pages show it: duties, gaps, double bookings, days off and holidays."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from sqlalchemy import or_, select
from sqlalchemy.orm import joinedload

from vob.core.clock import TZ, nu
from vob.core.deadlines import feestdagen
from vob.data import db
from vob.organisatie.queries import setting

from .. import rules_rooster as rules
from ..models import Afwezigheid, Agendalink, Dienst, Ruil, Vakantie, Woordvoerder
from ..rules_rooster import Periode
from ..values import Ruilstatus

_MEESTE = 60
_MENSEN = (joinedload(Dienst.woordvoerder), joinedload(Dienst.vervanger))


@dataclass
class Regel:
    """A duty in a week, and what is wrong with it. `begint`: not shown in a week before."""

    dienst: Dienst
    begint: bool
    is_dubbel: bool
    is_weg: bool  # who has the duty is away then
    is_vervanger_weg: bool


@dataclass
class Week:
    """What one needs to know of a week."""

    periode: Periode
    regels: list[Regel] = field(default_factory=list)
    gaten: list[Periode] = field(default_factory=list)
    bijzonder: list[str] = field(default_factory=list)
    weg: list[str] = field(default_factory=list)

    @property
    def nummer(self) -> int:
        return self.periode.begin.astimezone(TZ).isocalendar().week

    @property
    def is_goed(self) -> bool:
        return not self.gaten and not any(
            r.is_dubbel or r.is_weg or r.is_vervanger_weg for r in self.regels
        )


def read_weken(dag: date, aantal: int) -> list[Week]:
    """So many weeks from the one of this day: four statements, however many there are."""
    perioden = rules.weken(dag, aantal, setting("media_wissel"))
    geheel = Periode(perioden[0].begin, perioden[-1].einde)
    diensten = list_diensten(geheel)
    dubbel = rules.find_dubbel([dienst.periode for dienst in diensten])
    afwezig = list_afwezigheden(geheel)
    weg = days_off(afwezig)
    vakanties = list_vakanties(geheel)
    gaten = rules.find_gaten((dienst.periode for dienst in diensten), geheel)
    return [
        Week(
            periode=week,
            regels=[
                Regel(
                    d,
                    _begins(d, week, perioden[0]),
                    n in dubbel,
                    rules.is_weg(weg[d.woordvoerder_id], d.periode),
                    d.vervanger_id is not None and rules.is_weg(weg[d.vervanger_id], d.periode),
                )
                for n, d in enumerate(diensten)
                if d.periode.raakt(week)
            ],
            gaten=[_cut(gat, week) for gat in gaten if gat.raakt(week)],
            bijzonder=_bijzonder(week, vakanties),
            weg=sorted(
                {a.woordvoerder.naam for a in afwezig if rules.is_weg([(a.van, a.tot)], week)}
            ),
        )
        for week in perioden
    ]


def _begins(dienst: Dienst, week: Periode, eerste: Periode) -> bool:
    return dienst.begin >= week.begin or week is eerste


def _cut(gat: Periode, week: Periode) -> Periode:
    return Periode(max(gat.begin, week.begin), min(gat.einde, week.einde))


def _bijzonder(week: Periode, vakanties: Sequence[Vakantie]) -> list[str]:
    """Public holidays, and what was read from an agenda."""
    van, tot = rules.days_of(week)
    elk_jaar = feestdagen(van.year) | feestdagen(tot.year)
    vrij = [f"feestdag op {dag.day}-{dag.month}" for dag in sorted(elk_jaar) if van <= dag <= tot]
    return vrij + [v.naam for v in vakanties if v.van <= tot and van <= v.tot]


def list_diensten(periode: Periode) -> list[Dienst]:
    """Every duty that touches it, by begin."""
    stmt = select(Dienst).options(*_MENSEN)
    stmt = stmt.where(Dienst.begin < periode.einde, Dienst.einde > periode.begin)
    return list(db.session.scalars(stmt.order_by(Dienst.begin, Dienst.id)))


def list_afwezigheden(periode: Periode) -> list[Afwezigheid]:
    van, tot = rules.days_of(periode)
    stmt = select(Afwezigheid).options(joinedload(Afwezigheid.woordvoerder))
    stmt = stmt.where(Afwezigheid.van <= tot, Afwezigheid.tot >= van)
    return list(db.session.scalars(stmt.order_by(Afwezigheid.van)))


def days_off(afwezig: Iterable[Afwezigheid]) -> dict[int, list[tuple[date, date]]]:
    per: dict[int, list[tuple[date, date]]] = defaultdict(list)
    for regel in afwezig:
        per[regel.woordvoerder_id].append((regel.van, regel.tot))
    return per


def list_vakanties(periode: Periode) -> list[Vakantie]:
    van, tot = rules.days_of(periode)
    stmt = select(Vakantie).where(Vakantie.van <= tot, Vakantie.tot >= van)
    return list(db.session.scalars(stmt.order_by(Vakantie.van, Vakantie.id)))


def find_gaten(moment: datetime, dagen: int) -> list[Periode]:
    """When nobody is on duty, from now on and for so many days."""
    binnen = Periode(moment, moment + timedelta(days=dagen))
    return rules.find_gaten((dienst.periode for dienst in list_diensten(binnen)), binnen)


def diensten_van(woordvoerder_id: int, sinds: datetime | None = None) -> list[Dienst]:
    """Duties of one person that are not over (or not since `sinds`), the first ones."""
    stmt = (
        select(Dienst)
        .options(*_MENSEN)
        .where(Dienst.woordvoerder_id == woordvoerder_id, Dienst.einde > (sinds or nu()))
    )
    return list(db.session.scalars(stmt.order_by(Dienst.begin).limit(_MEESTE)))


def has_agendalink(woordvoerder_id: int) -> bool:
    stmt = select(Agendalink.gemaakt_op).filter_by(woordvoerder_id=woordvoerder_id)
    return db.session.scalar(stmt) is not None


def woordvoerder_of(gebruiker_id: int) -> Woordvoerder | None:
    """Who this user is in the roster."""
    return db.session.scalar(select(Woordvoerder).filter_by(gebruiker_id=gebruiker_id))


def open_ruilen(gebruiker_id: int) -> list[Ruil]:
    """Swaps that wait: for this user's answer, or for that of the other."""
    mijn = select(Woordvoerder.id).filter_by(gebruiker_id=gebruiker_id).scalar_subquery()
    stmt = (
        select(Ruil)
        .options(
            joinedload(Ruil.van),
            joinedload(Ruil.naar),
            joinedload(Ruil.dienst),
            joinedload(Ruil.tegen),
        )
        .where(Ruil.status == Ruilstatus.GEVRAAGD, or_(Ruil.van_id == mijn, Ruil.naar_id == mijn))
    )
    return list(db.session.scalars(stmt.order_by(Ruil.id)))
