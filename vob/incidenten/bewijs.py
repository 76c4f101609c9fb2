"""What this room can show for the checklist: that reports arrive somewhere (8), are discussed
(12), follow the protocol (17) and are analysed (18)."""

from collections.abc import Callable
from datetime import date

from flask import url_for
from sqlalchemy import ColumnElement, Select, func, or_, select

from vob.core.bewijs import Bewijs, Oordeel
from vob.core.clock import TZ
from vob.core.deadlines import einde_van_dag, plus_maanden
from vob.data import db
from vob.data.paging import CAP, count_capped
from vob.organisatie import instellingen
from vob.organisatie.queries import setting
from vob.web.formats import datum, getal, meervoud

from . import rules
from .analyse.models import Zaakanalyse
from .besprekingen.models import Bespreking
from .meldlijn import list_lijnen
from .models import Incident
from .protocol.models import Protocolstap
from .protocol.values import Stapstand
from .rules_zaak import deel_van
from .values import Status

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
    ),
    instellingen.Instelling(
        "bespreking_elke",
        "Incidenten bespreken ten minste elke",
        3,
        "maanden",
        1,
        12,
        "eigen keuze (stap 12)",
        "Incidenten",
    ),
)


def bewijs_8(peildatum: date) -> Bewijs:
    """The line of every function with its deputy, and a drill that was handled lately; beside it,
    what became of the latest real report."""
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
    melding = say_laatste_melding(*_laatste_melding(peildatum))
    link = url_for("incidenten.list_meldlijnen")
    return Bewijs(oordeel, f"{zin} {melding}".strip(), link, open=zin)


def _laatste_proef(peildatum: date) -> date | None:
    """The day on which the latest drill before the end of this day was handled."""
    moment = db.session.scalar(
        select(func.max(Incident.afgehandeld_op)).where(
            Incident.is_proef.is_(True), Incident.afgehandeld_op <= einde_van_dag(peildatum)
        )
    )
    return moment.astimezone(TZ).date() if moment else None


def _laatste_melding(peildatum: date) -> tuple[date | None, bool]:
    """The day of the latest real report, and whether someone took it up."""
    rij = db.session.execute(
        select(Incident.gemeld_op, Incident.status)
        .where(
            Incident.gemeld_op <= einde_van_dag(peildatum),
            Incident.is_proef.is_(False),
            Incident.is_vertrouwelijk.is_(False),
        )
        .order_by(Incident.gemeld_op.desc(), Incident.id.desc())
        .limit(1)
    ).first()
    return (rij[0].astimezone(TZ).date(), rij[1] is not Status.GEMELD) if rij else (None, False)


def say_laatste_melding(dag: date | None, is_opgepakt: bool) -> str:
    """That reports come in, in words; nothing when there was none."""
    if dag is None:
        return ""
    stand = "is opgepakt" if is_opgepakt else "wacht nog op wie haar oppakt"
    return f"De laatste melding kwam op {datum(dag)} en {stand}."


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


def bewijs_12(peildatum: date) -> Bewijs:
    """A meeting about the incidents in the last months, if there were any."""
    maanden = setting("bespreking_elke")
    sinds = plus_maanden(peildatum, -maanden)
    laatste = db.session.scalar(
        select(func.max(Bespreking.datum)).where(Bespreking.datum <= peildatum)
    )
    er_was = (
        select(Incident.id)
        .where(
            Incident.gemeld_op > einde_van_dag(sinds),
            Incident.gemeld_op <= einde_van_dag(peildatum),
            Incident.is_proef.is_(False),
            Incident.is_vertrouwelijk.is_(False),
        )
        .limit(1)
    )
    oordeel, zin = judge_besprekingen(
        laatste,
        peildatum,
        maanden=maanden,
        vooraf=setting("bewijs_vooraf"),
        waren_er=db.session.scalar(er_was) is not None,
    )
    return Bewijs(oordeel, zin, url_for("incidenten.list_besprekingen"))


def judge_besprekingen(
    laatste: date | None, peildatum: date, *, maanden: int, vooraf: int, waren_er: bool
) -> tuple[Oordeel, str]:
    """In order when the last one is recent, or there was nothing to discuss."""
    nog = (plus_maanden(laatste, maanden) - peildatum).days if laatste else -1
    zin = (
        f"De laatste bespreking was op {datum(laatste)}."
        if laatste
        else "Er is nog geen bespreking geweest."
    )
    if nog >= 0:
        if nog > min(vooraf, 30):  # meetings come often: two months ahead is no news
            return Oordeel.OP_ORDE, zin
        return Oordeel.LET_OP, f"{zin} Plan de volgende."
    if not waren_er:
        return Oordeel.OP_ORDE, f"{zin} Er was ook niets te bespreken."
    return Oordeel.NIET_OP_ORDE, f"{zin} Sindsdien zijn er incidenten gemeld."


def bewijs_17(peildatum: date) -> Bewijs:
    """Every closed case of this year has its protocol steps, done or skipped with a reason."""
    dicht = _this_year(peildatum, Incident.status == Status.GESLOTEN)
    stappen = select(Protocolstap.id).where(Protocolstap.incident_id == Incident.id)
    is_open = stappen.where(Protocolstap.stand == Stapstand.OPEN).exists()
    gebrek = "zonder dat alle stappen van het protocol zijn gedaan of overgeslagen"
    geteld = _count(dicht), _count(dicht.where(or_(~stappen.exists(), is_open)))
    return _bewijs_zaken(*geteld, "gesloten", gebrek, Status.GESLOTEN)


def bewijs_18(peildatum: date) -> Bewijs:
    """Every case of this year that was handled has an analysis."""
    klaar = _this_year(peildatum, Incident.status.in_(sorted(rules.AFGEROND)))
    analyse = select(Zaakanalyse.id).where(Zaakanalyse.incident_id == Incident.id)
    geteld = _count(klaar), _count(klaar.where(~analyse.exists()))
    return _bewijs_zaken(*geteld, "afgehandeld", "zonder analyse", Status.AFGEHANDELD)


def _bewijs_zaken(totaal: int, zonder: int, wat: str, gebrek: str, status: Status) -> Bewijs:
    link = url_for("incidenten.list_incidenten", status=status)
    oordeel = judge_zaken(totaal, zonder, wat, gebrek)
    return Bewijs(*oordeel, link, zaken_open(totaal, zonder, wat, gebrek))


def judge_zaken(totaal: int, zonder: int, wat: str, gebrek: str) -> tuple[Oordeel, str]:
    """In order when none lacks it; attention when fewer than half do. Counts stop at 1,000."""
    if totaal == 0:
        return Oordeel.NIET_TE_ZIEN, f"Dit jaar is nog geen zaak {wat}."
    aantal = f"{getal(CAP)} of meer zaken" if totaal > CAP else meervoud(totaal, "zaak", "zaken")
    if zonder == 0:
        return Oordeel.OP_ORDE, f"{aantal} {wat} dit jaar, geen {gebrek}."
    hoeveel = f"meer dan {getal(CAP)}" if zonder > CAP else getal(zonder)
    oordeel = Oordeel.LET_OP if zonder * 2 < totaal else Oordeel.NIET_OP_ORDE
    return oordeel, f"{aantal} {wat} dit jaar, {hoeveel} {gebrek}."


def zaken_open(totaal: int, zonder: int, wat: str, gebrek: str) -> str:
    """What `judge_zaken` says, without figures."""
    if totaal == 0:
        return judge_zaken(totaal, zonder, wat, gebrek)[1]
    return f"Dit jaar is {deel_van(zonder, totaal, 'zaak', 'zaken')} {wat} {gebrek}."


def _this_year(peildatum: date, waar: ColumnElement[bool]) -> Select[int]:
    """The cases reported in the year of this day, drills apart. Extra vertrouwelijk ones neither:
    many read a proof, and its figure would tell them that there is one."""
    begin = einde_van_dag(date(peildatum.year - 1, 12, 31))
    return select(Incident.id).where(
        waar,
        Incident.gemeld_op > begin,
        Incident.gemeld_op <= einde_van_dag(peildatum),
        Incident.is_proef.is_(False),
        Incident.is_vertrouwelijk.is_(False),
    )


def _count(zaken: Select[int]) -> int:
    return count_capped(db.session, zaken)


# Steps 7, 19 and 20, and the care part of 18, are shown by the parts of the case themselves.
BEWIJZEN: dict[int, Callable[[date], Bewijs]] = {
    8: bewijs_8,
    12: bewijs_12,
    17: bewijs_17,
    18: bewijs_18,
}
