"""What care, aangifte, measures and damage ask before a step of the case, and who sees a tab."""

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.pages import read_page
from vob.core.clock import vandaag
from vob.core.permissions import Rol
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.incidenten.aangifte.models import Aangifte
from vob.incidenten.aangifte.values import Beoordeling, RedenGeen, Stap
from vob.incidenten.maatregelen.models import Maatregel
from vob.incidenten.maatregelen.values import Maatregelsoort, Maatregelstatus, Rechtsaard
from vob.incidenten.models import Incident
from vob.incidenten.onderdelen import forget_tellingen, gebreken
from vob.incidenten.schade.models import Schadeclaim
from vob.incidenten.schade.values import Eiser, Route
from vob.incidenten.values import Status

Maker = Callable[..., Gebruiker]


@pytest.fixture
def zaak(make_gebruiker: Maker, make_incident: Callable[..., Incident]) -> Incident:
    """Nothing is wrong with it but what a test makes so."""
    return make_incident(make_gebruiker(Rol.AMBTSDRAGER))


@pytest.fixture
def mist(app: Flask, zaak: Incident) -> Callable[[Status], list[str]]:
    def look(naar: Status) -> list[str]:
        with app.test_request_context():
            forget_tellingen()  # a request starts without them
            return [zin for zin in gebreken(zaak, naar) if "termijn" not in zin]

    return look


def test_a_probable_offence_asks_for_the_police_or_a_reason(
    zaak: Incident, mist: Callable[[Status], list[str]]
) -> None:
    aangifte = Aangifte(incident_id=zaak.id, beoordeling=Beoordeling.VERMOEDELIJK)
    db.session.add(aangifte)
    db.session.commit()
    assert "vermoedelijk strafbaar" in mist(Status.GESLOTEN)[0]
    aangifte.reden_geen = RedenGeen.ANGST
    db.session.commit()
    assert mist(Status.GESLOTEN) == []


def test_an_aangifte_counts_from_its_day(
    zaak: Incident, mist: Callable[[Status], list[str]]
) -> None:
    aangifte = Aangifte(
        incident_id=zaak.id, beoordeling=Beoordeling.VERMOEDELIJK, stap=Stap.AANGIFTE
    )
    db.session.add(aangifte)
    db.session.commit()
    assert "vermoedelijk strafbaar" in mist(Status.GESLOTEN)[0]
    aangifte.gedaan_op = vandaag()
    db.session.commit()
    assert mist(Status.GESLOTEN) == []


def test_a_measure_waits_for_its_decision(
    zaak: Incident, mist: Callable[[Status], list[str]]
) -> None:
    maatregel = Maatregel(
        incident_id=zaak.id,
        soort=Maatregelsoort.GESPREK,
        aard=Rechtsaard.FEITELIJK,
        gemaakt_door_id=zaak.melder_id,
    )
    db.session.add(maatregel)
    db.session.commit()
    assert mist(Status.GESLOTEN) == ["Over een maatregel is nog niet beslist."]
    maatregel.status = Maatregelstatus.AFGEWEZEN
    db.session.commit()
    assert mist(Status.GESLOTEN) == []


def test_a_damage_asks_for_a_route(zaak: Incident, mist: Callable[[Status], list[str]]) -> None:
    claim = Schadeclaim(incident_id=zaak.id, eiser=Eiser.ORGANISATIE)
    db.session.add(claim)
    db.session.commit()
    assert "hoe u die verhaalt" in mist(Status.GESLOTEN)[0]
    claim.route = Route.VERZEKERING
    db.session.commit()
    assert mist(Status.GESLOTEN) == []


def test_an_evaluation_comes_before_evaluated(mist: Callable[[Status], list[str]]) -> None:
    assert "Schrijf eerst de evaluatie." in mist(Status.GEEVALUEERD)


def test_a_drill_lacks_nothing(zaak: Incident, mist: Callable[[Status], list[str]]) -> None:
    zaak.is_proef = True
    db.session.commit()
    assert "Schrijf eerst de evaluatie." not in mist(Status.GEEVALUEERD)


def test_the_victim_sees_the_tabs_of_care_and_damage(
    zaak: Incident, client_of: Callable[[Gebruiker], FlaskClient], make_gebruiker: Maker
) -> None:
    def tabs(wie: Gebruiker) -> set[str]:
        page = read_page(client_of(wie).get(f"/incidenten/{zaak.nummer}"))
        return {str(a["href"]).rsplit("/", 1)[-1] for a in page.select("#onderdelen a")}

    assert zaak.getroffene is not None
    eigen = tabs(zaak.getroffene)
    assert {"opvang", "schade"} <= eigen
    assert not {"aangifte", "maatregelen", "evaluatie"} & eigen
    alles = tabs(make_gebruiker(Rol.COORDINATOR))
    assert {"opvang", "aangifte", "maatregelen", "schade", "evaluatie"} <= alles
