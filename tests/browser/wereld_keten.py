"""The chain in a filled VOB: partners in each state, a round, an answer, agreements, the ladder."""

from datetime import timedelta
from typing import Any

from flask import url_for

from vob.core.clock import nu, vandaag
from vob.core.permissions import Rol
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.gebruikers.sessies import hash_sleutel
from vob.ketenafspraken import escalatie, vragen
from vob.ketenafspraken.controle import start_ronde
from vob.ketenafspraken.models import Afspraak, Contact, Controlevraag, Partner
from vob.ketenafspraken.operations import add_gemeenten, add_starters
from vob.ketenafspraken.values import (
    Afspraaksoort,
    Contactrol,
    Onderwerp,
    Partnersoort,
    Situatie,
    Toestemming,
)
from vob.ketenafspraken.vragen import VELDEN


def fill_keten(mensen: dict[Rol, Gebruiker], lang: str) -> dict[str, Any]:
    coordinator = mensen[Rol.COORDINATOR]
    add_starters()
    add_gemeenten("Eikenveld\nMeerstad")
    db.session.flush()
    politie = db.session.scalars(db.select(Partner).filter_by(soort=Partnersoort.POLITIE)).one()
    politie.toelichting = f"Bel eerst. {lang}"
    contact = _contact(politie, "Contactfunctionaris agressie", privenummer="0555-987001")
    anders = _contact(politie, lang, is_openbaar=True, telefoon="0555-300120")
    gemeente = db.session.scalars(db.select(Partner).filter_by(naam="Gemeente Meerstad")).one()
    _contact(gemeente, "Burgemeester", rol=Contactrol.BURGEMEESTER, is_openbaar=True)
    leeg = Partner(naam=f"Zonder {lang}", soort=Partnersoort.ANDERS, is_actief=False)
    db.session.add(leeg)
    db.session.flush()
    ids = {"partner": politie.id, "contact": contact.id, "lege_partner": leeg.id}
    ids |= _fill_afspraken(coordinator, politie, lang)
    ids |= _fill_ladder(coordinator, lang)
    ronde = start_ronde(vandaag(), coordinator.id)
    ronde.punten[0].voor_id = mensen[Rol.MEDEWERKER].id
    return ids | _fill_vragen(coordinator, contact, anders)


def _contact(partner: Partner, functie: str, **meer: Any) -> Contact:
    waarden: dict[str, Any] = {
        "telefoon": "0555-300110",
        "piketnummer": "0555-300199",
        "naam": "J. Vonk",
        "email": "vonk@politie.example",
        "situaties": [Situatie.DREIGING, Situatie.AANGIFTE],
        "toestemming": Toestemming.GEGEVEN,
        "toestemming_op": vandaag() - timedelta(days=400),
        "gecontroleerd_op": vandaag() - timedelta(days=400),
    }
    contact = Contact(partner=partner, functie=functie, **waarden | meer)
    db.session.add(contact)
    return contact


def _fill_afspraken(wie: Gebruiker, partner: Partner, lang: str) -> dict[str, Any]:
    from vob.ketenafspraken import afspraken

    today, gemaakt = vandaag(), []
    for titel, einde in ((f"Convenant {lang}", 20), ("Werkafspraak", -5), ("Protocol", 500)):
        afspraak = Afspraak(
            titel=titel,
            soort=Afspraaksoort.CONVENANT,
            onderwerp=Onderwerp.AANGIFTE,
            eigenaar_id=wie.id,
            ingangsdatum=today - timedelta(days=300),
            einddatum=today + timedelta(days=einde),
            inhoud=f"Wij bellen. {lang}",
            grondslag="AVG",
            delen_wel="Wat nodig is.",
            delen_niet="Al het andere.",
            evaluatie_op=today - timedelta(days=1),
        )
        afspraken.set_partijen(afspraak, [partner.id])
        db.session.add(afspraak)
        db.session.flush()
        for naam in ("M. Bakker", lang):
            afspraken.add_ondertekenaar(afspraak, naam, "de organisatie", today)
        gemaakt.append(afspraak)
    for afspraak in gemaakt[:2]:
        afspraken.sign(afspraak)
    return {"afspraak": gemaakt[0].id, "verlopen": gemaakt[1].id, "concept_afspraak": gemaakt[2].id}


def _fill_ladder(wie: Gebruiker, lang: str) -> dict[str, Any]:
    eerste = escalatie.make_draft()
    eerste.treden[0].wie_belt = f"De lijn belt {lang}."
    escalatie.adopt(eerste, vandaag(), wie.id, vandaag())
    db.session.flush()
    concept = escalatie.make_draft()
    return {"trede": concept.treden[0].id, "ladder": eerste.nummer}


def _fill_vragen(wie: Gebruiker, contact: Contact, anders: Contact) -> dict[str, Any]:
    """One that can be answered, and an answer that waits."""
    sleutel = vragen._signer().dumps("een sleutel van deze test")
    tot = nu() + timedelta(days=14)
    vraag = Controlevraag(
        contact=contact,
        sleutel_hash=hash_sleutel(sleutel),
        gevraagd_door_id=wie.id,
        geldig_tot=tot,
    )
    antwoord = Controlevraag(
        contact=anders, sleutel_hash="x", gevraagd_door_id=wie.id, geldig_tot=tot
    )
    velden = {naam: getattr(anders, naam) for naam in VELDEN}
    antwoord.answer(False, velden | {"telefoon": "0555-1", "opmerking": "Nieuw nummer."}, nu())
    db.session.add_all([vraag, antwoord])
    db.session.flush()
    return {"controlelink": url_for("ketenafspraken.answer_vraag", sleutel=sleutel)}
