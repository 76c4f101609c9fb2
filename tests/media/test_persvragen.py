"""The log of press questions: noting, listing, embargo, export and figures."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.pages import form_data, read_page, text_of
from tests.queries import count_queries
from vob.berichten.models import Bericht
from vob.core.clock import TZ, nu
from vob.core.permissions import Rol
from vob.data import AuditRegel, db
from vob.gebruikers.models import Gebruiker
from vob.media.models import Afstemming, Perscontact, Persvraag
from vob.media.values import Partij, Status, Uitkomst

Maak = Callable[..., Any]
MAIN = "main form[method=post]"
ONTVANGEN = "2026-03-02T10:00"


def note(client: FlaskClient, **anders: Any) -> str:
    data = form_data(read_page(client.get("/media/persvragen/nieuw")), MAIN)
    data |= {"vraag": "Hoeveel plekken komen er?"} | anders
    response = client.post("/media/persvragen/nieuw", data=data)
    assert response.status_code == 303, response.text
    return response.headers["Location"]


def test_anyone_notes_a_question_and_who_is_on_duty_hears_of_it(
    medewerker: FlaskClient, sanne: Gebruiker, make_spreker: Maak, make_dienst: Maak
) -> None:
    make_dienst(make_spreker("Sanne", gebruiker_id=sanne.id))
    pad = note(medewerker, medium="Omroep Waterland")
    assert "Vraag van Omroep Waterland" in read_page(medewerker.get(pad)).text
    (mail,) = db.session.scalars(db.select(Bericht))
    assert (mail.gebruiker_id, mail.pad, mail.tekst) == (sanne.id, pad, None)
    vraag = db.session.scalars(db.select(Persvraag)).one()
    assert (vraag.nummer, vraag.status) == (f"P{nu().year}-0001", Status.NIEUW)


def test_without_a_roster_all_who_handle_them_hear_of_it(
    medewerker: FlaskClient, make_gebruiker: Maak, sanne: Gebruiker
) -> None:
    ander = make_gebruiker(Rol.WOORDVOERDER)
    note(medewerker)
    assert set(db.session.scalars(db.select(Bericht.gebruiker_id))) == {sanne.id, ander.id}


def test_who_handles_them_gets_the_own_note(woordvoerder: FlaskClient, sanne: Gebruiker) -> None:
    note(woordvoerder)
    assert db.session.scalars(db.select(Persvraag.toegewezen_id)).one() == sanne.id
    assert db.session.query(Bericht).count() == 0


def test_two_presses_are_one_question(woordvoerder: FlaskClient) -> None:
    data = form_data(read_page(woordvoerder.get("/media/persvragen/nieuw")), MAIN)
    for _ in range(2):
        woordvoerder.post("/media/persvragen/nieuw", data=data | {"vraag": "Hoe zit het?"})
    assert db.session.query(Persvraag).count() == 1


def test_eight_at_once_each_get_a_number(app: Flask, client_for: Maak) -> None:
    clients = [client_for(Rol.MEDEWERKER) for _ in range(8)]

    def send(client: FlaskClient) -> int:
        with app.app_context():
            data = {"vraag": "Hoe zit het?", "kanaal": "telefoon", "ontvangen_op": ONTVANGEN}
            return client.post("/media/persvragen/nieuw", data=data).status_code

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(send, clients)) == {303}
    nummers = sorted(db.session.scalars(db.select(Persvraag.volgnummer)))
    assert nummers == list(range(1, 9))


def test_a_draft_is_kept_during_the_call(woordvoerder: FlaskClient) -> None:
    pad = "/media/persvragen/nieuw"
    woordvoerder.post("/concepten/", data={"_pad": pad, "vraag": "Hoeveel pl"})
    assert "Hoeveel pl" in woordvoerder.get(pad).text
    note(woordvoerder)
    assert "Hoeveel pl" not in woordvoerder.get(pad).text


def test_the_topic_comes_along_from_the_answer(
    medewerker: FlaskClient, make_onderwerp: Maak
) -> None:
    onderwerp = make_onderwerp()
    page = read_page(medewerker.get(f"/media/persvragen/nieuw?over={onderwerp.id}"))
    assert form_data(page, MAIN)["onderwerp_id"] == str(onderwerp.id)
    assert text_of(page, "#onderwerp_id option[selected]") == "Asielopvang"


def test_a_journalist_is_kept_only_with_consent(woordvoerder: FlaskClient) -> None:
    wie = {"journalist": "Roos van Dalen", "medium": "Omroep", "contact": "roos@omroep.example"}
    note(woordvoerder, **wie)
    assert db.session.query(Perscontact).count() == 0
    note(woordvoerder, **wie, bewaar_contact="y")
    note(woordvoerder, **(wie | {"journalist": "roos VAN dalen"}))  # the same person
    contact = db.session.scalars(db.select(Perscontact)).one()
    assert contact.email == "roos@omroep.example"
    gekoppeld = db.session.query(Persvraag).filter_by(perscontact_id=contact.id).count()
    assert gekoppeld == 2


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"vraag": " "}, "Schrijf de vraag op."),
        ({"ontvangen_op": "2100-01-01T10:00"}, "Dit moment is nog niet geweest."),
        ({"deadline": "2020-01-01T10:00"}, "na de vraag ligt"),
        ({"bewaar_contact": "y"}, "Vul daarvoor een naam en een medium in."),
    ],
)
def test_what_a_note_needs(woordvoerder: FlaskClient, anders: dict[str, str], zin: str) -> None:
    data = form_data(read_page(woordvoerder.get("/media/persvragen/nieuw")), MAIN)
    data |= {"vraag": "Hoe zit het?"} | anders
    response = woordvoerder.post("/media/persvragen/nieuw", data=data)
    assert response.status_code == 422
    assert zin in response.text


def rows(client: FlaskClient, query: str = "") -> list[str]:
    page = read_page(client.get(f"/media/persvragen{query}"))
    return [" ".join(row.text.split()) for row in page.select("#persvragen tbody tr")]


def test_what_is_due_first_comes_first_with_its_clock(
    woordvoerder: FlaskClient, make_vraag: Maak
) -> None:
    make_vraag(medium="Later", uiterlijk=nu() + timedelta(hours=30))
    make_vraag(medium="Te laat", uiterlijk=nu() - timedelta(minutes=12))
    make_vraag(medium="Klaar", status=Status.AFGESLOTEN)
    eerste, tweede = rows(woordvoerder)
    assert "Te laat" in eerste
    assert "12 minuten te laat" in eerste
    assert "nog 29 uur" in tweede


def test_the_log_can_be_narrowed_and_searched_in_old_answers(
    woordvoerder: FlaskClient, sanne: Gebruiker, make_vraag: Maak, make_onderwerp: Maak
) -> None:
    onderwerp = make_onderwerp()
    make_vraag(medium="Een", antwoord="De sporthal blijft.", status=Status.BEANTWOORD)
    make_vraag(medium="Twee", toegewezen_id=sanne.id, onderwerp_id=onderwerp.id)
    for query, wie in (
        ("?welke=alle&q=sporthal", "Een"),
        ("?welke=mijn", "Twee"),
        ("?welke=alle&status=beantwoord", "Een"),
        (f"?over={onderwerp.id}", "Twee"),
    ):
        (rij,) = rows(woordvoerder, query)
        assert wie in rij
    assert rows(woordvoerder, "?welke=alle&van=2020-01-01&tot=2020-12-31") == []
    assert len(rows(woordvoerder, "?welke=onzin&van=gisteren&status=x")) == 1


def test_the_list_asks_the_same_for_many(
    woordvoerder: FlaskClient, make_vraag: Maak, make_onderwerp: Maak
) -> None:
    make_vraag(onderwerp_id=make_onderwerp().id)
    with count_queries() as een:
        woordvoerder.get("/media/persvragen")
    for n in range(30):
        make_vraag(onderwerp_id=make_onderwerp(f"O {n}").id)
    with count_queries() as veel:
        assert len(rows(woordvoerder)) == 25
    assert len(veel) <= min(len(een) + 1, 8)


def test_staff_sees_own_notes_and_a_coordinator_reads_all(
    client_of: Maak, make_gebruiker: Maak, make_vraag: Maak, client_for: Maak
) -> None:
    ik = make_gebruiker(Rol.MEDEWERKER)
    make_vraag(medium="Van mij", genoteerd_door_id=ik.id)
    ander = make_vraag(medium="Van een ander")
    assert [r for r in rows(client_of(ik)) if "ander" in r] == []
    assert client_of(ik).get(f"/media/persvragen/{ander.id}").status_code == 404
    coordinator = client_for(Rol.COORDINATOR)
    assert len(rows(coordinator)) == 2
    assert coordinator.get(f"/media/persvragen/{ander.id}/wijzigen").status_code == 403


def test_under_embargo_it_exists_for_nobody_else(
    woordvoerder: FlaskClient, client_for: Maak, make_vraag: Maak, make_onderwerp: Maak
) -> None:
    onderwerp = make_onderwerp()
    vraag = make_vraag(
        vraag="Geheim rapport", onderwerp_id=onderwerp.id, embargo_tot=nu() + timedelta(hours=1)
    )
    coordinator = client_for(Rol.COORDINATOR)
    assert "embargo tot" in rows(woordvoerder)[0]
    assert rows(coordinator) == []
    assert coordinator.get(f"/media/persvragen/{vraag.id}").status_code == 404
    assert "nog geen persvragen" in coordinator.get("/media/persvragen/cijfers").text
    vraag.embargo_tot = nu() - timedelta(seconds=1)
    db.session.commit()
    assert len(rows(coordinator)) == 1


def test_search_keeps_an_embargo_until_the_minute_it_ends(
    client_for: Maak, make_vraag: Maak
) -> None:
    """Search keeps its statements: the moment must be asked each time."""
    vraag = make_vraag(vraag="Over het rapport", embargo_tot=nu() + timedelta(hours=1))
    coordinator = client_for(Rol.COORDINATOR)
    assert "Niets gevonden" in coordinator.get("/zoeken?q=rapport").text
    vraag.embargo_tot = nu() - timedelta(seconds=1)
    db.session.commit()
    assert "Vraag van Omroep Waterland" in coordinator.get("/zoeken?q=rapport").text
    assert "Niets gevonden" in client_for(Rol.MEDEWERKER).get("/zoeken?q=rapport").text


@pytest.mark.parametrize("vorm", ["csv", "ods"])
def test_an_export_leaves_out_what_is_under_embargo_for_everyone(
    woordvoerder: FlaskClient, make_vraag: Maak, vorm: str
) -> None:
    make_vraag(vraag="Open vraag", contact="06-55512345", leerpunt="=1+1")
    make_vraag(vraag="Onder embargo", embargo_tot=nu() + timedelta(hours=1))
    response = woordvoerder.get(f"/media/persvragen/export.{vorm}?welke=alle")
    assert response.status_code == 200
    assert "persvragen" in response.headers["Content-Disposition"]
    if vorm == "csv":
        assert "Open vraag" in response.text
        assert "Onder embargo" not in response.text
        assert "06-55512345" not in response.text
        assert "'=1+1" in response.text
    assert "geëxporteerd" in db.session.scalars(db.select(AuditRegel.actie)).all()


def test_an_export_says_with_whom_each_answer_was_tuned(
    woordvoerder: FlaskClient, make_vraag: Maak
) -> None:
    for n in range(3):
        ref = make_vraag(vraag=f"Vraag {n}").id
        for partij, uitkomst in ((Partij.OM, Uitkomst.AKKOORD), (Partij.POLITIE, None)):
            rij = Afstemming(soort="persvraag", ref=ref, partij=partij, naam="J. Geheim")
            rij.uitkomst = uitkomst or Uitkomst.GEVRAAGD
            db.session.add(rij)
    db.session.add(Afstemming(soort="kernboodschap", ref=ref, partij=Partij.BURGEMEESTER))
    db.session.commit()
    db.session.expunge_all()
    with count_queries() as sent:
        tekst = woordvoerder.get("/media/persvragen/export.csv?welke=alle").text
    assert "Afgestemd met" in tekst
    assert tekst.count("Openbaar Ministerie (akkoord), politie (gevraagd)") == 3
    assert "J. Geheim" not in tekst
    assert "burgemeester (" not in tekst
    assert len(sent) <= 12, "\n\n".join(sent)


def test_only_readers_take_the_log_along(medewerker: FlaskClient) -> None:
    for pad in ("export.csv", "export.ods", "cijfers"):
        assert medewerker.get(f"/media/persvragen/{pad}").status_code == 403


def test_the_figures_of_a_year(woordvoerder: FlaskClient, make_vraag: Maak) -> None:
    moment = datetime(2025, 3, 4, 10, tzinfo=TZ)
    make_vraag(
        jaar=2025,
        ontvangen_op=moment,
        uiterlijk=moment + timedelta(hours=1),
        verzonden_op=moment + timedelta(minutes=45),
        status=Status.BEANTWOORD,
    )
    make_vraag()
    page = read_page(woordvoerder.get("/media/persvragen/cijfers?jaar=2025"))
    assert text_of(page, "tbody tr") == "Maart 2025 1 1 1 0 45 minuten"
    assert [a.text for a in page.select("main .tabs a")] == ["2026", "2025"]
    assert "2026" in text_of(read_page(woordvoerder.get("/media/persvragen/cijfers?jaar=9")), "h1")
