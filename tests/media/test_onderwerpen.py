"""The speaking matrix: the start set, a topic, and where someone is missing."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.pages import form_data, read_page, text_of
from tests.queries import count_queries
from vob.core.clock import vandaag
from vob.core.organisatietype import Functie, Organisatietype
from vob.core.permissions import Rol
from vob.data import db
from vob.media.models import Onderwerp, Woordvoerder
from vob.media.startset import RIJEN
from vob.organisatie.models import Organisatie

Maak = Callable[..., Any]
MAIN = "main form[method=post]"


@pytest.mark.parametrize(
    ("soort", "wel", "niet"),
    [
        (Organisatietype.GEMEENTE, "Openbare orde, bedreiging, crisis", "Bedreiging van eigen"),
        (Organisatietype.WATERSCHAP, "Bedreiging van eigen mensen of werken", "Asielopvang"),
        (Organisatietype.PROVINCIE, "Provinciale Staten als orgaan", "Bedreiging van eigen"),
    ],
)
def test_the_start_set_fits_the_organisation(
    woordvoerder: FlaskClient, organisatie: Organisatie, soort: Organisatietype, wel: str, niet: str
) -> None:
    organisatie.type = soort
    db.session.commit()
    woordvoerder.post("/media/woordvoerders/startset")
    namen = db.session.scalars(db.select(Onderwerp.naam)).all()
    assert wel in namen
    assert not [naam for naam in namen if naam.startswith(niet)]
    assert len(namen) == len([rij for rij in RIJEN if soort in rij.voor])


def test_the_start_set_names_who_is_there_and_comes_once(
    woordvoerder: FlaskClient, make_gebruiker: Maak
) -> None:
    make_gebruiker(Rol.BESTUURDER, naam="Marijke van Loon", functie=Functie.BURGEMEESTER)
    for _ in range(2):
        woordvoerder.post("/media/woordvoerders/startset")
    besluit = db.session.scalars(
        db.select(Onderwerp).filter_by(naam="Besluit van het college")
    ).one()
    assert besluit.eerste.naam == "Marijke van Loon"
    assert besluit.vervanger.naam == "Sanne Vermeer"
    assert db.session.query(Woordvoerder).count() == 2


def test_the_start_set_asks_nobody_twice(woordvoerder: FlaskClient) -> None:
    woordvoerder.post("/media/woordvoerders/startset")
    page = text_of(read_page(woordvoerder.get("/media/?q=noodbevel")), "#antwoord")
    assert "politie en Openbaar Ministerie" in page
    assert "ook politie en OM" not in page


def test_the_matrix_shows_where_someone_is_missing(
    woordvoerder: FlaskClient, make_spreker: Maak, make_onderwerp: Maak
) -> None:
    wie = make_spreker()
    make_onderwerp("Heel", eerste_id=wie.id, vervanger_id=make_spreker("Vera").id)
    make_onderwerp("Half", eerste_id=wie.id)
    page = read_page(woordvoerder.get("/media/woordvoerders?welk=gaten"))
    assert text_of(page, "#onderwerpen tbody th") == "Half"
    assert "nog niemand" in text_of(page, "#onderwerpen tbody")


def test_someone_who_speaks_no_more_is_a_gap(
    woordvoerder: FlaskClient, make_spreker: Maak, make_onderwerp: Maak
) -> None:
    make_onderwerp(eerste_id=make_spreker("Ton", is_actief=False).id)
    assert "Ton spreekt niet meer" in woordvoerder.get("/media/woordvoerders").text


def test_the_list_asks_the_same_for_many(woordvoerder: FlaskClient, make_onderwerp: Maak) -> None:
    make_onderwerp()
    with count_queries() as een:
        woordvoerder.get("/media/woordvoerders")
    for n in range(40):
        make_onderwerp(f"Onderwerp {n}")
    with count_queries() as veel:
        page = read_page(woordvoerder.get("/media/woordvoerders"))
    assert len(veel) <= min(len(een) + 1, 8)
    assert len(page.select("#onderwerpen tbody tr")) == 25


def test_it_can_be_narrowed_and_searched(woordvoerder: FlaskClient, make_onderwerp: Maak) -> None:
    make_onderwerp("Kade", beleidsgebied="Water", trefwoorden="dijk")
    make_onderwerp("Oud", geldig_tot=vandaag() - timedelta(days=1))
    for vraag, naam in (("gebied=Water", "Kade"), ("q=dijk", "Kade"), ("welk=verlopen", "Oud")):
        page = read_page(woordvoerder.get(f"/media/woordvoerders?{vraag}"))
        assert text_of(page, "#onderwerpen tbody th").startswith(naam)


def test_a_topic_is_made_and_changed(woordvoerder: FlaskClient, make_spreker: Maak) -> None:
    wie = make_spreker()
    data = form_data(read_page(woordvoerder.get("/media/onderwerpen/nieuw")), MAIN)
    data |= {"naam": "Kade", "eerste_id": str(wie.id), "akkoord": ["burgemeester", "om"]}
    pad = woordvoerder.post("/media/onderwerpen/nieuw", data=data).headers["Location"]
    assert "burgemeester en Openbaar Ministerie" in woordvoerder.get(pad).text
    data = form_data(read_page(woordvoerder.get(f"{pad}/wijzigen")), MAIN)
    assert data["eerste_id"] == str(wie.id)
    woordvoerder.post(f"{pad}/wijzigen", data=data | {"naam": "Haven", "akkoord": []})
    onderwerp = db.session.scalars(db.select(Onderwerp)).one()
    db.session.refresh(onderwerp)
    assert (onderwerp.naam, onderwerp.akkoord) == ("Haven", [])


def test_a_question_is_found_by_the_new_name_of_its_topic(
    woordvoerder: FlaskClient, make_onderwerp: Maak, make_vraag: Maak
) -> None:
    onderwerp = make_onderwerp()
    make_vraag(onderwerp_id=onderwerp.id)
    pad = f"/media/onderwerpen/{onderwerp.id}/wijzigen"
    data = form_data(read_page(woordvoerder.get(pad)), MAIN) | {"naam": "Havenkade"}
    assert woordvoerder.post(pad, data=data).status_code == 303
    vondsten = read_page(woordvoerder.get("/zoeken?q=havenkade")).select("#resultaten .card li")
    assert any("over Havenkade" in vondst.text for vondst in vondsten)


def test_two_people_do_not_overwrite_each_other(
    woordvoerder: FlaskClient, make_onderwerp: Maak
) -> None:
    pad = f"/media/onderwerpen/{make_onderwerp().id}/wijzigen"
    data = form_data(read_page(woordvoerder.get(pad)), MAIN)
    woordvoerder.post(pad, data=data | {"naam": "Eerst"})
    laat = woordvoerder.post(pad, data=data | {"naam": "Later"})
    assert laat.status_code == 409
    assert "Eerst" in laat.text


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"naam": ""}, "Geef een naam."),
        ({"vervanger_id": "gelijk"}, "Kies iemand anders dan de eerste woordvoerder."),
        ({"geldig_van": "2026-02-01", "geldig_tot": "2026-01-01"}, "niet vóór de eerste dag"),
    ],
)
def test_what_is_refused(
    woordvoerder: FlaskClient, make_spreker: Maak, anders: dict[str, str], zin: str
) -> None:
    wie = str(make_spreker().id)
    data = {"naam": "Kade", "eerste_id": wie} | {
        naam: wie if waarde == "gelijk" else waarde for naam, waarde in anders.items()
    }
    response = woordvoerder.post("/media/onderwerpen/nieuw", data=data)
    assert response.status_code == 422
    assert zin in response.text


def test_a_topic_goes_only_when_nothing_hangs_on_it(
    woordvoerder: FlaskClient, make_onderwerp: Maak, make_lijn: Maak
) -> None:
    los, vast = make_onderwerp("Los"), make_onderwerp("Vast")
    make_lijn(vast)
    assert woordvoerder.post(f"/media/onderwerpen/{los.id}/verwijderen").status_code == 303
    assert woordvoerder.post(f"/media/onderwerpen/{vast.id}/verwijderen").status_code == 409
    assert db.session.scalars(db.select(Onderwerp.naam)).all() == ["Vast"]


def test_staff_reads_and_does_not_write(medewerker: FlaskClient, make_onderwerp: Maak) -> None:
    onderwerp = make_onderwerp()
    assert not read_page(medewerker.get(f"/media/onderwerpen/{onderwerp.id}")).select(
        "form[action^='/media/onderwerpen']"
    )
    for pad in ("nieuw", f"{onderwerp.id}/wijzigen"):
        assert medewerker.get(f"/media/onderwerpen/{pad}").status_code == 403
