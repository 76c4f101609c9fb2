"""To whom a case goes; never to who it is about."""

import pytest

from vob.incidenten.rules import Routering, bepaal_routering

GRIFFIER, SECRETARIS, COORDINATOR, COLLEGA = 1, 2, 3, 4
IEDEREEN = {GRIFFIER, SECRETARIS, COORDINATOR, COLLEGA}


def _routering(
    eerste: int | None = GRIFFIER,
    vervanger: int | None = SECRETARIS,
    getroffenen: set[int] | None = None,
    beschikbaar: set[int] | None = None,
) -> Routering:
    return bepaal_routering(
        eerste,
        vervanger,
        [COORDINATOR, COLLEGA],
        getroffenen or set(),
        IEDEREEN if beschikbaar is None else beschikbaar,
    )


def test_first_and_deputy_get_it() -> None:
    assert _routering() == Routering(GRIFFIER, (SECRETARIS,), False)


@pytest.mark.parametrize(
    "omstandigheid", [{"getroffenen": {GRIFFIER}}, {"beschikbaar": IEDEREEN - {GRIFFIER}}]
)
def test_a_case_about_the_first_goes_to_the_deputy(omstandigheid: dict[str, set[int]]) -> None:
    assert _routering(**omstandigheid) == Routering(SECRETARIS, (), True)


def test_a_case_about_the_deputy_stays_with_the_first() -> None:
    assert _routering(getroffenen={SECRETARIS}) == Routering(GRIFFIER, (), False)


def test_a_line_with_only_a_deputy_goes_to_the_deputy() -> None:
    assert _routering(eerste=None) == Routering(SECRETARIS, (), True)


def test_one_person_twice_gets_it_once() -> None:
    assert _routering(vervanger=GRIFFIER).lijn_ids == (GRIFFIER,)


def test_without_a_line_it_goes_to_the_coordinators() -> None:
    assert _routering(None, None) == Routering(COORDINATOR, (COLLEGA,), False)


def test_a_coordinator_it_is_about_is_passed_over() -> None:
    assert _routering(None, None, getroffenen={COORDINATOR}).lijn_ids == (COLLEGA,)


def test_when_nobody_can_nobody_gets_it() -> None:
    assert _routering(beschikbaar=set()) == Routering(None, (), False)
    assert _routering(beschikbaar=set()).lijn_ids == ()
