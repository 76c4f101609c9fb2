"""A report goes to whom it belongs, says so, and rings nobody it should not."""

from collections.abc import Callable

from flask.testing import FlaskClient

from tests.pages import read_page, text_of
from vob.berichten.models import Bericht
from vob.core.organisatietype import Functie
from vob.core.permissions import Rol
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.incidenten.models import Betrokkene, Incident
from vob.incidenten.values import Betrokkenrol
from vob.incidenten.zichtbaarheid import is_behandelaar
from vob.web.objecten import may_see

from .conftest import melding

Client = Callable[..., FlaskClient]
Maker = Callable[..., Gebruiker]
PAD = "/incidenten/melden"


def _lijn() -> list[int]:
    stmt = db.select(Betrokkene.gebruiker_id).filter_by(rol=Betrokkenrol.LIJN)
    return list(db.session.scalars(stmt.order_by(Betrokkene.id)))


def _mail() -> set[int]:
    return set(db.session.scalars(db.select(Bericht.gebruiker_id)))


def test_a_councillors_case_goes_to_the_griffier_and_the_deputy(
    client_for: Client, make_gebruiker: Maker, make_lijn: Callable[..., object]
) -> None:
    griffier, vervanger = make_gebruiker(Rol.GRIFFIER), make_gebruiker(Rol.GRIFFIER)
    make_lijn(Functie.RAADSLID, griffier, vervanger)
    client = client_for(Rol.AMBTSDRAGER, functie=Functie.RAADSLID)
    page = read_page(client.post(PAD, data=melding(), follow_redirects=True))
    assert _lijn() == [griffier.id, vervanger.id]
    assert _mail() == {griffier.id}
    assert f"{griffier.naam} krijgt nu bericht" in text_of(page, "#vervolg")
    assert vervanger.naam in text_of(page, "#lezers")


def test_the_mail_holds_a_link_and_no_contents(
    client_for: Client, make_gebruiker: Maker, make_lijn: Callable[..., object]
) -> None:
    make_lijn(Functie.MEDEWERKER, make_gebruiker(Rol.COORDINATOR))
    client_for(Rol.MEDEWERKER).post(PAD, data=melding())
    bericht = db.session.scalars(db.select(Bericht)).one()
    nummer = db.session.scalars(db.select(Incident.nummer)).one()
    assert (bericht.pad, bericht.tekst) == (f"/incidenten/{nummer}", None)


def test_who_the_case_is_about_never_gets_it_and_the_receipt_says_so(
    client_of: Client, make_gebruiker: Maker, make_lijn: Callable[..., object]
) -> None:
    griffier = make_gebruiker(Rol.GRIFFIER, functie=Functie.GRIFFIER)
    vervanger = make_gebruiker(Rol.BESTUURDER)
    make_lijn(Functie.GRIFFIER, griffier, vervanger)
    page = read_page(client_of(griffier).post(PAD, data=melding(), follow_redirects=True))
    assert _lijn() == [vervanger.id]
    assert "gaat uw melding naar de vervanger" in text_of(page, "#vervolg")


def test_a_typed_name_keeps_that_person_out_of_the_line(
    client_for: Client, make_gebruiker: Maker, make_lijn: Callable[..., object]
) -> None:
    griffier = make_gebruiker(Rol.GRIFFIER, naam="Noor Bakkér")
    vervanger = make_gebruiker(Rol.BESTUURDER)
    make_lijn(Functie.GRIFFIER, griffier, vervanger)
    ander = {"wie": "ander", "getroffene_naam": "noor bakker", "getroffene_functie": "griffier"}
    client_for(Rol.MEDEWERKER).post(PAD, data=melding(**ander))
    assert _lijn() == [vervanger.id]
    assert db.session.scalars(db.select(Incident)).one().getroffene_id is None


def test_a_coordinator_whose_name_was_typed_does_not_handle_it(
    client_for: Client, make_gebruiker: Maker
) -> None:
    zelf = make_gebruiker(Rol.COORDINATOR, naam="Joris van Dam")
    ander = {"wie": "ander", "getroffene_naam": "Joris van Dam", "getroffene_functie": "anders"}
    client_for(Rol.MEDEWERKER).post(PAD, data=melding(**ander))
    assert not is_behandelaar(zelf, db.session.scalars(db.select(Incident)).one())


def test_an_extra_vertrouwelijk_case_is_not_opened_by_a_name(
    client_for: Client, make_gebruiker: Maker
) -> None:
    zelf = make_gebruiker(Rol.COORDINATOR, naam="Joris van Dam")
    ander = {"wie": "ander", "getroffene_naam": "Joris van Dam", "getroffene_functie": "anders"}
    client_for(Rol.MEDEWERKER).post(PAD, data=melding(**ander, is_vertrouwelijk="y"))
    incident = db.session.scalars(db.select(Incident)).one()
    assert not may_see(zelf, "incident", incident.id)


def test_without_a_line_the_coordinator_gets_it(client_for: Client, make_gebruiker: Maker) -> None:
    coordinator = make_gebruiker(Rol.COORDINATOR)
    client_for(Rol.MEDEWERKER).post(PAD, data=melding())
    assert _lijn() == [coordinator.id]
    assert _mail() == {coordinator.id}


def test_when_nobody_can_the_receipt_says_what_to_do(client_for: Client) -> None:
    client = client_for(Rol.MEDEWERKER)
    page = read_page(client.post(PAD, data=melding(), follow_redirects=True))
    assert "nog niemand die deze melding kan behandelen" in text_of(page, "#vervolg")
    assert _mail() == set()


def test_danger_rings_the_whole_line_and_shows_112(
    client_for: Client, make_gebruiker: Maker, make_lijn: Callable[..., object]
) -> None:
    wie = [make_gebruiker(rol) for rol in (Rol.GRIFFIER, Rol.BESTUURDER, Rol.COORDINATOR)]
    make_lijn(Functie.MEDEWERKER, wie[0], wie[1])
    client = client_for(Rol.MEDEWERKER)
    page = read_page(client.post(PAD, data=melding(nu_veilig="nee"), follow_redirects=True))
    assert _mail() == {gebruiker.id for gebruiker in wie}
    assert "Bel 112" in text_of(page, "main .note.bad")
    assert db.session.scalars(db.select(Incident.is_acuut)).one()


def test_danger_in_an_extra_vertrouwelijk_case_stays_in_the_line(
    client_for: Client, make_gebruiker: Maker, make_lijn: Callable[..., object]
) -> None:
    griffier = make_gebruiker(Rol.GRIFFIER)
    make_gebruiker(Rol.COORDINATOR)
    make_lijn(Functie.MEDEWERKER, griffier)
    client_for(Rol.MEDEWERKER).post(PAD, data=melding(nu_veilig="nee", is_vertrouwelijk="y"))
    assert _mail() == {griffier.id}


def test_a_line_reporting_itself_gets_no_mail(
    client_of: Client, make_gebruiker: Maker, make_lijn: Callable[..., object]
) -> None:
    griffier = make_gebruiker(Rol.GRIFFIER)
    make_lijn(Functie.RAADSLID, griffier)
    ander = {"wie": "ander", "getroffene_naam": "Jan", "getroffene_functie": "raadslid"}
    client_of(griffier).post(PAD, data=melding(**ander))
    assert _lijn() == [griffier.id]
    assert _mail() == set()


def test_only_the_coordinator_can_make_a_drill(client_for: Client) -> None:
    medewerker, coordinator = client_for(Rol.MEDEWERKER), client_for(Rol.COORDINATOR)
    assert not read_page(medewerker.get(PAD)).select_one("#is_proef")
    medewerker.post(PAD, data=melding(is_proef="y"))
    coordinator.post(PAD, data=melding(is_proef="y", eenmalig="b"))
    assert list(db.session.scalars(db.select(Incident.is_proef).order_by(Incident.id))) == [
        False,
        True,
    ]
