"""The organisation of this request: read once, used everywhere a page speaks."""

from datetime import date

from flask import g, url_for
from sqlalchemy import Select, literal, select

from vob.core.organisatietype import Organisatietype
from vob.core.permissions import Recht
from vob.data import db
from vob.web import objecten

from . import instellingen
from .models import Organisatie, Steunpunt, Termijn
from .values import Termijnsoort

_ONZE = select(Organisatie).order_by(Organisatie.id).limit(1)  # built once: every request asks it


def our_organisatie() -> Organisatie:
    """The one organisation. Before the first set-up: one with defaults, not stored."""
    if "organisatie" not in g:
        remember_organisatie(db.session.scalar(_ONZE))
    ours: Organisatie = g.organisatie
    return ours


def remember_organisatie(found: Organisatie | None) -> None:
    """For the rest of this request; who reads something on each request may read it along."""
    if found is None:
        found = Organisatie(
            versie=1,
            naam="Onze organisatie",
            type=Organisatietype.GEMEENTE,
            beveiliging_naam="Bode en beveiliging",
            beveiliging_telefoon="",
            postadres="",
            kleur="",
            kleur_donker="",
            logo_type="",
            instellingen={},
            is_demo=False,
        )
    g.organisatie = found


def setting(code: str) -> int:
    """The value in force of a setting."""
    return int(our_organisatie().instellingen.get(code, instellingen.standaard(code)))


def termijnen() -> list[Termijn]:
    """All terms of office, newest first."""
    return list(db.session.scalars(select(Termijn).order_by(Termijn.begin.desc(), Termijn.id)))


def current_termijn(soort: Termijnsoort, dag: date) -> Termijn | None:
    """The term that runs on this day; a term that ran out and has no successor still counts."""
    return db.session.scalar(
        select(Termijn)
        .where(Termijn.soort == soort, Termijn.begin <= dag)
        .order_by(Termijn.begin.desc())
        .limit(1)
    )


def steunpunten() -> list[Steunpunt]:
    """Everyone to turn to, the most urgent first; what is gone comes last."""
    return list(
        db.session.scalars(
            select(Steunpunt).order_by(
                Steunpunt.is_historisch,
                Steunpunt.is_spoed.desc(),
                Steunpunt.volgorde,
                Steunpunt.naam,
            )
        )
    )


def _visible_steunpunten(gebruiker: objecten.Kijker) -> Select[int]:
    return select(Steunpunt.id).where(literal(gebruiker.can(Recht.STEUNPUNT_INZIEN)))


objecten.register(
    objecten.Objectsoort(
        code="steunpunt",
        label="Steunpunt",
        url=lambda id: url_for("organisatie.list_steunpunten", _anchor=f"steunpunt-{id}"),
        zichtbaar=_visible_steunpunten,
    )
)
