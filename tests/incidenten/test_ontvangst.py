"""The receipt: what happens next, who reads it, whom one can call."""

from collections.abc import Callable

from flask.testing import FlaskClient

from tests.pages import read_page, text_of
from vob.core.permissions import Rol
from vob.data import AuditRegel, db
from vob.gebruikers.models import Gebruiker
from vob.incidenten.models import Incident
from vob.organisatie.models import Steunpunt

Client = Callable[..., FlaskClient]
Maker = Callable[..., Gebruiker]
Zaak = Callable[..., Incident]


def _url(incident: Incident) -> str:
    return f"/incidenten/{incident.nummer}/ontvangst"


def test_it_names_the_number_and_every_reader(
    client_of: Client, make_gebruiker: Maker, make_incident: Zaak
) -> None:
    coordinator = make_gebruiker(Rol.COORDINATOR, naam="Joris van Dam")
    getroffene = make_gebruiker(Rol.AMBTSDRAGER, naam="Samira el Idrissi")
    melder = make_gebruiker(Rol.MEDEWERKER)
    incident = make_incident(melder, getroffene_id=getroffene.id)
    page = read_page(client_of(melder).get(_url(incident)))
    assert text_of(page, "#nummer") == incident.nummer
    lezers = text_of(page, "#lezers")
    assert "Samira el Idrissi, om wie het gaat" in lezers
    assert lezers.count(coordinator.naam) == 1


def test_an_extra_vertrouwelijk_case_is_not_for_the_coordinator(
    client_of: Client, make_gebruiker: Maker, make_incident: Zaak, make_lijn: Callable[..., object]
) -> None:
    make_gebruiker(Rol.COORDINATOR, naam="Joris van Dam")
    melder = make_gebruiker(Rol.MEDEWERKER)
    make_lijn(melder.functie, make_gebruiker(Rol.GRIFFIER, naam="Noor Bakker"))
    incident = make_incident(melder, is_vertrouwelijk=True)
    lezers = text_of(read_page(client_of(melder).get(_url(incident))), "#lezers")
    assert "Noor Bakker" in lezers
    assert "Joris van Dam" not in lezers


def test_it_shows_the_support_lines_of_today(
    client_of: Client, make_gebruiker: Maker, make_incident: Zaak
) -> None:
    db.session.add(Steunpunt(naam="Slachtofferhulp", telefoon="0900-0101"))
    db.session.add(Steunpunt(naam="Vertrouwenslijn", is_historisch=True))
    melder = make_gebruiker(Rol.MEDEWERKER)
    page = read_page(client_of(melder).get(_url(make_incident(melder))))
    assert "Slachtofferhulp: 0900-0101" in text_of(page, "#steun")
    assert "Vertrouwenslijn" not in page.text


def test_it_is_for_the_melder_only_and_looking_is_recorded(
    client_of: Client, make_gebruiker: Maker, make_incident: Zaak
) -> None:
    melder, coordinator = make_gebruiker(Rol.MEDEWERKER), make_gebruiker(Rol.COORDINATOR)
    incident = make_incident(melder)
    for ander in (coordinator, make_gebruiker(Rol.MEDEWERKER)):
        assert client_of(ander).get(_url(incident)).status_code == 404
    client_of(melder).get(_url(incident))
    gezien = db.session.scalars(db.select(AuditRegel).filter_by(actie="ingezien")).all()
    assert [(regel.actor_id, regel.object_id) for regel in gezien] == [(melder.id, incident.id)]
