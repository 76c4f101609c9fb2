"""Reading the register of offenders: by its cases and by its dates, never as a list of names."""

from datetime import date
from typing import Any

from flask import abort, url_for
from sqlalchemy import select
from sqlalchemy.orm import contains_eager

from vob.data import db
from vob.web import objecten
from vob.web.objecten import Kijker, Objectsoort

from ..models import Incident
from ..onderdelen import register_telling
from ..zichtbaarheid import visible_where
from .models import Registerbesluit, Veroorzaker, Veroorzakerzaak
from .operations import is_aan
from .zichtbaarheid import visible_veroorzakers
from .zichtbaarheid import visible_where as visible_entry

_MEESTE = 50

register_telling(
    "register_aan",
    select(Registerbesluit.is_aan).order_by(Registerbesluit.id.desc()).limit(1).scalar_subquery(),
)


def get_veroorzaker_or_404(id: int, kijker: Kijker) -> Veroorzaker:
    """With the register off there is nobody in it. The view writes the read log."""
    stmt = select(Veroorzaker).where(Veroorzaker.id == id, visible_entry(kijker))
    veroorzaker = db.session.scalar(stmt) if is_aan() else None
    return veroorzaker or abort(404)


def list_te_beoordelen(tot: date, kijker: Kijker) -> list[Any]:
    """Numbers and dates of the entries to look at again before this day; no names."""
    stmt = (
        select(Veroorzaker.id, Veroorzaker.herbeoordeling_op)
        .where(Veroorzaker.herbeoordeling_op <= tot, visible_entry(kijker))
        .order_by(Veroorzaker.herbeoordeling_op, Veroorzaker.id)
        .limit(_MEESTE)
    )
    return list(db.session.execute(stmt))


def list_zaken(veroorzaker: Veroorzaker, kijker: Kijker) -> list[Veroorzakerzaak]:
    """The cases this person occurs in, as far as this user may see them."""
    stmt = (
        select(Veroorzakerzaak)
        .join(Veroorzakerzaak.incident)
        .options(contains_eager(Veroorzakerzaak.incident))
        .where(Veroorzakerzaak.veroorzaker_id == veroorzaker.id, visible_where(kijker))
        .order_by(Incident.voorval_op.desc())
    )
    return list(db.session.scalars(stmt))


def veroorzakers_of(incident: Incident, kijker: Kijker) -> list[Veroorzaker]:
    """Who of the register occurs in this case, as far as this user may see them."""
    stmt = (
        select(Veroorzaker)
        .join(Veroorzakerzaak, Veroorzakerzaak.veroorzaker_id == Veroorzaker.id)
        .where(Veroorzakerzaak.incident_id == incident.id, visible_entry(kijker))
        .order_by(Veroorzaker.id)
    )
    return list(db.session.scalars(stmt))


objecten.register(
    Objectsoort(
        code="veroorzaker",
        label="Registratie van een veroorzaker",
        url=lambda id: url_for("incidenten.show_veroorzaker", id=id),
        zichtbaar=visible_veroorzakers,
    )
)
