"""What follows once a measure was taken: made known, extended, lifted, broken. No commit."""

from datetime import date, datetime, timedelta

from vob.acties.queries import acties_of
from vob.acties.values import OPEN
from vob.acties.values import Status as Actiestatus
from vob.core.errors import RegelOvertreden
from vob.data import db
from vob.gebruikers.models import Gebruiker

from .. import tijdlijn
from ..termijnen.operations import stop_termijn
from ..termijnen.values import Termijnsoort
from . import klokken, rules
from .models import Maatregel, Overtreding
from .operations import add_actie, close_acties, create_maatregel, withdraw_maatregel
from .queries import list_verlengingen
from .values import Einde, Maatregelstatus, Toetsuitkomst

_S = Maatregelstatus
_OPHEFFEN = "Maatregel opheffen"
_OPGEHEVEN = "De maatregel die hiermee werd verlengd, is opgeheven."
# What an extension takes over: the person and the place, not the reason. That must be given anew.
_OVERNEMEN: tuple[str, ...] = (
    "aard",
    "grondslag",
    "persoon",
    "adres",
    "gebouw",
    "contactwijze",
    "orgaan",
)
_OVERNEMEN += ("dienstverlening", "is_herhaling")


def announce_maatregel(maatregel: Maatregel, op: date, door: Gebruiker, nu: datetime) -> None:
    """The person knows: told, or the letter is sent. That is the reaction the clock asked for."""
    if maatregel.status is not _S.GENOMEN:
        raise RegelOvertreden("Maak een maatregel pas bekend als zij is genomen.")
    if maatregel.besloten_op and op < maatregel.besloten_op:
        raise RegelOvertreden("Dit is vóór het besluit.")
    maatregel.bekend_op = op
    stop_termijn(maatregel.incident, Termijnsoort.REACTIE, nu, uitkomst="Maatregel bekendgemaakt.")
    tijdlijn.note(maatregel.incident, "Maatregel bekendgemaakt.", door, nu)


def extend_maatregel(oud: Maatregel, door: Gebruiker, nu: datetime, vandaag: date) -> Maatregel:
    """A new measure that joins on to the old one, with a reason of its own; flushes."""
    rules.check_verlengen(oud.soort, oud.tot, oud.einde, vandaag)
    nieuw = create_maatregel(oud.incident, oud.soort, True, door, nu)
    for naam in _OVERNEMEN:
        setattr(nieuw, naam, getattr(oud, naam))
    nieuw.verlengt, nieuw.verlenging = oud, oud.verlenging + 1
    nieuw.van = oud.tot + timedelta(days=1) if oud.tot else None
    db.session.flush()
    return nieuw


def lift_maatregel(
    maatregel: Maatregel, reden: str, door: Gebruiker, nu: datetime, op: date
) -> None:
    """It is not needed any more, and neither is what would go on from it."""
    if maatregel.status is not _S.GENOMEN or maatregel.einde is Einde.OPGEHEVEN:
        raise RegelOvertreden("Deze maatregel loopt niet (meer).")
    maatregel.einde, maatregel.einde_op, maatregel.einde_reden = Einde.OPGEHEVEN, op, reden
    close_acties(maatregel, nu)
    klokken.stop(maatregel, nu)
    tijdlijn.note(maatregel.incident, "Maatregel opgeheven.", door, nu)
    for vervolg in list_verlengingen(maatregel):
        _end_verlenging(vervolg, reden, door, nu, op)


def _end_verlenging(
    vervolg: Maatregel, reden: str, door: Gebruiker, nu: datetime, op: date
) -> None:
    """Of a ban that was lifted: otherwise it would come back on the day this one begins."""
    if vervolg.status in (_S.CONCEPT, _S.VOORGELEGD):
        withdraw_maatregel(vervolg, f"{_OPGEHEVEN} {reden}", door, nu)
    elif vervolg.status is _S.GENOMEN and vervolg.einde is not Einde.OPGEHEVEN:
        lift_maatregel(vervolg, f"{_OPGEHEVEN} {reden}", door, nu, op)


def review_maatregel(
    maatregel: Maatregel,
    uitkomst: Toetsuitkomst,
    toelichting: str,
    door: Gebruiker,
    nu: datetime,
    vandaag: date,
) -> None:
    """Someone looked whether it is still needed."""
    maatregel.getoetst_op, maatregel.toets_uitkomst = vandaag, uitkomst
    maatregel.toets_toelichting = toelichting or None
    close_acties(maatregel, nu, behalve=_OPHEFFEN)
    ask_opheffen(maatregel, door, nu, vandaag)


def ask_opheffen(maatregel: Maatregel, door: Gebruiker, nu: datetime, vandaag: date) -> None:
    """After a review or the outcome of an objection: who recorded it has the step to lift."""
    acties = acties_of("maatregel", maatregel.id)
    open_ = [actie for actie in acties if actie.status in OPEN and actie.titel == _OPHEFFEN]
    if maatregel.waarom_opheffen(vandaag) is None:
        for actie in open_:
            actie.change_status(Actiestatus.VERVALLEN, "Een andere uitkomst is vastgelegd.", nu)
    elif not open_:
        add_actie(maatregel, _OPHEFFEN, door.id, door.id, vandaag)


def add_overtreding(maatregel: Maatregel, overtreding: Overtreding, nu: datetime) -> None:
    if maatregel.status is not _S.GENOMEN:
        raise RegelOvertreden("Alleen een maatregel die is genomen, kan worden overtreden.")
    maatregel.overtredingen.append(overtreding)
    door = db.session.get_one(Gebruiker, overtreding.door_id)
    tijdlijn.note(maatregel.incident, "Maatregel overtreden.", door, nu)
