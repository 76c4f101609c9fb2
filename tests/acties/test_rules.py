from datetime import date

import pytest

from vob.acties.rules import OVERGANGEN, check_overgang, is_te_laat, is_vindbaar
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
    ("bron", "vindbaar"),
    [("", True), ("checklist_stap", True), ("document", True), ("incident", False), ("x", False)],
)
def test_only_an_action_that_everyone_may_read_about_can_be_found(bron, vindbaar):
    assert is_vindbaar(bron) is vindbaar


def test_every_status_has_its_ways_out():
    assert set(OVERGANGEN) == set(Status)


def test_a_done_action_does_not_lapse():
    with pytest.raises(RegelOvertreden, match="van ‘Gedaan’ naar ‘Vervallen’"):
        check_overgang(Status.GEDAAN, Status.VERVALLEN, "reden")


def test_lapsing_needs_a_reason():
    check_overgang(Status.OPEN, Status.VERVALLEN, "dubbel")
    with pytest.raises(RegelOvertreden, match="waarom"):
        check_overgang(Status.OPEN, Status.VERVALLEN, " ")
