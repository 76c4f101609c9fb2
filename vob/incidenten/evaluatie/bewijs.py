"""Step 20: what was closed longer ago than a month has been looked back on."""

from collections.abc import Callable
from datetime import date, timedelta

from flask import url_for
from sqlalchemy import func, select

from vob.core.bewijs import Bewijs, Oordeel
from vob.core.deadlines import einde_van_dag, plus_maanden
from vob.data import db
from vob.organisatie.queries import setting
from vob.web.formats import meervoud

from ..models import Incident
from ..rules import AFGEROND
from ..rules_zaak import deel_van
from .models import Evaluatie


def judge_evaluaties(aantal: int, geevalueerd: int, dagen: int) -> tuple[Oordeel, str]:
    """In order when every case that was handled longer ago has an evaluation."""
    if not aantal:
        return Oordeel.OP_ORDE, f"Geen zaak is langer dan {dagen} dagen geleden afgehandeld."
    zin = (
        f"{geevalueerd} van {meervoud(aantal, 'zaak', 'zaken')} die meer dan {dagen} dagen "
        "geleden zijn afgehandeld, geëvalueerd."
    )
    if geevalueerd >= aantal:
        return Oordeel.OP_ORDE, zin
    return (Oordeel.LET_OP if geevalueerd else Oordeel.NIET_OP_ORDE), zin


def evaluaties_open(aantal: int, geevalueerd: int, dagen: int) -> str:
    """What `judge_evaluaties` says, without figures about cases."""
    if not aantal:
        return judge_evaluaties(aantal, geevalueerd, dagen)[1]
    deel = deel_van(geevalueerd, aantal, "zaak", "zaken")
    return f"Van wat meer dan {dagen} dagen geleden is afgehandeld, is {deel} geëvalueerd."


def bewijs_20(peildatum: date) -> Bewijs:
    dagen = setting("evaluatie_na")
    grens = einde_van_dag(peildatum - timedelta(days=dagen + 1))
    vanaf = plus_maanden(peildatum, -setting("bewijs_zaken_maanden"))
    mee = (
        Incident.gemeld_op > einde_van_dag(vanaf),
        Incident.afgehandeld_op <= grens,
        Incident.status.in_(AFGEROND),
        Incident.is_proef.is_(False),
        Incident.is_vertrouwelijk.is_(False),  # a figure would tell that there is one
    )
    aantal = db.session.scalar(select(func.count()).select_from(Incident).where(*mee)) or 0
    gedaan = select(func.count()).select_from(Evaluatie).join(Incident)
    gedaan = gedaan.where(Evaluatie.op <= peildatum, *mee)
    geteld = aantal, db.session.scalar(gedaan) or 0, dagen
    link = url_for("incidenten.list_incidenten", status="afgehandeld")
    return Bewijs(*judge_evaluaties(*geteld), link, evaluaties_open(*geteld))


BEWIJZEN: dict[int, Callable[[date], Bewijs]] = {20: bewijs_20}
