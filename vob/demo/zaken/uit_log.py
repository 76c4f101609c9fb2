"""The case that the griffier made of an evening that was disturbed."""

from datetime import datetime, timedelta

from sqlalchemy import select

from vob.core.organisatietype import Woorden
from vob.data import db
from vob.incidenten.models import Incident
from vob.incidenten.values import Ernst, Gebeurtenissoort, Status
from vob.incidenten.vergaderingen.models import LogregelIncident, Vergadering
from vob.incidenten.vergaderingen.operations import herkomst, values_for_incident
from vob.incidenten.vergaderingen.queries import read_log
from vob.incidenten.vergaderingen.rules import Logpunt

from .verloop import tell
from .zaak import Bezetting, Zaak

_NA_AFLOOP = timedelta(hours=3)


def chosen_punten(vergadering: Vergadering) -> list[Logpunt]:
    """What one person did; what the whole gallery shouted stays in the log alone."""
    return [punt for punt in read_log(vergadering) if punt.is_verstoring and punt.personen]


def zaak_uit_log(
    vergadering: Vergadering, bezetting: Bezetting, woorden: Woorden, nu: datetime
) -> Zaak:
    """Made the same evening, with what the page itself would put in it; it is dealt with."""
    griffier_id = bezetting.mensen["griffier"].id
    waarden = values_for_incident(vergadering, chosen_punten(vergadering), woorden)
    zaak = Zaak(
        gemeld_op=vergadering.begin + _NA_AFLOOP,
        melder_id=griffier_id,
        functie=waarden.pop("getroffene_functie"),
        vormen=tuple(waarden.pop("vormen")),
        waarden=waarden | {"ernst": Ernst.ERNSTIG},
    )
    bezetting.assign(zaak)
    zaak.add(
        zaak.gemeld_op,
        Gebeurtenissoort.NOTITIE,
        griffier_id,
        tekst=herkomst(vergadering),
        is_intern=True,
    )
    tell(zaak, Status.AFGEHANDELD, bezetting.mensen["coordinator"].id, 3, nu, lang=False)
    return zaak


def link_zaak(zaak: Zaak, vergadering: Vergadering) -> None:
    """Once it is stored: each entry leads to the case that was made of it."""
    id = db.session.scalars(select(Incident.id).filter_by(nummer=zaak.nummer)).one()
    for punt in chosen_punten(vergadering):
        regel_id = punt.regel.id
        db.session.add(LogregelIncident(logregel_id=regel_id, incident_id=id))
    db.session.flush()
