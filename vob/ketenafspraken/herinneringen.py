"""What of the chain is brought to mind: by mail without contents, and on the start page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Date,
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
from sqlalchemy.orm import joinedload

from vob.berichten.operations import queue
from vob.berichten.values import Berichtsoort
from vob.core.clock import TZ
from vob.core.permissions import Recht
from vob.data import UtcDateTime, db
from vob.gebruikers.models import Gebruiker
from vob.gebruikers.queries import gebruikers_with
from vob.organisatie.models import Steunpunt

from . import rules
from .controle import due_contacts, due_steunpunten, open_ronde
from .models import Afspraak, Contact, Controlepunt, Controleronde, Controlevraag
from .values import Afspraakstatus, Vraagstatus

_VROEG = timedelta(days=7)  # before a round should be ready, who still has points hears it
_CONTROLE = "/ketenafspraken/controle"
PUNTEN, ANTWOORDEN, EINDE, EVALUATIE = "punten", "antwoorden", "einde", "evaluatie"


def queue_keten(vandaag: date) -> None:
    """Reminders that are due. The outbox keeps one per occasion, so this can run every minute."""
    for afspraak in _afspraken(_eindigt(vandaag)):
        if dagen := rules.drempel(afspraak.einddatum, vandaag):
            _remind_owner(afspraak, f"afspraak:{afspraak.id}:{afspraak.einddatum}:{dagen}")
    for afspraak in _afspraken(_te_evalueren(vandaag)):
        _remind_owner(afspraak, f"evaluatie:{afspraak.id}:{afspraak.evaluatie_op}")
    if ronde := open_ronde():
        if ronde.uiterlijk - vandaag <= _VROEG:
            _remind_all(_wie_heeft_punten(ronde), f"keten:punt:{ronde.id}:{_week(vandaag)}")
    elif due_contacts(vandaag) or due_steunpunten(vandaag):
        _remind_all(gebruikers_with(Recht.KETEN_BEHEREN), f"keten:ronde:{_week(vandaag)}")


def _afspraken(waar: ColumnElement[bool]) -> list[Afspraak]:
    stmt = select(Afspraak).options(joinedload(Afspraak.eigenaar)).where(waar)
    return list(db.session.scalars(stmt.order_by(Afspraak.id)))


def _eindigt(dag: date) -> ColumnElement[bool]:
    """In force or about to be, ends within 90 days, and nothing that was signed comes after."""
    opvolger = Afspraak.opvolger.has(Afspraak.status != Afspraakstatus.CONCEPT)
    return and_(
        Afspraak.status == Afspraakstatus.ONDERTEKEND,
        Afspraak.einddatum.between(dag, dag + timedelta(days=rules.VERLOOPT)),
        ~opvolger,
    )


def _te_evalueren(dag: date) -> ColumnElement[bool]:
    """The day of the evaluation has come, and it was not held since the one before."""
    return and_(
        Afspraak.status == Afspraakstatus.ONDERTEKEND,
        or_(Afspraak.einddatum.is_(None), Afspraak.einddatum >= dag),
        Afspraak.evaluatie_op <= dag,
    )


def _wie_heeft_punten(ronde: Controleronde) -> list[Gebruiker]:
    stmt = select(Gebruiker).where(
        Gebruiker.id.in_(_open_punten(Controlepunt.voor_id, Controleronde.id == ronde.id))
    )
    return list(db.session.scalars(stmt))


def _open_punten(kolom: Any, *waar: ColumnElement[bool]) -> Select[Any]:
    """Points that were not checked since their round began."""
    op = func.coalesce(Contact.gecontroleerd_op, Steunpunt.gecontroleerd_op)
    return (
        select(kolom)
        .select_from(Controlepunt)
        .join(Controleronde, Controleronde.id == Controlepunt.ronde_id)
        .outerjoin(Contact, Contact.id == Controlepunt.contact_id)
        .outerjoin(Steunpunt, Steunpunt.id == Controlepunt.steunpunt_id)
        .where(
            Controleronde.afgesloten_op.is_(None),
            or_(op.is_(None), op < Controleronde.begonnen_op),
            *waar,
        )
    )


def _week(dag: date) -> str:
    jaar, week, _ = dag.isocalendar()
    return f"{jaar}-{week}"


def _remind_owner(afspraak: Afspraak, eens: str) -> None:
    if afspraak.eigenaar.is_actief:
        pad = f"/ketenafspraken/afspraken/{afspraak.id}"
        queue(afspraak.eigenaar, Berichtsoort.HERINNERING, pad, eens=eens)


def _remind_all(wie: list[Gebruiker], eens: str) -> None:
    for gebruiker in wie:
        if gebruiker.is_actief:
            queue(gebruiker, Berichtsoort.HERINNERING, _CONTROLE, eens=eens)


@dataclass(frozen=True)
class Signaal:
    """Something that asks something of someone. `dag`: by when, or since when."""

    soort: str
    dag: date
    aantal: int = 0
    id: int = 0
    titel: str = ""
    moment: datetime | None = None


def signals_for(
    gebruiker: Gebruiker, vandaag: date, erbij: Sequence[Select[Any]] = ()
) -> list[Signaal]:
    """For the start page: the points that are mine, answers that wait, and agreements that I own.

    One statement. Points that nobody has are for who manages the chain. `erbij`: what that page
    asks of another room in the same statement, in the columns of `deel`.
    """
    delen = [*_delen(gebruiker, vandaag), *erbij]
    if not delen:
        return []
    rijen = db.session.execute(union_all(*delen)).all()
    return [_signaal(rij) for rij in rijen if rij.aantal]


def _delen(gebruiker: Gebruiker, vandaag: date) -> list[Select[Any]]:
    if not gebruiker.can(Recht.KETEN_INZIEN):
        return []
    beheert = gebruiker.can(Recht.KETEN_BEHEREN)
    delen = [_my_points(gebruiker.id, beheert)]
    if beheert:
        delen.append(_answers())
    if gebruiker.can(Recht.KETEN_VERTROUWELIJK):
        mijn = Afspraak.eigenaar_id == gebruiker.id
        delen.append(_of_afspraak(EINDE, Afspraak.einddatum, and_(mijn, _eindigt(vandaag))))
        delen.append(
            _of_afspraak(EVALUATIE, Afspraak.evaluatie_op, and_(mijn, _te_evalueren(vandaag)))
        )
    return delen


def _signaal(rij: Any) -> Signaal:
    dag = rij.dag or rij.moment.astimezone(TZ).date()
    return Signaal(rij.soort, dag, rij.aantal, rij.id or 0, rij.titel or "", rij.moment)


def deel(soort: str, **kolommen: Any) -> Select[Any]:
    """The same columns for every part."""
    soorten = {"dag": Date, "moment": UtcDateTime, "aantal": Integer, "id": Integer}
    soorten |= {"titel": String}
    return select(
        literal(soort).label("soort"),
        *(
            cast(kolommen.get(naam, null()), type_).label(naam)
            if naam not in kolommen
            else kolommen[naam].label(naam)
            for naam, type_ in soorten.items()
        ),
    )


def _my_points(gebruiker_id: int, beheert: bool) -> Select[Any]:
    mijn: ColumnElement[bool] = Controlepunt.voor_id == gebruiker_id
    if beheert:
        mijn = or_(mijn, Controlepunt.voor_id.is_(None))
    punten = _open_punten(Controleronde.uiterlijk.label("dag"), mijn).subquery()
    return deel(PUNTEN, dag=func.min(punten.c.dag, type_=Date), aantal=func.count(punten.c.dag))


def _answers() -> Select[Any]:
    eerste = func.min(Controlevraag.beantwoord_op, type_=UtcDateTime)
    stmt = deel(ANTWOORDEN, moment=eerste, aantal=func.count(Controlevraag.id))
    return stmt.where(Controlevraag.status == Vraagstatus.WACHT)


def _of_afspraak(soort: str, dag: Any, waar: ColumnElement[bool]) -> Select[Any]:
    stmt = deel(soort, dag=dag, aantal=literal(1), id=Afspraak.id, titel=Afspraak.titel)
    return stmt.where(waar)
