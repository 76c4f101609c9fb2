"""The analysis of a case, and the offences it suggests."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.pages import form_data, read_page, text_of
from vob.core.clock import vandaag
from vob.core.organisatietype import Functie
from vob.core.permissions import Rol
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.incidenten.analyse import rules
from vob.incidenten.analyse.feiten import START, list_feiten
from vob.incidenten.analyse.models import Zaakanalyse
from vob.incidenten.models import Incident
from vob.incidenten.values import Ernst, Motief, Status, Vorm

from ..test_queries_count import statements

ClientOf = Callable[[Gebruiker], FlaskClient]
Maker = Callable[..., Gebruiker]


def analyse(client: FlaskClient, zaak: Incident, **anders: Any) -> dict[str, Any]:
    page = read_page(client.get(f"/incidenten/{zaak.nummer}/analyse"))
    return form_data(page, "main form") | anders


def test_every_form_that_can_be_an_offence_has_a_suggestion(app: object) -> None:
    feiten = list_feiten()
    zonder = {vorm for vorm in Vorm if not rules.suggest_feiten([vorm.value], feiten)}
    assert zonder == {Vorm.TREITEREN, Vorm.ANDERS}
    assert rules.suggest_feiten([], feiten) == []


def test_the_analysis_is_kept_and_the_facts_stand_in_the_case(
    client: FlaskClient, zaak: Incident
) -> None:
    data = analyse(client, zaak, motief="frustratie", feiten=["285", "179"], conclusie="Escalatie")
    data |= {"ernst": "3", "herhaling": "herhaling"}
    pad = f"/incidenten/{zaak.nummer}/analyse"
    assert client.post(pad, data=data).status_code == 303
    db.session.refresh(zaak)
    assert (zaak.motief, zaak.ernst) == (Motief.FRUSTRATIE, Ernst.ZEER_ERNSTIG)
    kept = db.session.scalars(db.select(Zaakanalyse)).one()
    assert (kept.feiten, kept.conclusie) == (["285", "179"], "Escalatie")
    page = read_page(client.get(pad))
    assert "Noor Bakker" in page.text
    assert page.select_one("input[value='285'][checked]")
    assert "Escalatie" not in read_page(client.get(f"/incidenten/{zaak.nummer}")).text


def test_offences_are_suggested_with_their_article_and_never_as_a_verdict(
    client: FlaskClient, zaak: Incident
) -> None:
    voorstel = text_of(read_page(client.get(f"/incidenten/{zaak.nummer}/analyse")), ".note.info")
    assert "Bedreiging (art. 285 Sr)" in voorstel
    assert "suggestie" in voorstel
    assert not read_page(client.get(f"/incidenten/{zaak.nummer}/analyse")).select("input[checked]")


def test_only_the_coordinator_judges_how_grave(
    client_of: ClientOf,
    make_gebruiker: Maker,
    make_lijn: Callable[..., object],
    make_incident: Callable[..., Incident],
    melder: Gebruiker,
) -> None:
    griffier = make_gebruiker(Rol.GRIFFIER)
    make_lijn(Functie.RAADSLID, griffier)
    zaak, client = make_incident(melder), client_of(griffier)
    data = analyse(client, zaak)
    assert "ernst" not in data
    pad = f"/incidenten/{zaak.nummer}/analyse"
    assert client.post(pad, data=data | {"ernst": "4"}).status_code == 303
    db.session.refresh(zaak)
    assert zaak.ernst is Ernst.ONBEOORDEELD


def test_two_at_once_the_second_is_told(client: FlaskClient, zaak: Incident) -> None:
    pad, mijn = f"/incidenten/{zaak.nummer}/analyse", analyse(client, zaak)
    client.post(pad, data=analyse(client, zaak, conclusie="Eerste"))
    assert client.post(pad, data=mijn | {"conclusie": "Tweede"}).status_code == 409
    assert client.post(pad, data=mijn | {"herhaling": "x"}).status_code == 422


def test_without_an_analysis_a_case_is_not_evaluated(client: FlaskClient, zaak: Incident) -> None:
    zaak.status = Status.AFGEHANDELD
    db.session.commit()
    pad = f"/incidenten/{zaak.nummer}"
    assert "analyse" in text_of(read_page(client.get(pad)), "#gebrek-geevalueerd")
    client.post(f"{pad}/analyse", data=analyse(client, zaak))
    page = read_page(client.get(pad))
    assert "analyse" not in (page.select_one("#gebrek-geevalueerd") or page.h1).text  # type: ignore[union-attr]  # a page has one
    assert "Analyse ✓" in text_of(page, "#onderdelen")


@pytest.mark.parametrize(("rol", "code"), [(Rol.GRIFFIER, 404), (Rol.MEDEWERKER, 403)])
def test_not_yours(
    client_for: Callable[..., FlaskClient], zaak: Incident, rol: Rol, code: int
) -> None:
    client = client_for(rol)
    assert client.get(f"/incidenten/{zaak.nummer}/analyse").status_code == code
    assert client.get("/incidenten/strafbare-feiten/266").status_code == 403


def test_the_list_of_offences_says_what_was_not_checked(client: FlaskClient) -> None:
    page = read_page(client.get("/incidenten/strafbare-feiten"))
    assert len(page.select("tbody tr")) == len(START)
    rij = next(rij for rij in page.select("tbody tr") if "350 Sr" in rij.text)
    assert "nog niet" in rij.text


def test_an_offence_can_be_changed_and_is_then_suggested_otherwise(
    client: FlaskClient, zaak: Incident
) -> None:
    pad = "/incidenten/strafbare-feiten/285"
    data = form_data(read_page(client.get(pad)), "main form")
    morgen = str(vandaag() + timedelta(days=1))
    for fout in ({"label": ""}, {"gecontroleerd_op": morgen}):
        assert client.post(pad, data=data | fout).status_code == 422
    data |= {"label": "Dreigen", "gecontroleerd_op": str(vandaag()), "vormen": ["bedreiging"]}
    assert client.post(pad, data=data).status_code == 303
    assert client.post(pad, data=data).status_code == 409
    page = client.get(f"/incidenten/{zaak.nummer}/analyse").text
    assert "Dreigen (art. 285 Sr)" in page
    data = form_data(read_page(client.get(pad)), "main form")
    del data["is_actief"]
    client.post(pad, data=data)
    assert "Dreigen" not in client.get(f"/incidenten/{zaak.nummer}/analyse").text
    assert client.get("/incidenten/strafbare-feiten/nergens").status_code == 404


def test_the_pages_ask_little(client: FlaskClient, zaak: Incident) -> None:
    for pad in (f"/incidenten/{zaak.nummer}/analyse", "/incidenten/strafbare-feiten"):
        assert statements(client, pad) <= 8
