"""Mail to someone without an account: only kinds that a room registered, looked up at the end."""

import pytest

from tests.pages import read_page
from vob.berichten import bezorger, ontvangers
from vob.berichten.models import Bericht
from vob.berichten.ontvangers import Ontvanger, Ontvangersoort
from vob.berichten.operations import queue_ontvanger
from vob.berichten.values import Berichtsoort, Berichtstatus
from vob.core.permissions import Rol
from vob.data import db

ADRES = {7: "zeven@elders.example"}


@pytest.fixture
def soort(monkeypatch):
    monkeypatch.setattr(ontvangers, "_SOORTEN", {})
    ontvangers.register(
        Ontvangersoort(
            "buurman",
            "Een buurman",
            lambda _session, id: Ontvanger("Goedendag", ADRES[id]) if id in ADRES else None,
        )
    )


def send(soort: str, id: int) -> Bericht:
    queue_ontvanger(soort, id, Berichtsoort.CONTROLEVRAAG, "/", "Eén vraag.")
    db.session.commit()
    bezorger.deliver_all()
    bericht = db.session.scalars(db.select(Bericht)).one()
    db.session.refresh(bericht)
    return bericht


def test_it_arrives_and_its_text_is_erased(soort, postbus):
    bericht = send("buurman", 7)
    assert (bericht.status, bericht.tekst) == (Berichtstatus.VERSTUURD, None)
    assert postbus.naar == ["zeven@elders.example"]
    assert postbus.mails[0].get_content().splitlines()[:3] == ["Goedendag,", "", "Eén vraag."]


@pytest.mark.parametrize(("wie", "id"), [("buurman", 8), ("vreemde", 7), ("", 0)])
def test_nobody_gets_a_mail_that_has_no_one(soort, postbus, wie, id):
    bericht = send(wie, id)
    assert (bericht.status, bericht.fout) == (Berichtstatus.MISLUKT, "Er is geen adres meer.")
    assert postbus.mails == []


@pytest.mark.parametrize("adres", ["a@b.nl,c@d.nl", "a@b.nl;c@d.nl", "A <a@b.nl>", "a@b.nl\nX: y"])
def test_an_address_that_is_more_than_one_is_refused(soort, postbus, monkeypatch, adres):
    monkeypatch.setitem(ADRES, 7, adres)
    assert send("buurman", 7).fout == "Het adres of de link klopt niet."
    assert postbus.mails == []


def test_the_list_says_only_what_kind_it_is(soort, client_for):
    for wie in ("buurman", "vreemde"):
        queue_ontvanger(wie, 7, Berichtsoort.CONTROLEVRAAG, "/", "Eén vraag.")
    db.session.commit()
    page = read_page(client_for(Rol.BEHEERDER).get("/beheer/berichten/"))
    assert [rij.text.strip() for rij in page.select("tbody th")] == ["Onbekend", "Een buurman"]
    assert "elders.example" not in page.text
