"""Messages between those who handle a case and those it came from or is about."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from tests.pages import HTMX, read_fragment, read_page, text_of
from vob.berichten.models import Bericht
from vob.berichten.values import Berichtsoort
from vob.core.organisatietype import Functie
from vob.core.permissions import Rol
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.incidenten.models import Gebeurtenis, Incident
from vob.incidenten.values import Gebeurtenissoort

ClientOf = Callable[[Gebruiker], FlaskClient]
Maker = Callable[..., Gebruiker]
Zaken = Callable[..., Incident]


@pytest.fixture
def griffier(make_gebruiker: Maker, make_lijn: Callable[..., object]) -> Gebruiker:
    griffier = make_gebruiker(Rol.GRIFFIER)
    make_lijn(Functie.RAADSLID, griffier)
    return griffier


@pytest.fixture
def melder(make_gebruiker: Maker) -> Gebruiker:
    return make_gebruiker(Rol.AMBTSDRAGER, functie=Functie.RAADSLID)


@pytest.fixture
def zaak(griffier: Gebruiker, melder: Gebruiker, make_incident: Zaken) -> Incident:
    return make_incident(melder)


def send(client: FlaskClient, zaak: Incident, tekst: str, **kwargs: object):  # type: ignore[no-untyped-def]  # a TestResponse
    return client.post(f"/incidenten/{zaak.nummer}/berichten", data={"bericht": tekst}, **kwargs)


def gemaild(gebruiker: Gebruiker) -> list[Bericht]:
    stmt = db.select(Bericht).filter_by(gebruiker_id=gebruiker.id, soort=Berichtsoort.REACTIE)
    return list(db.session.scalars(stmt))


def soorten() -> list[Gebeurtenissoort]:
    stmt = db.select(Gebeurtenis.soort).where(Gebeurtenis.tekst.is_not(None))
    return list(db.session.scalars(stmt.order_by(Gebeurtenis.id)))


def test_to_the_melder_and_back(
    client_of: ClientOf, griffier: Gebruiker, melder: Gebruiker, zaak: Incident
) -> None:
    pad = f"/incidenten/{zaak.nummer}"
    assert send(client_of(griffier), zaak, "Kan ik u bellen?").status_code == 303
    assert "Kan ik u bellen?" in text_of(read_page(client_of(melder).get(pad)), "#verloop")
    assert send(client_of(melder), zaak, "Graag.").location == f"{pad}#verloop"
    assert "Graag." in text_of(read_page(client_of(griffier).get(pad)), "#verloop")
    assert soorten() == [
        Gebeurtenissoort.BERICHT_AAN_MELDER,
        Gebeurtenissoort.BERICHT_VAN_MELDER,
    ]


def test_the_other_gets_a_mail_that_says_nothing(
    client_of: ClientOf, griffier: Gebruiker, melder: Gebruiker, zaak: Incident
) -> None:
    send(client_of(griffier), zaak, "Kan ik u bellen?")
    (mail,) = gemaild(melder)
    assert (mail.pad, mail.tekst) == (f"/incidenten/{zaak.nummer}", None)
    assert gemaild(griffier) == []
    send(client_of(melder), zaak, "Graag.")
    assert len(gemaild(griffier)) == 1


def test_the_getroffene_reads_and_answers_too(
    client_of: ClientOf,
    griffier: Gebruiker,
    melder: Gebruiker,
    make_gebruiker: Maker,
    make_incident: Zaken,
) -> None:
    zaak = make_incident(make_gebruiker(Rol.MEDEWERKER), getroffene_id=melder.id)
    send(client_of(griffier), zaak, "Hoe gaat het?")
    assert len(gemaild(melder)) == 1
    assert send(client_of(melder), zaak, "Het gaat wel.").status_code == 303


def test_the_form_says_who_reads_it(
    client_of: ClientOf, griffier: Gebruiker, melder: Gebruiker, zaak: Incident
) -> None:
    page = read_page(client_of(griffier).get(f"/incidenten/{zaak.nummer}"))
    assert f"{melder.naam} leest dit" in text_of(page, "#bericht-vak")
    assert "Bericht versturen" in text_of(page, "#bericht-vak button")
    assert "Notitie opslaan" in text_of(page, "#notitie-vak button")


def test_htmx_gets_an_empty_form_and_the_timeline_that_one_may_read(
    client_of: ClientOf, griffier: Gebruiker, melder: Gebruiker, zaak: Incident
) -> None:
    pad = f"/incidenten/{zaak.nummer}/notities"
    client_of(griffier).post(pad, data={"notitie": "INTERN"})
    fragment = read_fragment(send(client_of(melder), zaak, "Hallo", headers=HTMX))
    assert "Hallo" in text_of(fragment, "#verloop")
    assert "INTERN" not in fragment.text


def test_an_empty_message_is_asked_for_again(
    client_of: ClientOf, melder: Gebruiker, zaak: Incident
) -> None:
    answer = send(client_of(melder), zaak, "")
    assert answer.status_code == 422
    assert "Schrijf eerst uw bericht" in read_page(answer).text
    assert send(client_of(melder), zaak, "", headers=HTMX).status_code == 422


def test_a_stranger_finds_no_case(
    client_of: ClientOf, make_gebruiker: Maker, zaak: Incident
) -> None:
    assert send(client_of(make_gebruiker(Rol.MEDEWERKER)), zaak, "x").status_code == 404
    assert soorten() == []
