"""Taking the steps of a protocol over to a case. No commit: the view ends the transaction."""

from datetime import datetime

from sqlalchemy import select

from vob.data import begin_write, db
from vob.documenten.models import Documentversie
from vob.documenten.queries import version_in_force

from .. import onderdelen
from ..models import Incident
from ..termijnen.rules import dag_van
from ..values import Status
from . import rules
from .models import Protocolstap


def take_over(incident: Incident, versie: Documentversie) -> int:
    """The steps of this version, once; how many there were."""
    begin_write(db.session)
    al = select(Protocolstap.id).filter_by(incident_id=incident.id, documentversie_id=versie.id)
    if db.session.scalars(al).first() is not None:
        return 0
    stappen = rules.read_stappen(versie.tekst)
    db.session.add_all(
        Protocolstap(
            incident_id=incident.id, documentversie_id=versie.id, volgorde=nummer, tekst=tekst
        )
        for nummer, tekst in enumerate(stappen, 1)
    )
    db.session.flush()
    return len(stappen)


def take_over_in_force(incident: Incident, naar: Status, _nu: datetime) -> None:
    """Whoever takes a case up finds the steps of the protocol of that day on it."""
    if naar is not Status.IN_BEHANDELING:
        return
    soort = rules.protocol_voor(incident.getroffene_functie)
    versie = version_in_force(soort, dag_van(incident.voorval_op))
    if versie is not None:
        take_over(incident, versie)


onderdelen.register_overgang(take_over_in_force)
