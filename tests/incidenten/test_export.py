"""Taking the list along: exactly what is shown, and recorded."""

import io
import json
import zipfile
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from vob.core.organisatietype import Functie
from vob.core.permissions import Rol
from vob.data import AuditInhoud, AuditRegel, db
from vob.gebruikers.models import Gebruiker
from vob.incidenten.models import Incident
from vob.incidenten.values import Ernst, Vorm

Client = Callable[..., FlaskClient]
Maker = Callable[..., Gebruiker]
Zaken = Callable[..., Incident]


@pytest.fixture
def melder(make_gebruiker: Maker) -> Gebruiker:
    return make_gebruiker(Rol.AMBTSDRAGER, functie=Functie.RAADSLID, naam="Yasmin Kuipers")


def regels(client: FlaskClient, query: str = "") -> list[list[str]]:
    answer = client.get(f"/incidenten/export.csv?{query}")
    assert answer.status_code == 200
    tekst = answer.data.decode("utf-8-sig")
    return [regel.strip('"').split('";"') for regel in tekst.splitlines()]


def test_csv_has_the_filters_and_the_order_of_the_screen(
    client_for: Client, melder: Gebruiker, make_incident: Zaken
) -> None:
    licht = make_incident(melder, ernst=Ernst.HINDERLIJK)
    zwaar = make_incident(melder, ernst=Ernst.ACUUT, vormen=[Vorm.STALKING, Vorm.DOXING])
    make_incident(melder)
    kop, *rest = regels(client_for(Rol.COORDINATOR), "sort=-ernst")
    assert kop[:3] == ["Zaak", "Titel", "Voorval"]
    assert [regel[0] for regel in rest[:2]] == [zwaar.nummer, licht.nummer]
    assert "Stalking of belaging, Doxing: privégegevens verspreiden" in rest[0]
    assert len(regels(client_for(Rol.COORDINATOR), "ernst=1")) == 2


def test_all_pages_are_in_it(client_for: Client, melder: Gebruiker, make_incident: Zaken) -> None:
    for _ in range(30):
        make_incident(melder)
    assert len(regels(client_for(Rol.COORDINATOR))) == 31


def test_no_name_of_a_victim_or_offender_and_nothing_encrypted(
    client_for: Client, melder: Gebruiker, make_incident: Zaken
) -> None:
    make_incident(melder, woorden="GEHEIM-W", veroorzaker="GEHEIM-V", getuigen="GEHEIM-G")
    make_incident(melder, getroffene_naam="Piet", getroffene_functie=Functie.ANDERS)
    tekst = client_for(Rol.COORDINATOR).get("/incidenten/export.csv").data.decode()
    assert not any(woord in tekst for woord in ("GEHEIM", "Yasmin", "Piet"))


def test_a_formula_stays_text(client_for: Client, melder: Gebruiker, make_incident: Zaken) -> None:
    make_incident(melder, titel="=1+1")
    assert regels(client_for(Rol.COORDINATOR))[1][1] == "'=1+1"


def test_ods_holds_the_same(client_for: Client, melder: Gebruiker, make_incident: Zaken) -> None:
    zaak = make_incident(melder, titel="Steen door de ruit")
    answer = client_for(Rol.COORDINATOR).get("/incidenten/export.ods?status=open")
    with zipfile.ZipFile(io.BytesIO(answer.data)) as archief:
        inhoud = archief.read("content.xml").decode()
    assert zaak.nummer in inhoud
    assert "Steen door de ruit" in inhoud


def test_what_is_not_yours_is_not_in_it(
    client_for: Client, melder: Gebruiker, make_incident: Zaken
) -> None:
    make_incident(melder, is_vertrouwelijk=True)
    assert len(regels(client_for(Rol.COORDINATOR))) == 1
    assert len(regels(client_for(Rol.BESTUURDER))) == 1


@pytest.mark.parametrize("soort", ["csv", "ods"])
def test_who_took_how_many_is_recorded(
    client_for: Client, melder: Gebruiker, make_incident: Zaken, soort: str
) -> None:
    make_incident(melder)
    make_incident(melder)
    client_for(Rol.COORDINATOR).get(f"/incidenten/export.{soort}")
    regel = db.session.scalars(db.select(AuditRegel).filter_by(actie="geëxporteerd")).one()
    inhoud = db.session.get_one(AuditInhoud, regel.id)
    assert regel.tabel == "incident"
    assert json.loads(inhoud.inhoud)["aantal"] == [None, 2]


def test_the_right_is_asked(client_for: Client) -> None:
    for rol in (Rol.MEDEWERKER, Rol.BEHEERDER, Rol.FG, Rol.WOORDVOERDER):
        assert client_for(rol).get("/incidenten/export.csv").status_code == 403
        assert client_for(rol).get("/incidenten/export.ods").status_code == 403
