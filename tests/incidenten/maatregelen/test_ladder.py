"""The response ladder: what it suggests, and that leaving it asks a reason."""

import pytest

from vob.core.errors import RegelOvertreden
from vob.incidenten.maatregelen.ladder import (
    LADDER,
    TREDEN,
    check_afwijking,
    is_compleet,
    stel_voor,
)
from vob.incidenten.maatregelen.soorten import AAN_DE_DEUR, ELDERS, KEUZES, SOORTEN
from vob.incidenten.maatregelen.values import Geval, Maatregelsoort, Rechtsaard
from vob.incidenten.values import Ernst

S = Maatregelsoort


@pytest.mark.parametrize("ernst", TREDEN)
@pytest.mark.parametrize("is_herhaling", [False, True])
def test_every_grade_has_an_answer(ernst: Ernst, is_herhaling: bool) -> None:
    voorstel = stel_voor(LADDER, ernst, is_herhaling)
    assert voorstel
    assert len(voorstel) == len(set(voorstel))


def test_nothing_is_suggested_before_someone_judged() -> None:
    assert stel_voor(LADDER, Ernst.ONBEOORDEELD, is_herhaling=True) == []


def test_a_second_time_is_heavier_than_the_first() -> None:
    assert stel_voor(LADDER, Ernst.HINDERLIJK, False)[:2] == [S.GESPREK, S.MONDELING]
    assert stel_voor(LADDER, Ernst.HINDERLIJK, True)[0] is S.SCHRIFTELIJK


def test_something_else_asks_a_reason() -> None:
    check_afwijking(S.GESPREK, [S.GESPREK], "")
    check_afwijking(S.DWANGSOM, [S.GESPREK], "Het gesprek hielp niet.")
    with pytest.raises(RegelOvertreden, match="wijkt af van de reactieladder"):
        check_afwijking(S.DWANGSOM, [S.GESPREK], " ")


def test_a_ladder_with_a_gap_is_not_complete() -> None:
    assert is_compleet(LADDER)
    assert is_compleet({**LADDER, (Ernst.ACUUT, Geval.ALTIJD): ()})
    assert not is_compleet({**LADDER, (Ernst.ACUUT, Geval.HERHALING): ()})
    assert not is_compleet({})


def test_every_kind_says_what_it_is() -> None:
    assert set(SOORTEN) == set(S)
    assert set(KEUZES) | set(ELDERS) == set(S)
    for soort in AAN_DE_DEUR:
        assert SOORTEN[soort].periode, "the desk must know until when"
    for soort, regel in SOORTEN.items():
        assert not regel.beperkt or regel.besluit_nodig, f"{soort} takes something away"
        assert regel.aard is not Rechtsaard.BESLUIT or regel.brief, f"{soort} is a besluit"
