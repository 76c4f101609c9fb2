"""The media policy: what was adopted, to read, to search, and to begin with."""

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.documenten.conftest import make_document, schrijver  # noqa: F401 - fixtures
from tests.pages import read_page, text_of
from vob.core.organisatietype import WOORDEN, Organisatietype
from vob.core.permissions import Rol
from vob.data import db
from vob.documenten.models import Document
from vob.documenten.values import Documentsoort, Toegang, Versiestatus
from vob.media.leeswijzer import find_in, find_kop
from vob.media.starttekst import TEKST
from vob.organisatie.models import Organisatie
from vob.web.markdown import inhoudsopgave

Maak = Callable[..., Any]
BELEID = "Vooraf.\n\n# Wie spreekt\n\nDe woordvoerder.\n\n# Sociale media\n\nReageer *zakelijk*.\n"


@pytest.fixture
def beleid(make_document: Maak) -> Document:  # noqa: F811 - the fixture
    return make_document(
        "Mediabeleid",
        soort=Documentsoort.MEDIABELEID,
        tekst=BELEID,
        samenvatting="Bel de woordvoerder.",
    )


def test_it_is_read_with_the_short_version_on_top(
    beleid: Document, medewerker: FlaskClient
) -> None:
    page = read_page(medewerker.get("/media/beleid"))
    assert text_of(page, "#kort") == "In het kort Bel de woordvoerder."
    assert [a["href"] for a in page.select("nav[aria-label=Inhoud] a")] == [
        "#kop-wie-spreekt",
        "#kop-sociale-media",
    ]
    assert page.select("#tekst #kop-sociale-media")


def test_what_everyone_asks_stands_ready_or_is_missed(
    beleid: Document, medewerker: FlaskClient
) -> None:
    page = read_page(medewerker.get("/media/beleid"))
    assert page.select("#snel a[href='#kop-sociale-media']")
    assert "Wat raadsleden mogen staat er nog niet in" in text_of(page, "#snel")


def test_one_finds_words_in_it(beleid: Document, medewerker: FlaskClient) -> None:
    page = read_page(medewerker.get("/media/beleid?q=zakelijk"))
    assert text_of(page, "#vindplaatsen li a") == "Sociale media"
    assert "Reageer zakelijk." in text_of(page, "#vindplaatsen")
    niets = read_page(medewerker.get("/media/beleid?q=olifant"))
    assert "staat niet in het beleid" in text_of(niets, "#vindplaatsen")


def test_only_what_holds_and_is_for_everyone_is_shown(
    make_document: Maak,  # noqa: F811 - the fixture
    medewerker: FlaskClient,
) -> None:
    zo = {"soort": Documentsoort.MEDIABELEID, "tekst": BELEID}
    make_document("Klad", status=Versiestatus.CONCEPT, **zo)
    make_document("Besloten", toegang=Toegang.BEHEERDERS, **zo)
    assert "Er is nog geen mediabeleid dat geldt." in medewerker.get("/media/beleid").text


@pytest.mark.parametrize("soort", Organisatietype)
def test_one_begins_with_a_text_in_the_own_words(
    client_for: Maak, organisatie: Organisatie, soort: Organisatietype
) -> None:
    organisatie.type = soort
    db.session.commit()
    coordinator = client_for(Rol.COORDINATOR)
    assert "Begin met een voorbeeld" in coordinator.get("/media/beleid").text
    pad = coordinator.post("/media/beleid/begin").headers["Location"]
    assert pad.endswith("/bewerken")
    tekst = db.session.scalars(db.select(Document)).one().versies[0].tekst
    assert f"# Wat {WOORDEN[soort].raadsleden} mogen" in tekst
    assert coordinator.post("/media/beleid/begin").status_code == 409
    assert "Begin met een voorbeeld" not in coordinator.get("/media/beleid").text


def test_who_keeps_no_documents_does_not_begin(woordvoerder: FlaskClient) -> None:
    assert woordvoerder.post("/media/beleid/begin").status_code == 403


def test_what_stands_before_the_first_heading_is_found_too() -> None:
    (plek,) = find_in(BELEID, "vooraf")
    assert (plek.anchor, plek.titel) == ("", "Begin")
    assert find_in(BELEID, "  ") == []
    assert [p.anchor for p in find_in(BELEID, "woordvoerder spreekt")] == ["kop-wie-spreekt"]


def test_a_long_part_shows_the_words_around() -> None:
    (plek,) = find_in(f"# Deel\n\n{'woord ' * 60}olifant {'woord ' * 60}", "olifant")
    assert plek.fragment.startswith("… ")
    assert plek.fragment.endswith(" …")
    assert "olifant" in plek.fragment


def test_a_subject_is_found_by_its_heading() -> None:
    koppen = inhoudsopgave(TEKST.format(**vars(WOORDEN[Organisatietype.WATERSCHAP])))
    kop = find_kop(koppen, ("leden van het algemeen bestuur",))
    assert kop is not None
    assert kop.title == "Wat leden van het algemeen bestuur mogen"
    assert find_kop(koppen, ("olifant",)) is None
