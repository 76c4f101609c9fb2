"""The log, for the privacy officer: who did or read what, without contents."""

import pytest
import time_machine

from vob.core.permissions import Rol
from vob.data import db, log_event
from vob.organisatie.models import Steunpunt

from ..pages import read_page, text_of

PAD = "/beheer/logboek"


@pytest.fixture
def fg(client_for):
    return client_for(Rol.FG, naam="Fatma")


@pytest.fixture
def ada(make_gebruiker):
    """She changed a support line, and read a case last year."""
    ada = make_gebruiker(Rol.GRIFFIER, naam="Ada")
    db.session.info["actor_id"] = ada.id
    with time_machine.travel("2025-06-15 12:00Z"):
        log_event(db.session, "ingezien", "incident", 42)
        db.session.commit()
    db.session.add(Steunpunt(naam="Zeer herkenbaar", telefoon="0555-424242"))
    db.session.commit()
    return ada


def rows(client, query: str = "") -> list[str]:
    page = read_page(client.get(PAD + query))
    return [" ".join(row.text.split()) for row in page.select("tbody tr")]


def test_it_says_who_did_what_with_column_names_only(fg, ada):
    newest = next(row for row in rows(fg) if row.startswith("Steunpunt"))
    assert "aangemaakt" in newest
    assert "Ada" in newest
    assert "telefoon" in newest
    assert "herkenbaar" not in fg.get(PAD).text
    assert "0555-424242" not in fg.get(PAD).text


def test_who_read_a_case_is_in_it(fg, ada):
    [row] = rows(fg, "?actie=ingezien")
    assert "42 ingezien" in row
    assert "Ada" in row


@pytest.mark.parametrize(
    ("query", "aantal"),
    [
        ("?actor={ada}", 2),
        ("?actor={ada}&actie=ingezien", 1),
        ("?tabel=incident", 1),
        ("?van=2025-06-15&tot=2025-06-15", 1),
        ("?tot=2025-06-14", 0),
        ("?van=2025-06-16&actor={ada}", 1),
        ("?actor=999", 0),
    ],
)
def test_it_can_be_filtered(fg, ada, query, aantal):
    assert len(rows(fg, query.format(ada=ada.id))) == aantal


@pytest.mark.parametrize("query", ["?van=onzin", "?actor=onzin", "?tot=2025-99-99", "?actie=%00"])
def test_what_is_no_date_or_person_filters_nothing(fg, ada, query):
    assert rows(fg, query) == rows(fg)


def test_the_filters_offer_what_occurs(fg, ada):
    page = read_page(fg.get(PAD))
    assert "ingezien" in text_of(page, "#actie")
    assert "Steunpunt" in text_of(page, "#tabel")
    assert "Ada" in text_of(page, "#actor")


def test_long_logs_are_paged_newest_first(fg):
    for nummer in range(30):
        log_event(db.session, "ingezien", "incident", nummer)
    db.session.commit()
    page = read_page(fg.get(PAD + "?actie=ingezien"))
    assert "29 ingezien" in page.select_one("tbody th").text
    rest = read_page(fg.get(page.select_one("a[rel=next]")["href"]))
    assert len(rest.select("tbody tr")) == 5


@pytest.mark.parametrize("rol", [rol for rol in Rol if rol != Rol.FG])
def test_only_the_privacy_officer_reads_it(client_for, rol):
    assert client_for(rol).get(PAD).status_code == 403
