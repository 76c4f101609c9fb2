"""Reading the aangifte of a case. Only for who handles the case; the caller has checked that."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import or_, select

from vob.data import db
from vob.organisatie.queries import setting

from ..analyse.feiten import list_feiten
from ..analyse.operations import get_analyse
from ..analyse.rules import suggest_feiten
from ..models import Incident
from ..termijnen.instellingen import term_of
from ..termijnen.rules import calculate_einde, dag_van
from ..termijnen.values import Termijnsoort
from .models import Aangifte, Klacht
from .values import Aangiftemodel, Stap

# Neither filed, on its day, nor a reason why not.
ZONDER_AANGIFTE = Aangifte.reden_geen.is_(None) & or_(
    Aangifte.stap.is_(None), Aangifte.stap != Stap.AANGIFTE, Aangifte.gedaan_op.is_(None)
)


def aangiftemodel() -> Aangiftemodel:
    """Who weighs it in this organisation."""
    return list(Aangiftemodel)[setting("aangiftemodel")]


def find_aangifte(incident: Incident) -> Aangifte | None:
    return db.session.scalar(select(Aangifte).filter_by(incident_id=incident.id))


def get_aangifte(incident: Incident) -> Aangifte:
    """The one of this case; a new one, not yet stored, while nobody filled anything in."""
    bestaand = find_aangifte(incident)
    if bestaand:
        return bestaand
    feiten = get_analyse(incident).feiten  # what the analysis suggested is where one begins
    return Aangifte(
        incident_id=incident.id, versie=0, eenheid="", feiten=feiten, slachtofferrechten=[]
    )


def feitlabels(codes: Sequence[str]) -> list[str]:
    """The offences of these codes as one reads them, each with its article."""
    bekend = {feit.code: f"{feit.label} ({feit.artikel})" for feit in list_feiten()}
    return [bekend.get(code, code) for code in codes]


def suggested_labels(incident: Incident) -> list[str]:
    """What goes with the form of behaviour, while nobody chose; never a verdict."""
    return feitlabels(suggest_feiten(incident.vormen, list_feiten()))


def klacht_uiterlijk(klacht: Klacht) -> date:
    """The last day on which this klacht can be filed, the careful reading of the law."""
    soort = Termijnsoort.KLACHT
    return dag_van(calculate_einde(soort, klacht.vanaf, term_of(soort)).uiterlijk)
