"""The escalation ladder: versions, adopting, and whom one calls now."""

import pytest
from flask.testing import FlaskClient

from vob.core.organisatietype import Functie, Organisatietype
from vob.core.permissions import Rol
from vob.data import db
from vob.ketenafspraken.models import Ladder, Trede
from vob.ketenafspraken.values import Contactrol, Partnersoort, Situatie
from vob.organisatie.models import Organisatie

from ..incidenten.conftest import make_incident, make_lijn
from ..pages import form_data, read_page, text_of
from .conftest import Client, Maak, dag

__all__ = ["make_incident", "make_lijn"]

PAD = "/ketenafspraken/escalatie/"
WIE = "/ketenafspraken/wie-bel-ik"


def adopt(client: FlaskClient, **data: str) -> int:
    client.post(f"{PAD}concept/maken")
    vast = form_data(read_page(client.get(f"{PAD}concept")), "#gegevens") | data
    return client.post(f"{PAD}concept/vaststellen", data=vast).status_code


def test_adopting_takes_along_what_was_typed(beheer: FlaskClient, medewerker: FlaskClient) -> None:
    assert adopt(beheer, vervangend_gezag="Dan beslist de secretaris.") == 303
    assert "Dan beslist de secretaris." in read_page(medewerker.get(PAD)).text
    beheer.post(f"{PAD}concept/maken")
    leeg = beheer.post(f"{PAD}concept/vaststellen", data={"geldig_van": ""})
    assert leeg.status_code == 422


def test_before_there_is_one_the_page_says_what_to_do(
    beheer: FlaskClient, medewerker: FlaskClient
) -> None:
    assert "Begin met een voorbeeld" in read_page(beheer.get(PAD)).text
    page = read_page(medewerker.get(PAD))
    assert "Er geldt nog geen escalatieladder." in page.text
    assert "voorbeeld" not in page.text
    assert beheer.get(f"{PAD}concept").status_code == 404
    assert "Bel bij gevaar 112" in read_page(medewerker.get(WIE)).text


@pytest.mark.parametrize(
    ("soort", "woord", "loco"),
    [
        (Organisatietype.GEMEENTE, "burgemeester", "locoburgemeester"),
        (Organisatietype.WATERSCHAP, "dijkgraaf", "loco-dijkgraaf"),
        (Organisatietype.PROVINCIE, "commissaris van de Koning", "loco-commissaris"),
    ],
)
def test_the_example_speaks_as_the_organisation(
    beheer: FlaskClient,
    medewerker: FlaskClient,
    organisatie: Organisatie,
    soort: Organisatietype,
    woord: str,
    loco: str,
) -> None:
    organisatie.type = soort
    db.session.commit()
    assert adopt(beheer) == 303
    page = read_page(medewerker.get(PAD))
    assert len(page.select(".trap li")) == len(page.select("tbody tr")) == 5
    assert f"Als de {woord} zelf wordt bedreigd" in page.text
    assert loco in text_of(page, "#gezag")


def test_a_draft_is_only_for_who_manages(beheer: FlaskClient, medewerker: FlaskClient) -> None:
    beheer.post(f"{PAD}concept/maken")
    assert medewerker.get(f"{PAD}1").status_code == 404
    assert "Deze versie geldt nog niet." in read_page(beheer.get(f"{PAD}1")).text
    assert beheer.get(f"{PAD}9").status_code == 404
    assert "Versie 1" not in read_page(medewerker.get(PAD)).text
    assert "Concept bewerken" in read_page(beheer.get(PAD)).text


def test_levels_are_added_changed_and_taken_away(beheer: FlaskClient) -> None:
    beheer.post(f"{PAD}concept/maken")
    nieuw = f"{PAD}concept/treden/nieuw"
    data = form_data(read_page(beheer.get(nieuw)), "main form")
    assert beheer.post(nieuw, data=data).status_code == 422
    data |= {"naam": "Minister", "wie_beslist": "minister", "bel": ["om"]}
    first, again = beheer.post(nieuw, data=data), beheer.post(nieuw, data=data)
    assert first.location == again.location
    trede = db.session.scalars(db.select(Trede).filter_by(naam="Minister")).one()
    pad = f"{PAD}treden/{trede.id}"
    mijn = form_data(read_page(beheer.get(pad)), "main form")
    assert beheer.post(pad, data=mijn | {"naam": "Kabinet"}).status_code == 303
    r = beheer.post(pad, data=mijn | {"naam": "Koning", "bel": ["politie"]})
    assert r.status_code == 409
    assert "Openbaar Ministerie" in text_of(read_page(r), "#fouten")
    assert beheer.post(f"{pad}/verwijderen").status_code == 303
    assert db.session.query(Trede).count() == 5


def test_what_goes_for_all_levels_is_changed(beheer: FlaskClient) -> None:
    beheer.post(f"{PAD}concept/maken")
    pad = f"{PAD}concept"
    data = form_data(read_page(beheer.get(pad)), "#gegevens")
    assert beheer.post(pad, data=data | {"vervangend_gezag": "De wijze."}).status_code == 303
    r = beheer.post(pad, data=data | {"vervangend_gezag": "De dwaze."})
    assert r.status_code == 409
    assert "De wijze." in text_of(read_page(r), "#fouten")


def test_adopted_it_does_not_change_and_the_next_is_a_copy(
    beheer: FlaskClient, medewerker: FlaskClient
) -> None:
    adopt(beheer)
    trede = db.session.scalars(db.select(Trede)).first()
    assert trede is not None
    assert beheer.get(f"{PAD}treden/{trede.id}").status_code == 404
    assert beheer.post(f"{PAD}treden/{trede.id}/verwijderen").status_code == 404
    assert adopt(beheer, geldig_van=str(dag(5))) == 303
    ladders = list(db.session.scalars(db.select(Ladder).order_by(Ladder.nummer)))
    assert [len(ladder.treden) for ladder in ladders] == [5, 5]
    assert "Versie 1, geldt vanaf" in read_page(medewerker.get(PAD)).text
    page = read_page(medewerker.get(f"{PAD}2"))
    assert "Deze versie geldt vandaag niet." in page.text
    assert "Versie 1geldt nu" in text_of(page, "#versies")


def test_making_a_draft_twice_is_one_draft(beheer: FlaskClient) -> None:
    for _ in range(2):
        assert beheer.post(f"{PAD}concept/maken").status_code == 303
    assert db.session.query(Ladder).count() == 1


def test_an_empty_ladder_or_one_without_a_day_is_not_adopted(beheer: FlaskClient) -> None:
    assert adopt(beheer, geldig_van="") == 422
    for trede in db.session.scalars(db.select(Trede)):
        db.session.delete(trede)
    db.session.commit()
    db.session.expire_all()
    assert adopt(beheer) == 409
    assert "nog geen treden" in read_page(beheer.get(f"{PAD}concept")).text


@pytest.fixture
def nummers(make_partner: Maak, make_contact: Maak) -> None:
    politie, om = make_partner(), make_partner("OM", Partnersoort.OM)
    make_contact(politie, functie="Wijkagent", situaties=[Situatie.DREIGING], is_openbaar=True)
    make_contact(politie, functie="Perslijn", situaties=[Situatie.MEDIA], is_openbaar=True)
    make_contact(om, functie="Officier", telefoon="0555-310200")


@pytest.mark.usefixtures("nummers")
@pytest.mark.parametrize(
    ("vraag", "treden", "wel", "niet"),
    [
        ("?vorm=bedreigen&ernst=1", 1, "Intern", "Wijkagent"),
        ("?vorm=bedreigen&ernst=2", 2, "Wijkagent", "Perslijn"),
        ("?vorm=bedreiging&ernst=2", 2, "Wijkagent", "Perslijn"),
        ("?vorm=doxing&ernst=3", 4, "Perslijn", "Wijkagent"),
        ("?vorm=onzin&ernst=onzin", 2, "Perslijn", "Officier"),
        ("", 2, "Wijkagent", "Officier"),
        ("?ernst=4", 5, "Officier", "onzin"),
    ],
)
def test_whom_to_call_by_kind_and_seriousness(
    beheer: FlaskClient, vraag: str, treden: int, wel: str, niet: str
) -> None:
    adopt(beheer)
    page = read_page(beheer.get(WIE + vraag))
    assert len(page.select(".belstappen > li")) == treden
    assert wel in text_of(page, "#wie")
    assert niet not in text_of(page, "#wie")


@pytest.mark.usefixtures("nummers")
def test_a_number_stands_once_and_others_see_public_ones(
    beheer: FlaskClient, medewerker: FlaskClient
) -> None:
    adopt(beheer)
    alles = text_of(read_page(beheer.get(f"{WIE}?ernst=4")), "#wie")
    assert alles.count("Wijkagent") == alles.count("0555-310200") == 1
    page = text_of(read_page(medewerker.get(f"{WIE}?ernst=4")), "#wie")
    assert "Wijkagent" in page
    assert "0555-310200" not in page
    assert "J. Vonk" not in page
    assert "De coördinator heeft hiervan de nummers." in page


def test_the_threatened_person_does_not_decide(beheer: FlaskClient) -> None:
    adopt(beheer)
    gewoon = text_of(read_page(beheer.get(f"{WIE}?ernst=3")), "#wie")
    assert "Beslist: burgemeester, officier van justitie en politiechef." in gewoon
    page = text_of(read_page(beheer.get(f"{WIE}?ernst=3&bestuurder=ja")), "#wie")
    assert "Vervangend gezag." in page
    assert "Beslist: locoburgemeester." in page
    assert "Beslist: burgemeester, officier" not in page
    assert "De burgemeester roept de driehoek bijeen." in gewoon
    assert "De locoburgemeester roept de driehoek bijeen." in page


@pytest.mark.parametrize(
    ("soort", "loco"),
    [
        (Organisatietype.WATERSCHAP, "loco-dijkgraaf"),
        (Organisatietype.PROVINCIE, "loco-commissaris"),
    ],
)
def test_without_authority_over_order_another_calls_and_the_burgemeester_still_decides(
    beheer: FlaskClient, organisatie: Organisatie, soort: Organisatietype, loco: str
) -> None:
    organisatie.type = soort
    adopt(beheer)
    page = text_of(read_page(beheer.get(f"{WIE}?ernst=3&bestuurder=ja")), "#wie")
    belt = f"De {loco} belt de burgemeester van de gemeente waar het speelt."
    assert f"{belt} Binnen 2 uur. Beslist: burgemeester van de gemeente" in page
    assert f"De {loco} belt het parket." in page
    assert "Beslist: hoofdofficier van justitie." in page
    assert f"Beslist: {loco}" not in page
    assert f"Dan belt de {loco}" in page


@pytest.mark.parametrize(
    ("soort", "vraag"),
    [
        (Organisatietype.GEMEENTE, "Wie beslist als de burgemeester zelf wordt bedreigd?"),
        (Organisatietype.WATERSCHAP, "gemeente beslissen. Wie belt als de dijkgraaf zelf"),
    ],
)
def test_a_new_version_asks_what_this_organisation_can_decide(
    beheer: FlaskClient, organisatie: Organisatie, soort: Organisatietype, vraag: str
) -> None:
    """It begins with the words of the version before, which may be of before this was known."""
    organisatie.type = soort
    beheer.post(f"{PAD}concept/maken")
    assert vraag in text_of(read_page(beheer.get(f"{PAD}concept")), "#gegevens")


def test_a_waterschap_calls_the_gemeente_where_it_happens(
    beheer: FlaskClient, organisatie: Organisatie, make_partner: Maak, make_contact: Maak
) -> None:
    organisatie.type = Organisatietype.WATERSCHAP
    adopt(beheer)
    for naam in ("Eikenveld", "Meerstad"):
        partner = make_partner(f"Gemeente {naam}", Partnersoort.GEMEENTE)
        make_contact(partner, rol=Contactrol.BURGEMEESTER, functie=f"Burgemeester {naam}")
    zonder = text_of(read_page(beheer.get(f"{WIE}?ernst=3")), "#wie")
    assert "Kies hierboven de gemeente." in zonder
    assert "Burgemeester Meerstad" not in zonder
    page = text_of(read_page(beheer.get(f"{WIE}?ernst=3&gemeente={partner.id}")), "#wie")
    assert "Burgemeester Meerstad" in page
    assert "Burgemeester Eikenveld" not in page


def test_a_case_leads_there_with_its_own_kind_and_weight(
    client_for: Client, beheer: FlaskClient, make_incident: Maak, make_gebruiker: Maak
) -> None:
    adopt(beheer)
    incident = make_incident(make_gebruiker(Rol.MEDEWERKER))
    page = read_page(beheer.get(f"/incidenten/{incident.nummer}"))
    link = next(a for a in page.select("main a") if "Wie bel ik nu?" in a.text)
    assert WIE in str(link["href"])
    assert "bestuurder" not in str(link["href"])
    assert beheer.get(str(link["href"])).status_code == 200


def test_a_case_about_the_burgemeester_says_so(
    beheer: FlaskClient, make_incident: Maak, make_gebruiker: Maak
) -> None:
    adopt(beheer)
    baas = make_gebruiker(Rol.AMBTSDRAGER, functie=Functie.BURGEMEESTER)
    incident = make_incident(baas)
    page = read_page(beheer.get(f"/incidenten/{incident.nummer}"))
    link = next(a for a in page.select("main a") if "Wie bel ik nu?" in a.text)
    wie = read_page(beheer.get(str(link["href"])))
    assert wie.select("#bestuurder[checked]")
    assert "Vervangend gezag." in text_of(wie, "#wie")
