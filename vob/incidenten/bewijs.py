"""What this room can show for the checklist: step 8, that reports arrive somewhere."""

from collections.abc import Callable
from datetime import date

from flask import url_for
from sqlalchemy import func, select

from vob.core.bewijs import Bewijs, Oordeel
from vob.core.clock import TZ
from vob.core.deadlines import einde_van_dag, plus_maanden
from vob.data import db
from vob.organisatie import instellingen
from vob.organisatie.queries import setting
from vob.web.formats import datum

from .meldlijn import list_lijnen
from .models import Incident

instellingen.register(
    instellingen.Instelling(
        "proefmelding",
        "Een proefmelding telt als bewijs",
        12,
        "maanden",
        1,
        36,
        "eigen keuze (stap 8)",
        "Incidenten",
    )
)


def bewijs_8(peildatum: date) -> Bewijs:
    """The line of every function with its deputy, and a drill that was handled lately."""
    regels = list_lijnen()
    compleet = sum(not regel.gebrek for regel in regels)
    oordeel, zin = judge_meldsysteem(
        compleet,
        len(regels),
        _laatste_proef(peildatum),
        peildatum,
        maanden=setting("proefmelding"),
        vooraf=setting("bewijs_vooraf"),
    )
    return Bewijs(oordeel, zin, url_for("incidenten.list_meldlijnen"))


def _laatste_proef(peildatum: date) -> date | None:
    """The day on which the latest drill before the end of this day was handled."""
    moment = db.session.scalar(
        select(func.max(Incident.afgehandeld_op)).where(
            Incident.is_proef.is_(True), Incident.afgehandeld_op <= einde_van_dag(peildatum)
        )
    )
    return moment.astimezone(TZ).date() if moment else None


def judge_meldsysteem(
    compleet: int, totaal: int, proef_op: date | None, peildatum: date, maanden: int, vooraf: int
) -> tuple[Oordeel, str]:
    """In order when all lines are complete and the drill is younger than so many months."""
    lijnzin = f"{compleet} van {totaal} functies hebben een meldlijn met vervanger."
    if proef_op is None:
        proefzin, geldig_nog = "Er is nog geen proefmelding afgehandeld.", 0
    else:
        proefzin = f"De laatste proefmelding is afgehandeld op {datum(proef_op)}."
        geldig_nog = (plus_maanden(proef_op, maanden) - peildatum).days
    if compleet == totaal and geldig_nog > vooraf:
        oordeel = Oordeel.OP_ORDE
    elif compleet == totaal or geldig_nog > 0:
        oordeel = Oordeel.LET_OP
    else:
        oordeel = Oordeel.NIET_OP_ORDE
    if proef_op and geldig_nog <= vooraf:
        proefzin += " Doe er weer een." if geldig_nog > 0 else " Dat is te lang geleden."
    return oordeel, f"{lijnzin} {proefzin}"


# Steps 7 and 17 to 20 are of this room too, but their instruments do not exist yet.
BEWIJZEN: dict[int, Callable[[date], Bewijs]] = {8: bewijs_8}
