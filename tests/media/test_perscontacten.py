"""Journalists: kept with consent, private numbers closed, doubles made one."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.pages import HTMX, form_data, read_fragment, read_page, text_of
from vob.core.clock import vandaag
from vob.core.permissions import Rol
from vob.data import AuditRegel, db
from vob.media.models import Perscontact, Persvraag

Maak = Callable[..., Any]
MAIN = "main form[method=post]"
PAD = "/media/perscontacten/"


def test_a_contact_is_kept_and_changed(woordvoerder: FlaskClient) -> None:
    data = form_data(read_page(woordvoerder.get(f"{PAD}nieuw")), MAIN)
    pad = woordvoerder.post(
        f"{PAD}nieuw", data=data | {"naam": "Roos", "medium": "Omroep"}
    ).headers["Location"]
    data = form_data(read_page(woordvoerder.get(f"{pad}/wijzigen")), MAIN)
    woordvoerder.post(f"{pad}/wijzigen", data=data | {"medium": "De Streekbode"})
    assert "De Streekbode" in text_of(read_page(woordvoerder.get(PAD)), "tbody")


@pytest.mark.parametrize("toestemming", ["", "2100-01-01"])
def test_without_consent_nobody_is_kept(woordvoerder: FlaskClient, toestemming: str) -> None:
    data = {"naam": "Roos", "medium": "Omroep", "toestemming_op": toestemming}
    assert woordvoerder.post(f"{PAD}nieuw", data=data).status_code == 422
    assert db.session.query(Perscontact).count() == 0


def test_a_private_number_is_shown_when_asked_and_that_is_recorded(
    woordvoerder: FlaskClient, make_contact: Maak
) -> None:
    contact = make_contact(prive="06-55598765")
    assert "06-55598765" not in woordvoerder.get(f"{PAD}{contact.id}").text
    fragment = read_fragment(woordvoerder.post(f"{PAD}{contact.id}/prive", headers=HTMX))
    assert "06-55598765" in fragment.text
    zonder_js = woordvoerder.post(f"{PAD}{contact.id}/prive")
    assert "06-55598765" in read_page(zonder_js).text
    regel = db.session.scalars(db.select(AuditRegel).filter_by(actie="ingezien")).first()
    assert (regel.tabel, regel.object_id) == ("perscontact", contact.id)  # type: ignore[union-attr]  # is there


def test_it_is_not_in_clear_on_the_disk(make_contact: Maak) -> None:
    make_contact(prive="06-55598765")
    with db.engine.connect() as connection:
        rauw = connection.exec_driver_sql("select prive from perscontact").scalar()
    assert b"55598765" not in bytes(rauw)


def test_doubles_are_pointed_out_and_become_one(
    woordvoerder: FlaskClient, make_contact: Maak, make_vraag: Maak
) -> None:
    een = make_contact(telefoon="0555-1", laatst_contact_op=vandaag() - timedelta(days=9))
    twee = make_contact("roos VAN DALEN", prive="06-9", laatst_contact_op=vandaag())
    vraag = make_vraag(perscontact_id=twee.id)
    assert "staat er 2 keer in" in woordvoerder.get(PAD).text
    pad = f"{PAD}{een.id}/samenvoegen"
    assert form_data(read_page(woordvoerder.get(pad)), MAIN)["met"] == str(twee.id)
    assert woordvoerder.post(pad, data={"met": ""}).status_code == 422
    assert woordvoerder.post(pad, data={"met": str(twee.id)}).status_code == 303
    contact = db.session.scalars(db.select(Perscontact)).one()
    db.session.refresh(vraag)
    assert (contact.id, contact.prive, contact.laatst_contact_op) == (een.id, "06-9", vandaag())
    assert vraag.perscontact_id == een.id


def test_a_contact_goes_and_the_questions_stay(
    woordvoerder: FlaskClient, make_contact: Maak, make_vraag: Maak
) -> None:
    contact = make_contact()
    make_vraag(perscontact_id=contact.id)
    woordvoerder.post(f"{PAD}{contact.id}/verwijderen")
    assert db.session.query(Perscontact).count() == 0
    assert db.session.scalars(db.select(Persvraag.perscontact_id)).one() is None


def test_who_was_not_spoken_to_for_a_year_is_questioned(
    woordvoerder: FlaskClient, make_contact: Maak
) -> None:
    make_contact("Lang", laatst_contact_op=vandaag() - timedelta(days=370))
    make_contact("Kort", medium="Z", laatst_contact_op=vandaag())
    lang, kort = read_page(woordvoerder.get(PAD)).select("tbody tr")
    assert "nog nodig?" in lang.text
    assert "nog nodig?" not in kort.text


def test_the_list_is_narrowed_by_medium(woordvoerder: FlaskClient, make_contact: Maak) -> None:
    make_contact(medium="Radio 100%")
    make_contact("Ander", medium="Krant")
    page = read_page(woordvoerder.get(f"{PAD}?medium=100%25"))
    assert len(page.select("tbody tr")) == 1
    assert "Er is geen contact" in woordvoerder.get(f"{PAD}?medium=nergens").text


def test_a_contact_shows_its_questions(
    woordvoerder: FlaskClient, make_contact: Maak, make_vraag: Maak
) -> None:
    contact = make_contact()
    make_vraag(perscontact_id=contact.id)
    assert "Vraag van Omroep" in text_of(
        read_page(woordvoerder.get(f"{PAD}{contact.id}")), "#vragen"
    )


@pytest.mark.parametrize("rol", [Rol.MEDEWERKER, Rol.COORDINATOR, Rol.BEHEERDER, Rol.FG])
def test_they_are_for_woordvoerders_only(client_for: Maak, make_contact: Maak, rol: Rol) -> None:
    contact = make_contact()
    for pad in ("", f"{contact.id}", f"{contact.id}/samenvoegen"):
        assert client_for(rol).get(f"{PAD}{pad}").status_code == 403
