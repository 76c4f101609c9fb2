from vob.acties.models import Actie
from vob.core.clock import vandaag
from vob.core.permissions import Rol
from vob.data import db

from ..pages import HTMX, read_fragment, read_page, text_of


def make_actie(eigenaar, titel, **overrides):
    actie = Actie(
        titel=titel,
        eigenaar_id=eigenaar.id,
        gemaakt_door_id=eigenaar.id,
        uiterlijk=vandaag(),
        **overrides,
    )
    db.session.add(actie)
    db.session.commit()
    return actie


def test_what_is_mine_is_found_and_leads_to_its_page(make_gebruiker, client_of):
    ik = make_gebruiker(Rol.MEDEWERKER)
    actie = make_actie(ik, "Nieuwe voordeursloten")
    client = client_of(ik)
    page = read_page(client.get("/zoeken?q=deurslot"))
    assert "Nieuwe voordeursloten" in text_of(page, "#resultaten li")
    assert page.select_one("#resultaten li a")["href"] == f"/acties/{actie.id}"


def test_what_is_not_mine_is_not_found_or_counted(make_gebruiker, client_of):
    make_actie(make_gebruiker(Rol.MEDEWERKER), "Nieuwe voordeursloten")
    client = client_of(make_gebruiker(Rol.MEDEWERKER))
    page = read_page(client.get("/zoeken?q=deurslot"))
    assert "Niets gevonden" in text_of(page, "#resultaten")
    assert "Nieuwe" not in text_of(page, "#resultaten")


def test_newest_comes_first(make_gebruiker, client_of):
    ik = make_gebruiker(Rol.MEDEWERKER)
    for titel in ("slot een", "slot twee"):
        make_actie(ik, titel)
    page = read_page(client_of(ik).get("/zoeken?q=slot"))
    assert [a.text for a in page.select("#resultaten li a")] == ["slot twee", "slot een"]


def test_one_letter_is_too_few_and_nothing_is_an_invitation(client_for):
    client = client_for(Rol.MEDEWERKER)
    assert "ten minste 2 letters" in read_page(client.get("/zoeken?q=a")).text
    assert "alleen wat u mag zien" in read_page(client.get("/zoeken")).text


def test_htmx_gets_the_results_alone(client_for):
    r = client_for(Rol.MEDEWERKER).get("/zoeken?q=slot", headers=HTMX)
    assert read_fragment(r).select_one("div#resultaten")
    assert r.headers["HX-Push-Url"] == "/zoeken?q=slot"


def test_hostile_words_do_no_harm(client_for):
    client = client_for(Rol.COORDINATOR)
    for q in ('"', "' OR 1=1", "%%", "a" * 5000, "<script>"):
        assert client.get("/zoeken", query_string={"q": q}).status_code == 200
