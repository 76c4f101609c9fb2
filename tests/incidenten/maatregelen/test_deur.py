"""What the desk sees: a name, a building, until when. Nothing else, and it is logged."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.incidenten.maatregelen.conftest import Toneel
from tests.incidenten.test_queries_count import statements
from tests.pages import read_page
from vob.core.clock import vandaag
from vob.core.permissions import Rol
from vob.data import AuditRegel, db

PAD = "/incidenten/toegangsontzeggingen"


def test_a_guard_sees_three_things_of_a_running_ban(toneel: Toneel, client_for) -> None:
    toneel.take()
    page = read_page(client_for(Rol.BEVEILIGING).get(PAD))
    rij = [cel.text for cel in page.select("tbody tr > *")]
    assert rij[:2] == ["J. Jansen", "Gemeentehuis"]
    assert len(rij) == 3
    for geheim in (toneel.zaak.nummer, "stoel", "Dreigmail", "Yasmin", "Noor"):
        assert geheim not in page.text


def test_a_guard_finds_nothing_behind_it(toneel: Toneel, client_for) -> None:
    maatregel, guard = toneel.take(), client_for(Rol.BEVEILIGING)
    for pad in (f"{toneel.pad}/{maatregel.id}", toneel.pad, "/incidenten/maatregelen"):
        assert guard.get(pad).status_code == 403
    assert guard.get(f"/incidenten/{toneel.zaak.nummer}").status_code == 404


@pytest.mark.parametrize(
    ("soort", "van", "tot", "te_zien"),
    [
        ("toegang_gebouw", 0, 10, True),
        ("toegang_gebouw", -5, 0, True),  # the last day
        ("toegang_gebouw", -5, -1, False),
        ("toegang_gebouw", 1, 5, False),
        ("contactverbod", 0, 10, False),  # no door is closed by it
    ],
)
def test_only_what_runs_today(toneel: Toneel, client_for, soort, van, tot, te_zien) -> None:
    maatregel = toneel.take(soort)
    maatregel.van = vandaag() + timedelta(days=van)
    maatregel.tot = vandaag() + timedelta(days=tot)
    db.session.commit()
    assert ("J. Jansen" in client_for(Rol.BEVEILIGING).get(PAD).text) is te_zien


def test_a_ban_in_preparation_or_lifted_is_not_there(toneel: Toneel, client_for) -> None:
    guard = client_for(Rol.BEVEILIGING)
    toneel.begin()
    assert "niemand aan wie de toegang is ontzegd" in guard.get(PAD).text
    maatregel = toneel.take()
    toneel.act(toneel.coordinator, maatregel, "opheffen", reden="Het is rustig.")
    assert "J. Jansen" not in guard.get(PAD).text


@pytest.mark.parametrize("rol", [rol for rol in Rol if rol is not Rol.BEVEILIGING])
def test_it_is_for_the_desk_only(client_for, rol: Rol) -> None:
    assert client_for(rol).get(PAD).status_code == 403


def test_looking_is_logged(toneel: Toneel, client_for) -> None:
    toneel.take()
    client_for(Rol.BEVEILIGING).get(PAD)
    assert db.session.scalars(
        select(AuditRegel).filter_by(actie="toegangsontzeggingen ingezien")
    ).one()


def test_the_list_asks_a_fixed_number_of_questions(toneel: Toneel, client_for) -> None:
    guard = client_for(Rol.BEVEILIGING)
    toneel.take()
    een = statements(guard, PAD)
    toneel.take()
    assert statements(guard, PAD) == een <= 8
