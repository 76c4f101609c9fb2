"""The media room of a filled VOB: something of everything, in each state, with awkward texts."""

from datetime import timedelta
from typing import Any

from vob.core.clock import nu, vandaag
from vob.core.permissions import Rol
from vob.data import db
from vob.documenten.models import Document, Documentversie
from vob.documenten.values import Documentsoort, Orgaan, Versiestatus
from vob.gebruikers.models import Gebruiker
from vob.media.models import (
    Afstemming,
    Afwezigheid,
    Dienst,
    Incidentbericht,
    Kernboodschap,
    Onderwerp,
    Perscontact,
    Persvraag,
    Ruil,
    Vakantie,
    Woordvoerder,
)
from vob.media.values import Boodschapsoort, Boodschapstatus, Niet, Partij, Status, Uitkomst

LANG = "Aansprakelijkheidsverzekeringsmaatschappijmedewerkersbijeenkomst"  # no room to break it
Ids = dict[str, Any]


def fill_media(mensen: dict[Rol, Gebruiker], zaak: int, nummer: str) -> Ids:
    """`zaak` and `nummer`: of a case that the coordinator handles."""
    wie, ander = _make_woordvoerders(mensen)
    onderwerp = _make_onderwerpen(wie, ander)
    ids = {
        "spreker": wie.id,
        "onderwerp": onderwerp.id,
        **_make_rooster(wie, ander),
        **_make_lijnen(mensen, onderwerp),
        **_make_vragen(mensen, onderwerp),
        **_make_bericht(mensen, zaak, nummer),
    }
    _make_beleid(mensen[Rol.COORDINATOR])
    db.session.flush()
    return ids


def _make_woordvoerders(mensen: dict[Rol, Gebruiker]) -> tuple[Woordvoerder, Woordvoerder]:
    wie = Woordvoerder(
        naam=f"Sanne {LANG}",
        functie="woordvoerder",
        gebruiker_id=mensen[Rol.WOORDVOERDER].id,
        telefoon="0555-445566",
        telefoon_buiten="06-55501234",
        email="pers@waterrijk.example",
        in_rooster=True,
    )
    ander = Woordvoerder(
        naam="Persofficier", telefoon="", gebruiker_id=mensen[Rol.BESTUURDER].id, in_rooster=True
    )
    weg = Woordvoerder(naam="Uit Dienst", telefoon="0555-1", is_actief=False)
    db.session.add_all([wie, ander, weg])
    db.session.flush()
    db.session.add(Afwezigheid(woordvoerder_id=wie.id, van=vandaag(), tot=vandaag()))
    return wie, ander


def _make_onderwerpen(wie: Woordvoerder, ander: Woordvoerder) -> Onderwerp:
    """More than a page; the first has everything, the others miss a deputy."""
    eerste = Onderwerp(
        naam="Asielopvang",
        beleidsgebied="Asiel en opvang",
        portefeuille="Wonen",
        trefwoorden=f"azc, {LANG}",
        namens="namens de burgemeester",
        eerste_id=wie.id,
        vervanger_id=ander.id,
        akkoord=[Partij.BURGEMEESTER.value, Partij.OM.value],
        akkoord_uitleg="bij een bedreiging ook politie",
        niet_zeggen=f"Geen namen. {LANG}",
    )
    anders = [
        Onderwerp(naam=f"{LANG} {n}", akkoord=[], eerste_id=wie.id if n % 2 else None)
        for n in range(30)
    ]
    oud = Onderwerp(naam="Oud", akkoord=[], geldig_tot=vandaag() - timedelta(days=1))
    db.session.add_all([eerste, *anders, oud])
    db.session.flush()
    return eerste


def _make_rooster(wie: Woordvoerder, ander: Woordvoerder) -> Ids:
    """One duty now, two that overlap, one of someone who is away; and a swap that was asked."""
    begin = nu() - timedelta(days=1)
    diensten = [
        Dienst(
            woordvoerder_id=persoon.id,
            vervanger_id=wie.id if persoon is ander else None,
            begin=begin + timedelta(days=van),
            einde=begin + timedelta(days=tot),
            bevestigd_op=begin if van == 0 else None,
        )
        for persoon, van, tot in ((wie, 0, 7), (ander, 6, 12), (wie, 14, 21), (ander, 25, 32))
    ]
    db.session.add_all(diensten)
    db.session.flush()
    ruil = Ruil(dienst_id=diensten[2].id, tegen_id=diensten[3].id, van_id=wie.id, naar_id=ander.id)
    vrij = Vakantie(naam=LANG, van=vandaag(), tot=vandaag() + timedelta(days=9))
    db.session.add_all([ruil, vrij])
    db.session.flush()
    return {"dienst": diensten[2].id, "ruil": ruil.id}


def _make_lijnen(mensen: dict[Rol, Gebruiker], onderwerp: Onderwerp) -> Ids:
    """One in each state; the draft waits for the bestuurder."""
    maker, akkoord = mensen[Rol.WOORDVOERDER], Boodschapstatus.AKKOORD
    staten = ((akkoord, 5), (akkoord, -2), (Boodschapstatus.CONCEPT, 9))
    lijnen = [
        Kernboodschap(
            onderwerp_id=onderwerp.id,
            soort=Boodschapsoort.VRAAG if vraag else Boodschapsoort.KERNBOODSCHAP,
            vraag=vraag,
            tekst=f"Wij luisteren.\nEn dan {LANG}.",
            niet_zeggen="Geen namen.",
            status=status,
            geldig_tot=vandaag() + timedelta(days=dagen),
            maker_id=maker.id,
        )
        for vraag in ("", f"Hoe nu {LANG}?")
        for status, dagen in staten
    ]
    db.session.add_all(lijnen)
    db.session.flush()
    for wie, uitkomst in ((Rol.BESTUURDER, Uitkomst.GEVRAAGD), (Rol.GRIFFIER, Uitkomst.AKKOORD)):
        db.session.add(
            Afstemming(
                soort="kernboodschap",
                ref=lijnen[2].id,
                partij=Partij.BURGEMEESTER,
                gebruiker_id=mensen[wie].id,
                uitkomst=uitkomst,
                toelichting=LANG,
            )
        )
    return {"lijn": lijnen[2].id, "lijn_nu": lijnen[0].id, "lijn_oud": lijnen[1].id}


def _make_vragen(mensen: dict[Rol, Gebruiker], onderwerp: Onderwerp) -> Ids:
    """More than a page, of every status, on time and late; one under embargo."""
    contacten = [
        Perscontact(naam=f"Roos {LANG}", medium=f"Omroep {LANG}", telefoon="0555-1", prive="06-1")
        for _ in range(2)
    ]
    db.session.add_all(contacten)
    db.session.flush()
    vragen = [
        Persvraag(
            jaar=2026,
            volgnummer=n + 1,
            ontvangen_op=nu() - timedelta(hours=n),
            medium=f"Omroep {LANG}" if n % 2 else "",
            journalist="Roos",
            contact="0555-1",
            perscontact_id=contacten[0].id,
            onderwerp_id=onderwerp.id if n else None,
            vraag=f"Hoe zit het met {LANG}?",
            uiterlijk=nu() + timedelta(hours=n - 3),
            status=list(Status)[n % len(Status)],
            antwoord="Zo zit het." if n % 3 else "",
            toegewezen_id=mensen[Rol.WOORDVOERDER].id if n % 2 else None,
            genoteerd_door_id=mensen[Rol.MEDEWERKER].id,
            verzonden_op=nu() if list(Status)[n % len(Status)] is Status.BEANTWOORD else None,
        )
        for n in range(30)
    ]
    vragen[1].embargo_tot = nu() + timedelta(days=9)
    db.session.add_all(vragen)
    db.session.flush()
    return {
        "persvraag": vragen[6].id,
        "embargo": vragen[1].id,
        "beantwoord": vragen[3].id,
        "perscontact": contacten[0].id,
    }


def _make_bericht(mensen: dict[Rol, Gebruiker], zaak: int, nummer: str) -> Ids:
    bericht = Incidentbericht(
        zaak_soort="incident",
        zaak_id=zaak,
        nummer=nummer,
        feiten=f"Er is aangifte gedaan. {LANG}",
        tekst="De verdachte woont in de buurt.",
        vooraf=[],
        niet=[Niet.ADRES.value],
        maker_id=mensen[Rol.COORDINATOR].id,
    )
    db.session.add(bericht)
    db.session.flush()
    return {"incidentbericht": bericht.id}


def _make_beleid(schrijver: Gebruiker) -> None:
    document = Document(
        titel="Mediabeleid", soort=Documentsoort.MEDIABELEID, eigenaar_id=schrijver.id
    )
    tekst = (
        f"# Wie spreekt\n\nDe woordvoerder.\n\n# Sociale media\n\n{LANG}\n\n## Reageren\n\nNiet."
    )
    versie = Documentversie(
        nummer=1,
        samenvatting="Waar het om gaat.",
        tekst=tekst,
        gemaakt_door_id=schrijver.id,
        bewerkt_door_id=schrijver.id,
        status=Versiestatus.VASTGESTELD,
        orgaan=Orgaan.COLLEGE,
        vastgesteld_op=vandaag() - timedelta(days=9),
        geldig_van=vandaag() - timedelta(days=8),
        toets_op=vandaag() + timedelta(days=90),
    )
    document.versies.append(versie)
    db.session.add(document)
