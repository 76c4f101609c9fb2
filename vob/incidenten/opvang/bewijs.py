"""What care shows for the checklist: step 7 (ready beforehand) and step 18 (offered in time)."""

from collections.abc import Callable
from datetime import date, datetime
from typing import NamedTuple

from flask import url_for
from sqlalchemy import ColumnElement, func, select

from vob.core.bewijs import Bewijs, Oordeel
from vob.core.deadlines import einde_van_dag, plus_maanden, plus_uren
from vob.data import db
from vob.organisatie import instellingen
from vob.organisatie.models import Steunpunt
from vob.organisatie.queries import setting
from vob.web.formats import meervoud

from ..models import Incident
from ..rules_zaak import deel_van
from ..termijnen.instellingen import term_of
from ..termijnen.values import Termijnsoort
from . import rules
from .models import Opvangmoment, Opvangtraject
from .queries import list_team
from .values import Opvangrol

_GROEP = "Opvang"
instellingen.register(
    instellingen.Instelling(
        "opvang_aantal",
        "Zoveel opvangpersonen moeten bereikbaar zijn",
        2,
        "mensen",
        1,
        20,
        "eigen keuze (stap 7)",
        _GROEP,
    ),
    instellingen.Instelling(
        "opvang_training",
        "Een training in opvang telt",
        24,
        "maanden",
        6,
        120,
        "eigen keuze (stap 7)",
        _GROEP,
    ),
    instellingen.Instelling(
        "bewijs_zaken_maanden",
        "Voor de checklist tellen zaken mee die zijn gemeld in de laatste",
        12,
        "maanden",
        1,
        60,
        "eigen keuze (stappen 18 tot en met 20)",
        "Incidenten",
    ),
)


class Team(NamedTuple):
    """Of the people who give care: how many one can reach, and how many of those are trained."""

    bereikbaar: int
    getraind: int
    nodig: int


def judge_opvang(team: Team, nagekeken: int, steunpunten: int) -> tuple[Oordeel, str]:
    """Step 7: enough people, trained, and support lines whose numbers were checked lately."""
    zin = (
        f"{team.bereikbaar} van {team.nodig} opvangpersonen bereikbaar, "
        f"{team.getraind} daarvan getraind. {nagekeken} van {steunpunten} steunpunten nagekeken."
    )
    if team.bereikbaar < team.nodig or not steunpunten:
        return Oordeel.NIET_OP_ORDE, zin
    if team.getraind < team.nodig or nagekeken < steunpunten:
        return Oordeel.LET_OP, zin
    return Oordeel.OP_ORDE, zin


def bewijs_7(peildatum: date) -> Bewijs:
    maanden = setting("opvang_training")
    bereikbaar = [lid for lid in list_team() if lid.is_bereikbaar]
    getraind = sum(rules.is_getraind(lid.getraind_op, peildatum, maanden) for lid in bereikbaar)
    team = Team(len(bereikbaar), getraind, setting("opvang_aantal"))
    grens = plus_maanden(peildatum, -setting("steunpunt_controle"))
    nagekeken, alle = db.session.execute(
        select(func.count().filter(Steunpunt.gecontroleerd_op > grens), func.count()).where(
            Steunpunt.is_historisch.is_(False)
        )
    ).one()
    oordeel, zin = judge_opvang(team, nagekeken, alle)
    return Bewijs(oordeel, f"{zin} {_momenten()}", url_for("incidenten.list_opvangteam"))


def _momenten() -> str:
    """The care moments as they are set."""
    gesprek, eerste, tweede = (
        term_of(soort)
        for soort in (Termijnsoort.OPVANGGESPREK, Termijnsoort.VERVOLG_1, Termijnsoort.VERVOLG_2)
    )
    return f"Gesprekken: binnen {gesprek} uur, en na {eerste} en {tweede} dagen."


def judge_nabespreken(aantal: int, op_tijd: int, ooit: int, uren: int) -> tuple[Oordeel, str]:
    """Step 18: a talk offered within its term in every case whose term has passed."""
    if not aantal:
        return Oordeel.OP_ORDE, "Er zijn geen zaken waarin al een gesprek moest zijn aangeboden."
    zaken = meervoud(aantal, "zaak", "zaken")
    zin = f"In {op_tijd} van {zaken} is binnen {uren} uur een gesprek aangeboden."
    if op_tijd == aantal:
        return Oordeel.OP_ORDE, zin
    if ooit == aantal:
        return Oordeel.LET_OP, f"{zin} In de andere zaken gebeurde het later."
    return Oordeel.NIET_OP_ORDE, f"{zin} In {aantal - ooit} nog helemaal niet."


def nabespreken_open(aantal: int, op_tijd: int, ooit: int, uren: int) -> str:
    """What `judge_nabespreken` says, without figures about cases."""
    if not aantal:
        return judge_nabespreken(aantal, op_tijd, ooit, uren)[1]
    zin = f"In {deel_van(op_tijd, aantal, 'zaak', 'zaken')} is binnen {uren} uur een gesprek "
    if op_tijd == aantal:
        return f"{zin}aangeboden."
    rest = "In de andere zaken gebeurde het later." if ooit == aantal else "Soms nog helemaal niet."
    return f"{zin}aangeboden. {rest}"


def bewijs_18(peildatum: date) -> Bewijs:
    """Cases that were reported lately, and of which the term to offer a talk has passed."""
    uren = term_of(Termijnsoort.OPVANGGESPREK)
    einde = einde_van_dag(peildatum)
    mee = _telt_mee(peildatum, einde, uren)
    aantal = db.session.scalar(select(func.count()).select_from(Incident).where(*mee)) or 0
    gesprekken = db.session.execute(
        select(Incident.voorval_op, func.min(Opvangmoment.aangeboden_op))
        .join(Opvangtraject, Opvangtraject.incident_id == Incident.id)
        .join(Opvangmoment, Opvangmoment.traject_id == Opvangtraject.id)
        .where(
            Opvangtraject.voor == Opvangrol.GETROFFENE,
            Opvangmoment.soort.in_(rules.GESPREKKEN),
            Opvangmoment.aangeboden_op <= einde,
            *mee,
        )
        .group_by(Incident.id, Incident.voorval_op)
    ).all()
    op_tijd = sum(rules.is_op_tijd(op, voorval_op, uren) for voorval_op, op in gesprekken)
    geteld = aantal, op_tijd, len(gesprekken), uren
    link = url_for("incidenten.list_incidenten")
    return Bewijs(*judge_nabespreken(*geteld), link, nabespreken_open(*geteld))


def _telt_mee(peildatum: date, einde: datetime, uren: int) -> tuple[ColumnElement[bool], ...]:
    vanaf = plus_maanden(peildatum, -setting("bewijs_zaken_maanden"))
    return (
        Incident.gemeld_op > einde_van_dag(vanaf),
        Incident.gemeld_op <= einde,
        Incident.voorval_op < plus_uren(einde, -uren),
        Incident.is_proef.is_(False),
        Incident.is_vertrouwelijk.is_(False),  # a figure would tell that there is one
    )


BEWIJZEN: dict[int, Callable[[date], Bewijs]] = {7: bewijs_7, 18: bewijs_18}
