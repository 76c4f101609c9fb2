"""Setting who gets which reports."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from tests.pages import form_data, read_page, text_of
from vob.core.organisatietype import Functie, Organisatietype
from vob.core.permissions import Rol
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.incidenten.models import Meldlijn
from vob.organisatie.models import Organisatie

Client = Callable[..., FlaskClient]
Maker = Callable[..., Gebruiker]
LIJST = "/incidenten/meldlijn"


def _lijnen() -> dict[Functie, tuple[int | None, int | None]]:
    db.session.expire_all()
    return {
        lijn.functie: (lijn.eerste_id, lijn.vervanger_id)
        for lijn in db.session.scalars(db.select(Meldlijn))
    }


def test_every_function_has_a_row_that_says_what_is_missing(client_for: Client) -> None:
    page = read_page(client_for(Rol.COORDINATOR).get(LIJST))
    assert len(page.select("tbody tr")) == len(Functie)
    assert "Er is nog niemand ingesteld." in text_of(page, "#lijn-raadslid")


def test_a_medewerker_reads_who_gets_a_report_and_changes_nothing(
    client_for: Client, make_gebruiker: Maker, make_lijn: Callable[..., object]
) -> None:
    make_lijn(Functie.RAADSLID, make_gebruiker(Rol.GRIFFIER, naam="Noor Bakker"))
    client = client_for(Rol.MEDEWERKER)
    page = read_page(client.get(LIJST))
    assert "Noor Bakker" in text_of(page, "#lijn-raadslid")
    assert not page.select("main form, main a[href*=meldlijn]")
    assert client.get(f"{LIJST}/raadslid").status_code == 403
    assert client.post(f"{LIJST}/aanvullen").status_code == 403


def test_the_functions_carry_the_words_of_the_organisation(
    client_for: Client, organisatie: Organisatie
) -> None:
    organisatie.type = Organisatietype.WATERSCHAP
    db.session.commit()
    page = read_page(client_for(Rol.COORDINATOR).get(LIJST))
    assert text_of(page, "#lijn-burgemeester th") == "Dijkgraaf"


def test_first_and_deputy_are_chosen_among_who_may_handle(
    client_for: Client, make_gebruiker: Maker
) -> None:
    griffier, medewerker = make_gebruiker(Rol.GRIFFIER), make_gebruiker(Rol.MEDEWERKER)
    client = client_for(Rol.COORDINATOR, naam="Joris van Dam")
    page = read_page(client.get(f"{LIJST}/raadslid"))
    namen = {optie.text for optie in page.select("#eerste_id option")}
    assert namen == {"Nog niemand", griffier.naam, "Joris van Dam"}
    data = form_data(page, "main form") | {"eerste_id": str(griffier.id)}
    assert client.post(f"{LIJST}/raadslid", data=data).status_code == 303
    assert _lijnen() == {Functie.RAADSLID: (griffier.id, None)}
    data["eerste_id"] = str(medewerker.id)
    assert client.post(f"{LIJST}/raadslid", data=data).status_code == 422


def test_the_deputy_is_someone_else(client_for: Client, make_gebruiker: Maker) -> None:
    griffier = make_gebruiker(Rol.GRIFFIER)
    data = {"eerste_id": griffier.id, "vervanger_id": griffier.id, "versie": "0"}
    answer = client_for(Rol.COORDINATOR).post(f"{LIJST}/raadslid", data=data)
    assert answer.status_code == 422
    assert "iemand anders" in text_of(read_page(answer), "#vervanger_id-fout")


@pytest.mark.parametrize("versie", ["0", "7"])
def test_two_who_set_the_same_line_do_not_overwrite_each_other(
    client_for: Client, make_gebruiker: Maker, make_lijn: Callable[..., object], versie: str
) -> None:
    eerst, later = make_gebruiker(Rol.GRIFFIER), make_gebruiker(Rol.GRIFFIER)
    make_lijn(Functie.RAADSLID, eerst)
    data = {"eerste_id": later.id, "vervanger_id": "", "versie": versie}
    answer = client_for(Rol.COORDINATOR).post(f"{LIJST}/raadslid", data=data)
    assert answer.status_code == 409
    assert _lijnen()[Functie.RAADSLID] == (eerst.id, None)


def test_an_unknown_function_does_not_exist(client_for: Client) -> None:
    assert client_for(Rol.COORDINATOR).get(f"{LIJST}/koning").status_code == 404


def test_a_proposal_fills_the_gaps_by_custom(client_for: Client, make_gebruiker: Maker) -> None:
    griffier = make_gebruiker(Rol.GRIFFIER, functie=Functie.GRIFFIER)
    secretaris = make_gebruiker(Rol.BESTUURDER, functie=Functie.SECRETARIS)
    burgemeester = make_gebruiker(Rol.BESTUURDER, functie=Functie.BURGEMEESTER)
    coordinator = make_gebruiker(Rol.COORDINATOR)
    client = client_for(Rol.COORDINATOR)
    assert client.post(f"{LIJST}/aanvullen").status_code == 303
    lijnen = _lijnen()
    assert lijnen[Functie.RAADSLID] == (griffier.id, coordinator.id)
    assert lijnen[Functie.WETHOUDER] == (secretaris.id, coordinator.id)
    assert lijnen[Functie.BURGEMEESTER] == (secretaris.id, coordinator.id)
    assert lijnen[Functie.GRIFFIER] == (burgemeester.id, coordinator.id)
    assert lijnen[Functie.MEDEWERKER][0] == coordinator.id
    assert "Elke functie heeft iemand" in read_page(client.get(LIJST)).text


def test_the_stand_in_of_the_first_is_the_deputy(client_of: Client, make_gebruiker: Maker) -> None:
    plaatsvervanger = make_gebruiker(Rol.GRIFFIER)
    griffier = make_gebruiker(
        Rol.GRIFFIER, functie=Functie.GRIFFIER, vervanger_id=plaatsvervanger.id
    )
    client_of(make_gebruiker(Rol.COORDINATOR)).post(f"{LIJST}/aanvullen")
    assert _lijnen()[Functie.RAADSLID] == (griffier.id, plaatsvervanger.id)


def test_the_proposal_leaves_what_is_set(
    client_of: Client, make_gebruiker: Maker, make_lijn: Callable[..., object]
) -> None:
    make_gebruiker(Rol.GRIFFIER, functie=Functie.GRIFFIER)
    keuze, weg = make_gebruiker(Rol.BESTUURDER), make_gebruiker(Rol.BESTUURDER, is_actief=False)
    coordinator = make_gebruiker(Rol.COORDINATOR)
    make_lijn(Functie.RAADSLID, keuze, weg)
    client_of(coordinator).post(f"{LIJST}/aanvullen")
    assert _lijnen()[Functie.RAADSLID] == (keuze.id, coordinator.id)


def test_with_nobody_else_there_is_nothing_to_fill(client_for: Client) -> None:
    client = client_for(Rol.COORDINATOR)
    client.post(f"{LIJST}/aanvullen")
    page = read_page(client.post(f"{LIJST}/aanvullen", follow_redirects=True))
    assert "niemand om aan te vullen" in text_of(page, "#melding")
    assert "Er is nog geen vervanger." in text_of(page, "#lijn-raadslid")
