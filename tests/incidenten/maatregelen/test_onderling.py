"""Between bestuurders: another procedure, said where someone would take a measure (§9.2)."""

import pytest

from tests.incidenten.maatregelen.conftest import Toneel
from tests.pages import read_page, text_of
from vob.data import db
from vob.incidenten.values import SoortVeroorzaker

ZIN = "Daarvoor geldt een andere procedure"


@pytest.mark.parametrize("soort", SoortVeroorzaker)
def test_the_case_and_its_measures_say_so(toneel: Toneel, soort: SoortVeroorzaker) -> None:
    toneel.zaak.soort_veroorzaker = soort
    db.session.commit()
    maatregel, client = toneel.begin(), toneel.client(toneel.coordinator)
    zaak = f"/incidenten/{toneel.zaak.nummer}"
    for pad in (zaak, f"{toneel.pad}/nieuw", f"{toneel.pad}/{maatregel.id}/wijzigen"):
        tekst = text_of(read_page(client.get(pad)), "main")
        assert (ZIN in tekst) is (soort is SoortVeroorzaker.BESTUURDER), pad


def test_who_decides_reads_it_too(toneel: Toneel) -> None:
    toneel.zaak.soort_veroorzaker = SoortVeroorzaker.BESTUURDER
    db.session.commit()
    maatregel = toneel.begin()
    toneel.act(toneel.coordinator, maatregel, "voorleggen")
    answer = toneel.client(toneel.bestuurder).get(f"{toneel.pad}/{maatregel.id}/besluit")
    assert ZIN in text_of(read_page(answer), "main")
