"""One question to a contact of a partner: does this still hold? Answered without a login.

The link holds a random key, signed: a link that we did not make, or that is too old, never reaches
the database. There stands only the hash of the key. The link shows the one contact and nothing
else, works once, and what is answered waits until someone takes it over.
"""

import secrets
from datetime import datetime, timedelta

from flask import current_app, url_for
from itsdangerous import BadSignature, URLSafeTimedSerializer
from sqlalchemy import select

from vob.berichten.operations import queue_ontvanger
from vob.berichten.values import Berichtsoort
from vob.core.clock import nu, vandaag
from vob.core.errors import RegelOvertreden
from vob.data import begin_write, db
from vob.gebruikers.sessies import hash_sleutel
from vob.organisatie.queries import our_organisatie, setting
from vob.web.formats import datum

from . import rules
from .models import NUMMERS, Contact, Controlevraag
from .values import Vraagstatus
from .zichtbaarheid import CONTACT

_LANGSTE = timedelta(days=61)  # longer than any setting; the exact end stands in the database
VELDEN = ("naam", "functie", "telefoon", "piketnummer", "buiten_kantoortijd", "email")
LEEG = (
    "In dit antwoord staat niets wat anders is dan wat u al heeft. Kies ‘Niet overnemen’, en bel "
    "het contact als u twijfelt."
)
_TEKST = (
    "{organisatie} heeft één korte vraag aan u: kloppen uw contactgegevens nog? U antwoordt op "
    "deze bladzijde, zonder in te loggen:\n\n{link}\n\nDe link werkt één keer, tot en met {tot}. "
    "Deel hem niet. Twijfelt u of deze mail echt is? Bel ons dan op een nummer dat u al kent."
)


def ask(contact: Contact, gebruiker_id: int) -> Controlevraag:
    """Mail this contact the question, in this transaction. An earlier link stops working."""
    if not contact.email:
        raise RegelOvertreden("Bij dit contact staat geen e-mailadres.")
    for eerder in contact.vragen:
        if eerder.status is Vraagstatus.WACHT:
            raise RegelOvertreden("Dit contact heeft al geantwoord. Bekijk eerst dat antwoord.")
        if eerder.status is Vraagstatus.OPEN:
            eerder.status = Vraagstatus.INGETROKKEN
    sleutel = _signer().dumps(secrets.token_urlsafe(32))
    vraag = Controlevraag(
        sleutel_hash=hash_sleutel(sleutel),
        gevraagd_door_id=gebruiker_id,
        geldig_tot=nu() + timedelta(days=setting("controlevraag_dagen")),
    )
    contact.vragen.append(vraag)
    db.session.flush()
    _send(contact, vraag, sleutel)
    return vraag


def _send(contact: Contact, vraag: Controlevraag, sleutel: str) -> None:
    pad = url_for("ketenafspraken.answer_vraag", sleutel=sleutel)
    wij = our_organisatie().soort_naam
    tekst = _TEKST.format(
        organisatie=wij[:1].upper() + wij[1:],
        link=current_app.config["BASE_URL"].rstrip("/") + pad,
        tot=datum(vraag.geldig_tot),
    )
    # The path that the outbox shows to the administrator is not the secret one.
    queue_ontvanger(CONTACT, contact.id, Berichtsoort.CONTROLEVRAAG, "/", tekst)


def _signer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(current_app.config["SECRET_KEY"], salt="keten.controlevraag")


def find_vraag(sleutel: str) -> Controlevraag | None:
    """The question of a link that still works."""
    try:
        _signer().loads(sleutel, max_age=int(_LANGSTE.total_seconds()))
    except BadSignature:
        return None
    vraag = db.session.scalar(
        select(Controlevraag).where(
            Controlevraag.sleutel_hash == hash_sleutel(sleutel),
            Controlevraag.status == Vraagstatus.OPEN,
            Controlevraag.geldig_tot > nu(),
        )
    )
    return vraag if vraag is not None and vraag.contact.partner.is_actief else None


def use_vraag(vraag: Controlevraag, klopt: bool, velden: dict[str, str]) -> bool:
    """Keep the answer, once: of two at the same moment one is heard.

    On PostgreSQL the second one meets the version of the row and gets 409 instead.
    """
    begin_write(db.session)
    db.session.refresh(vraag)
    if vraag.status is not Vraagstatus.OPEN:
        return False
    if klopt:  # then only the remark says something
        velden = {"opmerking": velden["opmerking"]}
    vraag.answer(klopt, velden, nu())
    return True


def differences(vraag: Controlevraag) -> list[tuple[str, str, str]]:
    """(field, what we have, what they say) of everything that they would change."""
    return [
        (naam, getattr(vraag.contact, naam), vraag.antwoord[naam])
        for naam in VELDEN
        if naam in (vraag.antwoord or {}) and vraag.antwoord[naam] != getattr(vraag.contact, naam)
    ]


def accept(vraag: Controlevraag, gebruiker_id: int, moment: datetime) -> None:
    """What the partner said becomes what we know, checked today."""
    rules.check_antwoord(vraag.status)
    anders = differences(vraag)
    if not (vraag.klopt or anders or (vraag.antwoord or {}).get("opmerking")):
        raise RegelOvertreden(LEEG)  # nothing was checked by it
    for naam, _, nieuw in anders:
        setattr(vraag.contact, naam, nieuw)
    vraag.contact.check(vandaag(), gebruiker_id)
    vraag.settle(Vraagstatus.AANGENOMEN, gebruiker_id, moment)


def reject(vraag: Controlevraag, gebruiker_id: int, moment: datetime) -> None:
    vraag.settle(Vraagstatus.AFGEWEZEN, gebruiker_id, moment)


def touches_number(oud: dict[str, str | None], contact: Contact) -> bool:
    """Whether a change of a contact is one of what was checked."""
    return any((oud[naam] or "") != (getattr(contact, naam) or "") for naam in NUMMERS)
