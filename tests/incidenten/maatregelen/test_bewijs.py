"""What measures show for steps 9 and 19, on their edge days."""

from datetime import date, timedelta

import pytest

from tests.incidenten.maatregelen.conftest import Toneel
from vob.core.bewijs import Oordeel
from vob.core.clock import vandaag
from vob.core.permissions import Rol
from vob.data import db
from vob.documenten.models import Document, Documentversie
from vob.documenten.values import Documentsoort, Versiestatus
from vob.incidenten.aangifte.models import Aangifte
from vob.incidenten.aangifte.values import Beoordeling, RedenGeen, Stap
from vob.incidenten.maatregelen.bewijs import (
    BEWIJZEN,
    Afweging,
    Sancties,
    judge_afweging,
    judge_sanctiebeleid,
)
from vob.incidenten.maatregelen.queries import list_sjabloondocumenten
from vob.incidenten.schade.models import Schadeclaim
from vob.incidenten.schade.values import Eiser, Route


@pytest.mark.parametrize(
    ("stand", "oordeel"),
    [
        (Sancties(True, True, 6, 6), Oordeel.OP_ORDE),
        (Sancties(False, True, 6, 6), Oordeel.LET_OP),
        (Sancties(True, True, 5, 6), Oordeel.LET_OP),
        (Sancties(True, False, 6, 6), Oordeel.NIET_OP_ORDE),
    ],
)
def test_step_9(stand: Sancties, oordeel: Oordeel) -> None:
    gezien, zin = judge_sanctiebeleid(stand)
    assert gezien is oordeel
    assert f"{stand.brieven} van 6 soorten brieven" in zin


@pytest.mark.parametrize(
    ("afweging", "oordeel"),
    [
        (Afweging(0, 0, 0, 0, 0, 0), Oordeel.OP_ORDE),
        (Afweging(2, 0, 1, 0, 1, 0), Oordeel.OP_ORDE),
        (Afweging(2, 1, 1, 0, 1, 0), Oordeel.LET_OP),
        (Afweging(2, 2, 1, 0, 0, 0), Oordeel.NIET_OP_ORDE),
        (Afweging(0, 0, 1, 1, 1, 0), Oordeel.LET_OP),
    ],
)
def test_step_19(afweging: Afweging, oordeel: Oordeel) -> None:
    assert judge_afweging(afweging)[0] is oordeel


@pytest.fixture
def look(app):
    def at(stap: int, peildatum: date):
        with app.test_request_context():
            return BEWIJZEN[stap](peildatum)

    return at


def test_the_policy_and_each_letter_must_be_in_force(look, toneel: Toneel) -> None:
    today = vandaag()
    assert look(9, today).oordeel is Oordeel.NIET_OP_ORDE
    document = Document(
        soort=Documentsoort.SANCTIEBELEID, titel="Beleid", eigenaar_id=toneel.coordinator.id
    )
    door = {"gemaakt_door_id": toneel.coordinator.id, "bewerkt_door_id": toneel.coordinator.id}
    document.versies.append(
        Documentversie(
            nummer=1,
            status=Versiestatus.VASTGESTELD,
            geldig_van=today,
            geldig_tot=today + timedelta(days=30),
            **door,
        )
    )
    db.session.add(document)
    db.session.commit()
    assert look(9, today).oordeel is Oordeel.OP_ORDE
    assert look(9, today + timedelta(days=31)).oordeel is Oordeel.NIET_OP_ORDE
    list_sjabloondocumenten()[0].versies[0].geldig_tot = today
    db.session.commit()
    assert look(9, today + timedelta(days=1)).oordeel is Oordeel.LET_OP


def test_a_probable_offence_needs_an_aangifte_or_a_reason(look, toneel: Toneel) -> None:
    aangifte = Aangifte(incident_id=toneel.zaak.id, beoordeling=Beoordeling.VERMOEDELIJK)
    db.session.add(aangifte)
    db.session.commit()
    assert look(19, vandaag()).oordeel is Oordeel.NIET_OP_ORDE
    aangifte.stap = Stap.AANGIFTE  # a plan, while it has no day
    db.session.commit()
    assert look(19, vandaag()).oordeel is Oordeel.NIET_OP_ORDE
    for velden in (
        {"gedaan_op": vandaag()},
        {"stap": Stap.GEEN, "gedaan_op": None, "reden_geen": RedenGeen.ANGST},
    ):
        for naam, waarde in velden.items():
            setattr(aangifte, naam, waarde)
        db.session.commit()
        assert look(19, vandaag()).oordeel is Oordeel.OP_ORDE
    assert "1 van 1 vermoedelijk strafbare zaak" in look(19, vandaag()).zin


def test_a_damage_needs_a_route_and_old_cases_do_not_count(
    look, make_gebruiker, make_incident
) -> None:
    zaak = make_incident(make_gebruiker(Rol.MEDEWERKER))
    claim = Schadeclaim(incident_id=zaak.id, eiser=Eiser.ORGANISATIE)
    db.session.add(claim)
    db.session.commit()
    assert look(19, vandaag()).oordeel is Oordeel.NIET_OP_ORDE
    assert look(19, vandaag() + timedelta(days=370)).oordeel is Oordeel.OP_ORDE
    claim.route = Route.VERZEKERING
    db.session.commit()
    assert look(19, vandaag()).oordeel is Oordeel.OP_ORDE


def test_every_measure_that_was_taken_has_a_reason(look, toneel: Toneel) -> None:
    toneel.take()
    bewijs = look(19, vandaag())
    assert bewijs.oordeel is Oordeel.OP_ORDE
    assert "1 van 1 maatregel met reden" in bewijs.zin
