"""Who one can turn to."""

from datetime import timedelta

import pytest
import time_machine

from vob.core.clock import nu, vandaag
from vob.core.organisatietype import Organisatietype
from vob.core.permissions import Rol
from vob.data import db
from vob.organisatie.models import Steunpunt
from vob.organisatie.steunpunten import make_steunpunten

from ..pages import HTMX, form_data, read_fragment, read_page, text_of

PAD = "/steunpunten/"


@pytest.fixture
def griffier(client_for):
    return client_for(Rol.GRIFFIER)


@pytest.fixture
def steunpunt(app):
    found = Steunpunt(
        naam="Slachtofferhulp",
        telefoon="0900-0101",
        website="https://slachtofferhulp.example",
        gecontroleerd_op=vandaag(),
    )
    db.session.add(found)
    db.session.commit()
    return found


def test_everyone_reads_and_calls(client_for, steunpunt):
    page = read_page(client_for(Rol.MEDEWERKER).get(PAD))
    assert page.select_one(f"#steunpunt-{steunpunt.id} a[href='tel:09000101']")
    assert "Gecontroleerd op" in text_of(page, f"#steunpunt-{steunpunt.id}")
    assert not page.select("main form"), "who may not keep them, sees no buttons"


@pytest.mark.parametrize(("maanden", "verouderd"), [(5, False), (7, True)])
def test_a_number_that_was_not_checked_for_long_says_so(client_for, steunpunt, maanden, verouderd):
    client = client_for(Rol.MEDEWERKER)
    steunpunt.gecontroleerd_op = vandaag() - timedelta(days=30 * maanden)
    db.session.commit()
    text = text_of(read_page(client.get(PAD)), f"#steunpunt-{steunpunt.id}")
    assert ("lang niet gecontroleerd" in text) is verouderd


def test_one_press_says_it_was_checked_today(griffier, steunpunt):
    with time_machine.travel(nu() + timedelta(minutes=1)):
        steunpunt.gecontroleerd_op = None
        db.session.commit()
        assert "nog niet gecontroleerd" in griffier.get(PAD).text
        url = f"{PAD}{steunpunt.id}/gecontroleerd"
        fragment = read_fragment(griffier.post(url, headers=HTMX))
        assert fragment.select_one(f"#steunpunt-{steunpunt.id}")
        assert "Gecontroleerd op" in fragment.text
        assert griffier.post(url).location == f"{PAD}#steunpunt-{steunpunt.id}"
    db.session.refresh(steunpunt)
    assert steunpunt.gecontroleerd_op == vandaag()


def test_another_number_is_not_a_checked_number(griffier, steunpunt):
    url = f"{PAD}{steunpunt.id}"
    data = form_data(read_page(griffier.get(url)), "main form")
    griffier.post(url, data=data | {"toelichting": "Gratis"})
    db.session.refresh(steunpunt)
    assert steunpunt.gecontroleerd_op == vandaag()
    data = form_data(read_page(griffier.get(url)), "main form")
    assert griffier.post(url, data=data | {"telefoon": "0900-9999"}).status_code == 303
    db.session.refresh(steunpunt)
    assert (steunpunt.telefoon, steunpunt.gecontroleerd_op) == ("0900-9999", None)


def test_one_can_be_added_once_and_removed(griffier):
    data = form_data(read_page(griffier.get(PAD + "nieuw")), "main form") | {"naam": "Bureau"}
    assert {griffier.post(PAD + "nieuw", data=data).status_code for _ in range(2)} == {303}
    [steunpunt] = db.session.scalars(db.select(Steunpunt)).all()
    assert griffier.post(f"{PAD}{steunpunt.id}/verwijderen").status_code == 303
    assert db.session.scalars(db.select(Steunpunt)).all() == []


@pytest.mark.parametrize("website", ["http://x.nl", "javascript:alert(1)", "x", "https://"])
def test_a_website_is_a_safe_address(griffier, website):
    data = form_data(read_page(griffier.get(PAD + "nieuw")), "main form")
    answer = griffier.post(PAD + "nieuw", data=data | {"naam": "x", "website": website})
    assert answer.status_code == 422
    assert "https://" in text_of(read_page(answer), "#website-fout")


def test_what_no_longer_exists_stands_apart_and_cannot_be_called(griffier):
    griffier.post(PAD + "startset")
    apart = read_page(griffier.get(PAD)).select_one("#historisch")
    assert "Vertrouwenslijn" in apart.text
    assert "NCTb" in apart.text
    assert not apart.select("a[href^='tel:']")


def test_the_start_set_is_added_without_doubles(griffier, steunpunt):
    for _ in range(2):
        griffier.post(PAD + "startset")
    namen = db.session.scalars(db.select(Steunpunt.naam)).all()
    assert len(namen) == len(set(namen)) > 10


@pytest.mark.parametrize("soort", list(Organisatietype))
def test_every_support_line_of_the_start_set_has_a_source(soort):
    for steunpunt in make_steunpunten(soort):
        assert steunpunt.bron
        assert "{" not in steunpunt.voor_wie


@pytest.mark.parametrize("rol", [Rol.MEDEWERKER, Rol.FG, Rol.BEVEILIGING])
def test_only_who_keeps_them_may_change_them(client_for, steunpunt, rol):
    client = client_for(rol)
    for pad in ("nieuw", str(steunpunt.id)):
        assert client.get(PAD + pad).status_code == 403
    for pad in (f"{steunpunt.id}/gecontroleerd", f"{steunpunt.id}/verwijderen", "startset"):
        assert client.post(PAD + pad).status_code == 403


def test_what_does_not_exist_is_404(griffier):
    assert griffier.get(PAD + "999").status_code == 404
    assert griffier.post(PAD + "999/gecontroleerd").status_code == 404
