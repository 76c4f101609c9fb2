"""Partners: the list, the start set, the gemeenten, changing and stopping."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from vob.core.organisatietype import Organisatietype
from vob.core.permissions import Rol
from vob.data import db
from vob.ketenafspraken.models import Partner
from vob.ketenafspraken.values import Contactrol, Partnersoort
from vob.organisatie.models import Organisatie

from ..pages import form_data, read_page, text_of
from ..queries import count_queries
from .conftest import Client, Maak, dag

PAD = "/ketenafspraken/"


def partners() -> list[str]:
    return list(db.session.scalars(db.select(Partner.naam).order_by(Partner.naam)))


@pytest.mark.parametrize(
    ("soort", "wel", "niet"),
    [
        (Organisatietype.GEMEENTE, "Slachtofferhulp Nederland", None),
        (Organisatietype.WATERSCHAP, "Veiligheidsregio", "Slachtofferhulp Nederland"),
        (Organisatietype.PROVINCIE, "NCTV", "Veiligheidsregio"),
    ],
)
def test_the_start_set_is_that_of_the_type(
    beheer: FlaskClient,
    organisatie: Organisatie,
    soort: Organisatietype,
    wel: str,
    niet: str | None,
) -> None:
    organisatie.type = soort
    db.session.commit()
    page = read_page(beheer.get(PAD))
    assert wel in text_of(page, "#startset")
    assert beheer.post(f"{PAD}partners/startset").status_code == 303
    assert wel in partners()
    assert niet not in partners()
    assert not read_page(beheer.get(PAD)).select("#startset")
    beheer.post(f"{PAD}partners/startset")
    assert len(partners()) == len(set(partners()))


def test_a_partner_is_added_and_waits_for_a_contact(beheer: FlaskClient) -> None:
    data = {"naam": "RIEC Oost", "soort": "riec", "is_verplicht": "y"}
    r = beheer.post(f"{PAD}partners/nieuw", data=data)
    assert r.status_code == 303
    page = read_page(beheer.get(r.location))
    assert "Bij deze partner staat nog niemand." in page.text
    assert "Verplichtja" in text_of(page, "#gegevens .facts")


def test_sent_twice_is_one_partner(beheer: FlaskClient) -> None:
    data = form_data(read_page(beheer.get(f"{PAD}partners/nieuw")), "main form")
    data |= {"naam": "RIEC", "soort": "riec"}
    first = beheer.post(f"{PAD}partners/nieuw", data=data)
    again = beheer.post(f"{PAD}partners/nieuw", data=data)
    assert (first.location, again.status_code) == (again.location, 303)
    assert partners() == ["RIEC"]


@pytest.mark.parametrize(
    ("data", "zin"),
    [
        ({"naam": ""}, "Vul de naam in."),
        ({"naam": "politie"}, "Er is al een partner met deze naam."),
        ({"website": "http://x.nl"}, "begint met https://"),
        ({"soort": "onzin"}, "Maak een keuze uit de lijst."),
    ],
)
def test_what_is_refused(
    beheer: FlaskClient, make_partner: Maak, data: dict[str, str], zin: str
) -> None:
    make_partner("Politie")
    r = beheer.post(f"{PAD}partners/nieuw", data={"naam": "X", "soort": "riec"} | data)
    assert r.status_code == 422
    assert zin in text_of(read_page(r), "#fouten")


def test_the_list_is_narrowed(beheer: FlaskClient, make_partner: Maak, make_contact: Maak) -> None:
    make_contact(make_partner("Politie", is_verplicht=True), gecontroleerd_op=dag(-300))
    make_contact(make_partner("RIEC", Partnersoort.RIEC))
    make_partner("Oude regio", Partnersoort.VEILIGHEIDSREGIO, is_actief=False)
    for vraag, wie in (
        ("", ["Politie", "RIEC"]),
        ("?q=riec", ["RIEC"]),
        ("?soort=politie", ["Politie"]),
        ("?welke=verplicht", ["Politie"]),
        ("?welke=controle", ["Politie"]),
        ("?welke=gestopt", ["Oude regio"]),
        ("?welke=onzin&na=geen-plek", []),
    ):
        page = read_page(beheer.get(PAD + vraag, follow_redirects=True))
        namen = [link.text for link in page.select("tbody th a")]
        assert namen == (wie or ["Politie", "RIEC"]), vraag


def test_the_list_goes_on_with_the_next_page(beheer: FlaskClient, make_partner: Maak) -> None:
    for nummer in range(26):
        make_partner(f"Partner {nummer:02}", Partnersoort.ANDERS)
    page = read_page(beheer.get(PAD))
    assert len(page.select("tbody tr")) == 25
    volgende = read_page(beheer.get(str(page.select("a[rel=next]")[0]["href"])))
    assert [link.text for link in volgende.select("tbody th a")] == ["Partner 25"]


def test_someone_else_changed_it_meanwhile(beheer: FlaskClient, make_partner: Maak) -> None:
    partner = make_partner()
    pad = f"{PAD}partners/{partner.id}/wijzigen"
    mijn = form_data(read_page(beheer.get(pad)), "main form") | {"naam": "Politie Oost"}
    assert beheer.post(pad, data=mijn).status_code == 303
    r = beheer.post(pad, data=mijn | {"naam": "Politie West"})
    assert r.status_code == 409
    assert "Politie Oost" in text_of(read_page(r), "#fouten")
    assert partners() == ["Politie Oost"]


def test_a_partner_stops_and_begins_again(
    beheer: FlaskClient, make_partner: Maak, medewerker: FlaskClient
) -> None:
    partner = make_partner()
    beheer.post(f"{PAD}partners/{partner.id}/actief", data={"naar": "nee"})
    assert "Gestopt." in read_page(medewerker.get(f"{PAD}partners/{partner.id}")).text
    assert "Politie" not in read_page(medewerker.get(PAD)).select_one("#partners").text  # type: ignore[union-attr]  # it is there
    beheer.post(f"{PAD}partners/{partner.id}/actief", data={"naar": "ja"})
    assert "Politie" in text_of(read_page(medewerker.get(PAD)), "#partners")


def test_gemeenten_come_in_one_go(beheer: FlaskClient, organisatie: Organisatie) -> None:
    organisatie.type = Organisatietype.WATERSCHAP
    db.session.commit()
    namen = "Eikenveld\n gemeente  Meerstad \n\nEikenveld\nGemeente\n"
    assert beheer.post(f"{PAD}gemeenten/nieuw", data={"namen": namen}).status_code == 303
    beheer.post(f"{PAD}gemeenten/nieuw", data={"namen": "gemeente meerstad\nRietland"})
    assert partners() == ["Gemeente Eikenveld", "Gemeente Meerstad", "Gemeente Rietland"]
    page = read_page(beheer.get(f"{PAD}gemeenten"))
    assert "0 van 3 gemeenten compleet." in page.text
    assert len(page.select("tbody tr")) == 3
    assert page.select("a[href*='contacten/nieuw?rol=parket']")


def test_a_gemeente_is_complete_with_three(
    beheer: FlaskClient, organisatie: Organisatie, make_partner: Maak, make_contact: Maak
) -> None:
    organisatie.type = Organisatietype.WATERSCHAP
    partner = make_partner("Gemeente Eikenveld", Partnersoort.GEMEENTE)
    for rol in (Contactrol.BURGEMEESTER, Contactrol.POLITIE, Contactrol.PARKET):
        make_contact(partner, rol=rol, gecontroleerd_op=dag(-400))
    page = read_page(beheer.get(f"{PAD}gemeenten"))
    assert "1 van 1 gemeente compleet." in page.text
    assert len(page.select("tbody .badge.warn")) == 3


def test_the_link_of_a_missing_role_fills_it_in(beheer: FlaskClient, make_partner: Maak) -> None:
    partner = make_partner("Gemeente Eikenveld", Partnersoort.GEMEENTE)
    page = read_page(beheer.get(f"{PAD}partners/{partner.id}/contacten/nieuw?rol=parket"))
    data = form_data(page, "main form")
    assert (data["rol"], data["functie"]) == ("parket", "Parket")


@pytest.mark.parametrize("pad", ["", "gemeenten", "partners/1"])
def test_a_page_asks_at_most_eight_times(
    client_for: Client, make_partner: Maak, make_contact: Maak, make_afspraak: Maak, pad: str
) -> None:
    for nummer in range(14):
        partner = make_partner(f"Gemeente {nummer}", Partnersoort.GEMEENTE)
        for rol in Contactrol:
            make_contact(partner, rol=rol)
        make_afspraak(partner)
    client = client_for(Rol.COORDINATOR)
    client.get(PAD + pad)
    db.session.expire_all()
    with count_queries() as statements:
        assert client.get(PAD + pad).status_code == 200
    assert len(statements) <= 8, "\n\n".join(statements)


def test_nobody_below_the_right_changes_anything(
    client_for: Callable[..., FlaskClient], make_partner: Maak
) -> None:
    partner = make_partner()
    for rol in (Rol.MEDEWERKER, Rol.BESTUURDER, Rol.FG):
        client = client_for(rol)
        for pad in ("nieuw", f"{partner.id}/wijzigen", f"{partner.id}/actief", "startset"):
            assert client.post(f"{PAD}partners/{pad}").status_code == 403
