"""What people do with damage. One function per act; no commit: the view ends it."""

from datetime import datetime
from typing import Any

from vob.data import db
from vob.gebruikers.models import Gebruiker

from .. import tijdlijn
from ..models import Incident
from ..termijnen.operations import start_termijn
from ..termijnen.values import Termijnsoort
from . import rules
from .models import Schadebetaling, Schadeclaim, Schadepost
from .values import Claimstatus, Route


def create_claim(
    incident: Incident, waarden: dict[str, Any], door: Gebruiker, nu: datetime
) -> Schadeclaim:
    """A claim of one claimant; flushes. `waarden`: columns by name."""
    claim = Schadeclaim(incident_id=incident.id, incident=incident, **waarden)
    rules.check_claim(claim.route, Claimstatus.VOORBEREID, None, claim.toelichting or "")
    db.session.add(claim)
    db.session.flush()
    tijdlijn.note(incident, "Schade vastgelegd.", door, nu)
    _start_klok(claim)
    return claim


def update_claim(
    claim: Schadeclaim, waarden: dict[str, Any], door: Gebruiker, nu: datetime
) -> None:
    """Route, state and what was awarded. Raises RegelOvertreden before anything is changed."""
    rules.check_claim(
        waarden["route"], waarden["stand"], waarden["toegekend"], waarden["toelichting"] or ""
    )
    was = claim.stand
    for naam, waarde in waarden.items():
        setattr(claim, naam, waarde)
    if claim.stand is not was:
        tijdlijn.note(claim.incident, f"Schade: {claim.stand.label.lower()}.", door, nu)
    _start_klok(claim)


def _start_klok(claim: Schadeclaim) -> None:
    """The Schadefonds takes an application for ten years after what happened."""
    if claim.route is Route.SCHADEFONDS and claim.ingediend_op is None:
        voorval = claim.incident.voorval_op
        betreft = claim.gebruiker.naam if claim.gebruiker else claim.naam or ""
        start_termijn(claim.incident, Termijnsoort.SCHADEFONDS, voorval, betreft=betreft)


def add_post(claim: Schadeclaim, post: Schadepost) -> None:
    rules.check_bedrag(post.bedrag)
    claim.posten.append(post)
    db.session.flush()


def add_betaling(
    claim: Schadeclaim, betaling: Schadebetaling, door: Gebruiker, nu: datetime
) -> None:
    rules.check_bedrag(betaling.bedrag)
    claim.betalingen.append(betaling)
    db.session.flush()
    tijdlijn.note(claim.incident, "Schade: er is een betaling ontvangen.", door, nu)
