"""A case with someone to care for, and someone to do so."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from flask.testing import FlaskClient

from vob.core.clock import nu
from vob.core.permissions import Rol
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.incidenten.deelnemers import assign_behandelaar
from vob.incidenten.models import Incident
from vob.incidenten.opvang import operations
from vob.incidenten.opvang.models import Opvanglid, Opvangtraject
from vob.incidenten.opvang.values import Opvangrol


@dataclass(frozen=True)
class Toneel:
    """Who is on the stage. `client(wie)` is a browser logged in as that person."""

    zaak: Incident
    getroffene: Gebruiker
    coordinator: Gebruiker
    opvang: Gebruiker
    client: Callable[[Gebruiker], FlaskClient]

    @property
    def pad(self) -> str:
        return f"/incidenten/{self.zaak.nummer}/opvang"

    def regel(self, **overrides: Any) -> Opvangtraject:
        """Care for the victim, given by the opvangpersoon."""
        waarden = {
            "voor": Opvangrol.GETROFFENE,
            "gebruiker_id": self.getroffene.id,
            "naam": None,
            "contact": None,
            "opvangpersoon_id": self.opvang.id,
        }
        traject = operations.create_traject(self.zaak, waarden | overrides, self.coordinator, nu())
        db.session.commit()
        return traject


@pytest.fixture
def toneel(
    make_gebruiker: Callable[..., Gebruiker],
    make_incident: Callable[..., Incident],
    client_of: Callable[[Gebruiker], FlaskClient],
) -> Toneel:
    getroffene = make_gebruiker(Rol.AMBTSDRAGER, naam="Yasmin Smit")
    coordinator = make_gebruiker(Rol.COORDINATOR, naam="Noor Dekker")
    opvang = make_gebruiker(Rol.OPVANG, naam="Joris Vos", telefoon="0555-401381")
    db.session.add(Opvanglid(gebruiker_id=opvang.id))
    zaak = make_incident(
        getroffene, titel="Dreigmail", veroorzaker="Man in een grijze jas", omschrijving="Een mail."
    )
    assign_behandelaar(zaak, coordinator, coordinator, nu(), "pakt het op")
    db.session.commit()
    return Toneel(zaak, getroffene, coordinator, opvang, client_of)
