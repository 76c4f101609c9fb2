"""Factories of this room."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient

from vob.core.clock import TZ, nu
from vob.core.organisatietype import Functie
from vob.core.permissions import Rol
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.incidenten import operations
from vob.incidenten.models import Incident, Meldlijn
from vob.incidenten.values import GemeldDoor, Kanaal, NuVeilig, Vorm

LATER = {"status", "ernst", "behandelaar_id", "afgehandeld_op"}  # what a report does not set


@pytest.fixture
def make_incident(app: object) -> Callable[..., Incident]:
    """A case, reported by this user, in its line; `overrides` are columns."""

    def make(melder: Gebruiker, gemeld_op: datetime | None = None, **overrides: Any) -> Incident:
        moment = gemeld_op or nu()
        waarden: dict[str, Any] = {
            "omschrijving": "Een man schreeuwde bij de balie.",
            "plaats": "Publieksbalie",
            "voorval_op": moment - timedelta(hours=1),
            "kanaal": Kanaal.PERSOONLIJK,
            "nu_veilig": NuVeilig.JA,
            "vormen": [Vorm.BELEDIGING],
            "gemeld_door": GemeldDoor.SLACHTOFFER,
        }
        if not overrides.keys() & {"getroffene_id", "getroffene_naam"}:
            waarden["getroffene_id"] = melder.id
        later = {
            k: overrides.pop(k) for k in ("status", "ernst", "afgehandeld_op") & overrides.keys()
        }
        incident = operations.create_incident(melder.id, waarden | overrides, moment)
        for naam, waarde in later.items():
            setattr(incident, naam, waarde)
        db.session.commit()
        return incident

    return make


@pytest.fixture
def make_lijn(app: object) -> Callable[..., Meldlijn]:
    """The reporting line of a function."""

    def make(
        functie: Functie, eerste: Gebruiker | None, vervanger: Gebruiker | None = None
    ) -> Meldlijn:
        lijn = Meldlijn(
            functie=functie,
            eerste_id=eerste.id if eerste else None,
            vervanger_id=vervanger.id if vervanger else None,
        )
        db.session.add(lijn)
        db.session.commit()
        return lijn

    return make


@pytest.fixture
def coordinator(make_gebruiker: Callable[..., Gebruiker]) -> Gebruiker:
    return make_gebruiker(Rol.COORDINATOR, naam="Noor Bakker")


@pytest.fixture
def client(client_of: Callable[[Gebruiker], FlaskClient], coordinator: Gebruiker) -> FlaskClient:
    """The coordinator's browser."""
    return client_of(coordinator)


@pytest.fixture
def melder(make_gebruiker: Callable[..., Gebruiker]) -> Gebruiker:
    return make_gebruiker(Rol.AMBTSDRAGER, functie=Functie.RAADSLID)


@pytest.fixture
def zaak(
    coordinator: Gebruiker, melder: Gebruiker, make_incident: Callable[..., Incident]
) -> Incident:
    """A threat by mail to a councillor, which the coordinator handles."""
    return make_incident(melder, titel="Ruzie", vormen=[Vorm.BEDREIGING], kanaal=Kanaal.EMAIL)


def melding(**overrides: Any) -> dict[str, Any]:
    """What a browser sends for a short report."""
    gisteren = nu().astimezone(TZ) - timedelta(days=1)
    return {
        "omschrijving": "Na de commissie stond een man bij mijn auto.",
        "wie": "zelf",
        "hoofdvormen": ["bedreigen"],
        "voorval_op": gisteren.strftime("%Y-%m-%dT%H:%M"),
        "kanaal": "persoonlijk",
        "plaats": "parkeerterrein",
        "nu_veilig": "ja",
        "eenmalig": "een-formulier",
    } | overrides


@pytest.fixture
def dirk(make_gebruiker: Callable[..., Gebruiker]) -> Gebruiker:
    """Someone of ours who turns out to have done it."""
    return make_gebruiker(Rol.GRIFFIER, naam="Dirk Dader")
