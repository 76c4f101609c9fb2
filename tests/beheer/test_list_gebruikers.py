"""Finding people."""

import pytest

from vob.core.permissions import Rol

from ..pages import read_page

PAD = "/beheer/gebruikers/"


@pytest.fixture
def beheerder(client_for, make_gebruiker):
    client = client_for(Rol.BEHEERDER, naam="Ik")
    make_gebruiker(Rol.GRIFFIER, Rol.OPVANG, naam="Ada de Vries", email="ada@x.example")
    make_gebruiker(Rol.MEDEWERKER, naam="Bo 100%", email="bo_1@x.example")
    make_gebruiker(Rol.MEDEWERKER, naam="Cor Weg", email="cor@x.example", is_actief=False)
    return client


def names(client, query: str) -> list[str]:
    page = read_page(client.get(PAD + query))
    return [cell.a.text for cell in page.select("tbody th")]


@pytest.mark.parametrize(
    ("query", "gevonden"),
    [
        ("", ["Ada de Vries", "Bo 100%", "Ik"]),
        ("?q=VRIES", ["Ada de Vries"]),
        ("?q=bo_1@", ["Bo 100%"]),
        ("?q=100%25", ["Bo 100%"]),
        ("?q=%25", ["Bo 100%"]),  # a sign, no wildcard
        ("?q=niemand", []),
        ("?q=%00", ["Ada de Vries", "Bo 100%", "Ik"]),
        ("?rol=opvang", ["Ada de Vries"]),
        ("?rol=koning", ["Ada de Vries", "Bo 100%", "Ik"]),
        ("?staat=uitgeschakeld", ["Cor Weg"]),
        ("?staat=alle&q=o", ["Bo 100%", "Cor Weg"]),
    ],
)
def test_by_name_address_role_and_state(beheerder, query, gevonden):
    assert names(beheerder, query) == gevonden


def test_many_are_paged_by_name(beheerder, make_gebruiker):
    for nummer in range(30):
        make_gebruiker(Rol.FG, naam=f"Fg {nummer:02}", email=f"fg{nummer}@x.example")
    page = read_page(beheerder.get(PAD + "?rol=fg"))
    rest = read_page(beheerder.get(page.select_one("a[rel=next]")["href"]))
    assert [len(p.select("tbody tr")) for p in (page, rest)] == [25, 5]
    back = read_page(beheerder.get(rest.select_one("a[rel=prev]")["href"]))
    assert back.select_one("tbody th").text == page.select_one("tbody th").text
    assert "30 gebruikers" in rest.text
