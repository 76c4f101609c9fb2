"""A message about a case is not for every woordvoerder: some cases tell by being there."""

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.incidenten.conftest import *  # noqa: F403 - a case and its people
from vob.core.clock import nu
from vob.core.permissions import Rol
from vob.data import AuditRegel, db
from vob.gebruikers.models import Gebruiker
from vob.incidenten.betrokkenen import add_betrokkene
from vob.incidenten.models import Incident
from vob.incidenten.values import Betrokkenrol
from vob.media.models import Incidentbericht
from vob.media.values import Bijstand
from vob.web import objecten

Maak = Callable[..., Any]
LIJST = "/media/incidentberichten/"


@pytest.fixture
def bericht(zaak: Incident, coordinator: Gebruiker) -> Incidentbericht:
    bericht = Incidentbericht(
        zaak_soort="incident",
        zaak_id=zaak.id,
        nummer=zaak.nummer,
        feiten="Er is aangifte gedaan.",
        tekst="",
        maker_id=coordinator.id,
        gemaakt_op=nu(),
    )
    db.session.add(bericht)
    db.session.commit()
    return bericht


def shown(client: FlaskClient, bericht: Incidentbericht) -> tuple[int, bool]:
    """The page itself, and whether the list names the case."""
    nummer = bericht.nummer
    return client.get(f"{LIJST}{bericht.id}").status_code, nummer in client.get(LIJST).text


def name(zaak: Incident, wie: Gebruiker, rol: Betrokkenrol) -> None:
    add_betrokkene(zaak, wie.id, rol, nu())
    db.session.commit()


def test_an_extra_vertrouwelijk_case_only_when_named_on_it(
    woordvoerder: FlaskClient, sanne: Gebruiker, zaak: Incident, bericht: Incidentbericht
) -> None:
    assert shown(woordvoerder, bericht) == (200, True)
    zaak.is_vertrouwelijk = True
    db.session.commit()
    assert shown(woordvoerder, bericht) == (404, False)
    assert woordvoerder.get(f"{LIJST}{bericht.id}/tekst").status_code == 404
    assert not objecten.may_see(sanne, "incidentbericht", bericht.id)
    name(zaak, sanne, Betrokkenrol.COMMUNICATIE)
    assert shown(woordvoerder, bericht) == (200, True)


@pytest.mark.parametrize("is_vertrouwelijk", [False, True])
def test_never_about_a_case_that_names_them_as_the_offender(
    woordvoerder: FlaskClient,
    sanne: Gebruiker,
    zaak: Incident,
    bericht: Incidentbericht,
    is_vertrouwelijk: bool,
) -> None:
    zaak.is_vertrouwelijk = is_vertrouwelijk
    name(zaak, sanne, Betrokkenrol.COMMUNICATIE)
    name(zaak, sanne, Betrokkenrol.VEROORZAKER)
    assert shown(woordvoerder, bericht) == (404, False)


def test_what_was_withdrawn_is_gone_and_who_handles_the_case_keeps_it(
    woordvoerder: FlaskClient,
    client: FlaskClient,
    client_for: Maak,
    zaak: Incident,
    bericht: Incidentbericht,
) -> None:
    zaak.is_vertrouwelijk = True
    db.session.commit()
    assert shown(client, bericht) == (200, True)
    assert shown(client_for(Rol.COORDINATOR), bericht) == (404, False)
    zaak.is_vertrouwelijk, bericht.status = False, Bijstand.INGETROKKEN
    db.session.commit()
    assert shown(woordvoerder, bericht) == (404, False)


def test_a_kind_that_nobody_registered_is_released_to_nobody(sanne: Gebruiker) -> None:
    where = objecten.released_filter(
        sanne, "raadsel", Incidentbericht.zaak_soort, Incidentbericht.zaak_id
    )
    assert not db.session.scalars(db.select(Incidentbericht).where(where)).all()


@pytest.mark.parametrize("deel", ["feiten", "tekst"])
def test_who_opens_its_form_is_in_the_read_log(
    woordvoerder: FlaskClient, client: FlaskClient, bericht: Incidentbericht, deel: str
) -> None:
    lezer = {"feiten": client, "tekst": woordvoerder}[deel]
    assert lezer.get(f"{LIJST}{bericht.id}/{deel}").status_code == 200
    gelezen = db.session.query(AuditRegel).filter_by(actie="ingezien", tabel="incidentbericht")
    assert [regel.object_id for regel in gelezen] == [bericht.id]
