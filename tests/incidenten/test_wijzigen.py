"""Changing a case: its facts, who handles it, and who may know of it."""

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.pages import form_data, read_page, text_of
from vob.core.organisatietype import Functie
from vob.core.permissions import Rol
from vob.data import Zoekdoc, db
from vob.gebruikers.models import Gebruiker
from vob.incidenten.models import Betrokkene, Incident, IncidentVorm
from vob.incidenten.values import Betrokkenrol, Hoofdvorm, Vorm

ClientOf = Callable[[Gebruiker], FlaskClient]
Maker = Callable[..., Gebruiker]
Zaken = Callable[..., Incident]


@pytest.fixture
def coordinator(make_gebruiker: Maker) -> Gebruiker:
    return make_gebruiker(Rol.COORDINATOR)


@pytest.fixture
def griffier(make_gebruiker: Maker) -> Gebruiker:
    return make_gebruiker(Rol.GRIFFIER)


@pytest.fixture
def client(client_of: ClientOf, coordinator: Gebruiker) -> FlaskClient:
    return client_of(coordinator)


@pytest.fixture
def melder(make_gebruiker: Maker) -> Gebruiker:
    return make_gebruiker(Rol.AMBTSDRAGER, functie=Functie.RAADSLID)


@pytest.fixture
def zaak(coordinator: Gebruiker, melder: Gebruiker, make_incident: Zaken) -> Incident:
    return make_incident(melder, titel="Ruzie")


def feiten(client: FlaskClient, zaak: Incident, **anders: Any) -> dict[str, Any]:
    page = read_page(client.get(f"/incidenten/{zaak.nummer}/wijzigen"))
    return form_data(page, "main form") | anders


def test_facts_are_completed_and_everything_that_follows_is_in_step(
    client: FlaskClient, zaak: Incident
) -> None:
    data = feiten(
        client,
        zaak,
        titel="Bedreiging",
        vormen=["stalking", "fysiek"],
        woorden="Pas op",
        motief="frustratie",
    )
    assert client.post(f"/incidenten/{zaak.nummer}/wijzigen", data=data).status_code == 303
    db.session.refresh(zaak)
    assert (zaak.titel, zaak.woorden) == ("Bedreiging", "Pas op")
    assert zaak.hoofdvorm is Hoofdvorm.GEWELD
    assert set(db.session.scalars(db.select(IncidentVorm.vorm))) == {Vorm.STALKING, Vorm.FYSIEK}
    page = read_page(client.get(f"/incidenten/{zaak.nummer}"))
    assert "De feiten zijn bijgewerkt" in text_of(page, "#verloop")


def test_saving_without_a_change_leaves_no_trace(client: FlaskClient, zaak: Incident) -> None:
    client.post(f"/incidenten/{zaak.nummer}/wijzigen", data=feiten(client, zaak))
    page = read_page(client.get(f"/incidenten/{zaak.nummer}"))
    assert "bijgewerkt" not in text_of(page, "#verloop")


def test_two_at_once_the_second_sees_both_versions(client: FlaskClient, zaak: Incident) -> None:
    pad = f"/incidenten/{zaak.nummer}/wijzigen"
    mijn = feiten(client, zaak, titel="Mijn titel")
    client.post(pad, data=feiten(client, zaak, titel="Jouw titel"))
    answer = client.post(pad, data=mijn)
    assert answer.status_code == 409
    rijen = read_page(answer).select("#fouten table tbody tr")
    assert [rij.th.text for rij in rijen if rij.th] == ["Titel"]
    assert "Jouw titel" in rijen[0].text
    assert client.post(pad, data=form_data(read_page(answer), "main form")).status_code == 303


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [
        ("titel", ""),
        ("titel", "x" * 121),
        ("vormen", []),
        ("voorval_op", "2999-01-01T10:00"),
        ("voorval_tot", "2001-01-01T10:00"),
        ("kennis_op", "2999-01-01"),
        ("kanaal", "x"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(
    client: FlaskClient, zaak: Incident, veld: str, waarde: Any
) -> None:
    data = feiten(client, zaak, **{veld: waarde})
    answer = client.post(f"/incidenten/{zaak.nummer}/wijzigen", data=data)
    assert answer.status_code == 422
    assert text_of(read_page(answer), f"#{veld}-fout")


def test_extra_vertrouwelijk_closes_it_for_all_but_those_named(
    client: FlaskClient,
    client_of: ClientOf,
    make_gebruiker: Maker,
    melder: Gebruiker,
    zaak: Incident,
) -> None:
    ander, pad = make_gebruiker(Rol.COORDINATOR), f"/incidenten/{zaak.nummer}"
    assert client_of(ander).get(pad).status_code == 200
    assert client.post(f"{pad}/vertrouwelijk", data={"naar": "ja"}).status_code == 303
    assert client_of(ander).get(pad).status_code == 404
    for lezer in (client, client_of(melder)):  # the tab of the browser says its number only
        page = read_page(lezer.get(pad))
        assert text_of(page, "h1") == f"Zaak {zaak.nummer}"
        assert "Ruzie" in text_of(page, "main")
    assert not db.session.scalars(db.select(Zoekdoc).filter_by(soort="incident")).all()
    client.post(f"{pad}/vertrouwelijk", data={"naar": "nee"})
    assert client_of(ander).get(pad).status_code == 200
    assert db.session.scalars(db.select(Zoekdoc).filter_by(soort="incident")).one()


def test_who_closes_it_off_is_named(
    client: FlaskClient, coordinator: Gebruiker, zaak: Incident
) -> None:
    for regel in db.session.scalars(db.select(Betrokkene).filter_by(rol=Betrokkenrol.LIJN)):
        db.session.delete(regel)
    db.session.commit()
    client.post(f"/incidenten/{zaak.nummer}/vertrouwelijk", data={"naar": "ja"})
    assert client.get(f"/incidenten/{zaak.nummer}").status_code == 200
