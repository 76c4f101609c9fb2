"""Role x relation x path: what is not yours does not exist, on any side path (T1).

What each pair may do is written out here, apart from the code that decides it.
"""

import io
from collections.abc import Callable, Iterator

import pytest
from flask.testing import FlaskClient

from tests.pages import read_page
from vob.bijlagen.models import Bijlage
from vob.core.clock import nu
from vob.core.organisatietype import Functie
from vob.core.permissions import Rol
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.incidenten.deelnemers import assign_behandelaar
from vob.incidenten.models import Betrokkene, Incident
from vob.incidenten.operations import add_betrokkene
from vob.incidenten.values import Betrokkenrol as R

ClientOf = Callable[[Gebruiker], FlaskClient]
Maker = Callable[..., Gebruiker]
Zaken = Callable[..., Incident]
Mensen = Callable[[Rol], Iterator[tuple[str, Gebruiker]]]

IN_DE_LIJN = {Rol.GRIFFIER, Rol.COORDINATOR, Rol.BESTUURDER}
RELATIES: dict[str, tuple[R, ...]] = {
    "geen": (),
    "melder": (R.MELDER,),
    "getroffene": (R.GETROFFENE,),
    "lijn": (R.LIJN,),
    "behandelaar": (R.BEHANDELAAR,),
    "lijn en getroffene": (R.LIJN, R.GETROFFENE),
    "opvang": (R.OPVANG,),
    "communicatie": (R.COMMUNICATIE,),
}
EIGEN = {"melder", "getroffene", "lijn en getroffene"}
LIJN = {"lijn", "behandelaar"}
WOORD, TITEL = "krokodillenleer", "Zaak van een ander"


def sees(rol: Rol, relatie: str, vertrouwelijk: bool) -> bool:
    if relatie in EIGEN:
        return True
    alles = rol is Rol.COORDINATOR and not vertrouwelijk
    return alles or (relatie in LIJN and rol in IN_DE_LIJN)


def handles(rol: Rol, relatie: str, vertrouwelijk: bool) -> bool:
    if "getroffene" in relatie or rol not in IN_DE_LIJN:
        return False
    return relatie in LIJN or (rol is Rol.COORDINATOR and not vertrouwelijk)


@pytest.fixture(params=[False, True], ids=["gewoon", "extra vertrouwelijk"])
def vertrouwelijk(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


@pytest.fixture
def zaak(
    make_gebruiker: Maker, make_incident: Zaken, client_of: ClientOf, vertrouwelijk: bool
) -> Incident:
    """A case of strangers, with one file of each kind, in nobody's line but its handler's."""
    melder, behandelaar = make_gebruiker(Rol.AMBTSDRAGER), make_gebruiker(Rol.COORDINATOR)
    zaak = make_incident(melder, omschrijving=WOORD, titel=TITEL)
    assign_behandelaar(zaak, behandelaar, behandelaar, nu(), "is er nu")
    zaak.set_vertrouwelijk(vertrouwelijk)
    db.session.commit()
    for intern in ({}, {"is_intern": "y"}):
        bestand = (io.BytesIO(b"tekst"), f"bewijs{len(intern)}.txt")
        pad = f"/incidenten/{zaak.nummer}/bijlagen"
        client_of(behandelaar).post(pad, data={"bestanden": bestand, **intern})
    return zaak


@pytest.fixture
def mensen(make_gebruiker: Maker, zaak: Incident) -> Mensen:
    """For a role: someone in each relation to the case."""

    def make(rol: Rol) -> Iterator[tuple[str, Gebruiker]]:
        for relatie, betrokkenrollen in RELATIES.items():
            gebruiker = make_gebruiker(rol, functie=Functie.ANDERS)
            for betrokkenrol in betrokkenrollen:
                add_betrokkene(zaak, gebruiker.id, betrokkenrol, nu())
            db.session.commit()
            yield relatie, gebruiker

    return make


@pytest.mark.parametrize("rol", Rol)
def test_reading(
    client_of: ClientOf, mensen: Mensen, zaak: Incident, vertrouwelijk: bool, rol: Rol
) -> None:
    bestanden = {b.is_intern: b for b in db.session.scalars(db.select(Bijlage))}
    assert len(bestanden) == 2
    for relatie, gebruiker in mensen(rol):
        client, ziet = client_of(gebruiker), sees(rol, relatie, vertrouwelijk)
        behandelt = handles(rol, relatie, vertrouwelijk)
        answer = client.get(f"/incidenten/{zaak.nummer}")
        assert answer.status_code == (200 if ziet else 404), relatie
        if ziet:
            assert bool(read_page(answer).select("#notitie-vak")) is behandelt, relatie
        for is_intern, bijlage in bestanden.items():
            code = client.get(f"/bijlagen/{bijlage.sleutel}").status_code
            assert code == (200 if (behandelt if is_intern else ziet) else 404), relatie


@pytest.mark.parametrize("rol", sorted(IN_DE_LIJN))
def test_register_search_count_and_export(
    client_of: ClientOf, mensen: Mensen, zaak: Incident, vertrouwelijk: bool, rol: Rol
) -> None:
    for relatie, gebruiker in mensen(rol):
        client, ziet = client_of(gebruiker), sees(rol, relatie, vertrouwelijk)
        for query, gevonden in (
            ("", ziet),
            (f"?q={WOORD}", ziet and not vertrouwelijk),
            ("?status=open&sort=-ernst", ziet),
        ):
            page = client.get(f"/incidenten/{query}")
            assert (zaak.nummer in page.text) is gevonden, (relatie, query)
            assert f"{int(gevonden)} za" in page.text, "nor in a count"
            lijst = client.get(f"/incidenten/export.csv{query}")
            assert (zaak.nummer in lijst.text) is gevonden, (relatie, query)


@pytest.mark.parametrize("rol", Rol)
def test_other_lists(
    client_of: ClientOf, mensen: Mensen, zaak: Incident, vertrouwelijk: bool, rol: Rol
) -> None:
    for relatie, gebruiker in mensen(rol):
        client, ziet = client_of(gebruiker), sees(rol, relatie, vertrouwelijk)
        if rol not in IN_DE_LIJN:
            assert client.get("/incidenten/").status_code == 403
            assert client.get("/incidenten/export.csv").status_code == 403
        eigen = zaak.nummer in client.get("/incidenten/mijn-meldingen").text
        assert eigen is (relatie in EIGEN), relatie
        gevonden = TITEL in client.get(f"/zoeken?q={WOORD}").text
        assert gevonden is (ziet and not vertrouwelijk), relatie


SCHRIJVEN = {
    "notities": {"notitie": "x"},
    "status": {"naar": "wacht_op_derden"},
    "ernst": {"ernst": "0"},
    "deelnemers": {"deelnemer": ""},
    "termijnen": {"soort": ""},
    "behandelaars": {"wie": ""},
    "wijzigen": {"titel": ""},
}


@pytest.mark.parametrize("rol", Rol)
def test_writing(
    client_of: ClientOf, mensen: Mensen, zaak: Incident, vertrouwelijk: bool, rol: Rol
) -> None:
    begin = f"/incidenten/{zaak.nummer}"
    for relatie, gebruiker in mensen(rol):
        client, behandelt = client_of(gebruiker), handles(rol, relatie, vertrouwelijk)
        dicht = {404} if rol in IN_DE_LIJN else {403}
        for pad, data in SCHRIJVEN.items():
            code = client.post(f"{begin}/{pad}", data=data).status_code
            assert code in ({303, 409, 422} if behandelt else dicht), (relatie, pad)
        ziet = sees(rol, relatie, vertrouwelijk)
        for pad in ("berichten", "bijlagen"):
            code = client.post(f"{begin}/{pad}", data={}).status_code
            assert code == (422 if ziet else 404), (relatie, pad)


@pytest.mark.parametrize("rol", Rol)
def test_closing_off(
    client_of: ClientOf, mensen: Mensen, zaak: Incident, vertrouwelijk: bool, rol: Rol
) -> None:
    naar = "ja" if vertrouwelijk else "nee"  # as it is: the next one finds it unchanged
    for relatie, gebruiker in mensen(rol):
        pad = f"/incidenten/{zaak.nummer}/vertrouwelijk"
        code = client_of(gebruiker).post(pad, data={"naar": naar}).status_code
        mag = 303 if handles(rol, relatie, vertrouwelijk) else 404
        assert code == (mag if rol is Rol.COORDINATOR else 403), relatie


def test_the_deputy_of_the_line_takes_over_what_is_about_the_first(
    client_of: ClientOf,
    make_gebruiker: Maker,
    make_lijn: Callable[..., object],
    make_incident: Zaken,
) -> None:
    eerste = make_gebruiker(Rol.BESTUURDER, functie=Functie.BURGEMEESTER)
    vervanger = make_gebruiker(Rol.BESTUURDER)
    make_lijn(Functie.BURGEMEESTER, eerste, vervanger)
    zaak = make_incident(make_gebruiker(Rol.MEDEWERKER), getroffene_id=eerste.id)
    pad = f"/incidenten/{zaak.nummer}"
    assert read_page(client_of(vervanger).get(pad)).select("#notitie-vak")
    assert not read_page(client_of(eerste).get(pad)).select("#notitie-vak")
    lijn = db.select(Betrokkene.gebruiker_id).filter_by(incident_id=zaak.id, rol=R.LIJN)
    assert list(db.session.scalars(lijn)) == [vervanger.id]
