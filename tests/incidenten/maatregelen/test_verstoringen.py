"""The proof of a meeting ban: who decides it sees it, and the letter names the days."""

from datetime import timedelta

from sqlalchemy import select

from tests.incidenten.maatregelen.conftest import Toneel, Verstoor
from tests.incidenten.maatregelen.test_lopend import brief
from tests.pages import read_page, text_of
from vob.core.clock import vandaag
from vob.core.permissions import Recht
from vob.data import AuditRegel, db
from vob.incidenten.maatregelen.models import Maatregel
from vob.web.formats import datum


def put(toneel: Toneel, verstoor: Verstoor) -> Maatregel:
    """A meeting ban on two disturbances, that waits for who decides."""
    verstoor(20, "Riep door de spreker heen.")
    verstoor(9, "Floot tijdens de stemming.")
    maatregel = toneel.begin("toegang_vergadering", orgaan="burgemeester")
    assert toneel.act(toneel.coordinator, maatregel, "voorleggen").status_code == 303
    return maatregel


def test_who_decides_sees_each_disturbance(toneel: Toneel, verstoor: Verstoor) -> None:
    maatregel = put(toneel, verstoor)
    assert not toneel.bestuurder.can(Recht.ORDEVERSTORING_INZIEN)
    client = toneel.client(toneel.bestuurder)
    assert client.get("/incidenten/vergaderingen/ordeverstoringen").status_code == 403
    for pad in ("", "/besluit"):
        page = read_page(client.get(f"{toneel.pad}/{maatregel.id}{pad}"))
        bewijs = text_of(page, "#inhoud")
        assert "Raad van 20 dagen terug · roepen" in bewijs
        assert "Floot tijdens de stemming." in bewijs
        assert datum(vandaag() - timedelta(days=9)) in bewijs


def test_that_they_were_read_is_logged(toneel: Toneel, verstoor: Verstoor) -> None:
    maatregel = put(toneel, verstoor)
    toneel.client(toneel.bestuurder).get(f"{toneel.pad}/{maatregel.id}")
    stmt = select(AuditRegel).filter_by(
        tabel="vergadering", actie="ingezien", actor_id=toneel.bestuurder.id
    )
    assert len(db.session.scalars(stmt).all()) == 2


def test_of_another_measure_who_decides_sees_none(toneel: Toneel, verstoor: Verstoor) -> None:
    verstoor(20), verstoor(9)
    maatregel = toneel.begin()  # a building ban of the same person
    toneel.act(toneel.coordinator, maatregel, "voorleggen")
    page = toneel.client(toneel.bestuurder).get(f"{toneel.pad}/{maatregel.id}/besluit")
    assert "verstoringen" not in page.text.casefold()


def test_the_letter_names_the_days_and_nothing_that_was_noted(
    toneel: Toneel, verstoor: Verstoor
) -> None:
    maatregel = put(toneel, verstoor)
    toneel.act(toneel.bestuurder, maatregel, "besluit", naar="genomen")
    tekst = brief(toneel, maatregel)
    for dagen in (20, 9):
        dag = datum(vandaag() - timedelta(days=dagen))
        assert f"{dag}, Raad van {dagen} dagen terug: roepen" in tekst
    assert "Floot" not in tekst


def test_what_was_logged_after_the_decision_is_no_part_of_it(
    toneel: Toneel, verstoor: Verstoor
) -> None:
    maatregel = put(toneel, verstoor)
    toneel.act(toneel.bestuurder, maatregel, "besluit", naar="genomen")
    db.session.refresh(maatregel)
    maatregel.besloten_op = vandaag() - timedelta(days=5)
    db.session.commit()
    verstoor(2)
    assert "Raad van 2 dagen terug" not in brief(toneel, maatregel)
