"""A kind of object that one user may see, with a part that is for one user only."""

import io
from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import select
from werkzeug.datastructures import FileStorage

from vob.bijlagen import soorten
from vob.bijlagen.operations import store_bijlage
from vob.bijlagen.soorten import Bijlageregels
from vob.core.permissions import Rol
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.web import objecten
from vob.web.objecten import Objectsoort

SOORT = "proefzaak"


@pytest.fixture
def lezer(make_gebruiker: Callable[..., Gebruiker]) -> Gebruiker:
    return make_gebruiker(Rol.MEDEWERKER)


@pytest.fixture
def zaak(app: Flask, lezer: Gebruiker, monkeypatch: pytest.MonkeyPatch) -> int:
    """An object with the id of `lezer`; `lezer` and coordinators do, only they the internals."""

    def zichtbaar(kijker: Gebruiker) -> object:
        mag = kijker.id == lezer.id or Rol.COORDINATOR in kijker.rollen
        return select(Gebruiker.id).where(Gebruiker.id == (lezer.id if mag else 0))

    soort = Objectsoort(SOORT, "Proefzaak", lambda id: f"/proef/{id}", zichtbaar)  # type: ignore[arg-type]  # a select
    monkeypatch.setitem(objecten._SOORTEN, SOORT, soort)
    intern = Bijlageregels(mag_intern=lambda kijker, _: Rol.COORDINATOR in kijker.rollen)  # type: ignore[attr-defined]  # a Gebruiker
    monkeypatch.setitem(soorten._REGELS, SOORT, intern)
    db.session.info["actor_id"] = lezer.id
    return lezer.id


@pytest.fixture
def upload() -> Callable[[bytes, str], FileStorage]:
    def make(inhoud: bytes = b"Ik weet waar u woont.", naam: str = "brief.txt") -> FileStorage:
        return FileStorage(io.BytesIO(inhoud), naam)

    return make


@pytest.fixture
def make_bijlage(zaak: int, upload: Callable[..., FileStorage]) -> Callable[..., object]:
    """A stored attachment of `zaak`."""

    def make(
        inhoud: bytes = b"Ik weet waar u woont.", naam: str = "brief.txt", **overrides: bool
    ) -> object:
        with db.session.no_autoflush:
            bijlage = store_bijlage(SOORT, zaak, upload(inhoud, naam), **overrides)
        db.session.commit()
        return bijlage

    return make
