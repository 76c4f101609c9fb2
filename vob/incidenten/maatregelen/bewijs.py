"""Steps 9 and 19: is it settled beforehand what follows, and was each case weighed by it."""

from collections.abc import Callable
from datetime import date, datetime
from typing import NamedTuple

from flask import url_for
from sqlalchemy import ColumnElement, func, select

from vob.core.bewijs import Bewijs, Oordeel
from vob.core.deadlines import einde_van_dag, plus_maanden
from vob.data import db
from vob.documenten.queries import versions_in_force
from vob.documenten.values import Documentsoort
from vob.organisatie.queries import setting
from vob.web.formats import meervoud, opsomming

from ..aangifte.models import Aangifte
from ..aangifte.queries import ZONDER_AANGIFTE
from ..aangifte.values import Beoordeling
from ..models import Incident
from ..rules_zaak import deel_van
from ..schade.models import Schadeclaim
from . import ladder
from .models import Maatregel
from .queries import current_ladder, find_sjabloon, list_regels
from .soorten import SOORTEN
from .values import Maatregelstatus


class Sancties(NamedTuple):
    """`brieven` of `nodig` kinds that are told in a letter have a template that was adopted."""

    ladder_compleet: bool
    is_vastgesteld: bool
    brieven: int
    nodig: int


def judge_sanctiebeleid(s: Sancties) -> tuple[Oordeel, str]:
    """Step 9: a ladder that is complete and adopted, and a letter for each that needs one."""
    ladderzin = "De reactieladder is compleet" if s.ladder_compleet else "De ladder heeft gaten"
    beleid = "is vastgesteld" if s.is_vastgesteld else "is niet (meer) vastgesteld"
    zin = (
        f"{ladderzin}. Het sanctiebeleid {beleid}. {s.brieven} van {s.nodig} soorten brieven "
        "hebben een vastgesteld sjabloon."
    )
    goed = (s.ladder_compleet, s.is_vastgesteld, s.brieven >= s.nodig)
    if all(goed):
        return Oordeel.OP_ORDE, zin
    return (Oordeel.LET_OP if s.is_vastgesteld else Oordeel.NIET_OP_ORDE), zin


def bewijs_9(peildatum: date) -> Bewijs:
    regels = [r for r in list_regels() if r.is_beschikbaar and SOORTEN[r.soort].brief]
    stand = Sancties(
        ladder.is_compleet(current_ladder()),
        bool(versions_in_force(Documentsoort.SANCTIEBELEID, peildatum)),
        sum(find_sjabloon(regel, peildatum) is not None for regel in regels),
        len(regels),
    )
    return Bewijs(*judge_sanctiebeleid(stand), url_for("incidenten.list_soorten"))


class Afweging(NamedTuple):
    """How many there are, and of how many what must be there is missing."""

    strafbaar: int
    zonder_aangifte: int
    maatregelen: int
    zonder_reden: int
    claims: int
    zonder_route: int


def judge_afweging(a: Afweging) -> tuple[Oordeel, str]:
    """Step 19: aangifte or a reason, a reason for every measure, a route for every damage."""
    if not (a.strafbaar or a.maatregelen or a.claims):
        return (
            Oordeel.OP_ORDE,
            "Er viel niets af te wegen: geen strafbaar feit, geen schade.",
        )
    zaken = meervoud(a.strafbaar, "vermoedelijk strafbare zaak", "vermoedelijk strafbare zaken")
    maatregelen = meervoud(a.maatregelen, "maatregel", "maatregelen")
    zin = opsomming(
        (
            f"{a.strafbaar - a.zonder_aangifte} van {zaken} met aangifte of reden",
            f"{a.maatregelen - a.zonder_reden} van {maatregelen} met reden",
            f"{a.claims - a.zonder_route} van {a.claims} keer schade met een route",
        )
    )
    mist = a.zonder_aangifte + a.zonder_reden + a.zonder_route
    if not mist:
        return Oordeel.OP_ORDE, f"{zin}."
    alles = a.strafbaar + a.maatregelen + a.claims
    return (Oordeel.NIET_OP_ORDE if 2 * mist > alles else Oordeel.LET_OP), f"{zin}."


def afweging_open(a: Afweging) -> str:
    """What `judge_afweging` says, without figures."""
    zinnen = [
        f"{kop}: {deel_van(totaal - zonder, totaal, enkel, meer)}."
        for kop, totaal, zonder, enkel, meer in (
            (
                "Met aangifte of reden",
                a.strafbaar,
                a.zonder_aangifte,
                "vermoedelijk strafbare zaak",
                "vermoedelijk strafbare zaken",
            ),
            ("Met een reden", a.maatregelen, a.zonder_reden, "maatregel", "maatregelen"),
            ("Met een route", a.claims, a.zonder_route, "schade", "schades"),
        )
        if totaal
    ]
    return " ".join(zinnen) or judge_afweging(a)[1]


def bewijs_19(peildatum: date) -> Bewijs:
    einde = einde_van_dag(peildatum)
    mee = (
        Incident.gemeld_op
        > einde_van_dag(plus_maanden(peildatum, -setting("bewijs_zaken_maanden"))),
        Incident.gemeld_op <= einde,
        Incident.is_proef.is_(False),
        Incident.is_vertrouwelijk.is_(False),  # a figure would tell that there is one
    )
    afweging = Afweging(*_aangiften(mee), *_maatregelen(mee, peildatum), *_claims(mee, einde))
    link = url_for("incidenten.list_alle_maatregelen")
    return Bewijs(*judge_afweging(afweging), link, afweging_open(afweging))


Voorwaarden = tuple[ColumnElement[bool], ...]


def _aangiften(mee: Voorwaarden) -> tuple[int, int]:
    stmt = select(func.count(), func.count().filter(ZONDER_AANGIFTE))
    stmt = stmt.select_from(Aangifte).join(Incident)
    vermoedelijk = Aangifte.beoordeling == Beoordeling.VERMOEDELIJK
    aantal, zonder = db.session.execute(stmt.where(vermoedelijk, *mee)).one()
    return aantal, zonder


def _maatregelen(mee: Voorwaarden, peildatum: date) -> tuple[int, int]:
    """A reason is encrypted, so only that there is one can be asked."""
    stmt = select(func.count(), func.count().filter(Maatregel.reden.is_(None)))
    genomen = (
        Maatregel.status == Maatregelstatus.GENOMEN,
        Maatregel.besloten_op <= peildatum,
    )
    stmt = stmt.select_from(Maatregel).join(Incident).where(*genomen, *mee)
    aantal, zonder = db.session.execute(stmt).one()
    return aantal, zonder


def _claims(mee: Voorwaarden, einde: datetime) -> tuple[int, int]:
    stmt = select(func.count(), func.count().filter(Schadeclaim.route.is_(None)))
    stmt = stmt.select_from(Schadeclaim).join(Incident).where(Schadeclaim.gemaakt_op <= einde, *mee)
    aantal, zonder = db.session.execute(stmt).one()
    return aantal, zonder


BEWIJZEN: dict[int, Callable[[date], Bewijs]] = {9: bewijs_9, 19: bewijs_19}
