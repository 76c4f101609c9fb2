"""The part of `wereld` about care, aangifte, measures, damage and evaluation."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

from vob.acties.models import Actie
from vob.core.clock import nu, vandaag
from vob.core.permissions import Rol
from vob.data import db
from vob.documenten.values import Orgaan, Versiestatus
from vob.gebruikers.models import Gebruiker
from vob.incidenten.aangifte.models import Aangifte, Klacht
from vob.incidenten.aangifte.values import Beoordeling, Instemming, Stap
from vob.incidenten.betrokkenen import ensure_betrokkene
from vob.incidenten.evaluatie.models import Evaluatie, Verbeterpunt
from vob.incidenten.maatregelen.inrichten import add_sjablonen
from vob.incidenten.maatregelen.models import Maatregel, Overtreding
from vob.incidenten.maatregelen.queries import get_regel, list_sjabloondocumenten
from vob.incidenten.maatregelen.values import Bezwaaruitkomst, Grens, Maatregelsoort
from vob.incidenten.maatregelen.values import Maatregelstatus as S
from vob.incidenten.models import Incident
from vob.incidenten.opvang.models import Opvanglid, Opvangmoment, Opvangtraject
from vob.incidenten.opvang.values import Hulp, Momentsoort, Momentstand, Opvangrol
from vob.incidenten.schade.models import Schadebetaling, Schadeclaim, Schadepost
from vob.incidenten.schade.values import Betaler, Eiser, Postsoort, Route
from vob.incidenten.values import Betrokkenrol

LANG = "Aansprakelijkheidsverzekeringsmaatschappijmedewerkersbijeenkomst"


def fill_zorg(mensen: dict[Rol, Gebruiker], nummer: str) -> dict[str, Any]:
    """All of it on the case with this number."""
    zaak = db.session.scalars(db.select(Incident).filter_by(nummer=nummer)).one()
    return {
        **_fill_opvang(zaak, mensen),
        **_fill_aangifte(zaak),
        **_fill_maatregelen(zaak, mensen),
        **_fill_schade(zaak),
        **_fill_evaluatie(zaak, mensen),
    }


def _fill_opvang(zaak: Incident, mensen: dict[Rol, Gebruiker]) -> dict[str, Any]:
    opvang = mensen[Rol.OPVANG]
    lid = Opvanglid(gebruiker_id=opvang.id, getraind_op=vandaag())
    traject = Opvangtraject(
        incident_id=zaak.id,
        voor=Opvangrol.GETROFFENE,
        gebruiker_id=zaak.getroffene_id,
        contact=f"0555-{LANG}",
        opvangpersoon_id=opvang.id,
        gevraagd_op=nu(),
    )
    traject.momenten = [
        Opvangmoment(
            soort=list(Momentsoort)[nummer],
            naar=Hulp.SLACHTOFFERHULP if nummer == len(Momentsoort) - 1 else None,
            stand=list(Momentstand)[nummer % len(Momentstand)],
            aangeboden_op=nu(),
            gepland_op=nu(),
            gehouden_op=vandaag(),
            door_id=opvang.id,
            opmerking=f"Belt liever na zes uur. {LANG}",
        )
        for nummer in range(len(Momentsoort))
    ]
    getuige = Opvangtraject(incident_id=zaak.id, voor=Opvangrol.GETUIGE, naam=LANG)
    db.session.add_all([lid, traject, getuige])
    ensure_betrokkene(zaak, opvang.id, Betrokkenrol.OPVANG, nu())
    db.session.flush()
    return {"lid": lid.id, "traject": traject.id}


def _fill_aangifte(zaak: Incident) -> dict[str, Any]:
    aangifte = Aangifte(
        incident_id=zaak.id,
        beoordeling=Beoordeling.VERMOEDELIJK,
        feiten=["285", "266"],
        stap=Stap.MELDING,
        instemming=Instemming.JA,
        instemming_op=vandaag(),
        domicilie=LANG,
        toelichting=f"Zie {LANG}.",
    )
    klacht = Klacht(incident_id=zaak.id, gebruiker_id=zaak.getroffene_id, vanaf=vandaag())
    db.session.add_all([aangifte, klacht, Klacht(incident_id=zaak.id, naam=LANG, vanaf=vandaag())])
    db.session.flush()
    return {"klacht": klacht.id}


def _fill_maatregelen(zaak: Incident, mensen: dict[Rol, Gebruiker]) -> dict[str, Any]:
    maker, beslisser = mensen[Rol.COORDINATOR], mensen[Rol.BESTUURDER]
    add_sjablonen(maker)
    for document in list(list_sjabloondocumenten())[1:]:
        versie = document.versies[0]
        versie.status, versie.orgaan = Versiestatus.VASTGESTELD, Orgaan.SECRETARIS
        versie.geldig_van = versie.vastgesteld_op = vandaag()
    maatregelen = {status: _maatregel(zaak, status, maker, beslisser) for status in S}
    db.session.add_all(maatregelen.values())
    genomen = maatregelen[S.GENOMEN]
    genomen.besloten_op = genomen.bekend_op = vandaag() - timedelta(days=3)
    genomen.bezwaar_op, genomen.bezwaar_uitkomst = vandaag(), Bezwaaruitkomst.LOOPT
    genomen.overtredingen = [Overtreding(moment=nu(), wat=LANG, door_id=maker.id)]
    db.session.flush()
    ids = {f"maatregel_{status.value}": m.id for status, m in maatregelen.items()}
    return {"soort": Maatregelsoort.TOEGANG_GEBOUW.value, **ids}


def _maatregel(zaak: Incident, status: S, maker: Gebruiker, beslisser: Gebruiker) -> Maatregel:
    soort = Maatregelsoort.TOEGANG_GEBOUW
    return Maatregel(
        incident_id=zaak.id,
        soort=soort,
        aard=get_regel(soort).aard,
        status=status,
        grondslag="Huisregels",
        persoon=f"J. Jansen {LANG}",
        gebouw=LANG,
        van=vandaag() - timedelta(days=5),
        tot=vandaag() + timedelta(days=20),
        toets_op=vandaag() - timedelta(days=1),
        feiten=f"Riep {LANG}.",
        grens=Grens.OVER,
        reden="De bode durft niet alleen te werken.",
        orgaan=Orgaan.COLLEGE,
        gemaakt_door_id=maker.id,
        makers=[maker.id],
        beslisser_id=beslisser.id,
        voorgelegd_op=nu(),
    )


def _fill_schade(zaak: Incident) -> dict[str, Any]:
    claim = Schadeclaim(
        incident_id=zaak.id,
        eiser=Eiser.GETROFFENE,
        gebruiker_id=zaak.getroffene_id,
        route=Route.VOEGING,
        toelichting=LANG,
    )
    claim.posten = [
        Schadepost(soort=soort, bedrag=Decimal("1234567.89"), omschrijving=LANG, bewijs="Bon")
        for soort in list(Postsoort)[:3]
    ]
    betaling = Schadebetaling(op=vandaag(), bedrag=Decimal("0.01"), van=Betaler.VEROORZAKER)
    claim.betalingen = [betaling]
    ander = Schadeclaim(incident_id=zaak.id, eiser=Eiser.ORGANISATIE)
    db.session.add_all([claim, ander])
    db.session.flush()
    return {"claim": claim.id}


def _fill_evaluatie(zaak: Incident, mensen: dict[Rol, Gebruiker]) -> dict[str, Any]:
    wie = mensen[Rol.COORDINATOR].id
    actie = Actie(titel=LANG, eigenaar_id=wie, gemaakt_door_id=wie, uiterlijk=vandaag())
    evaluatie = Evaluatie(
        incident_id=zaak.id, op=vandaag(), door_id=wie, goed=f"Snel. {LANG}", les="Sneller."
    )
    evaluatie.verbeterpunten = [Verbeterpunt(tekst=LANG, actie=actie)]
    db.session.add(evaluatie)
    return {}
