"""What documents show for the steps whose own room does not exist yet, or only partly.

Documents can show that a policy is in force; whether it is complete or practised they cannot. So
only step 1, which is a document, can be in order by them alone.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from flask import url_for
from sqlalchemy import select

from vob.core.bewijs import Bewijs, Oordeel
from vob.data import db
from vob.documenten.models import Documentversie
from vob.documenten.queries import versions_in_force
from vob.documenten.values import Documentsoort
from vob.organisatie.models import Termijn
from vob.organisatie.queries import setting
from vob.organisatie.values import Termijnsoort
from vob.web.formats import datum, meervoud

Bewijsregel = Callable[[date], Bewijs]


@dataclass(frozen=True)
class Stuk:
    """What counts of a version in force."""

    vastgesteld_op: date | None
    geldig_tot: date | None
    toets_op: date | None


@dataclass(frozen=True)
class Peil:
    """The day that counts: its term of office, and how early an end is announced."""

    dag: date
    periode_begin: date | None
    vooraf: int  # days

    def is_nabij(self, dag: date) -> bool:
        return (dag - self.dag).days <= self.vooraf


def judge_protocol(stuk: Stuk | None, peil: Peil) -> tuple[Oordeel, str]:
    """Step 1: in force, adopted in this term, and its next review still to come."""
    if stuk is None:
        return Oordeel.NIET_OP_ORDE, "Er is geen geldig agressieprotocol."
    if stuk.toets_op is not None and stuk.toets_op < peil.dag:
        te_laat = f"Het agressieprotocol moest opnieuw bekeken zijn op {datum(stuk.toets_op)}."
        return Oordeel.NIET_OP_ORDE, te_laat
    if zin := _weak_spot(stuk, peil):
        return Oordeel.LET_OP, zin
    op = datum(stuk.vastgesteld_op or peil.dag)
    return Oordeel.OP_ORDE, f"Het agressieprotocol geldt en is vastgesteld op {op}."


def _weak_spot(stuk: Stuk, peil: Peil) -> str | None:
    """What is not wrong yet, or only partly."""
    if stuk.vastgesteld_op is None:
        return "Bij het agressieprotocol staat niet wanneer het is vastgesteld."
    if peil.periode_begin is None:
        return "Het agressieprotocol geldt, maar de bestuursperiode is niet ingevuld."
    if stuk.vastgesteld_op < peil.periode_begin:
        begin = datum(peil.periode_begin)
        return f"Het agressieprotocol is van vóór deze bestuursperiode, die begon op {begin}."
    if stuk.geldig_tot is not None and peil.is_nabij(stuk.geldig_tot):
        return f"Het agressieprotocol geldt nog tot en met {datum(stuk.geldig_tot)}."
    if stuk.toets_op is None:
        return "Het agressieprotocol geldt, maar er is geen datum om het opnieuw te bekijken."
    if peil.is_nabij(stuk.toets_op):
        return f"Het agressieprotocol moet opnieuw bekeken worden op {datum(stuk.toets_op)}."
    return None


def judge_partly(aantal: int, geen: str, wel: str) -> tuple[Oordeel, str]:
    """A document is needed; that it is there is not yet enough."""
    return (Oordeel.LET_OP, wel) if aantal else (Oordeel.NIET_OP_ORDE, geen)


def bewijs_1(peildatum: date) -> Bewijs:
    versies = versions_in_force(Documentsoort.AGRESSIEPROTOCOL, peildatum)
    peil = Peil(peildatum, _periode_begin(peildatum), setting("bewijs_vooraf"))
    return _bewijs(judge_protocol(_stuk(versies), peil), Documentsoort.AGRESSIEPROTOCOL)


def bewijs_4(peildatum: date) -> Bewijs:
    aantal = len(versions_in_force(Documentsoort.KORT_PROTOCOL, peildatum))
    er_zijn = "Er is" if aantal == 1 else "Er zijn"
    protocollen = meervoud(aantal, "geldig kort protocol", "geldige korte protocollen")
    oordeel = judge_partly(
        aantal,
        "Er is geen geldig kort protocol.",
        f"{er_zijn} {protocollen}. Trainingen kan VOB nog niet zien.",
    )
    return _bewijs(oordeel, Documentsoort.KORT_PROTOCOL)


def _stuk(versies: Sequence[Documentversie]) -> Stuk | None:
    """The newest one counts."""
    if not versies:
        return None
    versie = versies[0]
    return Stuk(versie.vastgesteld_op, versie.geldig_tot, versie.toets_op)


def _periode_begin(dag: date) -> date | None:
    stmt = (
        select(Termijn.begin)
        .where(Termijn.soort == Termijnsoort.RAAD, Termijn.begin <= dag, Termijn.einde >= dag)
        .order_by(Termijn.begin.desc())
        .limit(1)
    )
    return db.session.scalar(stmt)


def _bewijs(oordeel: tuple[Oordeel, str], soort: Documentsoort) -> Bewijs:
    return Bewijs(*oordeel, url_for("documenten.list_documenten", soort=soort.value))


BEWIJZEN: dict[int, Bewijsregel] = {1: bewijs_1, 4: bewijs_4}
