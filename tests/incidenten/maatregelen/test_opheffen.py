"""What a review and an objection say is seen, and leads to lifting."""

from typing import Any

import pytest
from sqlalchemy import select

from tests.incidenten.maatregelen.conftest import Toneel
from tests.pages import read_page, text_of
from vob.acties.models import Actie
from vob.acties.values import OPEN
from vob.core.clock import vandaag
from vob.core.permissions import Rol
from vob.data import db
from vob.incidenten.maatregelen.models import Maatregel
from vob.incidenten.maatregelen.rules import waarom_opheffen
from vob.incidenten.maatregelen.values import Bezwaaruitkomst, Stand, Toetsuitkomst

STOPPEN = ("toets", {"uitkomst": "stoppen"})


def bezwaar(uitkomst: str) -> tuple[str, dict[str, Any]]:
    dag = str(vandaag())
    velden = {"bezwaar_op": dag, "bezwaar_uitkomst": uitkomst, "bezwaar_uitkomst_op": dag}
    return "bezwaar", velden


def record(toneel: Toneel, maatregel: Maatregel, wat: str, velden: dict[str, Any]) -> None:
    adres = f"{toneel.pad}/{maatregel.id}/{wat}"
    assert toneel.send(toneel.coordinator, adres, **velden).status_code == 303


def open_stap(maatregel: Maatregel) -> list[int]:
    """Of whom it is, for each open step to lift it."""
    acties = db.session.scalars(select(Actie).filter_by(bron_id=maatregel.id))
    return [a.eigenaar_id for a in acties if a.titel == "Maatregel opheffen" and a.status in OPEN]


@pytest.mark.parametrize(
    ("wat", "zin"),
    [(STOPPEN, "De toets zegt"), (bezwaar("gegrond"), "Het bezwaar is gegrond.")],
    ids=["review", "objection"],
)
def test_what_should_end_leads_to_lifting(toneel: Toneel, wat: Any, zin: str) -> None:
    maatregel = toneel.take("gebiedsverbod")
    record(toneel, maatregel, *wat)
    pad = f"{toneel.pad}/{maatregel.id}"
    client = toneel.client(toneel.coordinator)
    page = read_page(client.get(pad))
    assert zin in text_of(page, ".note.warn")
    assert page.select_one(f".note.warn a[href='{pad}/opheffen']")
    assert open_stap(maatregel) == [toneel.coordinator.id]
    toneel.act(toneel.coordinator, maatregel, "opheffen", reden="Dat zegt de toets.")
    assert zin not in client.get(pad).text
    assert open_stap(maatregel) == []


def test_who_decided_reads_it_without_the_link(toneel: Toneel) -> None:
    maatregel = toneel.take()
    record(toneel, maatregel, *STOPPEN)
    page = read_page(toneel.client(toneel.bestuurder).get(f"{toneel.pad}/{maatregel.id}"))
    assert "Wie de zaak behandelt, heft de maatregel op." in text_of(page, ".note.warn")
    assert not page.select_one(".note.warn a")


def test_another_outcome_takes_the_step_away(toneel: Toneel) -> None:
    maatregel = toneel.take("gebiedsverbod")
    record(toneel, maatregel, *bezwaar("gegrond"))
    record(toneel, maatregel, *bezwaar("gegrond"))
    assert len(open_stap(maatregel)) == 1, "once, however often it is recorded"
    record(toneel, maatregel, *bezwaar("ongegrond"))
    assert open_stap(maatregel) == []
    record(toneel, maatregel, *STOPPEN)
    assert len(open_stap(maatregel)) == 1
    record(toneel, maatregel, "toets", {"uitkomst": "doorgaan"})
    assert open_stap(maatregel) == []


def test_the_outcome_of_a_review_is_shown(toneel: Toneel) -> None:
    maatregel = toneel.take()
    record(toneel, maatregel, "toets", {"uitkomst": "aangepast", "toelichting": "Alleen de hal."})
    page = read_page(toneel.client(toneel.coordinator).get(f"{toneel.pad}/{maatregel.id}"))
    assert "Blijft, maar lichter" in text_of(page, "#daarna")
    assert "Getoetst op" in text_of(page, "#daarna")
    assert "Alleen de hal." in text_of(page, "#inhoud")


def test_it_stays_at_the_desk_until_someone_lifts_it(toneel: Toneel, client_for) -> None:
    record(toneel, toneel.take(), *STOPPEN)
    assert "J. Jansen" in client_for(Rol.BEVEILIGING).get("/incidenten/toegangsontzeggingen").text


@pytest.mark.parametrize("stand", Stand)
def test_only_what_holds_must_be_lifted(stand: Stand) -> None:
    for toets, uitkomst in ((Toetsuitkomst.STOPPEN, None), (None, Bezwaaruitkomst.GEGROND)):
        assert bool(waarom_opheffen(stand, toets, uitkomst)) is (
            stand in (Stand.LOOPT, Stand.STRAKS)
        )
    assert waarom_opheffen(stand, Toetsuitkomst.DOORGAAN, Bezwaaruitkomst.DEELS) is None
