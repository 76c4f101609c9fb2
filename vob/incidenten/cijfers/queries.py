"""The figures of a period, from what was counted already."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import func, select

from vob.core.organisatietype import Functie
from vob.core.values import Waardelijst
from vob.data import db
from vob.web.objecten import Kijker

from ..models import Betrokkene, Incident
from ..values import Betrokkenrol, Ernst, Hoofdvorm, Kanaal, Monitorcategorie
from . import rules
from .models import Incidentcijfer, cellen_van
from .values import VOOR_IEDEREEN, Dimensie

# In the order in which the tables show them; functions have words of their own.
LIJSTEN: dict[Dimensie, type[Waardelijst] | None] = {
    Dimensie.VORM: Hoofdvorm,
    Dimensie.CATEGORIE: Monitorcategorie,
    Dimensie.KANAAL: Kanaal,
    Dimensie.GETROFFENE: None,
    Dimensie.ERNST: Ernst,
}


def count_periode(van: date, tot: date, kijker: Kijker | None) -> dict[str, dict[str, int]]:
    """Per dimension how many cases have each value, over whole months.

    Without the cases in which `kijker` is named as offender: those do not exist for them.
    """
    begin, einde = van.year * 100 + van.month, tot.year * 100 + tot.month
    cijfer = Incidentcijfer
    stmt = (
        select(cijfer.dimensie, cijfer.waarde, func.sum(cijfer.aantal))
        .where(cijfer.maand >= begin, cijfer.maand <= einde)
        .group_by(cijfer.dimensie, cijfer.waarde)
    )
    tellingen: dict[str, dict[str, int]] = {dimensie.value: {} for dimensie in Dimensie}
    for dimensie, waarde, aantal in db.session.execute(stmt):
        tellingen[dimensie][waarde] = int(aantal)
    for maand, dimensie, waarde in _own_cases(kijker):
        if begin <= maand <= einde:
            tellingen[dimensie][waarde] -= 1
    return tellingen


def complete(dimensie: Dimensie, aantallen: Mapping[str, int]) -> dict[str, int]:
    """Every value there is, also those of which there are none."""
    return {lid.value: aantallen.get(lid.value, 0) for lid in LIJSTEN[dimensie] or Functie}


def suppressed(jaar: int) -> dict[Dimensie, rules.Tabel]:
    """The figures of a whole year, as who does not see every case may read them."""
    tellingen = count_periode(date(jaar, 1, 1), date(jaar, 12, 31), None)
    return {
        dimensie: rules.suppress(complete(dimensie, tellingen[dimensie.value]))
        for dimensie in VOOR_IEDEREEN
    }


def _own_cases(kijker: Kijker | None) -> list[Any]:
    if kijker is None:
        return []
    kolommen = [getattr(Incident, naam) for naam in ("is_proef", "is_vertrouwelijk", "gemeld_op")]
    kolommen += [getattr(Incident, dimensie.value) for dimensie in Dimensie]
    stmt = (
        select(*kolommen)
        .join(Betrokkene, Betrokkene.incident_id == Incident.id)
        .where(Betrokkene.gebruiker_id == kijker.id, Betrokkene.rol == Betrokkenrol.VEROORZAKER)
    )
    return [cel for rij in db.session.execute(stmt).mappings() for cel in cellen_van(dict(rij))]


def first_year() -> int | None:
    """The year of the oldest case that counts."""
    maand = db.session.scalar(
        select(func.min(Incidentcijfer.maand)).where(Incidentcijfer.aantal > 0)
    )
    return maand // 100 if maand else None
