"""What people do with press questions and press contacts."""

from datetime import datetime

from flask import url_for
from sqlalchemy import select

from vob.berichten.operations import queue
from vob.berichten.values import Berichtsoort
from vob.core.clock import TZ
from vob.core.errors import RegelOvertreden
from vob.core.permissions import Recht
from vob.data import begin_write, db, log_event
from vob.gebruikers.models import Gebruiker
from vob.gebruikers.queries import gebruikers_with
from vob.organisatie.queries import setting

from .. import rules_persvraag as rules
from ..forms.persvragen import NoteerForm, VraagForm
from ..models import Kernboodschap, Onderwerp, Perscontact, Persvraag
from ..queries.boodschappen import afstemmingen_of, current_lines
from ..queries.persvragen import next_volgnummer
from ..queries.wie import kantoor, read_stand
from ..values import Status
from .boodschappen import name_missing, reset_afstemming

SOORT = Persvraag.__tablename__


def note_persvraag(form: NoteerForm, door: Gebruiker, moment: datetime) -> Persvraag:
    """The next number, its norm, and a mail to who is on duty; flushes."""
    begin_write(db.session)
    jaar = form.ontvangen_op.data.astimezone(TZ).year
    vraag = Persvraag(
        jaar=jaar,
        volgnummer=next_volgnummer(jaar),
        genoteerd_door_id=door.id,
        genoteerd_door=door,
        status=Status.NIEUW,
        antwoord="",
        gewijzigd_op=moment,
    )
    _fill(form, vraag)
    vraag.perscontact = _find_contact(form, moment)
    if door.can(Recht.PERSVRAAG_BEHANDELEN):
        vraag.toegewezen_id, vraag.toegewezen = door.id, door
    db.session.add(vraag)
    db.session.flush()
    for wie in _who_to_tell(moment) if vraag.toegewezen_id is None else ():
        queue(wie, Berichtsoort.KLAAR, url_for("media.show_persvraag", id=vraag.id))
    return vraag


def update_persvraag(form: VraagForm, vraag: Persvraag, door: Gebruiker, moment: datetime) -> None:
    eerder = vraag.toegewezen_id
    _fill(form, vraag)
    vraag.gewijzigd_op = moment
    nieuw = vraag.toegewezen_id
    vraag.toegewezen = db.session.get(Gebruiker, nieuw) if nieuw else None
    if vraag.toegewezen and nieuw not in (eerder, door.id):
        pad = url_for("media.show_persvraag", id=vraag.id)
        queue(vraag.toegewezen, Berichtsoort.KLAAR, pad)


def _fill(form: NoteerForm | VraagForm, vraag: Persvraag) -> None:
    form.fill(vraag)
    onderwerp_id = form.onderwerp_id.data
    vraag.onderwerp = db.session.get(Onderwerp, onderwerp_id) if onderwerp_id else None
    vraag.uiterlijk = vraag.deadline or rules.calculate_norm(
        form.ontvangen_op.data,
        kantoor(),
        is_incident=bool(form.is_incident.data),
        incident_uren=setting("media_incident"),
    )


def _who_to_tell(moment: datetime) -> list[Gebruiker]:
    """Who is on duty and has an account; else everyone who handles press questions."""
    stand = read_stand(moment)
    dienst = stand.dienst
    mensen = [dienst.woordvoerder, dienst.vervanger] if dienst else []
    for mens in mensen:
        if mens is not None and mens.id not in stand.weg and mens.gebruiker is not None:
            return [mens.gebruiker]
    return gebruikers_with(Recht.PERSVRAAG_BEHANDELEN)


def _find_contact(form: NoteerForm, moment: datetime) -> Perscontact | None:
    """The contact with this name and medium; a new one only when the journalist said so."""
    naam, medium = form.journalist.data or "", form.medium.data or ""
    proef = Perscontact(naam=naam, medium=medium)
    stmt = select(Perscontact).where(Perscontact.medium.icontains(medium, autoescape=True))
    found = (
        naam
        and medium
        and next((c for c in db.session.scalars(stmt) if c.gelijkenis == proef.gelijkenis), None)
    )
    contact = found or None
    dag = moment.astimezone(TZ).date()
    if contact is None and form.bewaar_contact.data:
        bereik = form.contact.data or ""
        contact = Perscontact(naam=naam, medium=medium, toestemming_op=dag)
        contact.email, contact.telefoon = (bereik, "") if "@" in bereik else ("", bereik)
        db.session.add(contact)
    if contact is not None:
        contact.laatst_contact_op = dag
    return contact


def write_antwoord(vraag: Persvraag, antwoord: str, door: str, moment: datetime) -> None:
    """Another text needs new consent. Who begins with a new question, works on it."""
    if vraag.status not in (Status.NIEUW, Status.IN_BEHANDELING, Status.WACHT_OP_AKKOORD):
        raise RegelOvertreden("Heropen de vraag eerst: het antwoord is al gegeven.")
    if antwoord != vraag.antwoord:
        reset_afstemming(SOORT, vraag.id)
    vraag.antwoord, vraag.antwoord_door, vraag.gewijzigd_op = antwoord, door, moment
    if vraag.status is Status.NIEUW:
        vraag.status = Status.IN_BEHANDELING


def take_lijn(vraag: Persvraag, lijn: Kernboodschap, door: Gebruiker, moment: datetime) -> None:
    """The answer is what we agreed to say. The caller checked that the line holds today."""
    write_antwoord(vraag, lijn.tekst, vraag.antwoord_door or door.naam, moment)
    vraag.kernboodschap_id, vraag.kernboodschap = lijn.id, lijn
    if vraag.toegewezen_id is None:
        vraag.toegewezen_id, vraag.toegewezen = door.id, door


def change_status(
    vraag: Persvraag, naar: Status, reden: str, door: Gebruiker, moment: datetime
) -> None:
    """Along the transition table; the moment of answering gives the response time."""
    stemmen = [a.stem(door.id) for a in afstemmingen_of(SOORT, vraag.id)]
    rules.check_overgang(
        vraag.status,
        naar,
        antwoord=vraag.antwoord,
        reden=reden,
        uitkomsten=[stem.uitkomst for stem in stemmen],
        ontbreekt="" if _is_lijn(vraag) else name_missing(vraag.onderwerp, stemmen),
    )
    heropend = naar is Status.IN_BEHANDELING and vraag.status is not Status.NIEUW
    vraag.status, vraag.gewijzigd_op = naar, moment
    vraag.reden = reden.strip() or vraag.reden
    if naar is Status.BEANTWOORD:
        vraag.verzonden_op = moment
        vraag.antwoord_door = vraag.antwoord_door or door.naam
    elif heropend:
        vraag.verzonden_op, vraag.reden = None, ""
    if vraag.toegewezen_id is None:
        vraag.toegewezen_id, vraag.toegewezen = door.id, door


def _is_lijn(vraag: Persvraag) -> bool:
    """The answer is a line of its topic as it holds today: to that everyone agreed."""
    lijnen = current_lines(vraag.onderwerp_id) if vraag.onderwerp_id else []
    return any(rules.is_same_text(vraag.antwoord, lijn.tekst) for lijn in lijnen)


def show_prive(contact: Perscontact) -> str:
    """The private number; that someone looked is recorded."""
    log_event(db.session, "ingezien", "perscontact", contact.id)
    return contact.prive or ""


def merge_contacten(blijft: Perscontact, weg: Perscontact) -> None:
    """One person stays: with the questions of both, and what only the other row knew."""
    begin_write(db.session)
    for veld in ("telefoon", "email", "prive", "toestemming_op"):
        if not getattr(blijft, veld):
            setattr(blijft, veld, getattr(weg, veld))
    dagen = [dag for dag in (blijft.laatst_contact_op, weg.laatst_contact_op) if dag]
    blijft.laatst_contact_op = max(dagen, default=None)
    for vraag in db.session.scalars(select(Persvraag).filter_by(perscontact_id=weg.id)):
        vraag.perscontact = blijft
    db.session.flush()
    db.session.delete(weg)


def delete_contact(contact: Perscontact) -> None:
    """The questions stay, without the link to the person."""
    for vraag in db.session.scalars(select(Persvraag).filter_by(perscontact_id=contact.id)):
        vraag.perscontact = None
    db.session.flush()
    db.session.delete(contact)
