from datetime import date

import pytest

from vob.acties.rules import OVERGANGEN, check_overgang, is_onverklaard_laat, is_te_laat
from vob.acties.values import Status
from vob.core.errors import RegelOvertreden

DAG = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("uiterlijk", "status", "laat"),
    [
        (date(2026, 11, 23), Status.OPEN, False),  # the last day is in time
        (date(2026, 11, 22), Status.BEZIG, True),
        (date(2026, 1, 1), Status.GEDAAN, False),
    ],
)
def test_is_te_laat(uiterlijk, status, laat):
    assert is_te_laat(uiterlijk, status, DAG) is laat


@pytest.mark.parametrize(
    ("uiterlijk", "verklaring", "uitkomst"),
    [
        (date(2026, 10, 24), "", False),  # exactly 30 days
        (date(2026, 10, 23), "", True),
        (date(2026, 10, 23), "  ", True),
        (date(2026, 10, 23), "levering vertraagd", False),
    ],
)
def test_is_onverklaard_laat(uiterlijk, verklaring, uitkomst):
    assert is_onverklaard_laat(uiterlijk, verklaring, DAG, 30) is uitkomst


def test_every_status_has_its_ways_out():
    assert set(OVERGANGEN) == set(Status)


def test_a_done_action_does_not_lapse():
    with pytest.raises(RegelOvertreden, match="van ‘Gedaan’ naar ‘Vervallen’"):
        check_overgang(Status.GEDAAN, Status.VERVALLEN, "reden")


def test_lapsing_needs_a_reason():
    check_overgang(Status.OPEN, Status.VERVALLEN, "dubbel")
    with pytest.raises(RegelOvertreden, match="waarom"):
        check_overgang(Status.OPEN, Status.VERVALLEN, " ")
