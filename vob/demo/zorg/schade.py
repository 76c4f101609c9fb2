"""Damage in each state, and what was learned of the cases that are done."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from vob.acties.models import Actie
from vob.acties.values import Status as Actiestatus
from vob.core.clock import TZ
from vob.data import db
from vob.demo.mensen import Mensen
from vob.incidenten.evaluatie.models import Evaluatie, Verbeterpunt
from vob.incidenten.models import Incident
from vob.incidenten.schade.models import Schadebetaling, Schadeclaim, Schadepost
from vob.incidenten.schade.operations import set_klokken
from vob.incidenten.schade.values import Betaler, Claimstatus, Eiser, Postsoort, Route
from vob.incidenten.values import Status

_C, _P = Claimstatus, Postsoort
_CLAIMS: tuple[tuple[Route | None, Claimstatus, tuple[tuple[Postsoort, str], ...], str, str], ...]
# Route, state, items, awarded, received.
_CLAIMS = (
    (Route.VOEGING, _C.INGEDIEND, ((_P.BEZITTINGEN, "189.95"), (_P.SMARTENGELD, "400")), "", ""),
    (Route.VERZEKERING, _C.AFGEROND, ((_P.VOERTUIG, "1240.50"),), "1240.50", "1240.50"),
    (Route.VOEGING, _C.DEELS, ((_P.EIGEN_RISICO, "385"), (_P.REISKOSTEN, "42.60")), "385", "100"),
    (Route.GEEN, _C.AFGEROND, ((_P.REISKOSTEN, "18.40"),), "", ""),
    (None, _C.VOORBEREID, ((_P.GEBOUW, "640"),), "", ""),
    (Route.CIVIEL, _C.TOEGEKEND, ((_P.LOON, "2310.75"), (_P.GEBOUW, "99.99")), "2410.74", "1500"),
    (Route.SCHADEFONDS, _C.INGEDIEND, ((_P.SMARTENGELD, "1000"),), "", ""),
)
_GOED = (
    "De bode greep rustig in en bleef erbij tot de auto.",
    "Binnen een uur belde iemand van het opvangteam.",
    "De aangifte was dezelfde dag gedaan, met het adres van de organisatie.",
)
_LESSEN = (
    "Spreek vooraf af wie de politie belt.",
    "Zeg meteen wie de vaste contactpersoon is. Nu belden er drie mensen.",
    "Haal privéadressen van de website voordat er onrust is.",
)
_BETER = (
    "Telefoonlijst bij de balie bijwerken",
    "Vaste contactpersoon in het protocol zetten",
    "Privéadressen van de website halen",
)


def make_schade(zaken: Sequence[Incident], vandaag: date) -> None:
    met_schade = [zaak for zaak in zaken if zaak.heeft_schade] + list(zaken[2:30:4])
    uniek = list(dict.fromkeys(met_schade))[: len(_CLAIMS) + 3]
    for plaats, zaak in enumerate(uniek):
        route, stand, posten, toegekend, ontvangen = _CLAIMS[plaats % len(_CLAIMS)]
        dag = zaak.gemeld_op.astimezone(TZ).date()
        eiser = Eiser.ORGANISATIE if posten[0][0] in (_P.GEBOUW, _P.LOON) else Eiser.GETROFFENE
        claim = Schadeclaim(
            incident_id=zaak.id,
            route=route,
            stand=stand,
            ingediend_op=None if stand is _C.VOORBEREID else min(dag + timedelta(9), vandaag),
            formulier_op=dag if route is Route.VOEGING else None,
            onherroepelijk_op=min(dag + timedelta(30), vandaag) if stand is _C.DEELS else None,
            toegekend=Decimal(toegekend) if toegekend else None,
            toelichting="Het bedrag is te klein om te verhalen." if route is Route.GEEN else None,
            gemaakt_op=zaak.gemeld_op + timedelta(hours=6),
            **_wie(zaak, eiser),
        )
        claim.posten = [
            Schadepost(soort=soort, bedrag=Decimal(bedrag), bewijs="Factuur bij de zaak.")
            for soort, bedrag in posten
        ]
        if ontvangen:
            op = min(dag + timedelta(days=40), vandaag)
            betaling = Schadebetaling(op=op, bedrag=Decimal(ontvangen), van=Betaler.VEROORZAKER)
            claim.betalingen = [betaling]
        claim.incident = zaak
        db.session.add(claim)
        db.session.flush()
        set_klokken(claim, (), zaak.gemeld_op)


def _wie(zaak: Incident, eiser: Eiser) -> dict[str, Any]:
    if eiser is Eiser.ORGANISATIE:
        return {"eiser": eiser}
    naam = None if zaak.getroffene_id else zaak.getroffene_naam
    return {"eiser": eiser, "gebruiker_id": zaak.getroffene_id, "naam": naam}


def make_evaluaties(zaken: Sequence[Incident], mensen: Mensen, vandaag: date) -> None:
    """Every closed case, and of the ones that were only handled most."""
    klaar = (Status.GEEVALUEERD, Status.GESLOTEN)
    for plaats, zaak in enumerate(zaken):
        if zaak.status not in klaar:
            continue
        op = min((zaak.gemeld_op + timedelta(days=32)).astimezone(TZ).date(), vandaag)
        evaluatie = Evaluatie(
            incident_id=zaak.id,
            op=op,
            door_id=mensen["coordinator"].id,
            goed=_GOED[plaats % 3],
            les=_LESSEN[plaats % 3],
            is_besproken=bool(plaats % 4),
        )
        db.session.add(evaluatie)
        if plaats % 9 == 0:
            evaluatie.verbeterpunten = [_verbeterpunt(zaak, plaats, op, mensen, vandaag)]


def _verbeterpunt(
    zaak: Incident, plaats: int, op: date, mensen: Mensen, vandaag: date
) -> Verbeterpunt:
    """Old ones were done; the newest is still on its way."""
    tekst, uiterlijk = _BETER[plaats % 3], op + timedelta(days=30)
    gedaan = uiterlijk < vandaag
    actie = Actie(
        titel=tekst,
        eigenaar_id=mensen["griffier" if plaats % 2 else "secretaris"].id,
        gemaakt_door_id=mensen["coordinator"].id,
        uiterlijk=uiterlijk,
        status=Actiestatus.GEDAAN if gedaan else Actiestatus.OPEN,
        bewijs="Staat in het overleg genoteerd." if gedaan else "",
        bron_soort="incident",
        bron_id=zaak.id,
    )
    return Verbeterpunt(tekst=tekst, actie=actie)
