"""The register of offenders. No commit: the view ends the transaction."""

from datetime import date, datetime

from flask import g
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from vob.acties.models import Actie
from vob.acties.queries import acties_of
from vob.acties.values import OPEN
from vob.acties.values import Status as Actiestatus
from vob.core.deadlines import einde_van_dag, plus_maanden
from vob.core.errors import RegelOvertreden
from vob.data import begin_write, db, log_event
from vob.data.crypto import sleutelbos
from vob.gebruikers.models import Gebruiker
from vob.organisatie import instellingen
from vob.organisatie.instellingen import Instelling
from vob.organisatie.queries import setting
from vob.web.objecten import Kijker

from .. import tijdlijn
from ..models import Incident
from ..termijnen.instellingen import term_of
from ..termijnen.operations import start_termijn, stop_termijn
from ..termijnen.values import Termijnsoort
from ..values import Gebeurtenissoort
from . import rules
from .models import Registerbesluit, Veroorzaker, Veroorzakerzaak
from .zichtbaarheid import visible_where

_DOEL = "veroorzaker.naam"
_GROEP = "Register van veroorzakers"

instellingen.register(
    Instelling(
        "veroorzaker_informeren",
        "De persoon informeren binnen",
        1,
        "maanden",
        1,
        3,
        "AVG artikel 14, lid 3",
        _GROEP,
    )
)


def current_besluit() -> Registerbesluit | None:
    """The decision that holds; None: it was never switched on."""
    if "registerbesluit" not in g:
        stmt = select(Registerbesluit).order_by(Registerbesluit.id.desc()).limit(1)
        g.registerbesluit = db.session.scalar(stmt)
    besluit: Registerbesluit | None = g.registerbesluit
    return besluit


def is_aan() -> bool:
    besluit = current_besluit()
    return besluit is not None and besluit.is_aan


def hold_register() -> bool:
    """Whether it is on; and so it stays until this transaction ends.

    Whoever adds someone asks this: switching it off erases only whom it sees.
    """
    begin_write(db.session)
    eerste = select(Registerbesluit.id).order_by(Registerbesluit.id).limit(1)
    db.session.execute(eerste.with_for_update())  # PostgreSQL: one row that both must have
    g.pop("registerbesluit", None)
    return is_aan()


def switch_on(
    grond: str, akkoord_op: date, fg_naam: str, door: Gebruiker, nu: datetime, vandaag: date
) -> None:
    rules.check_aanzetten(grond, akkoord_op, fg_naam, vandaag)
    if is_aan():
        raise RegelOvertreden("Het register staat al aan.")
    _decide(
        Registerbesluit(
            is_aan=True,
            grond=grond,
            akkoord_op=akkoord_op,
            fg_naam=fg_naam,
            door_id=door.id,
            op=nu,
        )
    )


def switch_off(reden: str, door: Gebruiker, nu: datetime) -> int:
    """Without its ground nothing may stay: everyone in it is erased; how many they were."""
    if not reden.strip():
        raise RegelOvertreden("Schrijf op waarom het register uitgaat.")
    hold_register()
    alle = list(db.session.scalars(select(Veroorzaker)))
    for veroorzaker in alle:
        delete_veroorzaker(veroorzaker, nu)
    log_event(db.session, "register gewist", "veroorzaker", None, aantal=len(alle))
    _decide(Registerbesluit(is_aan=False, reden=reden, door_id=door.id, op=nu))
    return len(alle)


def delete_veroorzaker(veroorzaker: Veroorzaker, nu: datetime) -> None:
    """Erased for good; nobody has to be looked at again."""
    for regel in _zaken_van(veroorzaker):
        stop_termijn(
            regel.incident,
            Termijnsoort.HERBEOORDELING,
            nu,
            betreft=_betreft(veroorzaker),
            uitkomst="Registratie gewist.",
        )
    _close_bericht(veroorzaker, Actiestatus.VERVALLEN, "Registratie gewist.", nu)
    db.session.delete(veroorzaker)


def follow_bericht(veroorzaker: Veroorzaker, nu: datetime) -> None:
    """The person was told, or there is a reason why not: nobody has to do that any more."""
    if veroorzaker.geinformeerd_op:
        _close_bericht(veroorzaker, Actiestatus.GEDAAN, "Bericht gegeven.", nu)
    elif veroorzaker.reden_niet:
        reden = "Geen bericht, met een reden bij de registratie."
        _close_bericht(veroorzaker, Actiestatus.VERVALLEN, reden, nu)


def _ask_bericht(veroorzaker: Veroorzaker, door: Gebruiker, vandaag: date) -> None:
    """Whoever stands in it hears that within a month (AVG art. 14); the title names nobody."""
    db.session.add(
        Actie(
            titel="Betrokkene informeren (art. 14 AVG)",
            eigenaar_id=door.id,
            gemaakt_door_id=door.id,
            uiterlijk=rules.informeren_voor(vandaag, setting("veroorzaker_informeren")),
            bron_soort="veroorzaker",
            bron_id=veroorzaker.id,
        )
    )


def _close_bericht(veroorzaker: Veroorzaker, naar: Actiestatus, waarom: str, nu: datetime) -> None:
    for actie in acties_of("veroorzaker", veroorzaker.id):
        if actie.status in OPEN:
            actie.change_status(naar, waarom, nu)


def follow_beoordeling(veroorzaker: Veroorzaker, nu: datetime) -> None:
    """Someone was looked at and the next day was chosen: the clocks of the cases go to that day."""
    for regel in _zaken_van(veroorzaker):
        _start_klok(veroorzaker, regel.incident, nu)


def _start_klok(veroorzaker: Veroorzaker, incident: Incident, nu: datetime) -> None:
    soort = Termijnsoort.HERBEOORDELING
    termijn = start_termijn(incident, soort, nu, betreft=_betreft(veroorzaker))
    termijn.uiterlijk = einde_van_dag(veroorzaker.herbeoordeling_op)
    if termijn.actie:
        termijn.actie.uiterlijk = veroorzaker.herbeoordeling_op


def _betreft(veroorzaker: Veroorzaker) -> str:
    return f"registratie {veroorzaker.id}"


def _zaken_van(veroorzaker: Veroorzaker) -> list[Veroorzakerzaak]:
    stmt = select(Veroorzakerzaak).options(joinedload(Veroorzakerzaak.incident))
    return list(db.session.scalars(stmt.filter_by(veroorzaker_id=veroorzaker.id)))


def _decide(besluit: Registerbesluit) -> None:
    db.session.add(besluit)
    db.session.flush()
    g.pop("registerbesluit", None)


def find_veroorzakers(naam: str, kijker: Kijker) -> list[Veroorzaker]:
    """Everyone with exactly this name, whatever capitals or spaces were typed; of who is seen."""
    indexen = sleutelbos().blind_indexes(naam, _DOEL)
    stmt = select(Veroorzaker).where(Veroorzaker.naam_index.in_(indexen), visible_where(kijker))
    return list(db.session.scalars(stmt.order_by(Veroorzaker.id)))


def set_naam(veroorzaker: Veroorzaker, naam: str) -> None:
    """The name and its index, in step."""
    veroorzaker.naam = naam
    veroorzaker.naam_index = sleutelbos().blind_indexes(naam, _DOEL)[0]


def create_veroorzaker(
    naam: str, contact: str, gedrag: str, door: Gebruiker, vandaag: date
) -> Veroorzaker:
    """Someone new in it; looked at again within the term."""
    veroorzaker = Veroorzaker(
        contact=contact,
        gedrag=gedrag,
        geplaatst_op=vandaag,
        geplaatst_door_id=door.id,
        herbeoordeling_op=plus_maanden(vandaag, term_of(Termijnsoort.HERBEOORDELING)),
    )
    set_naam(veroorzaker, naam)
    db.session.add(veroorzaker)
    db.session.flush()
    _ask_bericht(veroorzaker, door, vandaag)
    return veroorzaker


def link_zaak(veroorzaker: Veroorzaker, incident: Incident, door: Gebruiker, nu: datetime) -> None:
    """This person occurs in this case; the case reminds of the next look."""
    al = select(Veroorzakerzaak.id).filter_by(
        veroorzaker_id=veroorzaker.id, incident_id=incident.id
    )
    if db.session.scalar(al) is not None:
        raise RegelOvertreden("Deze persoon staat al bij deze zaak.")
    regel = Veroorzakerzaak(veroorzaker_id=veroorzaker.id, incident_id=incident.id, op=nu)
    db.session.add(regel)
    _start_klok(veroorzaker, incident, nu)
    tekst = "Verband gelegd met het register van veroorzakers."
    tijdlijn.note(incident, tekst, door, nu, Gebeurtenissoort.VERBAND)


def list_gebreken(veroorzaker: Veroorzaker, vandaag: date) -> list[str]:
    return rules.gebreken(
        geplaatst_op=veroorzaker.geplaatst_op,
        geinformeerd_op=veroorzaker.geinformeerd_op,
        reden_niet=veroorzaker.reden_niet,
        herbeoordeling_op=veroorzaker.herbeoordeling_op,
        maanden=setting("veroorzaker_informeren"),
        vandaag=vandaag,
    )
