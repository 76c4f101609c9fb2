"""To whom an action of a case may be given, and who may read that."""

from flask.testing import FlaskClient

from tests.pages import form_data, read_page
from vob.core.permissions import Rol
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.incidenten.models import Incident
from vob.incidenten.schade.models import Schadeclaim
from vob.incidenten.schade.values import Eiser

from .test_zaakacties import TITEL, ClientOf, Maker, conceal, make_actie, write


def offered(client: FlaskClient, adres: str) -> list[str]:
    """Who one may give the action to."""
    keuzes = read_page(client.get(adres)).select("[name=eigenaar_id] option")
    return [keuze.text.strip() for keuze in keuzes]


def test_an_action_of_an_extra_vertrouwelijk_case_is_for_those_named(
    client: FlaskClient, dirk: Gebruiker, zaak: Incident
) -> None:
    claim = Schadeclaim(incident_id=zaak.id, eiser=Eiser.ORGANISATIE)
    db.session.add(claim)
    db.session.commit()
    for soort, id in (("incident", zaak.id), ("schadeclaim", claim.id)):
        adres = f"/acties/nieuw?soort={soort}&id={id}"
        assert "Dirk Dader" in offered(client, adres)
        conceal(client, zaak)
        assert "Dirk Dader" not in offered(client, adres)
        assert "Noor Bakker" in offered(client, adres)
        assert "U kiest uit wie dat wel mag." in client.get(adres).text
        client.post(f"/incidenten/{zaak.nummer}/vertrouwelijk", data={"naar": "nee"})


def test_who_does_not_work_on_it_does_not_read_there_who_may_know(
    client: FlaskClient, client_of: ClientOf, make_gebruiker: Maker, dirk: Gebruiker, zaak: Incident
) -> None:
    ander = client_of(make_gebruiker(Rol.COORDINATOR))
    conceal(client, zaak)
    adres = f"/acties/nieuw?soort=incident&id={zaak.id}"
    assert offered(ander, adres) == offered(ander, "/acties/nieuw")
    assert "Niet iedereen" not in ander.get(adres).text


def test_it_is_refused_for_anyone_else_also_afterwards(
    client: FlaskClient, dirk: Gebruiker, coordinator: Gebruiker, zaak: Incident
) -> None:
    conceal(client, zaak)
    adres = f"/acties/nieuw?soort=incident&id={zaak.id}"
    data = form_data(read_page(client.get(adres)), "main form") | {"titel": TITEL}
    data["eigenaar_id"] = str(dirk.id)
    assert client.post(adres, data=data).status_code == 422
    actie = make_actie(zaak, coordinator, coordinator)
    adres = f"/acties/{actie.id}/wijzigen"
    data = form_data(read_page(client.get(adres)), "main form")
    assert client.post(adres, data=data | {"eigenaar_id": str(dirk.id)}).status_code == 422


def test_who_did_it_gets_no_action_of_any_case(
    client: FlaskClient, dirk: Gebruiker, zaak: Incident
) -> None:
    write(client, zaak, veroorzaker="Dirk Dader")
    assert "Dirk Dader" not in offered(client, f"/acties/nieuw?soort=incident&id={zaak.id}")
    assert "Dirk Dader" in offered(client, "/acties/nieuw")
