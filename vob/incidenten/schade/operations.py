"""What people do with damage. One function per act; no commit: the view ends it."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from vob.data import db
from vob.gebruikers.models import Gebruiker

from .. import tijdlijn
from ..models import Incident
from ..termijnen.operations import start_termijn, stop_termijn
from ..termijnen.values import Termijnsoort
from . import rules
from .models import Schadebetaling, Schadeclaim, Schadepost
from .values import Claimstatus


def create_claim(
    incident: Incident, waarden: dict[str, Any], door: Gebruiker, nu: datetime
) -> Schadeclaim:
    """A claim of one claimant; flushes. `waarden`: columns by name."""
    claim = Schadeclaim(incident_id=incident.id, incident=incident, **waarden)
    rules.check_claim(claim.route, Claimstatus.VOORBEREID, None, claim.toelichting or "")
    db.session.add(claim)
    db.session.flush()
    tijdlijn.note(incident, "Schade vastgelegd.", door, nu)
    set_klokken(claim, (), nu)
    return claim


def update_claim(
    claim: Schadeclaim, waarden: dict[str, Any], door: Gebruiker, nu: datetime
) -> None:
    """Route, state and what was awarded. Raises RegelOvertreden before anything is changed."""
    rules.check_claim(
        waarden["route"],
        waarden["stand"],
        waarden["toegekend"],
        waarden["toelichting"] or "",
        waarden["onherroepelijk_op"],
    )
    was, liep = claim.stand, claim.klokken
    for naam, waarde in waarden.items():
        setattr(claim, naam, waarde)
    if claim.stand is not was:
        tijdlijn.note(claim.incident, f"Schade: {claim.stand.label.lower()}.", door, nu)
    set_klokken(claim, liep, nu)


def set_klokken(claim: Schadeclaim, liep: Collection[Termijnsoort], nu: datetime) -> None:
    """What follows from this claim runs, and what followed from it and does not any more, stops.

    `liep`: what followed from it before; what did not and does now is open again.
    """
    betreft = claim.gebruiker.naam if claim.gebruiker else claim.naam or ""
    klokken = claim.klokken
    for soort, vanaf in klokken.items():
        start_termijn(claim.incident, soort, vanaf, betreft=betreft, opnieuw=soort not in liep)
    for soort in set(liep) - set(klokken):
        uitkomst = "Ingediend." if claim.ingediend_op else f"{claim.stand.label}."
        if soort is Termijnsoort.CJIB and not claim.bedragen.open:
            uitkomst = "Betaald."
        stop_termijn(claim.incident, soort, nu, betreft=betreft, uitkomst=uitkomst)


def add_post(claim: Schadeclaim, post: Schadepost) -> None:
    rules.check_bedrag(post.bedrag)
    claim.posten.append(post)
    db.session.flush()


def add_betaling(
    claim: Schadeclaim, betaling: Schadebetaling, door: Gebruiker, nu: datetime
) -> None:
    rules.check_bedrag(betaling.bedrag)
    liep = claim.klokken
    claim.betalingen.append(betaling)
    db.session.flush()
    tijdlijn.note(claim.incident, "Schade: er is een betaling ontvangen.", door, nu)
    set_klokken(claim, liep, nu)
