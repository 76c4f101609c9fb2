"""The page of a case: what each reader sees of it, and that reading is recorded."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from tests.pages import read_page, text_of
from vob.core.clock import nu
from vob.core.organisatietype import Functie
from vob.core.permissions import Rol
from vob.data import AuditRegel, db
from vob.gebruikers.models import Gebruiker
from vob.incidenten.models import Incident
from vob.incidenten.operations import add_gebeurtenis
from vob.incidenten.values import Gebeurtenissoort, NuVeilig, Status

ClientOf = Callable[[Gebruiker], FlaskClient]
Maker = Callable[..., Gebruiker]
Zaken = Callable[..., Incident]


@pytest.fixture
def coordinator(make_gebruiker: Maker) -> Gebruiker:
    return make_gebruiker(Rol.COORDINATOR)


@pytest.fixture
def melder(make_gebruiker: Maker) -> Gebruiker:
    return make_gebruiker(Rol.AMBTSDRAGER, functie=Functie.RAADSLID, naam="Yasmin Kuipers")


def add(zaak: Incident, soort: Gebeurtenissoort, tekst: str, wie: Gebruiker) -> None:
    is_intern = soort is Gebeurtenissoort.NOTITIE
    add_gebeurtenis(zaak, soort, wie.id, nu(), tekst=tekst, is_intern=is_intern)
    db.session.commit()


def test_who_handles_it_reads_everything(
    client_of: ClientOf, coordinator: Gebruiker, melder: Gebruiker, make_incident: Zaken
) -> None:
    zaak = make_incident(melder, titel="Steen", woorden="Ik weet waar je woont", veroorzaker="Jan")
    page = read_page(client_of(coordinator).get(f"/incidenten/{zaak.nummer}"))
    assert text_of(page, "h1") == "Steen"
    assert "u leest dit als" in page.text
    assert "dat is vastgelegd" in page.text
    assert "Ik weet waar je woont" in text_of(page, "#verhaal")
    for deel in ("Jan", "Yasmin Kuipers", "raadslid", "Publieksbalie"):
        assert deel in text_of(page, "#feiten")


def test_melder_reads_own_words_the_status_plainly_and_messages_only(
    client_of: ClientOf, coordinator: Gebruiker, melder: Gebruiker, make_incident: Zaken
) -> None:
    zaak = make_incident(melder, woorden="LETTERLIJK", veroorzaker="DADER", getuigen="GETUIGE")
    add(zaak, Gebeurtenissoort.NOTITIE, "INTERN", coordinator)
    add(zaak, Gebeurtenissoort.BERICHT_AAN_MELDER, "Wij bellen u.", coordinator)
    page = read_page(client_of(melder).get(f"/incidenten/{zaak.nummer}"))
    assert "Een man schreeuwde" in text_of(page, "#verhaal")
    assert "nog niemand mee begonnen" in text_of(page, "#stand")
    assert "Wij bellen u." in text_of(page, "#verloop")
    assert not any(w in page.text for w in ("INTERN", "LETTERLIJK", "DADER", "GETUIGE"))
    assert not page.select("#notitie-vak, #betrokken, [name=naar], [name=ernst]")


@pytest.mark.parametrize("rol", [Rol.COORDINATOR, Rol.GRIFFIER, Rol.BESTUURDER])
def test_who_it_is_about_never_gets_the_page_of_the_handler(
    client_of: ClientOf, make_gebruiker: Maker, make_incident: Zaken, rol: Rol
) -> None:
    getroffene = make_gebruiker(rol)
    zaak = make_incident(make_gebruiker(Rol.MEDEWERKER), getroffene_id=getroffene.id)
    page = read_page(client_of(getroffene).get(f"/incidenten/{zaak.nummer}"))
    assert not page.select("#notitie-vak, #betrokken, [name=naar]")


def test_every_view_is_in_the_read_log(
    client_of: ClientOf, coordinator: Gebruiker, melder: Gebruiker, make_incident: Zaken
) -> None:
    zaak = make_incident(melder)
    paden = ("", "/wijzigen", "/behandelaars")
    for pad in paden:
        assert client_of(coordinator).get(f"/incidenten/{zaak.nummer}{pad}").status_code == 200
    client_of(melder).get(f"/incidenten/{zaak.nummer}")
    gelezen = db.select(AuditRegel.actor_id).filter_by(actie="ingezien", tabel="incident")
    wie = list(db.session.scalars(gelezen.filter_by(object_id=zaak.id).order_by(AuditRegel.id)))
    assert wie == [coordinator.id] * 3 + [melder.id]


def test_a_refused_look_is_not_a_view(
    client_of: ClientOf, make_gebruiker: Maker, melder: Gebruiker, make_incident: Zaken
) -> None:
    zaak = make_incident(melder)
    vreemd = make_gebruiker(Rol.MEDEWERKER)
    assert client_of(vreemd).get(f"/incidenten/{zaak.nummer}").status_code == 404
    assert not db.session.scalars(db.select(AuditRegel).filter_by(actie="ingezien")).all()


def test_the_timeline_shows_the_newest_and_the_way_to_the_rest(
    client_of: ClientOf, coordinator: Gebruiker, melder: Gebruiker, make_incident: Zaken
) -> None:
    zaak = make_incident(melder)
    for n in range(30):
        add_gebeurtenis(
            zaak, Gebeurtenissoort.NOTITIE, melder.id, nu(), tekst=f"nr {n}.", is_intern=True
        )
    db.session.commit()
    client = client_of(coordinator)
    page = read_page(client.get(f"/incidenten/{zaak.nummer}"))
    assert len(page.select(".timeline > li")) == 25
    assert "nr 29." in text_of(page, ".timeline > li")
    eerder = page.select_one("#verloop a[hx-get]")
    assert eerder
    rest = read_page(client.get(str(eerder["hx-get"])))
    assert "nr 4." in text_of(rest, ".timeline > li")
    assert "Gemeld" in rest.select(".timeline > li")[-1].text


def test_what_must_happen_now_follows_from_the_case(
    client_of: ClientOf, coordinator: Gebruiker, melder: Gebruiker, make_incident: Zaken
) -> None:
    zaak = make_incident(melder, nu_veilig=NuVeilig.NEE)
    client = client_of(coordinator)
    stand = text_of(read_page(client.get(f"/incidenten/{zaak.nummer}")), "#stand")
    for deel in ("Bel de melder", "Neem de zaak in behandeling", "Beoordeel de ernst"):
        assert deel in stand
    zaak.bericht_op = nu()
    db.session.commit()
    assert "Beantwoord" in text_of(read_page(client.get(f"/incidenten/{zaak.nummer}")), "#stand")


def test_steps_are_drawn_from_the_table_and_what_is_missing_is_named(
    client_of: ClientOf, coordinator: Gebruiker, melder: Gebruiker, make_incident: Zaken
) -> None:
    zaak = make_incident(melder, status=Status.GEEVALUEERD)
    page = read_page(client_of(coordinator).get(f"/incidenten/{zaak.nummer}"))
    assert [b["value"] for b in page.select("button[name=naar]")] == ["in_behandeling"]
    assert page.select_one("details textarea[name=reden]")
    assert "Beoordeel eerst" in text_of(page, "#gebrek-gesloten")


def test_hostile_text_is_shown_as_text(
    client_of: ClientOf, coordinator: Gebruiker, melder: Gebruiker, make_incident: Zaken
) -> None:
    kwaad = '<img src=x onerror=alert(1)> <a hx-get="/x">'
    zaak = make_incident(melder, titel=kwaad, omschrijving=kwaad, woorden=kwaad)
    for wie in (coordinator, melder):
        page = read_page(client_of(wie).get(f"/incidenten/{zaak.nummer}"))
        assert not page.select("img[onerror], a[hx-get='/x']")
        assert text_of(page, "h1") == kwaad


def test_a_number_that_does_not_exist_is_404(client_of: ClientOf, coordinator: Gebruiker) -> None:
    for nummer in ("2026-9999", "x", "2026-0001'--", "%00"):
        assert client_of(coordinator).get(f"/incidenten/{nummer}").status_code == 404
