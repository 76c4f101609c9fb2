"""One press question: answered from a line, with consent, and how it ended."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
import time_machine
from flask.testing import FlaskClient

from tests.pages import HTMX, form_data, read_fragment, read_page, text_of
from tests.queries import count_queries
from vob.berichten.models import Bericht
from vob.core.clock import TZ, nu, vandaag
from vob.core.permissions import Rol
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.media.models import Afstemming, Persvraag
from vob.media.values import Partij, Status, Uitkomst

Maak = Callable[..., Any]
MAIN = "main form[method=post]"


def pad_van(vraag: Persvraag, deel: str = "") -> str:
    return f"/media/persvragen/{vraag.id}{deel}"


def test_a_question_is_answered_from_a_line_in_one_press(
    woordvoerder: FlaskClient, sanne: Gebruiker, make_lijn: Maak, make_vraag: Maak
) -> None:
    lijn = make_lijn(tekst="De raad besluit in december.")
    vraag = make_vraag(onderwerp_id=lijn.onderwerp_id)
    fragment = read_fragment(woordvoerder.post(pad_van(vraag, f"/lijn/{lijn.id}"), headers=HTMX))
    assert "De raad besluit in december." in text_of(fragment, "textarea[name=antwoord][autofocus]")
    woordvoerder.post(pad_van(vraag, "/status"), data={"naar": "beantwoord"})
    db.session.refresh(vraag)
    assert vraag.status is Status.BEANTWOORD
    assert (vraag.antwoord_door, vraag.toegewezen_id) == ("Sanne Vermeer", sanne.id)
    assert "Reactietijd: 60 minuten." in woordvoerder.get(pad_van(vraag)).text


def test_a_line_that_expired_is_offered_to_nobody(
    woordvoerder: FlaskClient, make_lijn: Maak, make_vraag: Maak
) -> None:
    oud = make_lijn(tekst="Verouderd", tot=vandaag() - timedelta(days=1))
    vraag = make_vraag(onderwerp_id=oud.onderwerp_id)
    assert "Verouderd" not in woordvoerder.get(pad_van(vraag)).text
    assert woordvoerder.post(pad_van(vraag, f"/lijn/{oud.id}")).status_code == 404


@pytest.mark.parametrize(("uur", "status"), [(23, 303), (0, 404)])
def test_a_line_ends_at_the_dutch_midnight(
    sanne: Gebruiker, client_of: Maak, make_lijn: Maak, make_vraag: Maak, uur: int, status: int
) -> None:
    lijn = make_lijn(tot=date(2026, 11, 24))
    vraag = make_vraag(onderwerp_id=lijn.onderwerp_id)
    dag = 24 if uur else 25
    with time_machine.travel(datetime(2026, 11, dag, uur, 30, tzinfo=TZ), tick=False):
        response = client_of(sanne).post(pad_van(vraag, f"/lijn/{lijn.id}"))
    assert response.status_code == status


def test_an_answer_waits_for_who_must_agree(
    woordvoerder: FlaskClient, client_of: Maak, make_gebruiker: Maak, make_vraag: Maak
) -> None:
    vraag = make_vraag(antwoord="Zo zit het.")
    baas = make_gebruiker(Rol.BESTUURDER)
    assert client_of(baas).get(pad_van(vraag)).status_code == 404
    data = {"soort": "persvraag", "ref": str(vraag.id), "partij": "burgemeester"}
    woordvoerder.post("/media/afstemming", data=data | {"gebruiker_id": str(baas.id)})
    naar = pad_van(vraag, "/status")
    assert woordvoerder.post(naar, data={"naar": "beantwoord"}).status_code == 409
    page = read_page(client_of(baas).get(pad_van(vraag)))
    assert page.select("#afstemming button[value=akkoord]")
    afstemming = db.session.scalars(db.select(Afstemming)).one()
    client_of(baas).post(f"/media/afstemming/{afstemming.id}", data={"uitkomst": "akkoord"})
    assert woordvoerder.post(naar, data={"naar": "beantwoord"}).status_code == 303
    assert client_of(baas).post(naar, data={"naar": "afgesloten"}).status_code == 403


def test_another_answer_needs_new_consent(
    woordvoerder: FlaskClient, make_vraag: Maak, make_gebruiker: Maak
) -> None:
    vraag = make_vraag(antwoord="Zo zit het.")
    akkoord = Afstemming(
        soort="persvraag",
        ref=vraag.id,
        partij=Partij.BURGEMEESTER,
        gebruiker_id=make_gebruiker(Rol.BESTUURDER).id,
        uitkomst=Uitkomst.AKKOORD,
    )
    db.session.add(akkoord)
    db.session.commit()
    data = form_data(read_page(woordvoerder.get(pad_van(vraag))), "#ons-antwoord form")
    woordvoerder.post(pad_van(vraag, "/antwoord"), data=data | {"antwoord": "Toch anders."})
    db.session.refresh(akkoord)
    assert akkoord.uitkomst is Uitkomst.GEVRAAGD
    assert db.session.query(Bericht).count() == 1


def test_an_answer_of_someone_else_is_not_overwritten(
    woordvoerder: FlaskClient, make_vraag: Maak
) -> None:
    vraag = make_vraag()
    data = form_data(read_page(woordvoerder.get(pad_van(vraag))), "#ons-antwoord form")
    woordvoerder.post(pad_van(vraag, "/antwoord"), data=data | {"antwoord": "Eerst."})
    laat = woordvoerder.post(pad_van(vraag, "/antwoord"), data=data | {"antwoord": "Later."})
    assert laat.status_code == 409
    assert "Eerst." in laat.text


def test_who_is_too_late_with_an_answer_reads_so_and_keeps_the_words(
    woordvoerder: FlaskClient, make_vraag: Maak
) -> None:
    vraag = make_vraag()
    data = form_data(read_page(woordvoerder.get(pad_van(vraag))), "#ons-antwoord form")
    data |= {"naar": "beantwoord"}
    woordvoerder.post(pad_van(vraag, "/antwoord"), data=data | {"antwoord": "Eerst."})
    laat = woordvoerder.post(pad_van(vraag, "/antwoord"), data=data | {"antwoord": "Later."})
    assert laat.status_code == 409
    antwoord = text_of(read_page(laat), "#ons-antwoord")
    assert "intussen behandeld" in antwoord
    assert "Later." in antwoord
    assert "Eerst." in antwoord


def test_what_was_typed_is_the_answer_in_the_same_press(
    woordvoerder: FlaskClient, make_vraag: Maak
) -> None:
    vraag = make_vraag()
    data = form_data(read_page(woordvoerder.get(pad_van(vraag))), "#ons-antwoord form")
    data |= {"antwoord": "Zo zit het.", "naar": "beantwoord"}
    woordvoerder.post(pad_van(vraag, "/antwoord"), data=data)
    db.session.refresh(vraag)
    assert (vraag.antwoord, vraag.status) == ("Zo zit het.", Status.BEANTWOORD)


def test_what_was_typed_is_kept_when_consent_is_missing(
    woordvoerder: FlaskClient, make_vraag: Maak
) -> None:
    vraag = make_vraag()
    data = {"soort": "persvraag", "ref": str(vraag.id), "partij": "om", "naam": "persofficier"}
    woordvoerder.post("/media/afstemming", data=data)
    data = form_data(read_page(woordvoerder.get(pad_van(vraag))), "#ons-antwoord form")
    data |= {"antwoord": "Zo zit het.", "naar": "beantwoord"}
    page = woordvoerder.post(pad_van(vraag, "/antwoord"), data=data, follow_redirects=True)
    assert "Nog niet iedereen die u vroeg" in page.text
    db.session.refresh(vraag)
    assert (vraag.antwoord, vraag.status) == ("Zo zit het.", Status.IN_BEHANDELING)


def test_an_answer_needs_the_consent_of_every_party_of_its_topic(
    woordvoerder: FlaskClient, make_onderwerp: Maak, make_vraag: Maak
) -> None:
    onderwerp = make_onderwerp(akkoord=["burgemeester", "om"])
    vraag = make_vraag(antwoord="Zo zit het.", onderwerp_id=onderwerp.id)
    data = {"soort": "persvraag", "ref": str(vraag.id), "naam": "M. van Loon"}
    for partij, ontbreekt in (
        ("burgemeester", "burgemeester en Openbaar Ministerie"),
        ("om", "Openbaar Ministerie"),
    ):
        weigert = woordvoerder.post(pad_van(vraag, "/status"), data={"naar": "beantwoord"})
        assert weigert.status_code == 409
        assert f"nog geen akkoord van: {ontbreekt}. Bel hen" in weigert.text
        woordvoerder.post("/media/afstemming", data=data | {"partij": partij})
        id = db.session.scalar(db.select(db.func.max(Afstemming.id)))
        woordvoerder.post(f"/media/afstemming/{id}", data={"uitkomst": "akkoord"})
    naar = woordvoerder.post(pad_van(vraag, "/status"), data={"naar": "beantwoord"})
    assert naar.status_code == 303


def test_a_line_as_it_holds_is_an_answer_and_a_changed_one_is_not(
    woordvoerder: FlaskClient, make_lijn: Maak, make_onderwerp: Maak, make_vraag: Maak
) -> None:
    lijn = make_lijn(make_onderwerp(akkoord=["om"]), tekst="Wij luisteren.\nElke dag.")
    vraag = make_vraag(onderwerp_id=lijn.onderwerp_id)
    woordvoerder.post(pad_van(vraag, f"/lijn/{lijn.id}"))
    data = form_data(read_page(woordvoerder.get(pad_van(vraag))), "#ons-antwoord form")
    data["naar"] = "beantwoord"
    for tekst, status in (
        ("Wij luisteren. Altijd.", Status.IN_BEHANDELING),
        ("Wij luisteren.\r\nElke dag.", Status.BEANTWOORD),
    ):
        woordvoerder.post(pad_van(vraag, "/antwoord"), data=data | {"antwoord": tekst})
        db.session.refresh(vraag)
        assert vraag.status is status
        data["versie"] = str(vraag.versie)


def test_who_was_not_asked_is_no_gap_once_it_was_answered(
    woordvoerder: FlaskClient, make_onderwerp: Maak, make_vraag: Maak
) -> None:
    vraag = make_vraag(onderwerp_id=make_onderwerp(akkoord=["om"]).id)
    assert "Nog niet gevraagd" in woordvoerder.get(pad_van(vraag)).text
    vraag.status = Status.BEANTWOORD
    db.session.commit()
    assert "Nog niet gevraagd" not in woordvoerder.get(pad_van(vraag)).text


def test_a_line_replaces_what_was_typed(
    woordvoerder: FlaskClient, make_lijn: Maak, make_vraag: Maak
) -> None:
    lijn = make_lijn()
    vraag = make_vraag(onderwerp_id=lijn.onderwerp_id)
    woordvoerder.post("/concepten/", data={"_pad": pad_van(vraag, "/antwoord"), "antwoord": "Eh"})
    assert "Eh" in text_of(read_page(woordvoerder.get(pad_van(vraag))), "#antwoord")
    woordvoerder.post(pad_van(vraag, f"/lijn/{lijn.id}"))
    tekst = text_of(read_page(woordvoerder.get(pad_van(vraag))), "#antwoord")
    assert tekst == "Wij luisteren."


def test_not_answering_needs_a_reason(woordvoerder: FlaskClient, make_vraag: Maak) -> None:
    vraag = make_vraag()
    pad = pad_van(vraag, "/status")
    assert woordvoerder.post(pad, data={"naar": "niet_beantwoord"}).status_code == 409
    assert woordvoerder.post(pad, data={"naar": "onzin"}).status_code == 422
    woordvoerder.post(pad, data={"naar": "niet_beantwoord", "reden": "Loopt nog."})
    kaart = text_of(read_page(woordvoerder.get(pad_van(vraag))), "#ons-antwoord")
    assert "Niet beantwoord: Loopt nog." in kaart


def test_a_question_that_opens_again_has_no_answer_time(
    woordvoerder: FlaskClient, make_vraag: Maak
) -> None:
    vraag = make_vraag(antwoord="Zo.", status=Status.BEANTWOORD, verzonden_op=nu())
    dicht = woordvoerder.post(pad_van(vraag, "/antwoord"), data={"antwoord": "x", "versie": "1"})
    assert dicht.status_code == 409
    woordvoerder.post(pad_van(vraag, "/status"), data={"naar": "in_behandeling"})
    db.session.refresh(vraag)
    assert (vraag.status, vraag.verzonden_op) == (Status.IN_BEHANDELING, None)


def test_the_journalist_hears_that_we_have_it(woordvoerder: FlaskClient, make_vraag: Maak) -> None:
    vraag = make_vraag()
    assert "Weet de journalist" in woordvoerder.get(pad_van(vraag)).text
    for _ in range(2):
        woordvoerder.post(pad_van(vraag, "/bevestigd"))
    page = woordvoerder.get(pad_van(vraag)).text
    assert "Weet de journalist" not in page
    assert "Ontvangst bevestigd" in page


def test_it_is_handed_over_with_a_mail(
    woordvoerder: FlaskClient, make_gebruiker: Maak, make_vraag: Maak
) -> None:
    vraag, ander = make_vraag(contact="06-1"), make_gebruiker(Rol.WOORDVOERDER)
    data = form_data(read_page(woordvoerder.get(pad_van(vraag, "/wijzigen"))), MAIN)
    assert data["contact"] == "06-1"
    nieuw = {"toegewezen_id": str(ander.id), "medium": "De Streekbode"}
    assert woordvoerder.post(pad_van(vraag, "/wijzigen"), data=data | nieuw).status_code == 303
    assert db.session.scalars(db.select(Bericht.gebruiker_id)).one() == ander.id
    assert "Vraag van De Streekbode" in text_of(read_page(woordvoerder.get(pad_van(vraag))), "h1")


def test_how_it_was_published_is_recorded(woordvoerder: FlaskClient, make_vraag: Maak) -> None:
    vraag = make_vraag(status=Status.BEANTWOORD, antwoord="Zo.", verzonden_op=nu())
    data = form_data(read_page(woordvoerder.get(pad_van(vraag, "/afloop"))), MAIN)
    goed = {
        "gepubliceerd_op": vandaag(),
        "gepubliceerd_link": "https://omroep.example/stuk",
        "weergave": "nee",
        "leerpunt": "Eerder bellen.",
    }
    for fout in ({"gepubliceerd_link": "javascript:x"}, {"gepubliceerd_op": "2100-01-01"}):
        weigert = woordvoerder.post(pad_van(vraag, "/afloop"), data=data | goed | fout)
        assert weigert.status_code == 422
    woordvoerder.post(pad_van(vraag, "/afloop"), data=data | goed)
    kaart = text_of(read_page(woordvoerder.get(pad_van(vraag))), "#afloop")
    assert "https://omroep.example/stuk" in kaart
    assert "Eerder bellen." in kaart


def test_the_page_asks_little(
    woordvoerder: FlaskClient, make_vraag: Maak, make_lijn: Maak, make_gebruiker: Maak
) -> None:
    onderwerp = make_lijn().onderwerp
    for n in range(9):
        make_lijn(onderwerp, tekst=f"Lijn {n}")
    ander, derde = make_gebruiker(Rol.MEDEWERKER), make_gebruiker(Rol.WOORDVOERDER)
    vraag = make_vraag(
        onderwerp_id=onderwerp.id, genoteerd_door_id=ander.id, toegewezen_id=derde.id
    )
    pad = pad_van(vraag)
    woordvoerder.get(pad)
    db.session.expunge_all()  # as a request of its own: nothing was read before
    with count_queries() as sent:
        woordvoerder.get(pad)
    assert len(sent) <= 8, "\n\n".join(sent)


@pytest.mark.parametrize("deel", ["/wijzigen", "/afloop"])
def test_only_who_handles_them_changes_them(
    medewerker: FlaskClient, make_vraag: Maak, deel: str
) -> None:
    assert medewerker.get(pad_van(make_vraag(), deel)).status_code == 403
