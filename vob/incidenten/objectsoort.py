"""The case as the other rooms know it: where it is, who sees it, who works on it."""

from flask import url_for
from sqlalchemy import select

from vob.bijlagen import soorten as bijlagesoorten
from vob.bijlagen.soorten import Bijlageregels
from vob.data import db
from vob.web.objecten import Kijker, Objectsoort, register

from .models import Incident
from .zichtbaarheid import (
    discussed_incidenten,
    handled_incidenten,
    is_behandelaar,
    visible_incidenten,
)


def _url(id: int) -> str:
    nummer = db.session.scalar(select(Incident.nummer).where(Incident.id == id))
    return url_for("incidenten.show_incident", nummer=nummer)


def _may_see_intern(gebruiker: Kijker, id: int) -> bool:
    """Internal attachments are for who handles the case."""
    incident = db.session.get(Incident, id)
    return incident is not None and is_behandelaar(gebruiker, incident)


def _id_of(nummer: str) -> int | None:
    return db.session.scalar(select(Incident.id).where(Incident.nummer == nummer))


register(
    Objectsoort(
        "incident",
        "Incident",
        _url,
        visible_incidenten,
        handled_incidenten,
        op_nummer=_id_of,
        bespreekbaar=discussed_incidenten,
    )
)
bijlagesoorten.register("incident", Bijlageregels(mag_intern=_may_see_intern))
