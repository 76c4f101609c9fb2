"""Where administration begins, and the table of rights."""

import pytest

from vob.beheer.values import RECHT_LABEL, recht_label
from vob.core.organisatietype import Organisatietype
from vob.core.permissions import RECHTEN, Recht, Rol
from vob.data import db

from ..pages import read_page, text_of


def test_it_leads_to_all_administration(client_for):
    client = client_for(Rol.BEHEERDER)
    page = read_page(client.get("/beheer/"))
    links = {link["href"] for link in page.select("main a")}
    assert len(links) >= 8
    assert {client.get(link).status_code for link in links} == {200}
    assert "Er is geen mailserver ingesteld." in page.text
    assert "SQLite" in text_of(page, "#toestand") or "PostgreSQL" in text_of(page, "#toestand")


@pytest.mark.parametrize(
    "pad",
    ["/beheer/", "/beheer/gebruikers/", "/beheer/organisatie/", "/beheer/berichten/"],
)
def test_the_menu_says_one_is_in_beheer(client_for, pad):
    page = read_page(client_for(Rol.BEHEERDER).get(pad))
    assert [link.text for link in page.select(".hoofdmenu [aria-current]")] == ["Beheer"]


def test_the_privacy_officer_finds_the_log_in_the_menu(client_for):
    page = read_page(client_for(Rol.FG).get("/profiel"))
    menu = {link.text: link["href"] for link in page.select(".hoofdmenu a")}
    assert menu["Logboek"] == "/beheer/logboek"
    assert "Beheer" not in menu


def test_the_table_of_rights_is_the_one_in_force(client_for, organisatie):
    organisatie.type = Organisatietype.WATERSCHAP
    db.session.commit()
    page = read_page(client_for(Rol.BEHEERDER).get("/beheer/rechten"))
    heads = [cell.text for cell in page.select("thead th")][1:]
    assert heads[list(Rol).index(Rol.GRIFFIER)] == "Bestuurssecretaris"
    for row, recht in zip(page.select("tbody tr"), Recht, strict=True):
        assert row.th.text == recht_label(recht)
        has = [cell.text.strip() == "ja" for cell in row.select("td")]
        assert has == [recht in RECHTEN[rol] for rol in Rol]


def test_every_right_has_words():
    assert set(RECHT_LABEL) == set(Recht)


def test_a_beheerder_has_no_right_to_contents_of_cases():
    assert not {recht for recht in RECHTEN[Rol.BEHEERDER] if recht.name.startswith("INCIDENT")} - {
        Recht.INCIDENT_MELDEN
    }


@pytest.mark.parametrize("rol", [rol for rol in Rol if rol != Rol.BEHEERDER])
def test_only_a_beheerder_may(client_for, rol):
    client = client_for(rol)
    assert client.get("/beheer/").status_code == 403
    assert client.get("/beheer/rechten").status_code == 403
