"""The outbox as the administrator sees it."""

import pytest

from vob.berichten import bezorger
from vob.berichten.values import Berichtsoort, Berichtstatus
from vob.core.permissions import Rol
from vob.data import db

from ..pages import read_page, text_of

PAD = "/beheer/berichten/"


@pytest.fixture
def beheerder(client_for):
    return client_for(Rol.BEHEERDER)


def test_without_a_mail_server_the_page_says_so(beheerder, make_bericht):
    bericht = make_bericht()
    page = read_page(beheerder.get(PAD))
    assert "Er is geen mailserver ingesteld." in page.text
    assert bericht.gebruiker.email in text_of(page, "table")
    assert "niet verstuurd" in text_of(page, "table")


def test_an_empty_outbox_says_what_will_be_here(beheerder):
    assert "nog geen berichten" in text_of(read_page(beheerder.get(PAD)), ".leeg")


@pytest.mark.parametrize(
    ("is_demo", "smtp", "zichtbaar"),
    [(True, None, True), (False, None, False), (True, "smtp://127.0.0.1:9", False)],
)
def test_a_text_is_shown_only_in_a_demo_without_mail(
    app, monkeypatch, organisatie, beheerder, make_bericht, is_demo, smtp, zichtbaar
):
    monkeypatch.setitem(app.config, "SMTP_URL", smtp)
    organisatie.is_demo = is_demo
    make_bericht(soort=Berichtsoort.UITNODIGING, tekst="http://x/wachtwoord/geheim")
    assert ("wachtwoord/geheim" in beheerder.get(PAD).text) is zichtbaar


def test_it_can_be_filtered_and_paged(beheerder, make_bericht, make_gebruiker):
    ada = make_gebruiker()
    for nummer in range(27):
        make_bericht(ada, pad=f"/{nummer}")
    page = read_page(beheerder.get(PAD + "?status=wacht"))
    assert len(page.select("tbody tr")) == 25
    rest = read_page(beheerder.get(page.select_one("a[rel=next]")["href"]))
    assert len(rest.select("tbody tr")) == 2
    assert read_page(beheerder.get(PAD + "?status=verstuurd")).select("tbody tr") == []
    assert beheerder.get(PAD + "?na=onzin").status_code == 404


def test_one_can_try_again(beheerder, postbus, make_bericht):
    bericht = make_bericht()
    postbus.weigert[bericht.gebruiker.email] = "550 weg"
    bezorger.deliver_all()
    db.session.refresh(bericht)
    assert "weigert het adres (550)" in read_page(beheerder.get(PAD)).text
    postbus.weigert.clear()
    assert beheerder.post(f"{PAD}{bericht.id}/opnieuw").status_code == 303
    assert bezorger.deliver_all() == 1
    db.session.refresh(bericht)
    assert bericht.status == Berichtstatus.VERSTUURD
    assert beheerder.post(f"{PAD}{bericht.id}/opnieuw").status_code == 404, "it has left"
    assert beheerder.post(f"{PAD}999/opnieuw").status_code == 404


@pytest.mark.parametrize("rol", [rol for rol in Rol if rol != Rol.BEHEERDER])
def test_only_a_beheerder_sees_it(client_for, rol):
    assert client_for(rol).get(PAD).status_code == 403
