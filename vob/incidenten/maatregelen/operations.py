"""Preparing a measure and deciding it. One function per act; no commit: the view ends the
transaction. What follows once it was taken: `operations_lopend.py`."""

from datetime import date, datetime, timedelta

from vob.acties.models import Actie
from vob.acties.queries import acties_of
from vob.acties.values import OPEN
from vob.acties.values import Status as Actiestatus
from vob.berichten.operations import queue
from vob.berichten.values import Berichtsoort
from vob.core.clock import TZ
from vob.core.errors import RegelOvertreden
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.organisatie.queries import setting

from .. import tijdlijn
from ..models import Incident
from ..values import Ernst
from . import brieven, klokken, ladder, rules, toets
from .models import Maatregel
from .queries import (
    betrokken_bij,
    current_ladder,
    find_sjabloon,
    get_regel,
    grenzen,
    list_beslissers,
)
from .soorten import SOORTEN
from .values import Einde, Maatregelsoort, Maatregelstatus
from .verstoringen import list_nieuwe, list_verstoringen

_S = Maatregelstatus


def create_maatregel(
    incident: Incident, soort: Maatregelsoort, is_herhaling: bool, door: Gebruiker, nu: datetime
) -> Maatregel:
    """A measure in preparation, with what is known already; flushes."""
    regel = get_regel(soort)
    if not regel.is_beschikbaar:
        raise RegelOvertreden(
            f"{soort.label} kan deze organisatie niet zelf opleggen. Vraag het de burgemeester van "
            "de gemeente waar het is gebeurd."
        )
    voorgesteld = ladder.stel_voor(current_ladder(), incident.ernst, is_herhaling)
    maatregel = Maatregel(
        incident_id=incident.id,
        incident=incident,
        soort=soort,
        aard=regel.aard,
        grondslag=regel.grondslag,
        orgaan=SOORTEN[soort].orgaan,
        is_herhaling=is_herhaling,
        voorgesteld=[lid.value for lid in voorgesteld],
        gemaakt_door_id=door.id,
        makers=[door.id],
        gemaakt_op=nu,
    )
    db.session.add(maatregel)
    db.session.flush()
    tijdlijn.note(incident, f"Maatregel in voorbereiding: {soort.label.lower()}.", door, nu)
    return maatregel


def note_maker(maatregel: Maatregel, door: Gebruiker) -> None:
    """Whoever wrote in it does not decide it."""
    if maatregel.status is not _S.CONCEPT:
        raise RegelOvertreden("Deze maatregel is al voorgelegd en verandert niet meer.")
    if door.id not in maatregel.makers:
        maatregel.makers = [*maatregel.makers, door.id]


def voorstel_van(maatregel: Maatregel) -> toets.Voorstel:
    """As the fairness check looks at it."""
    m = maatregel
    return toets.Voorstel(
        feiten=m.feiten or "",
        feiten_op=m.feiten_op,
        grens=m.grens,
        gehoord=m.gehoord,
        gehoord_op=m.gehoord_op,
        gehoord_toelichting=m.gehoord_toelichting or "",
        gesprek=m.gesprek,
        gesprek_toelichting=m.gesprek_toelichting or "",
        reden=m.reden or "",
        grondslag=m.grondslag,
        heeft_orgaan=m.orgaan is not None,
        evenredig=m.evenredig or "",
        tot=m.tot,
        toets_op=m.toets_op,
        gebouw=m.gebouw,
        dienstverlening=m.dienstverlening or "",
        heeft_beslisser=m.beslisser_id is not None,
    )


def check_volledig(maatregel: Maatregel) -> None:
    """Everything a measure owes before anyone decides on it. Raises RegelOvertreden."""
    _check_ernst(maatregel)
    toets.check_toets(voorstel_van(maatregel), SOORTEN[maatregel.soort])
    _check_ladder(maatregel)
    _check_persoon(maatregel)
    _check_periode(maatregel)
    if maatregel.soort is Maatregelsoort.TOEGANG_VERGADERING:
        maatregel.verstoringen = len(list_verstoringen(maatregel))


def list_gebreken(maatregel: Maatregel, vandaag: date) -> list[str]:
    """What stops it beside the fairness check: the page says so before anyone presses."""
    gebreken = []
    for check in (_check_ernst, _check_ladder, _check_persoon, _check_periode):
        try:
            check(maatregel)
        except RegelOvertreden as fout:
            gebreken.append(str(fout))
    try:
        if SOORTEN[maatregel.soort].besluit_nodig:
            rules.check_vooruit(maatregel.van, vandaag)
    except RegelOvertreden as fout:
        gebreken.append(str(fout))
    return gebreken


def _check_ernst(maatregel: Maatregel) -> None:
    if maatregel.incident.ernst is Ernst.ONBEOORDEELD:
        wie = "" if maatregel.incident.is_vertrouwelijk else " Dat doet de coördinator."
        raise RegelOvertreden(f"Beoordeel eerst hoe ernstig de zaak is.{wie}")


def _check_ladder(maatregel: Maatregel) -> None:
    voorgesteld = [Maatregelsoort(code) for code in maatregel.voorgesteld]
    ladder.check_afwijking(maatregel.soort, voorgesteld, maatregel.afwijking or "")


def _check_persoon(maatregel: Maatregel) -> None:
    soort = SOORTEN[maatregel.soort]
    if soort.raakt_persoon and soort.besluit_nodig and not (maatregel.persoon or "").strip():
        raise RegelOvertreden("Vul in voor wie de maatregel is.")


def _check_periode(maatregel: Maatregel) -> None:
    """How long it lasts, and for a meeting ban what it rests on."""
    if not SOORTEN[maatregel.soort].periode:
        return
    verstoringen = list_verstoringen(maatregel)
    nieuwe = list_nieuwe(maatregel, verstoringen)
    periode = rules.Periode(maatregel.soort, maatregel.van, maatregel.tot, maatregel.verlenging)
    rules.check_periode(periode, grenzen(), len(verstoringen))
    rules.check_nieuwe(len(verstoringen), len(nieuwe))


def submit_maatregel(maatregel: Maatregel, door: Gebruiker, nu: datetime) -> None:
    """Put it to who decides: that person sees this measure from now on, and an action says so."""
    check_volledig(maatregel)
    rules.check_vooruit(maatregel.van, nu.astimezone(TZ).date())
    incident = maatregel.incident
    rules.check_beslisser(
        maatregel.beslisser_id,
        maatregel.makers,
        betrokken_bij(incident),
        {g.id for g in list_beslissers(incident)},
    )
    maatregel.change_status(_S.VOORGELEGD)
    maatregel.voorgelegd_op = nu
    beslisser = db.session.get_one(Gebruiker, maatregel.beslisser_id)
    uiterlijk = nu.astimezone(TZ).date() + timedelta(days=setting("maatregel_besluit_dagen"))
    add_actie(maatregel, "Besluit over een maatregel", beslisser.id, beslisser.id, uiterlijk)
    tijdlijn.note(incident, f"Maatregel voorgelegd aan {beslisser.naam}.", door, nu)
    queue(beslisser, Berichtsoort.KLAAR, _pad(maatregel))


def decide_maatregel(
    maatregel: Maatregel,
    naar: Maatregelstatus,
    toelichting: str,
    door: Gebruiker,
    nu: datetime,
    vandaag: date,
) -> None:
    """Taken, not taken, or back to who prepared it. Raises RegelOvertreden."""
    rules.check_overgang(maatregel.status, naar)
    if naar is not _S.GENOMEN and not toelichting.strip():
        raise RegelOvertreden("Schrijf op waarom.")
    rules.check_beslisser(
        door.id,
        maatregel.makers,
        betrokken_bij(maatregel.incident),
        {maatregel.beslisser_id} if maatregel.beslisser_id else (),
    )
    if naar is _S.GENOMEN:
        rules.check_vooruit(maatregel.van, vandaag)
        _take(maatregel, vandaag)
    maatregel.change_status(naar)
    maatregel.besluit_toelichting = toelichting or None
    close_acties(maatregel, nu)
    tijdlijn.note(maatregel.incident, f"Maatregel: {naar.label.lower()}.", door, nu)
    if maatregel.gemaakt_door.is_actief:
        queue(maatregel.gemaakt_door, Berichtsoort.KLAAR, _pad(maatregel))


def withdraw_maatregel(maatregel: Maatregel, reden: str, door: Gebruiker, nu: datetime) -> None:
    """Who prepared it does not go on with it: the wrong kind, or not needed any more."""
    maatregel.change_status(_S.AFGEWEZEN)
    maatregel.besluit_toelichting = reden
    close_acties(maatregel, nu)
    tijdlijn.note(maatregel.incident, "Maatregel: voorbereiding gestopt.", door, nu)


def record_maatregel(maatregel: Maatregel, door: Gebruiker, nu: datetime, vandaag: date) -> None:
    """A light measure, that needs no decision of a bestuurder: a talk, a word of warning."""
    if get_regel(maatregel.soort).besluit_nodig:
        raise RegelOvertreden("Over deze maatregel beslist een bestuurder.")
    check_volledig(maatregel)
    _take(maatregel, vandaag)
    maatregel.change_status(_S.GENOMEN)
    tijdlijn.note(maatregel.incident, f"Maatregel: {maatregel.soort.label.lower()}.", door, nu)


def _take(maatregel: Maatregel, vandaag: date) -> None:
    """From now on it holds, in the words it has and with the letter of this day."""
    check_volledig(maatregel)
    if maatregel.verlengt:
        _follow_up(maatregel, maatregel.verlengt, vandaag)
    if SOORTEN[maatregel.soort].brief:
        sjabloon = find_sjabloon(get_regel(maatregel.soort), vandaag)
        if sjabloon is None:
            raise RegelOvertreden(
                "Er is nog geen vastgesteld sjabloon voor deze brief. Stel dat eerst vast."
            )
        brieven.check_sjabloon(maatregel.aard, sjabloon.tekst)
        maatregel.sjabloon_id = sjabloon.id
    maatregel.besloten_op = vandaag
    klokken.start(maatregel)
    if maatregel.toets_op:
        wie = maatregel.gemaakt_door_id
        add_actie(maatregel, "Maatregel toetsen", wie, wie, maatregel.toets_op)


def _follow_up(maatregel: Maatregel, oud: Maatregel, vandaag: date) -> None:
    """The old one goes over into this one: it may have ended since this one was prepared."""
    rules.check_verlengen(oud.soort, oud.tot, oud.einde, vandaag)
    if maatregel.van and oud.tot:
        rules.check_aansluiting(oud.tot, maatregel.van, vandaag)
    oud.einde, oud.einde_op = Einde.VERLENGD, oud.tot


def add_actie(
    maatregel: Maatregel, titel: str, eigenaar_id: int, door_id: int, uiterlijk: date
) -> None:
    """Its title stands in lists and mails, so it names nobody."""
    db.session.add(
        Actie(
            titel=titel,
            eigenaar_id=eigenaar_id,
            gemaakt_door_id=door_id,
            uiterlijk=uiterlijk,
            bron_soort="maatregel",
            bron_id=maatregel.id,
        )
    )


def close_acties(maatregel: Maatregel, nu: datetime, behalve: str = "") -> None:
    """`behalve`: the title of what stays open."""
    for actie in acties_of("maatregel", maatregel.id):
        if actie.status in OPEN and actie.titel != behalve:
            actie.change_status(Actiestatus.GEDAAN, "Vastgelegd bij de maatregel.", nu)


def _pad(maatregel: Maatregel) -> str:
    return f"/incidenten/{maatregel.incident.nummer}/maatregelen/{maatregel.id}"
