"""Which cases someone sees and handles: role x relation to the case."""

from collections.abc import Callable

import pytest
from werkzeug.exceptions import NotFound

from vob.bijlagen.soorten import may_see_intern
from vob.core.clock import nu
from vob.core.permissions import Recht, Rol
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.incidenten import zichtbaarheid
from vob.incidenten.models import Betrokkene, Incident
from vob.incidenten.operations import add_betrokkene
from vob.incidenten.values import Betrokkenrol as R
from vob.web.objecten import may_see

Maker = Callable[..., Gebruiker]
Zaak = Callable[..., Incident]
LIJN = {Rol.GRIFFIER, Rol.COORDINATOR, Rol.BESTUURDER}


@pytest.fixture
def zaak(make_gebruiker: Maker, make_incident: Zaak) -> Callable[..., Incident]:
    """Somebody else's case, in nobody's line."""

    def make(**overrides: object) -> Incident:
        incident = make_incident(make_gebruiker(Rol.AMBTSDRAGER), **overrides)
        for betrokkene in db.session.scalars(db.select(Betrokkene).filter_by(rol=R.LIJN)):
            db.session.delete(betrokkene)
        db.session.commit()
        return incident

    return make


def _named(incident: Incident, gebruiker: Gebruiker, *rollen: R) -> None:
    for rol in rollen:
        add_betrokkene(incident, gebruiker.id, rol, nu())
    db.session.commit()


def _handles(gebruiker: Gebruiker, incident: Incident) -> bool:
    return zichtbaarheid.is_behandelaar(gebruiker, incident)


@pytest.mark.parametrize("rol", Rol)
def test_only_the_coordinator_sees_a_case_of_strangers(
    rol: Rol, zaak: Zaak, make_gebruiker: Maker
) -> None:
    gebruiker, incident = make_gebruiker(rol), zaak()
    ziet = rol is Rol.COORDINATOR
    assert may_see(gebruiker, "incident", incident.id) is ziet
    assert _handles(gebruiker, incident) is ziet


@pytest.mark.parametrize("rol", Rol)
def test_nobody_sees_an_extra_vertrouwelijk_case_of_strangers(
    rol: Rol, zaak: Zaak, make_gebruiker: Maker
) -> None:
    gebruiker, incident = make_gebruiker(rol), zaak(is_vertrouwelijk=True)
    assert not may_see(gebruiker, "incident", incident.id)
    assert not _handles(gebruiker, incident)


@pytest.mark.parametrize("rol", Rol)
@pytest.mark.parametrize("vertrouwelijk", [False, True])
def test_the_line_sees_and_handles_with_the_right_only(
    rol: Rol, vertrouwelijk: bool, zaak: Zaak, make_gebruiker: Maker
) -> None:
    gebruiker, incident = make_gebruiker(rol), zaak(is_vertrouwelijk=vertrouwelijk)
    _named(incident, gebruiker, R.LIJN)
    assert may_see(gebruiker, "incident", incident.id) is (rol in LIJN)
    assert _handles(gebruiker, incident) is (rol in LIJN)


@pytest.mark.parametrize("rol", Rol)
@pytest.mark.parametrize("relatie", [R.MELDER, R.GETROFFENE])
def test_everyone_sees_what_they_reported_or_what_happened_to_them(
    rol: Rol, relatie: R, zaak: Zaak, make_gebruiker: Maker
) -> None:
    gebruiker, incident = make_gebruiker(rol), zaak(is_vertrouwelijk=True)
    _named(incident, gebruiker, relatie)
    assert may_see(gebruiker, "incident", incident.id)
    assert not _handles(gebruiker, incident)


@pytest.mark.parametrize("relatie", [R.OPVANG, R.COMMUNICATIE])
def test_care_and_communication_see_no_case(relatie: R, zaak: Zaak, make_gebruiker: Maker) -> None:
    gebruiker, incident = make_gebruiker(Rol.GRIFFIER), zaak()
    _named(incident, gebruiker, relatie)
    assert not may_see(gebruiker, "incident", incident.id)


@pytest.mark.parametrize("rol", sorted(LIJN))
def test_who_it_is_about_never_handles_it(rol: Rol, zaak: Zaak, make_gebruiker: Maker) -> None:
    gebruiker, incident = make_gebruiker(rol), zaak()
    _named(incident, gebruiker, R.GETROFFENE, R.LIJN, R.BEHANDELAAR)
    assert may_see(gebruiker, "incident", incident.id)
    assert not _handles(gebruiker, incident)


def test_someone_with_many_cases_sees_the_same(
    zaak: Zaak, make_gebruiker: Maker, monkeypatch: pytest.MonkeyPatch
) -> None:
    griffier, eigen, ander = make_gebruiker(Rol.GRIFFIER), zaak(), zaak()
    _named(eigen, griffier, R.LIJN, R.MELDER)
    weinig = list(db.session.scalars(zichtbaarheid.visible_incidenten(griffier)))
    monkeypatch.setattr(zichtbaarheid, "_WEINIG", 0)
    assert list(db.session.scalars(zichtbaarheid.visible_incidenten(griffier))) == weinig
    assert weinig == [eigen.id]
    assert not may_see(griffier, "incident", ander.id)


def test_a_case_that_is_not_yours_does_not_exist(zaak: Zaak, make_gebruiker: Maker) -> None:
    incident, medewerker = zaak(), make_gebruiker(Rol.MEDEWERKER)
    for nummer in (incident.nummer, "2026-9999"):
        with pytest.raises(NotFound):
            zichtbaarheid.get_incident_or_404(nummer, medewerker)
    _named(incident, medewerker, R.MELDER)
    assert zichtbaarheid.get_incident_or_404(incident.nummer, medewerker) is incident


def test_internal_attachments_are_for_who_handles(zaak: Zaak, make_gebruiker: Maker) -> None:
    incident, melder = zaak(), make_gebruiker(Rol.MEDEWERKER)
    _named(incident, melder, R.MELDER)
    assert may_see_intern(make_gebruiker(Rol.COORDINATOR), "incident", incident.id)
    assert not may_see_intern(melder, "incident", incident.id)
    assert not may_see_intern(melder, "incident", 999)


def test_roles_without_the_right_have_no_line() -> None:
    from vob.core.permissions import RECHTEN

    assert {rol for rol in Rol if Recht.INCIDENT_INZIEN in RECHTEN[rol]} == LIJN
