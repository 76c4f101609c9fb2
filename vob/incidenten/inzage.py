"""Reading one case: its timeline, who is part of it, and what must happen now."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Label, bindparam, select

from vob.acties.models import Actie
from vob.acties.queries import acties_of
from vob.acties.values import OPEN
from vob.concepten.models import Concept
from vob.core.clock import nu
from vob.data import db
from vob.gebruikers.models import Gebruiker

from .models import Betrokkene, Gebeurtenis, Incident
from .values import Betrokkenrol, Ernst, Status

PER_KEER = 25  # entries of the timeline on one page


class Verloop(NamedTuple):
    """Newest first. `eerder`: where to go on, if there is more."""

    regels: Sequence[Any]
    eerder: int | None
    is_nieuwste: bool


def read_verloop(incident: Incident, *, met_intern: bool, voor: int | None = None) -> Verloop:
    """The entries from a place on. Without `met_intern` what melder and getroffene may read."""
    plek = {} if voor is None else {"voor": voor}
    stmt = _select_verloop(met_intern, bool(plek))
    connection = db.session.connection()
    regels: Sequence[Any] = connection.execute(stmt, {"zaak": incident.id, **plek}).all()
    eerder = regels[PER_KEER - 1].id if len(regels) > PER_KEER else None
    return Verloop(regels[:PER_KEER], eerder, voor is None)


@cache
def _select_verloop(met_intern: bool, met_plek: bool) -> Any:
    """Built once, as the others below: the page of a case asks eight questions."""
    stmt: Any = (
        select(
            Gebeurtenis.id,
            Gebeurtenis.moment,
            Gebeurtenis.soort,
            Gebeurtenis.status,
            Gebeurtenis.is_intern,
            Gebeurtenis.tekst,
            Gebruiker.naam.label("auteur"),
        )
        .outerjoin(Gebruiker, Gebruiker.id == Gebeurtenis.auteur_id)
        .where(Gebeurtenis.incident_id == bindparam("zaak"))
        .order_by(Gebeurtenis.id.desc())
        .limit(PER_KEER + 1)
    )
    if met_plek:
        stmt = stmt.where(Gebeurtenis.id < bindparam("voor"))
    return stmt if met_intern else stmt.where(Gebeurtenis.is_intern.is_(False))


_BETROKKENEN = (
    select(Betrokkene.id, Betrokkene.gebruiker_id, Betrokkene.rol, Gebruiker.naam)
    .join(Gebruiker, Gebruiker.id == Betrokkene.gebruiker_id)
    .where(Betrokkene.incident_id == bindparam("zaak"))
    .order_by(Betrokkene.id)
)


def list_betrokkenen(incident: Incident) -> Sequence[Any]:
    """Everyone with an account who is part of it: `gebruiker_id`, `naam` and `rol`."""
    return db.session.connection().execute(_BETROKKENEN, {"zaak": incident.id}).all()


def per_persoon(betrokkenen: Iterable[Any]) -> list[tuple[str, list[str]]]:
    """Each person once, with everything they are to the case."""
    mensen: dict[int, tuple[str, list[str]]] = {}
    for wie in betrokkenen:
        mensen.setdefault(wie.gebruiker_id, (wie.naam, []))[1].append(wie.rol.label)
    return list(mensen.values())


def list_open_acties(incident: Incident) -> list[Actie]:
    return [actie for actie in acties_of("incident", incident.id) if actie.status in OPEN]


def _concept(naam: str) -> Label[Any]:
    """What `kijker` wrote earlier in the form with this name and did not send."""
    stmt = select(Concept.velden).where(
        Concept.gebruiker_id == bindparam("kijker"),
        Concept.pad == bindparam(f"pad_{naam}"),
        Concept.vervalt_op > bindparam("nu"),
    )
    return stmt.scalar_subquery().label(f"concept_{naam}")


TEKSTEN = ("bericht", "notitie")  # the forms on the page of a case in which one writes
CONCEPTEN = tuple(_concept(naam) for naam in TEKSTEN)


def concept_waarden(paden: Mapping[str, str]) -> dict[str, Any]:
    """The parameters of CONCEPTEN: the address of each form, by its name."""
    return {f"pad_{naam}": pad for naam, pad in paden.items()} | {"nu": nu()}


def lees_als(rollen: Collection[Betrokkenrol], is_coordinator: bool) -> str:
    """As what someone reads a case that they handle."""
    for rol, woord in (
        (Betrokkenrol.BEHANDELAAR, "behandelaar"),
        (Betrokkenrol.LIJN, "meldlijn"),
    ):
        if rol in rollen:
            return woord
    return "coördinator" if is_coordinator else "melder"


@dataclass(frozen=True)
class Stap:
    """Something that must happen now. `anker`: where on the page it is done."""

    wat: str
    waarom: str
    anker: str = ""
    is_dringend: bool = False


def wat_nu_moet(incident: Incident, mag_beoordelen: bool) -> list[Stap]:
    """What follows from how the case stands; actions come beside it."""
    stappen = []
    if incident.is_acuut and incident.status is Status.GEMELD:
        stappen.append(
            Stap("Bel de melder", "Bij het melden was het niet veilig.", is_dringend=True)
        )
    if incident.status is Status.GEMELD:
        stappen.append(Stap("Neem de zaak in behandeling", "Er is nog niemand mee begonnen."))
    if incident.bericht_op:
        stappen.append(
            Stap("Beantwoord het bericht", "De melder wacht op antwoord.", anker="bericht")
        )
    if mag_beoordelen and incident.ernst is Ernst.ONBEOORDEELD:
        stappen.append(Stap("Beoordeel de ernst", "Daarvan hangt af wat nodig is.", anker="ernst"))
    return stappen
