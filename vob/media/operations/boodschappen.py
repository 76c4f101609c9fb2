"""What people do to lines, to consent, and to a message about a case."""

from collections.abc import Sequence
from datetime import datetime

from flask import url_for

from vob.berichten.operations import queue
from vob.berichten.values import Berichtsoort
from vob.core.errors import RegelOvertreden
from vob.data import begin_write, db, log_event
from vob.data.search import fold
from vob.gebruikers.models import Gebruiker
from vob.organisatie.queries import our_organisatie
from vob.web import objecten
from vob.web.formats import opsomming

from .. import rules
from ..forms.boodschappen import KernboodschapForm, VraagAkkoordForm
from ..models import Afstemming, Incidentbericht, Kernboodschap, Onderwerp
from ..queries.boodschappen import afstemmingen_of
from ..rules import Stem
from ..values import Bijstand, Boodschapstatus, Uitkomst, partij_label

ZONDER_NAAM = "de betrokkene"  # who that is, the case knows
LIJN, BERICHT = Kernboodschap.__tablename__, Incidentbericht.__tablename__


def write_kernboodschap(form: KernboodschapForm, lijn: Kernboodschap) -> None:
    """Another text needs new consent. Adds and flushes."""
    if lijn.id:
        rules.check_wijzigen(lijn.status)
        if (form.tekst.data, form.vraag.data) != (lijn.tekst, lijn.vraag):
            reset_afstemming(LIJN, lijn.id)
    form.fill(lijn)
    lijn.onderwerp = db.session.get_one(Onderwerp, form.onderwerp_id.data)
    db.session.add(lijn)
    db.session.flush()


def agree_kernboodschap(lijn: Kernboodschap, moment: datetime) -> None:
    """From now on it may be said."""
    begin_write(db.session)
    db.session.refresh(lijn)
    rules.check_wijzigen(lijn.status)
    _check_akkoord(lijn, afstemmingen_of(LIJN, lijn.id))
    lijn.status, lijn.akkoord_op = Boodschapstatus.AKKOORD, moment


def _check_akkoord(lijn: Kernboodschap, afstemmingen: Sequence[Afstemming]) -> None:
    stemmen = [afstemming.stem(lijn.maker_id) for afstemming in afstemmingen]
    rules.check_akkoord(stemmen, name_missing(lijn.onderwerp, stemmen))


def why_not_yet(lijn: Kernboodschap, afstemmingen: Sequence[Afstemming]) -> str:
    """What a line still waits for before it may be said; empty: for nothing."""
    try:
        _check_akkoord(lijn, afstemmingen)
    except RegelOvertreden as fout:
        return str(fout)
    return ""


def name_missing(onderwerp: Onderwerp | None, stemmen: Sequence[Stem]) -> str:
    """Whose consent this topic still needs, in the words of the organisation; empty: nobody's."""
    partijen = rules.missing_partijen(onderwerp.partijen if onderwerp else (), stemmen)
    woorden = our_organisatie().woorden
    return opsomming(partij_label(partij, woorden) for partij in partijen)


def withdraw_kernboodschap(lijn: Kernboodschap) -> None:
    if lijn.status is Boodschapstatus.INGETROKKEN:
        raise RegelOvertreden("Deze lijn is al ingetrokken.")
    lijn.status = Boodschapstatus.INGETROKKEN


def copy_kernboodschap(lijn: Kernboodschap, maker: Gebruiker, moment: datetime) -> Kernboodschap:
    """A new draft with the same text, to agree on again; flushes."""
    nieuw = Kernboodschap(
        onderwerp_id=lijn.onderwerp_id,
        soort=lijn.soort,
        vraag=lijn.vraag,
        tekst=lijn.tekst,
        niet_zeggen=lijn.niet_zeggen,
        geldig_tot=lijn.geldig_tot,
        maker_id=maker.id,
        gemaakt_op=moment,
        onderwerp=lijn.onderwerp,
    )
    db.session.add(nieuw)
    db.session.flush()
    return nieuw


def ask_akkoord(form: VraagAkkoordForm, maker_id: int, moment: datetime) -> Afstemming:
    """Who has an account gets a mail that something is ready. `maker_id`: who wrote the text."""
    wie = db.session.get(Gebruiker, form.gebruiker_id.data) if form.gebruiker_id.data else None
    maker = db.session.get(Gebruiker, maker_id)
    is_maker = wie is maker if wie else maker and fold(form.naam.data) == fold(maker.naam)
    if is_maker:
        raise RegelOvertreden("Wie de tekst schreef, geeft er niet zelf akkoord op.")
    afstemming = Afstemming(
        soort=form.soort.data,
        ref=form.ref.data,
        partij=form.partij.data,
        gebruiker_id=wie.id if wie else None,
        naam="" if wie else form.naam.data or ZONDER_NAAM,
        gevraagd_op=moment,
        gebruiker=wie,
    )
    db.session.add(afstemming)
    db.session.flush()
    if wie is not None:
        queue(wie, Berichtsoort.KLAAR, objecten.url_of(afstemming.soort, afstemming.ref) or "/")
    return afstemming


def reset_afstemming(soort: str, ref: int) -> None:
    """The text changed: what was agreed on is not this text any more."""
    for afstemming in afstemmingen_of(soort, ref):
        if afstemming.uitkomst is not Uitkomst.GEVRAAGD:
            afstemming.uitkomst = Uitkomst.GEVRAAGD
            afstemming.beantwoord_op = afstemming.vastgelegd_door_id = None
            if afstemming.gebruiker is not None:
                queue(afstemming.gebruiker, Berichtsoort.KLAAR, objecten.url_of(soort, ref) or "/")


def make_incidentbericht(
    soort: str, nummer: str, feiten: str, maker: Gebruiker, moment: datetime
) -> Incidentbericht | None:
    """What the woordvoerder may know of a case; None: no case of this user has that number."""
    zaak_id = objecten.find_by_nummer(maker, soort, nummer)
    if zaak_id is None:
        return None
    bericht = Incidentbericht(
        zaak_soort=soort,
        zaak_id=zaak_id,
        nummer=nummer,
        feiten=feiten,
        tekst="",
        vooraf=[],
        niet=[],
        maker_id=maker.id,
        gemaakt_op=moment,
    )
    db.session.add(bericht)
    db.session.flush()
    return bericht


def release_incidentbericht(bericht: Incidentbericht, door: Gebruiker, moment: datetime) -> None:
    """Every box ticked, everyone agreed: the text is for the world from here on."""
    begin_write(db.session)
    db.session.refresh(bericht)
    stemmen = [a.stem(door.id) for a in afstemmingen_of(BERICHT, bericht.id)]
    rules.check_vrijgeven(bericht.status, bericht.tekst, bericht.vooraf, bericht.niet, stemmen)
    bericht.status = Bijstand.VRIJGEGEVEN
    bericht.vrijgegeven_op, bericht.vrijgegeven_door_id = moment, door.id
    bericht.vrijgegeven_door = door
    log_event(db.session, "vrijgegeven", BERICHT, bericht.id)
    if bericht.maker_id != door.id:
        pad = url_for("media.show_incidentbericht", id=bericht.id)
        queue(bericht.maker, Berichtsoort.REACTIE, pad)
