"""Acts on meetings and their logs. No commit: the view ends the transaction."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from vob.core.errors import RegelOvertreden
from vob.core.organisatietype import Functie, Woorden
from vob.data import db, tokens
from vob.web.formats import datum, opsomming, tijd

from .. import operations as zaken
from ..models import Incident
from ..values import Gebeurtenissoort, GemeldDoor, Kanaal, Locatie, NuVeilig, VeroorzakerBekend
from . import rules
from .models import Logregel, LogregelIncident, Vergadering
from .queries import find_regel, read_log
from .rules import Logpunt
from .values import Aard, Logsoort, Vergadersoort


@dataclass(frozen=True)
class Invoer:
    """What someone wrote in the log. `bij`: the key of the entry it belongs to."""

    sleutel: str
    moment: datetime
    soort: Logsoort = Logsoort.NOTITIE
    aard: Aard = Aard.REGEL
    bij: str = ""
    tekst: str = ""
    persoon: str = ""
    door: str = ""
    namens: str = ""


def add_regel(vergadering: Vergadering, invoer: Invoer, auteur_id: int, nu: datetime) -> Logregel:
    """Write it down, once: the same key twice is the same entry, whatever it says.

    Raises RegelOvertreden when its moment is not of this meeting, or what it belongs to is not.
    """
    claimed = tokens.claim(db.session, f"log-{vergadering.id}-{invoer.sleutel}") is None
    if not claimed and (eerder := find_regel(vergadering, invoer.sleutel)):
        return eerder
    if invoer.aard in {Aard.REGEL, Aard.CORRECTIE}:  # who it was may turn out weeks later
        rules.check_moment(invoer.moment, vergadering.begin, nu)
    hoofd = _parent(vergadering, invoer)
    regel = Logregel(
        vergadering_id=vergadering.id,
        sleutel=invoer.sleutel,
        aard=invoer.aard,
        bij_id=hoofd.id if hoofd else None,
        soort=hoofd.soort if hoofd and invoer.aard is not Aard.CORRECTIE else invoer.soort,
        moment=invoer.moment,
        ontvangen_op=nu,
        auteur_id=auteur_id,
        tekst=invoer.tekst or None,
        door=invoer.door if invoer.soort is Logsoort.VORDERING else "",
        namens=invoer.namens if invoer.soort is Logsoort.VORDERING else "",
    )
    regel.set_persoon(invoer.persoon)
    db.session.add(regel)
    db.session.flush()
    vergadering.is_verstoord = _has_disturbance(vergadering, regel)
    return regel


def _parent(vergadering: Vergadering, invoer: Invoer) -> Logregel | None:
    """The entry itself, also when someone adds to an addition."""
    if invoer.aard is Aard.REGEL:
        return None
    bij = find_regel(vergadering, invoer.bij)
    if bij is not None and bij.bij_id is not None:
        bij = db.session.get(Logregel, bij.bij_id)
    if bij is None:
        raise RegelOvertreden("De regel waar dit bij hoort, staat niet in dit log.")
    return bij


def _has_disturbance(vergadering: Vergadering, regel: Logregel) -> bool:
    """Only a correction or a withdrawal can undo it; then all is looked at anew."""
    if regel.aard in {Aard.CORRECTIE, Aard.INTREKKING}:
        return any(punt.is_verstoring for punt in read_log(vergadering))
    return vergadering.is_verstoord or {regel.soort} <= rules.VERSTORINGEN


# --- a case out of entries ------------------------------------------------------------------------


def create_incident(
    vergadering: Vergadering,
    punten: Sequence[Logpunt],
    melder_id: int,
    woorden: Woorden,
    nu: datetime,
) -> Incident:
    """One case of these entries, linked to each of them.

    What stands in clear says what happened and when. Names and what was said go where they are
    encrypted. Raises RegelOvertreden when nothing was chosen.
    """
    gekozen = [punt for punt in punten if not punt.is_ingetrokken]
    if not gekozen:
        raise RegelOvertreden("Kies eerst een of meer regels uit het log.")
    incident = zaken.create_incident(
        melder_id, values_for_incident(vergadering, gekozen, woorden), nu
    )
    zaken.add_gebeurtenis(
        incident,
        Gebeurtenissoort.NOTITIE,
        melder_id,
        nu,
        tekst=herkomst(vergadering),
        is_intern=True,
    )
    for punt in gekozen:
        db.session.add(LogregelIncident(logregel_id=punt.regel.id, incident_id=incident.id))
    db.session.flush()
    return incident


def herkomst(vergadering: Vergadering) -> str:
    """What the case says of where it came from."""
    return f"Gemaakt uit het log van ‘{vergadering.titel}’ op {datum(vergadering.begin)}."


def values_for_incident(
    vergadering: Vergadering, punten: Sequence[Logpunt], woorden: Woorden
) -> dict[str, Any]:
    """The columns of a case made of these entries."""
    van, tot = punten[0].geldt.moment, punten[-1].geldt.moment
    wat = [f"om {tijd(punt.geldt.moment)} uur {punt.label.lower()}" for punt in punten]
    namen = list(dict.fromkeys(naam for punt in punten for naam in punt.personen))
    return {
        "titel": f"Verstoring van een {woorden.raadsvergadering}"
        if vergadering.soort == "raad"
        else "Verstoring van een vergadering",
        "omschrijving": f"{vergadering.titel}, {datum(vergadering.begin)}: {opsomming(wat)}.",
        "woorden": _said(punten),
        "veroorzaker": "\n".join(namen) or None,
        "veroorzaker_bekend": VeroorzakerBekend.JA if namen else None,
        "voorval_op": van,
        "voorval_tot": tot if tot > van else None,
        "plaats": vergadering.plaats,
        "locatie": Locatie.RAADZAAL,
        "kanaal": Kanaal.PERSOONLIJK,
        "nu_veilig": NuVeilig.WEET_NIET,
        "gemeld_door": GemeldDoor.GRIFFIE,
        **getroffenen(vergadering.soort, woorden),
        "vormen": rules.vormen_van(punt.geldt.soort for punt in punten),
    }


def getroffenen(soort: Vergadersoort, woorden: Woorden) -> dict[str, Any]:
    """Whom a disturbance of such a meeting hit; the office decides in whose line the case falls."""
    wie = {
        Vergadersoort.RAAD: (woorden.de_raad, Functie.RAADSLID),
        Vergadersoort.COMMISSIE: ("de commissie", Functie.COMMISSIELID),
        Vergadersoort.COLLEGE: (woorden.het_college, Functie.WETHOUDER),
    }
    naam, functie = wie.get(soort, ("de aanwezigen", Functie.ANDERS))
    return {"getroffene_naam": naam, "getroffene_functie": functie}


def _said(punten: Sequence[Logpunt]) -> str | None:
    regels = [
        f"{tijd(punt.geldt.moment)} {punt.label}: {tekst}"
        for punt in punten
        for tekst in punt.teksten
    ]
    return "\n".join(regels) or None
