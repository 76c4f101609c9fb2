"""What went to the police and what did not, each with its reason; and the klacht of victims."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from vob.core.clock import TZ
from vob.data import db
from vob.incidenten.aangifte.models import Aangifte, Klacht
from vob.incidenten.aangifte.values import (
    Aangever,
    Adreskeuze,
    Beoordeling,
    Instemming,
    RedenGeen,
    Slachtofferrecht,
    Stap,
    Uitkomst,
)
from vob.incidenten.models import Incident
from vob.incidenten.values import Ernst, JaNeeOnbekend, Vorm

_FEIT: dict[str, str] = {
    Vorm.BEDREIGING: "285",
    Vorm.BEDREIGING_GEZIN: "285",
    Vorm.STALKING: "285b",
    Vorm.DOXING: "285d",
    Vorm.BELEDIGING: "266",
    Vorm.VERNIELING: "350",
    Vorm.FYSIEK: "300",
    Vorm.ORDEVERSTORING: "124",
}
_KLACHT = {Vorm.BELEDIGING.value, Vorm.STALKING.value, Vorm.SMAAD.value}
_UITKOMSTEN = (None, Uitkomst.ONDERZOEK, Uitkomst.GESEPONEERD, Uitkomst.VEROORDEELD)


def make_aangiften(zaken: Sequence[Incident], vandaag: date) -> None:
    for plaats, zaak in enumerate(zaken):
        if zaak.ernst in (Ernst.ONBEOORDEELD, Ernst.HINDERLIJK):
            continue
        dag = zaak.gemeld_op.astimezone(TZ).date()
        aangifte = Aangifte(
            incident_id=zaak.id,
            beoordeling=Beoordeling.TWIJFEL if plaats % 7 == 3 else Beoordeling.VERMOEDELIJK,
            feiten=sorted({_FEIT[v] for v in zaak.vormen if v in _FEIT}),
            **_wat(plaats, dag, vandaag),
        )
        db.session.add(aangifte)
        if zaak.getroffene_id and _KLACHT & set(zaak.vormen):
            gedaan = dag + timedelta(days=20) if plaats % 2 else None
            op = gedaan if gedaan and gedaan <= vandaag else None
            db.session.add(
                Klacht(
                    incident_id=zaak.id,
                    gebruiker_id=zaak.getroffene_id,
                    vanaf=zaak.kennis_op or dag,
                    ingediend_op=op,
                    wil_niet=op is None and dag < vandaag - timedelta(days=80),
                )
            )


def _wat(plaats: int, dag: date, vandaag: date) -> dict[str, Any]:
    """Filed by victim or organisation, only a report, not with a reason, or not yet anything."""
    morgen = min(dag + timedelta(days=1), vandaag)
    gedaan: dict[str, Any] = {
        "stap": Stap.AANGIFTE,
        "aangever": Aangever.ORGANISATIE if plaats % 2 else Aangever.GETROFFENE,
        "instemming": Instemming.JA,
        "instemming_op": min(dag, vandaag),
        "adreskeuze": Adreskeuze.DOMICILIE,
        "vpt_gevraagd": JaNeeOnbekend.JA,
        "vpt_toegekend": JaNeeOnbekend.JA if plaats % 3 else JaNeeOnbekend.ONBEKEND,
        "gedaan_op": morgen,
        "eenheid": "Politie, bureau Waterkant",
        "registratienummer": f"PL-{dag.year}-{4000 + plaats}",
        "contactpersoon": "Wijkagent, 0555-700700",
        "uitkomst": _UITKOMSTEN[plaats % 4],
        "slachtofferrechten": [Slachtofferrecht.INFORMATIE.value, Slachtofferrecht.VOEGEN.value],
    }
    if plaats % 5 == 4:
        return {
            "stap": Stap.GEEN,
            "reden_geen": RedenGeen.ANGST,
            "toelichting": "De getroffene is bang dat het dan erger wordt. Wij bespreken het weer.",
        }
    if plaats % 5 == 2:
        return {"stap": Stap.MELDING, "gedaan_op": morgen, "reden_geen": RedenGeen.POLITIE}
    if plaats == 0:
        return {}  # the newest one: still to do
    return gedaan
