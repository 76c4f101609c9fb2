"""The organisation of this request: read once, used everywhere a page speaks."""

from flask import g
from sqlalchemy import select

from vob.core.organisatietype import Organisatietype
from vob.data import db

from . import instellingen
from .models import Organisatie


def our_organisatie() -> Organisatie:
    """The one organisation. Before the first set-up: one with defaults, not stored."""
    if "organisatie" not in g:
        found = db.session.scalar(select(Organisatie).order_by(Organisatie.id).limit(1))
        organisatie = found or Organisatie(
            naam="Onze organisatie",
            type=Organisatietype.GEMEENTE,
            beveiliging_naam="Bode en beveiliging",
            beveiliging_telefoon="",
            kleur="",
            kleur_donker="",
            logo_type="",
            instellingen={},
            is_demo=False,
        )
        g.organisatie = organisatie
    ours: Organisatie = g.organisatie
    return ours


def setting(code: str) -> int:
    """The value in force of a setting."""
    return int(our_organisatie().instellingen.get(code, instellingen.standaard(code)))
