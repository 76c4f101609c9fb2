"""Who we are; and with another type every page speaks otherwise."""

import re

import pytest

from vob.core.organisatietype import Organisatietype
from vob.core.permissions import Rol
from vob.data import db
from vob.organisatie.models import Organisatie, Steunpunt

from ..pages import form_data, read_page, text_of

PAD = "/beheer/organisatie/"
GEMEENTE = re.compile(
    r"\b(gemeente|gemeentehuis|gemeentesecretaris|raad|raads\w+|burgemeester\w*|college"
    r"|wethouder\w*|griffier\w*)\b",
    re.IGNORECASE,
)


@pytest.fixture
def beheerder(client_for):
    return client_for(Rol.BEHEERDER)


def fields(client):
    return form_data(read_page(client.get(PAD)), "main form")


def test_name_and_guard_can_be_changed(beheerder, organisatie):
    data = fields(beheerder) | {"naam": "Middelzand", "beveiliging_telefoon": "0555-998877"}
    answer = beheerder.post(PAD, data=data)
    assert answer.status_code == 303
    page = read_page(beheerder.get(answer.location))
    assert "gemeente Middelzand" in text_of(page, "header")
    assert "0555-998877" in read_page(beheerder.get("/steunpunten/")).text


def test_a_name_is_needed(beheerder):
    answer = beheerder.post(PAD, data=fields(beheerder) | {"naam": " "})
    assert answer.status_code == 422
    assert read_page(answer).select_one("#naam-fout")


def test_two_administrators_do_not_overwrite_each_other(beheerder):
    data = fields(beheerder)
    beheerder.post(PAD, data=data | {"naam": "Eerste"})
    answer = beheerder.post(PAD, data=data | {"naam": "Tweede"})
    assert answer.status_code == 409
    both = text_of(read_page(answer), "#fouten")
    assert "Eerste" in both
    assert "Tweede" in both


def test_an_installation_without_organisation_gets_one(app, beheerder):
    db.session.delete(db.session.scalars(db.select(Organisatie)).one())
    db.session.commit()
    assert beheerder.post(PAD, data=fields(beheerder) | {"naam": "Nieuw"}).status_code == 303
    assert db.session.scalars(db.select(Organisatie.naam)).all() == ["Nieuw"]


@pytest.mark.parametrize("rol", [rol for rol in Rol if rol != Rol.BEHEERDER])
def test_only_a_beheerder_may(client_for, rol):
    client = client_for(rol)
    for pad in ("", "huisstijl", "termijnen/", "termijnen/nieuw", "instellingen"):
        assert client.get(PAD + pad).status_code == 403


# Here a municipality is meant, whatever organisation one is.
BEDOELD = {
    "/ketenafspraken/gemeenten": "a waterschap keeps the burgemeester of each gemeente",
    "/ketenafspraken/gemeenten/nieuw": "idem",
    "/risicoanalyse/bibliotheek/scenarios/nieuw": "for which types a scenario is",
}


def every_page(app, client):
    """All pages without a parameter that this user may open, by their address."""
    for rule in app.url_map.iter_rules():
        if "GET" in (rule.methods or ()) and not rule.arguments and "." not in rule.rule:
            answer = client.get(rule.rule)
            if answer.status_code == 200 and answer.mimetype == "text/html":
                yield rule.rule, answer


@pytest.mark.parametrize("rol", [Rol.BEHEERDER, Rol.COORDINATOR, Rol.GRIFFIER, Rol.FG])
@pytest.mark.parametrize("soort", [Organisatietype.WATERSCHAP, Organisatietype.PROVINCIE])
def test_with_another_type_no_page_speaks_of_a_municipality(
    app, client_for, organisatie, soort, rol
):
    client = client_for(rol, naam="Kim de Vries", email="kim@vlietlanden.example")
    organisatie.type, organisatie.naam = soort, "De Vlietlanden"
    db.session.commit()
    client_for(Rol.BEHEERDER, naam="Bo Vos", email="bo@x.example").post("/steunpunten/startset")
    said = {
        pad: sorted(set(found))
        for pad, answer in every_page(app, client)
        if pad not in BEDOELD and (found := GEMEENTE.findall(_spoken(answer)))
    }
    assert said == {}


def _spoken(answer) -> str:
    """The words on the page, but for the choice of type and the sites that are a source."""
    page = read_page(answer)
    for choice in page.select("select#type"):
        choice.decompose()
    return re.sub(r"\S+\.nl\b", "", page.text)


def test_texts_that_came_with_vob_follow_the_type_and_those_of_someone_stay(
    beheerder, client_for, organisatie
):
    coordinator = client_for(Rol.COORDINATOR)
    beheerder.post("/steunpunten/startset")
    coordinator.post("/risicoanalyse/bibliotheek/startset")
    eigen = db.session.scalars(
        db.select(Steunpunt).filter_by(naam="Netwerk Weerbaar Bestuur")
    ).one()
    eigen.voor_wie = "Voor de gemeente en haar buren."
    db.session.commit()
    beheerder.post(PAD, data=fields(beheerder) | {"type": "waterschap", "naam": "De Vlietlanden"})
    steunpunten = text_of(read_page(beheerder.get("/steunpunten/")), "main")
    assert "Voor dijkgraaf," in steunpunten
    assert "Voor de gemeente en haar buren." in steunpunten
    bibliotheek = text_of(read_page(coordinator.get("/risicoanalyse/bibliotheek/")), "main")
    assert "waterschapshuis" in bibliotheek
    assert "gemeentehuis" not in bibliotheek
