"""What asks something of this user today, gathered from the rooms; what is due first on top."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from flask import url_for
from sqlalchemy import func, select

from vob.acties.queries import my_open_acties
from vob.checklist.queries import Checklist
from vob.core.clock import TZ
from vob.core.permissions import Recht
from vob.data import db
from vob.data.paging import CAP
from vob.documenten.queries import unread_for
from vob.gebruikers.models import Gebruiker
from vob.incidenten.models import Incident
from vob.incidenten.values import Status
from vob.incidenten.zichtbaarheid import visible_where
from vob.web.formats import opsomming

_ZAKEN = 5


@dataclass(frozen=True)
class Taak:
    """`dag`: when it is due; None: as soon as you can."""

    titel: str
    url: str
    uitleg: str
    dag: date | None = None
    is_dringend: bool = False


def dagdeel(moment: datetime) -> str:
    """The greeting that fits the hour in the Netherlands."""
    uur = moment.astimezone(TZ).hour
    if uur < 6:
        return "Goedenacht"
    if uur < 12:
        return "Goedemorgen"
    return "Goedemiddag" if uur < 18 else "Goedenavond"


def taken(gebruiker: Gebruiker, dag: date, checklist: Checklist) -> list[Taak]:
    """New cases first, then by date; what has no date comes last."""
    found = [
        *_nieuwe_zaken(gebruiker),
        *_acties(gebruiker),
        *_stappen(gebruiker, checklist),
        *_documenten(gebruiker, dag),
    ]
    return sorted(found, key=lambda taak: (not taak.is_dringend, taak.dag or date.max))


def _nieuwe_zaken(gebruiker: Gebruiker) -> Iterator[Taak]:
    """Cases that nobody has taken up yet."""
    if not gebruiker.can(Recht.INCIDENT_BEHANDELEN):
        return
    stmt = select(Incident).where(
        Incident.status == Status.GEMELD, Incident.is_proef.is_(False), visible_where(gebruiker)
    )
    stmt = stmt.order_by(Incident.gemeld_op.desc(), Incident.id.desc()).limit(_ZAKEN)
    for incident in db.session.scalars(stmt):
        yield Taak(
            titel=incident.titel,
            url=url_for("incidenten.show_incident", nummer=incident.nummer),
            uitleg=f"Zaak {incident.nummer} · nog niemand heeft deze opgepakt",
            is_dringend=True,
        )


def _acties(gebruiker: Gebruiker) -> Iterator[Taak]:
    for actie in my_open_acties(gebruiker):
        url = url_for("acties.show_actie", id=actie.id)
        yield Taak(actie.titel, url, "Actie", actie.uiterlijk)


def _stappen(gebruiker: Gebruiker, checklist: Checklist) -> Iterator[Taak]:
    if not gebruiker.can(Recht.CHECKLIST_BIJWERKEN):
        return
    for regel in checklist.due_of(gebruiker.id):
        url = url_for("checklist.show_stap", nummer=regel.nummer)
        yield Taak(regel.tekst.titel, url, f"Checklist, stap {regel.nummer}", regel.dag)


def _documenten(gebruiker: Gebruiker, dag: date) -> Iterator[Taak]:
    """One line for all of them: reading is not what must happen first."""
    ongelezen = unread_for(gebruiker, dag)
    if len(ongelezen) == 1:
        ((id, titel),) = ongelezen
        url = url_for("documenten.show_document", id=id)
        yield Taak(titel, url, "Lees dit en bevestig dat u het hebt gelezen")
    elif ongelezen:
        titels = opsomming(f"‘{titel}’" for _, titel in ongelezen[:3])
        meer = " en meer" if len(ongelezen) > 3 else ""
        url = url_for("documenten.list_documenten")
        yield Taak("Documenten om te lezen en te bevestigen", url, f"{titels}{meer}")


def cijfers(gebruiker: Gebruiker, dag: date) -> list[tuple[str, str]]:
    """Short figures about the cases this user may see; nothing for who has no register."""
    if not gebruiker.can(Recht.INCIDENT_INZIEN):
        return []
    begin = datetime(dag.year, 1, 1, tzinfo=TZ)
    zaken = select(Incident.id).where(visible_where(gebruiker), Incident.is_proef.is_(False))
    parts = {
        "Nog niet opgepakt": zaken.where(Incident.status == Status.GEMELD),
        "In behandeling": zaken.where(Incident.status == Status.IN_BEHANDELING),
        "Dit jaar gemeld": zaken.where(Incident.gemeld_op >= begin),
    }
    counts = [
        select(func.count()).select_from(part.limit(CAP + 1).subquery()).scalar_subquery()
        for part in parts.values()
    ]
    found = db.session.execute(select(*counts)).one()
    return [
        (label, "1.000+" if aantal > CAP else str(aantal))
        for label, aantal in zip(parts, found, strict=True)
    ]
