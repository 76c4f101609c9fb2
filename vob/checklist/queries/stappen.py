"""The checklist as pages need it: text, state and proof of every step together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from sqlalchemy import func, literal, select, true
from sqlalchemy.orm import joinedload

from vob.checklist import rules
from vob.checklist.bewijzen import LAATSTE_WIJZIGING, Zicht, look
from vob.checklist.models import (
    ChecklistBewijsstuk,
    ChecklistDeelactie,
    ChecklistGebeurtenis,
    ChecklistRonde,
    ChecklistStap,
)
from vob.checklist.stappen import Stap, steps_for
from vob.checklist.values import Fase, Groep, Stapstatus
from vob.core.bewijs import Bewijs, Oordeel
from vob.core.clock import vandaag
from vob.data import db
from vob.organisatie.queries import our_organisatie, setting


@dataclass(frozen=True)
class Regel:
    """One step: what is written about it, where it stands, what VOB sees, and what follows."""

    tekst: Stap
    stap: ChecklistStap
    bewijs: Bewijs
    volgende_op: date | None
    is_opnieuw_nodig: bool
    is_te_laat: bool
    is_binnenkort: bool
    verschil: str | None

    @property
    def nummer(self) -> int:
        return self.tekst.nummer

    @property
    def dag(self) -> date | None:
        """The day on which the step asks something: to be finished, or to be done again."""
        return self.volgende_op if self.stap.status is Stapstatus.GEREED else self.stap.uiterlijk_op

    @property
    def stand(self) -> rules.Stand:
        return rules.Stand(self.stap.status, self.bewijs.oordeel)


@dataclass(frozen=True)
class Checklist:
    """All 23 steps, by number. `ronde`: the one that runs; None: everything is read-only."""

    ronde: ChecklistRonde | None
    regels: Sequence[Regel]
    zicht: Zicht

    @cached_property
    def voortgang(self) -> rules.Voortgang:
        return rules.voortgang((r.stap.status, r.is_opnieuw_nodig) for r in self.regels)

    @cached_property
    def oordelen(self) -> list[Oordeel]:
        return [regel.bewijs.oordeel for regel in self.regels]

    @cached_property
    def per_oordeel(self) -> dict[Oordeel, int]:
        return {oordeel: self.oordelen.count(oordeel) for oordeel in Oordeel}

    def regel(self, nummer: int) -> Regel:
        return self.regels[nummer - 1]

    def due_of(self, gebruiker_id: int) -> list[Regel]:
        """The steps of this owner or deputy that ask something soon; the oldest day first."""
        mijn = [r for r in self.regels if r.is_binnenkort and r.stap.is_van(gebruiker_id)]
        return sorted(mijn, key=lambda regel: (regel.dag or date.max, regel.nummer))


# One row at least, also before the first round: the last change is always told.
_EEN = select(literal(1).label("een")).subquery()
_STAPPEN = (
    select(ChecklistStap, ChecklistRonde, LAATSTE_WIJZIGING)
    .select_from(_EEN)
    .outerjoin(ChecklistStap, true())
    .outerjoin(ChecklistRonde, ChecklistRonde.loopt.is_(True))
    .options(joinedload(ChecklistStap.eigenaar), joinedload(ChecklistStap.vervanger))
)


def read_checklist(dag: date | None = None) -> Checklist:
    """One statement; after a change also those of the rooms that prove something."""
    dag = dag or vandaag()
    rijen = db.session.execute(_STAPPEN).all()
    zicht = look(dag, rijen[0][2])
    stappen = {rij[0].id: rij[0] for rij in rijen if rij[0]}
    teksten = steps_for(our_organisatie().type)
    return Checklist(
        ronde=rijen[0][1],
        regels=[
            _regel(tekst, stappen.get(nummer) or _new_stap(tekst), zicht, dag)
            for nummer, tekst in teksten.items()
        ],
        zicht=zicht,
    )


def _new_stap(tekst: Stap) -> ChecklistStap:
    """Before the first round a step is not stored; pages show it as it will be."""
    return ChecklistStap(
        id=tekst.nummer,
        status=Stapstatus.NIET_GESTART,
        reden="",
        ritme=tekst.ritme,
        opmerking="",
        versie=0,
    )


def _regel(tekst: Stap, stap: ChecklistStap, zicht: Zicht, dag: date) -> Regel:
    bewijs = zicht.bewijzen[tekst.nummer]
    volgende = rules.volgende_datum(
        stap.ritme, stap.laatst_gedaan_op, zicht.perioden, setting("checklist_herijken")
    )
    return Regel(
        tekst=tekst,
        stap=stap,
        bewijs=bewijs,
        volgende_op=volgende,
        is_opnieuw_nodig=rules.is_opnieuw_nodig(stap.status, volgende, dag),
        is_te_laat=rules.is_te_laat(stap.status, stap.uiterlijk_op, dag),
        is_binnenkort=rules.is_binnenkort(
            stap.status, stap.uiterlijk_op, volgende, dag, setting("checklist_binnenkort")
        ),
        verschil=rules.verschil(stap.status, bewijs),
    )


def progress(dag: date | None = None) -> Checklist:
    """For the start page: `.oordelen` (23), `.per_oordeel`, `.voortgang`, `.due_of(id)`."""
    return read_checklist(dag)


def my_steps_due(gebruiker_id: int, dag: date | None = None) -> list[Regel]:
    """What the checklist asks of this user soon. Is `progress` asked too: use its `due_of`."""
    return read_checklist(dag).due_of(gebruiker_id)


def list_deelacties(nummer: int) -> list[ChecklistDeelactie]:
    """In the order of VOB, own ones after them."""
    return list(
        db.session.scalars(
            select(ChecklistDeelactie)
            .filter_by(stap_id=nummer)
            .options(joinedload(ChecklistDeelactie.gedaan_door))
            .order_by(ChecklistDeelactie.id)
        )
    )


def count_deelacties() -> dict[int, tuple[int, int]]:
    """By step: how many parts are done, and of how many."""
    stap_id, gedaan_op = ChecklistDeelactie.stap_id, ChecklistDeelactie.gedaan_op
    stmt = select(stap_id, func.count(gedaan_op), func.count()).group_by(stap_id)
    return {nummer: (gedaan, alle) for nummer, gedaan, alle in db.session.execute(stmt)}


def list_bewijsstukken(nummer: int) -> list[ChecklistBewijsstuk]:
    """The newest first, also those of earlier rounds."""
    return list(
        db.session.scalars(
            select(ChecklistBewijsstuk)
            .filter_by(stap_id=nummer)
            .options(joinedload(ChecklistBewijsstuk.toegevoegd_door))
            .order_by(ChecklistBewijsstuk.id.desc())
        )
    )


def list_gebeurtenissen(nummer: int, limit: int) -> list[ChecklistGebeurtenis]:
    """The newest first."""
    return list(
        db.session.scalars(
            select(ChecklistGebeurtenis)
            .filter_by(stap_id=nummer)
            .options(joinedload(ChecklistGebeurtenis.gebruiker))
            .order_by(ChecklistGebeurtenis.id.desc())
            .limit(limit)
        )
    )


def per_groep(regels: Iterable[Regel]) -> dict[Groep, list[Regel]]:
    """The steps under their group; a group without steps is left out."""
    groepen: dict[Groep, list[Regel]] = {}
    for regel in regels:
        groepen.setdefault(regel.tekst.groep, []).append(regel)
    return groepen


def per_fase(regels: Iterable[Regel]) -> dict[Fase, dict[Groep, list[Regel]]]:
    """The groups under their phase."""
    fasen: dict[Fase, dict[Groep, list[Regel]]] = {}
    for groep, van_groep in per_groep(regels).items():
        fasen.setdefault(groep.fase, {})[groep] = van_groep
    return fasen
