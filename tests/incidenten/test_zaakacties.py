"""Whoever turns out to be part of a case keeps no action that tells of it."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from tests.pages import form_data, read_page, text_of
from vob.acties.models import Actie
from vob.acties.values import Status
from vob.core.clock import nu, vandaag
from vob.core.organisatietype import Functie
from vob.core.permissions import Rol
from vob.data import Model, db
from vob.gebruikers.models import Gebruiker
from vob.incidenten.dossiers.models import Dossier, Dossierzaak
from vob.incidenten.dossiers.values import Dossiersoort
from vob.incidenten.maatregelen.models import Maatregel
from vob.incidenten.maatregelen.values import Maatregelsoort, Maatregelstatus, Rechtsaard
from vob.incidenten.models import Betrokkene, Incident
from vob.incidenten.schade.models import Schadeclaim
from vob.incidenten.schade.values import Eiser
from vob.incidenten.termijnen.operations import start_termijn
from vob.incidenten.termijnen.values import Termijnsoort
from vob.incidenten.zaakacties import VAN_ZAAK
from vob.web import objecten

ClientOf = Callable[[Gebruiker], FlaskClient]
Maker = Callable[..., Gebruiker]
Zaken = Callable[..., Incident]
Lijn = Callable[..., object]
TITEL = "Bel de buurman"


def make_actie(bron: Model, eigenaar: Gebruiker, maker: Gebruiker) -> Actie:
    actie = Actie(
        titel=TITEL,
        eigenaar_id=eigenaar.id,
        gemaakt_door_id=maker.id,
        uiterlijk=vandaag(),
        status=Status.GEDAAN,
        bron_soort=bron.__tablename__,
        bron_id=bron.id,
    )
    db.session.add(actie)
    db.session.commit()
    return actie


def add_deelnemer(client: FlaskClient, zaak: Incident, wie: Gebruiker) -> None:
    data = {"rol": "lijn", "deelnemer": wie.id, "waarom": "Denkt mee"}
    answer = client.post(f"/incidenten/{zaak.nummer}/deelnemers", data=data)
    assert answer.status_code == 303


def write(client: FlaskClient, zaak: Incident, **feiten: str) -> None:
    pad = f"/incidenten/{zaak.nummer}/wijzigen"
    data = form_data(read_page(client.get(pad)), "main form")
    assert client.post(pad, data=data | feiten).status_code == 303


def parts(zaak: Incident, wie: Gebruiker) -> list[Model]:
    """The case, something of it, and a dossier that it is in."""
    claim = Schadeclaim(incident_id=zaak.id, eiser=Eiser.ORGANISATIE)
    dossier = Dossier(
        titel="Buurman", soort=Dossiersoort.PERSOON, gemaakt_door_id=wie.id, gemaakt_op=nu()
    )
    db.session.add_all([claim, dossier])
    db.session.flush()
    regel = {"dossier_id": dossier.id, "incident_id": zaak.id, "door_id": wie.id, "op": nu()}
    db.session.add(Dossierzaak(reden="zelfde", **regel))
    db.session.commit()
    return [zaak, claim, dossier]


@pytest.mark.parametrize("veld", ["veroorzaker", "getuigen"])
def test_who_is_named_later_loses_every_action_of_the_case(
    client: FlaskClient,
    client_of: ClientOf,
    dirk: Gebruiker,
    coordinator: Gebruiker,
    zaak: Incident,
    veld: str,
) -> None:
    acties = [
        make_actie(bron, *mensen)
        for bron in parts(zaak, coordinator)
        for mensen in ((dirk, coordinator), (coordinator, dirk))
    ]
    ander = client_of(dirk)
    assert TITEL in ander.get("/acties/?welke=alle&status=").text
    write(client, zaak, **{veld: "Het was Dirk Dader."})
    assert TITEL not in ander.get("/acties/?welke=alle&status=").text
    assert {ander.get(f"/acties/{actie.id}").status_code for actie in acties} == {404}
    assert {client.get(f"/acties/{actie.id}").status_code for actie in acties} == {200}


def test_actions_of_other_cases_and_of_others_stay(
    client: FlaskClient,
    client_of: ClientOf,
    make_incident: Zaken,
    melder: Gebruiker,
    dirk: Gebruiker,
    make_gebruiker: Maker,
    zaak: Incident,
) -> None:
    bestuurder = make_gebruiker(Rol.BESTUURDER)
    los = make_actie(make_incident(melder), dirk, dirk)
    van_ander = make_actie(zaak, bestuurder, bestuurder)
    write(client, zaak, veroorzaker="Dirk Dader")
    assert client_of(dirk).get(f"/acties/{los.id}").status_code == 200
    assert client_of(bestuurder).get(f"/acties/{van_ander.id}").status_code == 200


def test_the_next_in_line_gets_them_with_the_case(
    client_of: ClientOf,
    make_lijn: Lijn,
    make_incident: Zaken,
    melder: Gebruiker,
    dirk: Gebruiker,
    coordinator: Gebruiker,
) -> None:
    make_lijn(Functie.RAADSLID, dirk, coordinator)
    zaak = make_incident(melder)
    actie = make_actie(zaak, dirk, dirk)
    write(client_of(dirk), zaak, veroorzaker="Dirk Dader")
    db.session.refresh(actie)
    assert (actie.eigenaar_id, actie.gemaakt_door_id) == (coordinator.id, coordinator.id)


def test_who_writes_it_down_gets_them_when_the_handler_left(
    client: FlaskClient,
    make_lijn: Lijn,
    make_incident: Zaken,
    make_gebruiker: Maker,
    melder: Gebruiker,
    dirk: Gebruiker,
    coordinator: Gebruiker,
) -> None:
    weg = make_gebruiker(Rol.GRIFFIER)
    make_lijn(Functie.RAADSLID, weg, coordinator)
    zaak = make_incident(melder, is_vertrouwelijk=True)
    actie = make_actie(zaak, dirk, dirk)
    weg.is_actief = False
    db.session.commit()
    write(client, zaak, veroorzaker="Dirk Dader")
    db.session.refresh(actie)
    assert (actie.eigenaar_id, actie.gemaakt_door_id) == (coordinator.id, coordinator.id)


def test_an_extra_vertrouwelijk_case_takes_its_clocks_from_who_is_not_named(
    client_of: ClientOf,
    make_lijn: Lijn,
    make_incident: Zaken,
    make_gebruiker: Maker,
    melder: Gebruiker,
    dirk: Gebruiker,
    coordinator: Gebruiker,
) -> None:
    make_lijn(Functie.RAADSLID, dirk)
    zaak, wie = make_incident(melder), [coordinator, make_gebruiker(Rol.COORDINATOR)]
    dirk.is_actief = False
    klok = start_termijn(zaak, Termijnsoort.VOEGING, vandaag())
    db.session.commit()
    actie = klok.actie
    eerst, dan = sorted(wie, key=lambda g: g.id != actie.eigenaar_id)
    assert client_of(eerst).get(f"/acties/{actie.id}").status_code == 200
    client_of(dan).post(f"/incidenten/{zaak.nummer}/vertrouwelijk", data={"naar": "ja"})
    assert client_of(eerst).get(f"/acties/{actie.id}").status_code == 404
    assert client_of(dan).get(f"/acties/{actie.id}").status_code == 200


def conceal(client: FlaskClient, zaak: Incident) -> None:
    adres = f"/incidenten/{zaak.nummer}/vertrouwelijk"
    assert client.post(adres, data={"naar": "ja"}).status_code == 303


@pytest.mark.parametrize("mijn", [True, False], ids=["to do", "asked for"])
def test_an_extra_vertrouwelijk_case_takes_what_others_had_to_do(
    client: FlaskClient,
    client_of: ClientOf,
    dirk: Gebruiker,
    coordinator: Gebruiker,
    zaak: Incident,
    mijn: bool,
) -> None:
    mensen = (dirk, coordinator) if mijn else (coordinator, dirk)
    claim = Schadeclaim(incident_id=zaak.id, eiser=Eiser.ORGANISATIE)
    db.session.add(claim)
    db.session.flush()
    for bron in (zaak, claim):
        make_actie(bron, *mensen).status = Status.OPEN
    db.session.commit()
    ander = client_of(dirk)
    assert TITEL in ander.get("/acties/?welke=alle&status=").text
    conceal(client, zaak)
    for adres in ("/", "/acties/?welke=alle&status=", "/acties/1"):
        assert TITEL not in ander.get(adres).text
    verloop = text_of(read_page(client.get(f"/incidenten/{zaak.nummer}")), "#verloop")
    assert "Acties van mensen die hier niet bij staan, zijn nu van Noor Bakker: 2." in verloop


def test_an_extra_vertrouwelijk_case_leaves_those_named_their_actions(
    client: FlaskClient, client_of: ClientOf, dirk: Gebruiker, melder: Gebruiker, zaak: Incident
) -> None:
    add_deelnemer(client, zaak, dirk)
    acties = [make_actie(zaak, wie, wie) for wie in (dirk, melder)]
    conceal(client, zaak)
    for wie, actie in zip((dirk, melder), acties, strict=True):
        assert client_of(wie).get(f"/acties/{actie.id}").status_code == 200


def test_who_leaves_an_extra_vertrouwelijk_case_leaves_the_actions(
    client: FlaskClient, client_of: ClientOf, dirk: Gebruiker, zaak: Incident
) -> None:
    add_deelnemer(client, zaak, dirk)
    conceal(client, zaak)
    actie = make_actie(zaak, dirk, dirk)
    regel = db.session.scalars(db.select(Betrokkene).filter_by(gebruiker_id=dirk.id)).one()
    adres = f"/incidenten/{zaak.nummer}/deelnemers/{regel.id}/verwijderen"
    assert client.post(adres, data={"reden": "Klaar"}).status_code == 303
    assert client_of(dirk).get(f"/acties/{actie.id}").status_code == 404


def test_who_decides_a_measure_keeps_that_action(
    client: FlaskClient, make_gebruiker: Maker, client_of: ClientOf, zaak: Incident
) -> None:
    bestuurder = make_gebruiker(Rol.BESTUURDER)
    maatregel = Maatregel(
        incident_id=zaak.id,
        soort=Maatregelsoort.SCHRIFTELIJK,
        aard=Rechtsaard.FEITELIJK,
        status=Maatregelstatus.VOORGELEGD,
        gemaakt_door_id=bestuurder.id,
        beslisser_id=bestuurder.id,
    )
    db.session.add(maatregel)
    db.session.flush()
    actie = make_actie(maatregel, bestuurder, bestuurder)
    conceal(client, zaak)
    assert client_of(bestuurder).get(f"/acties/{actie.id}").status_code == 200


def test_every_kind_that_belongs_to_a_case_is_known() -> None:
    tabellen = Model.metadata.tables
    soorten = {s.code for s in objecten.soorten() if s.code in tabellen}
    van_zaak = {code for code in soorten if "incident_id" in tabellen[code].c}
    assert van_zaak <= VAN_ZAAK.keys()
